#pragma once

#include <QtCore/QStringList>

#include <string>
#include <unordered_map>
#include <vector>

namespace baton::knowledge {

/// Finds the names of things that many documents are about (the hotels of a guide, the models of a
/// catalogue) in running text, whole or in part, misspelt or not. A word of a name counts by how
/// few names have it and how few texts about other things use it; a name is mentioned where its
/// telling first word and at least half of its weight stand in its own order. Immutable; any
/// thread.
class Mentions
{
public:
    /// One entry a document: the name of what it is about, and its text.
    Mentions(const QStringList &nameOfDocument, const QStringList &texts);

    struct Mention
    {
        int name = 0; ///< index into names()
        int first = 0;
        int last = 0;       ///< words of the text, the first and the last one
        double covered = 0; ///< how much of the name's weight stands there, 0.5 … 1
        double weight = 0;  ///< how much that is
    };
    struct Found
    {
        std::vector<Mention> mentions; ///< by place, not overlapping
        QString rest;                  ///< the words of the text that belong to no mention
    };
    Found in(QStringView text) const;

    const QStringList &names() const { return m_names; }

private:
    struct Place
    {
        int name = 0;
        int word = 0;
    };
    struct Match
    {
        const std::vector<Place> *places = nullptr;
        double likeness = 0;
    };
    using Words = std::vector<std::string>;

    double likeness(const std::string &said, const std::string &named) const;
    std::vector<Match> matchesOf(const std::string &said) const;
    std::vector<Mention> candidates(const Words &words) const;
    double weightOf(const std::string &word) const;

    QStringList m_names;
    std::vector<Words> m_words;  ///< by name
    std::vector<double> m_whole; ///< by name: its words' weights
    std::vector<int> m_telling;  ///< by name: its first telling word
    std::unordered_map<std::string, std::vector<Place>> m_places; ///< by word of a name
    std::unordered_map<std::string, double> m_weights;            ///< likewise
    std::unordered_map<std::string, int> m_inTexts;               ///< how many texts have a word
};

} // namespace baton::knowledge
