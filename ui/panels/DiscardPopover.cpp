#include "ui/panels/DiscardPopover.h"

#include "ui/panels/MenuRow.h"

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

struct DiscardReason
{
    const char16_t *name;
    const char16_t *icon;
    const char *words;
};

constexpr DiscardReason discardReasons[] = {
    {u"facts_wrong", u"close", QT_TRANSLATE_NOOP("baton::ui::DiscardPopover", "Facts are wrong")},
    {u"something_missing", u"book",
     QT_TRANSLATE_NOOP("baton::ui::DiscardPopover", "Something is missing")},
    {u"tone", u"tone", QT_TRANSLATE_NOOP("baton::ui::DiscardPopover", "Tone does not fit")},
    {u"wrong_intent", u"branch", QT_TRANSLATE_NOOP("baton::ui::DiscardPopover", "Wrong intent")},
    {u"repeats_failed_step", u"loop",
     QT_TRANSLATE_NOOP("baton::ui::DiscardPopover", "Repeats a failed step")},
    {u"prefers_to_write", u"pen",
     QT_TRANSLATE_NOOP("baton::ui::DiscardPopover", "I prefer to write")},
};

} // namespace

DiscardPopover::DiscardPopover(const Look &look, QWidget *parent)
    : MenuPopover(look, tr("Discard this draft because"), parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    int digit = 0;
    for (const DiscardReason &reason : discardReasons) {
        const MenuRow *row
            = addRow(QString::fromUtf16(reason.icon), tr(reason.words), QString::number(++digit));
        connect(row, &QAbstractButton::clicked, this, [this, &reason] {
            Q_EMIT decided(QString::fromUtf16(reason.name));
            close();
        });
    }
    addLine();
    connect(addRow(u"undo"_s, tr("Keep it"), tr("Esc", "the key")), &QAbstractButton::clicked, this,
            &QWidget::close);
}

} // namespace baton::ui
