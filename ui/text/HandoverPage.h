#pragma once

#include "core/desk/ShiftHandover.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

class QTextDocument;

namespace baton::ui {

struct Theme;

/// Where a line of the page leads: the conversation's id behind this.
inline constexpr QLatin1StringView conversationScheme{"conversation:"};

/// What changed since somebody left, as one page: counts, then each view's conversations, then what
/// was published. All that comes from outside is put in as plain text. perView: lines of a view
/// that are shown; the rest is counted.
void writeHandover(QTextDocument &page, const ShiftHandover &handover, const Theme &theme,
                   int perView);
/// The same on one sheet of A4, with as many lines of each view as fit.
QByteArray handoverPdf(const ShiftHandover &handover, const QString &title);
/// "Lena answered", "promise fell due at 14:06" … of a line, by time.
QString momentsText(const ShiftLine &line, Instant now);

} // namespace baton::ui
