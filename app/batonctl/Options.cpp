#include "app/batonctl/Options.h"

#include "app/batonctl/Command.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr int highestLimit = 1'000'000;

Error wrong(const QString &sentence)
{
    return {ErrorCode::InvalidArgument, {}, sentence};
}

constexpr int leastFolds = 2;
constexpr int mostFolds = 100;

bool namesFile(const QString &name)
{
    return QStringList{u"train"_s,    u"val"_s,      u"test"_s,    u"oos-train"_s, u"oos-val"_s,
                       u"oos-test"_s, u"docs"_s,     u"queries"_s, u"tickets"_s,   u"learn"_s,
                       u"model"_s,    u"examples"_s, u"export"_s,  u"changes"_s,   u"embeddings"_s,
                       u"packet"_s,   u"packets"_s,  u"systems"_s, u"from"_s,      u"to"_s,
                       u"by"_s,       u"rate"_s,     u"segment"_s, u"week"_s}
        .contains(name);
}

bool takesValue(const QString &name)
{
    return namesFile(name)
        || QStringList{u"data-dir"_s, u"profile"_s, u"output"_s,    u"view"_s,      u"limit"_s,
                       u"folder"_s,   u"policy"_s,  u"playbooks"_s, u"knowledge"_s, u"language"_s,
                       u"audience"_s, u"seed"_s,    u"until"_s,     u"out"_s,       u"folds"_s,
                       u"terms"_s,    u"actor"_s,   u"subject"_s,   u"kind"_s,      u"citations"_s,
                       u"wrong"_s,    u"from"_s,    u"to"_s,        u"note"_s}
               .contains(name);
}

bool isSwitch(const QString &name)
{
    return QStringList{u"once"_s, u"history"_s, u"retire-missing"_s, u"dry-run"_s, u"unmasked"_s}
        .contains(name);
}

bool isCommon(const QString &name)
{
    return QStringList{u"data-dir"_s, u"profile"_s, u"json"_s, u"help"_s, u"version"_s}.contains(
        name);
}

Result<void> setView(Options &options, const QString &value)
{
    if (value == "all"_L1)
        options.view = QueueView::AllWaiting;
    else if (value == "mine"_L1)
        options.view = QueueView::Mine;
    else if (value == "tier-c"_L1)
        options.view = QueueView::TierC;
    else if (value == "recontacts"_L1)
        options.view = QueueView::Recontacts;
    else if (value == "soon"_L1)
        options.view = QueueView::BreachingSoon;
    else if (value == "archive"_L1)
        options.view = QueueView::Archive;
    else
        return wrong(
            u"--view takes all, mine, tier-c, soon, recontacts or archive, not “%1”."_s.arg(value));
    return {};
}

Result<void> setAudience(Options &options, const QString &value)
{
    if (value != "customer"_L1 && value != "internal"_L1)
        return wrong(u"--audience takes customer or internal, not “%1”."_s.arg(value));
    options.audience = value == "customer"_L1 ? Audience::Customer : Audience::Internal;
    return {};
}

/// The longest that the scenario is lived through; some weeks take a few seconds.
constexpr Instant lastDemoMoment{1767225600000}; // 2026-01-01T00:00:00Z

Result<void> setSeed(Options &options, const QString &value)
{
    bool ok = false;
    options.seed = value.toULongLong(&ok);
    if (!ok)
        return wrong(u"--seed takes a whole number, not “%1”."_s.arg(value));
    return {};
}

Result<void> setUntil(Options &options, const QString &value)
{
    options.until = instantFromRfc3339(value);
    if (!options.until || *options.until > lastDemoMoment)
        return wrong(
            u"--until takes a time with its offset up to the end of 2025, not “%1”."_s.arg(value));
    return {};
}

/// A day is its 00:00 UTC.
Result<void> setMoment(std::optional<Instant> &moment, const QString &name, const QString &value)
{
    moment = instantFromRfc3339(value.size() == 10 ? value + u"T00:00:00Z"_s : value);
    if (!moment)
        return wrong(u"--%1 takes a day as 2025-11-01, or a time with its offset, not “%2”."_s.arg(
            name, value));
    return {};
}

Result<void> setNumber(int &number, const QString &name, const QString &value, int least, int most)
{
    bool ok = false;
    number = value.toInt(&ok);
    if (!ok || number < least || number > most)
        return wrong(
            u"--%1 takes a number from %2 to %3, not “%4”."_s.arg(name).arg(least).arg(most).arg(
                value));
    return {};
}

