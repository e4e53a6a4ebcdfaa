#pragma once

#include "core/desk/LiveBoard.h"
#include "core/domain/Draft.h"
#include "ui/models/SourceLines.h"

#include <QtCore/QMap>
#include <QtCore/QSet>
#include <QtCore/QTimeZone>

/// What live systems add to the check of a reply: which of its sources are old by now, and what it
/// may say only once it is done. Plain values; pure.
namespace baton::ui {

/// An action that was approved, or asked for, and has not ended.
struct Undone
{
    QString title; ///< as declared: "Cancel the order"
    QString state; ///< a sentence: "On its way."
    bool operator==(const Undone &) const = default;
};

struct LiveSigns
{
    bool away = false;           ///< upstream is: nothing can be looked up again
    QSet<QString> old;           ///< look-ups past their freshness, by name
    QMap<QString, QString> ages; ///< "as of 14:06", "4 min old", by the look-up's name
    QString orderAge;            ///< "4 min old"; only while away
    QList<Undone> undone;        ///< what is under way
    bool operator==(const LiveSigns &) const = default;

    bool isOld(SupportKind kind, const QString &source) const;
};

struct LiveMoment
{
    Instant now;
    bool away = false;
    std::optional<Instant> lastSync = {};
    QTimeZone zone = QTimeZone::systemTimeZone();
};

/// What stands behind a source's title: how old it is where that is known.
QString asideOf(const SourceLine &line, const LiveSigns &live);

/// snapshot: of the conversation that the reply is for; that of another one says nothing.
LiveSigns liveSigns(const LiveSnapshot &snapshot, const ConversationId &conversation,
                    const LiveMoment &moment);

} // namespace baton::ui
