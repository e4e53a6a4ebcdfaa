#pragma once

#include "core/store/Connection.h"

struct Fts5Tokenizer;

namespace baton::store {

/// Text in the words under which the search index keeps it: split and folded by the same tokenizer,
/// so that what is asked for is always one word to FTS5, whatever was typed.
class WordSplitter
{
public:
    explicit WordSplitter(Connection &connection);
    ~WordSplitter();
    WordSplitter(const WordSplitter &) = delete;
    WordSplitter &operator=(const WordSplitter &) = delete;

    QStringList wordsOf(const QString &text) const;

private:
    struct Functions;
    std::unique_ptr<Functions> m_functions;
    Fts5Tokenizer *m_tokenizer = nullptr;
};

} // namespace baton::store
