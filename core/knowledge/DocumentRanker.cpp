#include "core/knowledge/DocumentRanker.h"

#include "core/knowledge/SubjectWords.h"

#include <QtCore/QSet>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace baton::knowledge {

namespace {

constexpr double aboutWeight = 2;      // of what documents are about, beside the search index
constexpr double meaningWeight = 0.11; // of a standard deviation of what means alike
constexpr double titleWeight = 0.4;    // of the title once more, beside title and text
constexpr double smallest = 1e-6;      // added to what is divided by
constexpr int documentsAName = 10;

constexpr int ticketRounds = 3;
constexpr double ticketHeat = 0.1;  // of the softmax over documents
constexpr int ticketDocuments = 20; // the others are far below the least share
constexpr int balanceRounds = 10;
constexpr double balance = 0.3; // how hard documents with many tickets are held back
constexpr double leastShare = 0.01;

using Vector = std::vector<signs::Vocabulary::Weighted>;

/// Adds scaled vectors up, and gives the sum a length of 1.
class Sum
{
public:
    explicit Sum(int columns) { m_sums.begin(columns); }
    void add(const Vector &vector, double scale)
    {
        for (const auto &one : vector)
            m_sums.add(one.column, float(one.value * scale));
    }
    Vector take()
    {
        Vector sum = m_sums.take();
        double squares = 0;
        for (const auto &one : sum)
            squares += double(one.value) * double(one.value);
        const double length = std::sqrt(squares);
        if (length > 0)
            for (auto &one : sum)
                one.value = float(one.value / length);
        return sum;
    }

private:
    signs::ColumnSums m_sums;
};

double greatest(const std::vector<double> &values)
{
    return values.empty() ? 0 : *std::max_element(values.begin(), values.end());
}

} // namespace

DocumentRanker::DocumentRanker(const QList<Subject> &subjects,
                               const std::vector<Citation> &citations)
    : m_names(size_t(subjects.size()), 0)
{
    QSet<QString> titles;
    QStringList names;
    QStringList texts;
    for (const Subject &subject : subjects) {
        titles.insert(subject.title);
        names.append(subject.title);
        texts.append(subject.text);
    }
    if (titles.size() > 1 && subjects.size() >= documentsAName * titles.size()) {
        m_mentions.emplace(names, texts);
        for (qsizetype i = 0; i < names.size(); ++i)
            m_names[size_t(i)] = int(m_mentions->names().indexOf(names[i]));
    }
    for (const Subject &subject : subjects) {
        const QString title = m_mentions ? QString() : subject.title;
        m_titles.push_back(subjectWords(title));
        m_subjects.push_back(subjectWords(title + u' ' + subject.text));
    }
    learn({}, citations);
}

/// Features that only tickets or citations have count as well.
void DocumentRanker::weigh(const std::vector<Features> &tickets,
                           const std::vector<Features> &citations)
{
    std::vector<Features> all = m_subjects;
    all.insert(all.end(), tickets.begin(), tickets.end());
    all.insert(all.end(), citations.begin(), citations.end());
    m_vocabulary = signs::Vocabulary::of(all, 1);
    m_own.clear();
    Sum sum(m_vocabulary.size());
    for (size_t i = 0; i < m_subjects.size(); ++i) {
        sum.add(m_vocabulary.weigh(m_titles[i]), titleWeight);
        sum.add(m_vocabulary.weigh(m_subjects[i]), 1);
        m_own.push_back(sum.take());
    }
}

/// By document what its tickets and its citations say; of tickets empty: there are none.
void DocumentRanker::index(const std::vector<Vector> &ofTickets,
                           const std::vector<Vector> &ofCitations)
{
    std::vector<Vector> centres;
    Sum sum(m_vocabulary.size());
    for (size_t i = 0; i < m_own.size(); ++i) {
        sum.add(m_own[i], 1);
        if (!ofTickets.empty())
            sum.add(ofTickets[i], 1);
        sum.add(ofCitations[i], 1);
        centres.push_back(sum.take());
    }
    m_from.assign(size_t(m_vocabulary.size()) + 1, 0);
    for (const Vector &centre : centres)
        for (const auto &one : centre)
            ++m_from[size_t(one.column) + 1];
    std::partial_sum(m_from.begin(), m_from.end(), m_from.begin());
    m_postings.resize(m_from.back());
    std::vector<quint32> next = m_from;
    for (size_t i = 0; i < centres.size(); ++i)
        for (const auto &one : centres[i])
            m_postings[next[size_t(one.column)]++] = {int(i), one.value};
}

std::vector<double> DocumentRanker::score(const Vector &text, const LexicalScores &lexical) const
{
    std::vector<double> scores(m_subjects.size(), 0);
    for (const auto &one : text)
        for (quint32 at = m_from[size_t(one.column)]; at < m_from[size_t(one.column) + 1]; ++at)
            scores[size_t(m_postings[at].document)]
                += double(one.value) * double(m_postings[at].weight);
    const double scale = aboutWeight / (greatest(scores) + smallest);
    for (double &score : scores)
        score *= scale;
    double best = 0;
    for (const LexicalScore &one : lexical)
        best = std::max(best, one.score);
    for (const LexicalScore &one : lexical)
        scores[size_t(one.document)] += one.score / (best + smallest);
    return scores;
}

