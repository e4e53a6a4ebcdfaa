#include "ui/views/ReviewView.h"

#include "core/desk/ApprovalBoard.h"
#include "ui/panels/ApprovalList.h"
#include "ui/panels/ApprovalPane.h"
#include "ui/panels/Button.h"
#include "ui/panels/DiffView.h"
#include "ui/panels/EmptyState.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/KeyCap.h"
#include "ui/panels/ReviewCopyPane.h"
#include "ui/panels/ReviewListView.h"
#include "ui/panels/ScorePane.h"
#include "ui/text/ReviewWords.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/window/ActionRegistry.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyle>

#include <functional>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int reviewList = 320;
constexpr int trackHeight = 4;

constexpr ActionId reviewActions[] = {
    ActionId::Score1,    ActionId::Score2,   ActionId::Score3,     ActionId::Score4,
    ActionId::Score5,    ActionId::ScoreYes, ActionId::ScoreNo,    ActionId::Pass,
    ActionId::Coach,     ActionId::Fail,     ActionId::DiffMode,   ActionId::Transcript,
    ActionId::MarkWrong, ActionId::Comment,  ActionId::SkipReview, ActionId::SaveReview,
};

/// How much of the week is done.
class Track : public QWidget
{
public:
    explicit Track(const Look &look)
        : m_look(look)
    {
        setFixedHeight(trackHeight);
    }
    void setShare(double share)
    {
        m_share = share;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        paint::box(p, rect(), trackHeight / 2.0, m_look.theme().line);
        const QRect done(0, 0, qRound(width() * m_share), height());
        if (m_share > 0)
            paint::box(p, QStyle::visualRect(layoutDirection(), rect(), done), trackHeight / 2.0,
                       m_look.theme().accent);
    }

private:
    const Look &m_look;
    double m_share = 0;
};

} // namespace

ReviewView::ReviewView(Desk &desk, const Look &look, ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_board(desk.reviewBoard())
    , m_look(look)
    , m_actions(actions)
    , m_filter(new IconButton(look, u"filter"_s, tr("Show all weeks, or this week only")))
    , m_monitors(new IconButton(look, u"monitor"_s, tr("What is reviewed…")))
    , m_progress(new Label(look, Role::Small, &Theme::ink2))
    , m_left(new Label(look, Role::Small, &Theme::ink3))
    , m_approvals(new ApprovalList(look))
    , m_approval(new ApprovalPane(look, desk.clock()))
    , m_list(new ReviewListView(look))
    , m_agreement(new Label(look, Role::Small, &Theme::ink3))
    , m_middle(new QStackedWidget)
    , m_nothing(new EmptyState(look, u"review"_s))
    , m_copy(new ReviewCopyPane(look, desk.clock(), actions))
    , m_score(new ScorePane(m_board, look, actions))
{
    setAccessibleName(tr("Review"));
    m_pane = buildList();
    m_middle->addWidget(m_nothing);
    m_middle->addWidget(m_copy);
    m_middle->addWidget(m_approval);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_pane);
    row->addWidget(m_middle, 1);
    row->addWidget(m_score);
    m_score->orderTabs();
    connectBoard();
    connectApprovals();
    connectActions();
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    showNothing();
    if (m_board.list().generation > 0)
        take(m_board.list()); // it was told before anybody looked
}

QWidget *ReviewView::buildList()
{
    auto *pane = new QWidget;
    pane->setFixedWidth(reviewList);
    auto *title = new Label(m_look, Role::Screen);
    title->setText(tr("Review"));
    auto *head = new QWidget;
    head->setFixedHeight(metrics::paneHeader);
    auto *first = new QHBoxLayout(head);
    first->setContentsMargins(metrics::panePadding, 0, 10, 0);
    first->addWidget(title, 1);
    first->addWidget(m_filter);
    first->addWidget(m_monitors);
    auto *words = new QHBoxLayout;
    words->addWidget(m_progress, 1);
    words->addWidget(m_left);
    auto *track = new Track(m_look);
    m_bar = track;
    auto *progress = new QVBoxLayout;
    progress->setContentsMargins(metrics::panePadding, 0, metrics::panePadding, 12);
    progress->setSpacing(6);
    progress->addLayout(words);
    progress->addWidget(track);
    m_agreement->setContentsMargins(metrics::panePadding, 7, metrics::panePadding, 8);
    m_agreement->hide();
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addLayout(progress);
    column->addSpacing(1);
    column->addWidget(m_approvals);
    column->addWidget(m_list, 1);
    column->addWidget(m_agreement);
    connect(m_filter, &QAbstractButton::clicked, this, &ReviewView::chooseScope);
    connect(m_monitors, &QAbstractButton::clicked, this, &ReviewView::monitorsRequested);
    return pane;
}

