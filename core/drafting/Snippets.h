#pragma once

#include "core/base/Result.h"
#include "core/domain/Snippet.h"
#include "core/drafting/Slots.h"

#include <QtCore/QHash>

namespace baton::drafting {

/// A snippet as a team writes it: by language, "{slot}" in its text.
struct SnippetForm
{
    QHash<QString, QString> title;
    QHash<QString, QString> text;
    bool operator==(const SnippetForm &) const = default;
};

/// InvalidInput: the subject is file, the detail "POINTER: what"; unknown keys and slots are
/// refused, and texts whose slots differ between languages (resources/snippets shows the form).
Result<QList<SnippetForm>> readSnippets(const QByteArray &json, const QString &file);
/// Of every *.json of a folder (or of ":/snippets"), in the order of their names; none where there
/// is no such folder; the first wrong file is the error. Blocking.
Result<QList<SnippetForm>> readSnippetsIn(const QString &folder);

/// A team's snippets. Immutable; any thread.
class SnippetShelf
{
public:
    SnippetShelf(QList<SnippetForm> forms, Phrases phrases);

    /// In the conversation's language (else in English), filled from what is known; by title.
    QList<Snippet> snippetsFor(const Grounds &grounds) const;

private:
    QList<SnippetForm> m_forms;
    Phrases m_phrases;
};

} // namespace baton::drafting
