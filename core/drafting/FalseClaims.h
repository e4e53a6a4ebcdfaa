#pragma once

#include "core/drafting/Falsehoods.h"

/// Falsehoods that are made up whole, or by changing what is on file.
namespace baton::drafting {

/// A rule put together at random; language "en", "de" or "es", else English.
QString inventedPolicy(const QString &language, QRandomGenerator &dice);
QString overPromise(const QString &language, QRandomGenerator &dice);

/// The status of an order before the look-up that says what it is now; or a sentence with the
/// figure that a newer version of its passage has no more: one of the changed sentences is what
/// the newer version says.
std::optional<Falsehood> staleValue(const TrueSentences &about, const QString &sentence,
                                    const std::optional<QString> &amount,
                                    const std::optional<QString> &duration, QRandomGenerator &dice);

} // namespace baton::drafting
