#include "core/signals/SentimentModel.h"

#include "core/signals/Numbers.h"
#include "core/signals/SealedFile.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QIODevice>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace baton::signs {

namespace {

constexpr quint32 sentimentMagic = 0x62734d31; // "bsM1"
constexpr quint32 sentimentVersion = 2;        // of features and training: another one is refused

// Found on the folds of the airline set's training part; all are flat around these.
constexpr float shapeWeight = 0.5F; // beside the words, whose row is of length 1
constexpr int leastFelt = 2;        // texts: a feature in one only says nothing about others
constexpr double regressionCost = 4;
constexpr int rowsAMoodNetwork = 1800;
constexpr int leastMoodNetworks = 2;
constexpr int mostMoodNetworks = 4;

} // namespace

SentimentModel::Row SentimentModel::rowOf(Row words, QStringView text,
                                          const Lexicon::Reading &reading) const
{
    const std::array<float, moodShapes> shape = moodShape(text, reading);
    for (size_t i = 0; i < shape.size(); ++i) {
        if (shape[i] != 0)
            words.push_back({m_vocabulary.size() + int(i), shape[i] * shapeWeight});
    }
    return words;
}

SentimentModel::Chances SentimentModel::chances(QStringView text,
                                                const Lexicon::Reading &reading) const
{
    std::vector<float> margins
        = m_blend.margins(rowOf(m_vocabulary.weigh(moodHashes(reading)), text, reading));
    softmax(margins);
    Chances chances{};
    std::copy_n(margins.begin(), std::min(margins.size(), chances.size()), chances.begin());
    return chances;
}

Result<SentimentModel> SentimentModel::train(const Lexicon &lexicon,
                                             const QList<FeltText> &examples,
                                             const std::function<bool(double)> &goOn)
{
    SentimentModel model;
    model.m_lexicon = lexicon.fingerprint();
    std::array<int, feelings> seen{};
    std::vector<int> folds;
    std::vector<Lexicon::Reading> readings;
    std::vector<std::vector<Feature>> features;
    LabelledRows task;
    for (const FeltText &example : examples) {
        readings.push_back(lexicon.reading(example.text, example.locale));
        features.push_back(counted(moodHashes(readings.back())));
        task.labels.push_back(int(example.feeling));
        folds.push_back(seen[size_t(example.feeling)]++ % Blend::folds);
    }
    if (std::count(seen.begin(), seen.end(), 0) > feelings - 2)
        return Error{ErrorCode::InvalidInput, u"examples"_s, u"expected at least two feelings"_s};
    model.m_vocabulary = Vocabulary::of(features, leastFelt);
    task.columns = model.m_vocabulary.size() + moodShapes;
    task.classes = feelings;
    for (size_t i = 0; i < features.size(); ++i)
        task.rows.push_back(model.rowOf(model.m_vocabulary.weigh(features[i]),
                                        examples[qsizetype(i)].text, readings[i]));
    Blend::Recipe recipe;
    recipe.loss = LinearSolver::Loss::Logistic;
    recipe.cost = regressionCost;
    recipe.networks
        = std::clamp(int(examples.size()) / rowsAMoodNetwork, leastMoodNetworks, mostMoodNetworks);
    std::optional<Blend::Learnt> learnt = Blend::train(task, folds, recipe, goOn);
    if (!learnt)
        return Error{ErrorCode::Cancelled, u"sentiment"_s, {}};
    model.m_blend = std::move(learnt->blend);
    return model;
}

QByteArray SentimentModel::toBytes() const
{
    QByteArray body;
    QDataStream out(&body, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out.setFloatingPointPrecision(QDataStream::SinglePrecision);
    out << sentimentMagic << sentimentVersion << m_lexicon;
    writeNumbers(out, m_vocabulary.hashes());
    writeNumbers(out, m_vocabulary.idf());
    m_blend.write(out);
    return body;
}

QByteArray SentimentModel::fingerprint() const
{
    return QCryptographicHash::hash(toBytes(), QCryptographicHash::Sha256).toHex();
}

Result<void> SentimentModel::save(const QString &path) const
{
    return writeSealed(path, toBytes());
}

Result<SentimentModel> SentimentModel::load(const QString &path, const Lexicon &lexicon)
{
    const QString words = u"no sentiment model, or a damaged one"_s;
    const Result<QByteArray> body = readSealed(path, words);
    if (!body)
        return body.error();
    QDataStream in(*body);
    in.setVersion(QDataStream::Qt_6_4);
    in.setFloatingPointPrecision(QDataStream::SinglePrecision);
    quint32 kind = 0;
    quint32 version = 0;
    SentimentModel model;
    in >> kind >> version >> model.m_lexicon;
    const Error damaged{ErrorCode::Corrupt, path, words};
    if (kind != sentimentMagic)
        return damaged;
    if (version != sentimentVersion || model.m_lexicon != lexicon.fingerprint())
        return Error{ErrorCode::NotFound, path, u"of another lexicon or version"_s};
    const auto most = quint64(body->size());
    std::vector<quint64> hashes;
    std::vector<float> idf;
    if (!readNumbers(in, hashes, most) || !readNumbers(in, idf, most)
        || !model.m_blend.read(in, most, int(hashes.size()) + moodShapes, feelings)
        || hashes.size() != idf.size()
        || std::adjacent_find(hashes.begin(), hashes.end(), std::greater_equal<>()) != hashes.end())
        return damaged;
    model.m_vocabulary = Vocabulary::restore(std::move(hashes), std::move(idf));
    return model;
}

} // namespace baton::signs
