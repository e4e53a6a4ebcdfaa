#include "ui/panels/HoursSheet.h"

#include "ui/panels/CalendarEdit.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/NumberField.h"
#include "ui/panels/ScrollColumn.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/Segmented.h"
#include "ui/panels/TargetRow.h"
#include "ui/text/HoursWords.h"
#include "ui/theme/Metrics.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int hoursWide = 680;
constexpr int hoursHigh = 440;
constexpr int firstMinutes = 60; // of a new deadline, until it is typed over

} // namespace

HoursSheet::HoursSheet(const Look &look, const PolicyState &state, QWidget *parent)
    : Sheet(look, tr("Deadlines and open hours"), parent)
    , m_look(look)
    , m_queues(state.queues)
    , m_readOnly(!state.mayChange)
    , m_stack(new QStackedWidget)
    , m_hours(new QComboBox)
    , m_hoursStack(new QStackedWidget)
    , m_add(new Button(look, tr("Add a deadline")))
    , m_addHours(new Button(look, tr("Add hours")))
    , m_removeHours(new Button(look, tr("Remove these hours"), ButtonKind::Quiet))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(look.px(hoursWide) + 2 * metrics::elevationMargin);
    setSentence(tr("A first reply is due within so many minutes of a queue’s open hours. The "
                   "deadline that names most counts; of two that name as much, the upper one."));
    m_stack->addWidget(buildTargets(state));
    m_stack->addWidget(buildHours(state));
    m_stack->addWidget(buildQueues());
    takeCalendars();
    m_pages = new Segmented(look, tr("What is shown"),
                            {tr("Deadlines"), tr("Open hours"), tr("Hours of queues")});
    m_stack->setFixedHeight(look.px(hoursHigh));
    auto *row = new QHBoxLayout;
    row->addWidget(m_pages);
    row->addStretch(1);
    body()->addLayout(row);
    body()->addWidget(m_stack);
    connect(m_pages, &Segmented::chosen, m_stack, &QStackedWidget::setCurrentIndex);
    if (m_readOnly)
        cancel()->setText(tr("Close"));
    else
        setAction(tr("Put into the draft"));
    orderTabs();
    m_pages->setFocus();
}

QWidget *HoursSheet::buildTargets(const PolicyState &state)
{
    auto *inside = new QWidget;
    m_rows = new QVBoxLayout(inside);
    m_rows->setContentsMargins(0, 0, 10, 0);
    m_rows->setSpacing(0);
    m_rows->addStretch(1);
    for (const policy::Target &target : state.targets)
        addRow(target);
    tellDoubles();
    m_scroll = new ScrollColumn(m_look, inside, &Theme::raised);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setIconName(u"plus"_s);
    m_add->setVisible(!m_readOnly);
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        TargetRow *row = addRow({{}, {}, {}, {}, firstMinutes});
        row->show(); // a layout shows it later, and leaves it no room before
        tellDoubles();
        orderTabs();
        row->queue().setFocus(Qt::TabFocusReason);
        m_scroll->widget()->adjustSize();
        m_scroll->verticalScrollBar()->setValue(m_scroll->verticalScrollBar()->maximum());
    });
    return page;
}

QWidget *HoursSheet::buildHours(const PolicyState &state)
{
    auto *page = new QWidget;
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_hours);
    row->addWidget(m_addHours);
    row->addWidget(m_removeHours);
    row->addStretch(1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_hoursStack, 1);
    m_hours->setAccessibleName(tr("Open hours"));
    m_addHours->setIconName(u"plus"_s);
    m_addHours->setVisible(!m_readOnly);
    m_removeHours->setVisible(!m_readOnly);
    for (const policy::Calendar &calendar : state.calendars)
        addCalendar(calendar, false);
    connect(m_hours, &QComboBox::currentIndexChanged, this, &HoursSheet::showHours);
    connect(m_addHours, &QAbstractButton::clicked, this, &HoursSheet::newHours);
    connect(m_removeHours, &QAbstractButton::clicked, this, &HoursSheet::dropHours);
    return page;
}

