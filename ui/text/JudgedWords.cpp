#include "ui/text/JudgedWords.h"

#include "ui/text/Format.h"
#include "ui/text/Words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QLocale>

#include <cmath>

namespace baton::ui::words {

using namespace Qt::StringLiterals;

namespace {

struct Judged
{
    Q_DECLARE_TR_FUNCTIONS(Judged)
};

constexpr double mediumConfidence = 0.5;

QString number(double share)
{
    return QLocale::c().toString(share, 'f', 2);
}

struct SayChange
{
    QString operator()(const WithConfidence &c) const
    {
        return Judged::tr("a confidence of %1").arg(number(c.confidence));
    }
    QString operator()(const WithMood &c) const
    {
        return Judged::tr("a mood of “%1”").arg(moodWithin(c.level));
    }
    QString operator()(const WithoutPhrase &c) const
    {
        return Judged::tr("no “%1”", "what was heard").arg(of(ruleOf(c.phrase)).toLower());
    }
    QString operator()(const WithFailedTools &c) const
    {
        return c.count == 0 ? Judged::tr("no failed look-up")
                            : Judged::tr("%n failed look-up(s)", nullptr, c.count);
    }
    QString operator()(const WithSameAnswers &c) const
    {
        return c.count <= 1 ? Judged::tr("no repeated answer")
                            : Judged::tr("the same answer %n time(s)", nullptr, c.count);
    }
    QString operator()(const WithContacts &c) const
    {
        return Judged::tr("%n contact(s) in 90 days", nullptr, c.count);
    }
    QString operator()(const WithValue &c) const
    {
        return c.value == ValueTier::Vip ? Judged::tr("a higher value")
                                         : Judged::tr("a lower value");
    }
    QString operator()(const WithIntent &c) const
    {
        return c.name.isEmpty() ? Judged::tr("an intent outside the catalogue")
                                : Judged::tr("another intent");
    }
    QString operator()(const WithBotAgreeing &) const
    {
        return Judged::tr("the bot reading the same intent");
    }
};

} // namespace

QString of(Trend trend)
{
    switch (trend) {
    case Trend::Falling:
        return Judged::tr("falling", "mood");
    case Trend::Level:
        return Judged::tr("steady", "mood");
    case Trend::Rising:
        return Judged::tr("rising", "mood");
    }
    Q_UNREACHABLE();
}

QString of(Rule rule)
{
    switch (rule) {
    case Rule::Safety:
        return Judged::tr("Safety");
    case Rule::Legal:
        return Judged::tr("Legal wording");
    case Rule::Fraud:
        return Judged::tr("Fraud or dispute");
    case Rule::AccountTakeover:
        return Judged::tr("Account at risk");
    case Rule::AsksForPerson:
        return Judged::tr("Asked for a person");
    case Rule::TierC:
        return Judged::tr("For people only");
    case Rule::Rollback:
        return Judged::tr("Rolled back");
    case Rule::TierB:
        return Judged::tr("A person decides");
    case Rule::NoneOfThese:
        return Judged::tr("Outside the catalogue");
    case Rule::Confidence:
        return Judged::tr("Not sure enough");
    case Rule::IntentDisagreement:
        return Judged::tr("Bot reads it differently");
    case Rule::Mood:
        return Judged::tr("Upset");
    case Rule::ToolFailed:
        return Judged::tr("Look-up failed");
    case Rule::SameAnswer:
        return Judged::tr("Same answer again");
    case Rule::ThreatToLeave:
        return Judged::tr("Threatens to leave");
    case Rule::RepeatContact:
        return Judged::tr("Repeat contact");
    case Rule::HighValue:
        return Judged::tr("High value");
    case Rule::Vulnerable:
        return Judged::tr("Needs care");
    case Rule::RegulatorOrPress:
        return Judged::tr("Regulator or press");
    case Rule::DataProtection:
        return Judged::tr("Data protection");
    case Rule::BrokenPromise:
        return Judged::tr("Broken promise");
    }
    Q_UNREACHABLE();
}

QString moodWithin(int level)
{
    switch (level) {
    case 1:
        return Judged::tr("very upset", "within a line");
    case 2:
        return Judged::tr("upset", "within a line");
    case 4:
        return Judged::tr("content", "within a line");
    case 5:
        return Judged::tr("happy", "within a line");
    default:
        return Judged::tr("calm", "within a line");
    }
}

QString mood(int level)
{
    switch (level) {
    case 1:
        return Judged::tr("Very upset");
    case 2:
        return Judged::tr("Upset");
    case 4:
        return Judged::tr("Content");
    case 5:
        return Judged::tr("Happy");
    default:
        return Judged::tr("Calm");
    }
}

QString observed(const Trigger &trigger)
{
    bool number = false;
    const double value = trigger.observed.toDouble(&number);
    if (trigger.rule == Rule::Rollback && number)
        return Judged::tr("drawn at %1").arg(format::percent(value));
    if (trigger.rule != Rule::Confidence || !number)
        return trigger.observed;
    return QString::number(std::floor(value * 100) / 100, 'f', 2);
}

QString limitOf(const Trigger &trigger)
{
    bool number = false;
    const double value = trigger.limit.toDouble(&number);
    return trigger.rule == Rule::Rollback && number ? format::percent(value) : trigger.limit;
}

QString ruledBy(const Decision &decision)
{
    QStringList numbers;
    for (const Trigger &trigger : decision.triggers) {
        if (trigger.leadsTo == decision.route)
            numbers += QString::number(ruleNumber(trigger.rule));
    }
    const QString version = QString::number(decision.policyVersion);
    if (numbers.isEmpty())
        return Judged::tr("Policy v%1.").arg(version);
    if (numbers.size() == 1)
        return Judged::tr("Rule %1, policy v%2.").arg(numbers.first(), version);
    const QString last = numbers.takeLast();
    return Judged::tr("Rules %1 and %2, policy v%3.").arg(numbers.join(u", "_s), last, version);
}

QString tierLetter(Route route)
{
    return QString(QLatin1Char(baton::tierLetter(route)));
}

QString tierName(Route route)
{
    return Judged::tr("Tier %1").arg(words::tierLetter(route));
}

QString tier(Route route)
{
    switch (route) {
    case Route::Contain:
        return Judged::tr("Tier A, bot solves");
    case Route::Assist:
        return Judged::tr("Tier B, bot drafts");
    case Route::Escalate:
        return Judged::tr("Tier C, people lead");
    }
    Q_UNREACHABLE();
}

QString confidence(const JudgedLine &judged)
{
    const QString value = number(judged.confidence);
    if (judged.intent.isEmpty())
        return Judged::tr("no known intent");
    if (!judged.holds(Rule::Confidence))
        return Judged::tr("%1 high", "confidence").arg(value);
    return judged.confidence >= mediumConfidence ? Judged::tr("%1 medium", "confidence").arg(value)
                                                 : Judged::tr("%1 low", "confidence").arg(value);
}

QString reason(const QString &code)
{
    static const QHash<QString, QString> words{
        {u"user_request"_s, Judged::tr("The customer asked for a person")},
        {u"low_confidence"_s, Judged::tr("The bot was not sure enough")},
        {u"policy_forbidden"_s, Judged::tr("The policy leaves it to people")},
        {u"missing_knowledge"_s, Judged::tr("The bot did not know")},
        {u"missing_tool"_s, Judged::tr("The bot could not do it")},
        {u"tool_failed"_s, Judged::tr("A look-up or action failed")},
        {u"unclear_instruction"_s, Judged::tr("It was not clear what was wanted")},
        {u"sentiment"_s, Judged::tr("The customer is upset")},
        {u"legal_or_fraud"_s, Judged::tr("Legal wording, fraud or dispute")},
        {u"safety"_s, Judged::tr("Somebody's safety")},
        {u"loop_or_turn_limit"_s, Judged::tr("The bot went round in circles")},
        {u"high_value"_s, Judged::tr("A customer of high value")},
        {u"outage"_s, Judged::tr("A system was down")}};
    return words.value(code, code);
}

QString riskFlag(const QString &flag)
{
    static const QHash<QString, QString> words{{u"safety"_s, of(Rule::Safety)},
                                               {u"legal"_s, of(Rule::Legal)},
                                               {u"fraud"_s, of(Rule::Fraud)},
                                               {u"account_takeover"_s, of(Rule::AccountTakeover)},
                                               {u"threat_to_leave"_s, of(Rule::ThreatToLeave)},
                                               {u"vulnerable"_s, of(Rule::Vulnerable)},
                                               {u"regulator_press"_s, of(Rule::RegulatorOrPress)},
                                               {u"data_protection"_s, of(Rule::DataProtection)},
                                               {u"chargeback"_s, Judged::tr("Chargeback likely")},
                                               {u"complaint"_s, Judged::tr("Formal complaint")}};
    if (const auto known = words.constFind(flag); known != words.cend())
        return *known;
    return plainName(flag);
}

QString riskIcon(const QString &flag)
{
    if (flag.startsWith(u"chargeback"_s) || flag.contains(u"dispute"_s)
        || flag.startsWith(u"fraud"_s))
        return u"dispute"_s;
    if (flag.contains(u"legal"_s) || flag.contains(u"complaint"_s)
        || flag.startsWith(u"regulator"_s))
        return u"legal"_s;
    return flag == "data_protection"_L1 ? u"lock"_s : u"risk"_s;
}

const QList<Rule> &tagRules()
{
    static const QList<Rule> rules{
        Rule::Safety,        Rule::AccountTakeover,  Rule::Fraud,         Rule::Legal,
        Rule::Vulnerable,    Rule::RegulatorOrPress, Rule::AsksForPerson, Rule::ThreatToLeave,
        Rule::BrokenPromise, Rule::DataProtection,   Rule::Rollback,      Rule::ToolFailed,
        Rule::SameAnswer,    Rule::RepeatContact};
    return rules;
}

QString iconOf(Trend trend)
{
    switch (trend) {
    case Trend::Falling:
        return u"trend-down"_s;
    case Trend::Level:
        return u"trend-flat"_s;
    case Trend::Rising:
        return u"trend-up"_s;
    }
    Q_UNREACHABLE();
}

QString iconOf(Rule rule)
{
    switch (rule) {
    case Rule::Safety:
    case Rule::AccountTakeover:
        return u"risk"_s;
    case Rule::Legal:
        return u"legal"_s;
    case Rule::Fraud:
        return u"dispute"_s;
    case Rule::AsksForPerson:
        return u"human"_s;
    case Rule::TierC:
    case Rule::TierB:
        return u"lock"_s;
    case Rule::Rollback:
        return u"stop"_s;
    case Rule::NoneOfThese:
        return u"help"_s;
    case Rule::Confidence:
    case Rule::IntentDisagreement:
        return u"gauge"_s;
    case Rule::Mood:
        return u"mood-2"_s;
    case Rule::ToolFailed:
        return u"tool-fail"_s;
    case Rule::SameAnswer:
        return u"loop"_s;
    case Rule::ThreatToLeave:
        return u"flag"_s;
    case Rule::RepeatContact:
        return u"recontact"_s;
    case Rule::HighValue:
        return u"high-value"_s;
    case Rule::Vulnerable:
        return u"risk"_s;
    case Rule::RegulatorOrPress:
        return u"legal"_s;
    case Rule::DataProtection:
        return u"lock"_s;
    case Rule::BrokenPromise:
        return u"promise"_s;
    }
    Q_UNREACHABLE();
}

QString moodIcon(int level)
{
    return u"mood-%1"_s.arg(std::clamp(level, 1, 5));
}

QString of(const Change &change)
{
    return std::visit(SayChange(), change);
}

static QString allOf(const QList<Change> &changes)
{
    QString all = changes.isEmpty() ? QString() : of(changes.first());
    for (qsizetype i = 1; i < changes.size(); ++i)
        all = Judged::tr("%1 and %2", "two things that would change it").arg(all, of(changes[i]));
    return all;
}

QString of(const Flip &flip)
{
    if (flip.changes.isEmpty())
        return {};
    return Judged::tr("With %1 this would be", "followed by a tier's badge")
        .arg(allOf(flip.changes));
}

QString changeOf(const Flip &flip)
{
    if (flip.changes.isEmpty())
        return {};
    return Judged::tr("With %1", "what would change a tier").arg(allOf(flip.changes));
}

static QString titleOr(const QString &title)
{
    return title.isEmpty() ? Judged::tr("none of these", "an intent") : title;
}

QString readAs(const Signals &signs, const ReadIntent &intent)
{
    const QString best = titleOr(intent.best);
    const QString sure = format::percent(signs.intent.confidence);
    const QString read = signs.runnerUp.confidence > 0
        ? Judged::tr("Read as %1 (%2), next: %3 (%4)", "an intent, how sure, and the next best")
              .arg(best, sure, titleOr(intent.next), format::percent(signs.runnerUp.confidence))
        : Judged::tr("Read as %1 (%2)", "an intent, how sure").arg(best, sure);
    QStringList words;
    for (const Evidence &one : intent.decidedBy)
        words += Judged::tr("“%1”", "a word that decided").arg(one.text);
    if (words.isEmpty())
        return Judged::tr("%1.", "how an intent was read").arg(read);
    return Judged::tr("%1; decided by %2.", "how an intent was read, words")
        .arg(read, words.join(u", "_s));
}

} // namespace baton::ui::words
