#include "core/base/Text.h"
#include "ui/panels/Button.h"
#include "ui/panels/Composer.h"
#include "ui/panels/DiscardPopover.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/Label.h"
#include "ui/panels/ReplyCheck.h"
#include "ui/text/Format.h"

#include <utility>

using namespace Qt::StringLiterals;

/// The drafted reply in the composer, and what a check says of the reply as it stands.
namespace baton::ui {

namespace {

constexpr double otherTextFrom = 0.6; // of the words changed: it is no edit of the draft any more

}

/// A reply goes out checked as it stands; a sentence that blocks takes the focus instead.
bool Composer::mustWait(AfterSend after)
{
    if (!m_checks)
        return false;
    if (!m_check->isCurrent()) {
        m_sendWhenChecked = after;
        Q_EMIT checkRequested(m_texts.text(DraftKind::Reply));
        return true;
    }
    if (!m_check->blocks())
        return false;
    m_check->goToBlocked();
    return true;
}

void Composer::showCheck(const Draft &checked)
{
    m_check->show(checked);
    if (!m_check->isCurrent())
        return;
    if (const std::optional<AfterSend> after = std::exchange(m_sendWhenChecked, {}))
        handOver(*after);
}

std::optional<double> Composer::changedFromDraft() const
{
    if (modelRuns())
        return {}; // what is being written has not been changed by anybody
    const QString &text = m_texts.text(DraftKind::Reply);
    const QString draft = draftText();
    if (draft.isEmpty() || text.trimmed().isEmpty())
        return {};
    const double changed = text::changedShare(draft, text);
    return changed < otherTextFrom ? std::optional(changed) : std::nullopt;
}

/// The draft that the reply may have begun as: the model's where it wrote one, else the built-in.
QString Composer::draftText() const
{
    if (!m_streamed.isEmpty() && !modelRuns())
        return m_streamed;
    return m_suggestion ? m_suggestion->text : QString();
}

void Composer::askDiscard()
{
    if (m_kind != DraftKind::Reply || m_held || !changedFromDraft()
        || m_texts.isHandedOver(DraftKind::Reply))
        return;
    auto *popover = new DiscardPopover(m_look, window());
    connect(popover, &DiscardPopover::decided, this,
            [this, id = m_texts.conversation()](const QString &why) {
                const QString draft = draftText();
                if (id != m_texts.conversation() || draft.isEmpty())
                    return;
                Q_EMIT draftDiscarded(draft, why);
                if (m_streamed.isEmpty())
                    m_suggestion.reset();
                m_streamed.clear();
                m_partial.remove(id);
                m_modelSaid.clear();
                m_reply->selectAll(); // one step that Ctrl Z takes back
                m_reply->textCursor().removeSelectedText();
                focusReply();
            });
    popover->openAt(m_sendBar->discardAnchor(), Popover::Side::Above);
}

bool Composer::mayUseDraft() const
{
    return m_suggestion && !m_held && m_acts.reply.possible()
        && !m_texts.isHandedOver(DraftKind::Reply);
}

/// What a model wrote is written anew where it was asked for; only the built-in draft is at hand.
ActChoice Composer::regenerateChoice(std::optional<double> changed) const
{
    if (!changed || !m_streamed.isEmpty() || m_kind != DraftKind::Reply || !mayUseDraft())
        return {};
    if (*changed <= 0)
        return {Choice::Refused, tr("The built-in draft stands as it came")};
    return {Choice::Possible, {}};
}

void Composer::regenerate()
{
    if (regenerateChoice(changedFromDraft()).possible())
        putBuiltIn();
}

void Composer::useDraft()
{
    if (!m_ready.isEmpty() && mayUseModel())
        return useReady();
    if (!modelRuns() && mayUseDraft() && m_texts.text(DraftKind::Reply).trimmed().isEmpty())
        putBuiltIn();
}

/// In the place of what stands there, as one step that Ctrl Z takes back.
void Composer::putBuiltIn()
{
    const QString draft = m_suggestion->text;
    focusReply();
    Q_EMIT draftUsed(draft);
    m_reply->selectAll();
    m_reply->textCursor().insertText(draft);
    m_reply->moveCursor(QTextCursor::Start); // it is read before it is sent
    Q_EMIT checkRequested(draft);
    showState();
}

/// The draft is offered while nothing is written.
void Composer::showDraft()
{
    const QString &text = m_texts.text(DraftKind::Reply);
    const bool ready = !m_ready.isEmpty() && mayUseModel();
    m_origin->setText(m_streamed.isEmpty() ? tr("Built-in draft") : tr("Model's draft"));
    m_draft->setVisible(m_kind == DraftKind::Reply && !modelRuns()
                        && (ready || (mayUseDraft() && text.trimmed().isEmpty())));
    if (ready)
        m_draft->setText(tr("Draft ready"));
    if (ready || !m_suggestion)
        return;
    const auto grounded = int(m_suggestion->grounded());
    const auto claims = int(m_suggestion->claims());
    m_draft->setText(tr("Built-in draft, %1 of %2 grounded").arg(grounded).arg(claims));
}

/// "· 5 of 6 grounded · edited 8 %"
QString Composer::checkWords(std::optional<double> changed) const
{
    QStringList words;
    if (const ReplyMarks &marks = m_check->marks(); m_check->isCurrent() && marks.claims > 0)
        words += tr("%1 of %2 grounded").arg(marks.grounded).arg(marks.claims);
    if (changed && *changed > 0)
        words += tr("edited %1").arg(format::percent(*changed));
    const QString all = words.join(u"\u2002·\u2002"_s);
    return changed && !all.isEmpty() ? u"·\u2002"_s + all : all; // behind "Built-in draft"
}

} // namespace baton::ui
