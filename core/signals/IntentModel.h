#pragma once

#include "core/base/Result.h"
#include "core/domain/Catalogue.h"
#include "core/signals/Blend.h"
#include "core/signals/Features.h"

#include <functional>

class QDataStream;

namespace baton::signs {

/// Which intent of a catalogue a text is about: one linear SVM an intent and a few small networks
/// (Blend.h). What is outside the catalogue is a class of its own where there are examples of it.
/// Immutable once made; any thread.
class IntentModel
{
public:
    /// Seconds of all cores. goOn is asked now and then with 0 … 1, on this thread; false ends it
    /// with Cancelled. InvalidInput: fewer than two intents. The same catalogue gives the same
    /// model.
    static Result<IntentModel> train(const Catalogue &catalogue,
                                     const std::function<bool(double)> &goOn = {});

    /// What save() wrote; Corrupt where it is damaged, NotFound where it is missing or made from
    /// another catalogue or by another version of this code.
    static Result<IntentModel> load(const QString &path, const QByteArray &fingerprint);
    Result<void> save(const QString &path) const; ///< appears whole or not at all
    QByteArray toBytes() const;                   ///< what save() writes

    struct Prediction
    {
        IntentGuess best;     ///< confidence in steps of 1e-4; an empty name is *none of these*
        IntentGuess runnerUp; ///< likewise
    };
    /// Texts of one customer with their weights; what they say is added up before it is judged.
    struct Part
    {
        QStringView text;
        float weight = 1;
    };
    Prediction predict(const std::vector<Part> &parts) const;

    /// Words of a part that decided between the best and the runner-up; UTF-16 units.
    struct Decider
    {
        size_t part = 0;
        int begin = 0;
        int end = 0;
        float weight = 0; ///< > 0: what the best's margin over the runner-up loses without them
    };
    /// The few that weigh most, the weightiest first: each word is left out in turn, wherever it
    /// stands, and what stands side by side is one. As slow as a reading for each word.
    std::vector<Decider> deciders(const std::vector<Part> &parts) const;

    /// What predict() rests on.
    struct Reading
    {
        std::vector<float> chances; ///< by class; their sum is 1
        /// Grows with how little a text has to do with the catalogue: the margin of *none of these*
        /// over the best intent; without that class the entropy of the chances, in nats.
        float outside = 0;
    };
    Reading read(const std::vector<Part> &parts) const;
    /// The margins of the linear part alone, by class.
    std::vector<float> linearMargins(const std::vector<Part> &parts) const;

    const QByteArray &fingerprint() const { return m_fingerprint; } ///< the catalogue's
    const QList<QString> &classes() const { return m_classes; }
    /// The place of *none of these* in classes(), or −1.
    int noneClass() const { return int(m_classes.indexOf(QString())); }

    /// The catalogue's own examples, each read by a model that was trained without it.
    struct HeldOut
    {
        float confidence = 0; ///< in the best class that is an intent
        float outside = 0;
        bool right = false;
        bool isOutside = false; ///< it is an example of *none of these*
        bool operator==(const HeldOut &) const = default;
    };
    const std::vector<HeldOut> &heldOut() const { return m_heldOut; }
    /// Share of the examples of intents that were read rightly.
    double heldOutAccuracy() const;
    /// The least confidence at which no more than wrong of the examples above it were read wrongly;
    /// 1 where there is none.
    double confidenceFor(double wrong) const;

private:
    friend class IntentTrainer;
    Row rowOf(const std::vector<Part> &parts, std::string_view leftOut = {}) const;
    std::vector<Row> wordRowsOf(const std::vector<Part> &parts, std::string_view leftOut) const;
    std::vector<float> marginsOf(const std::vector<Part> &parts,
                                 std::string_view leftOut = {}) const;
    Reading readingOf(std::vector<float> margins) const;
    bool readHeldOut(QDataStream &in, quint64 most);

    QByteArray m_fingerprint;
    QList<QString> m_classes; ///< the empty one is *none of these*
    Vocabulary m_vocabulary;
    Blend m_blend;
    std::vector<HeldOut> m_heldOut;
};

} // namespace baton::signs
