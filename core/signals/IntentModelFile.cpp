#include "core/signals/IntentModel.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDataStream>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace baton::signs {

namespace {

constexpr quint32 magic = 0x62694d31;   // "biM1"
constexpr quint32 codeVersion = 1;      // of features and training: another one trains anew
constexpr qint64 largest = 512LL << 20; // bytes
constexpr int hashBytes = 32;

template <class T>
void writeNumbers(QDataStream &out, const std::vector<T> &numbers)
{
    out << quint64(numbers.size());
    out.writeRawData(reinterpret_cast<const char *>(numbers.data()),
                     int(numbers.size() * sizeof(T)));
}

template <class T>
bool readNumbers(QDataStream &in, std::vector<T> &numbers, quint64 most)
{
    quint64 count = 0;
    in >> count;
    if (in.status() != QDataStream::Ok || count > most)
        return false;
    numbers.resize(count);
    const int bytes = int(count * sizeof(T));
    return in.readRawData(reinterpret_cast<char *>(numbers.data()), bytes) == bytes;
}

} // namespace

Result<void> IntentModel::save(const QString &path) const
{
    QByteArray body;
    QDataStream out(&body, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << magic << codeVersion << m_fingerprint << m_classes << m_sharpness << m_heldOutAccuracy;
    writeNumbers(out, m_vocabulary.hashes());
    writeNumbers(out, m_vocabulary.idf());
    writeNumbers(out, m_weights);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray seal = QCryptographicHash::hash(body, QCryptographicHash::Sha256);
    if (!file.open(QIODevice::WriteOnly) || file.write(body) != body.size()
        || file.write(seal) != seal.size() || !file.commit())
        return Error{ErrorCode::Io, path, file.errorString()};
    return {};
}

Result<IntentModel> IntentModel::load(const QString &path, const QByteArray &fingerprint)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, path, {}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, path, file.errorString()};
    const Error damaged{ErrorCode::Corrupt, path, u"no intent model, or a damaged one"_s};
    if (file.size() <= hashBytes || file.size() > largest)
        return damaged;
    const QByteArray all = file.readAll();
    const QByteArray body = all.chopped(hashBytes);
    if (QCryptographicHash::hash(body, QCryptographicHash::Sha256) != all.right(hashBytes))
        return damaged;

    QDataStream in(body);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 kind = 0;
    quint32 version = 0;
    IntentModel model;
    in >> kind >> version >> model.m_fingerprint;
    if (kind != magic)
        return damaged;
    if (version != codeVersion || model.m_fingerprint != fingerprint)
        return Error{ErrorCode::NotFound, path, u"of another catalogue or version"_s};
    in >> model.m_classes >> model.m_sharpness >> model.m_heldOutAccuracy;
    const auto most = quint64(body.size());
    std::vector<quint64> hashes;
    std::vector<float> idf;
    if (!readNumbers(in, hashes, most / sizeof(quint64))
        || !readNumbers(in, idf, most / sizeof(float))
        || !readNumbers(in, model.m_weights, most / sizeof(float)) || hashes.size() != idf.size()
        || model.m_weights.size() != (hashes.size() + 1) * size_t(model.m_classes.size())
        || !std::isfinite(model.m_sharpness)
        || std::adjacent_find(hashes.begin(), hashes.end(), std::greater_equal<>()) != hashes.end())
        return damaged;
    model.m_vocabulary = Vocabulary::restore(std::move(hashes), std::move(idf));
    return model;
}

} // namespace baton::signs
