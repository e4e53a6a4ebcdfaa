#include "ui/theme/IconStore.h"

#include <QtCore/QFile>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

#include <algorithm>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

/// The rail's icons are drawn on a 20 px grid and have that in their name.
QString fileOf(const QString &name)
{
    const QString plain = u":/icons/%1.svg"_s.arg(name);
    return QFile::exists(plain) ? plain : u":/icons/%1-20.svg"_s.arg(name);
}

/// Lines are as wide in a small icon as in a whole one, 1.5 px, but at most thickest of the grid.
QByteArray drawn(const QString &path, int px)
{
    constexpr double line = 1.5;
    constexpr double thickest = 1.75;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    const int grid = path.endsWith("-20.svg"_L1) ? 20 : 16;
    if (px < grid)
        svg.replace("stroke-width=\"1.5\"",
                    "stroke-width=\"" + QByteArray::number(std::min(line * grid / px, thickest))
                        + '"');
    return svg;
}

QPixmap render(const QString &file, int px, qreal dpr, const QColor *tint)
{
    const int side = qRound(px * dpr);
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (QFile::exists(file)) {
        QSvgRenderer svg(drawn(file, px));
        svg.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter p(&image);
        p.setRenderHint(QPainter::Antialiasing);
        svg.render(&p, QRectF(0, 0, side, side));
        if (tint) {
            p.setCompositionMode(QPainter::CompositionMode_SourceIn);
            p.fillRect(image.rect(), *tint);
        }
    }
    QPixmap out = QPixmap::fromImage(image);
    out.setDevicePixelRatio(dpr);
    return out;
}

} // namespace

bool IconStore::exists(const QString &name)
{
    return QFile::exists(fileOf(name));
}

QPixmap IconStore::pixmap(const QString &name, int px, const QColor &colour, qreal dpr) const
{
    const Key key{name, px, colour.rgba(), dpr};
    const auto found = m_drawn.constFind(key);
    if (found != m_drawn.constEnd())
        return *found;
    return *m_drawn.insert(key, render(fileOf(name), px, dpr, &colour));
}

QPixmap IconStore::brand(const QString &name, int px, qreal dpr) const
{
    const Key key{u"brand/"_s + name, px, 0, dpr};
    const auto found = m_drawn.constFind(key);
    if (found != m_drawn.constEnd())
        return *found;
    return *m_drawn.insert(key, render(u":/icons/brand/%1.svg"_s.arg(name), px, dpr, nullptr));
}

} // namespace baton::ui
