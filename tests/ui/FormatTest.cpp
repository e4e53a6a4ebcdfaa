#include "ui/text/Format.h"
#include "tests/support/TestProgram.h"
#include "ui/text/Deadline.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlaceText.h"
#include "ui/text/Words.h"

#include <QtCore/QUrl>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

constexpr Instant formatNow{1763474760000}; // Tue 2025-11-18 14:06:00 UTC

} // namespace

/// A fixed clock and named zones: what stands on the screen depends on nothing else.
class FormatTest : public QObject
{
    Q_OBJECT

private:
    const QTimeZone m_utc = QTimeZone::utc();

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void countdown_data()
    {
        QTest::addColumn<qint64>("left");
        QTest::addColumn<QString>("text");
        QTest::newRow("minutes") << 41 * minuteMs << u"41 m"_s;
        QTest::newRow("a started minute") << 6 * minuteMs + 59 * secondMs << u"6 m"_s;
        QTest::newRow("hours") << hourMs + 5 * minuteMs << u"1 h 05"_s;
        QTest::newRow("a whole hour") << hourMs << u"1 h 00"_s;
        QTest::newRow("days") << 3 * dayMs + hourMs << u"3 d"_s;
        QTest::newRow("two minutes") << 2 * minuteMs << u"2 m"_s;
        QTest::newRow("under two minutes") << 105 * secondMs << u"1 m 45"_s;
        QTest::newRow("seconds") << 45 * secondMs << u"45 s"_s;
        QTest::newRow("nothing left") << qint64(0) << u"0 s"_s;
        QTest::newRow("just past") << qint64(-1) << u"\u22121 m"_s;
        QTest::newRow("past") << -3 * minuteMs << u"\u22123 m"_s;
        QTest::newRow("hours past") << -(hourMs + 5 * minuteMs) << u"\u22121 h 05"_s;
        QTest::newRow("days past") << -2 * dayMs << u"\u22122 d"_s;
    }

    void countdown()
    {
        QFETCH(qint64, left);
        QTEST(format::countdown(left), "text");
    }

    void aCountdownHoldsAsLongAsItSays()
    {
        for (qint64 left = -3 * minuteMs; left < 5 * minuteMs; left += 137) {
            const qint64 holds = format::countdownHolds(left);
            QVERIFY(holds >= 1 && holds <= minuteMs);
            QCOMPARE(format::countdown(left - holds + 1), format::countdown(left));
        }
        // And it does change then, where a minute is not shown as the first one past.
        for (qint64 left = secondMs; left < 5 * minuteMs; left += 137)
            QVERIFY(format::countdown(left - format::countdownHolds(left))
                    != format::countdown(left));
    }

    void ages()
    {
        QCOMPARE(format::ago(formatNow, formatNow, m_utc), u"now"_s);
        QCOMPARE(format::ago(formatNow + secondMs, formatNow, m_utc), u"now"_s);
        QCOMPARE(format::ago(formatNow + -14 * secondMs, formatNow, m_utc), u"14 s ago"_s);
        QCOMPARE(format::ago(formatNow + -4 * minuteMs, formatNow, m_utc), u"4 min ago"_s);
        QCOMPARE(format::ago(formatNow + -3 * hourMs, formatNow, m_utc), u"3 h ago"_s);
        QCOMPARE(format::ago(formatNow + -2 * dayMs, formatNow, m_utc), u"16 Nov"_s);
        QCOMPARE(format::old(formatNow + -4 * minuteMs, formatNow, m_utc), u"4 min old"_s);
        QCOMPARE(format::old(formatNow + -2 * dayMs, formatNow, m_utc), u"from 16 Nov"_s);
    }

    void timesAreThoseOfTheZone()
    {
        const QTimeZone oslo("Europe/Oslo");
        const QTimeZone auckland("Pacific/Auckland");
        QVERIFY(oslo.isValid() && auckland.isValid());
        QCOMPARE(format::time(formatNow, m_utc), u"14:06"_s);
        QCOMPARE(format::time(formatNow, oslo), u"15:06"_s);
        QCOMPARE(format::date(formatNow, formatNow, auckland), u"19 Nov"_s);
        QCOMPARE(format::moment(formatNow, formatNow, oslo), u"18 Nov, 15:06"_s);
        QCOMPARE(format::when(formatNow + -hourMs, formatNow, m_utc), u"13:06"_s);
        QCOMPARE(format::when(formatNow + -2 * dayMs, formatNow, m_utc), u"16 Nov"_s);
        QCOMPARE(format::when(formatNow + -400 * dayMs, formatNow, m_utc), u"14 Oct 2024"_s);
        // Summer time began between these two.
        QCOMPARE(format::time({1743295800000}, oslo), u"01:50"_s);
        QCOMPARE(format::time(Instant{1743295800000} + hourMs, oslo), u"03:50"_s);
    }

