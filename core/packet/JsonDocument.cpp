#include "core/packet/JsonDocument.h"

#include "core/packet/Refusal.h"

#include <simdjson.h>

#include <array>

using namespace Qt::StringLiterals;

namespace baton::packet {

namespace {

constexpr qsizetype longestFast = 1 << 20; // bytes; its parser keeps fifteen times as much memory

/// Bytes of the valid UTF-8 sequence at position (Unicode 15, table 3-7), 0 where there is none.
size_t sequenceLength(QByteArrayView bytes, qsizetype position)
{
    const auto byte = [&](qsizetype i) {
        return position + i < bytes.size() ? uchar(bytes[position + i]) : uchar(0);
    };
    const auto tail = [&](qsizetype i) { return (byte(i) & 0xC0) == 0x80; };
    const uchar first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return tail(1) ? 2 : 0;
    if ((first & 0xF0) == 0xE0) {
        const bool overlong = first == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = first == 0xED && byte(1) > 0x9F;
        return tail(1) && tail(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && byte(1) < 0x90;
        const bool tooLarge = first == 0xF4 && byte(1) > 0x8F;
        return tail(1) && tail(2) && tail(3) && !overlong && !tooLarge ? 4 : 0;
    }
    return 0;
}

/// Position of the first byte that is no UTF-8, -1 where all is.
qsizetype firstBadUtf8(QByteArrayView bytes)
{
    for (qsizetype i = 0; i < bytes.size();) {
        const size_t length = sequenceLength(bytes, i);
        if (length == 0)
            return i;
        i += qsizetype(length);
    }
    return -1;
}

QString byteAt(QByteArrayView line, qsizetype position)
{
    if (position >= line.size())
        return u"the end of the line"_s;
    const uchar byte = uchar(line[position]);
    const QString shown = byte >= 0x20 && byte < 0x7F
        ? u"'%1'"_s.arg(QLatin1Char(char(byte)))
        : u"byte 0x%1"_s.arg(uint(byte), 2, 16, QChar(u'0'));
    return u"%1 at byte %2"_s.arg(shown).arg(position + 1);
}

/// Builds the value from the parser's events and stops at the first limit that is passed.
class Builder
{
public:
    Builder(QByteArrayView line, JsonDocument &document)
        : m_line(line)
        , m_document(document)
    { }

    std::optional<Rejection> rejection;

    bool null() { return put(nullptr); }
    bool boolean(bool value) { return put(value); }
    bool number_integer(Json::number_integer_t value) { return put(value); }
    bool number_unsigned(Json::number_unsigned_t value) { return put(value); }
    bool number_float(Json::number_float_t value, const std::string &) { return put(value); }
    bool string(std::string &value) { return put(std::move(value)); }
    bool binary(Json::binary_t &) { return false; }

    bool start_object(size_t) { return open(Json::object()); }
    bool start_array(size_t) { return open(Json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string &name)
    {
        Level &level = m_levels[m_depth - 1];
        const auto [member, fresh] = level.object->try_emplace(std::move(name));
        level.slot = &member->second;
        level.key = &member->first;
        if (!fresh)
            return fail("duplicate-key", u"the member again"_s, u"a member only once"_s);
        if (m_depth == 3 && isKey(0, "customer") && isKey(1, "attributes"))
            m_document.attributeOrder.push_back(member->first);
        return true;
    }

    bool parse_error(size_t position, const std::string &,
                     const nlohmann::detail::exception &problem)
    {
        const qsizetype at = qsizetype(position) - 1;
        if (problem.id == 406)
            return fail("bad-number", u"a number too large"_s,
                        u"a number within the range of a double"_s);
        if (const qsizetype bad = firstBadUtf8(m_line); bad >= 0 && bad <= at)
            return fail("bad-utf8", byteAt(m_line, bad), u"valid UTF-8"_s);
        if (std::strstr(problem.what(), "surrogate"))
            return fail("bad-utf8", u"half a surrogate pair before byte %1"_s.arg(at + 1),
                        u"whole surrogate pairs"_s);
        return fail("not-json", byteAt(m_line, at), u"JSON"_s);
    }

private:
    struct Level
    {
        Json::object_t *object = nullptr; ///< one of the two is set
        Json::array_t *array = nullptr;
        const std::string *key = nullptr;
        Json *slot = nullptr; ///< of the member whose value comes next
    };

    bool isKey(size_t level, const char *key) const
    {
        return m_levels[level].key && *m_levels[level].key == key;
    }

    Json *place(Json &&value)
    {
        if (m_depth == 0) {
            m_document.root = std::move(value);
            return &m_document.root;
        }
        Level &level = m_levels[m_depth - 1];
        if (level.array)
            return &level.array->emplace_back(std::move(value));
        *level.slot = std::move(value);
        return level.slot;
    }

    bool put(Json &&value)
    {
        if (++m_values > maxValues)
            return tooMany();
        place(std::move(value));
        return true;
    }

    bool open(Json &&container)
    {
        if (++m_values > maxValues)
            return tooMany();
        if (m_depth == maxDepth)
            return fail("too-deep", u"more than %1 levels"_s.arg(maxDepth),
                        u"at most %1 levels"_s.arg(maxDepth));
        Json *placed = place(std::move(container));
        Level &level = m_levels[m_depth++];
        level = {placed->get_ptr<Json::object_t *>(), placed->get_ptr<Json::array_t *>(), nullptr,
                 nullptr};
        return true;
    }

    bool close()
    {
        --m_depth;
        return true;
    }

    bool tooMany()
    {
        return fail("too-many", u"more than %1 values"_s.arg(maxValues),
                    u"at most %1 values"_s.arg(maxValues));
    }

    bool fail(const char *code, const QString &found, const QString &expected)
    {
        std::string pointer;
        for (size_t i = 0; i < m_depth; ++i) {
            const Level &level = m_levels[i];
            if (level.key)
                appendKey(pointer, *level.key);
            else if (level.array)
                // A container that is still open already stands in its array.
                pointer += '/' + std::to_string(level.array->size() - (i + 1 < m_depth ? 1 : 0));
        }
        rejection = refuse(code, pointer, found, expected);
        return false;
    }

    QByteArrayView m_line;
    JsonDocument &m_document;
    std::array<Level, maxDepth> m_levels;
    size_t m_depth = 0;
    qsizetype m_values = 0;
};

/// Tells the builder what stands there, in the order of the text, until it has enough. Goes as deep
/// as the builder lets it, maxDepth.
bool tell(Builder &builder, const simdjson::dom::element &value)
{
    using Type = simdjson::dom::element_type;
    switch (value.type()) {
    case Type::OBJECT: {
        const simdjson::dom::object members(value);
        if (!builder.start_object(0))
            return false;
        for (const auto &[name, member] : members) {
            std::string key(name);
            if (!builder.key(key) || !tell(builder, member))
                return false;
        }
        return builder.end_object();
    }
    case Type::ARRAY: {
        const simdjson::dom::array items(value);
        if (!builder.start_array(0))
            return false;
        for (const simdjson::dom::element &item : items) {
            if (!tell(builder, item))
                return false;
        }
        return builder.end_array();
    }
    case Type::STRING: {
        std::string text{std::string_view(value)};
        return builder.string(text);
    }
    case Type::INT64: {
        const int64_t number(value);
        // As the other parser has it: whole numbers from 0 on have no sign.
        return number < 0 ? builder.number_integer(number)
                          : builder.number_unsigned(uint64_t(number));
    }
    case Type::UINT64:
        return builder.number_unsigned(uint64_t(value));
    case Type::DOUBLE:
        return builder.number_float(double(value), {});
    case Type::BOOL:
        return builder.boolean(bool(value));
    case Type::NULL_VALUE:
        return builder.null();
    }
    return false;
}

} // namespace

std::optional<Rejection> readJson(QByteArrayView line, JsonDocument &document)
{
    if (line.size() > maxLine)
        return refuse("too-long", std::string(), u"%1 bytes"_s.arg(line.size()),
                      u"at most %1 bytes"_s.arg(maxLine));
    // The parser would skip the one and take the other for the end.
    if (line.startsWith("\xEF\xBB\xBF"))
        return refuse("not-json", std::string(), u"a byte order mark"_s, u"JSON"_s);
    if (const qsizetype nul = line.indexOf('\0'); nul >= 0)
        return refuse("not-json", std::string(), byteAt(line, nul), u"JSON"_s);

    document.attributeOrder.clear();
    Builder builder(line, document);
    try {
        // Where the fast parser takes a line, so does the other, which says best what is wrong.
        thread_local simdjson::dom::parser parser;
        simdjson::dom::element root;
        if (line.size() <= longestFast
            && parser.parse(line.data(), size_t(line.size())).get(root) == simdjson::SUCCESS) {
            tell(builder, root);
            return builder.rejection;
        }
        if (Json::sax_parse(line.begin(), line.end(), &builder))
            return {};
    } catch (const std::exception &) {
        return refuse("not-json", std::string(), u"something the parser gave up on"_s, u"JSON"_s);
    }
    return builder.rejection;
}

} // namespace baton::packet
