#include "core/signals/SignalReader.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::signs;

namespace {

nlohmann::json lexiconDocument()
{
    return {{"lexicon", "baton-lexicon/1"},
            {"version", 1},
            {"languages",
             {{"en",
               {{"words",
                 {{"good", 2.0}, {"bad", -2.0}, {"great", 3.0}, {"thanks", 1.5}, {"waste", -1.0}}},
                {"boosters", {{"very", 0.3}}},
                {"negations", {"not", "never"}},
                {"idioms", {{"waste of time", -2.5}}}}},
              {"de", {{"words", {{"schön", 2.0}}}}}}},
            {"emoji", {{"😡", -3.0}, {":(", -2.0}, {"xD", 2.0}}}};
}

Result<Lexicon> read(const nlohmann::json &json)
{
    return Lexicon::read(QByteArray::fromStdString(json.dump()));
}

double squashed(double sum)
{
    return std::round(sum / std::sqrt(sum * sum + 15) * 10'000) / 10'000;
}

} // namespace

class LexiconTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpWhatTheWordsSay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("sum");
        QTest::newRow("one word") << u"This is good."_s << 2.0;
        QTest::newRow("no word") << u"Where is it"_s << 0.0;
        QTest::newRow("two words") << u"good, great"_s << 5.0;
        QTest::newRow("boosted") << u"very good"_s << 2.0 * 1.3;
        QTest::newRow("boosted from afar") << u"very damn good"_s << 2.0 * (1 + 0.3 * 0.7);
        QTest::newRow("negated") << u"not good"_s << 2.0 * -0.74;
        QTest::newRow("a negated bad word is hardly good") << u"not bad"_s << 2.0 * 0.3;
        QTest::newRow("a clause ends what a negation reaches") << u"Not so. Good"_s << 2.0;
        QTest::newRow("idiom") << u"a waste of time"_s << -2.5;
        QTest::newRow("half an idiom") << u"a waste of money"_s << -1.0;
        QTest::newRow("but") << u"good but bad"_s << 2.0 * 0.6 - 2.0 * 1.3;
        QTest::newRow("thanks beside a complaint") << u"thanks, bad"_s << 1.5 * 0.5 - 2.0;
        QTest::newRow("calls") << u"bad!!!!"_s << -2.0 - 0.9;
        QTest::newRow("emoji") << u"ok 😡"_s << -3.0;
        QTest::newRow("emoticon") << u"ok :("_s << -2.0;
        QTest::newRow("no emoticon within a word") << u"boxDx"_s << 0.0;
        QTest::newRow("capitals") << u"so BAD"_s << -2.0 * 1.3;
        QTest::newRow("one capital") << u"so Bad"_s << -2.0;
        QTest::newRow("praise in quotes") << u"your \"great\" lamp"_s << 3.0 * -0.3;
        QTest::newRow("curled quotes") << u"your “great” lamp"_s << 3.0 * -0.3;
        QTest::newRow("a complaint in quotes") << u"your \"bad\" lamp"_s << -2.0;
        QTest::newRow("a quote around more") << u"\"a great lamp\""_s << 3.0;
        QTest::newRow("irony owned to") << u"great lamp /s"_s << 3.0 * -0.3;
        QTest::newRow("a tag") << u"great lamp #Sarcasm"_s << 3.0 * -0.3;
        QTest::newRow("a short tag") << u"great lamp #not"_s << 3.0 * -0.3;
        QTest::newRow("another tag") << u"great lamp #nothing"_s << 3.0;
        QTest::newRow("an upside-down face") << u"great lamp 🙃"_s << 3.0 * -0.3;
        QTest::newRow("no irony in a path") << u"great lamp/s"_s << 3.0;
        QTest::newRow("long letters") << u"gooood"_s << 2.0;
        QTest::newRow("addresses say nothing") << u"bad@good.example www.bad.example"_s << 0.0;
    }
    void addsUpWhatTheWordsSay()
    {
        QFETCH(QString, text);
        QFETCH(double, sum);
        const auto lexicon = read(lexiconDocument());
        QVERIFY(lexicon);
        QVERIFY2(std::abs(lexicon->valence(text) - squashed(sum)) <= 1e-4,
                 qPrintable(QString::number(lexicon->valence(text))));
    }

    void theWordsThatCarriedItAreShownWhereTheyStand()
    {
        const auto lexicon = read(lexiconDocument());
        const QString text = u"@ana Not góód, a waste of time 😡 but thanks"_s;
        const Lexicon::Reading reading = lexicon->reading(text);
        QStringList shown;
        double sum = 0;
        for (const Lexicon::Carrier &one : reading.carriers) {
            shown.append(text.mid(one.begin, one.end - one.begin));
            sum += double(one.valence);
        }
        QCOMPARE(shown, QStringList({u"góód"_s, u"waste of time"_s, u"😡"_s, u"thanks"_s}));
        QCOMPARE(reading.valence, lexicon->valence(text));
        QVERIFY(std::abs(reading.valence - squashed(sum)) <= 1e-4);
        QVERIFY(lexicon->reading(u"a lamp"_s).carriers.empty());
    }

    void onlyTheBeginningOfAVeryLongTextIsRead()
    {
        const auto lexicon = read(lexiconDocument());
        const QString filler(Lexicon::longestText, u' ');
        QCOMPARE(lexicon->valence(filler + u"bad"_s), 0.0);
    }

    void aPlainQuestionHasNoFeeling()
    {
        const auto lexicon = read(lexiconDocument());
        QCOMPARE(lexicon->valence(u"is a waste ok?"_s), 0.0);
        QVERIFY(lexicon->valence(u"is it bad, very bad, bad?"_s) < 0);
    }

    void theLanguageIsTheConversations()
    {
        const auto lexicon = read(lexiconDocument());
        QVERIFY(lexicon->valence(u"schön"_s, u"de-DE"_s) > 0);
        QCOMPARE(lexicon->valence(u"schön"_s, u"en-GB"_s), 0.0);
        QVERIFY(lexicon->valence(u"good"_s, u"fr"_s) > 0); // unknown: English
    }

    void refusesAndNamesThePlace()
    {
        nlohmann::json wrong = lexiconDocument();
        wrong["languages"]["en"]["words"]["good"] = 9;
        QVERIFY(read(wrong).error().detail.startsWith(
            u"/languages/en/words/good: expected a number"_s));
        wrong = lexiconDocument();
        wrong["x"] = 1;
        QVERIFY(read(wrong).error().detail.startsWith(u"/x: unknown key"_s));
        wrong = lexiconDocument();
        wrong["languages"].erase("en");
        QVERIFY(read(wrong).error().detail.startsWith(u"/languages: expected en"_s));
        QCOMPARE(Lexicon::read("[").error().code, ErrorCode::InvalidInput);
    }

    void theBundledLexiconTellsUpsetFromPleased()
    {
        const Lexicon lexicon = bundledLexicon();
        QVERIFY(lexicon.valence(u"This is unacceptable, I am furious and still waiting!"_s) < -0.4);
        QVERIFY(lexicon.valence(u"Brilliant, that worked, thank you so much!"_s) > 0.35);
        QVERIFY(lexicon.valence(u"Das ist eine Frechheit, ich bin wirklich sauer."_s, u"de"_s)
                < -0.4);
        QVERIFY(lexicon.valence(u"Es una vergüenza, estoy muy enfadado."_s, u"es"_s) < -0.4);
    }
};

BATON_TEST(LexiconTest)
#include "LexiconTest.moc"
