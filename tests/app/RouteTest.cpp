#include "Batonctl.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;
using namespace baton::tests;

namespace {

QHash<QString, nlohmann::json> byId(const QList<nlohmann::json> &lines)
{
    QHash<QString, nlohmann::json> found;
    for (const nlohmann::json &line : lines)
        found.insert(QString::fromStdString(line.at("id").get<std::string>()), line);
    return found;
}

bool fires(const nlohmann::json &line, const std::string &rule)
{
    for (const nlohmann::json &trigger : line.at("triggers")) {
        if (trigger.at("rule") == rule)
            return true;
    }
    return false;
}

nlohmann::json bundledPolicy()
{
    return nlohmann::json::parse(
        readAll(QStringLiteral(BATON_SOURCE_DIR "/resources/policy/policy.json")).toStdString());
}

} // namespace

/// batonctl route, the real program; the model is learnt once and kept in the one profile.
class RouteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routesEachConversationOnALineAndTheSameEachTime()
    {
        const Ran first = m_desk.run({u"route"_s, demoFile()});
        QVERIFY2(first.exit == 0, first.err);
        QCOMPARE(first.lines().size(), readAll(demoFile()).count('\n'));
        for (const nlohmann::json &line : first.json()) {
            QCOMPARE(keysOf(line),
                     QStringList({u"flip"_s, u"id"_s, u"intent"_s, u"policy_version"_s, u"route"_s,
                                  u"sentiment"_s, u"tier"_s, u"triggers"_s}));
        }
        QCOMPARE(m_desk.run({u"route"_s, demoFile()}).out, first.out);
    }

    void theEvidenceStandsInTheMessage()
    {
        QHash<QString, QString> texts;
        for (const QByteArray &line : readAll(demoFile()).trimmed().split('\n')) {
            const nlohmann::json packet = nlohmann::json::parse(line.toStdString());
            for (const nlohmann::json &message : packet.at("messages"))
                texts.insert(QString::fromStdString(message.at("id").get<std::string>()),
                             QString::fromStdString(message.at("text").get<std::string>()));
        }
        int spans = 0;
        for (const nlohmann::json &line : m_desk.run({u"route"_s, demoFile()}).json()) {
            for (const nlohmann::json &trigger : line.at("triggers")) {
                for (const nlohmann::json &e : trigger.at("evidence")) {
                    ++spans;
                    const QString id
                        = QString::fromStdString(e.at("message_id").get<std::string>());
                    const int begin = e.at("begin").get<int>();
                    QCOMPARE(texts.value(id).mid(begin, e.at("end").get<int>() - begin),
                             QString::fromStdString(e.at("text").get<std::string>()));
                }
            }
        }
        QVERIFY(spans >= 5);
    }

    void smokeAndSolicitorsReachPeople()
    {
        const auto lines = byId(m_desk.run({u"route"_s, demoFile()}).json());
        QVERIFY(fires(lines.value(u"LF-C-8846"_s), "safety"));
        QVERIFY(fires(lines.value(u"LF-C-8841"_s), "legal"));
        for (const QString &id : {u"LF-C-8846"_s, u"LF-C-8841"_s}) {
            QCOMPARE(lines.value(id).at("route"), "escalate");
            QCOMPARE(lines.value(id).at("tier"), "C");
        }
    }

    void noPolicyFileSwitchesALockedTrigger()
    {
        for (const char *locked :
             {"safety", "legal", "fraud", "account_takeover", "asks_for_person", "tier_c"}) {
            nlohmann::json policy = bundledPolicy();
            policy["judgement"]["switches"][locked] = false;
            const QString file
                = m_desk.write(u"policy.json"_s, QByteArray::fromStdString(policy.dump()));
            const Ran ran = m_desk.run({u"route"_s, u"--policy"_s, file, demoFile()});
            QCOMPARE(ran.exit, 3);
            QVERIFY(ran.out.isEmpty());
            QVERIFY2(ran.err.contains("/judgement/switches/" + QByteArray(locked)), ran.err);
        }
    }

    void withEverySwitchOffTheLockedTriggersStillEscalate()
    {
        nlohmann::json policy = bundledPolicy();
        nlohmann::json &judgement = policy["judgement"];
        for (auto &rule : judgement["switches"])
            rule = false;
        judgement["contain_confidence"] = 0.5;
        judgement["medium_confidence"] = 0.4;
        judgement["open"] = {"duplicate_charge", "product_safety", "unrecognised_payment"};
        const QString file = m_desk.write(u"open.json"_s, QByteArray::fromStdString(policy.dump()));
        const Ran ran = m_desk.run({u"route"_s, u"--policy"_s, file, demoFile()});
        QVERIFY2(ran.exit == 0, ran.err);
        const auto lines = byId(ran.json());
        QCOMPARE(lines.value(u"LF-C-8846"_s).at("route"), "escalate");
        QCOMPARE(lines.value(u"LF-C-8841"_s).at("route"), "escalate");
    }

    void aPolicyIsTriedOnItsExamples()
    {
        const Ran bundled = m_desk.run({u"policy"_s, u"check"_s, u"--json"_s});
        QVERIFY2(bundled.exit == 0, bundled.out + bundled.err);
        QVERIFY(bundled.json().at(0).at("examples") > 1000);
        QVERIFY(bundled.json().at(0).at("wrong").empty());
        const QByteArray terms = R"({"terms": "baton-terms/1", "version": 1, "rules": [
            {"rule": "legal", "language": "en", "patterns": ["\bmy solicitor\b"],
             "examples": {"fires": ["I shall sue you"], "quiet": ["hello"]}}]})";
        const Ran own = m_desk.run(
            {u"policy"_s, u"check"_s, u"--terms"_s, m_desk.write(u"terms.json"_s, terms)});
        QCOMPARE(own.exit, 1);
        QVERIFY2(own.out.contains("legal en: stays quiet on “I shall sue you”"), own.out);
        const Ran bad = m_desk.run(
            {u"policy"_s, u"check"_s, u"--policy"_s, m_desk.write(u"policy.json"_s, "{}")});
        QCOMPARE(bad.exit, 3);
        QVERIFY2(bad.err.contains("/policy: missing"), bad.err);
        QCOMPARE(m_desk.run({u"policy"_s, u"publish"_s}).exit, 2);
    }

    void aBadLineCostsOnlyItself()
    {
        const Ran ran = m_desk.run({u"route"_s, u"-"_s}, "nonsense\n" + readAll(demoFile()));
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.lines().size(), readAll(demoFile()).count('\n'));
        QVERIFY2(ran.err.contains("<stdin>:1: "), ran.err);
    }

    void fraudIsHeardInTheCustomersWords()
    {
        const QString star = QStringLiteral(BATON_SHARED_DATA "/packets/star.jsonl.gz");
        if (!QFile::exists(star))
            QSKIP("the real packets are not beside the checkout");
        const Ran packets = m_desk.run({u"import"_s, star});
        QVERIFY2(packets.exit == 0, packets.err);
        QHash<QString, std::vector<std::string>> tasks;
        for (const nlohmann::json &packet : m_desk.run({u"export"_s}).json())
            tasks.insert(QString::fromStdString(packet.at("id").get<std::string>()),
                         packet.at("source").at("tasks").get<std::vector<std::string>>());
        int reports = 0;
        int heard = 0;
        int others = 0;
        int falseAlarms = 0;
        const auto lines = byId(m_desk.run({u"route"_s, star}).json());
        for (auto task = tasks.cbegin(); task != tasks.cend(); ++task) {
            const bool about
                = std::find(task->begin(), task->end(), "bank_fraud_report") != task->end();
            const bool fired = fires(lines.value(task.key()), "fraud");
            reports += about && task->size() == 1 ? 1 : 0;
            heard += about && task->size() == 1 && fired ? 1 : 0;
            others += about ? 0 : 1;
            falseAlarms += !about && fired ? 1 : 0;
        }
        qInfo("fraud heard in %d of %d reports, and in %d of %d others", heard, reports,
              falseAlarms, others);
        QCOMPARE(reports, 303);
        QVERIFY(heard >= 0.95 * reports);
        QVERIFY(falseAlarms <= 0.01 * others);
    }

private:
    const Desk m_desk;
};

BATON_TEST(RouteTest)
#include "RouteTest.moc"
