#include "Batonctl.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton::tests;

/// batonctl facts, the real program.
class FactsCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineAConversationAndTheSameEachTime()
    {
        const Ran first = m_facts.run({u"facts"_s, demoFile(), u"--json"_s});
        QVERIFY2(first.exit == 0, first.err);
        QCOMPARE(first.lines().size(), readAll(demoFile()).count('\n'));
        for (const nlohmann::json &line : first.json()) {
            QCOMPARE(keysOf(line), QStringList({u"facts"_s, u"id"_s}));
            for (const nlohmann::json &fact : line.at("facts")) {
                QCOMPARE(
                    keysOf(fact),
                    QStringList({u"at"_s, u"begin"_s, u"by"_s, u"due_at"_s, u"end"_s, u"field"_s,
                                 u"kind"_s, u"message_id"_s, u"text"_s, u"value"_s}));
                QVERIFY(fact.at("field").is_null() != fact.at("message_id").is_null());
            }
        }
        QCOMPARE(m_facts.run({u"facts"_s, demoFile(), u"--json"_s}).out, first.out);
    }

    void whatTellsWhoSomebodyIsIsMaskedUnlessAskedFor()
    {
        const Ran shown = m_facts.run({u"facts"_s, demoFile()});
        QCOMPARE(shown.exit, 0);
        QVERIFY(shown.out.contains("LF-C-8841: "));
        QVERIFY(shown.out.contains("order_number LF-70413"));
        QVERIFY(shown.out.contains("n•••r@post.example"));
        QVERIFY(!shown.out.contains("nadia.fairweather@post.example"));
        const Ran whole = m_facts.run({u"facts"_s, demoFile(), u"--unmasked"_s});
        QVERIFY(whole.out.contains("nadia.fairweather@post.example"));
    }

    void standardInputAndTheStoreAreRead()
    {
        const QByteArray line = readAll(demoFile()).split('\n').first() + '\n';
        const Ran piped = m_facts.run({u"facts"_s, u"-"_s}, line);
        QCOMPARE(piped.lines().size(), 1);
        QCOMPARE(m_facts.run({u"facts"_s, u"LF-C-0"_s}).exit, 3);
        QCOMPARE(m_facts.run({u"facts"_s}).exit, 2);
    }

private:
    Desk m_facts;
};

BATON_TEST(FactsCommandTest)
#include "FactsCommandTest.moc"
