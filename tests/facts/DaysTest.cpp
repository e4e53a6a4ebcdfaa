#include "core/facts/Days.h"
#include "core/signals/Plain.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::facts;

class DaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayIsReadFromTheDayOfWriting_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("day"); ///< empty: none is meant
        const auto row = [](const char *text, const char *day) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(day);
        };
        // Written on Tuesday 18 November 2025.
        row("I fly next Friday", "2025-11-21");
        row("by Friday", "2025-11-21");
        row("next Tuesday", "2025-11-25");
        row("Friday next week", "2025-11-28");
        row("last Friday", "2025-11-14");
        row("last Tuesday", "2025-11-11");
        row("Monday last week", "2025-11-10");
        row("I ordered it on Saturday", "2025-11-15");
        row("It will come on Saturday", "2025-11-22");
        row("It is Tuesday", "2025-11-18");
        row("tomorrow", "2025-11-19");
        row("2 weeks ago", "2025-11-04");
        row("bis nächsten Freitag", "2025-11-21");
        row("letzten Montag", "2025-11-17");
        row("Freitag nächster Woche", "2025-11-28");
        row("Am Donnerstag habe ich bestellt", "2025-11-13");
        row("am 3. März", "2026-03-03");
        row("vor drei Tagen", "2025-11-15");
        row("übermorgen", "2025-11-20");
        row("el viernes", "2025-11-21");
        row("el próximo viernes", "2025-11-21");
        row("el viernes que viene", "2025-11-21");
        row("el viernes pasado", "2025-11-14");
        row("el lunes de la semana que viene", "2025-11-24");
        row("hace 3 días", "2025-11-15");
        row("El lunes hice el pedido", "2025-11-17");
        row("on 03/04", "2026-04-03");
        row("03/04/2025", "2025-04-03");
        row("2025-12-24", "2025-12-24");

        row("Black Friday", "");
        row("Monday to Friday", "");
        row("Montag bis Freitag", "");
        row("every Monday", "");
        row("1/2 of it", "");
        row("version 10.3.1", "");
        row("in 3 days", "");
        row("31.02.2025", "");
    }
    void aDayIsReadFromTheDayOfWriting()
    {
        QFETCH(QString, text);
        const Written written{QDate(2025, 11, 18)};
        QString day;
        for (const Figure &figure : figuresIn(text, written)) {
            const QDate one = dayMeant(figure, signs::plain(text), written);
            if (one.isValid())
                day += one.toString(Qt::ISODate);
        }
        QTEST(day, "day");
    }

    void theMonthGoesFirstInTheStates()
    {
        const auto at = instantFromRfc3339(u"2025-11-18T12:00:00Z");
        const auto dayIn = [&](const QString &locale) {
            const Written written = writtenAt(*at, "UTC", locale);
            const QString text = u"on 03/04"_s;
            return dayMeant(figuresIn(text, written).front(), signs::plain(text), written);
        };
        QCOMPARE(dayIn(u"en-US"_s), QDate(2026, 3, 4));
        QCOMPARE(dayIn(u"en-GB"_s), QDate(2026, 4, 3));
        QCOMPARE(dayIn({}), QDate(2026, 4, 3));
    }

    void tomorrowBeginsWhereTheCustomerIs()
    {
        const auto late = instantFromRfc3339(u"2025-11-18T23:30:00Z");
        QCOMPARE(writtenAt(*late, "UTC", {}).day, QDate(2025, 11, 18));
        QCOMPARE(writtenAt(*late, "Europe/Berlin", {}).day, QDate(2025, 11, 19));
        QCOMPARE(writtenAt(*late, "No/Where", {}).day, QDate(2025, 11, 18));
    }
};

BATON_TEST(DaysTest)
#include "DaysTest.moc"
