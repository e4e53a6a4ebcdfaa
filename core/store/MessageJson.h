#pragma once

#include "core/domain/Conversation.h"

namespace baton::store {

/// Withdrawn messages as cache.sqlite keeps them: a compact JSON array, read back as it was
/// written.
QByteArray messagesToJson(const QList<Message> &messages);
QList<Message> messagesFromJson(const QByteArray &json);

} // namespace baton::store
