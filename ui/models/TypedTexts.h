#pragma once

#include "core/domain/Act.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <array>

namespace baton::ui {

/// What somebody is typing, and what snapshots say was typed. A snapshot never takes a character
/// away that was typed here; what comes back from elsewhere (an undone reply) is put above it.
/// Texts stay when another conversation is shown, and until what was handed over is known to be
/// recorded.
class TypedTexts
{
public:
    /// Drafts as a snapshot of id has them. True where text() of a kind is not what the snapshot
    /// holds: it is to be saved again.
    bool show(const ConversationId &id, const QList<TypedDraft> &drafts);
    const ConversationId &conversation() const { return m_id; }
    const QString &text(DraftKind kind) const { return m_slots[index(kind)].text; }

    void typed(DraftKind kind, const QString &text);
    /// The text was handed over and stays here until it is confirmed or refused.
    void handOver(DraftKind kind);
    bool isHandedOver(DraftKind kind) const { return m_slots[index(kind)].handedOver.has_value(); }
    const std::optional<QString> &handedOver(DraftKind kind) const
    {
        return m_slots[index(kind)].handedOver;
    }
    /// It is recorded: the text goes, what was typed after it stays.
    void confirm(const ConversationId &id, DraftKind kind);
    /// Nothing that was handed over went anywhere. True where the shown conversation has such a
    /// text.
    bool refuse();

private:
    struct Slot
    {
        QString text;
        bool touched = false; ///< typed here since it was last empty or taken from a snapshot
        std::optional<QString> handedOver;
        QStringList past; ///< what text was before, oldest first: tells a late snapshot from news
    };
    using Slots = std::array<Slot, 2>;

    static size_t index(DraftKind kind) { return kind == DraftKind::Reply ? 0 : 1; }
    static bool take(Slot &slot, const QString &draft);
    static void confirm(Slot &slot);

    ConversationId m_id;
    Slots m_slots;
    QHash<ConversationId, Slots> m_others;
};

} // namespace baton::ui
