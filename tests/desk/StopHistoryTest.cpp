#include "core/desk/StopHistory.h"

#include "core/desk/StopFigures.h"
#include "core/desk/StopLimits.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::quality;

namespace {

constexpr int start = 2900; // a week

/// Of one intent and week: rated and satisfied of the bot's, and drafts that people used.
struct StopSums
{
    store::Tallies tallies;
    store::StopFacts facts;

    void bot(int week, const QString &intent, int rated, int satisfied, int back = 0)
    {
        store::TallyLine line{week, true, intent, Channel::Chat, Arm::BotOnly, {}};
        line.counts[Count::Ended] = 200;
        line.counts[Count::Back] = back;
        line.counts[Count::Rated] = rated;
        line.counts[Count::Satisfied] = satisfied;
        tallies.lines.push_back(line);
    }
    void people(int week, const QString &intent, int drafts, int asIs)
    {
        store::TallyLine line{week, true, intent, Channel::Chat, Arm::WithPerson, {}};
        line.counts[Count::Ended] = drafts;
        line.counts[Count::Drafts] = drafts;
        line.counts[Count::AsIs] = asIs;
        tallies.lines.push_back(line);
    }
    StopHistory history(int weeks, const policy::StopLossLimits &limits = {}) const
    {
        return stopHistory(tallies, facts, policy::bundledCatalogue(), limits, start,
                           start + weeks - 1);
    }
};

const Segment *segment(const StopHistory &history, const QString &name, Watch watch)
{
    for (const Segment &one : history.segments) {
        if (one.name == name && one.watch == watch)
            return &one;
    }
    return nullptr;
}

} // namespace

class StopHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePolicysLimitsAreThoseOfTheGuard()
    {
        policy::StopLossLimits limits;
        QCOMPARE(guardLimitsOf(limits).fall, FallLimit());
        QCOMPARE(guardLimitsOf(limits).rise, GuardLimits().rise);
        limits.csatFall = 0.08;
        limits.windows = {2};
        limits.csatLevel = 0.7;
        limits.recontactLevel = 0.2;
        limits.coolDownWeeks = 5;
        limits.recontactRise = 0.5;
        const GuardLimits guard = guardLimitsOf(limits);
        QCOMPARE(guard.fall.fall, 0.08);
        QCOMPARE(guard.fall.windows, QList<int>{2});
        QCOMPARE(guard.coolDownWeeks, 5);
        QCOMPARE(guard.rise.fall, 0.5);
        QCOMPARE(guard.rise.kind, FallKind::Relative);
        QCOMPARE(guard.fall.level, std::optional(0.7));
        QCOMPARE(guard.rise.level, std::optional(0.8)); // of those that did not come back
        // What came with Baton says what the code says.
        const policy::StopLossLimits bundled = policy::bundledPolicy().stopLoss;
        QCOMPARE(guardLimitsOf(bundled).fall, FallLimit());
        QCOMPARE(levelsOf(bundled), bundledLevels());
        for (int i = 0; i < metrics; ++i) {
            const auto metric = static_cast<Metric>(i);
            QCOMPARE(bundled.marks.contains(nameOf(metric)), levelOf(metric).has_value());
        }
        limits.marks.insert(u"csat_bot"_s, 0.9);
        QCOMPARE(*levelsOf(limits)[size_t(Metric::CsatBot)], 0.9);
    }

    void segmentsAreIntentsWithTheirWeeks()
    {
        StopSums sums;
        sums.bot(start, u"order_status"_s, 100, 84, 20);
        sums.bot(start + 2, u"order_status"_s, 50, 40, 10);
        sums.bot(start + 2, QString(), 50, 40); // none of these
        sums.people(start + 2, u"order_status"_s, 40, 30);
        sums.facts.hard.push_back({firstDayOfWeek(start + 2) + 3, u"order_status"_s, 2});
        sums.facts.reviewed.push_back({firstDayOfWeek(start + 1), 4, 3});
        const StopHistory history = sums.history(3);
        QCOMPARE(history.segments.size(), 2); // by satisfaction and by recontacts
        const Segment *rated = segment(history, u"order_status"_s, Watch::Satisfaction);
        QVERIFY(rated);
        QCOMPARE(rated->weeks.size(), 3);
        QCOMPARE(rated->weeks[0].strata.first().satisfied, (Proportion{84, 100}));
        QCOMPARE(rated->weeks[0].asked, 200);
        QVERIFY(rated->weeks[1].strata.isEmpty());
        const Segment *back = segment(history, u"order_status"_s, Watch::NoRecontact);
        QCOMPARE(back->weeks[0].strata.first().satisfied, (Proportion{180, 200}));
        const GuardWeek beside = history.besideOf(start + 2, u"order_status"_s);
        QCOMPARE(beside.hardEvents, 2);
        QCOMPARE(*beside.acceptance, 0.75);
        QVERIFY(!beside.caught); // four planted errors say nothing
    }

    void recontactsCountOnceTheyHaveMatured()
    {
        StopSums sums;
        sums.bot(start, u"order_status"_s, 100, 84, 20);
        sums.tallies.lines.back().matured = false;
        const StopHistory history = sums.history(1);
        QVERIFY(segment(history, u"order_status"_s, Watch::NoRecontact)->weeks[0].strata.isEmpty());
        QVERIFY(
            !segment(history, u"order_status"_s, Watch::Satisfaction)->weeks[0].strata.isEmpty());
    }

    void aTierHasItsIntentsAsStrata()
    {
        StopSums sums;
        sums.bot(start, u"order_status"_s, 100, 84);
        sums.bot(start, u"return_label"_s, 50, 40);
        policy::StopLossLimits limits;
        limits.byTier = true;
        limits.watchesRecontacts = false;
        const StopHistory history = sums.history(1, limits);
        QCOMPARE(history.segments.size(), 1);
        QCOMPARE(history.segments.first().name, u"A"_s);
        QCOMPARE(history.segments.first().weeks[0].strata.size(), 2);
        QCOMPARE(history.intents.value(u"A"_s),
                 QStringList({u"order_status"_s, u"return_label"_s}));
    }

    void aReplayTripsIsReadyAndBreaks()
    {
        StopSums sums;
        constexpr int weeks = 32;
        for (int i = 0; i < weeks; ++i) {
            sums.bot(start + i, u"order_status"_s, 120, i < 20 ? 102 : 72, 20);
            sums.people(start + i, u"order_status"_s, 40, 36);
            sums.bot(start + i, u"return_label"_s, 120, 102, 20);
            sums.facts.reviewed.push_back({firstDayOfWeek(start + i), 4, 4});
        }
        sums.facts.hard.push_back({firstDayOfWeek(start + 25), u"return_label"_s, 3});
        const StopReplay replay
            = replayStops(sums.history(weeks), {}, start + 17, start + weeks - 1);
        QStringList told;
        for (const GuardEvent &event : replay.events)
            told += u"%1 %2 %3 %4"_s.arg(event.week - start)
                        .arg(event.segment, QString::fromLatin1(nameOf(event.became)),
                             QString::fromLatin1(nameOf(event.cause)));
        QCOMPARE(
            told,
            QStringList({u"22 order_status tripped fall"_s, u"25 order_status ready level"_s,
                         u"25 return_label tripped breaker"_s, u"28 return_label tripped level"_s})
                .mid(0, 3));
        const auto &verdict = *replay.events.first().verdict;
        const auto kept = verdictOf(QByteArray::fromStdString(toJson(verdict).dump()));
        QVERIFY(kept);
        QCOMPARE(kept->now, verdict.now);
        QCOMPARE(kept->counted, verdict.counted);
        QCOMPARE(kept->finding, Finding::Trips);
        SegmentVerdict under = verdict;
        under.level = 0.7;
        const auto level = verdictOf(QByteArray::fromStdString(toJson(under).dump()));
        QVERIFY(level);
        QCOMPARE(level->level, under.level);
        QCOMPARE(level->before, Proportion());
    }

    void aRiseOfRecontactsTripsToo()
    {
        StopSums sums;
        for (int i = 0; i < 24; ++i)
            sums.bot(start + i, u"order_status"_s, 10, 8, i < 18 ? 20 : 50);
        const StopReplay replay = replayStops(sums.history(24), {}, start + 16, start + 23);
        QCOMPARE(replay.events.size(), 1);
        QCOMPARE(replay.events.first().verdict->watch, Watch::NoRecontact);
        policy::StopLossLimits limits;
        limits.recontactRise = 2;
        QVERIFY(replayStops(sums.history(24), limits, start + 16, start + 23).events.isEmpty());
    }

    void weeksHaveTheirNames()
    {
        const auto week = weekFromIso(u"2025-W46"_s);
        QVERIFY(week);
        QCOMPARE(isoWeek(*week), u"2025-W46"_s);
        QCOMPARE(isoWeek(*week + 7), u"2026-W01"_s);
        for (const QString &wrong : {u"2025-W54"_s, u"2025W46"_s, u"46"_s, u"2025-W00"_s})
            QVERIFY(!weekFromIso(wrong));
    }
};

BATON_TEST(StopHistoryTest)
#include "StopHistoryTest.moc"
