#include "core/desk/QueueFeed.h"

#include "core/store/Store.h"

#include <chrono>
#include <utility>

namespace baton {

namespace {

using namespace std::chrono_literals;
constexpr int pageSize = 200;
constexpr int rowsWatched = 200;
constexpr qsizetype incidentsListed = 3; // a list of lines over the list would be another list
constexpr auto gatherFor = 100ms;
constexpr auto recountEvery = 30s;       // deadlines come closer while nothing changes
constexpr qint64 soonMs = 10 * 60'000LL; // TOKENS §5: soon is under 10 minutes

std::vector<qint64> numbers(const QList<QueueRow> &rows)
{
    std::vector<qint64> out;
    out.reserve(size_t(rows.size()));
    for (const QueueRow &row : rows)
        out.push_back(row.row);
    return out;
}

} // namespace

QueueFeed::QueueFeed(store::Store &store, const Clock &clock, AgentId agent)
    : m_store(store)
    , m_clock(clock)
    , m_agent(std::move(agent))
{
    m_snapshot.rows = std::make_shared<const std::vector<qint64>>();
    m_gather.setSingleShot(true);
    connect(&m_gather, &QTimer::timeout, this, [this] {
        load(false);
        count();
        watchMine();
        watchTierC();
    });
    connect(&m_minute, &QTimer::timeout, this, [this] {
        count();
        if (m_snapshot.view == QueueView::BreachingSoon)
            refresh();
    });
    m_minute.start(recountEvery);
}

store::QueueQuery QueueFeed::query() const
{
    return {m_snapshot.view, m_agent, m_clock.now() + soonMs, m_snapshot.filter, m_snapshot.sort};
}

void QueueFeed::showView(QueueView view)
{
    m_snapshot.view = view;
    m_snapshot.search.clear();
    m_snapshot.only = 0;
    load(true);
    count();
}

void QueueFeed::search(const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted == m_snapshot.search)
        return;
    m_snapshot.search = wanted;
    m_snapshot.only = 0;
    load(true);
}

void QueueFeed::arrange(const QueueFilter &filter, QueueSort sort)
{
    if (filter == m_snapshot.filter && sort == m_snapshot.sort)
        return;
    m_snapshot.filter = filter;
    m_snapshot.sort = sort;
    load(true);
}

void QueueFeed::showIncident(qint64 incident)
{
    if (incident == m_snapshot.only)
        return;
    m_snapshot.only = incident;
    m_snapshot.search.clear();
    load(true);
}

void QueueFeed::foldIncident(qint64 incident, bool folded)
{
    if (folded)
        m_unfolded.remove(incident);
    else
        m_unfolded.insert(incident);
    load(false);
}

const Incident *QueueFeed::incident(qint64 id) const
{
    const auto found = std::find_if(m_incidents.begin(), m_incidents.end(),
                                    [id](const Incident &one) { return one.id == id; });
    return found == m_incidents.end() ? nullptr : &*found;
}

void QueueFeed::refresh()
{
    if (!m_gather.isActive())
        m_gather.start(gatherFor);
}

void QueueFeed::load(bool subjectChanged)
{
    if (!subjectChanged) {
        if (m_loading)
            m_again = true;
        else
            loadAll();
        return;
    }
    ++m_subject;
    m_again = false; // what comes from here on is not in what is asked for now
    m_neededFirst = 0;
    m_neededLast = pageSize - 1;
    m_fresh = true;
    // What is narrowed or sorted has no first page that comes before the whole.
    if (m_snapshot.search.isEmpty() && (query().isArranged() || m_snapshot.only != 0))
        loadAll();
    else
        readIncidents([this, first = firstPage()] { loadFirst(first); });
}

/// Asked for at once: the store reads it before the incidents, whose answer it waits for.
QFuture<Result<QList<QueueRow>>> QueueFeed::firstPage() const
{
    return m_snapshot.search.isEmpty()
        ? m_store.firstRows(query(), pageSize)
        : m_store.searchRows(m_snapshot.search, pageSize, m_snapshot.filter);
}

/// What comes after is for the same subject.
void QueueFeed::readIncidents(std::function<void()> then)
{
    m_loading = true;
    if (!foldsIncidents() && m_snapshot.only == 0) {
        then();
        return;
    }
    onFinished(m_store.incidents(), this,
               [this, then = std::move(then),
                subject = m_subject](const Result<QList<Incident>> &incidents) {
                   if (subject != m_subject)
                       return;
                   if (incidents)
                       m_incidents = *incidents;
                   then();
               });
}

