// Makes the profiles that the benchmarks run on, where they are missing or were made by another
// schema or generator:
//
//   bench_prepare FOLDER CONVERSATIONS MESSAGES-IN-EACH

#include "tests/bench/Bench.h"
#include "tests/bench/Made.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace baton::bench {

namespace {

constexpr int batch = 1000;

/// Changes whenever what the profile holds would.
QByteArray stamp(int conversations, int messages)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &folder : {u":/sql/desk"_s, u":/sql/cache"_s, u":/policy"_s}) {
        const QDir dir(folder);
        for (const QString &name : dir.entryList(QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                hash.addData(file.readAll());
        }
    }
    hash.addData(madePacket(7, 3).line);
    hash.addData(QByteArray::number(conversations) + ' ' + QByteArray::number(messages));
    return hash.result().toHex();
}

bool prepare(const QString &folder, int conversations, int messages)
{
    const QString stampFile = folder + u"/stamp"_s;
    const QByteArray wanted = stamp(conversations, messages);
    QFile file(stampFile);
    if (file.open(QIODevice::ReadOnly) && file.readAll() == wanted)
        return true;
    file.close();
    QDir(folder).removeRecursively();
    QElapsedTimer timer;
    timer.start();
    {
        const Opened opened = openStore(folder, store::Access::ReadWrite);
        if (!opened.store->beginBulk().result())
            return false;
        QFuture<Result<store::ApplyReport>> last;
        for (int next = 0; next < conversations;) {
            QList<store::Incoming> incoming;
            for (const int end = std::min(next + batch, conversations); next < end; ++next)
                incoming += {madePacket(next, messages), u"made"_s, next + 1};
            if (last.isValid() && !last.result())
                return false;
            last = opened.store->apply(std::move(incoming), Origin::Upstream);
        }
        if (!last.result() || !opened.store->finishBulk().result())
            return false;
    }
    std::printf("%d conversations of %d messages in %.1f s\n", conversations, messages,
                double(timer.elapsed()) / 1000);
    return file.open(QIODevice::WriteOnly) && file.write(wanted) == wanted.size();
}

} // namespace

} // namespace baton::bench

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        std::fputs("usage: bench_prepare FOLDER CONVERSATIONS MESSAGES-IN-EACH\n", stderr);
        return 2;
    }
    return baton::bench::prepare(arguments.at(1), arguments.at(2).toInt(), arguments.at(3).toInt())
        ? 0
        : 3;
}
