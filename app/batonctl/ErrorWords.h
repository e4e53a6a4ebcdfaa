#pragma once

#include "core/base/Result.h"

namespace baton::ctl {

/// What happened and what to do, in a sentence or two of English. doing completes "could not …".
QString words(const Error &error, const QString &doing);

/// The same of a document of the user's: where it is refused, "FILE: what is wrong with it".
QString documentWords(const Error &error, const QString &doing);

} // namespace baton::ctl
