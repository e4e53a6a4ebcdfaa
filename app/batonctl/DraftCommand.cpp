#include "app/batonctl/Documents.h"
#include "app/batonctl/DraftWords.h"
#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Judges.h"
#include "app/batonctl/Packets.h"
#include "app/batonctl/Stores.h"
#include "core/desk/ReplyDrafter.h"

#include <QtCore/QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

/// As right after the last message, so that the same packet gives the same draft on every day.
Instant momentOf(const Conversation &conversation)
{
    return conversation.messages.isEmpty() ? conversation.createdAt
                                           : conversation.messages.back().at;
}

bool isFile(const QString &operand)
{
    return operand == "-"_L1 || QFileInfo::exists(operand);
}

using Each = std::function<void(const Conversation &)>;

/// Of those in the profile's store, each as this desk shows it.
Exit draftStored(Session &session, const QStringList &ids, const Each &each)
{
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    Exit exit = Exit::Done;
    for (const QString &id : ids) {
        const auto record = awaited(store->conversation(ConversationId(id)));
        if (record) {
            each(record->conversation);
            continue;
        }
        session.output.problem(record.error().code == ErrorCode::NotFound
                                   ? u"%1: neither a file nor a conversation of this profile "
                                     u"(`batonctl queue` lists those "
                                     "that wait)"_s.arg(id)
                                   : words(record.error(), u"read %1"_s.arg(id)));
        exit = Exit::CouldNot;
    }
    return exit;
}

Exit draftFiles(Session &session, const QStringList &files, const Each &each)
{
    Options options = session.options;
    options.operands = files;
    Session inner{options, session.profile, session.clock, session.output};
    PacketCounts counts;
    return readPackets(inner, u"The drafting"_s, counts,
                       [&each](packet::Packet &packet) { each(packet.conversation); });
}

} // namespace

Exit draft(Session &session)
{
    const Options &options = session.options;
    const auto books = drafting::readPlaybooks(options.playbooks.isEmpty() ? u":/playbooks"_s
                                                                           : options.playbooks);
    if (!books) {
        session.output.problem(documentWords(books.error(), u"read the playbooks"_s));
        return Exit::CouldNot;
    }
    const auto knowledge
        = documentsIn(options.knowledge.isEmpty() ? u":/knowledge"_s : options.knowledge);
    if (!knowledge) {
        session.output.problem(documentWords(knowledge.error(), u"read the knowledge"_s));
        return Exit::CouldNot;
    }
    const Catalogue catalogue = policy::bundledCatalogue();
    const std::optional<signs::SignalReader> reader = readerFor(session, catalogue);
    if (!reader)
        return Exit::CouldNot;
    const ReplyDrafter drafter(*books, *knowledge, policy::bundledPolicy());
    const auto each = [&](const Conversation &conversation) {
        const Draft draft
            = drafter.draft(conversation, reader->read(conversation),
                            conversation.owner.value_or(Person{}), momentOf(conversation));
        if (session.output.isJson())
            session.output.json(toJson(conversation.id, draft));
        else
            for (const QString &line : toLines(conversation.id, draft))
                session.output.line(line);
    };
    QStringList files;
    QStringList ids;
    for (const QString &operand : options.operands)
        (isFile(operand) ? files : ids).append(operand);
    Exit exit = Exit::Done;
    if (!ids.isEmpty())
        exit = draftStored(session, ids, each);
    if (!files.isEmpty())
        exit = std::max(exit, draftFiles(session, files, each));
    return exit;
}

} // namespace baton::ctl
