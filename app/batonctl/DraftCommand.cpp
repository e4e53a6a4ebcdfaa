#include "app/batonctl/DraftWords.h"
#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Judges.h"
#include "app/batonctl/Packets.h"
#include "app/batonctl/Sections.h"
#include "core/policy/Targets.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr int upsetFrom = 2; // of the five levels of mood, downwards

/// What is said of a document of ours that was refused.
void tell(Session &session, const Error &error, const QString &doing)
{
    if (error.code == ErrorCode::InvalidInput)
        session.output.problem(u"%1: %2"_s.arg(error.subject, error.detail));
    else
        session.output.problem(words(error, doing));
}

drafting::Request requestFor(const Conversation &conversation, const Signals &signs,
                             const policy::Policy &policy)
{
    drafting::Request request;
    request.calendar = policy::calendarOf(conversation, policy);
    request.intent = signs.intent.name;
    request.tone = signs.mood.level <= upsetFrom ? drafting::Tone::Upset : drafting::Tone::Calm;
    request.grounds.conversation = conversation;
    request.grounds.agent = conversation.owner.value_or(Person{});
    request.grounds.now = conversation.messages.isEmpty() ? conversation.createdAt
                                                          : conversation.messages.back().at;
    if (request.calendar)
        request.grounds.zone = request.calendar->zone;
    return request;
}

} // namespace

Exit draft(Session &session)
{
    const Options &options = session.options;
    const auto books = drafting::readPlaybooks(options.playbooks.isEmpty() ? u":/playbooks"_s
                                                                           : options.playbooks);
    if (!books) {
        tell(session, books.error(), u"read the playbooks"_s);
        return Exit::CouldNot;
    }
    const auto knowledge
        = Sections::read(options.knowledge.isEmpty() ? u":/knowledge"_s : options.knowledge);
    if (!knowledge) {
        tell(session, knowledge.error(), u"read the knowledge"_s);
        return Exit::CouldNot;
    }
    const policy::Policy policy = policy::bundledPolicy();
    const Catalogue catalogue = policy::bundledCatalogue();
    const std::optional<signs::SignalReader> reader = readerFor(session, catalogue);
    if (!reader)
        return Exit::CouldNot;
    const drafting::PlaybookDrafter drafter(*books, drafting::bundledPhrases());
    PacketCounts counts;
    return readPackets(session, u"The drafting"_s, counts, [&](packet::Packet &packet) {
        const drafting::Request request
            = requestFor(packet.conversation, reader->read(packet.conversation), policy);
        const Draft draft = drafting::draft(
            drafter, request, [&](const drafting::Cite &cite) { return knowledge->find(cite); });
        if (session.output.isJson())
            session.output.json(toJson(packet.conversation.id, draft));
        else
            for (const QString &line : toLines(packet.conversation.id, draft))
                session.output.line(line);
    });
}

} // namespace baton::ctl
