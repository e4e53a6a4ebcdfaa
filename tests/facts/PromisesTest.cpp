#include "core/facts/Promises.h"
#include "core/signals/Plain.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::facts;

namespace {

constexpr Instant noon{1763467200000}; // 2025-11-18T12:00:00Z, a Tuesday
constexpr qint64 hour = 3'600'000;

} // namespace

class PromisesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSpanGivesADueTime_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<qint64>("hours");
        QTest::newRow("minutes") << u"within 30 minutes"_s << qint64(-30);
        QTest::newRow("hours") << u"in 24 hours"_s << qint64(24);
        QTest::newRow("range") << u"It takes 3–5 days"_s << qint64(120);
        QTest::newRow("working, over a weekend") << u"within 5 working days"_s << qint64(168);
        QTest::newRow("de") << u"innerhalb von 2 Stunden"_s << qint64(2);
        QTest::newRow("de working") << u"in 3 Werktagen"_s << qint64(72);
        QTest::newRow("es") << u"en 2 días laborables"_s << qint64(48);
        QTest::newRow("weeks") << u"in 2 weeks"_s << qint64(336);
    }
    void aSpanGivesADueTime()
    {
        QFETCH(QString, sentence);
        QFETCH(qint64, hours);
        const qint64 ms = hours < 0 ? -hours * 60'000 : hours * hour;
        QCOMPARE(dueOf(sentence, noon), std::optional(noon + ms));
    }
    void noSpanNoDueTime()
    {
        QVERIFY(!dueOf(u"I will look at order 48213", noon));
        QVERIFY(!dueOf(u"soon", noon));
    }

    void aDayIsOverAtItsLastMinuteWhereTheCustomerIs()
    {
        QCOMPARE(dueOf(u"We will send it by Friday"_s, noon, "Europe/Berlin"),
                 instantFromRfc3339(u"2025-11-21T23:59:00+01:00"));
        QCOMPARE(dueOf(u"I'll call you tomorrow at 6 pm"_s, noon, "Europe/London"),
                 instantFromRfc3339(u"2025-11-19T18:00:00Z"));
        QCOMPARE(dueOf(u"Wir melden uns bis Donnerstag, 10:30 Uhr"_s, noon),
                 instantFromRfc3339(u"2025-11-20T10:30:00Z"));
        QVERIFY(!dueOf(u"It left us last Friday"_s, noon));
        QVERIFY(!dueOf(u"You ordered it 3 days ago"_s, noon));
    }

    void whatWillBeDoneIsAPromiseAndWhatTheyMustDoIsNone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("promises");
        const auto row = [](const char *text, int promises) {
            QTest::newRow(text) << QString::fromUtf8(text) << promises;
        };
        row("We will refund you within 5 working days.", 1);
        row("I'll get back to you by Friday. Anything else?", 1);
        row("You will receive it tomorrow.", 1);
        row("The refund will be sent in 24 hours.", 1);
        row("Wir erstatten den Betrag innerhalb von 3 Tagen.", 1);
        row("Ich melde mich bis Freitag.", 1);
        row("Sie erhalten die Rechnung in 2 Stunden.", 1);
        row("Le llamaremos mañana.", 1);
        row("Recibirá el reembolso en 5 días hábiles.", 1);
        row("Will you be home within 2 hours?", 0);
        row("You will need to return it within 30 days.", 0);
        row("Sie müssen es innerhalb von 14 Tagen zurücksenden.", 0);
        row("We will look into it.", 0);
        row("Refunds take 3 to 5 days.", 0);
        row("We shipped it on Friday.", 0);
    }
    void whatWillBeDoneIsAPromiseAndWhatTheyMustDoIsNone()
    {
        QFETCH(QString, text);
        Message message;
        message.from = Sender::Bot;
        message.at = noon;
        message.text = text;
        const QList<Fact> found = promisesIn(message, signs::plain(text), "UTC", u"en-GB"_s);
        QTEST(int(found.size()), "promises");
        for (const Fact &fact : found) {
            QVERIFY(fact.due && *fact.due > noon);
            QCOMPARE(text.sliced(fact.said.begin, fact.said.end - fact.said.begin), fact.said.text);
        }
    }
};

BATON_TEST(PromisesTest)
#include "PromisesTest.moc"
