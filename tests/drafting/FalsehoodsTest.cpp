#include "core/drafting/CheckTrial.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::drafting;

namespace {

TrueSentences saidOnFile(const QString &text)
{
    TrueSentences all;
    Passage passage;
    passage.document = DocumentId(u"KB-1"_s);
    passage.version = 3;
    passage.text = text;
    all.grounds.passages.append(passage);
    all.grounds.now = Instant{1'763'424'000'000}; // 18 November 2025
    return all;
}

} // namespace

class FalsehoodsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsMadeOfWhatCouldNotBeFalse_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"Can you tell me which order it is about?",
              "Hello Ana, thank you for telling us that you are not happy.",
              "Guten Tag Henning, danke für Ihre Frage, wie weit Ihre Erstattung ist.",
              "Do not send the product back and do not throw it away.",
              "After dispatch the address can be changed only through the carrier.",
              "If it is about an order, tell us its number.", "I'm not certain that it is yours."})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void nothingIsMadeOfWhatCouldNotBeFalse()
    {
        QFETCH(QString, text);
        QRandomGenerator dice(1);
        for (int i = 0; i < 20; ++i)
            QVERIFY(!falsified(FalseKind::Negation, saidOnFile(text), text, {}, dice));
    }

    void aDenialIsPutInOrTakenOut()
    {
        QRandomGenerator dice(1);
        const auto denied = [&](const QString &text) {
            const auto made = falsified(FalseKind::Negation, saidOnFile(text), text, {}, dice);
            return made ? made->sentence : QString();
        };
        QCOMPARE(denied(u"A failed payment is not a charge."_s),
                 u"A failed payment is a charge."_s);
        QCOMPARE(denied(u"You can change the address."_s), u"You cannot change the address."_s);
        QCOMPARE(denied(u"Hello Farah, the order is not packed yet."_s),
                 u"Hello Farah, the order is packed yet."_s);
    }

    void whatAnotherDocumentSaysIsNotStale()
    {
        const QString text = u"A parcel counts as late 5 working days after dispatch."_s;
        TrueSentences one = saidOnFile(text);
        TrueSentences two = one;
        two.grounds.passages.append(one.grounds.passages.front());
        two.grounds.passages.back().document = DocumentId(u"KB-2"_s);
        QRandomGenerator dice(1);
        int made = 0;
        for (int i = 0; i < 20; ++i) {
            made += falsified(FalseKind::StaleValue, one, text, {}, dice) ? 1 : 0;
            QVERIFY(!falsified(FalseKind::StaleValue, two, text, {}, dice));
        }
        QVERIFY(made > 5);
    }

    void theSameDiceGiveTheSameFalsehoods()
    {
        const QString text = u"A return takes 14 days and costs €4.99."_s;
        CheckTrial trial;
        trial.others.append(saidOnFile(text));
        trial.others.front().sentences = {text};
        const CheckScores first = tryCheck(trial, 7, 50);
        const CheckScores second = tryCheck(trial, 7, 50);
        QCOMPARE(first.made(), second.made());
        QCOMPARE(first.caught(), second.caught());
        QVERIFY(first.made() > 10);
    }
};

BATON_TEST(FalsehoodsTest)
#include "FalsehoodsTest.moc"
