#include "ui/panels/DiscardPopover.h"

#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/panels/MenuRow.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int leastWidth = 256; ///< of the rows

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
    : Popover(look, tr("Discard this draft because"), parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout;
    auto *title = new Label(look, Role::Small, &Theme::ink3);
    title->setWeight(QFont::Medium);
    title->setText(tr("Discard this draft because"));
    title->setContentsMargins(10, 6, 10, 6);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(0);
    column->addWidget(title);
    body()->addLayout(column);
    for (const DiscardReason &reason : discardReasons) {
        const int index = int(m_rows.size());
        auto *row = new MenuRow(look, QString::fromUtf16(reason.icon), tr(reason.words),
                                QString::number(index + 1));
        connect(row, &QAbstractButton::clicked, this, [this, index] { decide(index); });
        column->addWidget(row);
        m_rows += row;
    }
    column->addSpacing(5);
    column->addWidget(new Hairline(look, Qt::Horizontal));
    column->addSpacing(5);
    auto *keep = new MenuRow(look, u"undo"_s, tr("Keep it"), tr("Esc", "the key"));
    connect(keep, &QAbstractButton::clicked, this, &QWidget::close);
    column->addWidget(keep);
    m_rows += keep;
    setFocusProxy(m_rows.first());
    title->setMinimumWidth(look.px(leastWidth));
}

void DiscardPopover::decide(int index)
{
    Q_EMIT decided(QString::fromUtf16(discardReasons[index].name));
    close();
}

void DiscardPopover::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_1;
    if (digit >= 0 && digit < int(std::size(discardReasons))) {
        decide(digit);
        return;
    }
    const auto here = std::find_if(m_rows.begin(), m_rows.end(),
                                   [](const MenuRow *row) { return row->hasFocus(); });
    const int at = here == m_rows.end() ? -1 : int(here - m_rows.begin());
    const int count = int(m_rows.size());
    switch (event->key()) {
    case Qt::Key_Down:
        m_rows[(at + 1) % count]->setFocus(Qt::ShortcutFocusReason);
        return;
    case Qt::Key_Up:
        m_rows[(std::max(at, 0) + count - 1) % count]->setFocus(Qt::ShortcutFocusReason);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (at >= 0)
            m_rows[at]->click();
        return;
    default:
        Popover::keyPressEvent(event);
    }
}

} // namespace baton::ui
