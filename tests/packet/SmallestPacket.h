#pragma once

#include <QtCore/QByteArray>
#include <nlohmann/json.hpp>

/// The smallest packet that is accepted, and small changes to it.
inline QByteArray smallest()
{
    return R"({"packet":"baton-handoff/1","id":"c1","version":1,"channel":"chat",)"
           R"("created_at":"2026-01-05T08:00:00Z","state":"waiting","customer":{"id":"k1"},)"
           R"("messages":[{"id":"m1","at":"2026-01-05T08:00:00Z","from":"customer","text":""}]})";
}

/// The smallest packet with the value at pointer set to what value parses to, or removed where it
/// is empty.
inline QByteArray with(const char *pointer, const QByteArray &value)
{
    nlohmann::json packet = nlohmann::json::parse(smallest().toStdString());
    const nlohmann::json::json_pointer place(pointer);
    if (value.isEmpty())
        packet[place.parent_pointer()].erase(place.back());
    else
        packet[place] = nlohmann::json::parse(value.toStdString());
    return QByteArray::fromStdString(packet.dump());
}

inline QByteArray replaced(const QByteArray &from, const QByteArray &to)
{
    QByteArray line = smallest();
    line.replace(from, to);
    return line;
}

inline QByteArray nested(int levels)
{
    return QByteArray(levels, '[') + QByteArray(levels, ']');
}
