#pragma once

#include "core/knowledge/Mentions.h"
#include "core/signals/Features.h"

#include <functional>
#include <optional>

namespace baton::knowledge {

/// What another reading gives a document for a text, by its best passage: the search index (BM25),
/// or a model that tells what means alike (a cosine). Greater is better.
struct LexicalScore
{
    int document = 0; ///< index
    double score = 0; ///< > 0
};
using LexicalScores = std::vector<LexicalScore>;

/// Which documents answer a text, as far as this team's words can tell. Two readings are added: the
/// search index's (BM25 with stems), and how close the text is to what each document is about; and
/// a third, lightly, where a model tells what means alike. The second one learns: the text that an
/// agent answered by citing a document becomes one of the texts that this document is about, at
/// once and for as long as the citation stands; and unlabelled texts are laid, softly, to the
/// documents they resemble (self-training), so that a document is found in the customers' words
/// too. Immutable; any thread. The constants were found on the guideline, manual and review sets of
/// the shared data (README, Figures).
class DocumentRanker
{
public:
    struct Subject
    {
        QString title;
        QString text;
    };
    struct Citation
    {
        QString text; ///< what was asked
        int document = 0;
    };
    struct Ticket
    {
        QString text;
        LexicalScores lexical;
    };
    struct Turn
    {
        QString text;
        double weight = 1;
        LexicalScores lexical;
        LexicalScores meaning = {}; ///< empty: nobody was asked
    };

    explicit DocumentRanker(const QList<Subject> &subjects,
                            const std::vector<Citation> &citations = {});

    /// A ranker that knows these as well, and nothing of what this one had learnt.
    DocumentRanker learnt(const std::vector<Ticket> &tickets,
                          const std::vector<Citation> &citations) const;

    /// Titles that ten and more documents share on average are no titles but names of what the
    /// documents are about, and are heard in the text.
    const Mentions *mentions() const { return m_mentions ? &*m_mentions : nullptr; }
    int nameOf(int document) const { return m_names[size_t(document)]; } ///< index into its names()

    /// By document: the weighted sum over the turns. Texts are never united; a turn that the search
    /// index knows little about says little.
    std::vector<double> scores(const std::vector<Turn> &turns) const;

    int size() const { return int(m_subjects.size()); }

private:
    using Features = std::vector<signs::Feature>;
    using Vector = std::vector<signs::Vocabulary::Weighted>;
    struct Posting
    {
        int document = 0;
        float weight = 0;
    };
    struct Closest
    {
        int document = 0;
        double share = 0;
    };

    void learn(const std::vector<Ticket> &tickets, const std::vector<Citation> &citations);
    void weigh(const std::vector<Features> &tickets, const std::vector<Features> &citations);
    void index(const std::vector<Vector> &ofTickets, const std::vector<Vector> &ofCitations);
    std::vector<Vector> lay(const std::vector<Ticket> &tickets,
                            const std::vector<Vector> &vectors) const;
    std::vector<Closest> closest(const Vector &text, const LexicalScores &lexical) const;
    std::vector<double> score(const Vector &text, const LexicalScores &lexical) const;
    void addMeaning(std::vector<double> &scores, const LexicalScores &meaning) const;

    std::vector<Features> m_subjects; ///< title and text
    std::vector<Features> m_titles;
    std::vector<int> m_names;
    std::optional<Mentions> m_mentions;

    signs::Vocabulary m_vocabulary;
    std::vector<Vector> m_own;       ///< by document
    std::vector<Posting> m_postings; ///< by column
    std::vector<quint32> m_from;     ///< where a column's begin; one more than there are
};

} // namespace baton::knowledge
