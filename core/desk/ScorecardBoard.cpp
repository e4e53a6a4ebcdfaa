#include "core/desk/ScorecardBoard.h"

#include "core/base/WholeFile.h"
#include "core/desk/ScorecardMaking.h"
#include "core/store/Store.h"

#include <algorithm>
#include <utility>

namespace baton {

namespace {

constexpr int lookAgainMs = 4000;

}

ScorecardBoard::ScorecardBoard(store::Store &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
    , m_catalogue(std::make_shared<const Catalogue>())
{
    m_contacts.rows = std::make_shared<const std::vector<qint64>>();
    m_soon.setSingleShot(true);
    m_soon.setInterval(lookAgainMs);
    connect(&m_soon, &QTimer::timeout, this, &ScorecardBoard::refresh);
}

ScorecardBoard::~ScorecardBoard() = default;

void ScorecardBoard::setCatalogue(const Catalogue &catalogue)
{
    m_catalogue = std::make_shared<const Catalogue>(catalogue);
    if (m_tallies)
        make();
}

void ScorecardBoard::setLimits(const policy::StopLossLimits &limits)
{
    if (limits == m_limits)
        return;
    m_limits = limits;
    if (m_tallies)
        make();
}

void ScorecardBoard::setCosts(const Costs &costs)
{
    if (costs == m_costs)
        return;
    m_costs = costs;
    if (m_tallies)
        make();
}

void ScorecardBoard::refreshLater()
{
    if (m_watched && !m_soon.isActive())
        m_soon.start();
}

void ScorecardBoard::setWindow(qint64 windowMs)
{
    if (std::exchange(m_windowMs, windowMs) != windowMs && m_tallies)
        refresh();
}

void ScorecardBoard::refresh()
{
    read(m_period ? m_period->to : weekOfDay(dayOf(m_clock.now())));
}

void ScorecardBoard::read(int lastWeek)
{
    m_soon.stop();
    const quint64 asked = ++m_asked;
    const int matured = quality::maturedDay(m_clock.now(), m_windowMs);
    const store::TallyQuery query{firstDayOfWeek(lastWeek - knownWeeks),
                                  firstDayOfWeek(lastWeek + 1) - 1, matured, store::By::Week};
    const auto failedWith = [this](const Error &error) {
        if (error.code != ErrorCode::Cancelled)
            Q_EMIT failed(error);
    };
    onFinished(
        m_store.tallies(query), this,
        [this, asked, lastWeek, matured, failedWith](Result<store::Tallies> tallies) {
            if (asked != m_asked)
                return;
            if (!tallies)
                return failedWith(tallies.error());
            const auto sums = std::make_shared<const store::Tallies>(std::move(tallies).value());
            const ScorePeriod period = periodFor(*sums);
            if (period.to < lastWeek - 1) // what ended long ago has its own weeks before it
                return read(period.to);
            onFinished(
                m_store.spreads(firstDayOfWeek(period.from), firstDayOfWeek(period.to + 1) - 1),
                this,
                [this, asked, matured, period, failedWith,
                 sums](Result<std::vector<store::SpreadLine>> spreads) {
                    if (asked != m_asked)
                        return;
                    if (!spreads)
                        return failedWith(spreads.error());
                    m_tallies = sums;
                    m_spreads = std::make_shared<const std::vector<store::SpreadLine>>(
                        std::move(spreads).value());
                    if (m_sumsPeriod != period)
                        m_readings.reset(); // they were of another
                    m_sumsPeriod = period;
                    m_sumsMaturedDay = matured;
                    make();
                    readIntents();
                });
        });
}

/// Contact by contact, and so after the sums. They change seldom: what was made with the same ones
/// stands.
void ScorecardBoard::readIntents()
{
    const int to = std::min(firstDayOfWeek(m_sumsPeriod.to + 1) - 1, m_sumsMaturedDay);
    onFinished(m_store.readings(firstDayOfWeek(m_sumsPeriod.from), to), this,
               [this, asked = m_asked](Result<std::vector<store::ReadingLine>> read) {
                   if (asked != m_asked)
                       return;
                   if (!read) {
                       if (read.error().code != ErrorCode::Cancelled)
                           Q_EMIT failed(read.error());
                       return;
                   }
                   if (m_readings && *m_readings == *read)
                       return;
                   m_readings = std::make_shared<const std::vector<store::ReadingLine>>(
                       std::move(read).value());
                   make();
               });
}

/// The newest week that is over and has contacts.
ScorePeriod ScorecardBoard::periodFor(const store::Tallies &tallies) const
{
    if (m_period)
        return *m_period;
    const int over = weekOfDay(dayOf(m_clock.now())) - 1;
    const int week = tallies.last > 0 ? std::min(over, weekOfDay(tallies.last)) : over;
    return {week, week};
}

void ScorecardBoard::make()
{
    const quint64 made = ++m_made;
    onFinished(m_work.run([tallies = m_tallies, spreads = m_spreads, catalogue = m_catalogue,
                           period = m_sumsPeriod, arms = m_arms, matured = m_sumsMaturedDay,
                           limits = m_limits, costs = m_costs, readings = m_readings] {
        ScorecardSnapshot snapshot
            = makeScorecard(*tallies, *spreads, *catalogue, period, arms, matured, limits, costs);
        if (readings)
            snapshot.reliability = reliabilityOf(*readings);
        return snapshot;
    }),
               this, [this, made](const ScorecardSnapshot &snapshot) {
                   if (made != m_made)
                       return;
                   m_snapshot = snapshot;
                   m_snapshot.windowMs = m_windowMs;
                   m_snapshot.generation = made;
                   Q_EMIT changed(m_snapshot);
               });
}

void ScorecardBoard::showPeriod(const ScorePeriod &period)
{
    m_period = period;
    refresh();
}

void ScorecardBoard::showArms(quality::Arms arms)
{
    m_arms = arms;
    if (m_tallies)
        make();
}

void ScorecardBoard::drill(const ScoreDrill &drill)
{
    const quint64 drilling = ++m_drilling;
    if (drill.confidenceBin)
        return drillIntents(drill);
    const ScorePeriod period = drill.period.value_or(m_snapshot.period);
    const int last = firstDayOfWeek(period.to + 1) - 1;
    const int to
        = quality::needsMaturity(drill.metric) ? std::min(last, m_snapshot.maturedDay) : last;
    const store::Wanted wanted
        = [drill, arms = m_snapshot.arms](const ContactFacts &facts, bool back) {
              const bool other = (arms == quality::Arms::BotOnly && facts.arm != Arm::BotOnly)
                  || (arms == quality::Arms::WithPerson && facts.arm != Arm::WithPerson);
              return !other && (!drill.intent || facts.intent == *drill.intent)
                  && quality::partOf(drill.metric, facts, back) == drill.part;
          };
    onFinished(m_store.contacts(firstDayOfWeek(period.from), to, wanted), this,
               [this, drilling, drill](const Result<store::QueueIds> &ids) {
                   if (drilling != m_drilling)
                       return;
                   if (!ids) {
                       if (ids.error().code != ErrorCode::Cancelled)
                           Q_EMIT failed(ids.error());
                       return;
                   }
                   m_contacts = {drilling, drill, ids->rows};
                   Q_EMIT drilled(m_contacts);
               });
}

void ScorecardBoard::drillIntents(const ScoreDrill &drill)
{
    using Rows = std::vector<qint64>;
    onFinished(m_work.run([drill, readings = m_readings] {
        Rows rows;
        if (readings)
            rows = rowsOf(*readings, *drill.confidenceBin, drill.part == quality::Part::Hit);
        return std::make_shared<const Rows>(std::move(rows));
    }),
               this, [this, drill, drilling = m_drilling](const std::shared_ptr<const Rows> &rows) {
                   if (drilling != m_drilling)
                       return;
                   m_contacts = {drilling, drill, rows};
                   Q_EMIT drilled(m_contacts);
               });
}

void ScorecardBoard::save(const QString &file, const QByteArray &bytes)
{
    onFinished(m_files.run([file, bytes] { return writeWhole(file, bytes); }), this,
               [this](const Result<void> &saved) {
                   if (!saved)
                       Q_EMIT failed(saved.error());
               });
}

void ScorecardBoard::needRows(quint64 generation, qsizetype first, qsizetype last)
{
    if (generation != m_contacts.generation)
        return;
    const auto &all = *m_contacts.rows;
    first = std::max<qsizetype>(0, first);
    last = std::min(last, qsizetype(all.size()) - 1);
    if (first > last)
        return;
    onFinished(m_store.rows(QList<qint64>(all.begin() + first, all.begin() + last + 1)), this,
               [this, generation, first](const Result<QList<QueueRow>> &rows) {
                   if (!rows)
                       Q_EMIT failed(rows.error());
                   else if (generation == m_contacts.generation)
                       Q_EMIT rowsReady(generation, first, *rows);
               });
}

} // namespace baton
