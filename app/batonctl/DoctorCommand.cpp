#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Stores.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QLocale>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr qint64 littleSpace = 512 << 20; // bytes; a large import needs about that

struct Finding
{
    const char *key; ///< in JSON
    QString label;
    Json value;
    QString shown;   ///< the value for people
    QString problem; ///< instead of shown; empty: as it should be
};

QString size(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

Finding database(const char *key, const QString &label, int version, qint64 bytes,
                 const QString &problem)
{
    return {key, label,
            Json{{"version", version}, {"bytes", bytes}, {"problem", problem.toStdString()}},
            u"version %1, %2"_s.arg(version).arg(size(bytes)),
            problem.isEmpty() ? QString() : u"damaged: %1"_s.arg(problem)};
}

Finding count(const char *key, const QString &label, qint64 number)
{
    return {key, label, number, u"%L1"_s.arg(number), {}};
}

Finding place(const char *key, const QString &label, const QString &path)
{
    return {key, label, utf8(path), path, {}};
}

/// Asked of the file system itself: a list of mounts can be wrong in a container.
Finding freeSpace(const QString &folder)
{
    std::error_code failure;
    const auto space = std::filesystem::space(QFile::encodeName(folder).toStdString(), failure);
    if (failure)
        return {"free_bytes", u"Free space"_s, Json(), u"unknown"_s, {}};
    const auto left = static_cast<qint64>(space.available);
    return {"free_bytes", u"Free space"_s, left, size(left),
            left < littleSpace ? u"only %1 are left"_s.arg(size(left)) : QString()};
}

QList<Finding> foldersOf(const Session &session)
{
    const store::Paths &paths = session.profile.paths;
    QList<Finding> findings{place("data", u"Data"_s, paths.data),
                            place("state", u"State"_s, paths.state),
                            place("settings", u"Settings"_s, session.profile.settingsFile)};
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
        | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther
        | QFileDevice::ExeOther;
    if (QFileInfo(paths.data).permissions() & others)
        findings[0].problem = u"%1 is open to other users; chmod 700 closes it"_s.arg(paths.data);
    findings.append(freeSpace(paths.data));
    const auto imports = QDir(paths.importsFolder()).entryInfoList({u"*.jsonl.gz"_s}, QDir::Files);
    findings.append(count("imports", u"Kept imports"_s, imports.size()));
    return findings;
}

QList<Finding> storeFindings(const store::Health &health)
{
    return {
        database("desk", u"Desk file"_s, health.deskVersion, health.deskBytes, health.deskProblem),
        database("cache", u"Cache file"_s, health.cacheVersion, health.cacheBytes,
                 health.cacheProblem),
        count("conversations", u"Conversations"_s, health.conversations),
        count("drafts", u"Typed, not sent"_s, health.drafts),
        count("waiting", u"Waiting to go out"_s, health.waitingActs),
        count("held", u"Held for a look"_s, health.heldActs)};
}

} // namespace

Exit doctor(Session &session)
{
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    const auto health = awaited(store->health());
    const auto audit = awaited(store->verifyAudit());
    if (!health || !audit) {
        session.output.problem(
            words(health ? audit.error() : health.error(), u"look everything over"_s));
        return Exit::CouldNot;
    }
    QList<Finding> findings = foldersOf(session) + storeFindings(*health);
    findings.append({"audit_entries", u"Audit log"_s, audit->entries,
                     u"intact, entries: %L1"_s.arg(audit->entries),
                     audit->problem.isEmpty() ? QString() : u"altered: %1"_s.arg(audit->problem)});

    Json json{{"version", BATON_VERSION}, {"sound", true}};
    for (const Finding &finding : findings) {
        json[finding.key] = finding.value;
        if (!finding.problem.isEmpty())
            json["sound"] = false;
        if (!session.output.isJson())
            session.output.line((finding.problem.isEmpty() ? u"  "_s : u"! "_s)
                                + finding.label.leftJustified(20)
                                + (finding.problem.isEmpty() ? finding.shown : finding.problem));
    }
    if (session.output.isJson())
        session.output.json(json);
    return json["sound"] == true ? Exit::Done : Exit::DoneWithRejects;
}

} // namespace baton::ctl
