#pragma once

#include <QtCore/QString>

namespace baton::store {

/// Whether a word, folded as the search index keeps it, only holds a sentence together: articles,
/// pronouns, prepositions, auxiliaries and greetings of English, German and Spanish. A word that
/// names a thing in one of the three is none, whatever it is in the others ("hat", "die", "son").
bool isFunctionWord(const QString &word);

} // namespace baton::store
