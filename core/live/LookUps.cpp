#include "core/live/LookUps.h"

#include <algorithm>

namespace baton::live {

namespace {

constexpr size_t conversationsKept = 32;

}

LookUps::LookUps(Parts parts)
    : m_parts(parts)
{ }

LookUps::~LookUps()
{
    giveUp();
}

void LookUps::follow(const Conversation &conversation)
{
    if (conversation == m_conversation || m_parts.declarations.lookUps.isEmpty())
        return;
    if (conversation.id != m_conversation.id)
        leave();
    m_conversation = conversation;
    const auto known = m_parts.compute.run([conversation] { return knownOf(conversation); });
    onFinished(known, this, [this, following = m_following](const Known &read) {
        if (following == m_following)
            take(read);
    });
}

void LookUps::leave()
{
    giveUp();
    keep();
    m_rows.clear();
    m_known.clear();
    m_conversation = {};
    ++m_following;
}

void LookUps::giveUp()
{
    for (Row &row : m_rows) {
        row.asked.cancel();
        row.asking = 0;
        row.shown.asking = false;
    }
}

void LookUps::keep()
{
    if (m_rows.empty())
        return;
    std::erase_if(m_kept,
                  [this](const Kept &one) { return one.conversation == m_conversation.id; });
    m_kept.push_front({m_conversation.id, m_rows});
    if (m_kept.size() > conversationsKept)
        m_kept.pop_back();
}

/// As it was answered before, where the same was asked of the same conversation.
LookUps::Row LookUps::rowFor(const LookUpSpec &spec, const Known &known, Call call)
{
    const auto same
        = [&](const Row &row) { return row.shown.name == spec.endpoint.name && row.call == call; };
    std::vector<Row> *before = &m_rows;
    for (Kept &one : m_kept) {
        if (m_rows.empty() && one.conversation == m_conversation.id)
            before = &one.rows;
    }
    const auto at = std::find_if(before->begin(), before->end(), same);
    if (at != before->end())
        return *at;
    Row row;
    row.endpoint = &spec.endpoint;
    row.call = std::move(call);
    row.known = known;
    row.shown.name = spec.endpoint.name;
    row.shown.title = spec.endpoint.title;
    row.shown.about = aboutOf(spec.endpoint, known);
    row.shown.freshMs = spec.freshMs;
    return row;
}

void LookUps::take(const Known &known)
{
    std::vector<Row> rows;
    for (const LookUpSpec &spec : m_parts.declarations.lookUps) {
        auto call = callFor(spec.endpoint, m_parts.declarations.systemOf(spec.endpoint), known);
        if (call)
            rows.push_back(rowFor(spec, known, std::move(call).value()));
    }
    for (Row &row : m_rows) {
        const bool stays = std::any_of(rows.begin(), rows.end(), [&row](const Row &one) {
            return one.asking != 0 && one.asking == row.asking;
        });
        if (!stays)
            row.asked.cancel();
    }
    m_known = known;
    m_rows = std::move(rows);
    const Instant now = m_parts.clock.now();
    for (Row &row : m_rows) {
        if (!row.shown.asking && (!row.shown.at || row.shown.problem || row.shown.isStale(now)))
            ask(row);
    }
    Q_EMIT changed();
}

void LookUps::askAgain()
{
    for (Row &row : m_rows) {
        if (!row.shown.asking)
            ask(row);
    }
    Q_EMIT changed();
}

void LookUps::ask(Row &row)
{
    row.asking = ++m_askings;
    row.shown.asking = true;
    row.asked = m_parts.system.ask(row.call);
    onFinished(row.asked, this,
               [this, asking = row.asking, endpoint = *row.endpoint,
                known = row.known](const Result<Reply> &reply) {
                   if (!reply) {
                       settle(asking, reply.error());
                       return;
                   }
                   const auto read = m_parts.compute.run([endpoint, known, reply = *reply] {
                       return answerOf(endpoint, known, reply);
                   });
                   onFinished(read, this, [this, asking](const Result<Answer> &answer) {
                       settle(asking, answer);
                   });
               });
}

void LookUps::settle(quint64 asking, const Result<Answer> &answer)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                  [asking](const Row &one) { return one.asking == asking; });
    if (row == m_rows.end())
        return;
    row->asking = 0;
    row->shown.asking = false;
    row->shown.problem.reset();
    if (answer) {
        row->shown.lines = answer->lines;
        row->shown.at = m_parts.clock.now();
        row->evidence = answer->evidence;
    } else {
        row->shown.problem = answer.error();
    }
    Q_EMIT changed();
}

QList<LiveLookUp> LookUps::shown() const
{
    QList<LiveLookUp> out;
    for (const Row &row : m_rows)
        out.append(row.shown);
    return out;
}

QList<LookUp> LookUps::evidence() const
{
    QList<LookUp> out;
    for (const Row &row : m_rows) {
        if (row.shown.at && !row.evidence.isEmpty())
            out.append({row.shown.title, row.evidence, *row.shown.at});
    }
    return out;
}

} // namespace baton::live
