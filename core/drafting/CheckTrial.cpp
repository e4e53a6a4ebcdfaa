#include "core/drafting/CheckTrial.h"

#include "core/drafting/DraftCheck.h"

#include <QtCore/QSet>

#include <algorithm>
#include <numeric>

namespace baton::drafting {

namespace {

constexpr int attempts = 400; ///< for each falsehood wanted

class Trial
{
public:
    Trial(const CheckTrial &trial, quint32 seed)
        : m_trial(trial)
        , m_dice(seed)
    { }

    CheckScores run(int falsehoods)
    {
        countAlarms();
        for (int kind = 0; kind < falseKinds; ++kind) {
            const int quota = falsehoods / falseKinds + (kind < falsehoods % falseKinds ? 1 : 0);
            for (int i = 0; i < quota * attempts && made(kind) < quota; ++i)
                tryOne(FalseKind(kind));
        }
        return std::move(m_scores);
    }

private:
    int made(int kind) const { return m_scores.kinds[size_t(kind)].made; }

    void countAlarms()
    {
        for (const TrueSentences &draft : m_trial.drafts) {
            const DraftCheck check(draft.grounds);
            for (const QString &sentence : draft.sentences) {
                ++m_scores.untouched;
                if (!check.sentence(sentence).supported())
                    m_scores.alarms.append(sentence);
            }
        }
    }

    const TrueSentences &anyOf(const QList<TrueSentences> &list)
    {
        return list[qsizetype(m_dice.bounded(quint32(list.size())))];
    }

    void tryOne(FalseKind kind)
    {
        const bool draft
            = m_trial.others.isEmpty() || (!m_trial.drafts.isEmpty() && m_dice.bounded(2) == 0);
        const QList<TrueSentences> &from = draft ? m_trial.drafts : m_trial.others;
        if (from.isEmpty())
            return;
        const TrueSentences &about = anyOf(from);
        if (about.sentences.isEmpty())
            return;
        const QString &sentence
            = about.sentences[qsizetype(m_dice.bounded(quint32(about.sentences.size())))];
        const auto made = falsified(kind, about, sentence, m_trial.swaps, m_dice);
        if (!made || m_seen.contains(made->sentence))
            return;
        const DraftCheck check(made->grounds ? *made->grounds : about.grounds);
        if (!made->was.isEmpty() && !check.sentence(made->was).supported())
            return;
        m_seen.insert(made->sentence);
        CheckScores::Kind &score = m_scores.kinds[size_t(kind)];
        ++score.made;
        const DraftSentence judged = check.sentence(made->sentence);
        if (!judged.supported())
            ++score.caught;
        else
            m_scores.missed.append({*made, judged.supports});
    }

    const CheckTrial &m_trial;
    QRandomGenerator m_dice;
    QSet<QString> m_seen;
    CheckScores m_scores;
};

} // namespace

int CheckScores::made() const
{
    return std::accumulate(kinds.begin(), kinds.end(), 0,
                           [](int sum, const Kind &kind) { return sum + kind.made; });
}

int CheckScores::caught() const
{
    return std::accumulate(kinds.begin(), kinds.end(), 0,
                           [](int sum, const Kind &kind) { return sum + kind.caught; });
}

CheckScores tryCheck(const CheckTrial &trial, quint32 seed, int falsehoods)
{
    return Trial(trial, seed).run(falsehoods);
}

} // namespace baton::drafting
