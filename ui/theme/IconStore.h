#pragma once

#include <QtCore/QHash>
#include <QtGui/QColor>
#include <QtGui/QPixmap>

namespace baton::ui {

/// The icons of resources/icons by name ("send", "desk"), in any size and colour. Drawn once for
/// each (name, size, colour, device pixel ratio). GUI thread.
class IconStore
{
public:
    /// px is the side in device-independent pixels. A name that does not exist gives an empty
    /// pixmap of that size.
    QPixmap pixmap(const QString &name, int px, const QColor &colour, qreal dpr) const;
    /// A brand drawing ("app-icon", "logo-light") in its own colours.
    QPixmap brand(const QString &name, int px, qreal dpr) const;
    static bool exists(const QString &name);

private:
    struct Key
    {
        QString name;
        int px = 0;
        QRgb colour = 0;
        qreal dpr = 1;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.name, key.px, key.colour, key.dpr);
        }
    };
    mutable QHash<Key, QPixmap> m_drawn;
};

} // namespace baton::ui
