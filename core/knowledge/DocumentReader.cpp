#include "core/knowledge/DocumentReader.h"

#include "core/base/Text.h"
#include "core/knowledge/DocumentLines.h"
#include "core/knowledge/Encoding.h"
#include "core/knowledge/Outline.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

Error wrong(ErrorCode code, const QString &file, qsizetype line, const QString &what)
{
    return {code, u"%1:%2"_s.arg(file).arg(line), what};
}

/// error names a place within what begins behind so many lines.
Error placed(const QString &file, qsizetype linesBefore, const Error &error)
{
    return wrong(error.code, file, linesBefore + error.subject.toLongLong(), error.detail);
}

/// The bytes of a text file as UTF-8 without a mark. Where a format or its writers are known for
/// other encodings, those are read.
Result<QByteArray> textOf(const QString &ending, const QByteArray &bytes)
{
    if (ending.startsWith(u"htm"))
        return toUtf8(bytes, charsetOf(bytes));
    if (ending == u"csv")
        return toUtf8(bytes, {});
    if (const qsizetype line = lineOfBadUtf8(bytes); line > 0)
        return Error{ErrorCode::InvalidInput, QString::number(line),
                     u"this is not UTF-8; save the file in that encoding"_s};
    return bytes.startsWith("\xef\xbb\xbf") ? bytes.sliced(3) : bytes;
}

Result<Outline> outlineOf(const QString &ending, QByteArrayView body)
{
    if (ending == u"txt")
        return plainOutline(body);
    if (ending == u"csv")
        return csvOutline(body);
    if (ending.startsWith(u"htm"))
        return htmlOutline(body);
    if (ending == u"pdf")
        return pdfOutline(body);
    if (ending == u"docx")
        return docxOutline(body);
    return markdownOutline(body);
}

bool isText(const QString &ending)
{
    return ending != u"pdf" && ending != u"docx";
}

Result<Document> oneDocument(const QString &file, const QString &ending, const QByteArray &bytes,
                             const FrontMatter &assumed)
{
    FrontMatter head = assumed;
    qsizetype linesBefore = 0;
    Result<QByteArray> text = isText(ending) ? textOf(ending, bytes) : bytes;
    if (!text)
        return placed(file, 0, text.error());
    if (isText(ending)) {
        Result<FrontMatter> read = readFrontMatter(file, *text, assumed);
        if (!read)
            return read.error();
        head = *std::move(read);
        linesBefore = QByteArrayView(*text).first(head.body).count('\n');
    }
    Result<Outline> outline = outlineOf(ending, QByteArrayView(*text).sliced(head.body));
    if (!outline)
        return placed(file, linesBefore, outline.error());
    if (head.id.isEmpty())
        head.id = DocumentId(text::firstWords(QFileInfo(file).completeBaseName(), 200));
    Result<Document> document = documentOf(head, *outline);
    if (!document)
        return placed(file, linesBefore, document.error());
    return document;
}

} // namespace

const QStringList &readableEndings()
{
    static const QStringList endings{u"md"_s,  u"markdown"_s, u"txt"_s, u"html"_s, u"htm"_s,
                                     u"pdf"_s, u"docx"_s,     u"csv"_s, u"jsonl"_s};
    return endings;
}

QByteArray fingerprint(const QByteArray &bytes, const Assumed &assumed)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    if (assumed != Assumed()) {
        hash.addData(assumed.audience == Audience::Customer ? "\ncustomer " : "\ninternal ");
        hash.addData(assumed.language.toUtf8());
    }
    return hash.result().toHex();
}

Result<Document> documentOf(const FrontMatter &head, const Outline &outline)
{
    static const QRegularExpression languageTag(u"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"_s);
    const auto fault = [](ErrorCode code, const QString &what) {
        return Error{code, u"1"_s, what};
    };
    Document document{head.id,
                      head.version,
                      head.title,
                      head.kind,
                      head.audience,
                      head.language,
                      head.changed,
                      head.review,
                      head.intents,
                      chunk(outline.sections),
                      {}};
    if (document.id.isEmpty())
        return fault(ErrorCode::InvalidInput,
                     u"the document has no id; write \"id: …\" into its head, or name the file"_s);
    if (document.title.isEmpty())
        document.title = outline.title.isEmpty() ? document.id.text() : outline.title;
    if (document.language.isEmpty() && languageTag.match(outline.language).hasMatch())
        document.language = outline.language;
    if (document.passages.isEmpty())
        return fault(ErrorCode::InvalidInput,
                     u"there is no text; write some, or leave the file out"_s);
    if (document.passages.size() > mostPassages)
        return fault(ErrorCode::TooLarge,
                     u"%1 passages, at most %2; split the file"_s.arg(document.passages.size())
                         .arg(mostPassages));
    for (Passage &passage : document.passages) {
        passage.document = document.id;
        passage.version = document.version;
        passage.title = document.title;
    }
    return document;
}

ReadFile readDocuments(const QString &file, const QByteArray &bytes, const Assumed &assumed)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    if (!readableEndings().contains(ending))
        return {{},
                {wrong(ErrorCode::InvalidInput, file, 1,
                       u"this kind of file is not read; save it as one of .%1"_s.arg(
                           readableEndings().join(u", ."_s)))}};
    if (bytes.size() > largestFile)
        return {
            {},
            {wrong(ErrorCode::TooLarge, file, 1,
                   u"%1 bytes, at most %2; split the file"_s.arg(bytes.size()).arg(largestFile))}};
    FrontMatter defaults;
    defaults.audience = assumed.audience;
    if (ending == u"jsonl") {
        defaults.language = assumed.language;
        return documentLines(file, bytes, defaults, assumed);
    }
    Result<Document> document = oneDocument(file, ending, bytes, defaults);
    if (!document)
        return {{}, {document.error()}};
    // What the format says of the language goes before what is assumed.
    if (document->language.isEmpty())
        document->language = assumed.language;
    document->sha256 = fingerprint(bytes, assumed);
    const bool markdown = ending == u"md" || ending == u"markdown";
    return {
        {{*std::move(document), 1, markdown ? textOf(ending, bytes).value_or({}) : QByteArray()}},
        {}};
}

Result<Document> readDocument(const QString &file, const QByteArray &bytes)
{
    ReadFile read = readDocuments(file, bytes);
    if (read.documents.isEmpty())
        return read.refused.isEmpty()
            ? wrong(ErrorCode::InvalidInput, file, 1,
                    u"there is no text; write some, or leave the file out"_s)
            : read.refused.first();
    Document document = std::move(read.documents.first().document);
    if (document.version == 0) {
        document.version = 1;
        for (Passage &passage : document.passages)
            passage.version = 1;
    }
    return document;
}

} // namespace baton::knowledge
