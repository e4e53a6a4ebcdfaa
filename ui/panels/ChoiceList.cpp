#include "ui/panels/ChoiceList.h"

#include "ui/panels/Label.h"
#include "ui/theme/Metrics.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QRadioButton>

namespace baton::ui {

ChoiceList::ChoiceList(const Look &look, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_column(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(name);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT chosen(id);
    });
}

void ChoiceList::add(const QString &text, const QString &quiet, QWidget *beside)
{
    auto *button = new QRadioButton;
    // What was typed elsewhere may hold "&"; here it is a letter.
    button->setText(QString(text).replace(u'&', QStringLiteral("&&")));
    button->setAccessibleName(text);
    button->setAccessibleDescription(quiet);
    button->setMinimumHeight(m_look.px(metrics::settingsRow));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(button);
    if (!quiet.isEmpty()) {
        auto *words = new Label(m_look, Role::Small, &Theme::ink3);
        words->setText(quiet);
        words->setElided(Qt::ElideRight);
        row->addWidget(words, 1);
    } else if (!beside) {
        row->addStretch();
    }
    if (beside)
        row->addWidget(beside, 1);
    m_column->addLayout(row);
    m_group->addButton(button, count());
    if (count() == 1)
        setFocusProxy(button);
}

int ChoiceList::current() const
{
    return m_group->checkedId();
}

void ChoiceList::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index)) {
        button->setChecked(true);
        setFocusProxy(button);
    }
}

int ChoiceList::count() const
{
    return int(m_group->buttons().size());
}

void ChoiceList::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_1;
    if (digit < 0 || digit >= count() || event->modifiers() != Qt::NoModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_group->button(digit)->setFocus(Qt::ShortcutFocusReason);
    m_group->button(digit)->setChecked(true);
}

} // namespace baton::ui
