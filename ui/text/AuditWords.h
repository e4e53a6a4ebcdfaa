#pragma once

#include <QtCore/QString>

namespace baton::ui::words {

/// What an entry of the audit log says was done: "Reply written". A kind of another version as it
/// is stored.
QString ofAudit(const QString &kind);

} // namespace baton::ui::words
