#include "core/store/FeedbackTable.h"
#include "core/store/KnowledgeFiles.h"
#include "core/store/StorePrivate.h"

using namespace Qt::StringLiterals;

namespace baton::store {

bool Store::Private::addSome(DocumentsJob &job, QPromise<Result<DocumentsReport>> &promise)
{
    letDurableWritesThrough();
    Result<bool> more = job.next < job.documents.size() ? knowledge->addSlice(job) : false;
    if (more) {
        const Result<bool> behind = seen(knowledge->followSlice());
        if (!behind)
            more = behind.error();
        else if (*behind || *more)
            return true;
    }
    promise.addResult(more ? Result<DocumentsReport>(std::move(job.report))
                           : Result<DocumentsReport>(more.error()));
    promise.finish();
    return false;
}

QFuture<Result<DocumentsReport>> Store::addDocuments(QList<Document> documents)
{
    if (d->access == Access::ReadOnly)
        return d->refusal<Result<DocumentsReport>>();
    auto promise = std::make_shared<QPromise<Result<DocumentsReport>>>();
    promise->start();
    auto job = std::make_shared<DocumentsJob>();
    job->documents = std::move(documents);
    d->documents.add([own = d.get(), job, promise] { return own->addSome(*job, *promise); });
    return promise->future();
}

QFuture<Result<void>> Store::saveDocumentSources(DocumentSources sources)
{
    return d->write([this, sources = std::move(sources)] {
        d->letDurableWritesThrough();
        return d->knowledge->saveSources(sources);
    });
}

QFuture<Result<QByteArray>> Store::documentSource(QByteArray sha256)
{
    return d->askKnowledge([this, sha256 = std::move(sha256)]() -> Result<QByteArray> {
        return d->passages->documents().source(sha256);
    });
}

QFuture<Result<void>> Store::retireDocument(DocumentId id)
{
    return d->write([this, id = std::move(id)]() -> Result<void> {
        d->letDurableWritesThrough();
        if (const Result<void> retired = d->knowledge->retire(id); !retired)
            return retired;
        for (;;) {
            const Result<bool> more = d->seen(d->knowledge->followSlice());
            if (!more)
                return more.error();
            if (!*more)
                return {};
        }
    });
}

QFuture<Result<QList<KnowledgeFile>>> Store::knowledgeFiles()
{
    return d->askKnowledge([this]() -> Result<QList<KnowledgeFile>> {
        return KnowledgeFiles(*d->searchConnection).all();
    });
}

QFuture<Result<void>> Store::saveKnowledgeFiles(QList<KnowledgeFile> files)
{
    return d->write([this, files = std::move(files)] {
        d->letDurableWritesThrough();
        return d->knowledge->saveFiles(files);
    });
}

QFuture<Result<QByteArray>> Store::knowledgeSeed()
{
    return d->askKnowledge(
        [this]() -> Result<QByteArray> { return store::knowledgeSeed(*d->searchConnection); });
}

QFuture<Result<void>> Store::saveKnowledgeSeed(QByteArray fingerprint)
{
    return d->write([this, fingerprint = std::move(fingerprint)] {
        d->letDurableWritesThrough();
        return d->knowledge->saveSeed(fingerprint);
    });
}

QFuture<Result<QList<KnownDocument>>> Store::documents()
{
    return d->askKnowledge(
        [this]() -> Result<QList<KnownDocument>> { return d->passages->documents().newest(); });
}

QFuture<Result<KnowledgeOverview>> Store::knowledgeOverview(int gaps)
{
    return d->askKnowledge([this, gaps]() -> Result<KnowledgeOverview> {
        return KnowledgeOverview{d->passages->documents().newest(),
                                 d->passages->citations().counts(),
                                 FeedbackTable(*d->searchConnection).gaps(gaps)};
    });
}

QFuture<Result<Document>> Store::document(DocumentId id, int version)
{
    return d->askKnowledge([this, id = std::move(id), version]() -> Result<Document> {
        if (auto document = d->passages->documents().document(id, version))
            return *std::move(document);
        return Error{ErrorCode::NotFound, u"%1 version %2"_s.arg(id.text()).arg(version), {}};
    });
}

QFuture<Result<QList<Document>>> Store::currentDocuments()
{
    return d->askKnowledge(
        [this]() -> Result<QList<Document>> { return d->passages->documents().current(); });
}

QFuture<Result<QList<IndexedDocument>>> Store::indexedDocuments()
{
    return d->askKnowledge(
        [this]() -> Result<QList<IndexedDocument>> { return d->passages->indexed(); });
}

QFuture<Result<QList<QList<PassageScore>>>> Store::scorePassages(QStringList texts,
                                                                 Searched searched)
{
    return d->askKnowledge(
        [this, texts = std::move(texts), searched]() -> Result<QList<QList<PassageScore>>> {
            QList<QList<PassageScore>> scores;
            for (const QString &text : texts)
                scores.append(d->passages->score(text, searched));
            return scores;
        });
}

QFuture<Result<TextVectors>> Store::vectors(QString model, int dimension)
{
    return d->askKnowledge([this, model = std::move(model), dimension]() -> Result<TextVectors> {
        return VectorTable(*d->searchConnection).of(model, dimension);
    });
}

QFuture<Result<void>> Store::saveVectors(QString model, int dimension, TextVectors vectors)
{
    return d->write([this, model = std::move(model), dimension, vectors = std::move(vectors)] {
        return d->changeVectors([&](VectorTable &table) -> Result<void> {
            table.save(model, dimension, vectors);
            return {};
        });
    });
}

QFuture<Result<int>> Store::forgetVectors(QString exceptModel, QList<QByteArray> texts)
{
    return d->write([this, exceptModel = std::move(exceptModel), texts = std::move(texts)] {
        return d->changeVectors(
            [&](VectorTable &table) -> Result<int> { return table.forget(exceptModel, texts); });
    });
}

QFuture<Result<QStringList>> Store::closedNeeds(int limit)
{
    return d->askKnowledge(
        [this, limit]() -> Result<QStringList> { return d->passages->closedNeeds(limit); });
}

QFuture<Result<void>> Store::addCitations(QList<Citation> citations)
{
    return d->write([this, citations = std::move(citations)] {
        d->letDurableWritesThrough();
        return d->desk->addCitations(citations);
    });
}

QFuture<Result<QList<Citation>>> Store::citations(int limit)
{
    return d->askKnowledge([this, limit]() -> Result<QList<Citation>> {
        return d->passages->citations().newest(limit);
    });
}

QFuture<Result<QList<Citation>>> Store::citationsOf(DocumentId id, int limit)
{
    return d->askKnowledge([this, id = std::move(id), limit]() -> Result<QList<Citation>> {
        return d->passages->citations().of(id, limit);
    });
}

QFuture<Result<QList<FoundPassage>>> Store::passagesAt(QList<qint64> rows)
{
    return d->askKnowledge([this, rows = std::move(rows)]() -> Result<QList<FoundPassage>> {
        QList<FoundPassage> passages;
        for (const qint64 row : rows) {
            if (auto passage = d->passages->at(row))
                passages.append(*std::move(passage));
        }
        return passages;
    });
}

QFuture<Result<QList<FoundPassage>>> Store::findPassages(PassageQuery query)
{
    return d->askKnowledge([this, query = std::move(query)]() -> Result<QList<FoundPassage>> {
        return d->passages->find(query);
    });
}

QFuture<Result<QList<Passage>>> Store::passages(DocumentId id, int version, QString heading)
{
    return d->askKnowledge([this, id = std::move(id), version,
                            heading = std::move(heading)]() -> Result<QList<Passage>> {
        QList<Passage> passages = d->passages->passages(id, version, heading);
        if (passages.isEmpty())
            return Error{ErrorCode::NotFound, u"%1 version %2"_s.arg(id.text()).arg(version),
                         u"nothing stands under this heading"_s};
        return passages;
    });
}

} // namespace baton::store
