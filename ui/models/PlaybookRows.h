#pragma once

#include "core/desk/PlaybookBoard.h"
#include "ui/models/KnowledgeRows.h"

namespace baton::ui {

/// A row for each intent whose title or name holds each of the words, in the order given; its key
/// is the intent's name.
QList<KnowledgeRow> playbookRows(const QList<PlaybookEntry> &entries, const QString &words);
/// What stands for none of these too.
QString playbookTitle(const PlaybookEntry &entry);

} // namespace baton::ui
