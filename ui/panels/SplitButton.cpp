#include "ui/panels/SplitButton.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>

namespace baton::ui {

SplitButton::SplitButton(const Look &look, const QString &text, const QString &menuName,
                         ButtonKind kind, QWidget *parent)
    : QWidget(parent)
    , m_main(new Button(look, text, kind, this))
    , m_arrow(new Button(look, {}, kind, this))
    , m_menu(new QMenu(this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_main->setEdge(ButtonEdge::Left);
    m_arrow->setEdge(ButtonEdge::Right);
    m_arrow->setTrailingIcon(QStringLiteral("chevron-down"));
    m_arrow->setAccessibleName(menuName);
    m_arrow->setToolTip(menuName);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1); // the line between the halves
    row->addWidget(m_main);
    row->addWidget(m_arrow);
    setFocusProxy(m_main);
    connect(m_main, &QPushButton::clicked, this, &SplitButton::clicked);
    connect(m_arrow, &QPushButton::clicked, this, [this] {
        const QSize size = m_menu->sizeHint();
        const QPoint above
            = m_arrow->mapToGlobal(QPoint(m_arrow->width() - size.width(), -size.height() - 4));
        m_menu->popup(above);
    });
}

} // namespace baton::ui
