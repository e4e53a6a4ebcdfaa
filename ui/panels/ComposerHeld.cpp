#include "core/base/Text.h"
#include "ui/panels/Composer.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/UnchangedDialog.h"

using namespace Qt::StringLiterals;

/// A held reply in the composer, and its ways out.
namespace baton::ui {

/// While a reply is held, the field shows what would go out: the proposal, and below it what had
/// been typed before. Afterwards the proposal goes again, unless it was edited.
void Composer::follow(const std::optional<Comparison> &comparison)
{
    const std::optional<ActKey> held
        = comparison ? std::optional(comparison->held.act.key) : std::nullopt;
    if (held == m_held)
        return;
    if (m_held && m_texts.text(DraftKind::Reply) == m_proposed
        && !m_texts.isHandedOver(DraftKind::Reply))
        put(DraftKind::Reply, m_before);
    m_held = held;
    if (!held)
        return;
    setKind(DraftKind::Reply);
    m_before = m_texts.text(DraftKind::Reply);
    m_proposed = comparison->proposal;
    const QStringList proposed = text::sentences(m_proposed);
    if (!m_before.trimmed().isEmpty()) {
        // After a restart the text that was saved is the proposal as it was edited.
        const bool there = proposed.isEmpty() || text::folded(m_before).contains(proposed.first());
        m_proposed = there ? m_before : m_proposed + u"\n\n"_s + m_before;
    }
    put(DraftKind::Reply, m_proposed);
}

void Composer::keepHeldAsNote()
{
    if (m_held && m_acts.note.possible())
        Q_EMIT keepAsNoteRequested(*m_held);
}

void Composer::discardHeld()
{
    if (m_held)
        Q_EMIT discardRequested(*m_held);
}

void Composer::sendHeldUnchanged()
{
    if (!m_held)
        return;
    auto *dialog = new UnchangedDialog(m_look, window());
    connect(dialog, &UnchangedDialog::decided, this, [this, key = *m_held](const QString &reason) {
        Q_EMIT sendUnchangedRequested(key, reason);
    });
    dialog->open();
}

} // namespace baton::ui
