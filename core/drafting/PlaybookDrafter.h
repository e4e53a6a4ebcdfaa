#pragma once

#include "core/drafting/DueDate.h"
#include "core/drafting/Playbook.h"
#include "core/drafting/Slots.h"

#include <functional>

namespace baton::drafting {

/// The passage that a cite names, or nothing.
using PassageOf = std::function<std::optional<Passage>(const Cite &)>;

/// What a draft is made for. now and zone stand in grounds.
struct Request
{
    Grounds grounds;  ///< approved is what the drafter adds to
    QString intent;   ///< of the catalogue; empty: none of these
    QString language; ///< to be written in; empty: languageFor() the conversation
    Tone tone = Tone::Calm;
    const policy::Calendar *calendar = nullptr; ///< of the promises
};

struct Composed
{
    QString text; ///< paragraphs apart by a blank line
    QString language;
    QString intent;  ///< of the playbook that was used; empty: none of these
    Grounds grounds; ///< the request's, with what was cited and approved: what to check edits with
    int leftOut = 0; ///< sentences whose passage is missing
};

/// Writes a reply from the intent's playbook, else from the one for none of these; the same for the
/// same input. A sentence whose slots have no value, or whose passage is missing, is left out; one
/// with a figure that its passages do not have is written but not approved, so that the check marks
/// it. Empty text where there is no playbook.
class PlaybookDrafter
{
public:
    PlaybookDrafter(Playbooks books, Phrases phrases);

    Composed compose(const Request &request, const PassageOf &passageOf) const;

private:
    Playbooks m_books;
    Phrases m_phrases;
};

/// compose(), checked and linted.
Draft draft(const PlaybookDrafter &drafter, const Request &request, const PassageOf &passageOf);

/// "en", "de" or "es": what the customer's words are where they say it clearly (three
/// more of the commonest ones than of another language), else the conversation's locale,
/// else what the words rather are, else "en".
QString languageFor(const Conversation &conversation);

} // namespace baton::drafting