QWidget *HoursSheet::buildQueues()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    for (const policy::Queue &queue : std::as_const(m_queues)) {
        const int row = int(m_ofQueues.size());
        auto *name = new Label(m_look, Role::Body);
        name->setText(queue.name);
        auto *box = new QComboBox;
        box->setAccessibleName(tr("Hours of the queue %1").arg(queue.name));
        box->setEnabled(!m_readOnly);
        name->setBuddy(box);
        grid->addWidget(name, row, 0);
        grid->addWidget(box, row, 1);
        m_ofQueues.append(box);
        connect(box, &QComboBox::activated, this, [this, row, box] {
            m_queues[row].calendar = box->currentText();
            takeCalendars();
        });
    }
    grid->setRowStretch(int(m_ofQueues.size()), 1);
    return page;
}

CalendarEdit *HoursSheet::addCalendar(const policy::Calendar &calendar, bool isNew)
{
    auto *edit = new CalendarEdit(m_look, calendar, isNew);
    edit->setReadOnly(m_readOnly);
    m_calendars.append(edit);
    m_hoursStack->addWidget(edit);
    connect(edit, &CalendarEdit::edited, this, [this, edit, before = calendar.id]() mutable {
        // Queues follow a name that is typed over.
        if (const QString now = edit->calendar().id; now != before) {
            for (policy::Queue &queue : m_queues) {
                if (queue.calendar == before)
                    queue.calendar = now;
            }
            before = now;
            takeCalendars();
        }
    });
    return edit;
}

/// Like those that are shown, under a name of their own.
void HoursSheet::newHours()
{
    policy::Calendar next;
    if (const qsizetype at = m_hours->currentIndex(); at >= 0)
        next = m_calendars[at]->calendar();
    const QStringList taken = names();
    for (int i = int(taken.size()) + 1; next.id.isEmpty() || taken.contains(next.id); ++i)
        next.id = tr("hours-%1", "a name to begin with").arg(i);
    CalendarEdit *edit = addCalendar(next, true);
    takeCalendars();
    m_hours->setCurrentIndex(int(m_calendars.size()) - 1);
    orderTabs();
    edit->name()->setFocus(Qt::TabFocusReason);
    edit->name()->selectAll();
}

void HoursSheet::dropHours()
{
    const qsizetype at = m_hours->currentIndex();
    if (at < 0 || m_calendars.size() < 2)
        return;
    CalendarEdit *edit = m_calendars.takeAt(at);
    m_hoursStack->removeWidget(edit);
    edit->deleteLater();
    takeCalendars();
    orderTabs();
    m_hours->setFocus(Qt::TabFocusReason);
}

QStringList HoursSheet::names() const
{
    QStringList names;
    for (const CalendarEdit *edit : m_calendars)
        names.append(edit->calendar().id);
    return names;
}

/// Who has which hours, as it is now.
void HoursSheet::takeCalendars()
{
    const QStringList all = names();
    {
        const QSignalBlocker quiet(m_hours);
        const int shown = m_hours->currentIndex();
        m_hours->clear();
        m_hours->addItems(all);
        m_hours->setCurrentIndex(std::clamp(shown, 0, std::max(0, int(all.size()) - 1)));
    }
    for (CalendarEdit *edit : std::as_const(m_calendars)) {
        QStringList queues;
        for (const policy::Queue &queue : std::as_const(m_queues)) {
            if (queue.calendar == edit->calendar().id)
                queues.append(queue.name);
        }
        QStringList others = all;
        others.removeOne(edit->calendar().id);
        edit->setQueues(queues);
        edit->setTakenNames(others);
    }
    for (qsizetype i = 0; i < m_ofQueues.size(); ++i) {
        m_ofQueues[i]->clear();
        m_ofQueues[i]->addItems(all);
        m_ofQueues[i]->setCurrentIndex(int(all.indexOf(m_queues[i].calendar)));
    }
    showHours(m_hours->currentIndex());
}

