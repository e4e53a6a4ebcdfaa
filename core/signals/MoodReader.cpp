#include "core/signals/MoodReader.h"

#include <algorithm>
#include <cmath>

namespace baton::signs {

namespace {

constexpr double fade = 0.6;   // weight of a message in the mood, for each one after it
constexpr double moved = 0.25; // of valence between the halves, to be called a trend
// Measured on the USS dialogues: with it those who are dissatisfied are told better.
constexpr double askedAgain = 0.2;
constexpr float cold = -1; // a word below this is shown as a reason
constexpr qsizetype mostShown = 4;

double onMoodGrid(double valence)
{
    return std::round(valence * 10'000) / 10'000;
}

int levelOf(double valence)
{
    // Chosen for few false alarms: at −0.4 nine in ten on the airline set are rightly called
    // negative.
    if (valence <= -0.6)
        return 1;
    if (valence <= -0.4)
        return 2;
    if (valence < 0.35)
        return 3;
    return valence < 0.6 ? 4 : 5;
}

double mean(const QList<MoodPoint> &points, qsizetype begin, qsizetype end)
{
    double sum = 0;
    for (qsizetype i = begin; i < end; ++i)
        sum += points[i].valence;
    return end > begin ? sum / double(end - begin) : 0;
}

} // namespace

MoodReader::MoodReader(const Sentiment &sentiment, const QString &locale)
    : m_sentiment(sentiment)
    , m_locale(locale)
{ }

void MoodReader::add(const Message &message)
{
    const Sentiment::Reading reading = m_sentiment.read(message.text, m_locale);
    MoodPoint point;
    point.message = message.id;
    point.valence = reading.valence;
    if (m_repeats.isAgain(message.text)) {
        point.again = true;
        point.valence = onMoodGrid(std::max(point.valence - askedAgain, -1.0));
    }
    point.words.reserve(qsizetype(reading.carriers.size()));
    for (const Lexicon::Carrier &carrier : reading.carriers) {
        point.words.append({carrier.begin, carrier.end, double(carrier.valence)});
        if (carrier.valence <= cold)
            m_cold.push_back({&message, carrier});
    }
    m_points.append(std::move(point));
}

Mood MoodReader::take()
{
    Mood mood;
    double sum = 0;
    double weights = 0;
    for (const MoodPoint &point : std::as_const(m_points)) {
        sum = sum * fade + point.valence;
        weights = weights * fade + 1;
    }
    if (weights > 0)
        mood.level = levelOf(sum / weights);
    const qsizetype half = m_points.size() / 2;
    if (half > 0) {
        const double change
            = mean(m_points, m_points.size() - half, m_points.size()) - mean(m_points, 0, half);
        if (std::abs(change) >= moved)
            mood.trend = change < 0 ? Trend::Falling : Trend::Rising;
    }
    mood.shown = coldest();
    mood.points = std::move(m_points);
    return mood;
}

QList<Evidence> MoodReader::coldest()
{
    std::stable_sort(m_cold.begin(), m_cold.end(), [](const Cold &a, const Cold &b) {
        return a.carrier.valence < b.carrier.valence;
    });
    QList<Evidence> shown;
    for (const auto &[message, carrier] : m_cold) {
        if (shown.size() == mostShown)
            break;
        shown.append({message->id, carrier.begin, carrier.end,
                      message->text.mid(carrier.begin, carrier.end - carrier.begin)});
    }
    return shown;
}

} // namespace baton::signs
