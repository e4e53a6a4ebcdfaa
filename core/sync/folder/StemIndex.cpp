#include "core/sync/folder/StemIndex.h"

#include "core/packet/LineSource.h"
#include "core/sync/folder/FolderFiles.h"
#include "core/sync/folder/TopLevel.h"

using namespace Qt::StringLiterals;

namespace baton::sync::folder {

namespace {

quint64 hashOf(const ConversationId &conversation)
{
    return quint64(qHash(conversation.text(), 0));
}

} // namespace

int StemIndex::numberOf(const QString &stem)
{
    if (!m_stems.isEmpty() && m_stems.last() == stem)
        return int(m_stems.size()) - 1;
    if (const qsizetype known = m_stems.indexOf(stem); known >= 0)
        return int(known);
    m_stems += stem;
    return int(m_stems.size()) - 1;
}

void StemIndex::learn(const ConversationId &conversation, const QString &stem)
{
    m_stemOf.insert(hashOf(conversation), numberOf(stem));
}

Result<QString> StemIndex::find(const ConversationId &conversation, std::atomic<bool> &aborted)
{
    auto known = m_stemOf.constFind(hashOf(conversation));
    if (known == m_stemOf.cend() && !m_lookedThrough) {
        if (const auto done = lookThrough(aborted); !done)
            return done.error();
        known = m_stemOf.constFind(hashOf(conversation));
    }
    return known == m_stemOf.cend() ? u"baton"_s : m_stems[*known];
}

Result<void> StemIndex::lookThrough(std::atomic<bool> &aborted)
{
    const auto files = list(m_folder, Kind::Input);
    if (!files)
        return files.error();
    using Next = packet::LineSource::Next;
    for (const File &file : *files) {
        const QString stem = stemOf(file.name);
        auto source = packet::LineSource::open(m_folder + u'/' + file.name);
        if (!source)
            continue; // named as unreadable by the pull
        packet::LineSource &lines = **source;
        for (Next next = lines.next(); next != Next::End && next != Next::Broken;
             next = lines.next()) {
            if (aborted.exchange(false))
                return Error{ErrorCode::Cancelled, {}, {}};
            if (next != Next::Line)
                continue;
            if (const auto id = topLevelString(lines.line(), "id"))
                learn(ConversationId(*id), stem);
        }
    }
    m_lookedThrough = true;
    return {};
}

} // namespace baton::sync::folder
