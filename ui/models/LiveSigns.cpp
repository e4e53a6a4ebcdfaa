#include "ui/models/LiveSigns.h"

#include "ui/text/Format.h"
#include "ui/text/LiveWords.h"

#include <QtCore/QCoreApplication>

namespace baton::ui {

namespace {

struct Signs
{
    Q_DECLARE_TR_FUNCTIONS(LiveSigns)
};

} // namespace

bool LiveSigns::isOld(SupportKind kind, const QString &source) const
{
    return (kind == SupportKind::LookUp && (away || old.contains(source)))
        || (kind == SupportKind::Order && away);
}

QString LiveSigns::ageOf(SupportKind kind, const QString &source) const
{
    const bool lookedUp = kind == SupportKind::LookUp || kind == SupportKind::Order;
    return lookedUp ? ages.value(source, age) : QString();
}

LiveSigns liveSigns(const LiveSnapshot &snapshot, const ConversationId &conversation,
                    const LiveMoment &moment)
{
    LiveSigns signs;
    signs.away = moment.away;
    const QTimeZone zone = QTimeZone::systemTimeZone();
    if (moment.away && moment.lastSync)
        signs.age = format::old(*moment.lastSync, moment.now, zone);
    if (snapshot.conversation != conversation)
        return signs;
    for (const LiveLookUp &lookUp : snapshot.lookUps) {
        if (!lookUp.at)
            continue;
        const bool old = lookUp.isStale(moment.now);
        if (old)
            signs.old.insert(lookUp.name);
        signs.ages.insert(lookUp.name,
                          old || moment.away ? format::old(*lookUp.at, moment.now, zone)
                                             : liveAge(lookUp, moment.now, zone));
    }
    for (const ActionEntry &entry : snapshot.actions) {
        if (!entry.isOpen())
            continue;
        signs.undone = Signs::tr("%1: %2", "an action, how it stands")
                           .arg(entry.request.title, actionState(entry, moment.now, zone));
        break;
    }
    return signs;
}

} // namespace baton::ui
