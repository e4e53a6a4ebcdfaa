#include "core/sync/demo/PastWork.h"

#include "core/quality/DraftUses.h"
#include "core/quality/Scorecards.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::sync::demo {

namespace {

constexpr quint64 workStream = 0x776f726b;
const Person &otherLead()
{
    static const Person lead{u"yara"_s, u"Yara Lindqvist"_s};
    return lead;
}

quint64 numberOf(const ConversationId &id)
{
    quint64 number = 0;
    for (const QChar c : id.text())
        number = number * 131 + c.unicode();
    return number;
}

/// How a lead judges it, by what the customer said and by chance.
Verdict likelyVerdict(const Conversation &past, Dice &dice)
{
    const int rated = past.outcome ? past.outcome->csat.value_or(4) : 4;
    const int luck = dice.between(0, 99);
    if (rated <= 2)
        return luck < 35 ? Verdict::Fail : Verdict::Coach;
    return luck < 78 ? Verdict::Pass : luck < 95 ? Verdict::Coach : Verdict::Fail;
}

} // namespace

bool isLately(const Conversation &past)
{
    return past.outcome && past.outcome->at
        && scenarioStart - *past.outcome->at < reviewedDays * dayMs;
}

PastWork::PastWork(const Conversation &past, Phrases phrases, quint64 seed)
    : m_past(past)
    , m_phrases(std::move(phrases))
    , m_seed(seed)
{
    const auto reply
        = std::find_if(past.messages.begin(), past.messages.end(), [](const Message &message) {
              return message.from == Sender::Agent && message.visibility == Visibility::Public;
          });
    if (reply != past.messages.end())
        m_reply = &*reply;
}

Dice PastWork::dice(int purpose) const
{
    return Dice(m_seed, workStream + quint64(purpose), numberOf(m_past.id));
}

/// What the agent made the reply of: other words here and there, and more than could be said.
QString PastWork::draftLike(const QString &reply) const
{
    Dice dice = this->dice(1);
    QString draft = reply;
    int swaps = dice.between(1, 2);
    for (const auto &[said, drafted] : m_phrases.drafted) {
        const qsizetype at = draft.indexOf(said);
        if (at < 0 || swaps == 0)
            continue;
        draft.replace(at, said.size(), drafted);
        --swaps;
    }
    if (dice.chance(45))
        draft += u' ' + m_phrases.goodwill;
    else if (const qsizetype last = draft.lastIndexOf(u". "_s); last > 0 && dice.chance(45))
        draft.truncate(last + 1);
    return draft;
}

QList<DraftUse> PastWork::draftUses() const
{
    Dice dice = this->dice(0);
    if (!m_reply || !dice.chance(92))
        return {};
    const int kind = dice.between(0, 99);
    const int thought = dice.chance(6) ? dice.between(2, 3) : dice.between(12, 240);
    DraftUse use;
    if (kind < 42) {
        use = quality::useOf(m_reply->text, m_reply->text, quality::Began::WithTheDraft);
    } else if (kind < 80) {
        use = quality::useOf(draftLike(m_reply->text), m_reply->text, quality::Began::WithTheDraft);
    } else if (kind < 84) {
        use = quality::useOf(m_phrases.againReply, m_reply->text, quality::Began::WithTheDraft);
    } else if (kind < 94) {
        use = quality::useOf(m_phrases.againReply, m_reply->text, quality::Began::Unknown);
    } else {
        static const QStringList reasons{u"facts_wrong"_s, u"tone"_s, u"wrong_intent"_s,
                                         u"repeats_failed_step"_s};
        use = quality::discarded(m_phrases.againReply, dice.pick(reasons));
    }
    use.conversation = m_past.id;
    use.agent = m_reply->author;
    use.at = m_reply->at;
    use.shownAt = m_reply->at + (-thought * secondMs);
    return {use};
}

Review PastWork::reviewBy(const Person &reviewer, Verdict verdict, Dice &dice) const
{
    static const Scorecard card = quality::bundledScorecard();
    Review review;
    review.conversation = m_past.id;
    review.reviewer = reviewer;
    if (m_reply)
        review.agent = m_reply->author;
    review.at = *m_past.outcome->at + dice.between(20, 300) * minuteMs;
    review.tookMs = dice.between(45, 140) * secondMs;
    review.scorecard = card.version;
    review.verdict = verdict;
    for (const Criterion &criterion : card.criteria) {
        const bool bad
            = verdict != Verdict::Pass && dice.chance(verdict == Verdict::Fail ? 60 : 30);
        const int points = criterion.scale == Scale::YesNo ? (bad ? 1 : 5)
            : bad                                          ? dice.between(2, 3)
                                                           : dice.between(4, 5);
        const bool spoils = criterion.critical && verdict != Verdict::Fail;
        review.scores.append(
            {criterion.name, ScoredBy::Person, spoils ? std::max(3, points) : points});
    }
    if (verdict != Verdict::Pass && !m_phrases.coaching.isEmpty())
        review.comment = dice.pick(m_phrases.coaching);
    review.planted = dice.chance(12);
    review.caught = review.planted && dice.chance(76);
    return review;
}

QList<Review> PastWork::reviews(const Person &me) const
{
    Dice dice = this->dice(2);
    const int who = dice.between(0, 99);
    if (who >= 38)
        return {};
    const Verdict first = likelyVerdict(m_past, dice);
    QList<Review> all;
    if (who < 26)
        all.append(reviewBy(me, first, dice));
    if (who >= 18)
        all.append(reviewBy(
            otherLead(), who >= 26 || dice.chance(82) ? first : likelyVerdict(m_past, dice), dice));
    // Nobody reviews what is not closed long enough.
    all.removeIf([](const Review &review) { return review.at >= scenarioStart; });
    return all;
}

} // namespace baton::sync::demo
