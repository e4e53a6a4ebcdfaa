#include "core/desk/ModelWriter.h"

#include "core/base/Log.h"
#include "core/drafting/LockedFigures.h"
#include "core/drafting/ModelReply.h"
#include "core/drafting/ModelSummary.h"
#include "core/secrets/Secrets.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int toldEachMs = 40;
constexpr qsizetype mostSent = 100;
constexpr qsizetype mostTables = 50; // of masks; a conversation that comes back later begins anew

} // namespace

Result<QByteArray> keyOf(const ModelSource &source, const secrets::Secrets *secrets)
{
    if (source.keyVariable.isEmpty())
        return QByteArray();
    const QByteArray key = secrets ? secrets->known(source.keyVariable)
                                   : secrets::Secrets::inEnvironment(source.keyVariable);
    if (key.isEmpty())
        return Error{ErrorCode::NotFound, source.keyVariable, {}};
    return key;
}

QStringList lockedFigures(const QString &text, Instant now)
{
    return drafting::lockedFigures(text, {now.utc().date()});
}

ModelWriter::ModelWriter(const Clock &clock)
    : m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(toldEachMs);
    connect(&m_soon, &QTimer::timeout, this, &ModelWriter::publish);
}

ModelWriter::~ModelWriter() = default;

void ModelWriter::setSource(const ModelSource &source)
{
    if (source == m_source)
        return;
    stop();
    m_source = source;
    m_form = models::AnswerForm::Schema;
}

quint64 ModelWriter::write(Job job)
{
    renew(job.conversation, job.task);
    m_text.original = job.original;
    if (m_masks.size() > mostTables)
        m_masks.clear();
    struct Asked
    {
        drafting::Prompt prompt;
        drafting::Masks masks;
    };
    const auto asked = m_thread.run(
        [job = std::move(job), masks = m_masks.value(m_text.conversation)]() mutable -> Asked {
            drafting::Prompt prompt = job.ask(masks);
            return {std::move(prompt), std::move(masks)};
        });
    onFinished(asked, this, [this, run = m_text.run](Asked made) {
        if (run == m_text.run && !isOver(m_text.state))
            begin(std::move(made.prompt), std::move(made.masks));
    });
    publish();
    return m_text.run;
}

void ModelWriter::refuse(const ConversationId &conversation, ModelTask task, ModelTrouble trouble)
{
    renew(conversation, task);
    m_text.state = ModelState::Failed;
    m_text.trouble = trouble;
    publish();
}

void ModelWriter::renew(const ConversationId &conversation, ModelTask task)
{
    stop();
    const quint64 run = m_text.run + 1;
    m_text = {};
    m_text.run = run;
    m_text.conversation = conversation;
    m_text.task = task;
    m_text.sinceSteadyMs = m_clock.steadyMs();
}

void ModelWriter::begin(drafting::Prompt prompt, drafting::Masks masks)
{
    m_masks.insert(m_text.conversation, std::move(masks));
    if (!m_secrets)
        return ask(std::move(prompt));
    // A keychain may have to be opened first.
    m_secrets->fetch({m_source.keyVariable}, this, [this, run = m_text.run, prompt] {
        if (run == m_text.run && !isOver(m_text.state))
            ask(prompt);
    });
}

void ModelWriter::ask(drafting::Prompt prompt)
{
    const Result<QByteArray> key = keyOf(m_source, m_secrets);
    if (!key) {
        m_text.state = ModelState::Failed;
        m_text.trouble = ModelTrouble::NoKey;
        return publish();
    }
    models::ChatRequest request;
    request.system = std::move(prompt.system);
    request.user = std::move(prompt.user);
    request.schema = std::move(prompt.schema);
    request.mostTokens = prompt.mostTokens;
    request.form = m_form;
    m_stream = std::make_unique<models::ChatStream>(
        models::ChatServer{m_source.address, m_source.model, *key}, std::move(request), m_patience);
    connect(m_stream.get(), &models::ChatStream::changed, this, &ModelWriter::streamed);
    connect(m_stream.get(), &models::ChatStream::sending, this, [this] {
        m_sent.append(
            {m_clock.now(), m_text.conversation, m_text.task, m_source.address, m_stream->sent()});
        if (m_sent.size() > mostSent)
            m_sent.removeFirst();
        Q_EMIT sentChanged();
    });
    m_stream->start();
}

void ModelWriter::streamed()
{
    m_text.state = m_stream->state();
    m_text.trouble = m_stream->trouble();
    m_text.thinks = m_stream->thinks();
    m_text.readInPart = m_stream->readInPart();
    if (!isOver(m_text.state)) {
        if (!m_soon.isActive())
            m_soon.start();
        return;
    }
    if (m_text.task == ModelTask::Reply && m_text.state == ModelState::Complete)
        m_form = m_stream->form();
    if (m_text.trouble != ModelTrouble::None)
        log::warn("model",
                  u"ended %1, %2 %3"_s.arg(int(m_text.state))
                      .arg(int(m_text.trouble))
                      .arg(m_stream->detail()));
    publish();
}

QString ModelWriter::written() const
{
    if (!m_stream)
        return {};
    const auto masks = m_masks.constFind(m_text.conversation);
    if (masks == m_masks.cend())
        return {}; // they were learnt before the stream began
    if (m_text.task == ModelTask::Summary)
        return isOver(m_text.state) ? drafting::summaryAnswer(m_stream->text(), *masks) : QString();
    QString text = drafting::readModelReply(m_stream->text()).text();
    if (!isOver(m_text.state))
        text.truncate(drafting::Masks::settled(text));
    if (m_text.task != ModelTask::Reply)
        return masks->unmask(text, drafting::Masks::Links::Return);
    return drafting::withoutLinks(masks->unmask(text));
}

void ModelWriter::publish()
{
    m_soon.stop();
    m_text.text = written();
    // What holds no sentence is no draft, whatever the server says.
    const bool wroteNothing
        = m_text.state == ModelState::Complete || m_text.state == ModelState::Truncated;
    if (wroteNothing && m_text.text.trimmed().isEmpty()) {
        m_text.state = ModelState::Failed;
        m_text.trouble = ModelTrouble::NoAnswer;
    }
    if (isOver(m_text.state) && keepsFigures(m_text.task) && !m_text.text.isEmpty()) {
        const facts::Written written{m_clock.now().utc().date()};
        m_text.altered = drafting::missingFigures(m_text.original, m_text.text, written)
            + drafting::missingFigures(m_text.text, m_text.original, written);
    }
    const ModelText told = m_text;
    if (isOver(told.state))
        m_stream.reset();
    Q_EMIT changed(told);
}

void ModelWriter::stop()
{
    if (m_text.run == 0 || isOver(m_text.state))
        return;
    if (m_stream)
        m_stream->stop();
    m_text.state = ModelState::Cancelled;
    publish();
}

} // namespace baton
