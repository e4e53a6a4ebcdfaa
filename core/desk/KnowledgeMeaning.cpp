#include "core/base/Log.h"
#include "core/desk/KnowledgeSearchPrivate.h"

using namespace Qt::StringLiterals;

/// How a model that tells what means alike comes into the search.
namespace baton {

namespace {

constexpr qsizetype passagesAtOnce = 256;
constexpr qint64 unheardMs = 30'000; // for which a model that did not answer is left alone

/// A passage means little without what it stands under.
QString meantBy(const Passage &passage)
{
    return passage.title + u". "_s + passage.heading + u". "_s + passage.text;
}

} // namespace

QFuture<Result<void>> KnowledgeSearch::useEmbeddings(EmbeddingSource source)
{
    m_meant = !source.place.isEmpty();
    return m_filling.run([this, source = std::move(source)]() -> Result<void> {
        m_models->source = source;
        m_models->embedder.reset();
        m_thread.run([this] { m_near.reset(); }).waitForFinished();
        return m_models->last = fill();
    });
}

QFuture<Result<void>> KnowledgeSearch::settled()
{
    return m_filling.run([this] { return m_models->last; });
}

void KnowledgeSearch::fillLater()
{
    if (!m_meant || m_ending)
        return;
    m_filling.run([this] {
        m_models->last = fill();
        if (!m_models->last && m_models->last.error().code != ErrorCode::Cancelled)
            log::error("embeddings", m_models->last.error());
    });
}

Result<void> KnowledgeSearch::fill()
{
    if (m_models->source.place.isEmpty())
        return {};
    const auto goOn = [this] { return !m_ending; };
    if (!m_models->embedder) {
        auto opened = knowledge::openEmbedder(m_models->source.place, m_models->source.model,
                                              qgetenv("BATON_EMBEDDINGS_KEY"), goOn);
        if (!opened)
            return opened.error();
        m_models->embedder = *std::move(opened);
    }
    struct Begun
    {
        std::shared_ptr<const Corpus> corpus;
        bool filled = false;
    };
    const auto begun = awaited(m_thread.run([this]() -> Result<Begun> {
        const auto known = this->known();
        if (!known)
            return known.error();
        return Begun{(*known)->corpus, m_near && m_near->corpus == (*known)->corpus};
    }));
    if (!begun)
        return begun.error();
    if (begun->filled)
        return {};
    const auto texts = textsOf(*begun->corpus);
    if (!texts)
        return texts.error();
    auto directions = directionsOf(*texts, *m_models->embedder, m_store, goOn);
    if (!directions)
        return directions.error();
    m_thread
        .run([this,
              near = std::make_shared<const Near>(
                  Near{begun->corpus, *m_models->embedder, *std::move(directions)})] {
            m_near = near;
            m_unheard.invalidate();
        })
        .waitForFinished();
    return {};
}

Result<QStringList> KnowledgeSearch::textsOf(const Corpus &corpus)
{
    QStringList texts;
    for (qsizetype from = 0; from < corpus.rows.size(); from += passagesAtOnce) {
        const QList<qint64> some = corpus.rows.mid(from, passagesAtOnce);
        const auto passages = awaited(m_store.passagesAt(some));
        if (!passages)
            return passages.error();
        // They have changed meanwhile, and will be learnt anew.
        if (passages->size() != some.size() || m_ending)
            return Error{ErrorCode::Cancelled, {}, {}};
        for (const FoundPassage &one : *passages)
            texts.append(meantBy(one.passage));
    }
    return texts;
}

/// Does without where the model does not answer.
void KnowledgeSearch::hearMeaning(Answer &answer, const QStringList &texts)
{
    const bool tried = m_unheard.isValid() && m_unheard.elapsed() < unheardMs;
    if (!m_meant || tried)
        return;
    if (!m_near || m_near->corpus != answer.known->corpus) {
        m_unheard.start();
        return fillLater();
    }
    const auto made = m_near->embedder.embed(texts, knowledge::Embedder::Patience::Search);
    if (!made) {
        m_unheard.start();
        if (!m_ending)
            log::error("embeddings", made.error());
        return;
    }
    for (size_t i = 0; i < answer.turns.size(); ++i) {
        const std::vector<float> closeness = m_near->directions.closenessTo((*made)[i]);
        answer.turns[i].meaning = answer.known->bestOf([&](const auto &take) {
            for (size_t row = 0; row < closeness.size(); ++row)
                take(m_near->corpus->rows[qsizetype(row)], double(closeness[row]));
        });
    }
}

} // namespace baton