    void days()
    {
        QCOMPARE(format::day(formatNow, formatNow, m_utc), u"Today"_s);
        QCOMPARE(format::day(formatNow + -15 * hourMs, formatNow, m_utc), u"Yesterday"_s);
        QCOMPARE(format::day(formatNow + -2 * dayMs, formatNow, m_utc), u"Sun 16 Nov"_s);
        QCOMPARE(format::day(formatNow + -400 * dayMs, formatNow, m_utc), u"Mon 14 Oct 2024"_s);
    }

    void money_data()
    {
        QTest::addColumn<double>("amount");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("text");
        const int two = int(format::Decimals::Two);
        const int whole = int(format::Decimals::Whole);
        QTest::newRow("euro") << 106.0 << u"EUR"_s << two << u"€106.00"_s;
        QTest::newRow("thousands") << 8420.4 << u"EUR"_s << whole << u"€8,420"_s;
        QTest::newRow("lower case") << 1.5 << u"gbp"_s << two << u"£1.50"_s;
        QTest::newRow("negative") << -3.5 << u"USD"_s << two << u"\u2212$3.50"_s;
        QTest::newRow("no minor unit") << 1200.0 << u"JPY"_s << two << u"¥1,200"_s;
        QTest::newRow("no sign of its own") << 12.0 << u"CHF"_s << two << u"CHF\u00A012.00"_s;
        QTest::newRow("no currency") << 12.0 << QString() << two << u"12.00"_s;
        QTest::newRow("no minus before nothing") << -0.001 << u"EUR"_s << two << u"€0.00"_s;
    }

    void money()
    {
        QFETCH(double, amount);
        QFETCH(QString, currency);
        QFETCH(int, decimals);
        QTEST(format::money({amount, currency}, format::Decimals(decimals)), "text");
    }

