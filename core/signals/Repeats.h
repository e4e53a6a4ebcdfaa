#pragma once

#include <QtCore/QStringView>

#include <vector>

namespace baton::signs {

/// Whether a customer asks what they have asked before: most words of a message stand in an earlier
/// one too. For one conversation, message by message; the texts outlive this.
class Repeats
{
public:
    /// Whether this message repeats one that was asked about earlier. Short ones never do.
    bool isAgain(QStringView text);

private:
    using Words = std::vector<size_t>; ///< hashes, sorted, each once
    static Words wordsIn(QStringView text);

    QStringView m_first; ///< not read until there is another: most conversations have one
    std::vector<Words> m_asked;
};

} // namespace baton::signs