/// By how much a document is closer than the mean, in standard deviations: texts about one trade
/// are all close to each other, and how close differs from model to model.
void DocumentRanker::addMeaning(std::vector<double> &scores, const LexicalScores &meaning) const
{
    double sum = 0;
    double squares = 0;
    for (const LexicalScore &one : meaning) {
        sum += one.score;
        squares += one.score * one.score;
    }
    const double count = std::max(1.0, double(m_subjects.size()));
    const double mean = sum / count;
    const double deviation = std::sqrt(std::max(0.0, squares / count - mean * mean));
    for (const LexicalScore &one : meaning)
        scores[size_t(one.document)]
            += meaningWeight * std::max(0.0, one.score - mean) / (deviation + smallest);
}

std::vector<DocumentRanker::Closest> DocumentRanker::closest(const Vector &text,
                                                             const LexicalScores &lexical) const
{
    const std::vector<double> scores = score(text, lexical);
    std::vector<Closest> all;
    for (size_t i = 0; i < scores.size(); ++i)
        all.push_back({int(i), scores[i]});
    const auto kept = std::min<size_t>(ticketDocuments, all.size());
    std::partial_sort(all.begin(), all.begin() + std::ptrdiff_t(kept), all.end(),
                      [](const Closest &a, const Closest &b) {
                          return a.share != b.share ? a.share > b.share : a.document < b.document;
                      });
    all.resize(kept);
    double whole = 0;
    const double best = all.empty() ? 0 : all.front().share;
    for (Closest &one : all)
        whole += one.share = std::exp((one.share - best) / ticketHeat);
    for (Closest &one : all)
        one.share /= whole;
    return all;
}

/// By document the sum of the tickets that are laid to it.
std::vector<Vector> DocumentRanker::lay(const std::vector<Ticket> &tickets,
                                        const std::vector<Vector> &vectors) const
{
    std::vector<std::vector<Closest>> shares;
    for (size_t i = 0; i < tickets.size(); ++i)
        shares.push_back(closest(vectors[i], tickets[i].lexical));
    for (int round = 0; round < balanceRounds; ++round) {
        std::vector<double> mass(m_subjects.size(), 0);
        for (const auto &ticket : shares)
            for (const Closest &one : ticket)
                mass[size_t(one.document)] += one.share;
        const double mean = double(tickets.size()) / double(mass.size());
        for (auto &ticket : shares) {
            double whole = 0;
            for (Closest &one : ticket)
                whole += one.share
                    *= std::pow(mean / (mass[size_t(one.document)] + smallest), balance);
            for (Closest &one : ticket)
                one.share /= whole;
        }
    }
    std::vector<std::vector<std::pair<size_t, double>>> byDocument(m_subjects.size());
    for (size_t i = 0; i < shares.size(); ++i)
        for (const Closest &one : shares[i])
            if (one.share >= leastShare)
                byDocument[size_t(one.document)].push_back({i, one.share});
    std::vector<Vector> laid;
    Sum sum(m_vocabulary.size());
    for (const auto &own : byDocument) {
        for (const auto &[ticket, share] : own)
            sum.add(vectors[ticket], share);
        laid.push_back(sum.take());
    }
    return laid;
}

void DocumentRanker::learn(const std::vector<Ticket> &tickets,
                           const std::vector<Citation> &citations)
{
    if (m_subjects.empty())
        return;
    std::vector<Features> ticketWords;
    std::vector<Features> citationWords;
    ticketWords.reserve(tickets.size());
    citationWords.reserve(citations.size());
    for (const Ticket &ticket : tickets)
        ticketWords.push_back(subjectWords(ticket.text));
    for (const Citation &citation : citations)
        citationWords.push_back(subjectWords(citation.text));
    weigh(ticketWords, citationWords);

    std::vector<Vector> cited(m_subjects.size());
    for (size_t i = 0; i < citations.size(); ++i) {
        Vector &all = cited[size_t(citations[i].document)];
        const Vector one = m_vocabulary.weigh(citationWords[i]);
        all.insert(all.end(), one.begin(), one.end());
    }
    std::vector<Vector> vectors;
    vectors.reserve(ticketWords.size());
    for (const Features &words : ticketWords)
        vectors.push_back(m_vocabulary.weigh(words));
    index({}, cited);
    for (int round = 0; round < (tickets.empty() ? 0 : ticketRounds); ++round)
        index(lay(tickets, vectors), cited);
}

DocumentRanker DocumentRanker::learnt(const std::vector<Ticket> &tickets,
                                      const std::vector<Citation> &citations) const
{
    DocumentRanker ranker = *this;
    ranker.learn(tickets, citations);
    return ranker;
}

std::vector<double> DocumentRanker::scores(const std::vector<Turn> &turns) const
{
    std::vector<double> sum(m_subjects.size(), 0);
    for (const Turn &turn : turns) {
        double best = 0;
        for (const LexicalScore &one : turn.lexical)
            best = std::max(best, one.score);
        std::vector<double> scores
            = score(m_vocabulary.weigh(subjectWords(turn.text)), turn.lexical);
        addMeaning(scores, turn.meaning);
        for (size_t i = 0; i < sum.size(); ++i)
            sum[i] += turn.weight * (best + 1) * scores[i];
    }
    return sum;
}

} // namespace baton::knowledge
