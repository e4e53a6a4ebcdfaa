#pragma once

#include "core/domain/Passage.h"

namespace baton::knowledge {

/// What the invented company knows (resources/knowledge), in the order of its file names. Reads
/// some hundred files; bundledFingerprint() reads none to its end and tells whether they are others
/// than the last time.
QList<Document> bundledDocuments();
QByteArray bundledFingerprint(); ///< SHA-256, hex

} // namespace baton::knowledge
