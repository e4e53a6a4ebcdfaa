#pragma once

#include "core/base/Result.h"

#include <functional>

/// Keys and passwords, which never lie in a file of Baton's.
namespace baton::secrets {

/// Where a computer keeps its user's secrets. Called on the GUI thread, answers there by the event
/// loop; an answer may never come after the asker has died. Errors: NotFound; Refused where the
/// user or the system says no; Offline where there is none.
class Keychain
{
public:
    virtual ~Keychain() = default;
    using Read = std::function<void(Result<QByteArray>)>;
    using Done = std::function<void(Result<void>)>;
    virtual void read(const QString &name, Read then) = 0;
    virtual void write(const QString &name, const QByteArray &secret, Done then) = 0;
    virtual void remove(const QString &name, Done then) = 0;
};

/// The Secret Service or KWallet, through QtKeychain, under the service "Baton". Never a file in
/// its place.
class SystemKeychain final : public Keychain
{
public:
    void read(const QString &name, Read then) override;
    void write(const QString &name, const QByteArray &secret, Done then) override;
    void remove(const QString &name, Done then) override;
};

} // namespace baton::secrets
