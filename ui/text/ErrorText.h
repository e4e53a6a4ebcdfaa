#pragma once

#include "core/base/Result.h"

namespace baton::ui {

/// What happened, and what to do about it: two whole sentences.
struct ErrorText
{
    QString happened;
    QString todo;
    QString toString() const; ///< both on one line
};
ErrorText errorText(const Error &error);
QString errorDetails(const Error &error); ///< for "Copy details": code, subject, detail

} // namespace baton::ui
