#pragma once

#include "core/packet/Packet.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

/// How rejections are worded; for the files of this folder.
namespace baton::packet {

/// UTF-8 to a string, code point for code point (QString::fromUtf8 drops a leading U+FEFF).
QString toText(std::string_view utf8);

/// Where a value stands, as a chain of frames on the stack: costs nothing until something is wrong.
struct Place
{
    const Place *parent = nullptr;
    std::string_view key; ///< of an object's member; unused where index is set
    qsizetype index = -1;

    Place at(std::string_view name) const { return {this, name, -1}; }
    Place at(qsizetype number) const { return {this, {}, number}; }
    QString pointer() const;
};

/// Appends "/" and the escaped key (RFC 6901).
void appendKey(std::string &pointer, std::string_view key);

/// What a value looks like in "found": strings in quotes, containers by their kind.
QString foundValue(const nlohmann::json &value);
QString foundText(std::string_view utf8);
inline constexpr char16_t nothing[] = u"nothing";

/// Control, format and line separator characters as \uXXXX, so that a terminal shows them as they
/// are.
QString escaped(const QString &text);

Rejection refuse(const char *code, const std::string &pointer, const QString &found,
                 const QString &expected);
Rejection refuse(const char *code, const Place &place, const QString &found,
                 const QString &expected);

} // namespace baton::packet
