#pragma once

#include <QtCore/QtGlobal>

#include <string_view>
#include <vector>

namespace baton::signs {

/// FNV-1a of a feature's kind and bytes: the same on every machine.
class FeatureHash
{
public:
    static constexpr quint64 wordBit = 1ULL << 63;

    explicit FeatureHash(char kind) { add(kind); }
    void add(char byte) { m_value = (m_value ^ uchar(byte)) * 1099511628211ULL; }
    void add(std::string_view bytes)
    {
        for (const char byte : bytes)
            add(byte);
    }
    /// Words and stretches of letters can be told from each other, and words have the higher
    /// columns.
    quint64 wordValue() const { return m_value | wordBit; }
    quint64 stretchValue() const { return m_value & ~wordBit; }

private:
    quint64 m_value = 14695981039346656037ULL;
};

/// The stretches of 2 to 4 letters of a word, its edges among them.
void addStretches(std::string_view word, std::vector<quint64> &hashes);

} // namespace baton::signs
