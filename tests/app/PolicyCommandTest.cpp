#include "core/desk/Settings.h"
#include "core/policy/Versions.h"
#include "tests/app/SameProfile.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

class PolicyCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionsArePublishedListedAndCompared()
    {
        const tests::Desk desk;
        (void)openHere(desk); // makes the profile
        policy::Policy policy = policy::bundledPolicy();
        policy.judgement.containConfidence = 0.95;
        const QString file = desk.write(u"strict.json"_s,
                                        *policy::withSettings(policy::bundledPolicyFile(), policy));
        const QStringList publish{u"policy"_s, u"publish"_s, u"--policy"_s, file};
        QCOMPARE(desk.run(publish).exit, 2); // without a note
        QCOMPARE(desk.run(publish + QStringList{u"--note"_s, u"Too bold."_s}).exit, 3); // no lead
        beLead(desk);
        const Ran done = desk.run(publish + QStringList{u"--note"_s, u"Too bold."_s});
        QCOMPARE(done.exit, 0);
        const Ran history = desk.run({u"policy"_s, u"history"_s, u"--json"_s});
        QCOMPARE(history.lines().size(), 2);
        const auto newest = nlohmann::json::parse(history.lines().first().toStdString());
        QCOMPARE(newest["version"].get<int>(), 2);
        QCOMPARE(QString::fromStdString(newest["note"]), u"Too bold."_s);
        const Ran diff = desk.run({u"policy"_s, u"diff"_s, u"1"_s});
        QCOMPARE(diff.exit, 0);
        QVERIFY(diff.out.contains("/judgement/contain_confidence: 0.85 "));
        QCOMPARE(desk.run({u"policy"_s, u"diff"_s, u"9"_s}).exit, 3);
        // Back to what came with Baton.
        QCOMPARE(desk.run({u"policy"_s, u"publish"_s, u"1"_s, u"--note"_s, u"Back."_s}).exit, 0);
        QVERIFY(desk.run({u"policy"_s, u"diff"_s, u"v1"_s, u"v3"_s}).out.isEmpty());
        QCOMPARE(desk.run({u"audit"_s, u"verify"_s}).exit, 0);
        QCOMPARE(desk.run({u"policy"_s, u"sing"_s}).exit, 2);
    }

    void aDraftIsTriedOnAnImport()
    {
        const tests::Desk desk;
        const QString packets = QStringLiteral(BATON_SOURCE_DIR "/resources/demo/packets.jsonl");
        QVERIFY(desk.run({u"import"_s, packets}).exit < 2);
        policy::Policy policy = policy::bundledPolicy();
        policy.judgement.containConfidence = 1;
        for (const Intent &intent : policy::bundledCatalogue().intents)
            policy.judgement.matrix.insert(intent.name, {Level::High, Level::High});
        const QString file = desk.write(u"strict.json"_s,
                                        *policy::withSettings(policy::bundledPolicyFile(), policy));
        const QStringList replay{u"policy"_s, u"replay"_s,     u"--policy"_s,
                                 file,        u"--from"_s,     u"2020-01-01"_s,
                                 u"--to"_s,   u"2030-01-01"_s, u"--json"_s};
        QCOMPARE(desk.run({u"policy"_s, u"replay"_s}).exit, 2);
        const Ran ran = desk.run(replay);
        QCOMPARE(ran.exit, 0);
        const auto told = nlohmann::json::parse(ran.lines().first().toStdString());
        QVERIFY(told["conversations"].get<int>() > 0);
        QVERIFY(told["changed"].get<int>() > 0);
        QVERIFY(told["after"]["conversations"].get<int>()
                >= told["before"]["conversations"].get<int>());
        QCOMPARE(qsizetype(told["list"].size()), qsizetype(told["changed"].get<int>()));
        QVERIFY(!told["list"][0]["id"].get<std::string>().empty());
        QCOMPARE(desk.run(replay).out, ran.out); // read once, the same again
    }

    void aMillionAreReplayedInASecond()
    {
        const tests::Desk desk;
        const Ran ran = desk.run({u"policy"_s, u"replay"_s, u"selftest"_s, u"--json"_s});
        QCOMPARE(ran.exit, 0);
        const auto told = nlohmann::json::parse(ran.lines().first().toStdString());
        QVERIFY(told["bytes_each"].get<int>() <= 64);
        QVERIFY(told["changed"].get<int>() > 0);
        qInfo("%s", ran.out.constData());
#ifndef BATON_WATCHED
        QVERIFY(told["replay_ms"].get<double>() <= 1000);
        QVERIFY(told["drag_20000_worst_ms"].get<double>() <= 50);
        QVERIFY(told["load_ms"].get<double>() <= 5000);
#endif
    }

private:
    static void beLead(const tests::Desk &desk)
    {
        Settings settings;
        settings.agent = {AgentId(u"ines"_s), u"Ines"_s, Role::Lead};
        QVERIFY(saveSettings(profileFor(desk.dataDir(), u"default"_s).settingsFile, settings));
    }
};

BATON_TEST(PolicyCommandTest)
#include "PolicyCommandTest.moc"
