#pragma once

#include "ui/theme/IconStore.h"
#include "ui/theme/Theme.h"
#include "ui/theme/Type.h"

#include <QtCore/QObject>
#include <QtGui/QFont>

namespace baton::ui {

enum class Motion { Full, Reduced };

struct Appearance
{
    ThemeKind theme = ThemeKind::Light;
    Contrast contrast = Contrast::Normal;
    int textSizePercent = 100; ///< 90, 100, 115 or 130
    Motion motion = Motion::Full;
    bool operator==(const Appearance &) const = default;
};

/// How everything looks now. One a console, handed by reference to each widget, which lays itself
/// out and paints again on changed(). Outlives every widget.
class Look : public QObject
{
    Q_OBJECT

public:
    explicit Look(const Appearance &appearance = {}, QObject *parent = nullptr);

    const Theme &theme() const { return m_theme; }
    const Appearance &appearance() const { return m_appearance; }
    void setAppearance(const Appearance &appearance);

    double scale() const { return m_appearance.textSizePercent / 100.0; }
    int px(int size) const { return qRound(size * scale()); } ///< a size of ui/theme/Metrics.h
    bool reduceMotion() const { return m_appearance.motion == Motion::Reduced; }
    int duration(int ms) const { return reduceMotion() ? 0 : ms; }

    QFont font(Role role) const { return ui::font(role, scale()); }
    QFont font(Role role, QFont::Weight weight) const { return ui::font(role, weight, scale()); }
    QFont mono() const { return monoFont(scale()); }
    int lineHeight(Role role) const { return ui::lineHeight(role, scale()); }

    const IconStore &icons() const { return m_icons; }
    QPixmap icon(const QString &name, int px, const QColor &colour, qreal dpr) const
    {
        return m_icons.pixmap(name, px, colour, dpr);
    }

Q_SIGNALS:
    void changed();

private:
    Appearance m_appearance;
    Theme m_theme;
    IconStore m_icons;
};

} // namespace baton::ui
