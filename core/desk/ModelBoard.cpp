#include "core/desk/ModelBoard.h"

#include "core/desk/ModelWriter.h"
#include "core/secrets/Secrets.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int trialTokens = 24;

}

ModelBoard::ModelBoard() = default;
ModelBoard::~ModelBoard() = default;

void ModelBoard::tryOut(const ModelSource &source)
{
    m_stream.reset();
    m_names.reset();
    m_trial = {};
    m_trial.source = source;
    m_trial.inTheClear = models::sendsInTheClear(source.address);
    m_trial.step = TrialStep::Listing;
    const quint64 round = ++m_round;
    if (!m_secrets)
        return list();
    Q_EMIT changed(m_trial); // a keychain may have to be opened first
    m_secrets->fetch({source.keyVariable}, this, [this, round] {
        if (round == m_round)
            list();
    });
}

void ModelBoard::list()
{
    const ModelSource &source = m_trial.source;
    const Result<QByteArray> key = keyOf(source, m_secrets);
    if (!key)
        return end(ModelTrouble::NoKey, source.keyVariable);
    m_key = *key;
    m_names = std::make_unique<models::ModelNames>(
        models::ChatServer{source.address, source.model, m_key});
    connect(m_names.get(), &models::ModelNames::answered, this, &ModelBoard::listed);
    m_names->start();
    Q_EMIT changed(m_trial);
}

void ModelBoard::listed()
{
    m_trial.names = m_names->names();
    const ModelTrouble trouble = m_names->trouble();
    const QString detail = m_names->detail();
    m_names.reset();
    // A server may write without telling what it has.
    if (trouble != ModelTrouble::None && trouble != ModelTrouble::NotThere)
        return end(trouble, detail);
    ask();
}

void ModelBoard::ask()
{
    m_trial.step = TrialStep::Asking;
    models::ChatRequest request;
    request.user = u"Say in one short sentence that you are ready."_s;
    request.mostTokens = trialTokens;
    m_stream = std::make_unique<models::ChatStream>(
        models::ChatServer{m_trial.source.address, m_trial.source.model, m_key},
        std::move(request));
    connect(m_stream.get(), &models::ChatStream::changed, this, &ModelBoard::answered);
    m_asked.start();
    m_stream->start();
    Q_EMIT changed(m_trial);
}

void ModelBoard::answered()
{
    m_trial.said = m_stream->text().simplified().left(300);
    if (!m_trial.said.isEmpty() && !m_trial.firstMs)
        m_trial.firstMs = m_asked.elapsed();
    if (!isOver(m_stream->state())) {
        Q_EMIT changed(m_trial);
        return;
    }
    // A few words were asked for: that they break off is no trouble.
    const bool spoke = !m_trial.said.isEmpty()
        && (m_stream->state() == ModelState::Complete
            || m_stream->state() == ModelState::Truncated);
    const ModelTrouble trouble = spoke              ? ModelTrouble::None
        : m_stream->trouble() == ModelTrouble::None ? ModelTrouble::NoAnswer
                                                    : m_stream->trouble();
    end(trouble, m_stream->detail());
}

void ModelBoard::end(ModelTrouble trouble, const QString &detail)
{
    ++m_round;
    m_trial.step = TrialStep::Done;
    m_trial.trouble = trouble;
    m_trial.detail = detail;
    const ModelTrial told = m_trial;
    m_names.reset();
    m_stream.reset();
    Q_EMIT changed(told);
}

void ModelBoard::keepKey(const QString &name, const QByteArray &key)
{
    if (!m_secrets) {
        Q_EMIT keyKept(name, Error{ErrorCode::Offline, name, u"there is no keychain"_s});
        return;
    }
    m_secrets->keep(name, key, this, [this, name](const Result<void> &kept) {
        Q_EMIT keyKept(name, kept ? std::nullopt : std::optional(kept.error()));
    });
}

void ModelBoard::cancel()
{
    ++m_round;
    m_names.reset();
    m_stream.reset();
    m_trial = {};
    const ModelTrial told = m_trial;
    Q_EMIT changed(told);
}

} // namespace baton
