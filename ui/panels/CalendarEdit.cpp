#include "ui/panels/CalendarEdit.h"

#include "ui/panels/Framed.h"
#include "ui/panels/Label.h"
#include "ui/panels/SearchField.h"
#include "ui/text/HoursWords.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int holidaysHigh = 74;
constexpr std::size_t ofHolidays = 7;

} // namespace

CalendarEdit::CalendarEdit(const Look &look, const policy::Calendar &calendar,
                           const QStringList &queues)
    : m_calendar(calendar)
    , m_holidays(new QPlainTextEdit)
    , m_problem(new Label(look, Role::Small, &Theme::dangerText))
{
    setAccessibleName(tr("Hours “%1”").arg(calendar.id));
    auto *who = new Label(look, Role::Small, &Theme::ink2);
    who->setWordWrap(true);
    who->setText(
        queues.isEmpty()
            ? tr("Time zone %1. No queue has these hours.").arg(QString::fromUtf8(calendar.zone))
            : tr("Time zone %1. Hours of: %2.")
                  .arg(QString::fromUtf8(calendar.zone), queues.join(u", "_s)));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (int day = 0; day < 7; ++day) {
        auto *name = new Label(look, Role::Body);
        name->setText(words::weekdayName(day));
        auto *field = new SearchField(look, {}, tr("closed"));
        field->setText(words::spansText(calendar.week[std::size_t(day)]));
        field->setAccessibleName(tr("%1, open hours “%2”").arg(name->text(), calendar.id));
        field->setMaxLength(200);
        name->setBuddy(field);
        grid->addWidget(name, day, 0);
        grid->addWidget(field, day, 1);
        m_days[std::size_t(day)] = field;
        connect(field, &QLineEdit::textEdited, this, [this, day] { takeDay(day); });
    }
    auto *closed = new Label(look, Role::Body);
    closed->setText(tr("Closed on"));
    m_holidays->setPlainText(words::datesText(calendar.holidays));
    m_holidays->setAccessibleName(tr("Days that are closed, “%1”").arg(calendar.id));
    m_holidays->setPlaceholderText(u"2025-12-25, 2025-12-26"_s);
    closed->setBuddy(m_holidays);
    grid->addWidget(closed, 7, 0, Qt::AlignTop);
    grid->addWidget(framedNote(look, m_holidays, holidaysHigh), 7, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(who);
    column->addLayout(grid);
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    column->addStretch(1);
    m_problem->hide();
    connect(m_holidays, &QPlainTextEdit::textChanged, this, &CalendarEdit::takeHolidays);
}

void CalendarEdit::takeDay(int day)
{
    const auto at = std::size_t(day);
    const words::SpansRead read = words::readSpans(m_days[at]->text());
    m_days[at]->setWrong(read.problem);
    m_problems[at] = read.problem;
    if (read.problem.isEmpty())
        m_calendar.week[at] = read.spans;
    say();
}

void CalendarEdit::takeHolidays()
{
    const words::DatesRead read = words::readDates(m_holidays->toPlainText());
    m_problems[ofHolidays] = read.problem;
    if (read.problem.isEmpty())
        m_calendar.holidays = read.dates;
    say();
}

QString CalendarEdit::problem() const
{
    for (std::size_t at = 0; at < m_problems.size(); ++at) {
        if (!m_problems[at].isEmpty())
            return at == ofHolidays ? tr("Closed on: %1").arg(m_problems[at])
                                    : tr("%1: %2", "a day, what is wrong")
                                          .arg(words::weekdayName(int(at)), m_problems[at]);
    }
    const auto &week = m_calendar.week;
    if (std::all_of(week.begin(), week.end(), [](const auto &spans) { return spans.isEmpty(); }))
        return tr("These hours open on no day: give at least one.");
    return {};
}

QWidget *CalendarEdit::wrong() const
{
    for (std::size_t at = 0; at < ofHolidays; ++at) {
        if (!m_problems[at].isEmpty())
            return m_days[at];
    }
    return m_problems[ofHolidays].isEmpty() ? static_cast<QWidget *>(m_days[0]) : m_holidays;
}

void CalendarEdit::say()
{
    const QString what = problem();
    m_problem->setText(what);
    m_problem->setVisible(!what.isEmpty());
    Q_EMIT edited();
}

void CalendarEdit::setReadOnly(bool readOnly)
{
    for (SearchField *field : m_days)
        field->setReadOnly(readOnly);
    m_holidays->setReadOnly(readOnly);
}

} // namespace baton::ui
