#pragma once

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QtEndian>

#include <nlohmann/json.hpp>

namespace baton::tests {

/// A folder with a small model2vec model, made by a test.
class MadeModel
{
public:
    QString path() const { return m_folder.path(); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", qPrintable(file.fileName()));
    }
    void tokens(const nlohmann::json &json) const
    {
        write(QStringLiteral("tokenizer.json"), QByteArray::fromStdString(json.dump()));
    }
    /// header as it is, and what follows it.
    void tensors(const nlohmann::json &header, const QByteArray &data) const
    {
        tensors(QByteArray::fromStdString(header.dump()), data);
    }
    void tensors(const QByteArray &header, const QByteArray &data) const
    {
        write(QStringLiteral("model.safetensors"), bytesOf(quint64(header.size())) + header + data);
    }
    template <class T>
    static QByteArray bytesOf(T value)
    {
        QByteArray bytes(sizeof(T), '\0');
        qToLittleEndian(value, bytes.data());
        return bytes;
    }
    template <class T>
    static QByteArray bytesOf(std::initializer_list<T> values)
    {
        QByteArray bytes;
        for (const T value : values)
            bytes += bytesOf(value);
        return bytes;
    }

private:
    QTemporaryDir m_folder;
};

/// Words that a model is made of, as WordPiece.
inline nlohmann::json wordPieceTokens(const std::vector<std::string> &words)
{
    nlohmann::json vocabulary = nlohmann::json::object();
    for (size_t i = 0; i < words.size(); ++i)
        vocabulary[words[i]] = i;
    return {{"normalizer", {{"type", "BertNormalizer"}, {"lowercase", true}}},
            {"pre_tokenizer", {{"type", "BertPreTokenizer"}}},
            {"model", {{"type", "WordPiece"}, {"unk_token", "[UNK]"}, {"vocab", vocabulary}}}};
}

} // namespace baton::tests
