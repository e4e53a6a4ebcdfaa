#include "core/desk/LabelBoard.h"

#include "core/desk/Labels.h"
#include "core/desk/PolicyBoard.h"
#include "core/desk/PolicyReplay.h"
#include "core/signals/SignalReader.h"
#include "core/store/Store.h"

#include <algorithm>

namespace baton {

namespace {

constexpr int drawnFor = 2; // a few have no words, or are gone

} // namespace

int LabelSnapshot::count(LabelState state) const
{
    return int(std::count_if(items.begin(), items.end(),
                             [state](const LabelItem &one) { return one.state == state; }));
}

struct LabelBoard::Drawn
{
    QList<LabelItem> items;
    qint64 readings = 0;
    qint64 looked = 0;
};

LabelBoard::LabelBoard(store::Store &store, const Clock &clock, const Agent &agent,
                       const PolicyBoard &policies)
    : m_store(store)
    , m_clock(clock)
    , m_agent(agent)
    , m_policies(policies)
{
    connect(&policies, &PolicyBoard::whatIfChanged, this, [this] {
        if (m_waiting == 0)
            return;
        if (m_policies.history() || m_shown.problem != m_policies.whatIf().problem)
            draw(m_waiting);
    });
}

LabelBoard::~LabelBoard()
{
    *m_stopping = true;
}

void LabelBoard::publish()
{
    const LabelSnapshot shown = m_shown;
    Q_EMIT changed(shown);
}

void LabelBoard::draw(int count)
{
    if (m_agent.role != Role::Lead)
        return;
    const quint64 drawing = ++m_drawing;
    const auto history = m_policies.history();
    m_waiting = history ? 0 : count; // what cannot be read now is drawn once it can
    m_shown = {};
    if (!history)
        m_shown.problem = m_policies.whatIf().problem;
    m_shown.isRead = m_shown.problem.has_value();
    publish();
    if (!history)
        return;
    const auto drawn
        = m_work.run([&store = m_store, history, count, stopping = m_stopping]() -> Result<Drawn> {
              const SignalColumns &columns = history->columns();
              const auto looked = awaited(store.looked());
              if (!looked)
                  return looked.error();
              const std::vector<PlacedLook> placed = placedIn(columns, *looked);
              Drawn some;
              some.looked = qint64(placed.size());
              some.readings = qint64(std::count_if(columns.intent.begin(), columns.intent.end(),
                                                   [](quint16 intent) { return intent != 0; }));
              const auto sample = quality::drawLabels(candidatesIn(columns, placed),
                                                      drawnFor * std::max(0, count));
              QList<qint64> rows;
              for (const quality::LabelCandidate &one : sample)
                  rows.append(one.row);
              const auto found = awaited(store.rows(rows));
              if (!found)
                  return found.error();
              for (const QueueRow &row : *found) {
                  if (some.items.size() >= count)
                      break;
                  if (*stopping)
                      return Error{ErrorCode::Cancelled, {}, {}};
                  const auto record = awaited(store.conversation(row.id));
                  if (!record)
                      continue; // it went meanwhile
                  LabelItem item;
                  item.text = signs::needText(record->conversation);
                  if (item.text.isEmpty())
                      continue;
                  item.row = row.row;
                  item.id = row.id;
                  item.channel = row.channel;
                  const auto at
                      = std::size_t(std::ranges::find(columns.row, row.row) - columns.row.begin());
                  item.locale = record->conversation.locale;
                  item.intent = columns.names()[columns.intent[at]];
                  item.confidence = columns.confidence[at] / 1e4;
                  some.items.append(item);
              }
              return some;
          });
    onFinished(drawn, this, [this, drawing](const Result<Drawn> &some) {
        if (drawing != m_drawing)
            return;
        m_shown.isRead = true;
        if (some) {
            m_shown.items = some->items;
            m_shown.readings = some->readings;
            m_shown.looked = some->looked;
        } else {
            m_shown.problem = some.error();
        }
        publish();
    });
}

void LabelBoard::stands()
{
    if (m_shown.at < m_shown.items.size())
        answer(LabelState::Right, m_shown.items[m_shown.at].intent);
}

void LabelBoard::isAbout(const QString &became)
{
    if (m_shown.at < m_shown.items.size())
        answer(became == m_shown.items[m_shown.at].intent ? LabelState::Right : LabelState::Wrong,
               became);
}

/// What cannot be stored is open again, and looked at once more.
void LabelBoard::answer(LabelState state, const QString &became)
{
    if (m_agent.role != Role::Lead)
        return;
    const qsizetype at = m_shown.at;
    LabelItem &item = m_shown.items[at];
    item.state = state;
    item.became = state == LabelState::Wrong ? became : QString();
    m_shown.problem.reset();
    ++m_shown.at;
    const IntentCorrection correction{item.id, item.text,        item.intent,
                                      became,  m_agent.person(), m_clock.now(),
                                      true,    item.confidence};
    onFinished(m_store.correctIntent(correction), this,
               [this, at, drawing = m_drawing](const Result<void> &done) {
                   if (done) {
                       Q_EMIT stored();
                       return;
                   }
                   if (drawing != m_drawing)
                       return;
                   m_shown.problem = done.error();
                   m_shown.items[at].state = LabelState::Open;
                   m_shown.at = std::min(m_shown.at, at);
                   publish();
               });
    publish();
}

void LabelBoard::skip()
{
    if (m_shown.at >= m_shown.items.size())
        return;
    LabelItem &item = m_shown.items[m_shown.at];
    if (item.state == LabelState::Open) // else it was answered, and that stands
        item.state = LabelState::Skipped;
    ++m_shown.at;
    publish();
}

void LabelBoard::back()
{
    if (m_shown.at == 0)
        return;
    --m_shown.at;
    publish();
}

} // namespace baton
