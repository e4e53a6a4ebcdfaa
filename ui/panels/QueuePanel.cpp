#include "ui/panels/QueuePanel.h"

#include "ui/models/QueueDiff.h"
#include "ui/panels/EmptyState.h"
#include "ui/panels/FilterPopover.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/MarksBar.h"
#include "ui/panels/QueueHeader.h"
#include "ui/panels/QueueNews.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/SortPopover.h"
#include "ui/panels/ViewList.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <chrono>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;
constexpr auto jumpsWaitAtMost = 2s; // TOKENS §7
constexpr auto openPause = 100ms;

} // namespace

QueuePanel::QueuePanel(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_model(new QueueModel(this))
    , m_search(new SearchField(look, u"search"_s, tr("Search name, order, words")))
    , m_filterButton(new IconButton(look, u"filter"_s, tr("Filter")))
    , m_views(new ViewList(look))
    , m_incidents(new QVBoxLayout)
    , m_header(new QueueHeader(look))
    , m_pages(new QStackedWidget)
    , m_list(new QueueListView(look, *m_model))
    , m_news(new QueueNews(look, m_list))
    , m_marks(new MarksBar(look))
    , m_empty(new Label(look, Role::Small, &Theme::ink3))
    , m_state(new EmptyState(look, u"search"_s))
{
    setAccessibleName(tr("Queue"));
    build();
    connectParts();
    connect(&look, &Look::changed, this, &QueuePanel::relook);
    relook();
    showOrder();
    beginLoading();
}

void QueuePanel::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, this, &QueuePanel::searchEdited);
    connect(m_search, &SearchField::left, this, &QueuePanel::focusList);
    connect(m_clear, &QAction::triggered, this, &QueuePanel::clearSearch);
    connect(m_filterButton, &QAbstractButton::clicked, this, &QueuePanel::openFilter);
    connect(m_header, &QAbstractButton::clicked, this, &QueuePanel::openSort);
    connect(m_views, &ViewList::chosen, this, &QueuePanel::chooseView);
    connect(m_model, &QueueModel::needRows, this, &QueuePanel::needRows);
    connect(m_state, &EmptyState::doorOpened, this, &QueuePanel::stateDoor);
    connect(m_list, &QueueListView::picked, this, &QueuePanel::pickedRow);
    connect(m_list, &QueueListView::opened, this, [this] {
        m_entering = true;
        m_picked = m_model->number(m_list->selectedRow());
        m_openPause.stop();
        openSoon();
    });
    connect(m_list, &QueueListView::pointerLeft, this, [this] {
        // On its way to click the news, it has not left yet.
        if (!m_news->isVisible() || !m_news->rect().contains(m_news->mapFromGlobal(QCursor::pos())))
            applyWaiting();
    });
    // Rows move by the scrolling anyway; not in the middle of it.
    connect(m_list, &QueueListView::scrolled, this, &QueuePanel::applyWaiting,
            Qt::QueuedConnection);
    connect(m_news, &QAbstractButton::clicked, this, &QueuePanel::applyWaiting);
    connect(m_list, &QueueListView::marksChanged, this,
            [this] { m_marks->setCount(int(m_list->marks().size())); });
    connect(m_marks, &MarksBar::clearRequested, this, &QueuePanel::clearMarks);
    connect(m_marks, &MarksBar::assignRequested, this, &QueuePanel::assignRequested);
    connect(m_marks, &MarksBar::tagsRequested, this, &QueuePanel::tagsRequested);
    m_waitingEnds.setSingleShot(true);
    m_waitingEnds.setInterval(jumpsWaitAtMost);
    connect(&m_waitingEnds, &QTimer::timeout, this, &QueuePanel::applyWaiting);
    m_openPause.setSingleShot(true);
    m_openPause.setInterval(openPause);
    connect(&m_openPause, &QTimer::timeout, this, &QueuePanel::openSoon);
}

void QueuePanel::setAgent(const AgentId &me)
{
    QueueContext context = m_model->context();
    context.me = me;
    m_model->setContext(context);
    m_list->viewport()->update();
}

void QueuePanel::setQueues(const QList<QueueName> &queues)
{
    QueueContext context = m_model->context();
    context.setQueues(queues);
    m_model->setContext(context);
    m_list->viewport()->update();
}

void QueuePanel::setAsOf(const std::optional<Instant> &moment)
{
    if (moment == m_asOf)
        return;
    m_asOf = moment;
    showOrder();
}

void QueuePanel::setColleagues(const QList<ColleagueAt> &colleagues)
{
    QueueContext context = m_model->context();
    const auto now = byConversation(colleagues);
    if (now == context.colleagues)
        return;
    context.colleagues = now;
    m_model->setContext(context);
    m_list->viewport()->update();
}

void QueuePanel::setClock(Instant now)
{
    m_list->setNow(now);
}

void QueuePanel::setQueue(const QueueSnapshot &snapshot)
{
    if (!snapshot.rows)
        return;
    m_failed = false;
    if (!snapshot.subjectChanged && wouldJump(snapshot)) {
        m_model->setRows(snapshot.ready);
        m_waiting = snapshot;
        if (!m_waitingEnds.isActive())
            m_waitingEnds.start();
        showNews();
        return;
    }
    apply(snapshot);
}

void QueuePanel::apply(const QueueSnapshot &snapshot)
{
    m_waiting.reset();
    m_waitingEnds.stop();
    m_news->hide();
    m_model->setSnapshot(snapshot);
    if (snapshot.subjectChanged) {
        const QSignalBlocker quiet(m_views);
        m_views->setCurrent(snapshot.view);
        m_picked = 0;
    }
    m_list->setLoading(snapshot.search != m_asked || snapshot.filter != m_filter
                       || snapshot.sort != m_sort);
    reselect();
    showIncidents();
    showState();
    showOrder();
    if (m_enterFirst)
        enterFirst();
}

