#pragma once

#include "core/domain/Draft.h"

#include <QtCore/QStringList>

#include <nlohmann/json.hpp>

namespace baton::ctl {

/// In nanoseconds: reading what the conversation is about; drafting, with the check and the lints.
struct DraftTimes
{
    qint64 reading = 0;
    qint64 drafting = 0;
};

/// A draft as batonctl prints it: one JSON object, or lines for people. Spans are UTF-16 offsets
/// into the draft's text.
nlohmann::ordered_json toJson(const ConversationId &conversation, const Draft &draft,
                              const DraftTimes &times);
QStringList toLines(const ConversationId &conversation, const Draft &draft);

/// What became of sentences that somebody else wrote; by is what each rests on.
nlohmann::ordered_json judgedJson(const QString &id, const QList<DraftSentence> &sentences);
QStringList judgedLines(const QString &id, const QList<DraftSentence> &sentences);

/// Why a sentence is unsupported, for people; empty where it is not.
QString whyUnsupported(const DraftSentence &sentence);

} // namespace baton::ctl
