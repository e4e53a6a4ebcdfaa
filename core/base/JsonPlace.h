#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

/// Where things stand in a JSON text that a person writes. Lines count from 1.
namespace baton {

/// What keeps a text from being JSON, in the parser's words, and the line where it was noticed:
/// what is missing may be missed one line above.
struct JsonFlaw
{
    int line = 1;
    QString what;
    bool operator==(const JsonFlaw &) const = default;
};
std::optional<JsonFlaw> jsonFlaw(const QByteArray &json);

/// Of the value that an RFC 6901 pointer names; where it is not there, of what it would stand in.
/// The text must be JSON.
int jsonLine(const QByteArray &json, const QString &pointer);

} // namespace baton
