#include "app/batonctl/Conversations.h"

#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Packets.h"
#include "app/batonctl/Stores.h"

#include <QtCore/QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using EachConversation = std::function<void(const Conversation &)>;

Exit eachStored(Session &session, const QStringList &ids, const EachConversation &each)
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

} // namespace

Exit eachConversation(Session &session, const QString &doing, const EachConversation &each)
{
    QStringList files;
    QStringList ids;
    for (const QString &operand : session.options.operands)
        (operand == "-"_L1 || QFileInfo::exists(operand) ? files : ids).append(operand);
    Exit exit = Exit::Done;
    if (!ids.isEmpty())
        exit = eachStored(session, ids, each);
    if (files.isEmpty())
        return exit;
    Options options = session.options;
    options.operands = files;
    Session inner{options, session.profile, session.clock, session.output};
    PacketCounts counts;
    return std::max(exit, readPackets(inner, doing, counts, [&each](packet::Packet &packet) {
                        each(packet.conversation);
                    }));
}

} // namespace baton::ctl
