#pragma once

#include "core/store/ActionTable.h"
#include "core/store/AuditLog.h"
#include "core/store/StoreTypes.h"

namespace baton::store {

/// What agents have live systems do; on the writer thread. Each call is one durable transaction,
/// row and audit together; the log holds salted hashes of what was sent and answered.
class ActionWriter
{
public:
    ActionWriter(Connection &connection, const Paths &paths, const Rules &rules,
                 const Clock &clock);

    Result<ActionEntry> record(const ActionRequest &request, const std::optional<Person> &approved);
    Result<ActionEntry> approve(const ActKey &key, const Person &by);
    Result<void> withdraw(const ActKey &key);
    Result<void> dismiss(const ActKey &key);
    Result<bool> begin(const ActKey &key);
    Result<ActionEntry> settle(const ActionSettlement &settlement);

private:
    template <class T, class Fn>
    Result<T> change(const ActKey &key, Fn fn);
    void audit(const QString &kind, const ActionRequest &request, const QString &text);

    const Rules &m_rules;
    const Clock &m_clock;
    ActionTable m_actions;
    AuditLog m_audit;
};

} // namespace baton::store
