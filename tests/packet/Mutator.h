#pragma once

#include "Random.h"

#include <nlohmann/json.hpp>

/// Takes the line of a packet and does one thing to it that a broken producer, disk or network
/// might do.
class Mutator
{
public:
    explicit Mutator(Random &random)
        : m_random(random)
    { }

    QByteArray mutate(const QByteArray &line)
    {
        switch (m_random.below(13)) {
        case 0:
            return line.first(qsizetype(m_random.below(size_t(line.size()))));
        case 1:
            return withByte(line);
        case 2:
            return inserted(line, m_random.oneOf(badUtf8));
        case 3:
            return inserted(line, QByteArray(1, char(m_random.below(32))));
        case 4:
            return withRaw(line, m_random.oneOf(numbers));
        case 5:
            return withRaw(line, nested(m_random.oneOf(depths)));
        case 6:
            return withRaw(line, m_random.oneOf(strings));
        case 7:
            return withSecondMember(line);
        case 8:
            return withoutOne(line);
        case 9:
            return swapped(line);
        case 10:
            return withRaw(line, m_random.oneOf(values));
        case 11:
            return repeated(line);
        default:
            return withoutBytes(line);
        }
    }

private:
    using Json = nlohmann::ordered_json;

    /// Stands where raw text goes that no JSON library would write.
    static constexpr char mark[] = "@@@";
    inline static const std::vector<QByteArray> badUtf8 = {
        "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF0\x80\x80\x80", "\xFF",
        "\xE2\x82", "\x80",         "\xC3",         "\xEF\xBB\xBF"};
    inline static const std::vector<QByteArray> numbers
        = {"1e400", "-1e400", "1e-400",    "123456789012345678901234567890",
           "-0",    "-1",     "1.5",       "18446744073709551615",
           "9e15",  "01",     "+1",        "0x10",
           "1e",    "NaN",    "-Infinity", "2147483648"};
    inline static const std::vector<int> depths = {1, 10, 60, 63, 64, 65, 1000, 100'000};
    inline static const std::vector<QByteArray> strings = {"\"\"",
                                                           "\"\\u0000\"",
                                                           "\"\\u001b[2J\"",
                                                           "\"\\ud800\"",
                                                           "\"\\udc00\\ud800\"",
                                                           "\"\\ud83d\\ude00\"",
                                                           "\"\\x41\"",
                                                           "\"unended",
                                                           "'single'",
                                                           "\"2026-13-01T00:00:00Z\"",
                                                           "\"2026-01-05T08:00:00\"",
                                                           "\"P1Y\"",
                                                           "\"0\""};
    inline static const std::vector<QByteArray> values
        = {"null", "true", "[]", "{}", "[null]", "{\"id\":7}", "tru", "", "[,]", "{\"a\"}", "[1,]"};

    static void collect(Json &node, std::vector<Json *> &nodes)
    {
        for (Json &child : node) {
            nodes.push_back(&child);
            if (child.is_structured())
                collect(child, nodes);
        }
    }

    QByteArray nested(int depth) const
    {
        return m_random.oneIn(4) ? QByteArray(depth, '[')
                                 : QByteArray(depth, '[') + QByteArray(depth, ']');
    }

    QByteArray withByte(QByteArray line) const
    {
        line[qsizetype(m_random.below(size_t(line.size())))] = char(m_random.below(256));
        return line;
    }

    QByteArray inserted(QByteArray line, const QByteArray &bytes) const
    {
        return line.insert(qsizetype(m_random.below(size_t(line.size()))), bytes);
    }

    QByteArray withoutBytes(QByteArray line) const
    {
        return line.remove(qsizetype(m_random.below(size_t(line.size()))), m_random.between(1, 40));
    }

    QByteArray withRaw(const QByteArray &line, const QByteArray &raw) const
    {
        Json packet = Json::parse(line.begin(), line.end());
        std::vector<Json *> nodes;
        collect(packet, nodes);
        *m_random.oneOf(nodes) = mark;
        return QByteArray::fromStdString(packet.dump()).replace(QByteArray("\"") + mark + '"', raw);
    }

    QByteArray withSecondMember(const QByteArray &line) const
    {
        Json packet = Json::parse(line.begin(), line.end());
        std::vector<Json *> nodes = {&packet};
        collect(packet, nodes);
        Json *object = m_random.oneOf(nodes);
        while (!object->is_object() || object->empty())
            object = m_random.oneOf(nodes);
        const QByteArray name = QByteArray::fromStdString(Json(object->begin().key()).dump());
        (*object)[mark] = 0;
        return QByteArray::fromStdString(packet.dump())
            .replace(QByteArray("\"") + mark + '"', name);
    }

    QByteArray withoutOne(const QByteArray &line) const
    {
        Json packet = Json::parse(line.begin(), line.end());
        std::vector<Json *> nodes = {&packet};
        collect(packet, nodes);
        Json *container = m_random.oneIn(2) ? &packet : m_random.oneOf(nodes);
        while (!container->is_structured() || container->empty())
            container = m_random.oneOf(nodes);
        auto item = container->begin();
        std::advance(item, qsizetype(m_random.below(container->size())));
        container->erase(item);
        return QByteArray::fromStdString(packet.dump());
    }

    QByteArray repeated(const QByteArray &line) const
    {
        Json packet = Json::parse(line.begin(), line.end());
        std::vector<Json *> arrays;
        collect(packet, arrays);
        std::erase_if(arrays, [](const Json *node) { return !node->is_array() || node->empty(); });
        if (arrays.empty())
            return line;
        Json *array = m_random.oneOf(arrays);
        const Json again = m_random.oneOf(*array);
        array->push_back(again);
        return QByteArray::fromStdString(packet.dump());
    }

    QByteArray swapped(const QByteArray &line) const
    {
        Json packet = Json::parse(line.begin(), line.end());
        std::vector<Json *> leaves;
        collect(packet, leaves);
        std::erase_if(leaves, [](const Json *node) { return node->is_structured(); });
        if (leaves.empty())
            return line;
        std::swap(*m_random.oneOf(leaves), *m_random.oneOf(leaves));
        return QByteArray::fromStdString(packet.dump());
    }

    Random &m_random;
};
