#include "ui/panels/MenuPopover.h"

#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/panels/MenuRow.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace baton::ui {

namespace {

constexpr int leastMenuWidth = 258; ///< of the rows
constexpr int menuEdge = 5;
constexpr int menuEnd = 6;    ///< above the first and below the last
constexpr int menuWords = 14; ///< from the edge; where the rows' icons stand
constexpr int aroundLine = 5;

} // namespace

MenuPopover::MenuPopover(const Look &look, const QString &title, QWidget *parent)
    : Popover(look, title, parent)
    , m_look(look)
    , m_column(new QVBoxLayout)
{
    m_column->setContentsMargins(0, menuEnd, 0, menuEnd);
    m_column->setSpacing(0);
    body()->addLayout(m_column);
    addHeading(title);
}

void MenuPopover::addHeading(const QString &text)
{
    auto *heading = new Label(m_look, Role::Small, &Theme::ink3);
    heading->setWeight(QFont::Medium);
    heading->setText(text);
    heading->setContentsMargins(menuWords, 4, menuWords, 4);
    heading->setMinimumWidth(m_look.px(leastMenuWidth) + 2 * menuEdge);
    m_column->addWidget(heading);
}

void MenuPopover::addNote(const QString &text)
{
    auto *note = new Label(m_look, Role::Small, &Theme::ink3);
    note->setWordWrap(true);
    note->setText(text);
    note->setContentsMargins(menuWords, 3, menuWords, 6);
    m_column->addWidget(note);
}

void MenuPopover::addLine()
{
    m_column->addSpacing(aroundLine);
    m_column->addWidget(new Hairline(m_look, Qt::Horizontal)); // from edge to edge
    m_column->addSpacing(aroundLine);
}

MenuRow *MenuPopover::addRow(const QString &icon, const QString &text, const QString &key)
{
    auto *row = new MenuRow(m_look, icon, text, key);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(menuEdge, 0, menuEdge, 0);
    inset->addWidget(row);
    m_column->addLayout(inset);
    m_rows += row;
    if (m_rows.size() == 1)
        setFocusProxy(row);
    return row;
}

void MenuPopover::keyPressEvent(QKeyEvent *event)
{
    if (m_rows.isEmpty()) // there is only something to read
        return Popover::keyPressEvent(event);
    const auto byKey = std::find_if(m_rows.begin(), m_rows.end(), [event](const MenuRow *row) {
        return row->key().size() == 1
            && row->key().compare(event->text(), Qt::CaseInsensitive) == 0;
    });
    if (byKey != m_rows.end()) {
        (*byKey)->click();
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
