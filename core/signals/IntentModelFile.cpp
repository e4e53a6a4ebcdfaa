#include "core/signals/IntentModel.h"

#include "core/signals/Numbers.h"
#include "core/signals/SealedFile.h"

#include <QtCore/QIODevice>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace baton::signs {

namespace {

constexpr quint32 magic = 0x62694d31; // "biM1"
constexpr quint32 codeVersion = 4;    // of features and training: another one trains anew

} // namespace

QByteArray IntentModel::toBytes() const
{
    QByteArray body;
    QDataStream out(&body, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out.setFloatingPointPrecision(QDataStream::SinglePrecision);
    out << magic << codeVersion << m_fingerprint << m_classes;
    writeNumbers(out, m_vocabulary.hashes());
    writeNumbers(out, m_vocabulary.idf());
    m_blend.write(out);
    out << quint64(m_heldOut.size());
    for (const HeldOut &one : m_heldOut)
        out << one.confidence << one.outside << one.right << one.isOutside;
    return body;
}

Result<void> IntentModel::save(const QString &path) const
{
    return writeSealed(path, toBytes());
}

Result<IntentModel> IntentModel::load(const QString &path, const QByteArray &fingerprint)
{
    const QString words = u"no intent model, or a damaged one"_s;
    const Result<QByteArray> sealed = readSealed(path, words);
    if (!sealed)
        return sealed.error();
    const QByteArray &body = *sealed;
    const Error damaged{ErrorCode::Corrupt, path, words};
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
    in >> model.m_classes;
    const auto most = quint64(body.size());
    std::vector<quint64> hashes;
    std::vector<float> idf;
    if (!readNumbers(in, hashes, most) || !readNumbers(in, idf, most)
        || !model.m_blend.read(in, most, int(hashes.size()), int(model.m_classes.size()))
        || !model.readHeldOut(in, most))
        return damaged;
    if (hashes.size() != idf.size() || model.m_classes.size() < 2
        || std::adjacent_find(hashes.begin(), hashes.end(), std::greater_equal<>()) != hashes.end())
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
