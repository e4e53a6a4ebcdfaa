#include "core/knowledge/DocumentLines.h"

#include "core/base/Text.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <optional>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

constexpr qsizetype longestJsonLine = 4 << 20; // bytes
constexpr int mostRefused = 1'000;             // lines that are told of one file

/// What one line says.
struct JsonLine
{
    FrontMatter head;
    QString heading;
    Outline outline;
};

/// A string, a number as it is written, or strings of an array; absent where it is none of them.
std::optional<QStringList> valuesOf(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return QStringList();
    if (value.isString())
        return QStringList(value.toString());
    if (value.isDouble())
        return QStringList(QString::number(value.toDouble(), 'g', 15));
    if (!value.isArray())
        return {};
    QStringList values;
    const QJsonArray array = value.toArray();
    for (const auto &item : array) {
        if (!item.isString())
            return {};
        values.append(item.toString());
    }
    return values;
}

class JsonLines
{
public:
    JsonLines(QString file, const FrontMatter &defaults, const Assumed &assumed)
        : m_file(std::move(file))
        , m_defaults(defaults)
        , m_assumed(assumed)
    { }

    void read(QByteArrayView line, qsizetype number);
    ReadFile finish();

private:
    /// A document as its lines come.
    struct Growing
    {
        FrontMatter head;
        Outline outline;
        QByteArray bytes;
        qsizetype line = 0;
        bool inSections = false;
    };

    Error wrong(qsizetype number, const QString &what) const
    {
        return {ErrorCode::InvalidInput, u"%1:%2"_s.arg(m_file).arg(number), what};
    }
    void refuse(Error error);
    Result<JsonLine> lineOf(const QJsonObject &object, qsizetype number) const;
    void take(JsonLine line, const QByteArray &canonical, qsizetype number);

    QString m_file;
    FrontMatter m_defaults;
    Assumed m_assumed;
    QList<Growing> m_documents;
    QHash<DocumentId, qsizetype> m_byId;
    ReadFile m_result;
};

void JsonLines::refuse(Error error)
{
    if (m_result.refused.size() < mostRefused)
        m_result.refused.append(std::move(error));
}

void JsonLines::read(QByteArrayView line, qsizetype number)
{
    if (line.trimmed().isEmpty())
        return;
    if (line.size() > longestJsonLine)
        return refuse(
            {ErrorCode::TooLarge, u"%1:%2"_s.arg(m_file).arg(number),
             u"more than %1 MB in a line; split the document"_s.arg(longestJsonLine >> 20)});
    QJsonParseError error;
    const QJsonDocument json
        = QJsonDocument::fromJson(QByteArray::fromRawData(line.data(), line.size()), &error);
    if (error.error == QJsonParseError::IllegalUTF8String)
        return refuse(wrong(number, u"this is not UTF-8; save the file in that encoding"_s));
    if (!json.isObject())
        return refuse(wrong(number,
                            u"expected a JSON object with id, title and text (%1)"_s.arg(
                                error.error == QJsonParseError::NoError ? u"another value"_s
                                                                        : error.errorString())));
    Result<JsonLine> read = lineOf(json.object(), number);
    if (!read)
        return refuse(read.error());
    take(*std::move(read), json.toJson(QJsonDocument::Compact), number);
}

Result<JsonLine> JsonLines::lineOf(const QJsonObject &object, qsizetype number) const
{
    static const QStringList known{u"id"_s,       u"title"_s,    u"kind"_s,
                                   u"audience"_s, u"language"_s, u"version"_s,
                                   u"changed"_s,  u"review"_s,   u"intents"_s};
    QList<HeadField> fields;
    for (const QString &name : known) {
        const std::optional<QStringList> values = valuesOf(object.value(name));
        if (!values)
            return wrong(number, u"%1: expected a string"_s.arg(name));
        if (!values->isEmpty())
            fields.append({name, *values, int(number)});
    }
    Result<FrontMatter> head = readHead(m_file, fields, m_defaults);
    if (!head)
        return head.error();
    if (head->id.isEmpty())
        return wrong(number, u"the document has no id; give it one"_s);
    const QJsonValue text = object.value(u"text"_s);
    if (!text.isString() || text.toString().trimmed().isEmpty())
        return wrong(number, u"there is no text; write some, or leave the line out"_s);
    Result<Outline> outline = markdownOutline(text.toString().toUtf8());
    if (!outline)
        return Error{outline.error().code, u"%1:%2"_s.arg(m_file).arg(number),
                     outline.error().detail};
    const QJsonValue heading
        = object.contains(u"heading"_s) ? object.value(u"heading"_s) : object.value(u"section"_s);
    return JsonLine{*std::move(head), text::firstWords(heading.toString(), 300),
                    *std::move(outline)};
}

void JsonLines::take(JsonLine line, const QByteArray &canonical, qsizetype number)
{
    for (Section &section : line.outline.sections) {
        if (section.heading.isEmpty())
            section.heading = line.heading;
    }
    const auto known = m_byId.constFind(line.head.id);
    if (known == m_byId.cend()) {
        m_byId.insert(line.head.id, m_documents.size());
        m_documents.append({line.head, line.outline, canonical, number, !line.heading.isEmpty()});
        return;
    }
    Growing &document = m_documents[*known];
    if (line.heading.isEmpty() || !document.inSections)
        return refuse(wrong(number,
                            u"%1 was given in line %2 already; keep one of the two, or name a "
                            "heading in each"_s.arg(line.head.id.text())
                                .arg(document.line)));
    document.outline.sections += line.outline.sections;
    document.bytes += '\n' + canonical;
}

ReadFile JsonLines::finish()
{
    for (const Growing &growing : std::as_const(m_documents)) {
        Result<Document> document = documentOf(growing.head, growing.outline);
        if (!document) {
            refuse({document.error().code, u"%1:%2"_s.arg(m_file).arg(growing.line),
                    document.error().detail});
            continue;
        }
        document->sha256 = fingerprint(growing.bytes, m_assumed);
        m_result.documents.append({*std::move(document), growing.line, {}});
    }
    return std::move(m_result);
}

} // namespace

ReadFile documentLines(const QString &file, QByteArrayView bytes, const FrontMatter &defaults,
                       const Assumed &assumed)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes = bytes.sliced(3);
    JsonLines lines(file, defaults, assumed);
    qsizetype number = 1;
    for (qsizetype begin = 0; begin < bytes.size(); ++number) {
        qsizetype end = bytes.indexOf('\n', begin);
        end = end < 0 ? bytes.size() : end;
        lines.read(bytes.sliced(begin, end - begin), number);
        begin = end + 1;
    }
    return lines.finish();
}

} // namespace baton::knowledge
