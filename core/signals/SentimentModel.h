#pragma once

#include "core/signals/Blend.h"
#include "core/signals/SentimentFeatures.h"

namespace baton::signs {

enum class Feeling { Negative, Neutral, Positive };
constexpr int feelings = 3;

/// A text and how the customer who wrote it felt.
struct FeltText
{
    QString text;
    Feeling feeling = Feeling::Neutral;
    QString locale; ///< BCP 47; empty is English
};

/// How a customer feels, learnt from examples: a logistic regression and a few small networks
/// (Blend.h) on a message's words and on what the lexicon makes of them. Immutable once made; any
/// thread.
class SentimentModel
{
public:
    using Chances = std::array<float, feelings>; ///< by Feeling; their sum is 1

    /// Seconds of all cores; goOn as in Blend::train(), false ends it with Cancelled. InvalidInput:
    /// fewer than two feelings among the examples. The same examples give the same model.
    static Result<SentimentModel> train(const Lexicon &lexicon, const QList<FeltText> &examples,
                                        const std::function<bool(double)> &goOn = {});

    /// What save() wrote; Corrupt where it is damaged, NotFound where it is missing or made with
    /// another lexicon or by another version of this code.
    static Result<SentimentModel> load(const QString &path, const Lexicon &lexicon);
    Result<void> save(const QString &path) const; ///< appears whole or not at all
    QByteArray toBytes() const;                   ///< what save() writes

    /// text is what was read, by the lexicon that the model was made with.
    Chances chances(QStringView text, const Lexicon::Reading &reading) const;

    QByteArray fingerprint() const; ///< SHA-256 of toBytes(), hex

private:
    using Row = std::vector<Vocabulary::Weighted>;
    Row rowOf(Row words, QStringView text, const Lexicon::Reading &reading) const;

    QByteArray m_lexicon; ///< its fingerprint
    Vocabulary m_vocabulary;
    Blend m_blend; ///< its columns are the vocabulary's, then the shapes
};

} // namespace baton::signs
