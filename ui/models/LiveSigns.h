#pragma once

#include "core/desk/LiveBoard.h"
#include "core/domain/Draft.h"

#include <QtCore/QMap>
#include <QtCore/QSet>

/// What live systems add to the check of a reply: which of its sources are old by now, and what it
/// may say only once it is done. Plain values; pure.
namespace baton::ui {

struct LiveSigns
{
    bool away = false;           ///< upstream is: nothing can be looked up again
    QSet<QString> old;           ///< look-ups past their freshness, by name
    QMap<QString, QString> ages; ///< "as of 14:06", "4 min old", by the look-up's name
    QString age;                 ///< of all else that was looked up; only while away
    QString undone; ///< "Void payment capture: on its way."; empty: nothing is under way
    bool operator==(const LiveSigns &) const = default;

    bool isOld(SupportKind kind, const QString &source) const;
    QString ageOf(SupportKind kind, const QString &source) const; ///< empty: nothing is to be said
};

struct LiveMoment
{
    Instant now;
    bool away = false;
    std::optional<Instant> lastSync = {};
};

/// snapshot: of the conversation that the reply is for; that of another one says nothing.
LiveSigns liveSigns(const LiveSnapshot &snapshot, const ConversationId &conversation,
                    const LiveMoment &moment);

} // namespace baton::ui
