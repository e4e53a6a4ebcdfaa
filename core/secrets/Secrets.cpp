#include "core/secrets/Secrets.h"

#include <QtCore/QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::secrets {

namespace {

constexpr qsizetype longestName = 100;

}

Secrets::Secrets(std::unique_ptr<Keychain> keychain)
    : m_keychain(std::move(keychain))
{ }

bool Secrets::isName(const QString &name)
{
    const auto fits
        = [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'; };
    return !name.isEmpty() && name.size() <= longestName
        && std::all_of(name.begin(), name.end(), fits);
}

QByteArray Secrets::inEnvironment(const QString &name)
{
    return name.isEmpty() ? QByteArray() : qgetenv(name.toLocal8Bit().constData()).trimmed();
}

QByteArray Secrets::known(const QString &name) const
{
    const QByteArray here = inEnvironment(name);
    return here.isEmpty() ? m_known.value(name) : here;
}

void Secrets::fetch(const QStringList &names, QObject *guard, std::function<void()> then)
{
    QStringList asked;
    for (const QString &name : names) {
        if (m_keychain && isName(name) && known(name).isEmpty() && !asked.contains(name))
            asked += name;
    }
    if (asked.isEmpty())
        return then();
    const auto left = std::make_shared<qsizetype>(asked.size());
    for (const QString &name : asked) {
        m_keychain->read(name,
                         [self = QPointer(this), guard = QPointer(guard), name, left,
                          then](const Result<QByteArray> &read) {
                             if (self && read)
                                 self->m_known.insert(name, read->trimmed());
                             if (--*left == 0 && self && guard)
                                 then();
                         });
    }
}

void Secrets::keep(const QString &name, const QByteArray &secret, QObject *guard,
                   Keychain::Done then)
{
    if (!isName(name))
        return then(Error{ErrorCode::InvalidArgument, name, u"capitals, digits and _ only"_s});
    if (!m_keychain)
        return then(Error{ErrorCode::Offline, name, u"there is no keychain"_s});
    const QByteArray kept = secret.trimmed();
    const auto done = [self = QPointer(this), guard = QPointer(guard), name, kept,
                       then = std::move(then)](const Result<void> &outcome) {
        if (self && outcome) {
            if (kept.isEmpty())
                self->m_known.remove(name);
            else
                self->m_known.insert(name, kept);
        }
        if (guard)
            then(outcome);
    };
    if (kept.isEmpty())
        m_keychain->remove(name, done);
    else
        m_keychain->write(name, kept, done);
}

} // namespace baton::secrets
