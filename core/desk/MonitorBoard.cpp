#include "core/desk/MonitorBoard.h"

#include "core/base/JsonPlace.h"
#include "core/desk/TeamFile.h"
#include "core/store/Store.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qint64 lookedAtMs = 7 * dayMs;
constexpr int pageOfClosed = 500;
constexpr int firstsCounted = 1000; ///< of a person's conversations: no monitor asks for more
constexpr qint64 largestMonitorsFile = 1 << 20; // bytes

/// The team's; nothing where there is no file.
Result<std::optional<Monitors>> readTeamMonitors(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::optional<Monitors>();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, path, file.errorString()};
    if (file.size() > largestMonitorsFile)
        return Error{ErrorCode::TooLarge, path, {}};
    const QByteArray json = file.readAll();
    const auto wrong = [&path](int line, const QString &what) {
        return Error{ErrorCode::InvalidInput, u"%1:%2"_s.arg(path).arg(line), what};
    };
    if (const auto flaw = jsonFlaw(json))
        return wrong(flaw->line, flaw->what);
    const Result<Monitors> monitors = quality::readMonitors(json);
    if (!monitors) {
        const QString &detail = monitors.error().detail;
        return wrong(jsonLine(json, detail.left(detail.indexOf(": "_L1))), detail);
    }
    return std::optional<Monitors>(*monitors);
}

} // namespace

MonitorBoard::MonitorBoard(store::Store &store, const Clock &clock, const Agent &agent)
    : m_store(store)
    , m_clock(clock)
    , m_agent(agent)
{
    m_shown.kept = quality::bundledMonitors();
    m_shown.edited = m_shown.kept;
}

MonitorBoard::~MonitorBoard() = default;

QString MonitorBoard::fileIn(const QString &dataFolder)
{
    return dataFolder + u"/monitors.json"_s;
}

void MonitorBoard::refreshRole()
{
    if (m_shown.mayEdit != (m_agent.role == Role::Lead))
        publish();
}

void MonitorBoard::publish()
{
    m_shown.mayEdit = m_agent.role == Role::Lead;
    const MonitorsSnapshot shown = m_shown;
    Q_EMIT changed(shown);
}

void MonitorBoard::start()
{
    const auto reading
        = m_work.run([path = fileIn(m_store.paths().data)] { return readTeamMonitors(path); });
    onFinished(reading, this, [this](const Result<std::optional<Monitors>> &own) {
        m_shown.problem.reset();
        m_shown.own = !own || *own;
        if (!own) {
            m_shown.problem = own.error();
            Q_EMIT failed(own.error());
        } else if (*own) {
            return use(**own);
        }
        publish();
    });
}

/// Nothing that was edited meanwhile is lost.
void MonitorBoard::use(const Monitors &monitors)
{
    const bool follows = !m_shown.isChanged();
    m_shown.kept = monitors;
    if (follows)
        m_shown.edited = monitors;
    Q_EMIT monitorsChanged(monitors);
    count();
}

void MonitorBoard::refresh()
{
    m_since = m_clock.now() + -lookedAtMs;
    collect({}, std::make_shared<Facts>(), ++m_asked);
    publish();
}

void MonitorBoard::collect(const store::FactsPage &before, std::shared_ptr<Facts> facts,
                           quint64 asked)
{
    onFinished(m_store.reviewFacts({m_since, before.last, pageOfClosed, firstsCounted,
                                    store::FactsQuery::Picked::Included, before.firsts}),
               this, [this, facts = std::move(facts), asked](const Result<store::FactsPage> &page) {
                   if (asked != m_asked)
                       return;
                   if (!page) {
                       Q_EMIT failed(page.error());
                       return;
                   }
                   *facts += page->facts;
                   if (!page->end)
                       return collect({{}, page->last, false, page->firsts}, facts, asked);
                   m_facts = facts;
                   count();
               });
}

/// One at a time: what is edited meanwhile is counted once, at the end.
void MonitorBoard::count()
{
    m_stale = true;
    if (m_counting || !m_facts)
        return publish();
    m_counting = true;
    m_stale = false;
    publish();
    const auto counting = m_work.run([facts = m_facts, monitors = m_shown.edited] {
        return quality::picksOf(*facts, monitors);
    });
    onFinished(counting, this, [this](const quality::Picks &picks) {
        m_counting = false;
        if (m_stale)
            return count();
        m_shown.picks = picks;
        publish();
    });
}

void MonitorBoard::edit(const Monitors &monitors)
{
    if (m_agent.role != Role::Lead)
        return;
    m_shown.edited = monitors;
    m_shown.problem.reset();
    count();
}

Result<void> MonitorBoard::add(const Monitor &monitor, std::optional<qsizetype> at)
{
    if (m_agent.role != Role::Lead)
        return Error{ErrorCode::Refused, u"monitors"_s, u"a lead's work"_s};
    const Monitors &before = m_shown.edited;
    const Result<Monitors> wish
        = quality::withMonitor(before, monitor, at.value_or(before.list.size()));
    if (!wish)
        return wish.error();
    if (const auto readable = quality::readMonitors(quality::writeMonitors(*wish)); !readable)
        return readable.error();
    edit(*wish);
    return {};
}

void MonitorBoard::remove(qsizetype at)
{
    if (at >= 0 && at < m_shown.edited.list.size())
        edit(quality::withoutMonitor(m_shown.edited, at));
}

void MonitorBoard::discard()
{
    edit(m_shown.kept);
}

void MonitorBoard::save()
{
    if (m_agent.role != Role::Lead || !m_shown.isChanged() || m_shown.saving)
        return;
    Monitors next = m_shown.edited;
    next.lots = quality::lotsOf(m_shown.kept);
    next.version = m_shown.kept.version + 1;
    m_shown.saving = true;
    publish();
    const QByteArray json = quality::writeMonitors(next);
    const auto writing = m_work.run(
        [json, path = fileIn(m_store.paths().data), at = m_clock.now()]() -> Result<void> {
            if (const Result<Monitors> readable = quality::readMonitors(json); !readable)
                return readable.error();
            return writeTeamFile(path, json, at);
        });
    onFinished(writing, this, [this, next, json, was = m_shown.edited](const Result<void> &done) {
        m_shown.saving = false;
        if (!done) {
            m_shown.problem = done.error();
            return publish();
        }
        record(QCryptographicHash::hash(json, QCryptographicHash::Sha256));
        m_shown.problem.reset();
        m_shown.own = true;
        if (m_shown.edited == was)
            m_shown.edited = m_shown.kept; // follows what is kept
        use(next);
    });
}

void MonitorBoard::giveUpOwn()
{
    if (m_agent.role != Role::Lead || m_shown.saving)
        return;
    m_shown.saving = true;
    publish();
    const auto moving = m_work.run([path = fileIn(m_store.paths().data), at = m_clock.now()] {
        return setTeamFileAside(path, at);
    });
    onFinished(moving, this, [this](const Result<void> &done) {
        m_shown.saving = false;
        if (!done) {
            m_shown.problem = done.error();
            return publish();
        }
        record({});
        m_shown.problem.reset();
        m_shown.own = false;
        m_shown.edited = m_shown.kept;
        use(quality::bundledMonitors());
    });
}

void MonitorBoard::record(const QByteArray &sha256)
{
    onFinished(m_store.recordFileChange({u"monitors"_s, u"monitors"_s, sha256}), this,
               [this](const Result<void> &recorded) {
                   if (!recorded)
                       Q_EMIT failed(recorded.error());
               });
}

} // namespace baton
