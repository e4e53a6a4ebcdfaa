#include "ui/text/JudgedWords.h"
#include "tests/support/TestProgram.h"
#include "ui/text/Format.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

class JudgedWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIntentIsReadWithTheNextAndTheWordsThatDecided()
    {
        Signals signs;
        signs.intent = {u"refund_status"_s, 0.8211};
        signs.runnerUp = {u"return"_s, 0.09};
        const QList<Evidence> words{{{}, 12, 18, u"refund"_s}, {{}, 0, 8, u"where is"_s}};
        const QString most = format::percent(0.82);
        const QString less = format::percent(0.09);
        QCOMPARE(
            words::readAs(signs, {u"Refund status"_s, u"Return"_s, words}),
            u"Read as Refund status (%1), next: Return (%2); decided by “refund”, “where is”."_s
                .arg(most, less));
        QCOMPARE(words::readAs(signs, {{}, u"Return"_s, {}}),
                 u"Read as none of these (%1), next: Return (%2)."_s.arg(most, less));
        signs.runnerUp = {};
        QCOMPARE(words::readAs(signs, {u"Refund status"_s, {}, words.first(1)}),
                 u"Read as Refund status (%1); decided by “refund”."_s.arg(most));
    }
};

BATON_TEST(JudgedWordsTest)
#include "JudgedWordsTest.moc"
