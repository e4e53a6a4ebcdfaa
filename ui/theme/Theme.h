#pragma once

#include <QtGui/QColor>
#include <QtGui/QPalette>

namespace baton::ui {

enum class ThemeKind { Light, Dark };
enum class Contrast { Normal, More };

/// Every colour of the console by its role, from resources/theme/tokens.json. Nothing outside
/// ui/theme names a colour otherwise.
struct Theme
{
    ThemeKind kind = ThemeKind::Light;
    Contrast contrast = Contrast::Normal;

    QColor chrome, pane, surface, raised, sunken, hover, press;
    QColor line, lineStrong, lineControl;
    QColor ink, ink2, ink3, inkDisabled, onFill;
    QColor accent, accentHover, accentPress, accentText;
    QColor accentTint, accentTint2, accentTint3, accentLine, focus;
    QColor ai, aiText, aiTint, aiTint2, aiLine;
    QColor ok, okText, okTint, okLine;
    QColor warn, warnText, warnTint, warnLine;
    QColor danger, dangerFill, dangerText, dangerTint, dangerLine;
    QColor toast, toastInk, grid, bar, scrim;

    static Theme load(ThemeKind kind, Contrast contrast = Contrast::Normal);
    QPalette palette() const;
    bool isDark() const { return kind == ThemeKind::Dark; }
    bool operator==(const Theme &) const = default;

    /// A token by the name that tokens.json gives it ("accent-tint-2"); invalid where there is
    /// none.
    QColor byName(const QString &token) const;
    static QStringList tokenNames();
};

} // namespace baton::ui
