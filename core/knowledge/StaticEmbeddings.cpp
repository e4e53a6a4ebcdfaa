#include "core/knowledge/StaticEmbeddings.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

using Json = nlohmann::json;

constexpr qint64 largestTokenizer = 256 << 20; // bytes
constexpr qint64 largestConfig = 1 << 20;
constexpr qint64 widestRow = 16384;
constexpr qsizetype unitsRead = 20'000; // UTF-16 units that are looked at
constexpr size_t tokensRead = 512;      // of a text, as model2vec itself has it
constexpr qsizetype nameDigits = 16;

Result<QByteArray> contents(const QString &path, qint64 largest)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? ErrorCode::Io : ErrorCode::NotFound, path, file.errorString()};
    QByteArray bytes = file.read(largest + 1);
    if (bytes.size() > largest)
        return Error{ErrorCode::TooLarge, path, u"more than %1 bytes"_s.arg(largest)};
    return bytes;
}

/// sentence-transformers lays it one folder deeper.
QString folderOfModel(const QString &folder)
{
    const QString inner = folder + u"/0_StaticEmbedding"_s;
    return QFileInfo::exists(folder + u"/model.safetensors"_s) || !QFileInfo::exists(inner) ? folder
                                                                                            : inner;
}

Result<QByteArray> hashOf(const QString &path, const QByteArray &more)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return Error{ErrorCode::Io, path, file.errorString()};
    hash.addData(more);
    return hash.result().toHex();
}

} // namespace

Result<std::shared_ptr<const StaticEmbeddings>> StaticEmbeddings::open(const QString &folder)
{
    if (!QFileInfo(folder).isDir())
        return Error{ErrorCode::NotFound, folder, u"no such folder"_s};
    const QDir dir(folderOfModel(folder));
    auto model = std::make_shared<StaticEmbeddings>();
    const QString words = dir.filePath(u"tokenizer.json"_s);
    const auto bytes = contents(words, largestTokenizer);
    if (!bytes)
        return bytes.error();
    auto tokenizer = Tokenizer::read(words, *bytes);
    if (!tokenizer)
        return tokenizer.error();
    model->m_tokenizer = *std::move(tokenizer);
    const QString tensors = dir.filePath(u"model.safetensors"_s);
    if (const Result<void> read = model->readTensors(tensors); !read)
        return read.error();
    if (const Result<void> read = model->readConfig(dir.filePath(u"config.json"_s)); !read)
        return read.error();
    const auto hash = hashOf(tensors, *bytes);
    if (!hash)
        return hash.error();
    model->m_name
        = u"%1 %2"_s.arg(QDir(folder).dirName(), QString::fromLatin1(hash->left(nameDigits)));
    return std::shared_ptr<const StaticEmbeddings>(std::move(model));
}

Result<void> StaticEmbeddings::readTensors(const QString &file)
{
    auto opened = Safetensors::open(file);
    if (!opened)
        return opened.error();
    m_file = *std::move(opened);
    const auto bad = [&file](const QString &what) {
        return Error{ErrorCode::InvalidInput, file, what};
    };
    m_rows = m_file->find("embeddings");
    if (!m_rows)
        m_rows = m_file->find("embedding.weight");
    if (!m_rows)
        return bad(u"no tensor embeddings: this is no static model; name the folder of a "
                   "model2vec model"_s);
    if (m_rows->type == Tensor::Type::Other || m_rows->shape.size() != 2 || m_rows->shape[0] < 1
        || m_rows->shape[1] < 1 || m_rows->shape[1] > widestRow)
        return bad(u"tensor embeddings: expected rows of 1 to %1 numbers, as F64, F32, F16, BF16 "
                   "or I8"_s.arg(widestRow));
    m_dimension = int(m_rows->shape[1]);
    const qint64 tokens = m_tokenizer.size();
    m_weights = m_file->find("weights");
    if (m_weights && (m_weights->type == Tensor::Type::Other || m_weights->count < tokens))
        return bad(u"tensor weights: %1 numbers, where tokenizer.json has %2 tokens"_s
                       .arg(m_weights->count)
                       .arg(tokens));
    m_mapping = m_file->find("mapping");
    if (!m_mapping && m_rows->shape[0] < tokens)
        return bad(u"tensor embeddings: %1 rows, where tokenizer.json has %2 tokens"_s
                       .arg(m_rows->shape[0])
                       .arg(tokens));
    if (!m_mapping)
        return {};
    if (!m_mapping->isWhole() || m_mapping->count < tokens)
        return bad(u"tensor mapping: expected a whole number for each of the %1 tokens of "
                   "tokenizer.json"_s.arg(tokens));
    for (qint64 i = 0; i < m_mapping->count; ++i)
        if (m_mapping->whole(i) < 0 || m_mapping->whole(i) >= m_rows->shape[0])
            return bad(u"tensor mapping: token %1 has no row in embeddings"_s.arg(i));
    return {};
}

Result<void> StaticEmbeddings::readConfig(const QString &file)
{
    if (!QFileInfo::exists(file))
        return {};
    const auto bytes = contents(file, largestConfig);
    if (!bytes)
        return bytes.error();
    const Json json = Json::parse(bytes->begin(), bytes->end(), nullptr, false);
    if (!json.is_object())
        return Error{ErrorCode::InvalidInput, file, u"expected a JSON object"_s};
    if (const auto kind = json.find("model_type");
        kind != json.end() && kind->is_string() && *kind != "model2vec")
        return Error{
            ErrorCode::InvalidInput, file,
            u"/model_type: “%1” needs a server (/v1/embeddings); a folder holds a "
            "model2vec model"_s.arg(QString::fromStdString(kind->get<std::string>()).left(60))};
    if (const auto flag = json.find("normalize"); flag != json.end() && flag->is_boolean())
        m_normalises = flag->get<bool>();
    return {};
}

Result<Embedding> StaticEmbeddings::of(const QString &text) const
{
    std::vector<int> ids = m_tokenizer.idsOf(text.left(unitsRead));
    ids.resize(std::min(ids.size(), tokensRead));
    if (ids.empty())
        return Embedding();
    std::vector<double> sum(size_t(m_dimension), 0);
    for (const int id : ids) {
        const qint64 row = m_mapping ? m_mapping->whole(id) : id;
        const double weight = m_weights ? m_weights->number(id) : 1;
        for (int i = 0; i < m_dimension; ++i)
            sum[size_t(i)] += weight * m_rows->number(row * m_dimension + i);
    }
    Embedding mean;
    mean.reserve(sum.size());
    for (const double one : sum)
        mean.push_back(float(one / double(ids.size())));
    const bool sound = m_normalises
        ? normalise(mean)
        : std::all_of(mean.begin(), mean.end(), [](float value) { return std::isfinite(value); });
    if (!sound)
        return Error{ErrorCode::InvalidInput, m_file->path(),
                     u"tensor embeddings or weights: holds something that is not a number; copy "
                     "the model again"_s};
    return mean;
}

} // namespace baton::knowledge
