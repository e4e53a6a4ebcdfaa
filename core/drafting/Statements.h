#pragma once

#include "core/domain/Passage.h"
#include "core/drafting/Figures.h"
#include "core/drafting/Phrasing.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

namespace baton::drafting {

/// On which side of a figure things lie: "within 14 days", "from €60"; unsaid: "takes 14 days".
enum class Bound { Unsaid, AtMost, AtLeast };

/// A sentence, or a row of a table, with figures in it.
struct Statement
{
    int document = 0; ///< index
    const Passage *passage = nullptr;
    QString sentence;     ///< as it stands
    ContentWords words;   ///< of the sentence without its figures
    ContentWords context; ///< of the document's title and the heading, without words
    std::vector<Figure> figures;
    std::vector<Bound> bounds; ///< of figures
    std::vector<uint> anchors; ///< of figures: the last telling word before it, 0 for none
};

/// The statements of documents, which outlive it, and how telling their words are.
class Statements
{
public:
    Statements(const QList<Document> &documents, const Written &written);

    const std::vector<Statement> &all() const { return m_all; }
    /// Greater for a rarer word; next to nothing for one that any sentence with a figure may have,
    /// as "takes" and "costs".
    double weightOf(uint word) const;
    /// How many names of things a word is: none for one as "takes", two for a long one, since
    /// German writes two as one ("Standardversand").
    int namesIn(uint word) const;
    /// 0 … 1: how much of what the two say is the same, by the weights of their words. Where they
    /// stand counts too, since "the period ends after 14 days" says nothing by itself.
    double likeness(const Statement &a, const Statement &b) const;

private:
    void read(int document, const Passage &passage, const Written &written);
    void noteLong(const QString &text);

    std::vector<Statement> m_all;
    QHash<uint, int> m_sentencesWith;
    QSet<uint> m_long;
    int m_sentences = 0;
};

} // namespace baton::drafting
