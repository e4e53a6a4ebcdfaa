#include "core/store/WordSplitter.h"

#include <sqlite3.h>

namespace baton::store {

namespace {

constexpr const char *apiSql = "SELECT fts5(?1)";
// As in the schema's tokenize option.
constexpr const char *tokenizerName = "unicode61";
const char *tokenizerArguments[] = {"remove_diacritics", "2"};

fts5_api *apiOf(sqlite3 *database)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database, apiSql, -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

int addWord(void *words, int, const char *word, int length, int, int)
{
    static_cast<QStringList *>(words)->append(QString::fromUtf8(word, length));
    return SQLITE_OK;
}

} // namespace

struct WordSplitter::Functions
{
    fts5_tokenizer tokenizer = {};
};

WordSplitter::WordSplitter(Connection &connection)
    : m_functions(std::make_unique<Functions>())
{
    fts5_api *api = apiOf(connection.database().getHandle());
    void *context = nullptr;
    if (!api
        || api->xFindTokenizer(api, tokenizerName, &context, &m_functions->tokenizer) != SQLITE_OK
        || m_functions->tokenizer.xCreate(context, tokenizerArguments, 2, &m_tokenizer)
            != SQLITE_OK)
        throw SQLite::Exception("SQLite was built without FTS5", SQLITE_ERROR);
}

WordSplitter::~WordSplitter()
{
    if (m_tokenizer)
        m_functions->tokenizer.xDelete(m_tokenizer);
}

QStringList WordSplitter::wordsOf(const QString &text) const
{
    QStringList words;
    const QByteArray utf8 = text.toUtf8();
    m_functions->tokenizer.xTokenize(m_tokenizer, &words, FTS5_TOKENIZE_QUERY, utf8.constData(),
                                     static_cast<int>(utf8.size()), addWord);
    return words;
}

} // namespace baton::store
