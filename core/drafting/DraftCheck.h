#pragma once

#include "core/drafting/Sources.h"

namespace baton::drafting {

/// Says of any text, whoever wrote it, what each sentence rests on (DESIGN §6). Made once for what
/// is known; a check takes a few milliseconds and is pure. Immutable; any thread.
///
/// - A figure is matched exactly, in any notation, by a statement on file. Where a statement says
///   nearly the same sentence with another figure, a match elsewhere does not count. An amount in
///   a promise or an action needs more than the customer's word.
/// - A fact or an action needs besides one or two statements that hold most of its words (share ≥
///   0.6); an action only what was done or what a colleague wrote. A sentence that says nearly what
///   a statement says, but with or without a *not*, contradicts it.
/// - Promises, questions and courtesies need matched figures and names only.
///
/// A sentence without that blocks where it is about money, dates or law, or where any figure other
/// than a name is unmatched.
class DraftCheck
{
public:
    explicit DraftCheck(const Grounds &grounds);

    /// Sentences only up to longestText; what follows is one sentence that blocks. No lints.
    Draft check(const QString &text, DraftProvider provider) const;
    /// One that somebody else told apart: supported where all of it is, else as its first part that
    /// is not.
    DraftSentence sentence(const QString &text) const;

private:
    DraftSentence checked(const QString &text, int begin, int end) const;

    Sources m_sources;
};

/// The first sentence that must not be sent as it is.
std::optional<Block> blocked(const Draft &draft);

} // namespace baton::drafting
