#pragma once

#include <QtCore/QList>
#include <QtCore/QRect>

namespace baton::ui {

enum class RowDensity { Full, Compact };

/// How much room the parts of a row want, in pixels; 0 for a part that is not there.
struct QueueRowParts
{
    int name = 0;
    int pips = 0;
    int time = 0;
    bool ring = false;
    bool mood = false;    ///< a face and a direction
    QList<int> tags;      ///< width of the text behind each tag's icon; 0 for an icon alone
    QList<bool> tagIcons; ///< whether the tag has an icon; as long as tags
    bool pen = false;
    int holder = 0; ///< text or disc at the end of the last line
};

/// Where the parts of a row of the queue lie (TOKENS §4), in the row's own coordinates, left to
/// right. A part that is not there, or has no room, is empty.
struct QueueRowGeometry
{
    QRect badge;
    QRect unread;
    QRect name; ///< cut to the room there is
    QRect pips;
    QRect ring;
    QRect time;
    QRect need;
    QRect channel;
    QRect mood;
    QRect trend;
    QList<QRect> tagIcons;
    QList<QRect> tagTexts;
    QRect pen;
    QRect holder;
    int hairline = 0;
    bool operator==(const QueueRowGeometry &) const = default;
};

int queueRowHeight(RowDensity density, double scale);
QueueRowGeometry queueRowGeometry(int width, RowDensity density, double scale,
                                  const QueueRowParts &parts);
/// The blocks of a row that is not there yet.
QList<QRect> queueRowSkeleton(int width, RowDensity density, double scale);

} // namespace baton::ui
