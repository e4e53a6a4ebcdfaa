#pragma once

#include <QtCore/QStringView>

/// Which words are names of people and which are not, as far as a word alone tells. Lower case in
/// all arguments. Pure; any thread; the first call reads resources, some tens of milliseconds.
namespace baton::drafting {

/// A word that people use of other things: in the bundled texts, or an inflection of one there.
bool isOrdinaryWord(const QString &word);
/// Days, months, languages, brands that payments and parcels go by: capitals that name nobody.
bool namesNobody(const QString &word);
/// A first name and nothing else.
bool isFirstName(const QString &word);
/// A first name that is a word too: "mark", "grace".
bool mayBeFirstName(const QString &word);
/// What stands inside a name: "van", "de", "bin".
bool isParticle(const QString &word);

} // namespace baton::drafting
