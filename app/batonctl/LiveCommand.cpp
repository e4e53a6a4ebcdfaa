#include "app/batonctl/Conversations.h"

#include "app/batonctl/Secret.h"
#include "core/live/LookUps.h"

#include <QtCore/QEventLoop>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using LiveJson = nlohmann::ordered_json;

QString valueText(const LiveValue &value)
{
    if (const auto *money = std::get_if<Money>(&value))
        return u"%1 %2"_s.arg(money->amount, 0, 'f', 2).arg(money->currency);
    if (const auto *at = std::get_if<Instant>(&value))
        return toRfc3339(*at);
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? u"yes"_s : u"no"_s;
    return std::get<QString>(value);
}

/// What is declared, or nothing once it has been told what is wrong.
std::optional<live::Declarations> declarationsOf(Session &session, const QString &path)
{
    if (!QFile::exists(path)) {
        session.output.problem(u"There is no %1."_s.arg(path));
        return {};
    }
    auto read = live::loadDeclarations(path);
    if (!read) {
        session.output.aside(u"%1: %2"_s.arg(path, read.error().detail));
        return {};
    }
    return std::move(read).value();
}

Exit checkLive(Session &session, const QString &path)
{
    const auto declared = declarationsOf(session, path);
    if (!declared)
        return QFile::exists(path) ? Exit::DoneWithRejects : Exit::CouldNot;
    LiveJson secrets = LiveJson::array();
    QStringList missing;
    for (const live::System &system : declared->systems) {
        if (system.secretName.isEmpty() || !secretOf(system).isEmpty())
            continue;
        missing += system.secretName;
        secrets.push_back(utf8(system.secretName));
    }
    if (session.output.isJson()) {
        session.output.json({{"systems", declared->systems.size()},
                             {"look_ups", declared->lookUps.size()},
                             {"actions", declared->actions.size()},
                             {"secrets_not_set", secrets}});
        return Exit::Done;
    }
    session.output.line(u"%1 is well-formed: systems %2, look-ups %3, actions %4."_s.arg(path)
                            .arg(declared->systems.size())
                            .arg(declared->lookUps.size())
                            .arg(declared->actions.size()));
    for (const QString &variable : missing)
        session.output.line(u"%1 is not there; its system would not be asked."_s.arg(variable));
    return Exit::Done;
}

LiveJson toJson(const Conversation &conversation, const LiveLookUp &lookUp)
{
    LiveJson shown = LiveJson::object();
    for (const LiveLine &line : lookUp.lines)
        shown[utf8(line.label)] = utf8(valueText(line.value));
    return {
        {"id", utf8(conversation.id.text())},
        {"name", utf8(lookUp.name)},
        {"about", utf8(lookUp.about)},
        {"at", lookUp.at ? LiveJson(utf8(toRfc3339(*lookUp.at))) : LiveJson(nullptr)},
        {"shown", shown},
        {"problem", lookUp.problem ? LiveJson(utf8(lookUp.problem->detail)) : LiveJson(nullptr)}};
}

void tell(Session &session, const Conversation &conversation, const LiveLookUp &lookUp)
{
    if (session.output.isJson()) {
        session.output.json(toJson(conversation, lookUp));
        return;
    }
    QStringList words;
    for (const LiveLine &line : lookUp.lines)
        words += line.label + u' ' + valueText(line.value);
    if (lookUp.problem)
        words += u"no answer to believe: "_s + lookUp.problem->detail;
    session.output.line(u"%1: %2 %3: %4"_s.arg(conversation.id.text(), lookUp.name, lookUp.about,
                                               words.join(u"; ")));
}

/// All that is asked of one conversation, at once.
QList<LiveLookUp> answersFor(live::LookUps &lookUps, const Conversation &conversation)
{
    QEventLoop loop;
    QObject::connect(&lookUps, &live::LookUps::changed, &loop, [&] {
        const QList<LiveLookUp> all = lookUps.shown();
        if (std::none_of(all.begin(), all.end(), [](const LiveLookUp &one) { return one.asking; }))
            loop.quit();
    });
    lookUps.follow(conversation);
    loop.exec();
    return lookUps.shown();
}

Exit lookUp(Session &session, const QString &name, const QString &path)
{
    auto declared = declarationsOf(session, path);
    if (!declared)
        return Exit::CouldNot;
    declared->lookUps.removeIf(
        [&name](const live::LookUpSpec &spec) { return spec.endpoint.name != name; });
    if (declared->lookUps.isEmpty()) {
        session.output.problem(u"%1 declares no look-up “%2”."_s.arg(path, name));
        return Exit::CouldNot;
    }
    live::HttpLiveSystem system(&secretOf);
    SerialExecutor compute;
    Options packets = session.options;
    packets.operands = {session.options.files.value(u"packet"_s)};
    Session of{packets, session.profile, session.clock, session.output};
    bool believed = true;
    const Exit read = eachConversation(of, u"The look-up"_s, [&](const Conversation &conversation) {
        live::LookUps lookUps({*declared, system, session.clock, compute});
        for (const LiveLookUp &one : answersFor(lookUps, conversation)) {
            believed = believed && !one.problem;
            tell(session, conversation, one);
        }
    });
    return read == Exit::Done && !believed ? Exit::DoneWithRejects : read;
}

} // namespace

Exit liveCommand(Session &session)
{
    const QStringList &operands = session.options.operands;
    const QString file = session.options.files.value(u"systems"_s, session.profile.liveFile);
    if (operands.first() == "check"_L1)
        return checkLive(session, operands.value(1, file));
    if (operands.first() == "lookup"_L1 && operands.size() == 2
        && session.options.files.contains(u"packet"_s))
        return lookUp(session, operands[1], file);
    session.output.problem(u"live takes check [FILE], or lookup NAME with --packet FILE"_s);
    return Exit::Usage;
}

} // namespace baton::ctl
