#include "core/packet/Refusal.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace baton::packet {

namespace {

constexpr qsizetype foundLength = 80;
constexpr qsizetype pointerLength = 240;

QString cut(QString text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    text.truncate(length - 1);
    if (text.back().isHighSurrogate())
        text.chop(1);
    return text + u'…';
}

void appendPlace(std::string &pointer, const Place &place)
{
    if (!place.parent)
        return;
    appendPlace(pointer, *place.parent);
    if (place.index >= 0)
        pointer += '/' + std::to_string(place.index);
    else
        appendKey(pointer, place.key);
}

} // namespace

QString toText(std::string_view utf8)
{
    static constexpr std::string_view mark = "\xEF\xBB\xBF";
    QString marks;
    while (utf8.starts_with(mark)) {
        marks += QChar(QChar::ByteOrderMark);
        utf8.remove_prefix(mark.size());
    }
    const QString rest = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    return marks.isEmpty() ? rest : marks + rest;
}

void appendKey(std::string &pointer, std::string_view key)
{
    pointer += '/';
    for (const char c : key) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
}

QString Place::pointer() const
{
    std::string text;
    appendPlace(text, *this);
    return toText(text);
}

QString escaped(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        switch (c.category()) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            result += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
            break;
        default:
            result += c;
        }
    }
    return result;
}

QString foundText(std::string_view utf8)
{
    const QString begin = toText(utf8.substr(0, 4 * size_t(foundLength)));
    return cut(u'"' + escaped(begin) + u'"', foundLength);
}

QString foundValue(const nlohmann::json &value)
{
    switch (value.type()) {
    case nlohmann::json::value_t::object:
        return u"an object"_s;
    case nlohmann::json::value_t::array:
        return u"an array"_s;
    case nlohmann::json::value_t::string:
        return foundText(value.get_ref<const std::string &>());
    default:
        return QString::fromStdString(value.dump());
    }
}

Rejection refuse(const char *code, const std::string &pointer, const QString &found,
                 const QString &expected)
{
    Rejection rejection;
    rejection.code = QString::fromLatin1(code);
    rejection.pointer = cut(toText(pointer), pointerLength);
    rejection.found = cut(found, foundLength);
    rejection.expected = expected;
    return rejection;
}

Rejection refuse(const char *code, const Place &place, const QString &found,
                 const QString &expected)
{
    Rejection rejection = refuse(code, std::string(), found, expected);
    rejection.pointer = cut(place.pointer(), pointerLength);
    return rejection;
}

QString Rejection::what() const
{
    return u"expected %1, found %2"_s.arg(expected, found);
}

QString Rejection::toString() const
{
    return escaped(u"%1:%2: %3: %4"_s.arg(file, QString::number(line),
                                          pointer.isEmpty() ? u"(line)"_s : pointer, what()));
}

} // namespace baton::packet
