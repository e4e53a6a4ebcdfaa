#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Files.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/Rows.h"
#include "app/batonctl/Stores.h"
#include "app/batonctl/Totals.h"
#include "core/base/Text.h"
#include "core/knowledge/DocumentReader.h"

#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr qsizetype batchBytes = 8 << 20; // of files, between two calls of the store

const char *nameOf(Audience audience)
{
    return audience == Audience::Customer ? "customer" : "internal";
}

/// Reads files and gives them to the store a batch at a time; each bad file costs only itself.
class Adding
{
public:
    Adding(Session &session, store::Store &store)
        : m_session(session)
        , m_store(store)
    { }

    void read(const QString &file)
    {
        ++m_totals.read;
        QFile source(file);
        // One byte more than is taken, so that what is too large is seen without being read.
        const bool open = source.open(QIODevice::ReadOnly);
        const QByteArray bytes = open ? source.read(knowledge::largestFile + 1) : QByteArray();
        if (!open || source.error() != QFile::NoError)
            return reject({ErrorCode::Io, file, source.errorString()});
        Result<Document> document = knowledge::readDocument(file, bytes);
        if (!document)
            return reject(document.error());
        m_batch.append(*std::move(document));
        m_files.append(file);
        m_bytes += bytes.size();
    }
    bool isFull() const { return m_bytes >= batchBytes; }

    Result<void> flush()
    {
        const auto report = wait(m_store.addDocuments(std::exchange(m_batch, {})));
        const QStringList files = std::exchange(m_files, {});
        m_bytes = 0;
        if (!report)
            return report.error();
        m_totals.added += report->added;
        m_totals.updated += report->updated;
        m_totals.unchanged += report->unchanged;
        for (const store::RefusedDocument &refused : report->refused)
            reject({refused.error.code, files.at(refused.index),
                    refused.error.subject + u": "_s + refused.error.detail});
        return {};
    }
    const ImportTotals &totals() const { return m_totals; }

private:
    void reject(const Error &error)
    {
        ++m_totals.rejected;
        m_session.output.aside(error.subject + u": "_s + error.detail);
    }

    Session &m_session;
    store::Store &m_store;
    QList<Document> m_batch;
    QStringList m_files;
    qsizetype m_bytes = 0;
    ImportTotals m_totals; ///< of documents
};

Exit add(Session &session, const QStringList &paths)
{
    const Interrupt interrupt;
    const Result<QStringList> files = filesBelow(paths, knowledge::readableEndings());
    if (!files) {
        session.output.problem(words(files.error(), u"add the documents"_s));
        return Exit::CouldNot;
    }
    const auto store = openStore(session, store::Access::ReadWrite);
    if (!store)
        return Exit::CouldNot;
    Adding adding(session, *store);
    Result<void> added;
    for (const QString &file : *files) {
        if (Interrupt::isRequested() || !added)
            break;
        session.output.progress(u"Reading"_s, double(adding.totals().read) / double(files->size()));
        adding.read(file);
        if (adding.isFull())
            added = adding.flush();
    }
    if (added)
        added = adding.flush();
    session.output.endProgress();
    tell(session, adding.totals());
    if (!added)
        session.output.problem(words(added.error(), u"add the documents"_s));
    if (Interrupt::isRequested())
        session.output.problem(u"Adding was cancelled. What came before that is stored."_s);
    if (!added || Interrupt::isRequested())
        return Exit::CouldNot;
    return adding.totals().rejected > 0 ? Exit::DoneWithRejects : Exit::Done;
}

Json day(const std::optional<Instant> &instant)
{
    return instant ? Json(utf8(instant->utc().date().toString(Qt::ISODate))) : Json();
}

bool isWanted(const Options &options, const Document &document)
{
    const auto subtag
        = [](const QString &language) { return language.section(u'-', 0, 0).toLower(); };
    return (!options.audience || *options.audience == document.audience)
        && (options.language.isEmpty() || document.language.isEmpty()
            || subtag(options.language) == subtag(document.language));
}

Exit list(Session &session)
{
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    const auto known = wait(store->documents());
    if (!known) {
        session.output.problem(words(known.error(), u"list the documents"_s));
        return Exit::CouldNot;
    }
    QStringList ids;
    for (const store::KnownDocument &one : *known)
        ids.append(one.document.id.text());
    const int width = idWidth(ids);
    int shown = 0;
    for (const auto &[document, passages, retired] : *known) {
        if (session.options.limitGiven && shown == session.options.limit)
            break;
        if (!isWanted(session.options, document))
            continue;
        ++shown;
        if (!session.output.isJson()) {
            session.output.line(u"%1  %2  %3  %4"_s.arg(
                document.id.text().leftJustified(width),
                QString::number(document.version).rightJustified(4),
                retired ? u"retired "_s : QString::fromLatin1(nameOf(document.audience)),
                document.title));
            continue;
        }
        Json intents = Json::array();
        for (const QString &intent : document.intents)
            intents.push_back(utf8(intent));
        session.output.json({{"document", utf8(document.id.text())},
                             {"version", document.version},
                             {"title", utf8(document.title)},
                             {"kind", utf8(document.kind)},
                             {"audience", nameOf(document.audience)},
                             {"language", utf8(document.language)},
                             {"changed", day(document.changed)},
                             {"review", day(document.review)},
                             {"intents", std::move(intents)},
                             {"passages", passages},
                             {"retired", retired}});
    }
    if (shown == 0 && !session.output.isJson())
        session.output.line(u"Nothing here."_s);
    return Exit::Done;
}

Exit find(Session &session, const QStringList &operands)
{
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    PassageQuery query;
    query.parts = {{operands.join(u' '), 1}};
    query.language = session.options.language;
    query.audience = session.options.audience;
    query.limit = session.options.limit;
    const auto found = wait(store->findPassages(query));
    if (!found) {
        session.output.problem(words(found.error(), u"search the knowledge"_s));
        return Exit::CouldNot;
    }
    QStringList ids;
    for (const FoundPassage &hit : *found)
        ids.append(hit.passage.document.text());
    const int width = idWidth(ids);
    for (const FoundPassage &hit : *found) {
        const Passage &passage = hit.passage;
        if (session.output.isJson())
            session.output.json({{"document", utf8(passage.document.text())},
                                 {"version", passage.version},
                                 {"title", utf8(passage.title)},
                                 {"heading", utf8(passage.heading)},
                                 {"text", utf8(passage.text)},
                                 {"score", hit.score}});
        else
            session.output.line(passage.document.text().leftJustified(width) + u"  "_s
                                + column(passage.heading, 40) + u"  "_s
                                + text::firstWords(passage.text, 100));
    }
    if (found->isEmpty() && !session.output.isJson())
        session.output.line(u"Nothing found."_s);
    return Exit::Done;
}

} // namespace

Exit knowledge(Session &session)
{
    QStringList operands = session.options.operands;
    const QString what = operands.takeFirst();
    if (what == "add"_L1 && !operands.isEmpty())
        return add(session, operands);
    if (what == "list"_L1 && operands.isEmpty())
        return list(session);
    if (what == "search"_L1 && !operands.isEmpty())
        return find(session, operands);
    if (what == "evaluate"_L1 && operands.isEmpty())
        return evaluateKnowledge(session);
    session.output.problem(
        u"knowledge can add PATH…, list, search TEXT…, or evaluate. Try batonctl knowledge "
        "--help."_s);
    return Exit::Usage;
}

} // namespace baton::ctl