void HoursSheet::showHours(qsizetype at)
{
    if (at < 0 || at >= m_calendars.size())
        return;
    m_hoursStack->setCurrentWidget(m_calendars[at]);
    const QString id = m_calendars[at]->calendar().id;
    const bool used = std::any_of(m_queues.begin(), m_queues.end(),
                                  [&id](const policy::Queue &one) { return one.calendar == id; });
    m_removeHours->setEnabled(!used && m_calendars.size() > 1);
    m_removeHours->setToolTip(used ? tr("Queues have these hours: give them others first.")
                                   : QString());
}

TargetRow *HoursSheet::addRow(const policy::Target &target)
{
    auto *row = new TargetRow(m_look, m_queues, target);
    row->setReadOnly(m_readOnly);
    m_rows->insertWidget(m_rows->count() - 1, row);
    m_targets.append(row);
    connect(row, &TargetRow::edited, this, &HoursSheet::tellDoubles);
    connect(row, &TargetRow::removeRequested, this, [this, row] { remove(row); });
    return row;
}

/// Once all of it is in the window.
void HoursSheet::orderTabs()
{
    QWidgetList order;
    for (TargetRow *row : std::as_const(m_targets))
        order += {&row->queue(), &row->channel(), &row->tier(),
                  &row->value(), &row->minutes(), &row->removeButton()};
    order += {m_add, m_hours, m_addHours, m_removeHours};
    for (const CalendarEdit *edit : std::as_const(m_calendars)) {
        if (edit->name())
            order += edit->name();
        order += &edit->zone();
        for (int day = 0; day < 7; ++day)
            order += &edit->day(day);
        order += &edit->holidays();
    }
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void HoursSheet::remove(TargetRow *row)
{
    const qsizetype at = m_targets.indexOf(row);
    m_targets.removeAt(at);
    row->hide();
    row->deleteLater();
    tellDoubles();
    if (m_targets.isEmpty())
        m_add->setFocus(Qt::TabFocusReason);
    else
        m_targets[std::min(at, m_targets.size() - 1)]->removeButton().setFocus(Qt::TabFocusReason);
}

/// Allowed, but the lower one never counts.
void HoursSheet::tellDoubles()
{
    for (qsizetype i = 0; i < m_targets.size(); ++i) {
        QString flaw;
        for (qsizetype before = 0; before < i && flaw.isEmpty(); ++before) {
            if (policy::sameFor(m_targets[before]->target(), m_targets[i]->target()))
                flaw = tr("For the same conversations as line %1, which counts.").arg(before + 1);
        }
        m_targets[i]->setFlaw(flaw);
    }
}

QString HoursSheet::problem() const
{
    for (const CalendarEdit *edit : m_calendars) {
        if (const QString what = edit->problem(); !what.isEmpty())
            return tr("Hours “%1”. %2").arg(edit->calendar().id, what);
    }
    return {};
}

void HoursSheet::accept()
{
    for (qsizetype i = 0; i < m_calendars.size(); ++i) {
        if (m_calendars[i]->problem().isEmpty())
            continue;
        m_pages->setCurrent(1);
        m_stack->setCurrentIndex(1);
        m_hours->setCurrentIndex(int(i));
        m_calendars[i]->wrong()->setFocus(Qt::TabFocusReason);
        m_calendars[i]->alert();
        return;
    }
    QList<policy::Target> targets;
    for (const TargetRow *row : std::as_const(m_targets))
        targets.append(row->target());
    QList<policy::Calendar> calendars;
    for (const CalendarEdit *edit : std::as_const(m_calendars))
        calendars.append(edit->calendar());
    Q_EMIT chosen(targets, calendars, m_queues);
    Sheet::accept();
}

} // namespace baton::ui
