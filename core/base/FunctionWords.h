#pragma once

#include <string_view>

namespace baton::text {

/// Whether a word, lower case and without accents (UTF-8), only holds a sentence together:
/// articles, pronouns, prepositions, auxiliaries and greetings of English, German and Spanish. A
/// word that names a thing in one of the three is none, whatever it is in the others ("hat", "die",
/// "son").
bool isFunctionWord(std::string_view word);

} // namespace baton::text
