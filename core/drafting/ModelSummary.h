#pragma once

#include "core/domain/Summary.h"
#include "core/drafting/Prompt.h"

namespace baton::drafting {

class DraftCheck;

/// A summary asked of a model: its lines name messages as the prompt labels them.
Prompt summaryPrompt(const Conversation &conversation, const QByteArray &zone,
                     const QString &language, Masks &masks);

/// What a model answered, as JSON of one form and with its masks put back; empty where it is no
/// summary. Reads words or a fence around the JSON, and texts in place of objects.
QString summaryAnswer(const QString &answer, const Masks &masks);
/// The summary in such an answer. Messages that are none are dropped; a line that names no message,
/// or says what the check does not find, is not supported.
Summary summaryFrom(const QString &answer, const Conversation &conversation,
                    const DraftCheck &check);

} // namespace baton::drafting
