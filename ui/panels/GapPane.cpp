#include "ui/panels/GapPane.h"

#include "ui/models/KnowledgeRows.h"
#include "ui/panels/Button.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/text/Format.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int mostGapsShown = 50;
constexpr int gapColumn = 760;

} // namespace

GapPane::GapPane(const Look &look, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_clock(clock)
    , m_title(new Label(look, Role::Title))
    , m_line(new Label(look, Role::Small, &Theme::ink2))
    , m_scroll(new QScrollArea)
{
    setAccessibleName(tr("Gaps"));
    m_title->setWordWrap(true);
    m_line->setWordWrap(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setAccessibleName(tr("Sentences without a source"));
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(metrics::conversationPadding, 14, metrics::conversationPadding, 12);
    head->setSpacing(3);
    head->addWidget(m_title);
    head->addWidget(m_line);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(new Hairline(look, Qt::Horizontal));
    all->addWidget(m_scroll, 1);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void GapPane::focusText()
{
    m_scroll->setFocus(Qt::ShortcutFocusReason);
}

void GapPane::setGaps(const GapGroup &group)
{
    if (group == m_group)
        return;
    m_group = group;
    m_title->setText(gapTitle(group));
    m_line->setText(tr("Sent without a source. Written down, they support the next draft."));
    auto *content = new QWidget;
    content->setMaximumWidth(gapColumn);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::conversationPadding, 8, metrics::conversationPadding, 20);
    column->setSpacing(0);
    const qsizetype shown = std::min<qsizetype>(group.gaps.size(), mostGapsShown);
    for (qsizetype i = 0; i < shown; ++i) {
        if (i > 0)
            column->addWidget(new Hairline(m_look, Qt::Horizontal));
        column->addWidget(card(group.gaps[i]));
    }
    if (shown < group.gaps.size()) {
        auto *rest = new Label(m_look, Role::Small, &Theme::ink3);
        rest->setText(tr("%n older one(s)", nullptr, int(group.gaps.size() - shown)));
        column->addWidget(rest);
    }
    column->addStretch();
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false); // setWidget() turns it on
}

QWidget *GapPane::card(const Gap &gap)
{
    const Feedback &said = gap.feedback;
    auto *card = new QWidget;
    card->setAccessibleName(said.was);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 12, 0, 12);
    column->setSpacing(4);
    auto *sentence = new Label(m_look, Role::Read);
    sentence->setWordWrap(true);
    sentence->setText(tr("“%1”", "quoted words").arg(said.was));
    auto *why = new Label(m_look, Role::Body, &Theme::ink2);
    why->setWordWrap(true);
    why->setText(said.why.isEmpty() ? tr("No reason was given.")
                                    : tr("Because: %1", "an agent's reason").arg(said.why));
    auto *who = new Label(m_look, Role::Small, &Theme::ink3);
    who->setText(tr("Sent by %1, %2", "who, when")
                     .arg(said.agent.name,
                          format::moment(said.at, m_clock.now(), QTimeZone::systemTimeZone())));
    auto *write = new Button(m_look, tr("Write it down"));
    write->setIconName(u"pen"_s);
    auto *open = new Button(m_look, tr("Open the conversation"), ButtonKind::Link);
    for (Button *button : {write, open}) {
        button->setButtonSize(ButtonSize::Small);
        button->setAccessibleDescription(said.was);
    }
    connect(write, &QAbstractButton::clicked, this, [this, gap] { Q_EMIT writeRequested(gap); });
    connect(open, &QAbstractButton::clicked, this,
            [this, id = said.conversation] { Q_EMIT openRequested(id); });
    auto *doors = new QHBoxLayout;
    doors->setSpacing(6);
    doors->addWidget(write);
    doors->addWidget(open);
    doors->addStretch();
    column->addWidget(sentence);
    column->addWidget(why);
    column->addWidget(who);
    column->addSpacing(4);
    column->addLayout(doors);
    return card;
}

void GapPane::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), m_look.theme().surface);
    if (m_scroll->hasFocus() && hasKeyFocus(m_scroll))
        paint::focusRing(p, m_scroll->geometry(), 0, paint::RingPlace::Inside, m_look.theme());
}

} // namespace baton::ui
