#pragma once

#include "core/packet/PacketWriter.h"
#include "core/sync/folder/FolderUpstream.h"
#include "tests/sync/Conversations.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>

#include <zlib.h>

namespace baton::test {

inline const Agent agentAna{AgentId(QStringLiteral("ana")), QStringLiteral("Ana Lopez"),
                            Role::Agent};

inline QByteArray packets(const QString &prefix, int count)
{
    QByteArray out;
    for (int i = 0; i < count; ++i)
        out += packet::write(waiting(prefix + QString::number(i))) + '\n';
    return out;
}

/// A folder, what a producer does to it, and the upstream that looks at it.
struct Inbox
{
    QTemporaryDir home;
    QString folder = home.filePath(QStringLiteral("inbox"));
    std::unique_ptr<sync::FolderUpstream> upstream;
    sync::Cursor cursor;

    Inbox() { QDir().mkpath(folder); }

    QString path(const QString &name) const { return folder + u'/' + name; }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
    }
    void writeGz(const QString &name, const QByteArray &bytes) const
    {
        gzFile file = gzopen(qPrintable(path(name)), "wb");
        gzwrite(file, bytes.constData(), unsigned(bytes.size()));
        gzclose(file);
    }
    /// As producers are asked to: written beside, then renamed into place.
    void put(const QString &name, const QByteArray &bytes) const
    {
        write(QStringLiteral(".") + name + QStringLiteral(".tmp"), bytes);
        if (rename(qPrintable(path(QStringLiteral(".") + name + QStringLiteral(".tmp"))),
                   qPrintable(path(name)))
            != 0)
            qFatal("cannot rename %s", qPrintable(name));
    }
    QByteArray bytes(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QList<QJsonObject> acts(const QString &name) const
    {
        QList<QJsonObject> out;
        for (const QByteArray &line : bytes(name).split('\n')) {
            if (!line.isEmpty())
                out += QJsonDocument::fromJson(line).object();
        }
        return out;
    }
    void open()
    {
        upstream.reset();
        auto opened = sync::FolderUpstream::open(folder, agentAna);
        if (!opened)
            qFatal("open: %s", qPrintable(opened.error().detail));
        upstream = std::move(opened).value();
    }
    /// One pull, with its cursor kept as after storing.
    Result<sync::Delta> pull(int limit = 1000)
    {
        if (!upstream)
            open();
        auto delta = upstream->pull(cursor, limit);
        if (delta)
            cursor = delta->next;
        return delta;
    }
    /// Ids of everything there is, pull by pull.
    QStringList pullAll(int limit = 1000)
    {
        QStringList ids;
        for (bool more = true; more;) {
            const auto delta = pull(limit);
            if (!delta)
                return {QStringLiteral("failed"), delta.error().detail};
            for (const store::Incoming &incoming : delta->packets)
                ids += incoming.packet.conversation.id.text();
            more = delta->more;
        }
        return ids;
    }
};

inline OutboxEntry replyTo(const QString &conversation, const QString &text, const QString &key)
{
    Acts acts;
    OutboxEntry entry = acts.add(ActKind::Reply, waiting(conversation), text);
    entry.act.key = ActKey(key);
    return entry;
}

} // namespace baton::test
