#include "core/desk/StopBoard.h"

#include "core/desk/ConversationJudge.h"
#include "core/desk/PolicyBoard.h"
#include "core/desk/StopEvidence.h"
#include "core/desk/StopFigures.h"
#include "core/policy/Versions.h"
#include "tests/support/ScoreFixture.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

const QString parcels = u"order_status"_s;

std::shared_ptr<const ConversationJudge> stopJudge()
{
    static const auto judge = [] {
        static const QTemporaryDir models;
        const Catalogue catalogue = policy::bundledCatalogue();
        auto reader = signs::SignalReader::open(catalogue, models.path());
        Q_ASSERT(reader);
        return std::make_shared<const ConversationJudge>(std::move(reader).value(),
                                                         policy::bundledPolicy(), catalogue);
    }();
    return judge;
}

/// A desk whose bot was fine for some months, and in the last weeks was not.
struct StopDesk : ScoreFixture
{
    explicit StopDesk(int lastWeeks = 60)
    {
        for (int back = 20; back >= 1; --back)
            fillWeek(thisWeek() - back, 120, back <= 4 ? lastWeeks : 86);
        arrive({closed(thisWeek(), 0, {parcels, 5})}, Origin::Archive);
    }
    StopBoard &stops() const { return desk->stopBoard(); }
    void start() { stops().setJudge(stopJudge()); }
    void startAgain()
    {
        reopenStore();
        makeDesk();
        start();
    }
    bool isQuiet() const { return stops().snapshot().isRead && !stops().snapshot().acting; }
    StopRecord record() const { return store->stopRecord().result().value_or({}); }
    QList<PolicyVersion> versions() const { return store->policies().result().value_or({}); }
    QStringList folders() const
    {
        return QDir(StopBoard::folderIn(folder.path()))
            .entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }
    policy::Judgement judgement() const
    {
        const QList<PolicyVersion> all = versions();
        const auto read
            = policy::readPolicy(all.isEmpty() ? policy::bundledPolicyFile() : all.first().file);
        return read ? read->judgement : policy::Judgement();
    }
    bool isRolledBack() const { return judgement().rolledBack.contains(parcels); }
    GuardState state() const
    {
        const StopSegment *segment = stops().snapshot().find(parcels);
        return segment ? segment->state : GuardState::Armed;
    }
};

} // namespace

class StopBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aFallIsRolledBackOnceWithItsEvidence()
    {
        StopDesk f;
        QSignalSpy told(&f.stops(), &StopBoard::told);
        f.stops().setWords({{}, [](const StopEvidence &) { return QByteArray("<html></html>"); }});
        f.start();
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 30'000);
        QTRY_VERIFY(f.isQuiet());
        QCOMPARE(f.state(), GuardState::Tripped);
        QCOMPARE(f.versions().size(), 1);
        QCOMPARE(f.versions().first().author.id, u"stop-loss"_s);
        QVERIFY(f.isRolledBack());
        const StopRecord record = f.record();
        QCOMPARE(record.events.size(), 1);
        QCOMPARE(record.lookedWeek, f.thisWeek() - 1);
        QCOMPARE(record.steps.size(), 3);
        const auto verdict = verdictOf(record.events.first().figures);
        QVERIFY(verdict && verdict->finding == quality::Finding::Trips);

        QCOMPARE(f.folders().size(), 1);
        QVERIFY(f.folders().first().endsWith(parcels));
        const QString evidence = f.stops().snapshot().find(parcels)->evidence;
        QVERIFY(QFile::exists(evidence + u"/index.html"_s));
        QFile file(evidence + u"/evidence.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto json = nlohmann::json::parse(file.readAll().toStdString());
        QCOMPARE(QString::fromStdString(json["segment"]), parcels);
        QCOMPARE(json["worst_conversations"]["list"].size(), 20U);
        QCOMPARE(json["worst_conversations"]["list"][0]["csat"].get<int>(), 1);
        QVERIFY(json["figures"]["p_holm"].get<double>() <= 2e-4);
        QVERIFY(json["weeks"].size() >= 15U);

        // Another look, and another run, change nothing.
        f.stops().look();
        QTRY_VERIFY(f.isQuiet());
        f.startAgain();
        QSignalSpy again(&f.stops(), &StopBoard::told);
        QTRY_VERIFY(f.isQuiet());
        QCOMPARE(f.state(), GuardState::Tripped);
        QCOMPARE(again.size(), 0);
        QCOMPARE(f.record(), record);
        QCOMPARE(f.versions().size(), 1);
        const auto audit = f.store->verifyAudit().result();
        QVERIFY(audit && !audit->firstBad);
    }

    void whatDidNotFallIsLeftAlone()
    {
        StopDesk f(85);
        f.start();
        QTRY_VERIFY_WITH_TIMEOUT(f.isQuiet(), 30'000);
        QTRY_COMPARE(f.record().lookedWeek, f.thisWeek() - 1);
        QVERIFY(f.record().events.isEmpty());
        QVERIFY(f.versions().isEmpty());
        QCOMPARE(f.state(), GuardState::Armed);
    }

    void endedBetweenTheStepsItGoesOn_data()
    {
        QTest::addColumn<int>("done");
        QTest::newRow("the event alone") << 0;
        QTest::newRow("and the policy") << 1;
        QTest::newRow("and the evidence") << 2;
        QTest::newRow("all of it") << 3;
    }
    void endedBetweenTheStepsItGoesOn()
    {
        QFETCH(int, done);
        StopDesk f;
        StopEvent event;
        event.week = f.thisWeek() - 1;
        event.segment = parcels;
        event.became = GuardState::Tripped;
        event.cause = GuardCause::Breaker;
        event.intents = {parcels};
        const auto kept = f.store->addStopEvents({event}, {event.week}, 0).result();
        QVERIFY(kept);
        const qint64 seq = kept->events.first().seq;
        if (done > 0) {
            policy::Policy next = policy::rolledBack(policy::bundledPolicy(), {parcels});
            next.version = 2;
            const auto file = policy::withSettings(policy::bundledPolicyFile(), next);
            const PolicyVersion version{2,
                                        {u"stop-loss"_s, u"stop-loss"_s},
                                        f.clock.now(),
                                        u"?"_s,
                                        policy::hashOf(*file),
                                        *file};
            QVERIFY(f.store->addPolicyFor(version, seq).result());
            // The same event has no second version.
            PolicyVersion second = version;
            second.version = 3;
            QCOMPARE(f.store->addPolicyFor(second, seq).result().error().code, ErrorCode::Conflict);
        }
        if (done > 1)
            QVERIFY(f.store->addStopStep({seq, StopStep::Pack, u"there"_s}).result());
        if (done > 2)
            QVERIFY(f.store->addStopStep({seq, StopStep::Told, {}}).result());
        // Whoever looked before knows of no newer event.
        QCOMPARE(f.store->addStopEvents({event}, {}, 0).result().error().code, ErrorCode::Conflict);
        QSignalSpy told(&f.stops(), &StopBoard::told);
        f.start();
        QTRY_VERIFY_WITH_TIMEOUT(f.record().steps.size() == 3 && f.isQuiet(), 30'000);
        QCOMPARE(told.size(), done > 2 ? 0 : 1);
        QCOMPARE(f.versions().size(), 1);
        QVERIFY(f.isRolledBack());
        QCOMPARE(f.folders().size(), done > 1 ? 0 : 1);
    }

    void aLeadsDraftOutlivesATripByHand()
    {
        StopDesk f(85);
        f.start();
        QTRY_VERIFY_WITH_TIMEOUT(f.isQuiet(), 30'000);
        PolicyBoard &policies = f.desk->policyBoard();
        policies.readVersions();
        QTRY_COMPARE(policies.state().live.version, 1);
        policies.switchRule(Rule::Mood, false);
        QVERIFY(policies.state().isEdited());
        QSignalSpy told(&f.stops(), &StopBoard::told);
        f.stops().trip(parcels, u"The price list is wrong."_s);
        QTRY_COMPARE(told.size(), 1);
        QTRY_VERIFY(f.isQuiet());
        QCOMPARE(f.versions().size(), 1);
        QCOMPARE(f.versions().first().author.id, u"ines"_s);
        QVERIFY(f.isRolledBack());
        QTRY_COMPARE(policies.state().live.version, 2);
        QVERIFY(policies.state().isEdited());
        QCOMPARE(policies.state().changes.size(), 1); // the rule, not the roll-back

        f.stops().release(parcels, u"It is right again."_s, 0);
        QCOMPARE(f.state(), GuardState::Tripped); // early, and without an end
        f.stops().release(parcels, u"It is right again."_s, 2);
        QTRY_COMPARE(told.size(), 2);
        QTRY_VERIFY(f.isQuiet());
        QCOMPARE(f.state(), GuardState::Canary);
        QCOMPARE(f.record().events.last().until, std::optional(f.thisWeek() + 2));
        QCOMPARE(f.versions().size(), 2);
        QVERIFY(!f.isRolledBack());
        QCOMPARE(f.judgement().canary,
                 (QHash<QString, double>{{parcels, policy::bundledPolicy().stopLoss.canaryShare}}));
        QTRY_COMPARE(policies.state().changes.size(), 1);
    }

    void aTrialThatHeldGivesAllOfItBack()
    {
        StopDesk f(85);
        StopEvent event;
        event.week = f.thisWeek() - 5;
        event.segment = parcels;
        event.became = GuardState::Tripped;
        event.intents = {parcels};
        StopEvent release = event;
        release.week += 2;
        release.was = GuardState::Ready;
        release.became = GuardState::Canary;
        release.cause = GuardCause::Person;
        const auto kept = f.store->addStopEvents({event, release}, {f.thisWeek() - 2}, 0).result();
        QVERIFY(kept);
        for (const StopEvent &one : kept->events) {
            for (const StopStep step : {StopStep::Policy, StopStep::Pack, StopStep::Told})
                QVERIFY(f.store->addStopStep({one.seq, step, u"1"_s}).result());
        }
        policy::Policy tried = policy::givenBack(policy::bundledPolicy(), {parcels}, 0.05);
        tried.version = 2;
        const auto file = policy::withSettings(policy::bundledPolicyFile(), tried);
        QVERIFY(f.store
                    ->addPolicy({2,
                                 {u"ines"_s, u"Ines"_s},
                                 f.clock.now(),
                                 u"?"_s,
                                 policy::hashOf(*file),
                                 *file})
                    .result());
        QSignalSpy told(&f.stops(), &StopBoard::told);
        f.start();
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 30'000);
        QTRY_VERIFY(f.isQuiet());
        QCOMPARE(f.record().events.last().cause, GuardCause::Recovered);
        QCOMPARE(f.state(), GuardState::Armed);
        QCOMPARE(f.versions().size(), 2);
        QVERIFY(f.judgement().canary.isEmpty());
    }

    void whatALeadGivesBackInThePolicyIsARelease()
    {
        StopDesk f(85);
        f.start();
        QTRY_VERIFY_WITH_TIMEOUT(f.isQuiet(), 30'000);
        PolicyBoard &policies = f.desk->policyBoard();
        policies.readVersions();
        QTRY_COMPARE(policies.state().live.version, 1);
        QSignalSpy told(&f.stops(), &StopBoard::told);
        f.stops().trip(parcels, u"The price list is wrong."_s);
        QTRY_COMPARE(told.size(), 1);
        QTRY_COMPARE(policies.state().live.version, 2);
        QTRY_VERIFY(f.isQuiet());
        policies.release(parcels);
        policies.publish(u"The list is mended."_s);
        QTRY_COMPARE(told.size(), 2);
        QTRY_VERIFY(f.isQuiet());
        QCOMPARE(f.state(), GuardState::Canary);
        const StopEvent last = f.record().events.last();
        QCOMPARE(last.reason, u"The list is mended."_s);
        QCOMPARE(last.who.id, u"ines"_s);
        QVERIFY(last.until);              // it came before its level
        QCOMPARE(f.versions().size(), 2); // no version beside the lead's own
        QVERIFY(f.judgement().canary.contains(parcels));
    }

    void onlyLeadsAct()
    {
        StopDesk f(85);
        f.settings.agent.role = Role::Viewer;
        f.makeDesk();
        f.start();
        QTRY_VERIFY_WITH_TIMEOUT(f.isQuiet(), 30'000);
        QVERIFY(!f.stops().snapshot().mayAct);
        QSignalSpy failed(&f.stops(), &StopBoard::failed);
        f.stops().trip(parcels, u"I say so."_s);
        QCOMPARE(failed.size(), 1);
        QVERIFY(f.record().events.isEmpty());
    }

    void namesOfFoldersAreSafe()
    {
        StopEvent event;
        event.segment = u"../bad name/ü"_s;
        event.at = {1763474000000};
        QCOMPARE(evidenceName(event), u"2025-11-18-___bad_name__"_s);
    }
};

BATON_TEST(StopBoardTest)
#include "StopBoardTest.moc"
