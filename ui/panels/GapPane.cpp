#include "ui/panels/GapPane.h"

#include "ui/models/KnowledgeRows.h"
#include "ui/panels/Button.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/text/Format.h"
#include "ui/theme/Metrics.h"

#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int mostGapsShown = 50;

} // namespace

GapPane::GapPane(const Look &look, const Clock &clock, QWidget *parent)
    : ReadingPane(look, tr("Gaps"), tr("Sentences without a source"), parent)
    , m_clock(clock)
{ }

void GapPane::setGaps(const GapGroup &group)
{
    if (group == m_group)
        return;
    m_group = group;
    title().setText(gapTitle(group));
    line().setText(tr("Sent without a source. Written down, they support the next draft."));
    auto *content = new QWidget;
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
    setContent(content);
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

} // namespace baton::ui
