#include "core/store/MessageJson.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

QJsonObject toJson(const Message &message)
{
    QJsonArray attachments;
    for (const Attachment &attachment : message.attachments) {
        attachments.append(QJsonObject{{u"name"_s, attachment.name},
                                       {u"sha256"_s, attachment.sha256},
                                       {u"bytes"_s, attachment.bytes},
                                       {u"mime"_s, attachment.mime}});
    }
    return {{u"id"_s, message.id.text()},
            {u"at"_s, message.at.ms},
            {u"from"_s, static_cast<int>(message.from)},
            {u"author_id"_s, message.author.id},
            {u"author_name"_s, message.author.name},
            {u"visibility"_s, static_cast<int>(message.visibility)},
            {u"text"_s, message.text},
            {u"attachments"_s, attachments}};
}

Message fromJson(const QJsonObject &object)
{
    Message message;
    message.id = MessageId(object[u"id"].toString());
    message.at = {object[u"at"].toInteger()};
    message.from = static_cast<Sender>(object[u"from"].toInt());
    message.author = {object[u"author_id"].toString(), object[u"author_name"].toString()};
    message.visibility = static_cast<Visibility>(object[u"visibility"].toInt());
    message.text = object[u"text"].toString();
    const QJsonArray attachments = object[u"attachments"].toArray();
    for (const auto &value : attachments) {
        const QJsonObject attachment = value.toObject();
        message.attachments.append(
            {attachment[u"name"].toString(), attachment[u"sha256"].toString(),
             attachment[u"bytes"].toInteger(), attachment[u"mime"].toString()});
    }
    message.presence = Presence::Withdrawn;
    return message;
}

} // namespace

QByteArray messagesToJson(const QList<Message> &messages)
{
    QJsonArray array;
    for (const Message &message : messages)
        array.append(toJson(message));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<Message> messagesFromJson(const QByteArray &json)
{
    QList<Message> messages;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const auto &value : array)
        messages.append(fromJson(value.toObject()));
    return messages;
}

} // namespace baton::store
