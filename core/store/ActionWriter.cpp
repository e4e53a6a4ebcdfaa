#include "core/store/ActionWriter.h"

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

Error actionConflict(const ActionEntry &entry, const QString &wanted)
{
    return {ErrorCode::Conflict, entry.request.key.text(),
            u"%1 is not possible: the action has status %2"_s.arg(wanted).arg(int(entry.status))};
}

QString sentText(const ActionRequest &request)
{
    return u"%1 %2\n%3"_s.arg(request.method, request.url, request.body);
}

QString settledKind(ActionStatus status)
{
    switch (status) {
    case ActionStatus::Done:
        return u"action-done"_s;
    case ActionStatus::Refused:
        return u"action-refused"_s;
    default:
        return u"action-unconfirmed"_s;
    }
}

} // namespace

ActionWriter::ActionWriter(Connection &connection, const Paths &paths, const Rules &rules,
                           const Clock &clock)
    : m_rules(rules)
    , m_clock(clock)
    , m_actions(connection)
    , m_audit(connection, paths.auditHeadFile())
{ }

void ActionWriter::audit(const QString &kind, const ActionRequest &request, const QString &text)
{
    QString detail = request.key.text() + u' ' + request.name;
    if (!text.isEmpty())
        detail += u' ' + m_audit.hashed(text);
    m_audit.append(
        {m_clock.now(), m_rules.agent.id.text(), kind, request.conversation.text(), detail});
}

template <class T, class Fn>
Result<T> ActionWriter::change(const ActKey &key, Fn fn)
{
    return m_audit.transact(u"action"_s, [&]() -> Result<T> {
        std::optional<ActionEntry> entry = m_actions.find(key);
        if (!entry)
            return Error{ErrorCode::NotFound, key.text(), u"no such action"_s};
        return fn(*entry);
    });
}

Result<ActionEntry> ActionWriter::record(const ActionRequest &request,
                                         const std::optional<Person> &approved)
{
    return m_audit.transact(u"action"_s, [&]() -> Result<ActionEntry> {
        if (const std::optional<ActionEntry> known = m_actions.find(request.key)) {
            if (known->request == request)
                return *known;
            return Error{ErrorCode::Conflict, request.key.text(), u"another action has this key"_s};
        }
        ActionEntry entry;
        entry.request = request;
        entry.status = approved ? ActionStatus::Waiting : ActionStatus::Asked;
        entry.approved = approved;
        entry.approvedAt = approved ? m_clock.now() : Instant();
        m_actions.insert(entry);
        audit(approved ? u"action-approved"_s : u"action-asked"_s, request, sentText(request));
        return entry;
    });
}

Result<ActionEntry> ActionWriter::approve(const ActKey &key, const Person &by)
{
    return change<ActionEntry>(key, [&](ActionEntry &entry) -> Result<ActionEntry> {
        if (entry.status != ActionStatus::Asked)
            return actionConflict(entry, u"approve"_s);
        entry.status = ActionStatus::Waiting;
        entry.approved = by;
        entry.approvedAt = m_clock.now();
        m_actions.update(entry);
        audit(u"action-approved"_s, entry.request, sentText(entry.request));
        return entry;
    });
}

Result<void> ActionWriter::withdraw(const ActKey &key)
{
    return change<void>(key, [&](ActionEntry &entry) -> Result<void> {
        if (entry.status == ActionStatus::Withdrawn)
            return {};
        if (entry.status != ActionStatus::Asked)
            return actionConflict(entry, u"withdraw"_s);
        entry.status = ActionStatus::Withdrawn;
        entry.settledAt = m_clock.now();
        m_actions.update(entry);
        audit(u"action-withdrawn"_s, entry.request, {});
        return {};
    });
}

Result<void> ActionWriter::dismiss(const ActKey &key)
{
    return change<void>(key, [&](ActionEntry &entry) -> Result<void> {
        if (entry.status != ActionStatus::Refused && entry.status != ActionStatus::Unconfirmed)
            return actionConflict(entry, u"dismiss"_s);
        entry.dismissed = true;
        m_actions.update(entry);
        return {};
    });
}

Result<bool> ActionWriter::begin(const ActKey &key)
{
    return change<bool>(key, [&](ActionEntry &entry) -> Result<bool> {
        if (entry.status != ActionStatus::Waiting)
            return false;
        entry.begun = true;
        ++entry.attempts;
        m_actions.update(entry);
        return true;
    });
}

Result<ActionEntry> ActionWriter::settle(const ActionSettlement &settlement)
{
    return change<ActionEntry>(settlement.key, [&](ActionEntry &entry) -> Result<ActionEntry> {
        if (entry.status != ActionStatus::Waiting) {
            if (entry.status == settlement.status)
                return entry;
            return actionConflict(entry, u"settle"_s);
        }
        entry.status = settlement.status;
        entry.problem = settlement.problem;
        entry.answer = settlement.answer;
        if (!entry.isOpen()) {
            entry.begun = false;
            entry.settledAt = m_clock.now();
            audit(settledKind(entry.status), entry.request, entry.answer);
        }
        m_actions.update(entry);
        return entry;
    });
}

} // namespace baton::store
