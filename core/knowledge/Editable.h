#pragma once

#include "core/domain/Passage.h"

#include <QtCore/QDate>

namespace baton::knowledge {

/// A document as Markdown, to be edited into another version: with a head that says all that is
/// known of it, and what source (the Markdown that it was read from) says below its own head; names
/// there that are not ours stay. Without a source the passages are written out: headings and
/// paragraphs stay, tables become lines. Pure.
QString editable(const Document &document, const QString &source, int version, QDate changed);

} // namespace baton::knowledge
