#include "core/desk/ReplyDrafter.h"

#include "core/drafting/DraftCheck.h"
#include "core/drafting/Lints.h"
#include "core/policy/Targets.h"

#include <algorithm>

namespace baton {

namespace {

constexpr int upsetFrom = 2; // of the five levels of mood, downwards

}

ReplyDrafter::ReplyDrafter(drafting::Playbooks books, const QList<Document> &documents,
                           policy::Policy policy)
    : m_drafter(std::move(books), drafting::bundledPhrases())
    , m_policy(std::move(policy))
{
    for (const Document &document : documents) {
        for (const Passage &passage : document.passages)
            add(passage);
    }
}

/// A long section was cut into several passages; a playbook cites all of it.
void ReplyDrafter::add(const Passage &passage)
{
    Passage &section = m_sections[{passage.document, passage.heading}];
    if (section.document.isEmpty())
        section = passage;
    else
        section.text += u'\n' + passage.text;
}

drafting::Request ReplyDrafter::requestFor(const Conversation &conversation, const Signals &signs,
                                           const Person &agent, Instant now,
                                           const QList<LookUp> &lookUps) const
{
    drafting::Request request;
    request.calendar = policy::calendarOf(conversation, m_policy);
    // Where Baton reads none that it knows, the bot may have known one.
    const auto &bot = conversation.bot;
    request.intent
        = signs.intent.name.isEmpty() && bot && bot->intent ? bot->intent->name : signs.intent.name;
    request.tone = signs.mood.level <= upsetFrom ? drafting::Tone::Upset : drafting::Tone::Calm;
    request.grounds.conversation = conversation;
    request.grounds.lookUps = lookUps;
    request.grounds.agent = agent;
    request.grounds.now = now;
    if (request.calendar)
        request.grounds.zone = request.calendar->zone;
    return request;
}

std::optional<Passage> ReplyDrafter::sectionOf(const drafting::Cite &cite) const
{
    const auto found = m_sections.constFind(cite);
    if (found == m_sections.cend())
        return {};
    return *found;
}

Draft ReplyDrafter::draft(const Conversation &conversation, const Signals &signs,
                          const Person &agent, Instant now, const QList<LookUp> &lookUps) const
{
    return drafting::draft(m_drafter, requestFor(conversation, signs, agent, now, lookUps),
                           [this](const drafting::Cite &cite) { return sectionOf(cite); });
}

ReplyDrafter::Trial ReplyDrafter::tried(const drafting::Playbook &book,
                                        const Conversation &conversation, Signals signs,
                                        const Person &agent, Instant now) const
{
    signs.intent.name = book.intent;
    const drafting::PlaybookDrafter drafter({{book.intent, book}}, drafting::bundledPhrases());
    const drafting::Composed made
        = drafter.compose(requestFor(conversation, signs, agent, now, {}),
                          [this](const drafting::Cite &cite) { return sectionOf(cite); });
    Trial trial{drafting::DraftCheck(made.grounds).check(made.text, DraftProvider::Playbook),
                made.leftOut};
    trial.draft.intent = made.intent;
    trial.draft.language = made.language;
    trial.draft.lints = drafting::lintsOf(trial.draft, made.grounds);
    return trial;
}

drafting::Composed ReplyDrafter::composed(const Conversation &conversation, const Signals &signs,
                                          const Person &agent, Instant now,
                                          const QList<Passage> &found,
                                          const QList<LookUp> &lookUps) const
{
    drafting::Composed made
        = m_drafter.compose(requestFor(conversation, signs, agent, now, lookUps),
                            [this](const drafting::Cite &cite) { return sectionOf(cite); });
    QList<Passage> &passages = made.grounds.passages;
    const auto cited = [&passages, count = passages.size()](const Passage &passage) {
        return std::any_of(passages.begin(), passages.begin() + count, [&](const Passage &one) {
            return one.document == passage.document && one.heading == passage.heading;
        });
    };
    for (const Passage &passage : found) {
        if (!cited(passage))
            passages.append(passage);
    }
    return made;
}

drafting::Grounds ReplyDrafter::grounds(const Conversation &conversation, const Signals &signs,
                                        const Person &agent, Instant now,
                                        const QList<Passage> &found,
                                        const QList<LookUp> &lookUps) const
{
    return composed(conversation, signs, agent, now, found, lookUps).grounds;
}

Draft ReplyDrafter::check(const QString &text, const Conversation &conversation,
                          const Signals &signs, const Person &agent, Instant now,
                          const QList<Passage> &found, const QList<LookUp> &lookUps) const
{
    const drafting::Composed against = composed(conversation, signs, agent, now, found, lookUps);
    Draft out = drafting::DraftCheck(against.grounds).check(text, DraftProvider::Person);
    out.intent = against.intent;
    out.language = against.language;
    out.lints = drafting::lintsOf(out, against.grounds);
    return out;
}

} // namespace baton
