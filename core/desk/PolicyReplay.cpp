#include "core/desk/PolicyReplay.h"

#include "core/base/Async.h"
#include "core/desk/ConversationJudge.h"
#include "core/store/Store.h"

namespace baton {

namespace {

/// The columns with some records in place of those of the same rows, and the others behind.
SignalColumns withThese(const SignalColumns &columns, QHash<qint64, SignalRecord> records)
{
    SignalColumns all;
    all.reserve(columns.size() + std::size_t(records.size()));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto other = records.find(columns.row[i]);
        if (other == records.end()) {
            all.append(columns.row[i], columns.at(i));
        } else {
            all.append(columns.row[i], *other);
            records.erase(other);
        }
    }
    QList<qint64> rows = records.keys();
    std::sort(rows.begin(), rows.end());
    for (const qint64 row : rows)
        all.append(row, records.value(row));
    return all;
}

} // namespace

Result<SignalColumns> signalsOf(store::Store &store, const ConversationJudge &judge,
                                ReplayWindow window, Keep keep,
                                const std::function<bool(qint64)> &goOn)
{
    QHash<qint64, SignalRecord> unkept;
    store::UnreadQuery query{window.from, window.to, judge.readBy(), 0};
    for (qint64 read = 0;;) {
        const auto unread = awaited(store.unreadSignals(query));
        if (!unread)
            return unread.error();
        if (unread->isEmpty())
            break;
        QList<store::StoredSignals> found;
        for (const store::UnreadSignals &one : *unread)
            found.append({one.row, judge.record(one.conversation), one.conversation.version});
        query.after = unread->last().row;
        read += found.size();
        if (keep == Keep::Yes) {
            if (const auto saved = awaited(store.saveSignals(found, judge.readBy())); !saved)
                return saved.error();
        } else {
            for (const store::StoredSignals &one : found)
                unkept.insert(one.row, one.record);
        }
        if (goOn && !goOn(read))
            return Error{ErrorCode::Cancelled, {}, {}};
    }
    auto columns = awaited(store.signalColumns(window.from, window.to));
    if (!columns || unkept.isEmpty())
        return columns;
    return withThese(*columns, std::move(unkept));
}

PolicyHistory::PolicyHistory(SignalColumns columns, policy::Policy now, Catalogue catalogue)
    : m_columns(std::move(columns))
    , m_now(std::move(now))
    , m_catalogue(std::move(catalogue))
    , m_rules(policy::replay(m_columns, m_now, m_catalogue))
    , m_staff(policy::staffOf(m_columns))
    , m_handling(policy::handlingOf(m_columns))
    , m_load(policy::loadOf(m_columns, m_rules, m_now, m_staff, m_handling))
{ }

std::vector<quint32> PolicyHistory::rulesUnder(const policy::Policy &draft) const
{
    return policy::replay(m_columns, draft, m_catalogue);
}

policy::Comparison PolicyHistory::compare(const policy::Policy &draft) const
{
    return policy::compare(m_columns, m_rules, rulesUnder(draft));
}

PolicyTrial PolicyHistory::tryOut(const policy::Policy &draft) const
{
    const std::vector<quint32> rules = rulesUnder(draft);
    return {policy::compare(m_columns, m_rules, rules), m_load,
            policy::loadOf(m_columns, rules, draft, m_staff, m_handling)};
}

} // namespace baton
