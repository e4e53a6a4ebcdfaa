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
constexpr quint32 codeVersion = 2;      // of features and training: another one trains anew
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
    if (in.status() != QDataStream::Ok || count > most / sizeof(T))
        return false;
    numbers.resize(count);
    const int bytes = int(count * sizeof(T));
    return in.readRawData(reinterpret_cast<char *>(numbers.data()), bytes) == bytes;
}

void writeRows(QDataStream &out, const PackedRows &rows)
{
    out << qint32(rows.width());
    writeNumbers(out, rows.cells());
    writeNumbers(out, rows.steps());
}

bool readRows(QDataStream &in, PackedRows &rows, quint64 most)
{
    qint32 width = 0;
    std::vector<qint8> cells;
    std::vector<float> steps;
    in >> width;
    if (!readNumbers(in, cells, most) || !readNumbers(in, steps, most))
        return false;
    rows = PackedRows::restore(std::move(cells), std::move(steps), width);
    return true;
}

} // namespace

QByteArray IntentModel::toBytes() const
{
    QByteArray body;
    QDataStream out(&body, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out.setFloatingPointPrecision(QDataStream::SinglePrecision);
    out << magic << codeVersion << m_fingerprint << m_classes << m_linearWeight << m_networkWeight;
    writeNumbers(out, m_vocabulary.hashes());
    writeNumbers(out, m_vocabulary.idf());
    writeRows(out, m_linear);
    writeRows(out, m_first);
    writeNumbers(out, m_unitBias);
    writeNumbers(out, m_second);
    writeNumbers(out, m_secondBias);
    out << quint64(m_heldOut.size());
    for (const HeldOut &one : m_heldOut)
        out << one.confidence << one.outside << one.right << one.isOutside;
    return body;
}

Result<void> IntentModel::save(const QString &path) const
{
    const QByteArray body = toBytes();
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
    in.setFloatingPointPrecision(QDataStream::SinglePrecision);
    quint32 kind = 0;
    quint32 version = 0;
    IntentModel model;
    in >> kind >> version >> model.m_fingerprint;
    if (kind != magic)
        return damaged;
    if (version != codeVersion || model.m_fingerprint != fingerprint)
        return Error{ErrorCode::NotFound, path, u"of another catalogue or version"_s};
    in >> model.m_classes >> model.m_linearWeight >> model.m_networkWeight;
    const auto most = quint64(body.size());
    std::vector<quint64> hashes;
    std::vector<float> idf;
    if (!readNumbers(in, hashes, most) || !readNumbers(in, idf, most)
        || !readRows(in, model.m_linear, most) || !readRows(in, model.m_first, most)
        || !readNumbers(in, model.m_unitBias, most) || !readNumbers(in, model.m_second, most)
        || !readNumbers(in, model.m_secondBias, most) || !model.readHeldOut(in, most))
        return damaged;
    const auto columns = int(hashes.size());
    const auto classes = size_t(model.m_classes.size());
    const size_t units = model.m_unitBias.size();
    if (hashes.size() != idf.size() || classes < 2
        || std::adjacent_find(hashes.begin(), hashes.end(), std::greater_equal<>()) != hashes.end()
        || model.m_linear.rows() != columns + 1 || size_t(model.m_linear.width()) != classes
        || model.m_first.rows() != columns || size_t(model.m_first.width()) != units
        || model.m_second.size() != units * classes || model.m_secondBias.size() != classes
        || !std::isfinite(model.m_linearWeight) || !std::isfinite(model.m_networkWeight))
        return damaged;
    model.m_vocabulary = Vocabulary::restore(std::move(hashes), std::move(idf));
    return model;
}

bool IntentModel::readHeldOut(QDataStream &in, quint64 most)
{
    quint64 count = 0;
    in >> count;
    if (count > most)
        return false;
    m_heldOut.resize(count);
    for (HeldOut &one : m_heldOut)
        in >> one.confidence >> one.outside >> one.right >> one.isOutside;
    return in.status() == QDataStream::Ok;
}

} // namespace baton::signs
