#pragma once

#include "core/desk/Compare.h"

#include <QtCore/QTimeZone>

/// A held reply beside what moved meanwhile, in lines of words for three columns. Pure.
namespace baton::ui {

struct CompareLine
{
    enum class Kind {
        Turn,    ///< somebody wrote: who, when, text
        Plain,   ///< a sentence that nothing is to be said of
        Said,    ///< of mine: somebody said it already
        Differs, ///< of mine or theirs: the two do not agree
        Mine     ///< of mine: only I say it
    };
    Kind kind = Kind::Plain;
    QString text;
    QString remark;        ///< the reason in words, below the text
    QString who;           ///< Turn: as people call them
    QString person;        ///< Turn: the whole name, for the initials
    QString when;          ///< Turn
    bool customer = false; ///< Turn
    bool operator==(const CompareLine &) const = default;
    QString spoken() const;
};

struct CompareColumn
{
    QString title;
    QString state;  ///< quiet words behind the title; may be empty
    QString aside;  ///< quiet words at the right of the head
    QString person; ///< whose initials stand before the title; empty: an icon
    QList<CompareLine> lines;
    bool operator==(const CompareColumn &) const = default;
};

struct CompareWords
{
    QString what;   ///< the thread moved, it was closed, somebody else has it
    QString detail; ///< what became of my reply, and who wrote
    CompareColumn added;
    CompareColumn theirs;
    CompareColumn yours;
    bool operator==(const CompareWords &) const = default;
};

CompareWords compareWords(const Comparison &comparison, const QString &customer,
                          const QTimeZone &zone = QTimeZone::systemTimeZone());

} // namespace baton::ui
