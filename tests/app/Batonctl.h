#pragma once

#include <QtCore/QFile>
#include <QtCore/QFloat16> // QCOMPARE of a json value asks whether it converts to every type of qCompare
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <nlohmann/json.hpp>
#include <zlib.h>

/// The real program in a folder of its own.
namespace baton::tests {

struct Ran
{
    int exit = -1;
    QByteArray out;
    QByteArray err;

    QList<QByteArray> lines() const
    {
        QList<QByteArray> list = out.split('\n');
        if (!list.isEmpty() && list.last().isEmpty())
            list.removeLast();
        return list;
    }
    /// Every line of standard output as JSON; discarded values where one is none.
    QList<nlohmann::json> json() const
    {
        QList<nlohmann::json> values;
        for (const QByteArray &line : lines())
            values.append(nlohmann::json::parse(line.toStdString(), nullptr, false));
        return values;
    }
};

class Desk
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString dataDir() const { return path(QStringLiteral("data")); }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

    QString writeGzip(const QString &name, const QByteArray &bytes) const
    {
        const gzFile file = gzopen(qPrintable(path(name)), "wb");
        if (!file || gzwrite(file, bytes.constData(), unsigned(bytes.size())) != bytes.size()
            || gzclose(file) != Z_OK)
            qFatal("cannot write %s", qPrintable(path(name)));
        return path(name);
    }

    void start(QProcess &process, const QStringList &arguments) const
    {
        process.start(QStringLiteral(BATON_BATONCTL),
                      arguments + QStringList{QStringLiteral("--data-dir"), dataDir()});
        if (!process.waitForStarted())
            qFatal("cannot start batonctl");
    }

    static Ran finish(QProcess &process)
    {
        process.closeWriteChannel();
        if (!process.waitForFinished(240'000))
            qFatal("batonctl hangs");
        const bool normal = process.exitStatus() == QProcess::NormalExit;
        return {normal ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    Ran run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        start(process, arguments);
        process.write(input);
        return finish(process);
    }

private:
    QTemporaryDir m_folder;
};

inline QByteArray readAll(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

/// The names of an object's members, sorted.
inline QStringList keysOf(const nlohmann::json &object)
{
    QStringList keys;
    for (const auto &item : object.items())
        keys.append(QString::fromStdString(item.key()));
    keys.sort();
    return keys;
}

/// The bundled, invented packets.
inline QString demoFile()
{
    return QStringLiteral(BATON_SOURCE_DIR "/resources/demo/packets.jsonl");
}

} // namespace baton::tests
