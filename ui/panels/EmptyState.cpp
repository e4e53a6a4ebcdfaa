#include "ui/panels/EmptyState.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr int iconSide = 20;
constexpr int textWidth = 420;

} // namespace

EmptyState::EmptyState(const Look &look, const QString &icon, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_iconName(icon)
    , m_icon(new QLabel)
    , m_title(new Label(look, Role::Body))
    , m_sentence(new Label(look, Role::Small, &Theme::ink3))
    , m_row(new QHBoxLayout)
{
    m_title->setWeight(QFont::Medium);
    for (QLabel *label :
         {m_icon, static_cast<QLabel *>(m_title), static_cast<QLabel *>(m_sentence)}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(label != m_icon);
        label->setMaximumWidth(textWidth);
    }
    m_row->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch();
    const auto add = [column](QWidget *widget) {
        auto *row = new QHBoxLayout;
        row->addStretch();
        row->addWidget(widget, 100); // as wide as its words, up to the maximum
        row->addStretch();
        column->addLayout(row);
    };
    add(m_icon);
    column->addSpacing(6);
    add(m_title);
    column->addSpacing(2);
    add(m_sentence);
    column->addSpacing(9);
    column->addLayout(m_row);
    column->addStretch();
    connect(&look, &Look::changed, this, &EmptyState::paintIcon);
    paintIcon();
}

void EmptyState::setWords(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

void EmptyState::setIcon(const QString &icon, QColor Theme::*ink)
{
    m_iconName = icon;
    m_ink = ink;
    paintIcon();
}

void EmptyState::setDoors(const QStringList &labels)
{
    Q_ASSERT(labels.size() <= 3);
    while (QLayoutItem *item = m_row->takeAt(0))
        delete item;
    for (Button *door : m_doors) { // one of them may be what was pressed
        door->hide();
        door->deleteLater();
    }
    m_doors.clear();
    m_row->addStretch();
    for (const QString &label : labels) {
        auto *door = new Button(m_look, label, ButtonKind::Outlined, this);
        door->setButtonSize(ButtonSize::Small);
        const int index = int(m_doors.size());
        connect(door, &QPushButton::clicked, this, [this, index] { Q_EMIT doorOpened(index); });
        m_row->addWidget(door);
        m_doors += door;
    }
    m_row->addStretch();
}

void EmptyState::paintIcon()
{
    const int side = m_look.px(iconSide);
    m_icon->setPixmap(m_look.icon(m_iconName, side, m_look.theme().*m_ink, devicePixelRatioF()));
}

} // namespace baton::ui
