#include "core/knowledge/DocumentReader.h"

#include "core/base/Text.h"
#include "core/knowledge/FrontMatter.h"
#include "core/knowledge/Outline.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFileInfo>
#include <QtCore/QStringDecoder>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

Error wrong(ErrorCode code, const QString &file, qsizetype line, const QString &what)
{
    return {code, u"%1:%2"_s.arg(file).arg(line), what};
}

bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError();
}

/// The first line that is not UTF-8, 0 where all are.
qsizetype lineOfBadUtf8(QByteArrayView bytes)
{
    if (isUtf8(bytes))
        return 0;
    qsizetype line = 1;
    for (qsizetype begin = 0; begin < bytes.size(); ++line) {
        qsizetype end = bytes.indexOf('\n', begin);
        end = end < 0 ? bytes.size() : end;
        if (!isUtf8(bytes.sliced(begin, end - begin)))
            return line;
        begin = end + 1;
    }
    return line;
}

Result<Outline> outlineOf(const QString &ending, QByteArrayView body)
{
    if (ending == u"txt")
        return plainOutline(body);
    return markdownOutline(body);
}

} // namespace

const QStringList &readableEndings()
{
    static const QStringList endings{u"md"_s, u"markdown"_s, u"txt"_s};
    return endings;
}

Result<Document> readDocument(const QString &file, const QByteArray &bytes)
{
    const QFileInfo info(file);
    const QString ending = info.suffix().toLower();
    if (!readableEndings().contains(ending))
        return wrong(ErrorCode::InvalidInput, file, 1,
                     u"this kind of file is not read; save it as one of .%1"_s.arg(
                         readableEndings().join(u", ."_s)));
    if (bytes.size() > largestFile)
        return wrong(ErrorCode::TooLarge, file, 1,
                     u"%1 bytes, at most %2; split the file"_s.arg(bytes.size()).arg(largestFile));
    if (const qsizetype line = lineOfBadUtf8(bytes); line > 0)
        return wrong(ErrorCode::InvalidInput, file, line,
                     u"this is not UTF-8; save the file in that encoding"_s);

    QByteArrayView utf8(bytes);
    if (utf8.startsWith("\xef\xbb\xbf"))
        utf8 = utf8.sliced(3);
    const Result<FrontMatter> head = readFrontMatter(file, utf8);
    if (!head)
        return head.error();
    const qsizetype linesBefore = utf8.first(head->body).count('\n');
    Result<Outline> outline = outlineOf(ending, utf8.sliced(head->body));
    if (!outline)
        return wrong(outline.error().code, file, linesBefore + outline.error().subject.toLongLong(),
                     outline.error().detail);

    Document document{head->id,
                      head->version,
                      head->title,
                      head->kind,
                      head->audience,
                      head->language,
                      head->changed,
                      head->review,
                      head->intents,
                      chunk(outline->sections),
                      QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()};
    if (document.id.isEmpty())
        document.id = DocumentId(text::firstWords(info.completeBaseName(), 200));
    if (document.id.isEmpty())
        return wrong(ErrorCode::InvalidInput, file, 1,
                     u"the document has no id; write \"id: …\" into its head, or name the file"_s);
    if (document.title.isEmpty())
        document.title = outline->title.isEmpty() ? document.id.text() : outline->title;
    if (document.passages.isEmpty())
        return wrong(ErrorCode::InvalidInput, file, linesBefore + 1,
                     u"there is no text; write some, or leave the file out"_s);
    if (document.passages.size() > mostPassages)
        return wrong(ErrorCode::TooLarge, file, linesBefore + 1,
                     u"%1 passages, at most %2; split the file"_s.arg(document.passages.size())
                         .arg(mostPassages));
    for (Passage &passage : document.passages) {
        passage.document = document.id;
        passage.version = document.version;
        passage.title = document.title;
    }
    return document;
}

} // namespace baton::knowledge
