#include "app/console/Shots.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace baton {

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

namespace {

/// The widget and the popover or sheet over it, which is a window of its own.
QPixmap seen(QWidget &widget)
{
    QPixmap whole = widget.grab();
    for (QWidget *over : {QApplication::activePopupWidget(), QApplication::activeModalWidget()}) {
        if (!over)
            continue;
        QPainter p(&whole);
        p.drawPixmap(over->pos() - widget.mapToGlobal(QPoint(0, 0)), over->grab());
    }
    return whole;
}

} // namespace

void shoot(QWidget &widget, const QString &path)
{
    // What grows inside what grows asks its parent for room one event after the other.
    for (int i = 0; i < 4; ++i)
        QCoreApplication::processEvents();
    if (seen(widget).save(path))
        say(QStringLiteral("  screenshot %1").arg(path));
    else
        say(QStringLiteral("  could not write %1").arg(path));
}

} // namespace baton
