#include "core/desk/DayBoard.h"

#include "core/base/Async.h"
#include "core/store/Store.h"

#include <algorithm>

namespace baton {

namespace {

Instant lastMidnight(Instant now)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now.ms);
    return Instant::from(local.date().startOfDay());
}

/// The middle one, or the mean of the two in the middle.
std::optional<qint64> median(QList<qint64> values)
{
    if (values.isEmpty())
        return {};
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 == 1 ? values.at(middle)
                                  : (values.at(middle - 1) + values.at(middle)) / 2;
}

} // namespace

DayBoard::DayBoard(Parts parts)
    : m_parts(std::move(parts))
{ }

void DayBoard::ask()
{
    if (m_counting) {
        m_again = true;
        return;
    }
    m_counting = true;
    m_again = false;
    const Instant midnight = lastMidnight(m_parts.clock.now());
    if (midnight != m_midnight)
        m_read.clear();
    m_midnight = midnight;
    onFinished(m_parts.store.repliedSince(midnight), this,
               [this](const Result<QList<RepliedTo>> &replied) {
                   if (!replied) {
                       m_counting = false;
                       Q_EMIT failed(replied.error());
                       return;
                   }
                   m_replied = *replied;
                   m_next = 0;
                   readNext();
               });
}

void DayBoard::readNext()
{
    const auto known = [this](const RepliedTo &one) {
        return m_read.value(one.conversation).replies == one.replies;
    };
    while (m_next < m_replied.size() && known(m_replied.at(m_next)))
        ++m_next;
    if (m_next == m_replied.size()) {
        finish();
        return;
    }
    const RepliedTo one = m_replied.at(m_next++);
    onFinished(m_parts.store.conversation(one.conversation), this,
               [this, one](const Result<store::ConversationRecord> &record) {
                   // One that is gone from the cache was still replied to.
                   m_read[one.conversation]
                       = {one.replies,
                          record ? m_parts.replies(m_midnight, *record) : QList<ReplyTime>()};
                   readNext();
               });
}

void DayBoard::finish()
{
    DayFigures figures;
    QList<qint64> firstReplies;
    for (const RepliedTo &one : std::as_const(m_replied)) {
        figures.replies += one.replies;
        figures.cameBack += one.cameBack ? 1 : 0;
        const QList<ReplyTime> &times = m_read[one.conversation].times;
        for (const ReplyTime &reply : times) {
            figures.late += reply.late ? 1 : 0;
            if (reply.first && reply.waitedMs)
                firstReplies += *reply.waitedMs;
        }
    }
    figures.medianFirstReplyMs = median(std::move(firstReplies));
    m_counting = false;
    Q_EMIT counted(figures);
    if (m_again)
        ask();
}

} // namespace baton
