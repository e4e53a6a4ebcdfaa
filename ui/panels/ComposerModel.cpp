#include "core/desk/ModelWriter.h"
#include "ui/panels/Button.h"
#include "ui/panels/Composer.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/Label.h"
#include "ui/panels/RewritePopover.h"
#include "ui/text/ModelWords.h"

#include <QtCore/QLocale>
#include <QtGui/QAccessible>

#include <utility>

using namespace Qt::StringLiterals;

/// What a language model writes into the composer.
namespace baton::ui {

void Composer::buildModel()
{
    m_byModel = new Button(m_look, tr("Draft by the model"), ButtonKind::Machine);
    m_byModel->setButtonSize(ButtonSize::Small);
    m_byModel->setIconName(u"regenerate"_s);
    connect(m_byModel, &QAbstractButton::clicked, this, &Composer::draftByModel);
    m_rewrite = new Button(m_look, tr("Tone…"), ButtonKind::Machine);
    m_rewrite->setButtonSize(ButtonSize::Small);
    m_rewrite->setIconName(u"tone"_s);
    connect(m_rewrite, &QAbstractButton::clicked, this, &Composer::askRewrite);
    m_stop = new Button(m_look, tr("Stop"));
    m_stop->setButtonSize(ButtonSize::Small);
    m_stop->setIconName(u"stop"_s);
    m_stop->setKeyHint(tr("Esc", "key hint for stopping a draft"));
    connect(m_stop, &QAbstractButton::clicked, this, &Composer::stopModel);
    m_said = new Label(m_look, Role::Small, &Theme::ink2);
    m_said->setWordWrap(true);
    m_said->setContentsMargins(12, 5, 12, 1);
    m_said->hide();
    m_tick.setInterval(int(secondMs));
    connect(&m_tick, &QTimer::timeout, this, &Composer::showState);
}

bool Composer::modelRuns() const
{
    return m_model && !isOver(m_model->state);
}

/// The field is empty, or holds nothing but what the model wrote.
bool Composer::followsModel() const
{
    return m_model && m_model->task == ModelTask::Reply && !m_held
        && m_texts.text(DraftKind::Reply) == m_streamed && !m_texts.isHandedOver(DraftKind::Reply);
}

bool Composer::mayUseModel() const
{
    return m_offer != ModelOffer::None && !m_held && m_acts.reply.possible()
        && !m_texts.isHandedOver(DraftKind::Reply);
}

void Composer::draftByModel()
{
    if (!mayUseModel() || modelRuns())
        return;
    const QString &text = m_texts.text(DraftKind::Reply);
    // What the model wrote and nobody touched makes room for what it writes next.
    if (!text.trimmed().isEmpty() && text != m_streamed)
        return;
    focusReply();
    m_ready.clear();
    m_partial.remove(m_texts.conversation());
    put(DraftKind::Reply, {});
    showTexts();
    m_streamed.clear();
    Q_EMIT modelRequested();
}

void Composer::stopModel()
{
    if (modelRuns())
        Q_EMIT modelStopRequested();
}

void Composer::askRewrite()
{
    if (!mayUseModel() || modelRuns() || m_texts.text(DraftKind::Reply).trimmed().isEmpty())
        return;
    auto *popover = new RewritePopover(
        m_look, lockedFigures(m_texts.text(DraftKind::Reply), m_clock.now()), window());
    connect(popover, &RewritePopover::chosen, this, &Composer::rewrite);
    connect(popover, &RewritePopover::sentRequested, this, &Composer::sentToModelRequested);
    popover->openAt(m_rewrite, Popover::Side::Above);
}

void Composer::rewrite(ModelTask task)
{
    if (!mayUseModel() || modelRuns())
        return;
    const QTextCursor cursor = m_reply->textCursor();
    const QString all = m_reply->plainText();
    const bool some = cursor.hasSelection();
    m_rewriteAt = some ? cursor.selectionStart() : 0;
    const QString text = some ? all.mid(m_rewriteAt, cursor.selectionEnd() - m_rewriteAt) : all;
    if (!text.trimmed().isEmpty())
        Q_EMIT rewriteRequested(text, task);
}

void Composer::showModelText(const ModelText &text)
{
    if (text.conversation != m_texts.conversation() || text.task == ModelTask::Summary)
        return;
    if (!m_model || m_model->run != text.run) {
        if (text.task == ModelTask::Reply && !isOver(text.state))
            m_streamed.clear();
        m_modelSaid.clear();
    }
    m_model = text;
    const bool follows = followsModel();
    if (follows && text.text != m_streamed) {
        m_streamed = text.text;
        m_texts.typed(DraftKind::Reply, m_streamed);
        m_reply->follow(m_streamed);
    }
    if (isOver(text.state))
        endModel(text, follows);
    if (modelRuns() != m_tick.isActive())
        modelRuns() ? m_tick.start() : m_tick.stop();
    showState();
}

void Composer::endModel(const ModelText &text, bool followed)
{
    const QString trouble = modelTrouble(text.trouble);
    if (text.task != ModelTask::Reply) {
        if (text.state == ModelState::Complete)
            putRewritten(text);
        else if (text.state != ModelState::Cancelled)
            m_modelSaid = trouble.isEmpty() ? modelIncomplete(text.state) : trouble;
    } else if (text.text.isEmpty()) {
        m_modelSaid = trouble;
        // The built-in draft stands in, where nobody has written.
        if (followed && text.state == ModelState::Failed && mayUseDraft()) {
            useDraft();
            m_modelSaid
                = tr("%1 This is the built-in draft.", "why the model wrote nothing").arg(trouble);
        }
    } else if (followed) {
        const bool whole = text.state == ModelState::Complete;
        if (whole)
            m_partial.remove(text.conversation);
        else
            m_partial.insert(text.conversation, text.text);
        m_modelSaid = whole && text.readInPart
            ? tr("The model read a part of the conversation only.")
            : modelIncomplete(text.state);
        m_reply->moveCursor(QTextCursor::Start); // it is read before it is sent
        Q_EMIT typed(DraftKind::Reply, text.text);
        Q_EMIT draftUsed(text.text);
        Q_EMIT checkRequested(text.text);
    } else if (text.state == ModelState::Complete) {
        m_ready = text.text;
    }
}

/// In one step that Ctrl Z takes back; only where what was rewritten stands there still.
void Composer::putRewritten(const ModelText &text)
{
    const QString all = m_reply->plainText();
    if (all.mid(m_rewriteAt, text.original.size()) != text.original || m_held
        || m_texts.isHandedOver(DraftKind::Reply)) {
        m_modelSaid = tr("The text was changed meanwhile; nothing was replaced.");
        return;
    }
    QTextCursor cursor(m_reply->document());
    cursor.setPosition(m_rewriteAt);
    cursor.setPosition(m_rewriteAt + int(text.original.size()), QTextCursor::KeepAnchor);
    cursor.insertText(text.text);
    if (!text.altered.isEmpty())
        m_modelSaid = tr("The model changed %1. Look before you send, or take it back with Ctrl Z.",
                         "figures")
                          .arg(QLocale().createSeparatedList(text.altered));
    else if (text.readInPart)
        m_modelSaid = tr("The model read a part of the text only.");
    Q_EMIT checkRequested(m_texts.text(DraftKind::Reply));
}

/// What was typed while the model waited stays, and the draft goes below it.
void Composer::useReady()
{
    const QString draft = std::exchange(m_ready, {});
    const QString before = m_texts.text(DraftKind::Reply);
    focusReply();
    QTextCursor cursor(m_reply->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(before.trimmed().isEmpty() ? draft : u"\n\n"_s + draft);
    m_streamed = draft; // what is changed from now on is changed in this one
    Q_EMIT draftUsed(draft);
    Q_EMIT checkRequested(m_texts.text(DraftKind::Reply));
    showState();
}

/// Whoever writes into what is being written has it: the model stops. What was changed in a draft
/// that broke off was read.
void Composer::editedBesideModel()
{
    const QString &text = m_texts.text(DraftKind::Reply);
    if (modelRuns() && m_model->task == ModelTask::Reply && !m_streamed.isEmpty()
        && text != m_streamed)
        Q_EMIT modelStopRequested();
    if (text != m_partial.value(m_texts.conversation()))
        m_partial.remove(m_texts.conversation());
    if (!modelRuns() && text != m_streamed)
        m_modelSaid.clear();
}

/// A draft that is not complete goes out only when that is asked for twice.
bool Composer::isHeldAsPartial()
{
    if (modelRuns() && followsModel() && !m_streamed.isEmpty())
        return true;
    const QString partial = m_partial.value(m_texts.conversation());
    if (partial.isEmpty() || m_texts.text(DraftKind::Reply) != partial)
        return false;
    m_partial.remove(m_texts.conversation());
    m_modelSaid = tr("The draft is not complete. Send again to send it as it stands.");
    showState();
    return true;
}

void Composer::showModel()
{
    const bool reply = m_kind == DraftKind::Reply && mayUseModel();
    const QString &text = m_texts.text(DraftKind::Reply);
    const bool empty = text.trimmed().isEmpty();
    const bool untouched = !m_streamed.isEmpty() && text == m_streamed;
    m_byModel->setVisible(reply && !modelRuns() && (empty || untouched));
    m_byModel->setText(untouched ? tr("Again") : tr("Draft by the model"));
    m_rewrite->setVisible(reply && !modelRuns() && !empty && m_offer == ModelOffer::Offered);
    m_stop->setVisible(m_kind == DraftKind::Reply && modelRuns());
    const bool news = !m_modelSaid.isEmpty() && m_said->text() != m_modelSaid;
    m_said->setText(m_modelSaid);
    m_said->setVisible(m_kind == DraftKind::Reply && !modelRuns() && !m_modelSaid.isEmpty());
    if (news && m_said->isVisible()) {
        QAccessibleEvent alert(m_said, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QString Composer::modelWords() const
{
    if (m_kind != DraftKind::Reply || !modelRuns())
        return {};
    return modelProgress(*m_model, m_clock.steadyMs());
}

} // namespace baton::ui
