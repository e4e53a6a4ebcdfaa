#pragma once

#include "core/domain/Passage.h"

#include <QtCore/QStringList>

namespace baton::drafting {

/// Which of these sentences the documents say by now (DraftCheck.h: with all their figures, and
/// most of their words in one or two statements), by index. Each is held against the few passages
/// that share most words with it. Pure; any thread; a second for some hundred sentences.
QList<qsizetype> saidBy(const QList<Document> &documents, const QStringList &sentences);

} // namespace baton::drafting
