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
    const auto read = knowledge::readDocument(file, bytes);
    if (!read) {
        require(read.error().subject.startsWith(file), "an error that does not name the file");
        require(!read.error().detail.isEmpty(), "an error that does not say what is wrong");
        return;
    }
    require(!read->id.isEmpty() && read->version >= 1 && !read->title.isEmpty(),
            "a document without id, version or title");
    require(!read->sha256.isEmpty(), "a document without a hash");
    checkPassages(*read);
    const auto again = knowledge::readDocument(file, bytes);
    require(again && *again == *read, "the same bytes read differently");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (qsizetype(size) > longestAccepted)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    check(QStringLiteral("returns.md"), bytes);
    check(QStringLiteral("returns.txt"), bytes);
    return 0;
}
