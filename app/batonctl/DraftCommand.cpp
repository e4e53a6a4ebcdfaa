#include "app/batonctl/Conversations.h"
#include "app/batonctl/Documents.h"
#include "app/batonctl/DraftWords.h"
#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Judges.h"
#include "core/desk/ReplyDrafter.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

/// As right after the last message, so that the same packet gives the same draft on every day.
Instant momentOf(const Conversation &conversation)
{
    return conversation.messages.isEmpty() ? conversation.createdAt
                                           : conversation.messages.back().at;
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
    return eachConversation(session, u"The drafting"_s, each);
}

} // namespace baton::ctl
