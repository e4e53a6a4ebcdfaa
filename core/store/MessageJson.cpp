#include "core/store/MessageJson.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

QJsonArray toJson(const QList<Attachment> &attachments)
{
    QJsonArray array;
    for (const Attachment &attachment : attachments) {
        array.append(QJsonObject{{u"name"_s, attachment.name},
                                 {u"sha256"_s, attachment.sha256},
                                 {u"bytes"_s, attachment.bytes},
                                 {u"mime"_s, attachment.mime}});
    }
    return array;
}

QList<Attachment> attachmentsIn(const QJsonArray &array)
{
    QList<Attachment> attachments;
    for (const auto &value : array) {
        const QJsonObject attachment = value.toObject();
        attachments.append({attachment[u"name"].toString(), attachment[u"sha256"].toString(),
                            attachment[u"bytes"].toInteger(), attachment[u"mime"].toString()});
    }
    return attachments;
}

QJsonObject toJson(const Message &message)
{
    return {{u"id"_s, message.id.text()},
            {u"at"_s, message.at.ms},
            {u"from"_s, static_cast<int>(message.from)},
            {u"author_id"_s, message.author.id},
            {u"author_name"_s, message.author.name},
            {u"visibility"_s, static_cast<int>(message.visibility)},
            {u"text"_s, message.text},
            {u"attachments"_s, toJson(message.attachments)}};
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
    message.attachments = attachmentsIn(object[u"attachments"].toArray());
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

QString lineOfAttachments(const QList<Attachment> &attachments)
{
    if (attachments.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(toJson(attachments)).toJson(QJsonDocument::Compact));
}

QList<Attachment> attachmentsFromLine(const QString &line)
{
    return attachmentsIn(QJsonDocument::fromJson(line.toUtf8()).array());
}

} // namespace baton::store
