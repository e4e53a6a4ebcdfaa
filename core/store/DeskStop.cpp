#include "core/store/DeskWriter.h"

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

QString auditKindOf(const StopEvent &event)
{
    switch (event.became) {
    case GuardState::Tripped:
        return event.isTrip() ? u"stop-loss-trip"_s : u"stop-loss-not-ready"_s;
    case GuardState::Ready:
        return u"stop-loss-ready"_s;
    case GuardState::Canary:
        return u"stop-loss-release"_s;
    case GuardState::Armed:
        break;
    }
    return u"stop-loss-armed"_s;
}

} // namespace

Result<StopRecord> DeskWriter::addStopEvents(const QList<StopEvent> &events,
                                             const QList<int> &looked, qint64 after)
{
    return m_audit.transact(u"stop-loss"_s, [&]() -> Result<StopRecord> {
        if (const qint64 newest = m_stops.newest(); newest != after)
            return Error{ErrorCode::Conflict, u"stop-loss"_s,
                         u"event %1 is the newest, not %2"_s.arg(newest).arg(after)};
        const int policy = m_policies.newest();
        for (const int week : looked) {
            if (!m_stops.look(week, policy, m_clock.now()))
                return Error{ErrorCode::Conflict, u"stop-loss"_s,
                             u"week %1 was looked at before"_s.arg(week)};
        }
        for (StopEvent event : events) {
            event.policy = policy;
            event.at = m_clock.now();
            const qint64 seq = m_stops.add(event);
            audit(auditKindOf(event), event.segment, u"event %1"_s.arg(seq));
        }
        return m_stops.all();
    });
}

Result<void> DeskWriter::addStopStep(const StopStepDone &step)
{
    return m_audit.transact(u"stop-loss"_s, [&]() -> Result<void> {
        if (m_stops.add(step, m_clock.now()) && step.step == StopStep::Pack)
            audit(u"stop-loss-evidence"_s, u"event %1"_s.arg(step.event), step.detail);
        return {};
    });
}

Result<void> DeskWriter::addPolicyFor(const PolicyVersion &version, qint64 event)
{
    return m_audit.transact(u"policy"_s, [&]() -> Result<void> {
        if (const auto added = putPolicy(version); !added)
            return added.error();
        if (!m_stops.add({event, StopStep::Policy, QString::number(version.version)},
                         m_clock.now()))
            return Error{ErrorCode::Conflict, u"policy"_s,
                         u"event %1 has its version already"_s.arg(event)};
        return {};
    });
}

} // namespace baton::store
