#include "app/batonctl/Sections.h"

#include "core/knowledge/DocumentReader.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;

namespace baton::ctl {

Result<Sections> Sections::read(const QString &folder)
{
    Sections out;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.md"_s}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Io, file.fileName(), file.errorString()};
        const auto document
            = knowledge::readDocument(file.fileName(), file.read(knowledge::largestFile + 1));
        if (!document)
            return document.error();
        for (const Passage &passage : document->passages)
            out.add(passage);
    }
    if (out.m_passages.isEmpty())
        return Error{ErrorCode::NotFound, folder, u"no document there"_s};
    return out;
}

/// A long section was cut into several passages; a playbook cites all of it.
void Sections::add(const Passage &passage)
{
    Passage &section = m_passages[{passage.document, passage.heading}];
    if (section.document.isEmpty())
        section = passage;
    else
        section.text += u'\n' + passage.text;
}

std::optional<Passage> Sections::find(const drafting::Cite &cite) const
{
    const auto found = m_passages.constFind(cite);
    return found == m_passages.cend() ? std::nullopt : std::optional(*found);
}

} // namespace baton::ctl
