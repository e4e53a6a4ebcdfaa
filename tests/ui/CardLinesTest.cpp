#include "ui/models/CardLines.h"
#include "tests/support/TestProgram.h"
#include "ui/text/JudgedWords.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

constexpr Instant cardNoon{1763467200000}; // 2025-11-18T12:00:00Z

CardLines linesOf(const HandoffCard &card)
{
    return cardLines({card, true, cardNoon, QTimeZone::utc()});
}

void mark(HandoffCard &card, CardField field, Given given)
{
    card.fields[size_t(field)] = given;
}

} // namespace

class CardLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConfidenceBelowItsLimitReadsBelowIt()
    {
        const Trigger unsure{Rule::Confidence, Route::Assist, u"0.8499"_s, u"0.85"_s, {}};
        QCOMPARE(words::observed(unsure), u"0.84"_s);
        const Trigger failed{Rule::ToolFailed, Route::Assist, u"refund.create"_s, {}, {}};
        QCOMPARE(words::observed(failed), u"refund.create"_s);
    }

    void aPacketsWordsStandAsTheyAre()
    {
        HandoffCard card;
        card.need = {{u"Reverse the payment"_s, Given::Said, {}}};
        card.handedOffAt = cardNoon;
        card.riskFlags = {u"chargeback"_s, u"heard_before"_s};
        card.fields.fill(Given::Said);
        const CardLines lines = linesOf(card);
        QCOMPARE(lines.need, QStringList{u"Reverse the payment"_s});
        QVERIFY(!lines.needInferred);
        QCOMPARE(lines.from, u"From the bot 12:00"_s);
        QCOMPARE(lines.complete, u"9 of 9 fields"_s);
        QCOMPARE(lines.careful,
                 (QList<CareLine>{{u"dispute"_s, u"Chargeback likely"_s},
                                  {u"risk"_s, u"Heard before"_s}}));
        QVERIFY(lines.missing.isEmpty());
    }

    void whatCameOfAStepIsQuieterThanTheStep()
    {
        HandoffCard card;
        CardStep found;
        found.what = u"Payments looked up, two captures, 15 Nov"_s;
        CardStep again;
        again.what = u"Refunds take 3–5 days."_s;
        again.times = 3;
        CardStep traced;
        traced.what = u"Parcel traced"_s;
        traced.toldCustomer = true;
        card.steps = {found, again, traced};
        const QList<CardLine> tried = linesOf(card).tried;
        QCOMPARE(tried[0].text, u"Payments looked up"_s);
        QCOMPARE(tried[0].aside, u"two captures, 15 Nov"_s);
        QCOMPARE(tried[1].text, u"“Refunds take 3–5 days”"_s);
        QCOMPARE(tried[1].aside, u"said 3×"_s);
        QCOMPARE(tried[2].aside, u"the customer knows"_s);
    }

    void whatWasInferredIsQuotedAndCounted()
    {
        HandoffCard card;
        card.need = {{u"My chair is broken"_s, Given::Inferred, {}}};
        mark(card, CardField::Need, Given::Inferred);
        mark(card, CardField::Identity, Given::Said);
        const CardLines lines = linesOf(card);
        QCOMPARE(lines.need, QStringList{u"“My chair is broken”"_s});
        QVERIFY(lines.needInferred);
        QCOMPARE(lines.complete, u"2 of 9 fields, 1 inferred"_s);
        QVERIFY(lines.missing.contains(u"promised wait"_s));
        QVERIFY(!lines.missing.contains(u"identity"_s));
    }

    void aPromiseThatIsPastIsLate()
    {
        HandoffCard card;
        card.promises = {{u"Refund by Monday"_s,
                          Sender::Bot,
                          {},
                          cardNoon + -48 * hourMs,
                          cardNoon + -25 * hourMs,
                          Given::Said},
                         {u"A call"_s, Sender::Agent, {}, {}, cardNoon + hourMs, Given::Said}};
        const CardLines lines = linesOf(card);
        QVERIFY(lines.promised[0].bad);
        QVERIFY(lines.promised[0].late.startsWith(u'1'));
        QVERIFY(!lines.promised[1].bad);
        QVERIFY(lines.promised[1].late.isEmpty());
    }

    void whatWasDueOnAnotherDayIsLateByTheCalendar()
    {
        const auto late = [](qint64 before) {
            HandoffCard card;
            card.promises = {{u"A call"_s, Sender::Bot, {}, {}, cardNoon + -before, Given::Said}};
            return linesOf(card).promised[0].late;
        };
        QVERIFY(late(13 * hourMs).startsWith(u"1 day")); // noon, so yesterday
        QVERIFY(late(11 * hourMs).startsWith(u"11 hour"));
        QVERIFY(late(37 * hourMs).startsWith(u"2 day"));
        QCOMPARE(late(minuteMs), u"late"_s);
    }

    void aDateThatIsInItsWordsIsNotSaidTwice()
    {
        const auto aside = [](const QString &text) {
            HandoffCard card;
            card.promises = {{text, Sender::Bot, {}, {}, cardNoon + -20 * hourMs, Given::Said}};
            return linesOf(card).promised[0].aside;
        };
        const QDateTime due
            = QDateTime::fromMSecsSinceEpoch((cardNoon + -20 * hourMs).ms, QTimeZone::utc());
        const QString day = QLocale::c().toString(due, u"d MMMM"_s);
        QCOMPARE(aside(u"Refund by %1"_s.arg(day)), u"bot"_s);
        HandoffCard today;
        today.promises
            = {{u"Refund by 18 November"_s, Sender::Bot, {}, {}, cardNoon + hourMs, Given::Said}};
        QCOMPARE(linesOf(today).promised[0].aside, u"by 13:00, bot"_s);
        QVERIFY(aside(u"Refund within %1 days"_s.arg(due.date().day())).startsWith(u"by "_s));
    }

    void aStepSaysWhatBecameOfIt()
    {
        HandoffCard card;
        card.steps = {{u"Identity checked"_s, {}, StepOutcome::Worked, 1, true, Given::Said},
                      {u"Wait 3 days"_s, {}, StepOutcome::Failed, 3, true, Given::Inferred}};
        const CardLines lines = linesOf(card);
        QVERIFY(lines.tried[0].good && !lines.tried[0].bad);
        QCOMPARE(lines.tried[1].text, u"“Wait 3 days”"_s);
        QVERIFY(lines.tried[1].bad);
        QVERIFY(lines.tried[1].aside.contains(u'3'));
    }

    void aFlipNamesAllItsChanges()
    {
        const Flip one{{WithConfidence{0.85}}, Route::Contain};
        QVERIFY(words::of(one).contains(u"0.85"_s));
        const Flip two{{WithoutPhrase{Phrase::Legal}, WithMood{3}}, Route::Assist};
        QVERIFY(words::of(two).contains(u"legal wording"_s));
        QVERIFY(words::of(two).contains(u"calm"_s));
        QVERIFY(words::of(Flip{}).isEmpty());
    }

    void everyRuleHasWordsAndAnIcon()
    {
        QSet<QString> seen;
        for (int i = 0; i <= int(Rule::HighValue); ++i) {
            const auto rule = static_cast<Rule>(i);
            QVERIFY(!words::of(rule).isEmpty());
            QVERIFY(!seen.contains(words::of(rule)));
            seen.insert(words::of(rule));
            QVERIFY(QFile::exists(u":/icons/%1.svg"_s.arg(words::iconOf(rule))));
        }
    }
};

BATON_TEST(CardLinesTest)
#include "CardLinesTest.moc"
