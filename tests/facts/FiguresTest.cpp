#include "core/facts/Figures.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::facts;

namespace {

const Written tuesday{QDate(2025, 11, 18)};

std::vector<Figure> figures(const QString &text)
{
    return figuresIn(text, tuesday);
}

/// Kind, value and unit as a line, so that a failure shows what was read.
QString shown(const QString &text)
{
    static const QStringList kinds{u"amount"_s, u"percent"_s,  u"date"_s,
                                   u"time"_s,   u"duration"_s, u"code"_s,
                                   u"number"_s, u"contact"_s,  u"name"_s};
    QStringList out;
    for (const Figure &figure : figures(text)) {
        QString value;
        switch (figure.kind) {
        case FigureKind::Amount:
        case FigureKind::Percentage:
        case FigureKind::Number:
            value = QString::number(double(figure.low) / 10'000);
            if (figure.high != figure.low)
                value += u".."_s + QString::number(double(figure.high) / 10'000);
            break;
        case FigureKind::Date:
            value = figure.low > 0 ? QDate::fromJulianDay(figure.low).toString(Qt::ISODate)
                                   : u"weekday %1"_s.arg(figure.weekday);
            break;
        case FigureKind::Time:
            value = u"%1:%2"_s.arg(figure.low / 60).arg(figure.low % 60, 2, 10, QChar(u'0'));
            break;
        case FigureKind::Duration:
            value = figure.low == figure.high ? QString::number(figure.low)
                                              : u"%1..%2"_s.arg(figure.low).arg(figure.high);
            break;
        default:
            break;
        }
        QStringList parts{kinds[int(figure.kind)], value, QString::fromUtf8(figure.unit)};
        parts.removeAll(QString());
        out += parts.join(u' ');
    }
    return out.join(u"; ");
}

} // namespace

class FiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryNotation_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        const auto row = [](const char *text, const char *read) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(read);
        };
        row("€179.00", "amount 179 EUR");
        row("179,00 €", "amount 179 EUR");
        row("179 euros", "amount 179 EUR");
        row("EUR 179", "amount 179 EUR");
        row("€1.234,50", "amount 1234.5 EUR");
        row("1,234.50 EUR", "amount 1234.5 EUR");
        row("1234.5 euros", "amount 1234.5 EUR");
        row("1 234,50 €", "amount 1234.5 EUR");
        row("£8.90 or €9.90.", "amount 8.9 GBP; amount 9.9 EUR");
        row("€9.90 / £8.90", "amount 9.9 EUR; amount 8.9 GBP");
        row("389 pounds", "amount 389 GBP");
        row("$118", "amount 118 USD");
        row("€5–€10", "amount 5..10 EUR");
        row("12.500 Pfund", "amount 12500 GBP");
        row("dos euros", "amount 2 EUR");
        row("15 Nov", "date 2025-11-15");
        row("15th of November 2025", "date 2025-11-15");
        row("Nov 15th, 2025", "date 2025-11-15");
        row("am 15.11. kommt es", "date 2025-11-15");
        row("am 15.11.2025", "date 2025-11-15");
        row("am 15. November", "date 2025-11-15");
        row("el 15 de noviembre de 2025", "date 2025-11-15");
        row("15/11/2025", "date 2025-11-15");
        row("2025-11-15", "date 2025-11-15");
        row("Monday 17 November", "date 2025-11-17");
        row("Montag, den 17.11.", "date 2025-11-17");
        row("lunes, 17 de noviembre", "date 2025-11-17");
        row("on 3 January", "date 2026-01-03");
        row("tomorrow", "date 2025-11-19");
        row("Das kommt morgen an.", "date 2025-11-19");
        row("Guten Morgen", "");
        row("por la mañana", "");
        row("mañana", "date 2025-11-19");
        row("gestern", "date 2025-11-17");
        row("by Friday", "date weekday 5");
        row("30 February", "date " /* of no calendar */);
        row("Wednesday 39 November", "date ");
        row("16:42", "time 16:42");
        row("16.42 Uhr", "time 16:42");
        row("4:42 p.m.", "time 16:42");
        row("6 pm", "time 18:00");
        row("18 Uhr", "time 18:00");
        row("3–5 banking days", "duration 3..5 wd");
        row("3 to 5 working days", "duration 3..5 wd");
        row("3 bis 5 Bankarbeitstage", "duration 3..5 wd");
        row("de 3 a 5 días bancarios", "duration 3..5 wd");
        row("zwischen 3 und 5 Werktagen", "duration 3..5 wd");
        row("two weeks", "duration 14 d");
        row("14 Tage", "duration 14 d");
        row("24 hours", "duration 1440 min");
        row("the 100-night trial", "duration 100 n");
        row("30-day returns", "duration 30 d");
        row("in 4 opening hours", "duration 240 min");
        row("in 4 Öffnungsstunden", "duration 240 min");
        row("en 4 horas de apertura", "duration 240 min");
        row("un mes", "duration 1 mo");
        row("20 %", "percent 20");
        row("20 por ciento", "percent 20");
        row("order LF-70413", "code lf70413");
        row("code WINTER15", "code winter15");
        row("batch BR-2509-14", "code br250914");
        row("Visa ending 4471", "number 4471");
        row("locker 0447", "code 0447");
        row("a 1.7 l kettle", "number 1.7");
        row("Size 43.", "number 43");
        row("help@larkfield.example.", "contact help@larkfield.example");
        row("see larkfield.example/gift", "contact larkfield.example/gift");
        row("+44 20 7946 1907", "contact 442079461907");
        row("1. Open the account\n2. Select Change", "");
        row("such as 1) cards, 2) points", "");
        row("(see page 2) and (3)", "number 2; number 3");
        row("Log in at refund-desk.xyz.", "contact refund-desk.xyz");
        row("It works well.Thanks", "");
        row("open 24/7", "code 24/7");
        row("You may march on.", "");
        row("one of the plates", "");
    }
    void readsEveryNotation()
    {
        QFETCH(QString, text);
        QFETCH(QString, read);
        if (read == "date "_L1) {
            QCOMPARE(figures(text).front().low, -1);
            return;
        }
        QCOMPARE(shown(text), read);
    }

    void knowsWhatIsTheSame_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("evidence");
        QTest::addColumn<bool>("same");
        const auto row = [](const char *said, const char *evidence, bool same) {
            QTest::addRow("%s = %s", said, evidence)
                << QString::fromUtf8(said) << QString::fromUtf8(evidence) << same;
        };
        row("€1.234,50", "1234.5 euros", true);
        row("€1,234.50", "£1,234.50", false);
        row("€10", "€10.01", false);
        row("15 Nov", "15.11.2025", true);
        row("15 November 2024", "15.11.2025", false);
        row("3 March", "2023-03-03", true);
        row("3 March 2024", "2023-03-03", false);
        row("Friday 3 March", "2023-03-03", true);
        row("Monday 3 March", "2023-03-03", false);
        row("€49.90", "49.9 XXX", true);
        row("tomorrow", "2025-11-19", true);
        row("Friday", "21 November", true);
        row("Friday", "20 November", false);
        row("Friday", "5 December", false);
        row("Tuesday 17 November", "17 November", false); // it is a Monday
        row("3–5 banking days", "3 to 5 Werktage", true);
        row("3 banking days", "3 to 5 banking days", false);
        row("5 days", "5 working days", false);
        row("two weeks", "14 days", true);
        row("order 70413", "LF-70413", true);
        row("LF 70413", "LF-70413", true);
        row("LF-70413", "LF-70418", false);
        row("4471", "Visa ending 4471", true);
        row("4417", "Visa ending 4471", false);
        row("18 Uhr", "18:00", true);
        row("20 %", "20 percent", true);
        row("20 %", "€20", false);
    }
    void knowsWhatIsTheSame()
    {
        QFETCH(QString, said);
        QFETCH(QString, evidence);
        const auto a = figures(said);
        const auto b = figures(evidence);
        QVERIFY(!a.empty() && !b.empty());
        QTEST(matches(a.back(), b.back()), "same");
    }

    void readsTheMonthFirstWhereThatIsTheCustom()
    {
        const auto day = [](bool monthFirst) {
            return figuresIn(u"11/12/2025", {QDate(2025, 11, 18), monthFirst}).front().low;
        };
        QCOMPARE(QDate::fromJulianDay(day(true)), QDate(2025, 11, 12));
        QCOMPARE(QDate::fromJulianDay(day(false)), QDate(2025, 12, 11));
    }

    void offsetsCutTheFigureOut()
    {
        const QString text = u"Sie erhalten 1.234,50 € bis Montag, 17. November, auf LF-70413."_s;
        QStringList cut;
        for (const Figure &figure : figures(text))
            cut += text.sliced(figure.begin, figure.end - figure.begin);
        QCOMPARE(cut, QStringList({u"1.234,50 €"_s, u"Montag, 17. November"_s, u"LF-70413"_s}));
    }

    void anythingIsReadInBoundedTime()
    {
        const QStringList seeds{u"a"_s,    u"1"_s,     u"a-"_s,        u"1."_s, u"1,"_s,
                                u"€"_s,    u"1/"_s,    u"a@"_s,        u"."_s,  u"+1 "_s,
                                u"1 - "_s, u"1 a 1"_s, u"\U0001F600"_s};
        for (const QString &seed : seeds) {
            const QString text = seed.repeated(100'000);
            QElapsedTimer timer;
            timer.start();
            for (const Figure &figure : figures(text))
                QVERIFY(figure.begin < figure.end && figure.end <= longestText);
            QVERIFY2(timer.elapsed() < 2'000 * slowness, qPrintable(seed));
        }
    }
};

BATON_TEST(FiguresTest)
#include "FiguresTest.moc"
