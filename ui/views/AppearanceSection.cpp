#include "ui/views/AppearanceSection.h"

#include "ui/panels/Segmented.h"
#include "ui/panels/Switch.h"
#include "ui/text/Format.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int textSizes[] = {90, 100, 115, 130};

} // namespace

AppearanceSection::AppearanceSection(const Look &look, QWidget *parent)
    : SettingsSection(look, parent)
    , m_theme(new Segmented(look, tr("Theme"), {tr("System"), tr("Light"), tr("Dark")}))
    , m_size(new Segmented(
          look, tr("Text size"),
          {format::percent(.9), format::percent(1), format::percent(1.15), format::percent(1.3)}))
    , m_contrast(new Switch(look, tr("More contrast")))
    , m_motion(new Switch(look, tr("Reduce motion")))
{
    column().addHeading(tr("Look"));
    column().addRow(tr("Theme"), m_theme);
    column().addRow(tr("Text size"), m_size);
    column().addRow(tr("More contrast"), m_contrast);
    column().addRow(tr("Reduce motion"), m_motion);
    column().addHint(tr("With reduced motion nothing slides or fades, and the time left to undo "
                        "is a number."));
    column().addEnd();

    connect(m_theme, &Segmented::chosen, this, [this](int index) {
        Settings wish = m_settings;
        wish.theme = ThemeChoice(index);
        Q_EMIT edited(wish, tr("The theme was changed."));
    });
    connect(m_size, &Segmented::chosen, this, [this](int index) {
        Settings wish = m_settings;
        wish.textSizePercent = textSizes[index];
        Q_EMIT edited(wish, tr("The text size was changed."));
    });
    follow(m_contrast, &Settings::moreContrast, tr("Contrast was raised."),
           tr("Contrast is as usual."));
    follow(m_motion, &Settings::reduceMotion, tr("Motion is reduced."), tr("Motion is as usual."));
}

void AppearanceSection::setSettings(const Settings &settings)
{
    SettingsSection::setSettings(settings);
    m_theme->setCurrent(int(settings.theme));
    const auto *size
        = std::find(std::begin(textSizes), std::end(textSizes), settings.textSizePercent);
    m_size->setCurrent(int(size - std::begin(textSizes)));
    m_contrast->setChecked(settings.moreContrast);
    m_motion->setChecked(settings.reduceMotion);
}

} // namespace baton::ui
