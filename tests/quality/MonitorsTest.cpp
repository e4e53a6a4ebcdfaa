#include "core/quality/Monitors.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::quality;

namespace {

ReviewFacts facts(int number)
{
    ReviewFacts out;
    out.conversation = ConversationId(u"c-%1"_s.arg(number));
    return out;
}

Monitors only(const Monitor &monitor)
{
    return {1, {monitor}, 0, 0};
}

} // namespace

class MonitorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBundledOnesAreRead() { QVERIFY(bundledMonitors().list.size() > 5); }

    /// On every desk and every platform: these figures must not change.
    void aListIsTheSameOnEveryDesk()
    {
        QStringList picked;
        for (int i = 0; i < 200; ++i) {
            if (sampled(facts(i), only({MonitorKind::Random, {}, 0, 5})))
                picked += QString::number(i);
        }
        QCOMPARE(picked.join(u' '), u"28 107 129 182"_s);
        QCOMPARE(lot(Lot::Planted, 1, 0, ConversationId(u"c-1"_s)),
                 lot(Lot::Planted, 1, 0, ConversationId(u"c-1"_s)));
        QVERIFY(lot(Lot::Planted, 1, 0, ConversationId(u"c-1"_s))
                != lot(Lot::Planted, 2, 0, ConversationId(u"c-1"_s)));
        QVERIFY(lot(Lot::Planted, 1, 0, ConversationId(u"c-1"_s))
                != lot(Lot::Doubled, 1, 0, ConversationId(u"c-1"_s)));
    }

    void sharesAreWhatTheySay()
    {
        int random = 0;
        int doubled = 0;
        int planted = 0;
        Monitors monitors{1, {{MonitorKind::Random, {}, 0, 5}}, 20, 10};
        for (int i = 0; i < 100'000; ++i) {
            const auto one = sampled(facts(i), monitors);
            random += one ? 1 : 0;
            doubled += one && one->doubled ? 1 : 0;
            planted += one && one->planted ? 1 : 0;
        }
        // Three standard deviations of a binomial share.
        QVERIFY(qAbs(random - 5000) < 3 * 69);
        QVERIFY(qAbs(doubled - 1000) < 3 * 32);
        QVERIFY(qAbs(planted - 500) < 3 * 23);
    }

    void eachMonitorSeesItsOwn()
    {
        const auto picks = [](const Monitor &monitor, auto alter) {
            ReviewFacts one = facts(1);
            const bool before = sampled(one, only(monitor)).has_value();
            alter(one);
            return !before && sampled(one, only(monitor)).has_value();
        };
        using M = MonitorKind;
        QVERIFY(picks({M::Rule, u"legal"_s}, [](auto &f) { f.rules = 1U << int(Rule::Legal); }));
        QVERIFY(picks({M::Override}, [](auto &f) { f.overrides = 1; }));
        QVERIFY(picks({M::LowCsat, {}, 2}, [](auto &f) { f.csat = 2; }));
        QVERIFY(!picks({M::LowCsat, {}, 2}, [](auto &f) { f.csat = 3; }));
        QVERIFY(picks({M::CameBack}, [](auto &f) { f.contained = f.cameBack = true; }));
        QVERIFY(!picks({M::CameBack}, [](auto &f) { f.cameBack = true; }));
        QVERIFY(picks({M::Discarded}, [](auto &f) { f.fate = DraftFate::Discarded; }));
        QVERIFY(picks({M::Rewritten, {}, 40}, [](auto &f) { f.fate = DraftFate::Rewritten; }));
        QVERIFY(picks({M::Hasty, {}, 4}, [](auto &f) {
            f.fate = DraftFate::AsIs;
            f.tookMs = 3900;
        }));
        QVERIFY(!picks({M::Hasty, {}, 4}, [](auto &f) {
            f.fate = DraftFate::AsIs;
            f.tookMs = 4100;
        }));
        QVERIFY(picks({M::NewAgent, {}, 10}, [](auto &f) { f.ordinal = 10; }));
        QVERIFY(!picks({M::NewAgent, {}, 10}, [](auto &f) { f.ordinal = 11; }));
        QVERIFY(picks({M::LowConfidence, {}, 0.5}, [](auto &f) { f.confidence = 0.4; }));
        QVERIFY(picks({M::Intent, u"refund"_s}, [](auto &f) { f.intent = u"refund"_s; }));
        QVERIFY(picks({M::Tier, u"C"_s}, [](auto &f) { f.tier = Route::Escalate; }));
    }

    void theMostTellingReasonIsNamed()
    {
        ReviewFacts one = facts(1);
        one.csat = 1;
        one.rules = 1U << int(Rule::Legal);
        const Monitors monitors{
            1,
            {{MonitorKind::Random}, {MonitorKind::LowCsat, {}, 2}, {MonitorKind::Rule, u"legal"_s}},
            0,
            0};
        QCOMPARE(sampled(one, monitors)->reason.kind, MonitorKind::Rule);
    }

    void whatIsWrittenIsReadAgain()
    {
        Monitors monitors = bundledMonitors();
        QCOMPARE(*readMonitors(writeMonitors(monitors)), monitors);
        monitors.lots = 7;
        monitors.list.first().name = u"safety"_s;
        monitors.list.last().share = 0.5;
        QCOMPARE(*readMonitors(writeMonitors(monitors)), monitors);
    }

    /// A new version that draws the lots of the old one picks the same, and more where more is
    /// wanted.
    void aLargerSharePicksTheSameAndMore()
    {
        const Monitors before{1, {{MonitorKind::Random, {}, 0, 10}}, 0, 0};
        Monitors after{2, {{MonitorKind::Random, {}, 0, 20}}, 0, 0, 1};
        QList<ReviewFacts> all;
        for (int i = 0; i < 2000; ++i) {
            all.append(ReviewFacts());
            all.last().conversation = ConversationId(u"c%1"_s.arg(i));
            if (sampled(all.last(), before))
                QVERIFY(sampled(all.last(), after));
        }
        const Picks few = picksOf(all, before);
        const Picks more = picksOf(all, after);
        QCOMPARE(few.of, 2000);
        QVERIFY(few.all > 150 && few.all < 250);
        QVERIFY(more.all > 350 && more.all < 450);
        QCOMPARE(more.each, QList<int>{more.all});
        after.lots = 0;
        QVERIFY(picksOf(all, after) != more); // lots of its own
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("detail");
        const QByteArray head
            = R"({"monitors":"baton-monitors/1","version":1,"doubled":0,"planted":0,"list":)";
        QTest::newRow("no limit") << head + R"([{"about":"low_csat"}]})"
                                  << u"/list/0/limit: missing"_s;
        QTest::newRow("unknown key")
            << head + R"([{"about":"random","often":1}]})" << u"/list/0/often: unknown key"_s;
        QTest::newRow("share") << head + R"([{"about":"random","share":101}]})"
                               << u"/list/0/share: expected a number from 0 to 100"_s;
        QTest::newRow("name") << head + R"([{"about":"random","name":"x"}]})"
                              << u"/list/0/name: this monitor has none"_s;
        QTest::newRow("no JSON") << QByteArray("{") << u": not JSON"_s;
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, detail);
        const auto monitors = readMonitors(json);
        QVERIFY(!monitors);
        QCOMPARE(monitors.error().code, ErrorCode::InvalidInput);
        if (detail.contains(u"missing"))
            QVERIFY2(monitors.error().detail.startsWith(u"/list/0"),
                     qPrintable(monitors.error().detail));
        else
            QCOMPARE(monitors.error().detail, detail);
    }

    /// The others would pick other conversations than they did, where it moved their lots.
    void oneMoreAndOneLessLeaveTheOthersTheirLots()
    {
        using M = MonitorKind;
        const Monitors before{1,
                              {{M::Random, {}, 0, 10}, {M::Intent, u"x"_s}, {M::NewAgent, {}, 3}}};
        const auto picked = [](const Monitors &monitors) {
            QStringList ids;
            for (int i = 0; i < 300; ++i) {
                if (sampled(facts(i), monitors))
                    ids += QString::number(i);
            }
            return ids;
        };
        const Monitors less = withoutMonitor(before, 1);
        QCOMPARE(less.list.size(), 2);
        QCOMPARE(picked(less), picked(before));
        const Monitors first = withoutMonitor(withoutMonitor(before, 2), 1);
        QCOMPARE(picked(first), picked(before));
        const auto more = withMonitor(before, {M::Tier, u"C"_s, 0, 50}, 0);
        QVERIFY(more);
        QCOMPARE(more->list.first().place, 4);
        QCOMPARE(picked(*more), picked(before));
        const auto back = withMonitor(less, before.list[1], 1);
        QVERIFY(back);
        QCOMPARE(readMonitors(writeMonitors({2, back->list})).value(), (Monitors{2, back->list}));
    }

    void twoAboutTheSameNeedAName()
    {
        const Monitors before{1, {{MonitorKind::Random, {}, 0, 10}}};
        const Monitor another{MonitorKind::Random, {}, 0, 20};
        QCOMPARE(withMonitor(before, another, 1).error().code, ErrorCode::Conflict);
        Monitor named = another;
        named.title = u"Evening “spot” check"_s;
        const auto both = withMonitor(before, named, 1);
        QVERIFY(both);
        QCOMPARE(readMonitors(writeMonitors(*both)).value(), *both);
        Monitors full = before;
        full.list = QList<Monitor>(mostMonitors, before.list.first());
        QCOMPARE(withMonitor(full, named, 1).error().code, ErrorCode::TooLarge);
    }
};

BATON_TEST(MonitorsTest)
#include "MonitorsTest.moc"
