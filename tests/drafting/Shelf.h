#pragma once

#include "core/drafting/PlaybookDrafter.h"
#include "core/packet/Packet.h"

#include <QtCore/QDir>
#include <QtTest/QTest>

/// The bundled knowledge and packets, read simply.
namespace baton::tests {

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

inline QString resource(const QString &path)
{
    return QStringLiteral(BATON_SOURCE_DIR "/resources/") + path;
}

/// Sections of resources/knowledge by cite.
inline const QHash<drafting::Cite, Passage> &shelf()
{
    static const auto passages = [] {
        QHash<drafting::Cite, Passage> all;
        const QDir folder(resource(QStringLiteral("knowledge")));
        for (const QString &name : folder.entryList({QStringLiteral("*.md")})) {
            Passage section;
            section.document = DocumentId(name.left(6));
            for (const QString &line :
                 QString::fromUtf8(bytesOf(folder.filePath(name))).split(u'\n')) {
                if (line.startsWith(QLatin1StringView("version: ")))
                    section.version = line.sliced(9).toInt();
                else if (line.startsWith(QLatin1StringView("title: ")))
                    section.title = line.sliced(7);
                else if (line.startsWith(QLatin1StringView("## "))) {
                    section.heading = line.sliced(3).trimmed();
                    section.text.clear();
                } else if (!section.heading.isEmpty() && !line.trimmed().isEmpty()) {
                    section.text += section.text.isEmpty() ? line : u'\n' + line;
                    all.insert({section.document, section.heading}, section);
                }
            }
        }
        return all;
    }();
    return passages;
}

inline std::optional<Passage> fromShelf(const drafting::Cite &cite)
{
    const auto found = shelf().constFind(cite);
    return found == shelf().cend() ? std::nullopt : std::optional(*found);
}

inline Passage passage(const char *document, const char *heading)
{
    const auto found
        = fromShelf({DocumentId(QString::fromLatin1(document)), QString::fromUtf8(heading)});
    if (!found)
        qFatal("no %s#%s", document, heading);
    return *found;
}

inline QList<Conversation> demoPackets()
{
    QList<Conversation> conversations;
    const packet::Reader reader;
    for (const QByteArray &line :
         bytesOf(resource(QStringLiteral("demo/packets.jsonl"))).split('\n')) {
        if (line.isEmpty())
            continue;
        packet::Reading reading = reader.read(line);
        if (!reading)
            qFatal("a bundled packet is refused");
        conversations.append(reading.packet().conversation);
    }
    return conversations;
}

inline Conversation demoPacket(QLatin1StringView id)
{
    for (const Conversation &conversation : demoPackets()) {
        if (conversation.id.text() == id)
            return conversation;
    }
    qFatal("no such packet");
}

inline Instant at(const char *time)
{
    return *instantFromRfc3339(QString::fromLatin1(time));
}

} // namespace baton::tests
