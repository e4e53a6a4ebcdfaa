#include "ui/theme/Theme.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

struct Token
{
    const char16_t *name;
    QColor Theme::*member;
};

constexpr Token tokens[] = {
    {u"chrome", &Theme::chrome},
    {u"pane", &Theme::pane},
    {u"surface", &Theme::surface},
    {u"raised", &Theme::raised},
    {u"sunken", &Theme::sunken},
    {u"hover", &Theme::hover},
    {u"press", &Theme::press},
    {u"line", &Theme::line},
    {u"line-strong", &Theme::lineStrong},
    {u"line-control", &Theme::lineControl},
    {u"ink", &Theme::ink},
    {u"ink-2", &Theme::ink2},
    {u"ink-3", &Theme::ink3},
    {u"ink-disabled", &Theme::inkDisabled},
    {u"on-fill", &Theme::onFill},
    {u"accent", &Theme::accent},
    {u"accent-hover", &Theme::accentHover},
    {u"accent-press", &Theme::accentPress},
    {u"accent-text", &Theme::accentText},
    {u"accent-tint", &Theme::accentTint},
    {u"accent-tint-2", &Theme::accentTint2},
    {u"accent-tint-3", &Theme::accentTint3},
    {u"accent-line", &Theme::accentLine},
    {u"focus", &Theme::focus},
    {u"ai", &Theme::ai},
    {u"ai-text", &Theme::aiText},
    {u"ai-tint", &Theme::aiTint},
    {u"ai-tint-2", &Theme::aiTint2},
    {u"ai-line", &Theme::aiLine},
    {u"ok", &Theme::ok},
    {u"ok-text", &Theme::okText},
    {u"ok-tint", &Theme::okTint},
    {u"ok-line", &Theme::okLine},
    {u"warn", &Theme::warn},
    {u"warn-text", &Theme::warnText},
    {u"warn-tint", &Theme::warnTint},
    {u"warn-line", &Theme::warnLine},
    {u"danger", &Theme::danger},
    {u"danger-fill", &Theme::dangerFill},
    {u"danger-text", &Theme::dangerText},
    {u"danger-tint", &Theme::dangerTint},
    {u"danger-line", &Theme::dangerLine},
    {u"toast", &Theme::toast},
    {u"toast-ink", &Theme::toastInk},
    {u"grid", &Theme::grid},
    {u"bar", &Theme::bar},
    {u"scrim", &Theme::scrim},
};

/// "#RRGGBB" or "rgba(r,g,b,alpha)" with alpha from 0 to 1, as tokens.json writes them.
QColor parseColour(const QString &text)
{
    if (!text.startsWith("rgba("_L1))
        return QColor(text);
    const QStringList parts = text.mid(5).chopped(1).split(u',');
    QColor colour(parts.at(0).toInt(), parts.at(1).toInt(), parts.at(2).toInt());
    colour.setAlphaF(parts.at(3).toFloat());
    return colour;
}

void fill(Theme &theme, const QJsonObject &values)
{
    for (const Token &token : tokens) {
        const QJsonValue value = values.value(QStringView(token.name));
        if (value.isString())
            theme.*token.member = parseColour(value.toString());
    }
}

} // namespace

Theme Theme::load(ThemeKind kind, Contrast contrast)
{
    QFile file(u":/theme/tokens.json"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();

    Theme theme;
    theme.kind = kind;
    theme.contrast = contrast;
    fill(theme, all.value(kind == ThemeKind::Dark ? "dark"_L1 : "light"_L1).toObject());
    if (contrast == Contrast::More) {
        if (kind == ThemeKind::Light)
            fill(theme, all.value("highContrastOverLight"_L1).toObject());
        else
            theme.ink3 = theme.ink2;
    }
    return theme;
}

QPalette Theme::palette() const
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor &colour) {
        p.setColor(QPalette::All, role, colour);
    };
    set(QPalette::Window, chrome);
    set(QPalette::WindowText, ink);
    set(QPalette::Base, surface);
    set(QPalette::AlternateBase, pane);
    set(QPalette::Text, ink);
    set(QPalette::PlaceholderText, ink3);
    set(QPalette::Button, surface);
    set(QPalette::ButtonText, ink);
    set(QPalette::BrightText, onFill);
    set(QPalette::Highlight, accentTint2);
    set(QPalette::HighlightedText, ink);
    set(QPalette::Link, accentText);
    set(QPalette::LinkVisited, accentText);
    set(QPalette::ToolTipBase, toast);
    set(QPalette::ToolTipText, toastInk);
    set(QPalette::Light, raised);
    set(QPalette::Midlight, sunken);
    set(QPalette::Mid, lineStrong);
    set(QPalette::Dark, lineControl);
    set(QPalette::Shadow, lineStrong);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, inkDisabled);
    return p;
}

QColor Theme::byName(const QString &name) const
{
    for (const Token &token : tokens) {
        if (QStringView(token.name) == name)
            return this->*token.member;
    }
    return {};
}

QStringList Theme::tokenNames()
{
    QStringList out;
    for (const Token &token : tokens)
        out += QString::fromUtf16(token.name);
    return out;
}

} // namespace baton::ui