    void numbers()
    {
        QCOMPARE(format::count(25430), u"25,430"_s);
        QCOMPARE(format::percent(0.09), u"9\u202F%"_s);
        QCOMPARE(format::percent(1.15), u"115\u202F%"_s);
        QCOMPARE(format::bytes(240'000), u"240 kB"_s);
        QCOMPARE(format::duration(5 * minuteMs), u"5 m"_s);
        QCOMPARE(format::duration(-5), u"0 s"_s);
        QCOMPARE(format::durationInWords(5 * minuteMs), u"5 min"_s);
        QCOMPARE(format::durationInWords(45 * secondMs), u"45 s"_s);
        QCOMPARE(format::durationInWords(65 * minuteMs), u"1 h 05"_s);
        QCOMPARE(format::seconds(0.04), u"0.04 s"_s);
        QCOMPARE(format::seconds(0.4), u"0.4 s"_s);
        QCOMPARE(format::seconds(9.97), u"10 s"_s);
        QCOMPARE(format::seconds(999.7), u"1,000 s"_s);
        QStringList places;
        for (const int number : {1, 2, 3, 4, 11, 12, 13, 21, 102, 113})
            places += format::ordinal(number);
        QCOMPARE(places.join(u' '), u"1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 113th"_s);
    }

    void aLinkShowsItsRealHost()
    {
        QCOMPARE(format::linkHost(QUrl(u"https://shop.example/a?b=c"_s)), u"shop.example"_s);
        QCOMPARE(format::linkHost(QUrl(u"https://bank.example@evil.example/"_s)),
                 u"evil.example"_s);
        QVERIFY(format::linkHost(QUrl(u"https://p\u0430ypal.com/"_s)).startsWith("xn--"_L1));
    }

    void deadlines()
    {
        Sla sla{SlaState::Running, SlaSource::Unanswered, formatNow + -30 * minuteMs,
                formatNow + 30 * minuteMs};
        QCOMPARE(deadline(sla, formatNow), (Deadline{DeadlineState::Plenty, .5, 30 * minuteMs}));
        QCOMPARE(deadline(sla, formatNow + 21 * minuteMs).state,
                 DeadlineState::Soon); // under ten minutes
        sla.started = formatNow + -10 * hourMs;
        sla.due = formatNow + 2 * hourMs;
        QCOMPARE(deadline(sla, formatNow).state, DeadlineState::Soon); // under a quarter
        QCOMPARE(deadline(sla, *sla.due).state, DeadlineState::Soon);
        QCOMPARE(deadline(sla, *sla.due + 1).state, DeadlineState::Breached);
        QCOMPARE(deadline(sla, *sla.due + 3 * minuteMs).leftMs, -3 * minuteMs);
        sla.state = SlaState::Paused;
        QCOMPARE(deadline(sla, formatNow).state, DeadlineState::Paused);
        QCOMPARE(deadline({SlaState::Running, {}, {}, {}}, formatNow).state, DeadlineState::None);
    }

    void theReasonForAPlaceIsOneSentence()
    {
        PlaceExplanation place;
        place.sla = {SlaState::Running, SlaSource::Unanswered, formatNow + -54 * minuteMs,
                     formatNow + 6 * minuteMs};
        place.value = ValueTier::Plus;
        QCOMPARE(placeText(place, 3, formatNow), u"Third in line: due in 6 m, plus customer"_s);
        QCOMPARE(placeText(place, 1200, formatNow + 9 * minuteMs),
                 u"Number 1,200 in line: overdue by 3 m, plus customer"_s);
        place.value = ValueTier::Absent;
        place.safety = true;
        QCOMPARE(placeText(place, 1, formatNow), u"First in line: safety first, due in 6 m"_s);
        place = {};
        place.value = ValueTier::Vip;
        place.waitingSince = formatNow + -hourMs;
        QCOMPARE(placeText(place, {}, formatNow),
                 u"Its place: no deadline, VIP customer waiting for 1 h 00"_s);
    }

    void everyErrorSaysWhatHappenedAndWhatToDo()
    {
        for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
            for (const QString &subject : {QString(), u"/data/desk.sqlite"_s}) {
                const ErrorText words = errorText({ErrorCode(code), subject, u"errno 28"_s});
                for (const QString &sentence : {words.happened, words.todo}) {
                    QVERIFY(sentence.endsWith(u'.'));
                    QVERIFY(sentence.at(0).isUpper() || sentence.startsWith(subject));
                    QVERIFY(!sentence.contains(u'!') && !sentence.contains(u"please"_s));
                    QVERIFY(!sentence.contains(u"%1"_s) && !sentence.contains(u"errno"_s));
                }
                QCOMPARE(words.happened.contains(subject), true);
                QVERIFY(errorDetails({ErrorCode(code), subject, u"errno 28"_s})
                            .contains(u"errno 28"_s));
            }
        }
    }

    void everyValueHasAWord()
    {
        const auto check = [](auto last) {
            using Value = decltype(last);
            QStringList seen;
            for (int i = 0; i <= int(last); ++i) {
                const QString word = words::of(Value(i));
                QVERIFY(!seen.contains(word));
                seen += word;
            }
        };
        check(Channel::Form);
        check(State::Closed);
        check(OutcomeKind::Abandoned);
        check(ActKind::Close);
        check(ActStatus::Refused);
        check(HoldReason::Closed);
        check(ValueTier::Vip);
        check(QueueView::Archive);
        check(baton::Role::Viewer);
        check(Sender::System);
        check(ToolStatus::Timeout);
        check(StepOutcome::Unknown);
        check(Delivery::Refused);
        QCOMPARE(words::of(ValueTier::Absent), QString());
        QCOMPARE(words::of(HoldReason::None), QString());
        QCOMPARE(words::of(Delivery::Delivered), QString());
    }

    void aTransferSaysWhereTo()
    {
        Act act;
        act.kind = ActKind::Transfer;
        QCOMPARE(words::actLine(act, u"Returns"_s), u"Transfer to Returns"_s);
        act.toAgent = Person{u"p"_s, u"Priya Nair"_s};
        QCOMPARE(words::actLine(act, {}), u"Transfer to Priya Nair"_s);
        act.kind = ActKind::Note;
        QCOMPARE(words::actLine(act, {}), u"Internal note"_s);
    }
};

BATON_TEST(FormatTest)
#include "FormatTest.moc"
