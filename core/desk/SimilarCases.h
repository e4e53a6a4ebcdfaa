#pragma once

#include "core/desk/DeskTypes.h"

namespace baton {

/// Closed conversations that one resembles by what the customer needs: the cosine of their words'
/// and letters' tf-idf (signs::Vocabulary), with frequencies counted among the candidates. Those at
/// least leastLikeness alike, most alike first; equals in the order given; of several in the same
/// words, whatever their numbers, only the first. Pure; any thread.
QList<SimilarCase> similarCases(const QString &need, const QList<QueueRow> &candidates);
constexpr double leastLikeness = 0.15; ///< of 0 … 1: below, they share an ending and a "the"

/// Whether a closed conversation shows how it can be done: resolved, by what upstream says (or
/// nothing that speaks against it), and not reopened.
bool wasSolved(const Conversation &conversation);
/// Public replies of people.
int repliesIn(const Conversation &conversation);

} // namespace baton
