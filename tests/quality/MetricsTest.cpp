#include "core/quality/Metrics.h"
#include "core/quality/Histogram.h"

#include "core/base/Dice.h"
#include "core/domain/Review.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::quality;

namespace {

ContactFacts contained()
{
    ContactFacts facts;
    facts.customer = CustomerId(QStringLiteral("u"));
    facts.intent = QStringLiteral("parcel");
    facts.createdAt = {1'763'000'000'000};
    facts.endedAt = facts.createdAt + 10 * minuteMs;
    facts.resolved = true;
    return facts;
}

ContactFacts handedOff()
{
    ContactFacts facts = contained();
    facts.arm = Arm::WithPerson;
    facts.escalated = facts.complete = facts.notAskedAgain = facts.rightQueue = facts.inTime = true;
    facts.once = true;
    facts.replies = 2;
    facts.firstReplyMs = 4 * minuteMs;
    facts.handleMs = 6 * minuteMs;
    return facts;
}

struct Window
{
    WindowCounts counts;
    Window &add(const ContactFacts &facts, int times = 1, bool back = false)
    {
        counts.all.of(facts.arm).add(countsOf(facts, back).counts, times);
        counts.matured.of(facts.arm).add(countsOf(facts, back).counts, times);
        return *this;
    }
    double of(Metric metric, Arms arms = Arms::All) const
    {
        return figure(metric, counts, arms).value.value_or(-1);
    }
};

ContactFacts someContact(Dice &dice)
{
    ContactFacts facts = dice.chance(50) ? contained() : handedOff();
    facts.abandoned = dice.chance(20);
    facts.resolved = dice.chance(70);
    facts.once = facts.once && dice.chance(80);
    if (dice.chance(40))
        facts.csat = dice.between(1, 5);
    for (bool *one : {&facts.complete, &facts.notAskedAgain, &facts.rightQueue, &facts.inTime})
        *one = *one && dice.chance(80);
    return facts;
}

} // namespace

class MetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void abandonedOnesCountAsContained()
    {
        ContactFacts left = contained();
        left.abandoned = true;
        left.resolved = false;
        Window window;
        window.add(contained(), 6).add(left, 2).add(handedOff(), 2);
        QCOMPARE(window.of(Metric::Containment), 0.8);
        QCOMPARE(window.counts.all.bot[Count::Abandoned], 2);
        QCOMPARE(window.of(Metric::Resolution), 0.8);
    }

    void whoComesBackTakesItBack()
    {
        Window window;
        window.add(contained(), 3).add(contained(), 1, true).add(handedOff(), 3);
        window.add(handedOff(), 1, true);
        QCOMPARE(window.of(Metric::Containment), 0.5);
        QCOMPARE(window.of(Metric::EffectiveContainment), 3.0 / 8);
        QCOMPARE(window.of(Metric::Resolution), 6.0 / 8);
        QCOMPARE(window.of(Metric::Recontact), 2.0 / 8);
        QCOMPARE(window.of(Metric::Recontact, Arms::BotOnly), 1.0 / 4);
        QCOMPARE(window.of(Metric::FirstContactResolution), 3.0 / 4);
    }

    void ofNoKnownIntentNobodyCanTellWhoCameBack()
    {
        ContactFacts unknown = contained();
        unknown.intent.clear();
        Window window;
        window.add(contained(), 3).add(contained(), 1, true).add(unknown, 16);
        QCOMPARE(figure(Metric::Recontact, window.counts, Arms::All).n, 4);
        QCOMPARE(window.of(Metric::Recontact), 0.25);
        QCOMPARE(window.of(Metric::EffectiveContainment), 0.75);
        QCOMPARE(window.of(Metric::Containment), 1.0);
        QCOMPARE(partOf(Metric::Recontact, unknown, false), Part::Beside);
    }

    void aReplyHasOneDraftAtMostAndWithoutAnyNothingIsSaid()
    {
        Window window;
        window.add(handedOff(), 3);
        QVERIFY(!figure(Metric::DraftCoverage, window.counts, Arms::All).value);
        ContactFacts tried = handedOff();
        tried.drafts[size_t(DraftFate::Discarded)] = 10;
        window.add(tried);
        QCOMPARE(window.of(Metric::DraftCoverage), 2.0 / 8);
    }

    void onlyMaturedDaysSayWhoCameBack()
    {
        Window window;
        window.add(contained(), 4);
        window.counts.all.bot.add(countsOf(contained(), true).counts, 4);
        QCOMPARE(figure(Metric::Recontact, window.counts, Arms::All).n, 4);
        QCOMPARE(window.of(Metric::Recontact), 0.0);
        QCOMPARE(figure(Metric::Containment, window.counts, Arms::All).n, 8);
        // Whatever the newest days bring, what stands beside the effective one is of its contacts.
        window.add(handedOff(), 4).add(contained(), 2, true);
        window.counts.all.person.add(countsOf(handedOff(), false).counts, 30);
        const Figure beside = containmentOfMatured(window.counts);
        QCOMPARE(beside.n, figure(Metric::EffectiveContainment, window.counts, Arms::All).n);
        QCOMPARE(beside.value, 0.6);
        QCOMPARE(window.of(Metric::EffectiveContainment), 0.4);
        QVERIFY(window.of(Metric::Containment) < *beside.value);
        // The fourth of the month at noon: the first day of which all ended 72 h ago is the 30th.
        const Instant noon = *instantFromRfc3339(u"2025-11-04T12:00:00Z");
        QCOMPARE(maturedDay(noon), dayOf(*instantFromRfc3339(u"2025-10-31T00:00:00Z")));
        QCOMPARE(weekOfDay(dayOf(*instantFromRfc3339(u"2025-11-10T00:00:00Z"))),
                 weekOfDay(dayOf(*instantFromRfc3339(u"2025-11-16T23:59:59Z"))));
        QCOMPARE(firstDayOfWeek(weekOfDay(dayOf(noon))),
                 dayOf(*instantFromRfc3339(u"2025-11-03T00:00:00Z")));
    }

    void satisfactionKeepsTheArmsApart()
    {
        Window window;
        for (const int stars : {5, 4, 2, 1}) {
            ContactFacts facts = contained();
            facts.csat = stars;
            window.add(facts);
        }
        window.add(contained(), 4);
        ContactFacts person = handedOff();
        person.csat = 5;
        window.add(person);
        const Figure bot = figure(Metric::CsatBot, window.counts, Arms::All);
        QCOMPARE(bot.n, 4);
        QCOMPARE(*bot.value, 0.5);
        QCOMPARE(*bot.mean, 3.0);
        QCOMPARE(*bot.answered, 0.5);
        QCOMPARE(window.of(Metric::CsatPerson), 1.0);
        QVERIFY(!figure(Metric::CsatBot, window.counts, Arms::WithPerson).value);
        QVERIFY(!figure(Metric::Containment, window.counts, Arms::BotOnly).value);
    }

    void escalationsAreAProductOfFour()
    {
        ContactFacts late = handedOff();
        late.inTime = false;
        ContactFacts passed = handedOff();
        passed.rightQueue = false;
        Window window;
        window.add(handedOff(), 8).add(late).add(passed);
        QCOMPARE(window.of(Metric::EscalationQuality), 0.9 * 0.9);
    }

    void draftsByWhatBecameOfThem()
    {
        ContactFacts facts = handedOff();
        facts.drafts = {3, 2, 1, 1, 1}; // as is, light, rewritten, discarded, unused
        facts.replies = 10;
        Window window;
        window.add(facts);
        QCOMPARE(window.of(Metric::DraftAcceptance), 5.0 / 8);
        QCOMPARE(window.of(Metric::DraftCoverage), 0.8);
    }

    void whatIsOpenCountsForNothing()
    {
        ContactFacts open = handedOff();
        open.endedAt.reset();
        QCOMPARE(countsOf(open, false), Counted());
        QVERIFY(!figure(Metric::Containment, {}, Arms::All).value);
    }

    void costIsByResolution()
    {
        Window window;
        window.add(handedOff(), 2).add(contained(), 2).add(contained(), 1, true);
        const Costs rates{u"EUR"_s, 30, 0.05};
        const Cost person = costPerResolution(window.counts, Arm::WithPerson, rates);
        QCOMPARE(*person.value, (12.0 / 60 * 30 + 2 * 0.05) / 2);
        QCOMPARE(person.n, 2);
        QCOMPARE(person.timed, 2);
        const Cost bot = costPerResolution(window.counts, Arm::BotOnly, rates);
        QCOMPARE(*bot.value, 3 * 0.05 / 2); // one of them came back
        QCOMPARE(bot.byBot, 3);
        QCOMPARE(bot.hours, 0.0);
    }

    void aCostThatLacksSomethingSaysWhat()
    {
        const auto lack = [](const Window &window, Arm arm, const Costs &rates) {
            const Cost cost = costPerResolution(window.counts, arm, rates);
            return cost.value ? CostLack::Nothing : cost.lack;
        };
        Window window;
        window.add(handedOff(), 2).add(contained(), 2);
        const Costs person{u"EUR"_s, 30, {}};
        const Costs bot{u"EUR"_s, {}, 0.0};
        QCOMPARE(lack(window, Arm::WithPerson, {}), CostLack::AgentHour);
        QCOMPARE(lack(window, Arm::WithPerson, person), CostLack::BotContact);
        QCOMPARE(lack(window, Arm::BotOnly, person), CostLack::BotContact);
        QCOMPARE(lack(window, Arm::BotOnly, bot), CostLack::Nothing);
        QCOMPARE(lack(Window(), Arm::BotOnly, bot), CostLack::Resolutions);
        ContactFacts untimed = handedOff();
        untimed.handleMs.reset();
        Window silent;
        silent.add(untimed);
        QCOMPARE(lack(silent, Arm::WithPerson, {u"EUR"_s, 30, 0.0}), CostLack::Times);
    }

    /// The conversations behind a number are those that make it.
    void theListsAddUpToTheFigure()
    {
        Dice dice(7);
        Window window;
        std::array<std::array<int, 3>, metrics> parts{};
        for (int i = 0; i < 2000; ++i) {
            const ContactFacts facts = someContact(dice);
            const bool back = dice.chance(20);
            window.add(facts, 1, back);
            for (int m = 0; m < metrics; ++m)
                ++parts[size_t(m)][size_t(partOf(Metric(m), facts, back))];
        }
        for (int m = 0; m < metrics; ++m) {
            const auto &[beside, hits, misses] = parts[size_t(m)];
            const Figure shown = figure(Metric(m), window.counts, Arms::All);
            if (Metric(m) == Metric::DraftAcceptance || Metric(m) == Metric::DraftCoverage)
                continue; // of drafts, not of contacts
            QCOMPARE(shown.n, hits + misses);
            if (Metric(m) != Metric::EscalationQuality)
                QCOMPARE(*shown.value, double(hits) / (hits + misses));
        }
    }

    void quantilesStayWithinTheErrorThatIsPromised()
    {
        Dice dice(11);
        std::vector<qint64> times;
        Histogram histogram;
        for (int i = 0; i < 5000; ++i) {
            const qint64 ms = qint64(std::exp(dice.unit() * 14) * 1000);
            times.push_back(ms);
            ++histogram[binOf(Spread::Handle, ms)];
        }
        std::sort(times.begin(), times.end());
        for (const double q : {0.01, 0.25, 0.5, 0.9, 0.99, 1.0}) {
            const auto exact = double(times[size_t(std::ceil(q * 5000)) - 1]);
            const double told = *quantile(Spread::Handle, histogram, q);
            QVERIFY2(std::abs(told - exact) <= 0.048 * exact,
                     qPrintable(QStringLiteral("%1: %2, %3").arg(q).arg(exact).arg(told)));
        }
        QVERIFY(!quantile(Spread::Handle, {}, 0.5));
        QCOMPARE(binOf(Spread::FirstReply, 0), 0);
        QCOMPARE(binOf(Spread::FirstReply, 1000), 1);
        QCOMPARE(*quantile(Spread::EditDistance, {{0, 3}, {40, 1}}, 0.9), 0.4);
    }
};

BATON_TEST(MetricsTest)
#include "MetricsTest.moc"
