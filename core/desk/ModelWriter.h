#pragma once

#include "core/base/Async.h"
#include "core/desk/Settings.h"
#include "core/domain/ModelText.h"
#include "core/drafting/Prompt.h"
#include "core/models/ChatStream.h"

#include <functional>

namespace baton::secrets {
class Secrets;
}

namespace baton {

/// Lets a language model write, one text at a time: the newest wish wins, and what was being
/// written then is cancelled. Masks what leaves and puts it back in what comes, and remembers
/// exactly what left. GUI thread, which it never keeps waiting: prompts are made on a thread of
/// their own, and what comes is told at most 25 times a second.
class ModelWriter : public QObject
{
    Q_OBJECT

public:
    explicit ModelWriter(const Clock &clock);
    ~ModelWriter() override;

    /// Where keys are; outlives this. Without: the environment.
    void setSecrets(secrets::Secrets *secrets) { m_secrets = secrets; }
    void setSource(const ModelSource &source); ///< where a model is; an empty address: nowhere
    bool isSetUp() const { return !m_source.address.isEmpty(); }
    void setPatience(const models::ChatPatience &patience) { m_patience = patience; }

    /// What a prompt is made of; called on the writer's thread.
    using Ask = std::function<drafting::Prompt(drafting::Masks &)>;
    struct Job
    {
        ConversationId conversation;
        ModelTask task = ModelTask::Reply;
        QString original; ///< of a rewrite
        Ask ask;          ///< teaches the masks too
    };
    quint64 write(Job job); ///< the run's number
    /// Cannot be done, and why; told as a text that failed.
    void refuse(const ConversationId &conversation, ModelTask task, ModelTrouble trouble);
    void stop(); ///< what came stays

    /// The newest last, at most a hundred of this run of Baton.
    const QList<SentToModel> &sent() const { return m_sent; }

Q_SIGNALS:
    void changed(const baton::ModelText &text);
    void sentChanged();

private:
    void renew(const ConversationId &conversation, ModelTask task);
    void begin(drafting::Prompt prompt, drafting::Masks masks);
    void ask(drafting::Prompt prompt);
    void streamed();
    void publish();
    QString written() const;

    const Clock &m_clock;
    secrets::Secrets *m_secrets = nullptr;
    ModelSource m_source;
    models::ChatPatience m_patience;
    /// Which form the source took last.
    models::AnswerForm m_form = models::AnswerForm::Schema;
    ModelText m_text;
    QHash<ConversationId, drafting::Masks> m_masks; ///< of the conversations written to lately
    std::unique_ptr<models::ChatStream> m_stream;
    QList<SentToModel> m_sent;
    QTimer m_soon;
    SerialExecutor m_thread;
};

/// The key that a source names; nothing where it names none. Not fetched from the keychain here.
/// NotFound: it is named, and not there.
Result<QByteArray> keyOf(const ModelSource &source, const secrets::Secrets *secrets);

/// What a rewrite may not change, as the text writes it.
QStringList lockedFigures(const QString &text, Instant now);

} // namespace baton
