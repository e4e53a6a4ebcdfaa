#pragma once

#include "core/knowledge/Embedding.h"
#include "core/knowledge/Safetensors.h"
#include "core/knowledge/Tokenizer.h"

#include <memory>

namespace baton::knowledge {

/// A model2vec model: a row of numbers a token; a text's direction is the mean of its tokens' rows.
/// Its folder holds model.safetensors, tokenizer.json and perhaps config.json. Immutable; any
/// thread.
class StaticEmbeddings
{
public:
    /// Errors: NotFound, Io; InvalidInput naming the file, its member and what to do.
    static Result<std::shared_ptr<const StaticEmbeddings>> open(const QString &folder);

    int dimension() const { return m_dimension; }
    /// The folder's name and what its files hold.
    const QString &name() const { return m_name; }
    /// As the model makes it, of whatever length; empty where it knows no word of the text. Errors:
    /// InvalidInput: a row holds something that is not a number.
    Result<Embedding> of(const QString &text) const;

private:
    Result<void> readTensors(const QString &file);
    Result<void> readConfig(const QString &file);

    QString m_name;
    std::unique_ptr<Safetensors> m_file;
    Tokenizer m_tokenizer;
    const Tensor *m_rows = nullptr;
    const Tensor *m_weights = nullptr; ///< by token; null: all weigh the same
    const Tensor *m_mapping = nullptr; ///< a token's row; null: rows are by token
    int m_dimension = 0;
    bool m_normalises = true;
};

} // namespace baton::knowledge