void QueueFeed::loadFirst(const QFuture<Result<QList<QueueRow>>> &first)
{
    const quint64 subject = m_subject;
    m_loading = true;
    onFinished(first, this, [this, subject](const Result<QList<QueueRow>> &rows) {
        if (subject != m_subject)
            return;
        if (!rows) {
            m_loading = false;
            if (rows.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(rows.error());
            return;
        }
        const bool all = rows->size() < pageSize;
        const auto found = std::make_shared<const std::vector<qint64>>(numbers(*rows));
        listIncidents(*found);
        const auto shown = folded(found);
        QList<QueueRow> ready = *rows;
        if (shown != found)
            ready.removeIf([&shown](const QueueRow &row) {
                return std::find(shown->begin(), shown->end(), row.row) == shown->end();
            });
        publish(shown, std::move(ready), all);
        if (subject != m_subject)
            return;
        if (!all || m_again) {
            loadAll();
            return;
        }
        m_loading = false;
        if (!m_snapshot.search.isEmpty())
            Q_EMIT matchesCounted(m_snapshot.search, int(rows->size()));
    });
}

void QueueFeed::loadAll()
{
    const quint64 subject = m_subject;
    m_loading = true;
    m_again = false;
    const auto all = m_snapshot.search.isEmpty()
        ? m_store.ids(query())
        : m_store.searchIds(m_snapshot.search, m_snapshot.filter);
    onFinished(all, this, [this, subject](const Result<store::QueueIds> &ids) {
        if (subject != m_subject)
            return;
        if (!ids) {
            m_loading = false;
            if (ids.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(ids.error());
            return;
        }
        if (!m_snapshot.search.isEmpty())
            Q_EMIT matchesCounted(m_snapshot.search, int(ids->rows->size()));
        readIncidents([this, rows = ids->rows] { readRows(rows); });
    });
}

/// What is on the screen may have changed in place: it is read again and comes with the order.
void QueueFeed::readRows(std::shared_ptr<const std::vector<qint64>> rows)
{
    m_loading = false;
    if (m_snapshot.only != 0 && !incident(m_snapshot.only)) {
        m_snapshot.only = 0; // it is over
        load(true);
        return;
    }
    listIncidents(*rows);
    const auto shown = folded(std::move(rows));
    const qsizetype size = qsizetype(shown->size());
    const qsizetype first = std::clamp<qsizetype>(m_neededFirst, 0, size);
    const qsizetype last = std::clamp<qsizetype>(m_neededLast + 1, first, size);
    const QList<qint64> visible(shown->begin() + first, shown->begin() + last);
    onFinished(m_store.rows(visible), this,
               [this, subject = m_subject, shown](const Result<QList<QueueRow>> &ready) {
                   if (subject != m_subject)
                       return;
                   publish(shown, ready ? *ready : QList<QueueRow>(), true);
                   if (subject == m_subject && m_again)
                       loadAll();
               });
}

/// What is mine, closed or searched for is listed whole.
bool QueueFeed::foldsIncidents() const
{
    return m_snapshot.search.isEmpty() && m_snapshot.view != QueueView::Mine
        && m_snapshot.view != QueueView::Archive;
}

/// Those that the rows of a list belong to.
void QueueFeed::listIncidents(const std::vector<qint64> &rows)
{
    m_snapshot.incidents.clear();
    if (m_incidents.isEmpty() || !foldsIncidents())
        return;
    QHash<qint64, qint64> incidentOf;
    for (const Incident &one : std::as_const(m_incidents)) {
        for (const qint64 row : one.alike)
            incidentOf.insert(row, one.id);
    }
    QSet<qint64> here;
    for (const qint64 row : rows) {
        if (const auto found = incidentOf.constFind(row); found != incidentOf.cend())
            here.insert(*found);
    }
    for (const Incident &one : std::as_const(m_incidents)) {
        if (one.id == m_snapshot.only
            || (here.contains(one.id) && m_snapshot.incidents.size() < incidentsListed))
            m_snapshot.incidents.append({one, !m_unfolded.contains(one.id)});
    }
}

std::shared_ptr<const std::vector<qint64>> QueueFeed::folded(
    std::shared_ptr<const std::vector<qint64>> rows) const
{
    QSet<qint64> of;
    for (const ListedIncident &one : m_snapshot.incidents) {
        const Incident &incident = one.incident;
        if (incident.id == m_snapshot.only)
            of = QSet<qint64>(incident.waiting.begin(), incident.waiting.end());
        else if (m_snapshot.only == 0 && one.folded)
            of += QSet<qint64>(incident.alike.begin(), incident.alike.end());
    }
    if (of.isEmpty())
        return rows;
    auto shown = std::make_shared<std::vector<qint64>>();
    const bool only = m_snapshot.only != 0;
    std::copy_if(rows->begin(), rows->end(), std::back_inserter(*shown),
                 [&of, only](qint64 row) { return of.contains(row) == only; });
    return shown;
}

void QueueFeed::publish(std::shared_ptr<const std::vector<qint64>> rows, QList<QueueRow> ready,
                        bool complete)
{
    m_snapshot.rows = std::move(rows);
    m_snapshot.ready = std::move(ready);
    m_snapshot.complete = complete;
    m_snapshot.subjectChanged = std::exchange(m_fresh, false);
    ++m_snapshot.generation;
    // Whoever is told may ask for another view or search at once.
    const QueueSnapshot shown = m_snapshot;
    Q_EMIT queueChanged(shown);
}

void QueueFeed::needRows(quint64 generation, int first, int last)
{
    if (generation != m_snapshot.generation || first > last)
        return;
    const auto &rows = *m_snapshot.rows;
    m_neededFirst = std::clamp<int>(first, 0, int(rows.size()));
    m_neededLast = std::clamp<int>(last, m_neededFirst - 1, int(rows.size()) - 1);
    const QList<qint64> wanted(rows.begin() + m_neededFirst, rows.begin() + m_neededLast + 1);
    if (wanted.isEmpty())
        return;
    onFinished(m_store.rows(wanted), this, [this](const Result<QList<QueueRow>> &ready) {
        if (ready)
            Q_EMIT rowsReady(m_snapshot.generation, *ready);
        else
            Q_EMIT failed(ready.error());
    });
}

void QueueFeed::count()
{
    onFinished(m_store.counts(query()), this, [this](const Result<store::ViewCounts> &counts) {
        if (!counts)
            return;
        Q_EMIT countsChanged({{QueueView::AllWaiting, counts->allWaiting},
                              {QueueView::Mine, counts->mine},
                              {QueueView::TierC, counts->tierC},
                              {QueueView::Recontacts, counts->recontacts},
                              {QueueView::BreachingSoon, counts->breachingSoon},
                              {QueueView::Archive, counts->archive}});
        Q_EMIT heldByBotChanged(counts->heldByBot);
    });
}

void QueueFeed::watch(QueueView view, Seen &seen, bool (*counts)(const QueueRow &),
                      const std::function<void(const QList<QueueRow> &fresh)> &tell)
{
    const store::QueueQuery query{view, m_agent, m_clock.now()};
    onFinished(m_store.firstRows(query, rowsWatched), this,
               [&seen, counts, tell](const Result<QList<QueueRow>> &rows) {
                   if (!rows)
                       return;
                   Watched now{{}, {}, rows->size() < rowsWatched};
                   QList<QueueRow> fresh;
                   QList<QueueRow> behind; // all that were read before
                   for (const QueueRow &row : *rows) {
                       now.rows += row.id;
                       const bool known = seen && seen->rows.contains(row.id);
                       if (known)
                           fresh += std::exchange(behind, {});
                       if (!counts(row))
                           continue;
                       now.ids += row.id;
                       if (seen && !seen->ids.contains(row.id))
                           (known ? fresh : behind) += row;
                   }
                   // Where more waited than are watched, those have moved up, and did not come.
                   if (seen && seen->isAll)
                       fresh += behind;
                   const bool same = seen && seen->ids == now.ids;
                   seen = now;
                   if (!same)
                       tell(fresh);
               });
}

void QueueFeed::watchMine()
{
    watch(
        QueueView::Mine, m_unread, [](const QueueRow &row) { return row.unread; },
        [this](const QList<QueueRow> &fresh) {
            for (const QueueRow &row : fresh)
                Q_EMIT myCustomerAnswered(row);
        });
}

void QueueFeed::watchTierC()
{
    watch(
        QueueView::TierC, m_tierC,
        [](const QueueRow &row) { return row.state == State::Waiting && row.owner.id.isEmpty(); },
        [this](const QList<QueueRow> &fresh) { Q_EMIT peopleNeeded(fresh, m_tierC->ids); });
}

} // namespace baton
