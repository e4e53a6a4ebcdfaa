#include "ui/views/PolicyView.h"

#include "core/desk/LabelBoard.h"
#include "ui/models/PolicyMoves.h"
#include "ui/panels/Button.h"
#include "ui/panels/Chip.h"
#include "ui/panels/HoursSheet.h"
#include "ui/panels/Label.h"
#include "ui/panels/LabelSheet.h"
#include "ui/panels/PolicyMatrix.h"
#include "ui/panels/PolicyRulesPane.h"
#include "ui/panels/PublishSheet.h"
#include "ui/panels/RouteStrip.h"
#include "ui/panels/ScrollColumn.h"
#include "ui/panels/VersionsPopover.h"
#include "ui/panels/WhatIfPane.h"
#include "ui/text/Format.h"
#include "ui/text/PolicyWords.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/window/ActionRegistry.h"

#include <QtCore/QTimeZone>
#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int rulesWide = 292;

/// The mark of what a draft changed, as chips and triggers have it.
class ChangedDot : public QWidget
{
public:
    explicit ChangedDot(const Look &look)
        : m_look(look)
    {
        setFixedWidth(dotSide);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(Qt::NoPen);
        p.setBrush(m_look.theme().accent);
        p.drawEllipse(QRectF(0, (height() - dotSide) / 2.0, dotSide, dotSide));
    }

private:
    static constexpr int dotSide = 6;
    const Look &m_look;
};

