#include "app/batonctl/KnowledgeInputs.h"

#include "app/batonctl/Files.h"
#include "app/batonctl/JsonObjects.h"
#include "core/knowledge/DocumentReader.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json; // "the first member" is a matter of order

constexpr qsizetype mostTurns = 64; // of a query, the newest

QString member(const Json &line, const char *name)
{
    return textOf(line, name).value_or(QString());
}

QString area(const Json &line)
{
    const QString scope = member(line, "scope");
    return scope.isEmpty() ? member(line, "chart") : scope;
}

void take(knowledge::ReadFile file, TrialDocuments &into)
{
    for (knowledge::ReadDocument &one : file.documents) {
        one.document.version = 1;
        for (Passage &passage : one.document.passages)
            passage.version = 1;
        into.documents.append(std::move(one.document));
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
        knowledge::ReadFile own
            = knowledge::readDocuments(name, file.read(knowledge::largestFile + 1));
        if (!own.refused.isEmpty())
            return own.refused.first();
        take(std::move(own), read);
    }
    return read;
}

/// As `knowledge add` reads them; gzip is undone first.
Result<TrialDocuments> readLines(const QString &path)
{
    TrialDocuments read;
    QByteArray lines;
    const Result<void> done = eachObject(path, [&](const Json &line) {
        read.areas.insert(DocumentId(member(line, "id")), area(line));
        lines.append(QByteArray::fromStdString(line.dump())).append('\n');
        return QString();
    });
    if (!done)
        return done.error();
    knowledge::ReadFile file = knowledge::readDocuments(u"documents.jsonl"_s, lines);
    if (!file.refused.isEmpty())
        return Error{ErrorCode::InvalidInput, path,
                     u"line %1: %2"_s.arg(file.refused.first().subject.section(u':', -1),
                                          file.refused.first().detail)};
    take(std::move(file), read);
    return read;
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
    Result<TrialDocuments> read = QFileInfo(path).isDir() ? readFolder(path) : readLines(path);
    if (!read)
        return read.error();
    if (!kind.isEmpty())
        read->documents.removeIf([&](const Document &one) { return one.kind != kind; });
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
