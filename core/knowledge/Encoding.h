#pragma once

#include "core/base/Result.h"

#include <QtCore/QByteArrayView>

namespace baton::knowledge {

/// The first line that is not UTF-8, 0 where all are.
qsizetype lineOfBadUtf8(QByteArrayView bytes);

/// A text's bytes as UTF-8 without a byte order mark. A mark says what the text is written in; else
/// declared does, a name as HTML gives it (empty: nobody says); else it is UTF-8 where the bytes
/// are that, and Windows-1252 where not. Latin-1 is read as Windows-1252, as browsers do. Errors:
/// InvalidInput, with the line as subject.
Result<QByteArray> toUtf8(QByteArrayView bytes, QByteArrayView declared);

} // namespace baton::knowledge
