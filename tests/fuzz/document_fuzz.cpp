#include "core/knowledge/DocumentReader.h"

#include <QtCore/QSet>

#include <cstdint>

using namespace baton;

namespace {

constexpr qsizetype longestAccepted = 1 << 16; // bytes: beyond, a run only takes longer

/// Stops with a name that stands in the report.
void require(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

void checkPassages(const Document &document)
{
    QSet<int> places;
    for (const Passage &passage : document.passages) {
        require(passage.document == document.id && passage.version == document.version,
                "a passage of another document");
        require(!passage.text.trimmed().isEmpty(), "a passage without words");
        require(!places.contains(passage.place), "two passages in one place");
        places.insert(passage.place);
    }
}

void check(const QString &file, const QByteArray &bytes)
{
    const knowledge::ReadFile read = knowledge::readDocuments(file, bytes);
    for (const Error &error : read.refused) {
        require(error.subject.startsWith(file), "an error that does not name the file");
        require(!error.detail.isEmpty(), "an error that does not say what is wrong");
    }
    const knowledge::ReadFile again = knowledge::readDocuments(file, bytes);
    require(again.refused == read.refused && again.documents.size() == read.documents.size(),
            "the same bytes refused differently");
    for (qsizetype i = 0; i < read.documents.size(); ++i) {
        const Document &document = read.documents[i].document;
        require(!document.id.isEmpty() && document.version >= 0 && !document.title.isEmpty(),
                "a document without id, version or title");
        require(!document.sha256.isEmpty(), "a document without a hash");
        checkPassages(document);
        require(again.documents[i].document == document, "the same bytes read differently");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (qsizetype(size) > longestAccepted)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const QString &ending : knowledge::readableEndings())
        check(QStringLiteral("returns.") + ending, bytes);
    return 0;
}
