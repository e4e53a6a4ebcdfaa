#pragma once

#include "core/domain/Draft.h"
#include "core/domain/LookUp.h"
#include "core/domain/Passage.h"
#include "core/drafting/PlaybookDrafter.h"
#include "core/policy/Policy.h"

namespace baton {

/// Drafts replies from a team's playbooks and documents, every sentence checked. Immutable; any
/// thread.
class ReplyDrafter
{
public:
    ReplyDrafter(drafting::Playbooks books, const QList<Document> &documents,
                 policy::Policy policy);

    /// With an empty text where no playbook fits. agent: whose name it may end with; empty id:
    /// nobody's. now is the day that "by Friday" is reckoned from. lookUps: what live systems said.
    Draft draft(const Conversation &conversation, const Signals &signs, const Person &agent,
                Instant now, const QList<LookUp> &lookUps = {}) const;

    /// What another playbook would write in its place.
    struct Trial
    {
        Draft draft;
        int leftOut = 0; ///< sentences whose passage is missing
    };
    Trial tried(const drafting::Playbook &book, const Conversation &conversation, Signals signs,
                const Person &agent, Instant now) const;

    /// What each sentence of a text rests on, whoever wrote it: on all that the draft could have
    /// rested on, and on what else was found. A few milliseconds.
    Draft check(const QString &text, const Conversation &conversation, const Signals &signs,
                const Person &agent, Instant now, const QList<Passage> &found = {},
                const QList<LookUp> &lookUps = {}) const;

    /// All that a reply may rest on: what the playbook would cite, and what was found.
    drafting::Grounds grounds(const Conversation &conversation, const Signals &signs,
                              const Person &agent, Instant now, const QList<Passage> &found = {},
                              const QList<LookUp> &lookUps = {}) const;

private:
    drafting::Composed composed(const Conversation &conversation, const Signals &signs,
                                const Person &agent, Instant now, const QList<Passage> &found,
                                const QList<LookUp> &lookUps) const;
    drafting::Request requestFor(const Conversation &conversation, const Signals &signs,
                                 const Person &agent, Instant now,
                                 const QList<LookUp> &lookUps) const;
    std::optional<Passage> sectionOf(const drafting::Cite &cite) const;
    void add(const Passage &passage);

    drafting::PlaybookDrafter m_drafter;
    policy::Policy m_policy;
    QHash<drafting::Cite, Passage> m_sections;
};

} // namespace baton
