#include "ui/text/PolicyWords.h"

#include "core/domain/Review.h"
#include "ui/text/Format.h"
#include "ui/text/HoursWords.h"
#include "ui/text/JudgedWords.h"
#include "ui/text/Words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::ui::words {

namespace {

struct PolicyText
{
    Q_DECLARE_TR_FUNCTIONS(PolicyText)
};

QString titleOf(const QString &name, const QHash<QString, QString> &titles)
{
    return titles.value(name, name);
}

QString orNone(const QString &value)
{
    return value.isEmpty() ? PolicyText::tr("none") : value;
}

QString placed(const QString &cell)
{
    const auto level = [&cell](QLatin1StringView what) {
        return cell.contains(u"\"%1\":\"high\""_s.arg(what)) ? Level::High : Level::Low;
    };
    return cell.isEmpty() ? PolicyText::tr("as the catalogue has it")
                          : whoOwns(level("risk"_L1), level("complexity"_L1));
}

QString settingName(const QString &place)
{
    const QString key = place.section(u'/', -1);
    if (key == "contain_confidence"_L1)
        return PolicyText::tr("High confidence");
    if (key == "medium_confidence"_L1)
        return PolicyText::tr("Medium confidence");
    if (key == "mood_at_or_below"_L1)
        return PolicyText::tr("Mood at or below");
    if (key == "most_failed_tools"_L1)
        return PolicyText::tr("Failed tools at most");
    if (key == "most_same_answers"_L1)
        return PolicyText::tr("Same answers at most");
    if (key == "most_contacts_90d"_L1)
        return PolicyText::tr("Contacts in 90 days at most");
    if (key == "value_from"_L1)
        return PolicyText::tr("High value from");
    if (key == "csat_fall"_L1)
        return PolicyText::tr("Stop-loss, fall of CSAT");
    if (key == "recontact_rise"_L1)
        return PolicyText::tr("Stop-loss, rise of recontacts");
    if (place == "/approval/agents"_L1)
        return PolicyText::tr("A lead approves replies of");
    if (place == "/approval/intents"_L1)
        return PolicyText::tr("A lead approves replies about");
    return place;
}

QString switchedName(const QString &key)
{
    // Policy files have a name of their own for this one.
    const auto rule
        = key == "regulator_press"_L1 ? std::optional(Rule::RegulatorOrPress) : ruleNamed(key);
    return rule ? of(*rule) : key;
}

} // namespace

QString twoDecimals(double value)
{
    return QString::number(value, 'f', 2);
}

QString whoOwns(Level risk, Level complexity)
{
    switch (tierOf(risk, complexity)) {
    case Route::Contain:
        return PolicyText::tr("Bot solves");
    case Route::Assist:
        return PolicyText::tr("Bot drafts, people send");
    case Route::Escalate:
        break;
    }
    return PolicyText::tr("People lead");
}

QString cellName(Level risk, Level complexity)
{
    if (risk == Level::High)
        return complexity == Level::High ? PolicyText::tr("high risk, high complexity")
                                         : PolicyText::tr("high risk, low complexity");
    return complexity == Level::High ? PolicyText::tr("low risk, high complexity")
                                     : PolicyText::tr("low risk, low complexity");
}

QString intentName(const PolicyIntent &intent, qint64 count, int days)
{
    QString name = PolicyText::tr("%1, %2 in %3 days, %4, %5")
                       .arg(intent.title, format::count(count), QString::number(days),
                            words::tierName(intent.tier), cellName(intent.risk, intent.complexity));
    if (intent.open)
        name = PolicyText::tr("%1; open to the bot").arg(name);
    if (intent.rolledBack)
        name = PolicyText::tr("%1; taken from the bot").arg(name);
    if (intent.canary > 0)
        name = PolicyText::tr("%1; the bot answers %2 of them on trial")
                   .arg(name, format::percent(intent.canary));
    if (intent.moved)
        name = PolicyText::tr("%1; changed in this draft").arg(name);
    return name;
}

QString ruleName(const PolicyRule &rule, const PolicyLimits &limits)
{
    switch (rule.rule) {
    case Rule::SameAnswer:
        return PolicyText::tr("Same answer %1×").arg(limits.mostSameAnswers + 1);
    case Rule::ToolFailed:
        return limits.mostFailedTools == 0
            ? PolicyText::tr("Tool failed")
            : PolicyText::tr("Tool failed %1×").arg(limits.mostFailedTools + 1);
    case Rule::Mood:
        return PolicyText::tr("Mood %1 or below").arg(limits.moodAtOrBelow);
    default:
        return of(rule.rule);
    }
}

