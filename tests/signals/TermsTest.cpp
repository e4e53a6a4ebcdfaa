#include "core/signals/SignalReader.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::signs;

namespace {

Message says(const QString &text)
{
    Message message;
    message.id = MessageId(u"m1"_s);
    message.text = text;
    return message;
}

nlohmann::json rule(const char *name, const std::vector<std::string> &patterns,
                    const std::vector<std::string> &exceptions = {})
{
    return {{"rule", name}, {"language", "en"}, {"patterns", patterns}, {"except", exceptions}};
}

QByteArray termsOf(const nlohmann::json::array_t &rules)
{
    const nlohmann::json whole{{"terms", "baton-terms/1"}, {"version", 1}, {"rules", rules}};
    return QByteArray::fromStdString(whole.dump());
}

} // namespace

class TermsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyBundledExampleIsRight()
    {
        constexpr int least = 20;
        const Terms terms = bundledTerms();
        QMap<QString, std::pair<int, int>> counts;
        for (const TermExample &example : terms.examples()) {
            auto &count = counts[example.rule + u' ' + example.language];
            ++(example.fires ? count.first : count.second);
        }
        QCOMPARE(counts.size(), 11 * 3);
        for (auto count = counts.cbegin(); count != counts.cend(); ++count)
            QVERIFY2(count->first >= least && count->second >= least, qPrintable(count.key()));
        QStringList wrong;
        for (const TermExample &example : terms.wrongExamples())
            wrong += u"%1 %2 %3: %4"_s.arg(example.rule, example.language,
                                           example.fires ? u"is deaf to"_s : u"fires on"_s,
                                           example.text);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void aWrongExampleIsNamed()
    {
        nlohmann::json legal = rule("legal", {"\\bmy solicitor\\b"});
        legal["examples"] = {{"fires", {"my solicitor writes", "my barrister writes"}},
                             {"quiet", {"ask my solicitor friend", "legal tender"}}};
        const auto terms = Terms::read(termsOf({legal}));
        QVERIFY(terms);
        QCOMPARE(terms->examples().size(), 4);
        const QList<TermExample> wrong = terms->wrongExamples();
        QCOMPARE(wrong.size(), 2);
        QCOMPARE(wrong[0].text, u"my barrister writes"_s);
        QVERIFY(wrong[0].fires && !wrong[1].fires);
        QCOMPARE(wrong[1].text, u"ask my solicitor friend"_s);
        legal["examples"] = {{"fires", nlohmann::json::array()}};
        QVERIFY(!Terms::read(termsOf({legal})));
    }

    void theSpanIsThatOfTheOriginalText()
    {
        const auto terms
            = Terms::read(termsOf({rule("legal", {"\\bmein anwalt\\b", "\\bgrosse klage\\b"})}));
        QVERIFY(terms);
        const QString text = u"😡 Schön. Mein ANWALT meldet sich."_s;
        const QList<PhraseSignal> found = terms->find(says(text));
        QCOMPARE(found.size(), 1);
        const Evidence &evidence = found.first().evidence;
        QCOMPARE(evidence.text, u"Mein ANWALT"_s);
        QCOMPARE(text.mid(evidence.begin, evidence.end - evidence.begin), evidence.text);
        QCOMPARE(evidence.message, MessageId(u"m1"_s));
    }

    void anExceptionTakesAHitAway()
    {
        const auto terms
            = Terms::read(termsOf({rule("safety", {"\\bfire\\b"}, {"\\bfire pit\\b"})}));
        QVERIFY(terms);
        QVERIFY(terms->find(says(u"Is the fire pit in stock?"_s)).isEmpty());
        QCOMPARE(terms->find(says(u"The fire pit is on fire."_s)).size(), 1);
    }

    void overlappingHitsOfOnePhraseAreOne()
    {
        const auto terms = Terms::read(
            termsOf({rule("fraud", {"stolen card", "card was used"}), rule("legal", {"stolen"})}));
        QVERIFY(terms);
        const QList<PhraseSignal> found = terms->find(says(u"a stolen card was used"_s));
        QCOMPARE(found.size(), 2);
        for (const PhraseSignal &signal : found)
            QCOMPARE(signal.evidence.text,
                     signal.phrase == Phrase::Fraud ? u"stolen card was used"_s : u"stolen"_s);
    }

    void aHostilePatternTakesNoTime()
    {
        const auto terms = Terms::read(termsOf({rule("legal", {"(?:x+x+)+yes"})}));
        QVERIFY(terms);
        QVERIFY(terms->find(says(QString(20'000, u'x'))).isEmpty());
    }

    void refusesAndNamesThePlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("detail");
        QTest::newRow("no JSON") << "{"_ba << u": not JSON"_s;
        QTest::newRow("another format")
            << termsOf({}).replace("terms/1", "terms/2") << u"/terms: expected"_s;
        nlohmann::json more = rule("legal", {});
        more["x"] = 1;
        QTest::newRow("unknown key") << termsOf({more}) << u"/rules/0/x: unknown key"_s;
        QTest::newRow("unknown rule")
            << termsOf({rule("x", {})}) << u"/rules/0/rule: expected one of"_s;
        QTest::newRow("no expression") << termsOf({rule("legal", {"a", "(b"})})
                                       << u"/rules/0/patterns/1: no regular expression"_s;
    }
    void refusesAndNamesThePlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, detail);
        const auto terms = Terms::read(json);
        QVERIFY(!terms);
        QVERIFY2(terms.error().detail.startsWith(detail), qPrintable(terms.error().detail));
    }

    void theBundledTermsKnowWhatMatters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("phrase");
        const auto row = [](const char *text, Phrase phrase) {
            QTest::newRow(text) << QString::fromUtf8(text) << int(phrase);
        };
        row("If it is not back today my solicitor will write to you.", Phrase::Legal);
        row("Ich schalte meinen Anwalt ein.", Phrase::Legal);
        row("Voy a hablar con mi abogado.", Phrase::Legal);
        row("Nach § 437 BGB steht mir das zu.", Phrase::Legal);
        row("Someone used my card, I don't recognise this payment", Phrase::Fraud);
        row("My account was hacked and the email was changed", Phrase::AccountTakeover);
        row("can i speak to a real person please", Phrase::AsksForPerson);
        row("Ich möchte mit einem Menschen sprechen", Phrase::AsksForPerson);
        row("Quiero hablar con una persona", Phrase::AsksForPerson);
        row("the kettle caught fire", Phrase::Safety);
        row("I will never order from you again", Phrase::ThreatToLeave);
        row("This is the third time I am contacting you", Phrase::RepeatContact);
    }
    void theBundledTermsKnowWhatMatters()
    {
        QFETCH(QString, text);
        QFETCH(int, phrase);
        static const Terms terms = bundledTerms();
        const auto found = terms.find(says(text));
        QVERIFY(std::any_of(found.begin(), found.end(), [phrase](const PhraseSignal &signal) {
            return int(signal.phrase) == phrase;
        }));
    }

    void everydayWordsFireNothing_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"Where is my order LF-48213?", "Thanks, that helped.", "Wann kommt mein Paket?",
              "¿Dónde está mi pedido?", "Do you sell fire pits?",
              "I would like to return the boots.", "I paid 50 and got 34 back",
              "The boots are size 44, I need 43", "It was €389, or £ 20 less"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void everydayWordsFireNothing()
    {
        QFETCH(QString, text);
        static const Terms terms = bundledTerms();
        QVERIFY(terms.find(says(text)).isEmpty());
    }
};

BATON_TEST(TermsTest)
#include "TermsTest.moc"
