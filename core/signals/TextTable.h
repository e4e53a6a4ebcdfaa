#pragma once

#include <QtCore/QtGlobal>

#include <string>
#include <string_view>
#include <vector>

namespace baton::signs {

/// Values by short texts, for many look-ups most of which find nothing: one cache line says so.
/// Open addressing by a 32-bit FNV-1a hash. What is found stays where it is until the next at().
template <class Value>
class TextTable
{
public:
    const Value *find(std::string_view text) const
    {
        if (m_items.empty())
            return nullptr;
        const quint32 hash = hashOf(text);
        for (size_t at = hash & m_mask;; at = (at + 1) & m_mask) {
            const Slot &slot = m_slots[at];
            if (slot.item == 0)
                return nullptr;
            if (slot.hash == hash && m_items[slot.item - 1].text == text)
                return &m_items[slot.item - 1].value;
        }
    }

    /// The value of a text, made where there was none.
    Value &at(std::string_view text)
    {
        if (const Value *found = find(text))
            return const_cast<Value &>(*found);
        m_items.push_back({std::string(text), Value()});
        if (m_items.size() * 2 > m_slots.size())
            grow();
        else
            put(hashOf(text), quint32(m_items.size()));
        return m_items.back().value;
    }

private:
    struct Item
    {
        std::string text;
        Value value;
    };
    struct Slot
    {
        quint32 hash = 0;
        quint32 item = 0; ///< its place, from 1; 0: free
    };

    static quint32 hashOf(std::string_view text)
    {
        quint32 hash = 2166136261U;
        for (const char byte : text)
            hash = (hash ^ quint32(uchar(byte))) * 16777619U;
        return hash ^ (hash >> 15);
    }
    void put(quint32 hash, quint32 item)
    {
        size_t at = hash & m_mask;
        while (m_slots[at].item != 0)
            at = (at + 1) & m_mask;
        m_slots[at] = {hash, item};
    }
    void grow()
    {
        constexpr size_t least = 64;
        m_slots.assign(std::max(least, m_slots.size() * 2), {});
        m_mask = m_slots.size() - 1;
        for (size_t i = 0; i < m_items.size(); ++i)
            put(hashOf(m_items[i].text), quint32(i + 1));
    }

    std::vector<Item> m_items;
    std::vector<Slot> m_slots; ///< a power of two, at most half full
    size_t m_mask = 0;
};

} // namespace baton::signs
