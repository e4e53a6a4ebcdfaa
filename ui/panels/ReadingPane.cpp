#include "ui/panels/ReadingPane.h"

#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/panels/ScrollColumn.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr int readWidth = 760; ///< lines past that are hard to read

} // namespace

ReadingPane::ReadingPane(const Look &look, const QString &name, const QString &text,
                         QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_title(new Label(look, Role::Title))
    , m_line(new Label(look, Role::Small, &Theme::ink2))
    , m_words(new QVBoxLayout)
    , m_head(new QHBoxLayout)
    , m_scroll(new QScrollArea)
{
    setAccessibleName(name);
    m_title->setWordWrap(true);
    m_line->setWordWrap(true);
    m_words->setSpacing(3);
    m_words->addWidget(m_title);
    m_words->addWidget(m_line);
    m_head->setContentsMargins(metrics::conversationPadding, 14, metrics::conversationPadding, 12);
    m_head->setSpacing(12);
    m_head->addLayout(m_words, 1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setAccessibleName(text);
    m_scroll->viewport()->setAutoFillBackground(false);
    new ScrollFade(look, m_scroll, &Theme::surface);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addLayout(m_head);
    all->addWidget(new Hairline(look, Qt::Horizontal));
    all->addWidget(m_scroll, 1);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void ReadingPane::focusText()
{
    m_scroll->setFocus(Qt::ShortcutFocusReason);
}

void ReadingPane::addToHead(QWidget *widget)
{
    m_head->addWidget(widget, 0, Qt::AlignTop);
}

void ReadingPane::setContent(QWidget *content)
{
    content->setMaximumWidth(readWidth);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false); // setWidget() turns it on
}

void ReadingPane::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), m_look.theme().surface);
    if (m_scroll->hasFocus() && hasKeyFocus(m_scroll))
        paint::focusRing(p, m_scroll->geometry(), 0, paint::RingPlace::Inside, m_look.theme());
}

} // namespace baton::ui
