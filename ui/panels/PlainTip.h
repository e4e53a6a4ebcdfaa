#pragma once

#include <QtCore/QString>
#include <QtGui/QTextDocument>

namespace baton::ui {

/// A tool tip that shows text from outside letter by letter, never as markup. Long text is cut.
inline QString plainTip(const QString &text)
{
    constexpr qsizetype most = 500;
    const QString shown = text.size() > most ? text.first(most) + u'…' : text;
    if (!Qt::mightBeRichText(shown))
        return shown;
    return QStringLiteral("<span>") + shown.toHtmlEscaped() + QStringLiteral("</span>");
}

} // namespace baton::ui