void QueuePanel::applyWaiting()
{
    if (m_waiting)
        apply(QueueSnapshot(*m_waiting));
}

/// Whether a row that is seen would move, or go, under the pointer.
bool QueuePanel::wouldJump(const QueueSnapshot &snapshot) const
{
    if (!m_list->hasPointer() || m_model->rowCount() == 0 || !m_model->snapshot().rows)
        return false;
    return commonRows(*m_model->snapshot().rows, *snapshot.rows) <= m_list->lastVisible();
}

void QueuePanel::showNews()
{
    const auto diff = queueDiff(*m_model->snapshot().rows, *m_waiting->rows);
    m_news->setArrived(diff ? diff->arrived : 0);
    const int height = m_news->sizeHint().height();
    m_news->setGeometry(0, m_list->height() - height, m_list->width(), height);
    m_news->show();
    m_news->raise();
}

void QueuePanel::setRows(quint64, const QList<QueueRow> &rows)
{
    m_model->setRows(rows);
    if (m_picked != 0 && !m_openPause.isActive())
        openSoon();
    if (m_list->selectedRow() < 0)
        reselect();
}

void QueuePanel::setCounts(const QList<ViewCount> &counts)
{
    m_views->setCounts(counts);
}

void QueuePanel::beginLoading()
{
    m_matches.reset();
    m_enterFirst = false;
    m_list->setLoading(true);
}

void QueuePanel::chooseView(QueueView view)
{
    {
        const QSignalBlocker quiet(m_search);
        m_search->clear();
    }
    m_clear->setVisible(false);
    m_asked.clear();
    m_views->setCurrent(view);
    m_views->setMarked(true);
    beginLoading();
    Q_EMIT viewChosen(view);
}

void QueuePanel::searchEdited(const QString &text)
{
    m_clear->setVisible(!text.isEmpty());
    const QString wanted = text.trimmed();
    if (wanted == m_asked)
        return;
    m_asked = wanted;
    beginLoading();
    Q_EMIT searchChanged(wanted);
}

void QueuePanel::openFilter()
{
    auto *popover = new FilterPopover(m_look, m_filter, m_tags, this);
    connect(popover, &FilterPopover::filterChanged, this,
            [this](const QueueFilter &filter) { arrange(filter, m_sort); });
    popover->openAt(m_filterButton);
}

void QueuePanel::openSort()
{
    QList<QueueSort> orders{QueueSort::NewestFirst};
    if (sorts())
        orders = {QueueSort::Deadline, QueueSort::LongestWaiting, QueueSort::NewestFirst,
                  QueueSort::Value};
    auto *popover
        = new SortPopover(m_look, orders, sorts() ? m_sort : QueueSort::NewestFirst, this);
    if (sorts())
        connect(popover, &SortPopover::chosen, this,
                [this](QueueSort sort) { arrange(m_filter, sort); });
    popover->openAt(m_header->isVisible() ? static_cast<QWidget *>(m_header) : m_filterButton);
}

void QueuePanel::arrange(const QueueFilter &filter, QueueSort sort)
{
    if (filter == m_filter && sort == m_sort)
        return;
    m_filter = filter;
    m_sort = sort;
    beginLoading();
    showOrder();
    Q_EMIT arranged(filter, sort);
}

void QueuePanel::clearSearch()
{
    m_search->clear();
}

void QueuePanel::setOpen(const ConversationId &id)
{
    // While a key is held down, the answer to an earlier opening says nothing.
    if (m_openPause.isActive() && m_picked != 0)
        return;
    if (id == m_open && m_list->selectedRow() >= 0)
        return;
    m_open = id;
    reselect();
}

void QueuePanel::reselect()
{
    const int row = m_open.isEmpty() ? -1 : m_model->position(m_open);
    if (m_picked != 0 || row == m_list->selectedRow())
        return;
    m_list->select(row);
    if (row >= 0 && !m_list->hasPointer())
        m_list->scrollTo(m_model->index(row));
}

void QueuePanel::pickedRow(int row)
{
    m_picked = m_model->number(row);
    if (!m_openPause.isActive())
        openSoon();
}

/// Opens what was picked last; at once, or when its id is there, or when the pause ends.
void QueuePanel::openSoon()
{
    const int row = m_list->selectedRow();
    const QueueRow *shown
        = m_picked != 0 && m_model->number(row) == m_picked ? m_model->row(row) : nullptr;
    if (!shown)
        return;
    m_picked = 0;
    m_openPause.start();
    m_open = shown->id;
    const ConversationId id = m_open;
    if (std::exchange(m_entering, false))
        Q_EMIT entered(id);
    else
        Q_EMIT opened(id);
}

void QueuePanel::clearMarks()
{
    m_list->clearMarks();
}

QList<ConversationId> QueuePanel::marked() const
{
    return m_list->marks().values();
}

void QueuePanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void QueuePanel::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

/// What is shown may still be the matches of an earlier word; then it waits for the right ones.
void QueuePanel::enterFirst()
{
    m_enterFirst = m_list->isLoading();
    if (m_enterFirst)
        return;
    focusList();
    m_list->move(0);
    m_list->openCurrent();
}

void QueuePanel::next()
{
    m_list->move(1);
}

void QueuePanel::previous()
{
    m_list->move(-1);
}

void QueuePanel::openCurrent()
{
    m_list->openCurrent();
}

} // namespace baton::ui
