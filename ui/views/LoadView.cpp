#include "ui/views/LoadView.h"

#include "ui/panels/AssignDialog.h"
#include "ui/panels/Button.h"
#include "ui/panels/FigureTable.h"
#include "ui/panels/Label.h"
#include "ui/panels/ScoreParts.h"
#include "ui/text/Format.h"
#include "ui/text/LoadWords.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int loadSide = 20;
constexpr int cardSide = 16;

QString bareNumber(int number)
{
    return number == 0 ? u"—"_s : format::count(number);
}

/// Gives the small print the lines that it needs, however wide the card is.
class NextWords : public QWidget
{
public:
    explicit NextWords(Label &footing)
        : m_footing(footing)
    { }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        m_footing.setMinimumHeight(m_footing.heightForWidth(width() - 2 * cardSide));
    }

private:
    Label &m_footing;
};

FigureCell lateCell(int number)
{
    if (number == 0)
        return {u"—"_s, {}, &Theme::ink3};
    return {format::count(number), u"warning"_s, &Theme::dangerText, true};
}

QString waitingDue(const std::optional<Instant> &due, Instant now)
{
    return due ? format::countdown(*due - now) : u"—"_s;
}

} // namespace

LoadView::LoadView(Desk &desk, const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_board(desk.loadBoard())
    , m_look(look)
    , m_asOf(new Label(look, baton::ui::Role::Small, &Theme::ink3))
    , m_assign(new Button(look, tr("Assign theirs…")))
    , m_people(new FigureTable(look, tr("People"),
                               {{tr("Person"), 0, false},
                                {tr("Here"), 156, false},
                                {tr("Now"), 92, false},
                                {tr("Open"), 62, true},
                                {tr("To answer"), 86, true},
                                {tr("Late"), 70, true},
                                {tr("Oldest waits"), 104, true}}))
    , m_queues(new FigureTable(look, tr("Queues"),
                               {{tr("Queue"), 0, false},
                                {tr("Waiting"), 74, true},
                                {tr("Unclaimed"), 88, true},
                                {tr("Oldest waits"), 104, true},
                                {tr("Next deadline"), 108, true},
                                {tr("Late now"), 84, true},
                                {tr("Late in 2 h"), 116, true}}))
    , m_next(new Label(look, baton::ui::Role::Title))
    , m_more(new Label(look, baton::ui::Role::Body, &Theme::ink2))
    , m_pullIn(new Label(look, baton::ui::Role::Body, &Theme::ink2))
    , m_footing(new Label(look, baton::ui::Role::Small, &Theme::ink3))
{
    setAccessibleName(tr("Live load"));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(1);
    all->addWidget(buildBar());
    auto *column = new QVBoxLayout;
    column->setContentsMargins(loadSide, 16, loadSide, 16);
    column->setSpacing(14);
    column->addWidget(buildNext());
    column->addWidget(new ChartCard(look, {}, m_people), 3);
    column->addWidget(new ChartCard(look, {}, m_queues), 2);
    all->addLayout(column, 1);
    m_people->setNothing(tr("The load is being read."));
    m_queues->setNothing(tr("The load is being read."));
    connect(&m_board, &LoadBoard::changed, this, &LoadView::take);
    connect(m_people, &FigureTable::chosen, this, &LoadView::askAssign);
    connect(m_assign, &QAbstractButton::clicked, this,
            [this] { askAssign(m_people->currentId()); });
    connect(m_people->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { showPeople(); });
    setTabOrder(m_people, m_queues);
    setTabOrder(m_queues, m_assign);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    showNext();
}

QWidget *LoadView::buildBar()
{
    auto *bar = new QWidget;
    bar->setFixedHeight(metrics::paneHeader);
    auto *title = new Label(m_look, baton::ui::Role::Screen);
    title->setText(tr("Live load"));
    m_assign->setIconName(u"assign"_s);
    m_assign->setEnabled(false);
    m_assign->setToolTip(tr("Give what the chosen person has to somebody else (Enter)"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(loadSide, 0, 16, 0);
    row->setSpacing(12);
    row->addWidget(title);
    row->addWidget(m_asOf);
    row->addStretch();
    row->addWidget(m_assign);
    return bar;
}

QWidget *LoadView::buildNext()
{
    auto *words = new NextWords(*m_footing);
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(cardSide, 12, cardSide, 12);
    column->setSpacing(4);
    for (Label *label : {m_next, m_more, m_pullIn, m_footing}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    return new ChartCard(m_look, {}, words);
}

QString LoadView::queueName(const QueueId &id) const
{
    for (const QueueName &queue : m_desk.queues()) {
        if (queue.id == id && !queue.name.isEmpty())
            return queue.name;
    }
    return id.text();
}

void LoadView::take(const LoadSnapshot &snapshot)
{
    m_shown = snapshot;
    m_asOf->setText(tr("as of %1").arg(format::time(snapshot.at, QTimeZone::systemTimeZone())));
    m_people->setNothing(tr("Nobody has a conversation."));
    m_queues->setNothing(tr("Nothing is open in any queue."));
    showPeople();
    showQueues();
    showNext();
}

void LoadView::showPeople()
{
    QStringList ids;
    QList<QList<FigureCell>> lines;
    bool canAssign = false;
    for (const LoadPerson &one : std::as_const(m_shown.people)) {
        const PersonLoad &load = one.load;
        const bool away = one.duty == Duty::Away;
        const QString name = displayName(load.person);
        const QString doing = !one.doing     ? QString()
            : *one.doing == Doing::Composing ? tr("writing")
                                             : tr("reading");
        ids += load.person.id;
        canAssign |= load.person.id == m_people->currentId() && load.open > 0;
        lines += {{name, away ? u"coffee"_s : u"user"_s, away ? &Theme::ink3 : &Theme::ink, !away},
                  {words::dutyOf(one, m_shown.at), {}, away ? &Theme::ink3 : &Theme::ink2},
                  {doing, {}, &Theme::ink2},
                  {bareNumber(load.open)},
                  {bareNumber(load.toAnswer)},
                  lateCell(load.late),
                  {words::waitsSince(load.oldest, m_shown.at), {}, &Theme::ink2}};
    }
    m_people->setLines(ids, lines);
    m_assign->setEnabled(canAssign);
}

void LoadView::showQueues()
{
    QStringList ids;
    QList<QList<FigureCell>> lines;
    for (const QueueLoad &one : std::as_const(m_shown.queues)) {
        const qsizetype place = m_shown.nextQueues.indexOf(one.queue);
        const bool known = m_shown.next.isKnown() && place >= 0;
        const policy::LateRange next = known ? m_shown.next.queues[place] : policy::LateRange();
        ids += one.queue.text();
        lines += {{queueName(one.queue), {}, &Theme::ink, true},
                  {bareNumber(one.waiting)},
                  {bareNumber(one.unclaimed)},
                  {words::waitsSince(one.oldest, m_shown.at), {}, &Theme::ink2},
                  {waitingDue(one.nextDue, m_shown.at), {}, &Theme::ink2},
                  lateCell(one.breached),
                  known ? FigureCell{words::lateIn(next),
                                     {},
                                     next.middle > 0 ? &Theme::warnText : &Theme::ink2}
                        : FigureCell{tr("unknown"), {}, &Theme::ink3}};
    }
    m_queues->setLines(ids, lines);
}

void LoadView::showNext()
{
    m_next->setText(words::nextHoursTitle(m_shown));
    const auto tell = [](Label *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    tell(m_more, words::withMore(m_shown));
    tell(m_pullIn, words::pullIn(m_shown));
    tell(m_footing, words::assumptions(m_shown));
    m_footing->setMinimumHeight(m_footing->heightForWidth(m_footing->width()));
}

void LoadView::askAssign(const QString &id)
{
    const auto found
        = std::find_if(m_shown.people.cbegin(), m_shown.people.cend(),
                       [&](const LoadPerson &one) { return one.load.person.id == id; });
    if (found == m_shown.people.cend() || found->load.open == 0)
        return;
    QList<PersonDuty> people;
    for (const LoadPerson &one : std::as_const(m_shown.people))
        people += {one.load.person, one.duty, one.since};
    const Person of = found->load.person;
    auto *dialog
        = new AssignDialog(m_look, m_desk.queues(), people, found->load.open, of, window());
    connect(dialog, &AssignDialog::decided, this,
            [this, of](const Assignee &to) { m_desk.assignAllOf(of, to); });
    dialog->open();
}

void LoadView::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), theme.pane);
    p.fillRect(QRect(0, 0, width(), metrics::paneHeader), theme.surface);
    paint::hairline(p, QPointF(0, metrics::paneHeader), QPointF(width(), metrics::paneHeader),
                    theme.line);
}

void LoadView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_board.watch(true);
    m_people->setFocus(Qt::OtherFocusReason);
}

void LoadView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_board.watch(false);
}

} // namespace baton::ui
