#pragma once

#include "core/domain/Signal.h"
#include "core/signals/Repeats.h"
#include "core/signals/Sentiment.h"

namespace baton::signs {

/// From a customer's messages, one after the other, to their mood: later ones weigh more, a message
/// that asks again what was asked before is colder, and the trend is that between the halves. The
/// messages and the sentiment outlive this.
class MoodReader
{
public:
    MoodReader(const Sentiment &sentiment, const QString &locale);

    void add(const Message &message);
    Mood take(); ///< of all that were added; once

private:
    struct Cold
    {
        const Message *message = nullptr;
        Lexicon::Carrier carrier;
    };
    QList<Evidence> coldest();

    const Sentiment &m_sentiment;
    const QString &m_locale;
    Repeats m_repeats;
    QList<MoodPoint> m_points;
    std::vector<Cold> m_cold;
};

} // namespace baton::signs
