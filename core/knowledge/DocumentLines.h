#pragma once

#include "core/knowledge/DocumentReader.h"
#include "core/knowledge/FrontMatter.h"
#include "core/knowledge/Outline.h"

namespace baton::knowledge {

/// A document, without its hash. Errors: TooLarge and InvalidInput; the subject is 1.
Result<Document> documentOf(const FrontMatter &head, const Outline &outline);

/// The documents of a jsonl file; otherwise as readDocuments().
ReadFile documentLines(const QString &file, QByteArrayView bytes, const FrontMatter &defaults,
                       const Assumed &assumed);

} // namespace baton::knowledge
