#include "ui/panels/MarksBar.h"

#include "ui/panels/Button.h"
#include "ui/panels/IconButton.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QHBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

MarksBar::MarksBar(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_words(new Label(look, Role::Small, &Theme::ink2))
    , m_assign(new Button(look, tr("Assign…"), ButtonKind::Outlined))
    , m_tags(new Button(look, tr("Tags…"), ButtonKind::Outlined))
    , m_clear(new IconButton(look, u"close"_s, tr("Unmark all")))
{
    setAccessibleName(tr("Marked conversations"));
    m_words->setElided(Qt::ElideRight);
    m_assign->setIconName(u"assign"_s);
    m_tags->setIconName(u"tag"_s);
    for (Button *button : {m_assign, m_tags})
        button->setButtonSize(ButtonSize::Small);
    m_clear->setButtonSize(ButtonSize::Small);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 7, 8, 6);
    row->setSpacing(6);
    row->addWidget(m_words, 1);
    row->addWidget(m_assign);
    row->addWidget(m_tags);
    row->addWidget(m_clear);
    connect(m_assign, &QAbstractButton::clicked, this, &MarksBar::assignRequested);
    connect(m_tags, &QAbstractButton::clicked, this, &MarksBar::tagsRequested);
    connect(m_clear, &QAbstractButton::clicked, this, &MarksBar::clearRequested);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void MarksBar::setCount(int count)
{
    m_words->setText(tr("%n marked", "conversations", count));
    setVisible(count > 0);
}

void MarksBar::setKeys(const QString &assign, const QString &tags)
{
    m_assign->setToolTip(tr("Assign what is marked (%1)", "a key").arg(assign));
    m_tags->setToolTip(tr("Change the tags of what is marked (%1)", "a key").arg(tags));
}

void MarksBar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), m_look.theme().accentTint);
    paint::hairline(p, QPointF(0, 0), QPointF(width(), 0), m_look.theme().line);
}

} // namespace baton::ui
