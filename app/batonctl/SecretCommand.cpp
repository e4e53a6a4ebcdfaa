#include "app/batonctl/Secret.h"
#include "core/secrets/Secrets.h"

#include <QtCore/QEventLoop>
#include <QtCore/QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr qint64 longestSecret = 16 * 1024;

QString keychainWords(const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        return u"The keychain has no %1."_s.arg(error.subject);
    if (error.code == ErrorCode::Refused)
        return u"The keychain did not let Baton in: %1. Open it, then try again."_s.arg(
            error.detail);
    return u"No keychain answers here (%1). Set the environment variable %2 instead."_s.arg(
        error.detail, error.subject);
}

} // namespace

QByteArray secretOf(const live::System &system)
{
    if (!system.inKeychain)
        return live::HttpLiveSystem::fromEnvironment(system);
    static secrets::Secrets all(std::make_unique<secrets::SystemKeychain>());
    QEventLoop loop;
    bool done = false;
    all.fetch({system.secretName}, &loop, [&] {
        done = true;
        loop.quit();
    });
    if (!done)
        loop.exec();
    return all.known(system.secretName);
}

/// Keeps a secret, or takes it out.
Exit secret(Session &session)
{
    const QString verb = session.options.operands.value(0);
    const QString name = session.options.operands.value(1);
    if (verb != "set"_L1 && verb != "remove"_L1) {
        session.output.problem(u"secret takes set or remove, and a name"_s);
        return Exit::Usage;
    }
    if (!secrets::Secrets::isName(name)) {
        session.output.problem(u"A name has capitals, digits and _ only: MODEL_KEY."_s);
        return Exit::Usage;
    }
    QByteArray value;
    if (verb == "set"_L1) {
        QFile in;
        if (!in.open(stdin, QIODevice::ReadOnly)) {
            session.output.problem(u"The secret is read from standard input."_s);
            return Exit::CouldNot;
        }
        value = in.read(longestSecret + 1).trimmed();
        if (value.isEmpty() || value.size() > longestSecret) {
            session.output.problem(u"Standard input held no secret, or one of over 16 kB."_s);
            return Exit::CouldNot;
        }
    }
    secrets::SystemKeychain keychain;
    QEventLoop loop;
    std::optional<Result<void>> outcome;
    const auto then = [&](const Result<void> &done) {
        outcome = done;
        loop.quit();
    };
    if (verb == "set"_L1)
        keychain.write(name, value, then);
    else
        keychain.remove(name, then);
    if (!outcome)
        loop.exec();
    if (!*outcome) {
        session.output.problem(keychainWords(outcome->error()));
        return Exit::CouldNot;
    }
    session.output.line(verb == "set"_L1 ? u"%1 is in the keychain."_s.arg(name)
                                         : u"%1 is out of the keychain."_s.arg(name));
    return Exit::Done;
}

} // namespace baton::ctl