ScrollColumn *scrolled(const Look &look, QWidget *inside, QColor Theme::*ground)
{
    auto *area = new ScrollColumn(look, inside, ground);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

PolicyView::PolicyView(Desk &desk, const Look &look, ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_board(desk.policyBoard())
    , m_look(look)
    , m_actions(actions)
    , m_draft(new Chip(look, {}))
    , m_about(new Label(look, Role::Small, &Theme::ink3))
    , m_problems(new Label(look, Role::Small, &Theme::okText))
    , m_undo(new Button(look, tr("Undo")))
    , m_rules(new PolicyRulesPane(look, desk.clock()))
    , m_dot(new ChangedDot(look))
    , m_said(new Label(look, Role::Small, &Theme::ink3))
    , m_matrix(new PolicyMatrix(look))
    , m_strip(new RouteStrip(look))
    , m_whatIf(new WhatIfPane(look, actions))
{
    setAccessibleName(tr("Policy"));
    m_top = buildTop();
    m_left = scrolled(look, m_rules, &Theme::pane);
    m_left->setFixedWidth(rulesWide);
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins({});
    columns->setSpacing(0);
    columns->addWidget(m_left);
    columns->addWidget(buildMiddle(), 1);
    columns->addWidget(m_whatIf);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addWidget(m_top);
    all->addLayout(columns, 1);
    connectBoard();
    connectActions();
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    takeState(m_board.state());
    takeWhatIf(m_board.whatIf());
}

QWidget *PolicyView::buildTop()
{
    auto *top = new QWidget;
    top->setFixedHeight(metrics::paneHeader);
    auto *title = new Label(m_look, Role::Screen);
    title->setText(tr("Policy"));
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(20, 0, 20, 1);
    row->setSpacing(12);
    row->addWidget(title);
    row->addWidget(m_draft);
    row->addWidget(m_about);
    row->addStretch(1);
    m_problems->setWeight(QFont::Medium);
    row->addWidget(m_problems);
    row->addWidget(m_undo);
    m_undo->setIconName(u"undo"_s);
    connect(m_undo, &QAbstractButton::clicked, &m_board, &PolicyBoard::undo);
    return top;
}

QWidget *PolicyView::buildMiddle()
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(metrics::panePadding, 14, metrics::panePadding,
                               metrics::panePadding);
    column->setSpacing(0);
    const auto head = [this, column](const QString &words, Label *aside) {
        auto *title = new Label(m_look, Role::Small);
        title->setWeight(QFont::DemiBold);
        title->setText(words);
        auto *row = new QHBoxLayout;
        row->setContentsMargins(0, 0, 0, 6);
        row->addWidget(title, 1);
        if (aside == m_said)
            row->addWidget(m_dot);
        row->setSpacing(5);
        row->addWidget(aside);
        column->addLayout(row);
    };
    head(tr("Who owns which intent"), m_said);
    column->addWidget(scrolled(m_look, m_matrix, &Theme::surface), 1);
    column->addSpacing(8);
    auto *first = new Label(m_look, Role::Small, &Theme::ink3);
    first->setText(tr("the first match wins, every step is kept"));
    head(tr("How a conversation is routed"), first);
    column->addWidget(m_strip);
    return inside;
}

void PolicyView::connectBoard()
{
    connect(&m_board, &PolicyBoard::stateChanged, this, &PolicyView::takeState);
    connect(&m_board, &PolicyBoard::whatIfChanged, this, &PolicyView::takeWhatIf);
    connect(&m_board, &PolicyBoard::movesReady, &m_whatIf->moves(), &PolicyMoves::setMoves);
    connect(&m_whatIf->moves(), &PolicyMoves::rowsNeeded, &m_board, &PolicyBoard::needMoves);
    connect(m_matrix, &PolicyMatrix::moved, &m_board, &PolicyBoard::moveIntent);
    connect(m_matrix, &PolicyMatrix::opened, &m_board, &PolicyBoard::openIntent);
    connect(m_matrix, &PolicyMatrix::released, &m_board, &PolicyBoard::release);
    connect(m_matrix, &PolicyMatrix::said, this, &PolicyView::say);
    connect(m_rules, &PolicyRulesPane::limitsChanged, &m_board, &PolicyBoard::setLimits);
    connect(m_rules, &PolicyRulesPane::changeEnded, &m_board, &PolicyBoard::endChange);
    connect(m_rules, &PolicyRulesPane::ruleSwitched, &m_board, &PolicyBoard::switchRule);
    connect(m_rules, &PolicyRulesPane::versionsRequested, this, &PolicyView::showVersions);
    connect(m_rules, &PolicyRulesPane::hoursRequested, this, &PolicyView::showHours);
    connect(m_whatIf, &WhatIfPane::publishRequested, this, &PolicyView::askPublish);
    connect(m_whatIf, &WhatIfPane::discardRequested, &m_board, &PolicyBoard::discard);
    connect(m_whatIf, &WhatIfPane::labelRequested, this, &PolicyView::showLabels);
    connect(m_whatIf, &WhatIfPane::conversationRequested, this, &PolicyView::conversationRequested);
}

void PolicyView::connectActions()
{
    m_actions.place(ActionScope::Policy, this);
    const auto on = [this](ActionId id, auto fn) {
        m_actions.carry(id, this, [this, id] {
            return id == ActionId::PolicyVersions || id == ActionId::PolicyHours
                || m_board.state().mayChange;
        });
        connect(m_actions.action(id), &QAction::triggered, this, [this, fn] {
            if (isVisible())
                fn();
        });
    };
    on(ActionId::PublishPolicy, [this] { m_whatIf->publish(); });
    on(ActionId::LabelReadings, [this] { showLabels(); });
    on(ActionId::PolicyHours, [this] { showHours(); });
    on(ActionId::UndoPolicy, [this] { m_board.undo(); });
    on(ActionId::RedoPolicy, [this] { m_board.redo(); });
    on(ActionId::PolicyVersions, [this] { showVersions(0); });
}

void PolicyView::takeState(const PolicyState &state)
{
    m_titles.clear();
    for (const PolicyIntent &intent : state.intents)
        m_titles.insert(intent.name, intent.title);
    const bool edited = state.isEdited();
    m_draft->setChip(edited
                         ? paint::ChipText{u"branch"_s, tr("v%1 draft").arg(state.draftVersion()),
                                           paint::Tone::Accent}
                         : paint::ChipText{u"branch"_s, tr("v%1").arg(state.live.version),
                                           paint::Tone::Neutral});
    m_draft->setVisible(state.live.version > 0);
    const QString since = state.live.author.id.isEmpty()
        ? tr("as it came with Baton")
        : tr("live since %1")
              .arg(format::date(state.live.at, m_desk.clock().now(), QTimeZone::systemTimeZone()));
    m_about->setText(edited ? tr("%n change(s) to v%1, %2", nullptr, int(state.changes.size()))
                                  .arg(state.live.version)
                                  .arg(since)
                            : since);
    QStringList problems;
    for (const PolicyProblem &problem : state.problems)
        problems.append(words::of(problem, m_titles));
    m_problems->setInk(problems.isEmpty() ? &Theme::okText : &Theme::warnText);
    m_problems->setText(problems.isEmpty()         ? tr("✓ No rule conflicts")
                            : problems.size() == 1 ? problems.first()
                                                   : tr("Rule conflicts: %1").arg(problems.size()));
    m_problems->setToolTip(problems.join(u'\n'));
    m_undo->setText(state.lastMoved.isEmpty() ? tr("Undo") : tr("Undo move"));
    m_undo->setVisible(state.mayChange);
    m_undo->setEnabled(state.canUndo);
    m_rules->setTitles(m_titles);
    m_rules->setState(state);
    m_matrix->setState(state);
    m_whatIf->moves().setTitles(m_titles);
    m_whatIf->setState(state);
    m_dot->setVisible(state.mayChange);
    m_said->setText(
        state.mayChange
            ? tr("changed in this draft, number is %1-day volume").arg(m_board.whatIf().days)
            : tr("Leads change this. Number is %1-day volume").arg(m_board.whatIf().days));
}

void PolicyView::takeWhatIf(const PolicyWhatIf &whatIf)
{
    m_rules->setWhatIf(whatIf);
    m_matrix->setCounts(whatIf.intents, whatIf.days);
    m_strip->setCounts(whatIf);
    m_whatIf->setWhatIf(whatIf);
}

void PolicyView::say(const QString &words)
{
    m_dot->hide();
    m_said->setText(words);
    QAccessibleEvent alert(m_said, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

/// Asks no longer once there is another draft, or none: somebody else published meanwhile.
void PolicyView::askPublish(const QString &note)
{
    const int version = m_board.state().draftVersion();
    auto *sheet = new PublishSheet(m_look, m_board.state(), m_titles, note, window());
    sheet->setWhatIf(m_board.whatIf());
    connect(&m_board, &PolicyBoard::whatIfChanged, sheet, &PublishSheet::setWhatIf);
    connect(&m_board, &PolicyBoard::stateChanged, sheet,
            [sheet, version](const PolicyState &state) {
                if (state.draftVersion() != version || !state.isEdited() || !state.mayChange)
                    sheet->reject();
            });
    connect(sheet, &QDialog::accepted, &m_board, [this, note] { m_board.publish(note); });
    sheet->open();
}

VersionsPopover *PolicyView::showVersions(int version)
{
    auto *popover = new VersionsPopover(
        m_look, m_board.state(), m_titles,
        [this](int from, int to) { return m_board.differences(from, to); }, this);
    connect(popover, &VersionsPopover::backRequested, &m_board, &PolicyBoard::draftFrom);
    if (version > 0)
        popover->choose(version, m_board.state().live.version);
    popover->openAt(&m_rules->compareButton(), Popover::Side::Right);
    return popover;
}

HoursSheet *PolicyView::showHours()
{
    auto *sheet = new HoursSheet(m_look, m_board.state(), this);
    connect(sheet, &HoursSheet::chosen, &m_board, &PolicyBoard::setHours);
    sheet->open();
    return sheet;
}

LabelSheet *PolicyView::showLabels()
{
    LabelBoard &labels = m_desk.labelBoard();
    auto *sheet = new LabelSheet(m_look, m_desk.intents(), this);
    connect(&labels, &LabelBoard::changed, sheet, &LabelSheet::setLabels);
    connect(sheet, &LabelSheet::stands, &labels, &LabelBoard::stands);
    connect(sheet, &LabelSheet::isAbout, &labels, &LabelBoard::isAbout);
    connect(sheet, &LabelSheet::skipped, &labels, &LabelBoard::skip);
    connect(sheet, &LabelSheet::backRequested, &labels, &LabelBoard::back);
    connect(sheet, &LabelSheet::moreRequested, &labels, [&labels] { labels.draw(); });
    labels.draw();
    sheet->open();
    return sheet;
}

void PolicyView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_board.refresh();
    m_matrix->focusFirst();
}

void PolicyView::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), theme.surface);
    const QRect left(m_left->mapTo(this, QPoint()), m_left->size());
    const QRect right(m_whatIf->mapTo(this, QPoint()), m_whatIf->size());
    p.fillRect(left, theme.pane);
    p.fillRect(right, theme.pane);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int a = mirrored ? left.left() : left.right();
    const int b = mirrored ? right.right() : right.left();
    paint::hairline(p, QPointF(a, left.top()), QPointF(a, height()), theme.line);
    paint::hairline(p, QPointF(b, right.top()), QPointF(b, height()), theme.line);
    paint::hairline(p, QPointF(0, m_top->height() - 1), QPointF(width(), m_top->height() - 1),
                    theme.line);
}

} // namespace baton::ui
