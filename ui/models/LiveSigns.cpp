#include "ui/models/LiveSigns.h"

#include "ui/text/Format.h"
#include "ui/text/LiveWords.h"

namespace baton::ui {

bool LiveSigns::isOld(SupportKind kind, const QString &source) const
{
    return (kind == SupportKind::LookUp && (away || old.contains(source)))
        || (kind == SupportKind::Order && away);
}

/// A step of the packet is a look-up too, and has no age here: the bot's was made when it was made.
QString asideOf(const SourceLine &line, const LiveSigns &live)
{
    QString age;
    if (line.kind == SupportKind::LookUp)
        age = live.ages.value(line.source);
    else if (line.kind == SupportKind::Order)
        age = live.orderAge;
    return age.isEmpty() ? line.aside : age;
}

LiveSigns liveSigns(const LiveSnapshot &snapshot, const ConversationId &conversation,
                    const LiveMoment &moment)
{
    LiveSigns signs;
    signs.away = moment.away;
    if (moment.away && moment.lastSync)
        signs.orderAge = format::old(*moment.lastSync, moment.now, moment.zone);
    if (snapshot.conversation != conversation)
        return signs;
    for (const LiveLookUp &lookUp : snapshot.lookUps) {
        if (!lookUp.at)
            continue;
        const bool old = lookUp.isStale(moment.now);
        if (old)
            signs.old.insert(lookUp.name);
        signs.ages.insert(lookUp.name,
                          old || moment.away ? format::old(*lookUp.at, moment.now, moment.zone)
                                             : liveAge(lookUp, moment.now, moment.zone));
    }
    for (const ActionEntry &entry : snapshot.actions) {
        if (entry.isOpen())
            signs.undone.append({entry.request.title, actionState(entry, moment.now, moment.zone)});
    }
    return signs;
}

} // namespace baton::ui
