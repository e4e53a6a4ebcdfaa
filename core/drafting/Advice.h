#pragma once

#include <QtCore/QStringView>

namespace baton::drafting {

/// Whether a sentence advises to do something: "Please restart …", "Have you tried …", "Starten Sie
/// …", "Pruebe a …". Not one that says that it was done, or need not be.
bool advises(QStringView sentence);
/// Whether a sentence suggests what a customer says that they tried: it names at least two of the
/// same things, and little else.
bool suggestsAgain(QStringView sentence, QStringView tried);

} // namespace baton::drafting
