#include "ui/panels/HoursSheet.h"

#include "ui/panels/CalendarEdit.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/NumberField.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/Segmented.h"
#include "ui/panels/TargetRow.h"
#include "ui/text/HoursWords.h"
#include "ui/theme/Metrics.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int hoursWide = 680;
constexpr int hoursHigh = 380;
constexpr int firstMinutes = 60; // of a new deadline, until it is typed over

} // namespace

HoursSheet::HoursSheet(const Look &look, const PolicyState &state, QWidget *parent)
    : Sheet(look, tr("Deadlines and open hours"), parent)
    , m_look(look)
    , m_queues(state.queues)
    , m_readOnly(!state.mayChange)
    , m_stack(new QStackedWidget)
    , m_add(new Button(look, tr("Add a deadline")))
    , m_problem(new Label(look, Role::Small, &Theme::dangerText))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(look.px(hoursWide) + 2 * metrics::elevationMargin);
    setSentence(tr("A first reply is due within so many minutes of a queue’s open hours. The "
                   "deadline that names most counts; of two that name as much, the upper one."));
    QStringList names{tr("Deadlines")};
    m_stack->addWidget(buildTargets(state));
    for (const policy::Calendar &calendar : state.calendars) {
        QStringList queues;
        for (const policy::Queue &queue : state.queues) {
            if (queue.calendar == calendar.id)
                queues.append(queue.name);
        }
        auto *edit = new CalendarEdit(look, calendar, queues);
        edit->setReadOnly(m_readOnly);
        m_calendars.append(edit);
        m_stack->addWidget(edit);
        names.append(tr("Hours “%1”").arg(calendar.id));
        connect(edit, &CalendarEdit::edited, this, [this] { say({}); });
    }
    m_pages = new Segmented(look, tr("What is shown"), names);
    m_stack->setFixedHeight(look.px(hoursHigh));
    auto *row = new QHBoxLayout;
    row->addWidget(m_pages);
    row->addStretch(1);
    body()->addLayout(row);
    body()->addWidget(m_stack);
    m_problem->setWordWrap(true);
    m_problem->hide();
    body()->addWidget(m_problem);
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
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(inside);
    m_scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
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

TargetRow *HoursSheet::addRow(const policy::Target &target)
{
    auto *row = new TargetRow(m_look, m_queues, target);
    row->setReadOnly(m_readOnly);
    m_rows->insertWidget(m_rows->count() - 1, row);
    m_targets.append(row);
    connect(row, &TargetRow::edited, this, [this] {
        tellDoubles();
        say({});
    });
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
    order += m_add;
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

void HoursSheet::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        return;
    QAccessibleEvent alert(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void HoursSheet::accept()
{
    for (qsizetype i = 0; i < m_calendars.size(); ++i) {
        if (m_calendars[i]->problem().isEmpty())
            continue;
        m_pages->setCurrent(int(i) + 1);
        m_stack->setCurrentIndex(int(i) + 1);
        m_calendars[i]->wrong()->setFocus(Qt::TabFocusReason);
        say(problem());
        return;
    }
    QList<policy::Target> targets;
    for (const TargetRow *row : std::as_const(m_targets))
        targets.append(row->target());
    QList<policy::Calendar> calendars;
    for (const CalendarEdit *edit : std::as_const(m_calendars))
        calendars.append(edit->calendar());
    Q_EMIT chosen(targets, calendars);
    Sheet::accept();
}

} // namespace baton::ui