Result<void> set(Options &options, const QString &name, const QString &value)
{
    if (takesValue(name) && value.isEmpty())
        return wrong(u"--%1 needs a value."_s.arg(name));
    if (name == "view"_L1)
        return setView(options, value);
    if (name == "limit"_L1) {
        options.limitGiven = true;
        return setNumber(options.limit, name, value, 1, highestLimit);
    }
    if (name == "audience"_L1)
        return setAudience(options, value);
    if (name == "seed"_L1)
        return setSeed(options, value);
    if (name == "until"_L1)
        return setUntil(options, value);
    if (name == "from"_L1 || name == "to"_L1) {
        options.files.insert(name, value); // scorecard takes whole days
        return setMoment(name == "from"_L1 ? options.from : options.to, name, value);
    }
    if (name == "folds"_L1)
        return setNumber(options.folds, name, value, leastFolds, mostFolds);
    if (name == "citations"_L1)
        return setNumber(options.citations, name, value, 1, highestLimit);
    if (name == "wrong"_L1)
        return setNumber(options.wrong, name, value, 0, 100);
    if (namesFile(name)) {
        options.files.insert(name, value);
        return {};
    }
    if (name == "profile"_L1 && !isProfileName(value))
        return wrong(
            u"“%1” cannot name a profile: letters, digits, dots, dashes and underscores can."_s.arg(
                value));
    if (name == "profile"_L1)
        options.profile = value;
    else if (name == "data-dir"_L1)
        options.dataDir = value;
    else if (name == "output"_L1 || name == "out"_L1)
        options.output = value;
    else if (name == "folder"_L1)
        options.folder = value;
    else if (name == "policy"_L1)
        options.policy = value;
    else if (name == "terms"_L1)
        options.terms = value;
    else if (name == "playbooks"_L1)
        options.playbooks = value;
    else if (name == "knowledge"_L1)
        options.knowledge = value;
    else if (name == "language"_L1)
        options.language = value;
    else if (name == "note"_L1)
        options.note = value;
    else if (name == "kind"_L1)
        options.kind = value;
    else if (name == "actor"_L1)
        options.actor = value;
    else if (name == "subject"_L1)
        options.subject = value;
    else if (name == "json"_L1)
        options.json = true;
    else if (name == "help"_L1)
        options.help = true;
    else if (name == "version"_L1)
        options.version = true;
    else if (name == "once"_L1)
        options.once = true;
    else if (name == "history"_L1)
        options.history = true;
    else if (name == "retire-missing"_L1)
        options.retireMissing = true;
    else if (name == "dry-run"_L1)
        options.dryRun = true;
    else if (name == "unmasked"_L1)
        options.unmasked = true;
    return {};
}

Result<void> check(const Options &options, const QStringList &given)
{
    const Command *command = findCommand(options.command);
    if (!command)
        return options.command.isEmpty()
            ? wrong(u"A command is missing."_s)
            : wrong(u"There is no command “%1”."_s.arg(options.command));
    for (const QString &name : given) {
        if (!isCommon(name) && !command->options.contains(name))
            return wrong(u"%1 does not take --%2."_s.arg(options.command, name));
    }
    if (options.help)
        return {};
    if (options.operands.size() < command->least)
        return wrong(u"%1 needs %2."_s.arg(options.command, QString::fromUtf8(command->operands)));
    if (options.operands.size() > command->most)
        return wrong(
            u"%1 cannot do anything with “%2”."_s.arg(options.command, options.operands.last()));
    if (options.operands.count(u"-"_s) > 1)
        return wrong(u"Standard input can be read only once."_s);
    return {};
}

} // namespace

Result<Options> readOptions(const QStringList &arguments)
{
    Options options;
    QStringList given;
    bool onlyOperands = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (onlyOperands || argument == "-"_L1 || !argument.startsWith(u'-')) {
            if (options.command.isEmpty() && !onlyOperands)
                options.command = argument;
            else
                options.operands.append(argument);
            continue;
        }
        if (argument == "--"_L1) {
            onlyOperands = true;
            continue;
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument == "-h"_L1
            ? u"help"_s
            : argument.sliced(2, (equals < 0 ? argument.size() : equals) - 2);
        const bool known = takesValue(name) || isCommon(name) || isSwitch(name);
        if (!known || (!argument.startsWith("--"_L1) && argument != "-h"_L1))
            return wrong(u"There is no option “%1”."_s.arg(argument));
        QString value;
        if (equals >= 0 && !takesValue(name))
            return wrong(u"--%1 takes no value."_s.arg(name));
        if (equals >= 0)
            value = argument.sliced(equals + 1);
        else if (takesValue(name) && i + 1 < arguments.size())
            value = arguments[++i];
        if (const auto done = set(options, name, value); !done)
            return done.error();
        given.append(name);
    }
    if (options.version || (options.help && options.command.isEmpty()))
        return options;
    if (const auto checked = check(options, given); !checked)
        return checked.error();
    return options;
}

} // namespace baton::ctl