void ReviewView::connectBoard()
{
    ReviewModel &rows = m_list->rows();
    connect(&m_board, &ReviewBoard::listChanged, this, &ReviewView::take);
    connect(&m_board, &ReviewBoard::rowsReady, &rows, &ReviewModel::setRows);
    connect(&rows, &ReviewModel::rowsNeeded, &m_board, &ReviewBoard::needRows);
    connect(&m_board, &ReviewBoard::opened, this, &ReviewView::showReview);
    connect(&m_board, &ReviewBoard::closed, this, &ReviewView::showNothing);
    connect(m_list, &ReviewListView::picked, this, &ReviewView::pick);
    connect(m_score, &ScorePane::saveRequested, this, &ReviewView::saveOrNext);
    connect(m_score, &ScorePane::skipRequested, this, [this] { m_list->move(1); });
}

void ReviewView::connectApprovals()
{
    ApprovalBoard &board = m_desk.approvalBoard();
    const auto list = [this, &board] {
        m_approvals->setWaiting(board.waiting(), m_desk.clock().now());
        tellTodo();
    };
    connect(&board, &ApprovalBoard::changed, this, [this, &board, list] {
        list();
        if (readsApproval() && !board.shownNow())
            leaveApproval();
    });
    connect(&board, &ApprovalBoard::shown, this, [this](const ApprovalSnapshot &snapshot) {
        m_approvals->setCurrent(snapshot.approval.request.key);
        m_approval->showApproval(snapshot);
        m_score->hide();
        m_middle->setCurrentWidget(m_approval);
    });
    connect(m_approvals, &ApprovalList::picked, &board, &ApprovalBoard::show);
    connect(m_approval, &ApprovalPane::approveRequested, &board, &ApprovalBoard::approve);
    connect(m_approval, &ApprovalPane::returnRequested, &board, &ApprovalBoard::giveBack);
    connect(m_approval, &ApprovalPane::conversationRequested, this,
            &ReviewView::conversationRequested);
    const auto nameKeys = [this] {
        m_approval->setKeys(KeyCap::text(m_actions.keys(ActionId::SaveReview).value(0)));
    };
    connect(&m_actions, &ActionRegistry::keysChanged, this, nameKeys);
    nameKeys();
    list();
}

bool ReviewView::readsApproval() const
{
    return m_middle->currentWidget() == m_approval;
}

/// Back to the review that is open, or to none.
void ReviewView::leaveApproval()
{
    const bool hadFocus = m_approval->isAncestorOf(focusWidget());
    m_desk.approvalBoard().leave();
    m_approvals->setCurrent({});
    m_score->show();
    if (m_shown)
        m_middle->setCurrentWidget(m_copy);
    else
        m_middle->setCurrentWidget(m_nothing);
    if (!hadFocus)
        return;
    if (m_approvals->rows().isEmpty())
        m_list->setFocus(Qt::OtherFocusReason);
    else
        m_approvals->rows().first()->setFocus(Qt::OtherFocusReason);
}

int ReviewView::todo() const
{
    return m_known.weekTodo + int(m_desk.approvalBoard().waiting().size());
}

void ReviewView::tellTodo()
{
    Q_EMIT todoChanged(todo());
}

/// Those of its own scope come by keyPressEvent(): the letters of the desk's screens are the same.
void ReviewView::connectActions()
{
    const auto on = [this](ActionId id, auto fn) {
        m_actions.carry(id, this, [] { return true; });
        connect(m_actions.action(id), &QAction::triggered, this, [this, fn] {
            if (isVisible())
                fn();
        });
    };
    on(ActionId::NextRow, [this] { m_list->move(1); });
    on(ActionId::PreviousRow, [this] { m_list->move(-1); });
    on(ActionId::NextPane, [this] { nextPane(); });
    on(ActionId::PreviousPane, [this] { nextPane(); });
    m_actions.place(ActionScope::Review, this);
    // What lies behind a reply that is read for approval is not touched.
    const auto onReview = [this, &on](ActionId id, std::function<void()> fn) {
        on(id, [this, fn = std::move(fn)] {
            if (!readsApproval())
                fn();
        });
    };
    constexpr ActionId scores[] = {ActionId::Score1, ActionId::Score2, ActionId::Score3,
                                   ActionId::Score4, ActionId::Score5};
    for (int i = 0; i < int(std::size(scores)); ++i)
        onReview(scores[i], [this, i] { m_score->choose(i + 1); });
    onReview(ActionId::ScoreYes, [this] { m_score->chooseYes(true); });
    onReview(ActionId::ScoreNo, [this] { m_score->chooseYes(false); });
    onReview(ActionId::Pass, [this] { m_score->choose(Verdict::Pass); });
    onReview(ActionId::Coach, [this] { m_score->choose(Verdict::Coach); });
    onReview(ActionId::Fail, [this] { m_score->choose(Verdict::Fail); });
    onReview(ActionId::DiffMode, [this] {
        using Shown = ReviewCopyPane::Shown;
        m_copy->show(m_copy->shown() == Shown::SideBySide ? Shown::Inline : Shown::SideBySide);
    });
    onReview(ActionId::Transcript, [this] {
        using Shown = ReviewCopyPane::Shown;
        m_copy->show(m_copy->shown() == Shown::Transcript ? Shown::SideBySide : Shown::Transcript);
    });
    onReview(ActionId::MarkWrong, [this] { m_copy->diff().toggleMark(); });
    on(ActionId::Comment, [this] {
        if (readsApproval())
            m_approval->focusNote();
        else
            m_score->focusComment();
    });
    on(ActionId::SkipReview, [this] { m_list->move(1); });
    on(ActionId::SaveReview, [this] { saveOrNext(); });
}

