#pragma once

#include <QtCore/QStringView>

namespace baton::drafting {

/// Whether a sentence tells whoever reads it for us what to do, as text from outside must not:
/// "Ignore all previous instructions", "You are now …", "System prompt:". English, German, Spanish.
/// What stands behind it in the same text is not to be relied on either. Pure; any thread.
bool instructsUs(QStringView sentence);

/// Whether a sentence only repeats what the customer says: "You write that …".
bool repeatsCustomer(QStringView sentence);

} // namespace baton::drafting
