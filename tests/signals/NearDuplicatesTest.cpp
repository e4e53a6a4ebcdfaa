#include "core/signals/NearDuplicates.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::signs;

namespace {

double alike(const QString &a, const QString &b, const QString &nameA = {},
             const QString &nameB = {})
{
    return likeness(sketchOf(a, nameA).words, sketchOf(b, nameB).words);
}

bool shareABand(const Sketch &a, const Sketch &b)
{
    const QSet<qint64> bands(a.bands.begin(), a.bands.end());
    return std::any_of(b.bands.begin(), b.bands.end(),
                       [&bands](qint64 band) { return bands.contains(band); });
}

} // namespace

class NearDuplicatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheSameFromTheLike_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        const auto row = [](const char *name, const char16_t *other, bool same) {
            QTest::newRow(name) << QString::fromUtf16(other) << same;
        };
        row("to the letter", u"The payment page shows error 502 when I try to pay", true);
        row("shouted", u"THE PAYMENT PAGE SHOWS ERROR 502, WHEN I TRY TO PAY!!!", true);
        row("another number", u"The payment page shows error 503 when I try to pay", true);
        row("a greeting", u"Hi Tom, the payment page shows an error 502 when I try to pay. Thanks",
            true);
        row("less of it", u"payment page shows an error 502!!", true);
        row("a word more", u"Your payment page still shows error 502 when I try to pay", true);
        row("other words for it", u"I can't check out, something fails at the last step", false);
        row("the same thing otherwise", u"Error 502 keeps appearing whenever I want to pay", false);
        row("the same page", u"The payment page lists a card that I removed last year", false);
        row("the opposite matter", u"I was charged twice by your payment page", false);
        row("another matter", u"My parcel was marked delivered and never arrived", false);
    }
    void tellsTheSameFromTheLike()
    {
        QFETCH(QString, other);
        QFETCH(bool, same);
        const QString one = u"The payment page shows error 502 when I try to pay"_s;
        QVERIFY2((alike(one, other) >= nearlyTheSame) == same,
                 qPrintable(QString::number(alike(one, other))));
        if (same)
            QVERIFY(shareABand(sketchOf(one), sketchOf(other)));
    }

    void namesNumbersAndAddressesDoNotCount()
    {
        QCOMPARE(
            alike(u"Hello, Mara Lindqvist here. My order LF-12039 for €412.00 vanished from the "
                  "account page, write to mara.l@example.org"_s,
                  u"Hello, Jonas Weber here. My order LF-99812 for €9.50 vanished from the "
                  "account page, write to jw@mail.example"_s,
                  u"Mara Lindqvist"_s, u"Jonas Weber"_s),
            1.0);
        QCOMPARE(alike(u"Dear Anna, the voucher code fails at checkout every time"_s,
                       u"Dear Tom, the voucher code fails at checkout every time"_s),
                 1.0);
    }

    void littleSaysNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a greeting") << u"Hello, can you help me please?"_s;
        QTest::newRow("where is it") << u"Where is my refund?"_s;
        QTest::newRow("only numbers") << u"12345 98.50 2025-11-18 4711"_s;
        QTest::newRow("four times one word") << u"refund refund refund refund"_s;
    }
    void littleSaysNothing()
    {
        QFETCH(QString, text);
        QVERIFY(sketchOf(text).words.isEmpty());
        QCOMPARE(alike(text, text), 0.0);
    }

    void otherAlphabetsAreReadToo()
    {
        const QString one = u"страница оплаты показывает ошибку после ввода карты"_s;
        QCOMPARE(alike(one, one.toUpper()), 1.0);
        QVERIFY(alike(one, u"посылка доставлена соседям вчера вечером без звонка"_s) < 0.1);
    }

    void aConversationIsReadUntilEnoughIsSaid()
    {
        Conversation slow;
        const auto say = [&slow](Sender from, const QString &text) {
            Message message;
            message.from = from;
            message.text = text;
            slow.messages.append(message);
        };
        say(Sender::Bot, u"How can I help with your lost parcel today?"_s);
        say(Sender::Customer, u"Hi"_s);
        QVERIFY(sketchOf(slow).words.isEmpty());
        say(Sender::Customer, u"the payment page shows error 502"_s);
        say(Sender::Customer, u"and by the way the newsletter is boring"_s);
        QCOMPARE(sketchOf(slow).words, sketchOf(u"the payment page shows error 502"_s).words);
    }

    void longTextsAreEstimated()
    {
        QString one;
        for (int i = 0; i < 120; ++i)
            one += u"w%1 "_s.arg(QChar(u'a' + i % 26)) + QString(i / 26 + 2, QChar(u'a' + i % 26))
                + u' ';
        one = one.left(990);
        QVERIFY(alike(one, one + u"indeed"_s) > 0.9);
        QVERIFY(alike(one, one.mid(one.size() / 2)) < nearlyTheSame);
    }

    void theSameOnEveryMachine()
    {
        const Sketch sketch = sketchOf(u"The payment page shows error 502"_s);
        QCOMPARE(sketch.words.size(), 7 * 4); // four words and the three pairs
        QCOMPARE(sketch, sketchOf(u"the payment page shows error"_s));
        QCOMPARE(sketch.words.toHex(),
                 "ffeab5038501a32320adfe761419c87946f0f4b76717d4b8132049e4"_ba);
    }
};

BATON_TEST(NearDuplicatesTest)
#include "NearDuplicatesTest.moc"