QString of(const PolicyChange &change, const QHash<QString, QString> &titles)
{
    if (const QString hours = hoursChange(change); !hours.isEmpty())
        return hours;
    const QString key = change.place.section(u'/', -1);
    const QString list = change.place.section(u'/', 2, 2);
    if (list == "matrix"_L1)
        return PolicyText::tr("%1: %2 → %3")
            .arg(titleOf(key, titles), placed(change.before), placed(change.after));
    if (list == "open"_L1)
        return change.before.isEmpty()
            ? PolicyText::tr("%1 opened to the bot").arg(titleOf(change.after, titles))
            : PolicyText::tr("%1 closed to the bot").arg(titleOf(change.before, titles));
    if (list == "rolled_back"_L1)
        return change.before.isEmpty()
            ? PolicyText::tr("%1 rolled back to assist").arg(titleOf(change.after, titles))
            : PolicyText::tr("%1 released").arg(titleOf(change.before, titles));
    if (list == "switches"_L1)
        return change.after == "true"_L1 ? PolicyText::tr("%1 switched on").arg(switchedName(key))
                                         : PolicyText::tr("%1 switched off").arg(switchedName(key));
    return PolicyText::tr("%1: %2 → %3")
        .arg(settingName(change.place), orNone(change.before), orNone(change.after));
}

QString of(const PolicyProblem &problem, const QHash<QString, QString> &titles)
{
    const QString title = titleOf(problem.subject, titles);
    switch (problem.kind) {
    case PolicyConflict::UnknownIntent:
        return PolicyText::tr("“%1” is no intent of the catalogue.").arg(problem.subject);
    case PolicyConflict::OpensTierC:
        return PolicyText::tr("%1 is opened to the bot, but people lead it.").arg(title);
    case PolicyConflict::OpensTierA:
        return PolicyText::tr("%1 is opened to the bot, which solves it anyhow.").arg(title);
    case PolicyConflict::OpenAndBack:
        return PolicyText::tr("%1 is open to the bot, and rolled back: the roll-back wins.")
            .arg(title);
    case PolicyConflict::CanaryAndBack:
        return PolicyText::tr("%1 is a canary, and rolled back: the roll-back wins.").arg(title);
    case PolicyConflict::SameTarget:
        return PolicyText::tr("Two deadlines for the same conversations: the first counts.");
    case PolicyConflict::NothingLeft:
        return PolicyText::tr("Every intent is kept from the bot.");
    }
    return {};
}

QString summaryOf(const QList<PolicyChange> &changes, const QHash<QString, QString> &titles)
{
    QStringList first;
    for (const PolicyChange &change : changes.first(qMin<qsizetype>(2, changes.size())))
        first.append(of(change, titles));
    return QLocale().createSeparatedList(first);
}

QString whenAndWho(const PolicyVersion &version, Instant now, const QTimeZone &zone)
{
    if (version.author.id.isEmpty())
        return PolicyText::tr("came with Baton");
    return PolicyText::tr("%1, %2").arg(format::date(version.at, now, zone),
                                        displayName(version.author));
}

QString reasonOf(const PolicyMove &move, const PolicyLimits &limits)
{
    QString why;
    if (move.intentMoved)
        why = PolicyText::tr("intent moved");
    else if (move.rule == Rule::Confidence)
        why = move.ruleGone ? PolicyText::tr("confidence %1, at least %2")
                                  .arg(twoDecimals(move.confidence), twoDecimals(limits.high))
                            : PolicyText::tr("confidence %1, under %2")
                                  .arg(twoDecimals(std::floor(move.confidence * 100) / 100),
                                       twoDecimals(limits.high));
    else if (move.rule)
        why = move.ruleGone ? PolicyText::tr("no longer: %1").arg(of(*move.rule)) : of(*move.rule);
    QString became = PolicyText::tr("outcome unknown");
    if (move.csat > 0)
        became = PolicyText::tr("rated %1 of 5").arg(move.csat);
    else if (move.outcome)
        became = of(*move.outcome);
    return why.isEmpty() ? became : PolicyText::tr("%1 · %2").arg(why, became);
}

QString signedHours(double hours)
{
    const qint64 whole = std::llround(std::abs(hours));
    const QString sign = whole == 0 ? QString() : hours > 0 ? u"+"_s : u"−"_s;
    return PolicyText::tr("%1%2 h").arg(sign, format::count(whole));
}

QString signedCount(qint64 number)
{
    const QString sign = number == 0 ? QString() : number > 0 ? u"+"_s : u"−"_s;
    return sign + format::count(std::abs(number));
}

} // namespace baton::ui::words
