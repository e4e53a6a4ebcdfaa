#pragma once

#include "core/domain/Conversation.h"

namespace baton::store {

/// Withdrawn messages as cache.sqlite keeps them: a compact JSON array, read back as it was
/// written.
QByteArray messagesToJson(const QList<Message> &messages);
QList<Message> messagesFromJson(const QByteArray &json);

/// What goes with a message, as desk.sqlite keeps it: the same, as text; empty where there is none.
QString lineOfAttachments(const QList<Attachment> &attachments);
QList<Attachment> attachmentsFromLine(const QString &line);

} // namespace baton::store
