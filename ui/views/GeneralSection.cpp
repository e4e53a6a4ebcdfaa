#include "ui/views/GeneralSection.h"

#include "ui/panels/SearchField.h"
#include "ui/panels/Switch.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldWidth = 260;

} // namespace

GeneralSection::GeneralSection(const Look &look, QWidget *parent)
    : SettingsSection(look, parent)
    , m_name(new SearchField(look, {}, tr("Your name")))
    , m_id(new SearchField(look, {}, tr("Your id")))
    , m_next(new Switch(look, tr("Open the next conversation after a send")))
    , m_sound(new Switch(look, tr("Sound when a customer of mine answers")))
    , m_outside(new Switch(look, tr("Note on the desktop when somebody needs a person")))
{
    m_name->setFixedWidth(fieldWidth);
    m_id->setFixedWidth(fieldWidth);
    column().addHeading(tr("Who sits here"));
    column().addRow(tr("Name"), m_name);
    column().addRow(tr("Agent id"), m_id);
    column().addHint(tr("Customers and colleagues see the name. The id says which conversations "
                        "are yours, from the next start."));
    column().addHeading(tr("Working"));
    column().addRow(m_next->accessibleName(), m_next);
    column().addRow(m_sound->accessibleName(), m_sound);
    column().addRow(m_outside->accessibleName(), m_outside);
    column().addEnd();

    connect(m_name, &QLineEdit::editingFinished, this, &GeneralSection::nameEdited);
    connect(m_id, &QLineEdit::editingFinished, this, &GeneralSection::idEdited);
    follow(m_next, &Settings::nextAfterSend, tr("The next conversation opens after a send."),
           tr("The conversation stays open after a send."));
    follow(m_sound, &Settings::soundOnAnswer, tr("Sound is on."), tr("Sound is off."));
    follow(m_outside, &Settings::noteOutside, tr("The desktop tells of who needs a person."),
           tr("The desktop tells nothing."));
}

void GeneralSection::setSettings(const Settings &settings)
{
    SettingsSection::setSettings(settings);
    m_name->setText(settings.agent.name);
    m_id->setText(settings.agent.id.text());
    m_next->setChecked(settings.nextAfterSend);
    m_sound->setChecked(settings.soundOnAnswer);
    m_outside->setChecked(settings.noteOutside);
}

void GeneralSection::nameEdited()
{
    const QString name = m_name->text().trimmed();
    m_name->setWrong(name.isEmpty() ? tr("A name is needed") : QString());
    if (name.isEmpty() || name == m_settings.agent.name)
        return;
    Settings wish = m_settings;
    wish.agent.name = name;
    Q_EMIT edited(wish, tr("You are %1 now.").arg(name));
}

void GeneralSection::idEdited()
{
    const QString id = m_id->text().trimmed();
    m_id->setWrong(id.isEmpty() ? tr("An id is needed") : QString());
    if (id.isEmpty() || id == m_settings.agent.id.text())
        return;
    Settings wish = m_settings;
    wish.agent.id = AgentId(id);
    Q_EMIT edited(wish, tr("Your id is %1 from the next start.").arg(id));
}

} // namespace baton::ui
