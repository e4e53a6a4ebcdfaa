#include "core/signals/Sentiment.h"

#include <cmath>

namespace baton::signs {

namespace {

/// A logistic regression on the valence, fitted on the training part of the airline set: a
/// constant, the valence, its square, and whether no word speaks.
SentimentModel::Chances chancesOf(double valence)
{
    constexpr std::array<std::array<double, 4>, feelings> weights{{
        {0.46, -2.40, 0.65, -0.34},
        {0.25, -0.16, -1.51, 0.73},
        {-0.72, 2.56, 0.86, -0.39},
    }};
    const bool silent = valence == 0;
    std::vector<float> margins;
    for (const auto &[constant, straight, squared, none] : weights)
        margins.push_back(float(constant + straight * valence + squared * valence * valence
                                + (silent ? none : 0)));
    softmax(margins);
    SentimentModel::Chances chances{};
    std::copy_n(margins.begin(), chances.size(), chances.begin());
    return chances;
}

} // namespace

Sentiment::Sentiment(Lexicon lexicon, std::optional<SentimentModel> model)
    : m_lexicon(std::move(lexicon))
    , m_model(std::move(model))
    , m_fingerprint(m_lexicon.fingerprint())
{
    if (m_model)
        m_fingerprint += m_model->fingerprint();
}

Sentiment::Reading Sentiment::read(QStringView text, QStringView locale) const
{
    Lexicon::Reading reading = m_lexicon.reading(text, locale);
    if (m_model) {
        const auto chances = m_model->chances(text.left(Lexicon::longestText), reading);
        const double valence = double(chances[size_t(Feeling::Positive)])
            - double(chances[size_t(Feeling::Negative)]);
        reading.valence = std::round(valence * 10'000) / 10'000;
    }
    return {reading.valence, std::move(reading.carriers)};
}

SentimentModel::Chances Sentiment::chances(QStringView text, QStringView locale) const
{
    const Lexicon::Reading reading = m_lexicon.reading(text, locale);
    return m_model ? m_model->chances(text.left(Lexicon::longestText), reading)
                   : chancesOf(reading.valence);
}

} // namespace baton::signs
