#include "ui/models/TypedTexts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr qsizetype remembered = 64;

QString draftOf(const QList<TypedDraft> &drafts, DraftKind kind)
{
    for (const TypedDraft &draft : drafts)
        if (draft.kind == kind)
            return draft.text;
    return {};
}

} // namespace

bool TypedTexts::show(const ConversationId &id, const QList<TypedDraft> &drafts)
{
    if (id != m_id) {
        const auto matters = [](const Slot &slot) { return slot.touched || slot.handedOver; };
        if (std::any_of(m_slots.begin(), m_slots.end(), matters))
            m_others.insert(m_id, m_slots);
        m_slots = m_others.take(id);
        m_id = id;
    }
    bool save = false;
    for (const DraftKind kind : {DraftKind::Reply, DraftKind::Note})
        save = take(m_slots[index(kind)], draftOf(drafts, kind)) || save;
    return save;
}

/// True where the slot then holds more than the draft.
bool TypedTexts::take(Slot &slot, const QString &draft)
{
    if (slot.handedOver)
        return false;
    if (!slot.touched) {
        slot.text = draft;
        return false;
    }
    if (draft == slot.text || draft.isEmpty() || slot.past.contains(draft))
        return draft != slot.text;
    if (draft.endsWith(slot.text)) {
        slot.text = draft;
        return false;
    }
    const auto grown = std::find_if(slot.past.rbegin(), slot.past.rend(), [&](const QString &past) {
        return !past.isEmpty() && draft.endsWith(past);
    });
    slot.text = grown == slot.past.rend() ? draft + u"\n\n"_s + slot.text
                                          : draft.chopped(grown->size()) + slot.text;
    return true;
}

void TypedTexts::typed(DraftKind kind, const QString &text)
{
    Slot &slot = m_slots[index(kind)];
    if (text == slot.text)
        return;
    slot.past += std::exchange(slot.text, text);
    if (slot.past.size() > remembered)
        slot.past.removeFirst();
    slot.touched = true;
}

void TypedTexts::handOver(DraftKind kind)
{
    Slot &slot = m_slots[index(kind)];
    slot.handedOver = slot.text;
}

void TypedTexts::confirm(const ConversationId &id, DraftKind kind)
{
    if (id == m_id) {
        confirm(m_slots[index(kind)]);
        return;
    }
    const auto other = m_others.find(id);
    if (other == m_others.end())
        return;
    confirm((*other)[index(kind)]);
    if (std::none_of(other->begin(), other->end(),
                     [](const Slot &s) { return s.touched || s.handedOver; }))
        m_others.erase(other);
}

void TypedTexts::confirm(Slot &slot)
{
    if (!slot.handedOver)
        return;
    const QString gone = *std::exchange(slot.handedOver, std::nullopt);
    slot.past.clear();
    if (slot.text.startsWith(gone))
        slot.text = slot.text.sliced(gone.size());
    slot.touched = !slot.text.isEmpty();
}

bool TypedTexts::refuse()
{
    for (Slots &other : m_others) {
        for (Slot &slot : other) {
            slot.touched = slot.touched || slot.handedOver.has_value();
            slot.handedOver.reset();
        }
    }
    bool here = false;
    for (Slot &slot : m_slots) {
        if (!slot.handedOver)
            continue;
        here = true;
        slot.touched = true;
        slot.handedOver.reset();
    }
    return here;
}

} // namespace baton::ui
