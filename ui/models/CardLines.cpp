#include "ui/models/CardLines.h"

#include "core/base/Text.h"
#include "ui/text/Format.h"
#include "ui/text/JudgedWords.h"
#include "ui/text/Words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

struct Card
{
    Q_DECLARE_TR_FUNCTIONS(Card)
};

constexpr qsizetype mostSteps = 5;
constexpr int repeatedUnits = 34; // of what the bot said; the thread has all of it

QString fieldName(CardField field)
{
    switch (field) {
    case CardField::Need:
        return Card::tr("need", "a field of the card");
    case CardField::Expectation:
        return Card::tr("expectation", "a field of the card");
    case CardField::Reason:
        return Card::tr("reason", "a field of the card");
    case CardField::Steps:
        return Card::tr("steps tried", "a field of the card");
    case CardField::Promises:
        return Card::tr("promises", "a field of the card");
    case CardField::Identity:
        return Card::tr("identity", "a field of the card");
    case CardField::Intent:
        return Card::tr("intent", "a field of the card");
    case CardField::OpenQuestions:
        return Card::tr("open questions", "a field of the card");
    case CardField::PromisedWait:
        return Card::tr("promised wait", "a field of the card");
    }
    Q_UNREACHABLE();
}

/// From half a day on the calendar counts, as people do: what was due yesterday is a day late.
QString lateness(Instant due, const CardInput &input)
{
    const qint64 ms = input.now - due;
    const qint64 days
        = format::dateOf(due, input.zone).daysTo(format::dateOf(input.now, input.zone));
    if (ms >= dayMs / 2 && days > 0)
        return Card::tr("%n day(s) late", nullptr, int(days));
    if (ms >= hourMs)
        return Card::tr("%n hour(s) late", nullptr, int(ms / hourMs));
    return Card::tr("late");
}

CardLine stepLine(const CardStep &step)
{
    CardLine line;
    const qsizetype comma = step.what.indexOf(u", "_s);
    if (step.times > 1) {
        line.text
            = Card::tr("“%1”", "what the bot said again and again")
                  .arg(text::firstWords(step.what.endsWith(u'.') ? step.what.chopped(1) : step.what,
                                        repeatedUnits));
        line.aside = Card::tr("said %1×", "how often").arg(step.times);
    } else if (comma > 0) { // what came of it is quieter than what was done
        line.text = step.what.left(comma);
        line.aside = step.what.mid(comma + 2);
    } else {
        line.text = step.what;
        line.aside = step.toldCustomer ? Card::tr("the customer knows") : QString();
    }
    line.icon = words::iconOf(step.outcome);
    line.good = step.outcome == StepOutcome::Worked;
    line.bad = step.outcome == StepOutcome::Failed;
    return line;
}

/// Whether a promise's own words have the date already: "17 November", "17. November", "17 de
/// noviembre".
bool namesDay(const QString &text, QDate day)
{
    for (const QLocale::Language language : {QLocale::English, QLocale::German, QLocale::Spanish}) {
        const QRegularExpression date(uR"(\b%1\.?\s+(?:de\s+)?%2)"_s.arg(day.day()).arg(
                                          QLocale(language).monthName(day.month())),
                                      QRegularExpression::CaseInsensitiveOption);
        if (date.match(text).hasMatch())
            return true;
    }
    return false;
}

CardLine promiseLine(const CardPromise &promise, const CardInput &input)
{
    CardLine line;
    line.icon = u"promise"_s;
    line.text = promise.text;
    line.message = promise.message;
    QStringList aside;
    const auto isNamed = [&](QDate day) {
        return day != format::dateOf(input.now, input.zone) && namesDay(promise.text, day);
    };
    // Of today the time is said, which is no day.
    const bool named = promise.due && isNamed(format::dateOf(*promise.due, input.zone));
    if (promise.due && promise.given == Given::Said && !named)
        aside += Card::tr("by %1", "a time").arg(format::when(*promise.due, input.now, input.zone));
    aside += words::of(promise.by).toLower();
    // One that was late when it was spoken of: two dates in that order only confuse.
    if (promise.made && !(promise.due && *promise.due < *promise.made))
        aside += format::date(*promise.made, input.now, input.zone);
    line.aside = aside.join(u", "_s);
    if (promise.due && *promise.due < input.now) {
        line.bad = true;
        line.late = lateness(*promise.due, input);
    }
    return line;
}

QString completeness(const HandoffCard &card)
{
    const int said = card.count(Given::Said);
    const int inferred = card.count(Given::Inferred);
    if (inferred == 0)
        return Card::tr("%1 of %2 fields").arg(said).arg(cardFields);
    return Card::tr("%1 of %2 fields, %3 inferred")
        .arg(said + inferred)
        .arg(cardFields)
        .arg(inferred);
}

} // namespace

CardLines cardLines(const CardInput &input)
{
    const HandoffCard &card = input.card;
    CardLines lines;
    if (card.handedOffAt) {
        const QString time = format::time(*card.handedOffAt, input.zone);
        lines.from = input.botWasThere ? Card::tr("From the bot %1").arg(time)
                                       : Card::tr("Handed over %1").arg(time);
    }
    lines.complete = completeness(card);
    for (const CardText &need : card.need) {
        lines.need += need.given == Given::Inferred
            ? Card::tr("“%1”", "the customer's words").arg(need.text)
            : need.text;
        lines.needInferred = need.given == Given::Inferred;
    }
    lines.expectsInferred = card.expectation.given == Given::Inferred;
    lines.expects = lines.expectsInferred
        ? Card::tr("“%1”", "the customer's words").arg(card.expectation.text)
        : card.expectation.text;
    const qsizetype skipped = qMax<qsizetype>(0, card.steps.size() - mostSteps);
    for (qsizetype i = skipped; i < card.steps.size(); ++i)
        lines.tried += stepLine(card.steps[i]);
    for (const CardPromise &promise : card.promises)
        lines.promised += promiseLine(promise, input);
    for (const QString &flag : card.riskFlags)
        lines.careful += CareLine{words::riskIcon(flag), words::riskFlag(flag)};
    for (const CardText &question : card.openQuestions) {
        lines.questionsInferred = question.given == Given::Inferred;
        lines.questions += question.text;
    }
    lines.next = card.nextStep.text;
    QStringList missing;
    for (int i = 0; i < cardFields; ++i) {
        if (card.fields[size_t(i)] == Given::Missing)
            missing += fieldName(static_cast<CardField>(i));
    }
    lines.missing = missing.join(u", "_s);
    return lines;
}

} // namespace baton::ui
