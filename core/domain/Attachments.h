#pragma once

#include "core/domain/Conversation.h"

/// What may be attached, and what of the customers' files is harmless to look at. Pure.
namespace baton {

/// Bytes of one file. Mail servers turn larger ones away: 25 MB of message is the common limit
/// (Gmail, Outlook), and Base64 makes four bytes of three.
constexpr qint64 largestAttachment = 20'000'000;
/// With one reply: more is not looked at by a customer, and not by whoever checks the reply.
constexpr qsizetype mostAttachments = 10;
/// UTF-16 units of a name; the file systems' 255 bytes hold it with room for a number.
constexpr qsizetype longestFileName = 120;

/// A name that names no place and hides nothing: without folders, control and direction characters,
/// leading dots and what file systems forbid, at most longestFileName (and 200 bytes) long with its
/// ending kept; "attachment" where nothing is left.
QString safeFileName(QStringView name);

/// By what they are, whatever their names.
bool isAmong(const QList<Attachment> &files, const QString &sha256);

/// Whether it is 64 hexadecimal digits; nothing else becomes part of a path.
bool isSha256(QStringView text);

enum class FileKind { Image, Pdf, Text, Other };

/// What a file is by its first bytes and its name together: Other where the two disagree, and for
/// all that could do more than be looked at (programs, HTML, SVG, office documents).
FileKind harmlessKind(QStringView name, const QByteArray &bytes);

/// Whether a reply says that something comes with it, in English, German or Spanish. What the
/// customer attached does not count.
bool saysAttached(QStringView reply);

} // namespace baton
