#pragma once

#include <functional>
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

} // namespace baton::signs
