#pragma once

#include "core/signals/SentimentModel.h"

namespace baton::signs {

/// How a customer's message feels: by a model that a team has trained where there is one, else by
/// the lexicon's rules. Immutable; any thread.
class Sentiment
{
public:
    /// model was made with the lexicon.
    explicit Sentiment(Lexicon lexicon, std::optional<SentimentModel> model = {});

    struct Reading
    {
        double valence = 0; ///< −1 very upset … 1 very pleased, in steps of 1e-4
        std::vector<Lexicon::Carrier> carriers; ///< the words that carried it, by place
    };
    /// locale as in Lexicon::valence().
    Reading read(QStringView text, QStringView locale = {}) const;
    /// How likely each feeling is; of the rules alone as it was on the airline set.
    SentimentModel::Chances chances(QStringView text, QStringView locale = {}) const;

    bool isTrained() const { return m_model.has_value(); }
    const QByteArray &fingerprint() const { return m_fingerprint; } ///< of lexicon and model

private:
    Lexicon m_lexicon;
    std::optional<SentimentModel> m_model;
    QByteArray m_fingerprint;
};

} // namespace baton::signs
