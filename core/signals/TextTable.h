#pragma once

#include "core/base/Text.h"

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>

namespace baton::signs {

/// Values by short texts, looked up without making a string. What is found stays where it is.
template <class Value>
class TextTable
{
public:
    TextTable() { m_values.max_load_factor(sparse); }
    /// Of two values for one text the first counts.
    TextTable(std::initializer_list<std::pair<const char *, Value>> values)
        : TextTable()
    {
        for (const auto &[text, value] : values)
            m_values.emplace(text, value);
    }

    const Value *find(std::string_view text) const
    {
        const auto found = m_values.find(text);
        return found == m_values.end() ? nullptr : &found->second;
    }
    /// The value of a text, made where there was none.
    Value &at(std::string_view text)
    {
        return m_values.try_emplace(std::string(text)).first->second;
    }

private:
    static constexpr float sparse = 0.25F; ///< most look-ups find nothing, and then an empty bucket

    struct Hash
    {
        using is_transparent = void;
        size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>()(text);
        }
    };
    std::unordered_map<std::string, Value, Hash, std::equal_to<>> m_values;
};

/// Words that are asked for often: looked up as a TextTable does.
class WordSet
{
public:
    WordSet(std::initializer_list<const char *> words)
    {
        for (const char *word : words)
            m_words.at(word) = true;
    }
    bool contains(const QByteArray &word) const
    {
        return m_words.find(text::viewOf(word)) != nullptr;
    }

private:
    TextTable<bool> m_words;
};

} // namespace baton::signs