std::optional<ActionId> ReviewView::actionFor(const QKeyEvent *event) const
{
    const QKeySequence pressed(int(event->key()) | int(event->modifiers() & ~Qt::KeypadModifier));
    for (const ActionId id : reviewActions) {
        if (m_actions.keys(id).contains(pressed))
            return id;
    }
    return {};
}

bool ReviewView::event(QEvent *event)
{
    // Taken before the letters of other screens are.
    if (event->type() == QEvent::ShortcutOverride && actionFor(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ReviewView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && readsApproval()) {
        leaveApproval();
    } else if (event->key() == Qt::Key_Escape && !m_list->hasFocus()) {
        m_list->setFocus(Qt::OtherFocusReason);
    } else if (const auto id = actionFor(event)) {
        m_actions.action(*id)->trigger();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ReviewView::nextPane()
{
    if (readsApproval() && m_pane->isAncestorOf(focusWidget()))
        m_approval->approveButton().setFocus(Qt::ShortcutFocusReason);
    else if (m_pane->isAncestorOf(focusWidget()))
        m_copy->diff().setFocus(Qt::ShortcutFocusReason);
    else if (m_middle->isAncestorOf(focusWidget()) && !readsApproval())
        m_score->step(0);
    else
        m_list->setFocus(Qt::ShortcutFocusReason);
}

void ReviewView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_board.refresh();
    m_list->setFocus(Qt::OtherFocusReason);
}

void ReviewView::chooseScope()
{
    m_board.showScope(m_known.scope == ReviewScope::Week ? ReviewScope::All : ReviewScope::Week);
}

void ReviewView::take(const ReviewList &list)
{
    m_known = list;
    m_listed = true;
    m_list->rows().setIntents(m_desk.intents());
    m_list->rows().setNow(m_desk.clock().now());
    m_list->setList(list);
    m_progress->setText(words::progress(list));
    m_left->setText(words::timeLeft(list));
    const int all = list.weekTodo + list.weekDone;
    static_cast<Track *>(m_bar)->setShare(all == 0 ? 0 : double(list.weekDone) / all);
    const QString agreement = words::agreement(list.figures.agreement);
    m_agreement->setText(agreement);
    m_agreement->setVisible(!agreement.isEmpty());
    m_filter->setName(list.scope == ReviewScope::Week ? tr("Show all weeks")
                                                      : tr("Show this week only"));
    tellTodo();
    if (m_shown && m_shown->revealed)
        m_score->showReview(*m_shown, list.figures); // one more was caught, or missed
    if (!m_list->currentIndex().isValid() && list.todo > 0 && isVisible() && !readsApproval())
        m_list->move(1);
    else if (list.rows->empty() && !m_board.openId().isEmpty())
        m_board.close();
    else if (m_board.openId().isEmpty())
        showNothing();
}

void ReviewView::pick(const ConversationId &id)
{
    if (readsApproval())
        leaveApproval();
    if (id != m_board.openId())
        m_board.open(id);
}

void ReviewView::showReview(const ReviewSnapshot &snapshot)
{
    m_shown = snapshot;
    m_copy->showReview(snapshot);
    m_score->showReview(snapshot, m_known.figures);
    if (!readsApproval())
        m_middle->setCurrentWidget(m_copy);
}

void ReviewView::showNothing()
{
    m_shown.reset();
    if (!readsApproval())
        m_middle->setCurrentWidget(m_nothing);
    m_score->showNothing();
    if (m_listed && m_known.rows->empty())
        m_nothing->setWords(tr("Nothing to review this week."),
                            tr("What the monitors pick of closed conversations stands here."));
    else
        m_nothing->setWords(tr("Nothing is open."), tr("J and K walk the list."));
}

void ReviewView::saveOrNext()
{
    if (readsApproval()) {
        // Who is writing why it goes back does not mean to send it.
        if (m_approval->returnButton().isEnabled())
            m_approval->returnButton().setFocus(Qt::OtherFocusReason);
        else
            m_approval->approve();
        return;
    }
    if (m_score->isSaved()) {
        m_list->moveToNextTodo();
        return;
    }
    std::optional<ReviewAnswer> answer = m_score->answer();
    if (!answer)
        return;
    answer->wrong = m_copy->diff().marked();
    m_board.save(*answer);
}

void ReviewView::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.fillRect(m_pane->geometry(), theme.pane);
    p.fillRect(m_middle->geometry(), theme.surface);
    const QRect pane = m_pane->geometry();
    const int edge = layoutDirection() == Qt::RightToLeft ? pane.left() : pane.right();
    paint::hairline(p, QPointF(edge, 0), QPointF(edge, height()), theme.line);
    const int top = pane.top() + m_list->y() - 1;
    paint::hairline(p, QPointF(pane.left(), top), QPointF(pane.right(), top), theme.line);
}

} // namespace baton::ui
