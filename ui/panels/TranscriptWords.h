#pragma once

#include "ui/models/TextBlocks.h"

/// The words of a turn. Colours are chosen by tone where it is painted.
namespace baton::ui {

enum class WordTone { Quiet, Plain, Good, Careful, Bad };

struct TurnWords
{
    QString who;    ///< Message, Note: whose it is, as people call them
    QString person; ///< the whole name, for the initials
    QString time;   ///< "14:06"
    QString tail;   ///< beside the time: delivery, withdrawn
    WordTone tailTone = WordTone::Quiet;
    QString label; ///< all other kinds: the line itself
    QString right; ///< Tool: what came of it; Note: "Internal"
    WordTone rightTone = WordTone::Plain;
    QString icon;            ///< name in the icon set; empty where initials stand
    QStringList attachments; ///< "receipt.pdf · 24 KB · application/pdf"
    bool filesOpen = false;  ///< they can be pressed
    QString unfold;          ///< "Show all 1.0 MiB", where folded
    QString spoken;          ///< the whole turn in words
};

struct WordsInput
{
    QString customer; ///< as shown; empty where unknown
    Instant now;      ///< for "Today"
    QTimeZone zone = QTimeZone::systemTimeZone();
    bool filesOpen = false; ///< whoever shows it follows attachmentActivated()
};

TurnWords turnWords(const Turn &turn, const TextBlock &block, const WordsInput &input);

} // namespace baton::ui
