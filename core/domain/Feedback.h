#pragma once

#include "core/base/Clock.h"
#include "core/domain/Conversation.h"
#include "core/domain/Passage.h"

/// What an agent makes of what the machine made (DESIGN §4, §6): kept beside the packet, never in
/// it.
namespace baton {

enum class FeedbackKind {
    Card,    ///< became: "complete" or "incomplete"; why: what was missing
    Intent,  ///< was, became: names of the catalogue; empty: none of these
    Tier,    ///< was, became: "A", "B" or "C"
    Draft,   ///< was: the suggested text; became: "as_is", "light" (under 40 % changed),
             ///< "rewritten" or "discarded"; why: of a discarded one
    Sentence ///< sent without a source: was: the sentence; why: the agent's reason
};

/// Of a draft thrown away (Feedback::became).
inline constexpr QLatin1StringView draftDiscarded{"discarded"};

struct Feedback
{
    ConversationId conversation;
    FeedbackKind kind = FeedbackKind::Card;
    QString was;
    QString became;
    QString why;
    Person agent;
    Instant at;
    bool operator==(const Feedback &) const = default;
};

enum class CitationKind {
    Cited,   ///< an agent's answer rests on the passage
    Disputed ///< an agent said that the passage is wrong
};

/// What an agent made of a passage. What was cited is learnt from (core/desk/KnowledgeSearch.h)
/// until it is disputed in the same conversation.
struct Citation
{
    ConversationId conversation;
    PassagePlace place;
    CitationKind kind = CitationKind::Cited;
    QString asked;  ///< what the customer wanted, as the answer was sent
    QString intent; ///< of the catalogue; empty: none of these
    QString why;    ///< of what was disputed
    Person agent;
    Instant at;
    bool operator==(const Citation &) const = default;
};

/// A sentence that was sent without a source: something that the knowledge does not say.
struct Gap
{
    Feedback feedback; ///< of kind Sentence
    QString intent;    ///< as an agent corrected it, else as it was read; empty: none of these
    bool operator==(const Gap &) const = default;
};

} // namespace baton
