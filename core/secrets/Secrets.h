#pragma once

#include "core/secrets/Keychain.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <memory>

namespace baton::secrets {

/// Secrets by name: what the environment variable of that name holds, else what the keychain has.
/// Known ones are kept in memory until the end. GUI thread; waits for nothing.
class Secrets : public QObject
{
    Q_OBJECT

public:
    /// Null: no keychain, only the environment.
    explicit Secrets(std::unique_ptr<Keychain> keychain);

    /// Empty: there is none, or it was not fetched yet.
    QByteArray known(const QString &name) const;
    /// Asks the keychain for those that are not known, then calls back, at once where there is
    /// nothing to ask; whether each was there, known() says. Not after guard has died.
    void fetch(const QStringList &names, QObject *guard, std::function<void()> then);
    /// Keeps it in the keychain, or takes it out where it is empty. What stands in the environment
    /// still goes before. Errors: InvalidArgument (no name), those of Keychain.
    void keep(const QString &name, const QByteArray &secret, QObject *guard, Keychain::Done then);

    static QByteArray inEnvironment(const QString &name);
    /// As names of environment variables are: capitals, digits and _; at most 100.
    static bool isName(const QString &name);

private:
    std::unique_ptr<Keychain> m_keychain;
    QHash<QString, QByteArray> m_known;
};

} // namespace baton::secrets
