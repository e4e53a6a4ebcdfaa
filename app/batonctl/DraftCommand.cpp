#include "app/batonctl/Conversations.h"
#include "app/batonctl/Documents.h"
#include "app/batonctl/DraftParts.h"
#include "app/batonctl/DraftWords.h"
#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Judges.h"
#include "core/desk/ReplyDrafter.h"

#include <QtCore/QElapsedTimer>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

/// As right after the last message, so that the same packet gives the same draft on every day.
Instant momentOf(const Conversation &conversation)
{
    return conversation.messages.isEmpty() ? conversation.createdAt
                                           : conversation.messages.back().at;
}

Exit checkCommand(Session &session, const QString &what, const QStringList &files)
{
    const auto &sets = session.options.files;
    if (what == "check-selftest"_L1 && files.isEmpty())
        return checkSelftest(session);
    if (what == "check"_L1 && files.isEmpty() && sets.contains(u"docs"_s)
        && sets.contains(u"queries"_s))
        return checkReplies(session);
    if (what == "check"_L1 && !files.isEmpty())
        return checkDrafts(session, files);
    session.output.problem(u"draft takes check FILE…, check --docs FILE --queries FILE, or "
                           "check-selftest. Try batonctl draft --help."_s);
    return Exit::Usage;
}

} // namespace

Exit draft(Session &session)
{
    const Options &options = session.options;
    if (const QString &what = options.operands.first();
        what == "check"_L1 || what == "check-selftest"_L1)
        return checkCommand(session, what, options.operands.sliced(1));
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
        QElapsedTimer timer;
        timer.start();
        const Signals signs = reader->read(conversation);
        const qint64 reading = timer.nsecsElapsed();
        const Draft draft = drafter.draft(
            conversation, signs, conversation.owner.value_or(Person{}), momentOf(conversation));
        const qint64 drafting = timer.nsecsElapsed() - reading;
        if (session.output.isJson())
            session.output.json(toJson(conversation.id, draft, {reading, drafting}));
        else
            for (const QString &line : toLines(conversation.id, draft))
                session.output.line(line);
    };
    return eachConversation(session, u"The drafting"_s, each);
}

} // namespace baton::ctl
