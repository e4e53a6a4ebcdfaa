#pragma once

#include "ui/models/TranscriptTurns.h"

#include <QtCore/QSet>

/// How turns are cut into pieces that can each be laid out in a few milliseconds. Pure.
namespace baton::ui {

/// Beyond these a message is shown folded until somebody asks for all of it.
constexpr qsizetype foldAboveUnits = 6000;
constexpr qsizetype foldAboveLines = 60;
constexpr qsizetype foldedUnits = 1800;
constexpr qsizetype foldedLines = 20;
/// An unfolded message is cut into parts of at most this many UTF-16 units, at a line end or a
/// space.
constexpr qsizetype partUnits = 4000;

/// A piece of a turn's text, from begin on; a turn without a text has one empty piece.
struct TextBlock
{
    qsizetype turn = 0; ///< index in the list of turns
    qsizetype begin = 0;
    qsizetype length = 0;
    bool first = true;   ///< carries the turn's head
    bool last = true;    ///< carries attachments and links
    bool folded = false; ///< more of the message follows that is not shown
    bool operator==(const TextBlock &) const = default;
};

QList<TextBlock> textBlocks(const QList<Turn> &turns, const QSet<QString> &unfolded);

/// What is laid out for a piece of text: of the same length, line ends as U+2028, other control
/// characters as U+FFFD, so that offsets agree with the message.
QString displayText(QStringView text);

} // namespace baton::ui
