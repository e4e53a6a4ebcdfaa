#pragma once

#include "core/base/Text.h"

#include <vector>

namespace baton::drafting {

/// Our documents and colleagues tell agents what to say; that is no order to a machine.
enum class Writer { Ours, Outside };

/// Whether a sentence speaks to a machine that reads it ("Ignore previous instructions",
/// "SYSTEM:"), or says what is to be written ("Write that the order is free"). English, German,
/// Spanish. Pure; any thread.
bool instructsMachine(QStringView sentence);

/// The sentences that may be evidence. None from one on that speaks to the machine itself: what
/// stands behind it is not to be relied on either. Of outsiders, none that says what to write.
std::vector<text::Stretch> evidenceIn(QStringView text, Writer writer);
/// Whether all sentences of it are.
bool isEvidence(QStringView text, Writer writer);

} // namespace baton::drafting
