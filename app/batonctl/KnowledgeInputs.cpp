#include "app/batonctl/KnowledgeInputs.h"

#include "app/batonctl/Files.h"
#include "core/knowledge/Chunker.h"
#include "core/knowledge/DocumentReader.h"
#include "core/knowledge/Outline.h"
#include "core/packet/LineSource.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json; // "the first member" is a matter of order

constexpr qsizetype mostTurns = 64; // of a query, the newest

QString member(const Json &line, const char *name)
{
    const auto found = line.find(name);
    return found != line.end() && found->is_string()
        ? QString::fromStdString(found->get<std::string>())
        : QString();
}

QString area(const Json &line)
{
    const QString scope = member(line, "scope");
    return scope.isEmpty() ? member(line, "chart") : scope;
}

/// Gives each object of a file to a function, which says what is wrong with it or nothing.
Result<void> eachObject(const QString &file, const std::function<QString(const Json &)> &take)
{
    const auto lines = packet::LineSource::open(file);
    if (!lines)
        return lines.error();
    const auto bad = [&](const QString &what) {
        return Error{ErrorCode::InvalidInput, file,
                     u"line %1: %2"_s.arg((*lines)->number()).arg(what)};
    };
    for (;;) {
        switch ((*lines)->next()) {
        case packet::LineSource::Next::End:
            return {};
        case packet::LineSource::Next::Broken:
            return (*lines)->error();
        case packet::LineSource::Next::TooLong:
            return bad(u"too long"_s);
        case packet::LineSource::Next::Line:
            break;
        }
        const QByteArray &bytes = (*lines)->line();
        if (bytes.trimmed().isEmpty())
            continue;
        const Json line = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
        if (!line.is_object())
            return bad(u"expected a JSON object"_s);
        if (const QString what = take(line); !what.isEmpty())
            return bad(what);
    }
}

Result<TrialDocuments> readFolder(const QString &path)
{
    const Result<QStringList> files = filesBelow({path}, knowledge::readableEndings());
    if (!files)
        return files.error();
    TrialDocuments read;
    for (const QString &name : *files) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Io, name, file.errorString()};
        Result<Document> document
            = knowledge::readDocument(name, file.read(knowledge::largestFile + 1));
        if (!document)
            return document.error();
        read.documents.append(*std::move(document));
    }
    return read;
}

QString addDocument(TrialDocuments &read, const Json &line)
{
    Document document;
    document.id = DocumentId(member(line, "id"));
    document.version = 1;
    document.title = member(line, "title");
    document.kind = member(line, "kind");
    const QByteArray text = member(line, "text").toUtf8();
    if (document.id.isEmpty() || text.isEmpty())
        return u"expected \"id\" and \"text\", both text"_s;
    const Result<knowledge::Outline> outline = knowledge::markdownOutline(text);
    if (!outline)
        return outline.error().detail;
    document.passages = knowledge::chunk(outline->sections);
    document.sha256 = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    for (Passage &passage : document.passages) {
        passage.document = document.id;
        passage.version = document.version;
        passage.title = document.title;
    }
    read.areas.insert(document.id, area(line));
    read.documents.append(std::move(document));
    return {};
}

/// "agent: …" is what the agent said.
QString withoutSpeaker(const QString &turn)
{
    static const QRegularExpression speaker(u"^\\w+: "_s);
    return QString(turn).remove(speaker);
}

QString addQuery(QList<TrialQuery> &queries, const Json &line)
{
    TrialQuery query;
    query.turns.append(member(line, "query"));
    query.area = area(line);
    if (const auto context = line.find("context"); context != line.end() && context->is_array()) {
        for (auto turn = context->rbegin();
             turn != context->rend() && query.turns.size() < mostTurns; ++turn) {
            if (!turn->is_string())
                return u"expected texts in \"context\""_s;
            query.turns.append(withoutSpeaker(QString::fromStdString(turn->get<std::string>())));
        }
    }
    const auto gold = line.find("gold");
    if (query.turns.first().isEmpty() || gold == line.end() || !gold->is_array())
        return u"expected \"query\", a text, and \"gold\", a list of ids"_s;
    for (const Json &id : *gold) {
        if (!id.is_string())
            return u"expected ids in \"gold\""_s;
        query.gold.append(DocumentId(QString::fromStdString(id.get<std::string>())));
    }
    queries.append(std::move(query));
    return {};
}

} // namespace

Result<TrialDocuments> readTrialDocuments(const QString &path, const QString &kind)
{
    TrialDocuments read;
    if (QFileInfo(path).isDir()) {
        auto folder = readFolder(path);
        if (!folder)
            return folder.error();
        read = *std::move(folder);
    } else if (const Result<void> done
               = eachObject(path, [&](const Json &line) { return addDocument(read, line); });
               !done) {
        return done.error();
    }
    if (!kind.isEmpty())
        read.documents.removeIf([&](const Document &one) { return one.kind != kind; });
    return read;
}

Result<QList<TrialQuery>> readTrialQueries(const QString &file)
{
    QList<TrialQuery> queries;
    if (const Result<void> done
        = eachObject(file, [&](const Json &line) { return addQuery(queries, line); });
        !done)
        return done.error();
    return queries;
}

Result<QStringList> readTickets(const QString &file)
{
    QStringList tickets;
    const Result<void> done = eachObject(file, [&](const Json &line) {
        QString text = member(line, "text");
        for (auto it = line.begin(); text.isEmpty() && it != line.end(); ++it) {
            if (it->is_string())
                text = QString::fromStdString(it->get<std::string>());
        }
        if (text.isEmpty())
            return u"expected a text"_s;
        tickets.append(text);
        return QString();
    });
    if (!done)
        return done.error();
    tickets.removeDuplicates();
    return tickets;
}

} // namespace baton::ctl
