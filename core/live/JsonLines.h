#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace baton::live {

/// The line, from 1, on which the place that a pointer names begins in a JSON text, or the nearest
/// one around it that is there. The text is JSON: it has been read before.
int lineOf(const QByteArray &json, const QString &pointer);

} // namespace baton::live
