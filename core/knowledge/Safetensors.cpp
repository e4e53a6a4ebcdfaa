#include "core/knowledge/Safetensors.h"

#include <QtCore/QFloat16>
#include <QtCore/QtEndian>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

using Json = nlohmann::json;

constexpr qint64 lengthBytes = 8;
constexpr quint64 longestHeader = 1 << 20; // a static model has a handful of tensors
constexpr std::size_t mostSides = 8;

struct Kind
{
    const char *name;
    Tensor::Type type;
    int bytes;
};
constexpr Kind kinds[] = {
    {"F64", Tensor::Type::F64, 8},   {"F32", Tensor::Type::F32, 4}, {"F16", Tensor::Type::F16, 2},
    {"BF16", Tensor::Type::BF16, 2}, {"I64", Tensor::Type::I64, 8}, {"I32", Tensor::Type::I32, 4},
    {"I8", Tensor::Type::I8, 1},
};

struct Extent
{
    quint64 begin = 0;
    quint64 end = 0;
    std::string name;
};

template <class T>
T read(const uchar *data, qint64 index)
{
    return qFromLittleEndian<T>(data + index * qint64(sizeof(T)));
}

std::optional<quint64> unsignedOf(const Json &value)
{
    if (!value.is_number_unsigned())
        return {};
    return value.get<quint64>();
}

/// The product, where it is one that a file can hold.
std::optional<qint64> countOf(const Json &shape, std::vector<qint64> &sides)
{
    if (!shape.is_array() || shape.size() > mostSides)
        return {};
    qint64 count = 1;
    for (const Json &one : shape) {
        const auto side = unsignedOf(one);
        if (!side || *side > quint64(std::numeric_limits<qint32>::max()))
            return {};
        sides.push_back(qint64(*side));
        if (__builtin_mul_overflow(count, qint64(*side), &count))
            return {};
    }
    return count;
}

std::optional<Extent> extentOf(const Json &tensor, const std::string &name, quint64 size)
{
    const auto offsets = tensor.find("data_offsets");
    if (offsets == tensor.end() || !offsets->is_array() || offsets->size() != 2)
        return {};
    const auto begin = unsignedOf(offsets->at(0));
    const auto end = unsignedOf(offsets->at(1));
    if (!begin || !end || *begin > *end || *end > size)
        return {};
    return Extent{*begin, *end, name};
}

/// What is wrong; empty: nothing.
QString readTensor(const Json &json, const Extent &extent, const uchar *data, Tensor &tensor)
{
    const auto shape = json.find("shape");
    const auto count = shape == json.end() ? std::nullopt : countOf(*shape, tensor.shape);
    if (!count)
        return u"shape: expected a few whole numbers"_s;
    const auto type = json.find("dtype");
    if (type == json.end() || !type->is_string())
        return u"dtype: expected a text"_s;
    tensor.count = *count;
    tensor.data = data + extent.begin;
    const auto kind = std::find_if(std::begin(kinds), std::end(kinds),
                                   [&](const Kind &one) { return *type == one.name; });
    if (kind == std::end(kinds))
        return {}; // of no use to us, and perhaps not needed
    tensor.type = kind->type;
    qint64 bytes = 0;
    if (__builtin_mul_overflow(*count, qint64(kind->bytes), &bytes)
        || quint64(bytes) != extent.end - extent.begin)
        return u"data_offsets: %1 bytes, where its shape needs %2"_s.arg(extent.end - extent.begin)
            .arg(bytes);
    return {};
}

QString overlap(std::vector<Extent> extents)
{
    std::sort(extents.begin(), extents.end(),
              [](const Extent &a, const Extent &b) { return a.begin < b.begin; });
    for (size_t i = 1; i < extents.size(); ++i)
        if (extents[i].begin < extents[i - 1].end)
            return u"%1 and %2 overlap"_s.arg(QString::fromStdString(extents[i - 1].name),
                                              QString::fromStdString(extents[i].name));
    return {};
}

} // namespace

double Tensor::number(qint64 index) const
{
    switch (type) {
    case Type::F64:
        return read<double>(data, index);
    case Type::F32:
        return double(read<float>(data, index));
    case Type::F16: {
        qfloat16 half;
        const auto bits = read<quint16>(data, index);
        std::memcpy(static_cast<void *>(&half), &bits, sizeof(bits));
        return double(float(half));
    }
    case Type::BF16: {
        const quint32 bits = quint32(read<quint16>(data, index)) << 16;
        float value = 0;
        std::memcpy(&value, &bits, sizeof(value));
        return double(value);
    }
    default:
        return double(whole(index));
    }
}

qint64 Tensor::whole(qint64 index) const
{
    return type == Type::I64 ? read<qint64>(data, index)
        : type == Type::I32  ? read<qint32>(data, index)
                             : read<qint8>(data, index);
}

Safetensors::Safetensors(const QString &path)
    : m_path(path)
    , m_file(path)
{ }

Result<std::unique_ptr<Safetensors>> Safetensors::open(const QString &path)
{
    std::unique_ptr<Safetensors> opened(new Safetensors(path));
    if (const Result<void> read = opened->readHeader(); !read)
        return read.error();
    return opened;
}

Result<void> Safetensors::readHeader()
{
    const auto bad = [this](const QString &what) {
        return Error{ErrorCode::InvalidInput, m_path, what};
    };
    if (!m_file.open(QIODevice::ReadOnly))
        return Error{m_file.exists() ? ErrorCode::Io : ErrorCode::NotFound, m_path,
                     m_file.errorString()};
    const qint64 size = m_file.size();
    if (size < lengthBytes)
        return bad(u"%1 bytes: too short to be a model; copy it again"_s.arg(size));
    m_bytes = m_file.map(0, size, QFileDevice::MapPrivateOption);
    if (!m_bytes)
        return Error{ErrorCode::Io, m_path, m_file.errorString()};
    const auto header = qFromLittleEndian<quint64>(m_bytes);
    if (header > longestHeader || header > quint64(size - lengthBytes))
        return bad(
            u"header: %1 bytes of %2; cut short, or not a safetensors file"_s.arg(header).arg(
                size));
    const auto *text = reinterpret_cast<const char *>(m_bytes + lengthBytes);
    const Json json = Json::parse(text, text + header, nullptr, false);
    if (!json.is_object())
        return bad(u"header: expected a JSON object"_s);
    const quint64 dataSize = quint64(size - lengthBytes) - header;
    std::vector<Extent> extents;
    for (const auto &[name, value] : json.items()) {
        if (name == "__metadata__")
            continue;
        const QString place = u"tensor %1: "_s.arg(QString::fromStdString(name).left(100));
        const auto extent = value.is_object() ? extentOf(value, name, dataSize) : std::nullopt;
        if (!extent)
            return bad(place + u"data_offsets: expected two within %1 bytes"_s.arg(dataSize));
        Tensor tensor;
        const QString wrong = readTensor(value, *extent, m_bytes + lengthBytes + header, tensor);
        if (!wrong.isEmpty())
            return bad(place + wrong);
        extents.push_back(*extent);
        m_tensors.emplace(name, std::move(tensor));
    }
    if (const QString both = overlap(std::move(extents)); !both.isEmpty())
        return bad(u"tensors "_s + both);
    return {};
}

const Tensor *Safetensors::find(const char *name) const
{
    const auto found = m_tensors.find(name);
    return found == m_tensors.end() ? nullptr : &found->second;
}

} // namespace baton::knowledge
