#include "core/sync/folder/FolderFiles.h"

#include <QtCore/QFile>

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace baton::sync::folder {

namespace {

constexpr QLatin1StringView plain(".jsonl");
constexpr QLatin1StringView packed(".jsonl.gz");
constexpr qsizetype longestName = 250; ///< bytes; file systems allow 255

struct CloseFolder
{
    void operator()(DIR *folder) const { closedir(folder); }
};

/// Letters, digits, '-' and '_' stay; every other byte becomes %XX, so that two ids never meet.
QString forFileName(const QString &id)
{
    QByteArray out;
    for (const char c : id.toUtf8()) {
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'
            || c == '_')
            out += c;
        else
            out += '%' + QByteArray(1, c).toHex();
    }
    return QString::fromLatin1(out.isEmpty() ? QByteArray("agent")
                                             : out.first(std::min<qsizetype>(out.size(), 96)));
}

} // namespace

bool isOutput(const QString &name)
{
    return name.endsWith(".out.jsonl"_L1) || name.endsWith(".out.jsonl.gz"_L1);
}

bool isInput(const QString &name)
{
    return (name.endsWith(plain) || name.endsWith(packed)) && !name.startsWith(u'.')
        && !isOutput(name);
}

QString stemOf(const QString &name)
{
    if (name.endsWith(packed))
        return name.chopped(packed.size());
    return name.endsWith(plain) ? name.chopped(plain.size()) : name;
}

QString outputName(const QString &stem, const QString &agentId)
{
    const QString tail = u'.' + forFileName(agentId) + ".out.jsonl"_L1;
    const bool fits = QFile::encodeName(stem + tail).size() <= longestName;
    return (fits ? stem : u"baton"_s) + tail;
}

Result<QList<File>> list(const QString &folder, Kind kind)
{
    const std::unique_ptr<DIR, CloseFolder> opened(opendir(QFile::encodeName(folder).constData()));
    if (!opened)
        return Error{ErrorCode::Offline, folder, qt_error_string(errno)};
    QList<File> files;
    for (;;) {
        errno = 0;
        const dirent *entry = readdir(opened.get());
        if (!entry) {
            if (errno != 0)
                return Error{ErrorCode::Offline, folder, qt_error_string(errno)};
            break;
        }
        const QString name = QFile::decodeName(entry->d_name);
        if (!(kind == Kind::Input ? isInput(name) : isOutput(name)))
            continue;
        struct stat info = {};
        if (fstatat(dirfd(opened.get()), entry->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0
            || !S_ISREG(info.st_mode))
            continue;
        const qint64 mtimeNs = qint64(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec;
        files += {name, {qint64(info.st_size), mtimeNs, qint64(info.st_ino)}};
    }
    std::sort(files.begin(), files.end(),
              [](const File &a, const File &b) { return a.name < b.name; });
    return files;
}

} // namespace baton::sync::folder
