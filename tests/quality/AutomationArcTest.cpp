#include "core/quality/AutomationArc.h"

#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::quality;

class AutomationArcTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedIsTheSameYear()
    {
        const AutomationArc arc = automationArc(4242);
        QVERIFY(arc == automationArc(4242));
        QVERIFY(!(arc == automationArc(4243)));
        QCOMPARE(arc.without.weeks.size(), arcWeeks);
        QCOMPARE(arc.with.weeks.size(), arcWeeks);
    }

    /// Until the first trip nothing was decided, so the two years are one.
    void theYearsPartWhereTheStopLossTrips()
    {
        const AutomationArc arc = automationArc(1);
        const int first = arc.scenes[size_t(ArcScene::FirstTrip)];
        QVERIFY(first > arc.scenes[size_t(ArcScene::Erosion)]);
        for (int week = 0; week <= first; ++week)
            QCOMPARE(arc.with.weeks[week], arc.without.weeks[week]);
        QVERIFY(!(arc.with.weeks[first + 1] == arc.without.weeks[first + 1]));
        QVERIFY(arc.without.events.isEmpty());
    }

    void theStoryHoldsForAnySeed()
    {
        for (quint64 seed = 1; seed <= 20; ++seed) {
            const AutomationArc arc = automationArc(seed);
            const int trip = arc.scenes[size_t(ArcScene::FirstTrip)];
            const int release = arc.scenes[size_t(ArcScene::Release)];
            const QByteArray which = "seed " + QByteArray::number(seed);
            // It trips before the board would have seen it, and lets go again.
            QVERIFY2(trip > 0 && trip < arc.scenes[size_t(ArcScene::Reset)], which);
            QVERIFY2(release > trip, which);
            // Containment soars at scale and says nothing of what is lost.
            const ArcWeek &soaring = arc.without.weeks[12];
            const ArcWeek &eroded = arc.without.weeks[36];
            QVERIFY2(eroded.containment() > 0.99 && soaring.containment() > 0.99, which);
            QVERIFY2(eroded.recontact() > soaring.recontact() * 1.4, which);
            QVERIFY2(eroded.botRated.value() < soaring.botRated.value() - 0.05, which);
            QVERIFY2(arc.with.sum().cameBack < arc.without.sum().cameBack, which);
            QVERIFY2(arc.with.sum().botRated.value() > arc.without.sum().botRated.value(), which);
            // Routine contacts are never rolled back.
            for (const GuardEvent &event : arc.with.events)
                QVERIFY2(event.segment != "order_status"_L1, which);
        }
    }
};

BATON_TEST(AutomationArcTest)
#include "AutomationArcTest.moc"
