#include "app/batonctl/Sections.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr qint64 largestFile = 4 << 20; // bytes

QList<Passage> sectionsOf(const QString &markdown)
{
    QHash<QString, QString> head;
    QList<Passage> sections;
    int rules = 0;
    for (const QString &line : markdown.split(u'\n')) {
        if (line == "---"_L1 && rules < 2)
            ++rules;
        else if (rules == 1)
            head.insert(line.section(u':', 0, 0).trimmed(), line.section(u':', 1).trimmed());
        else if (line.startsWith("## "_L1)) {
            Passage section;
            section.heading = line.sliced(3).trimmed();
            section.place = int(sections.size());
            sections.append(section);
        } else if (!sections.isEmpty() && !line.trimmed().isEmpty())
            sections.back().text += (sections.back().text.isEmpty() ? u""_s : u"\n"_s) + line;
    }
    for (Passage &section : sections) {
        section.document = DocumentId(head.value(u"id"_s));
        section.version = std::max(1, head.value(u"version"_s).toInt());
        section.title = head.value(u"title"_s);
    }
    return sections;
}

} // namespace

Result<Sections> Sections::read(const QString &folder)
{
    Sections out;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.md"_s}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Io, file.fileName(), file.errorString()};
        if (file.size() > largestFile)
            return Error{ErrorCode::TooLarge, file.fileName(), u"larger than 4 MiB"_s};
        for (const Passage &section : sectionsOf(QString::fromUtf8(file.readAll())))
            out.m_passages.insert({section.document, section.heading}, section);
    }
    if (out.m_passages.isEmpty())
        return Error{ErrorCode::NotFound, folder, u"no document there"_s};
    return out;
}

std::optional<Passage> Sections::find(const drafting::Cite &cite) const
{
    const auto found = m_passages.constFind(cite);
    return found == m_passages.cend() ? std::nullopt : std::optional(*found);
}

} // namespace baton::ctl
