#include "core/desk/SimilarCases.h"

#include "core/signals/Features.h"

#include <QtCore/QSet>

#include <algorithm>
#include <cmath>

namespace baton {

namespace {

using Weighted = std::vector<signs::Vocabulary::Weighted>;

/// "Order LF-12039 is late" says what "Order LF-44870 is late" says.
QString withoutNumbers(QString need)
{
    need.removeIf([](QChar c) { return c.isDigit(); });
    return need;
}

/// Both in the order of their columns.
double cosine(const Weighted &a, const Weighted &b)
{
    double sum = 0;
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() && right != b.end()) {
        if (left->column == right->column)
            sum += double((left++)->value) * double((right++)->value);
        else if (left->column < right->column)
            ++left;
        else
            ++right;
    }
    return sum;
}

} // namespace

QList<SimilarCase> similarCases(const QString &need, const QList<QueueRow> &candidates)
{
    std::vector<std::vector<signs::Feature>> texts{signs::featuresOf(need)};
    for (const QueueRow &row : candidates)
        texts.push_back(signs::featuresOf(row.need));
    const signs::Vocabulary vocabulary = signs::Vocabulary::of(texts, 1);
    const Weighted own = vocabulary.weigh(texts.front());
    QList<SimilarCase> similar;
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        const double likeness = cosine(own, vocabulary.weigh(texts[size_t(i) + 1]));
        if (likeness >= leastLikeness)
            similar.append({candidates[i], std::round(likeness * 100) / 100, 0});
    }
    // Three of the same words show no more than one does.
    QSet<QString> told;
    similar.removeIf([&told](const SimilarCase &one) {
        const QString words = withoutNumbers(one.row.need);
        const bool again = told.contains(words);
        told.insert(words);
        return again;
    });
    std::stable_sort(
        similar.begin(), similar.end(),
        [](const SimilarCase &a, const SimilarCase &b) { return a.likeness > b.likeness; });
    return similar;
}

bool wasSolved(const Conversation &conversation)
{
    if (conversation.state != State::Closed)
        return false;
    if (!conversation.outcome)
        return true;
    const Outcome &outcome = *conversation.outcome;
    return !outcome.reopened
        && (outcome.kind == OutcomeKind::ConfirmedResolution
            || outcome.kind == OutcomeKind::AssumedResolution);
}

int repliesIn(const Conversation &conversation)
{
    return int(std::count_if(
        conversation.messages.begin(), conversation.messages.end(), [](const Message &message) {
            return message.from == Sender::Agent && message.visibility == Visibility::Public
                && message.presence == Presence::Present;
        }));
}

} // namespace baton
