#include "core/secrets/Keychain.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace baton::secrets {

namespace {

const QString service = u"Baton"_s;

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {ErrorCode::NotFound, job.key(), u"not in the keychain"_s};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {ErrorCode::Refused, job.key(), job.errorString()};
    default:
        return {ErrorCode::Offline, job.key(), job.errorString()};
    }
}

void begin(QKeychain::Job *job, const QString &name)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(name);
    job->start();
}

Result<void> outcomeOf(const QKeychain::Job &job)
{
    if (job.error() != QKeychain::NoError)
        return errorOf(job);
    return {};
}

} // namespace

void SystemKeychain::read(const QString &name, Read then)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, then = std::move(then)] {
        if (job->error() != QKeychain::NoError)
            then(errorOf(*job));
        else
            then(job->binaryData());
    });
    begin(job, name);
}

void SystemKeychain::write(const QString &name, const QByteArray &secret, Done then)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setBinaryData(secret);
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [job, then = std::move(then)] { then(outcomeOf(*job)); });
    begin(job, name);
}

void SystemKeychain::remove(const QString &name, Done then)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [job, then = std::move(then)] { then(outcomeOf(*job)); });
    begin(job, name);
}

} // namespace baton::secrets
