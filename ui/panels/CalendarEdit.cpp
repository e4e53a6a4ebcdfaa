#include "ui/panels/CalendarEdit.h"

#include "ui/panels/Framed.h"
#include "ui/panels/Label.h"
#include "ui/panels/SearchField.h"
#include "ui/text/HoursWords.h"

#include <QtCore/QTimeZone>
#include <QtGui/QAccessible>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int holidaysHigh = 74;
constexpr std::size_t ofHolidays = 7;
constexpr std::size_t ofName = 8;
constexpr int longestName = 40;

} // namespace

CalendarEdit::CalendarEdit(const Look &look, const policy::Calendar &calendar, bool isNew)
    : m_calendar(calendar)
    , m_who(new Label(look, Role::Small, &Theme::ink2))
    , m_zone(new QComboBox)
    , m_holidays(new QPlainTextEdit)
    , m_problem(new Label(look, Role::Small, &Theme::dangerText))
{
    m_who->setWordWrap(true);
    auto *grid = new QGridLayout;
    int row = 0;
    if (isNew) {
        auto *name = new Label(look, Role::Body);
        name->setText(tr("Name"));
        m_name = new SearchField(look, {}, {});
        m_name->setText(calendar.id);
        m_name->setMaxLength(longestName);
        m_name->setAccessibleName(tr("Name of the hours"));
        name->setBuddy(m_name);
        grid->addWidget(name, row, 0);
        grid->addWidget(m_name, row++, 1);
        connect(m_name, &QLineEdit::textEdited, this, &CalendarEdit::takeName);
    }
    auto *zone = new Label(look, Role::Body);
    zone->setText(tr("Time zone"));
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromLatin1(id), id);
    m_zone->setMaxVisibleItems(16);
    m_zone->setCurrentIndex(m_zone->findData(calendar.zone));
    zone->setBuddy(m_zone);
    grid->addWidget(zone, row, 0);
    grid->addWidget(m_zone, row++, 1, Qt::AlignLeft);
    connect(m_zone, &QComboBox::currentIndexChanged, this, [this] {
        m_calendar.zone = m_zone->currentData().toByteArray();
        say();
    });
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (int day = 0; day < 7; ++day) {
        auto *name = new Label(look, Role::Body);
        name->setText(words::weekdayName(day));
        auto *field = new SearchField(look, {}, tr("closed"));
        field->setText(words::spansText(calendar.week[std::size_t(day)]));
        field->setMaxLength(200);
        name->setBuddy(field);
        grid->addWidget(name, row, 0);
        grid->addWidget(field, row++, 1);
        m_days[std::size_t(day)] = field;
        connect(field, &QLineEdit::textEdited, this, [this, day] { takeDay(day); });
    }
    auto *closed = new Label(look, Role::Body);
    closed->setText(tr("Closed on"));
    m_holidays->setPlainText(words::datesText(calendar.holidays));
    m_holidays->setPlaceholderText(u"2025-12-25, 2025-12-26"_s);
    closed->setBuddy(m_holidays);
    grid->addWidget(closed, row, 0, Qt::AlignTop);
    grid->addWidget(framedNote(look, m_holidays, holidaysHigh), row, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(m_who);
    column->addLayout(grid);
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    column->addStretch(1);
    m_problem->hide();
    connect(m_holidays, &QPlainTextEdit::textChanged, this, &CalendarEdit::takeHolidays);
    nameParts();
    setQueues({});
}

void CalendarEdit::setQueues(const QStringList &queues)
{
    m_who->setText(queues.isEmpty() ? tr("No queue has these hours.")
                                    : tr("Hours of: %1.").arg(queues.join(u", "_s)));
}

void CalendarEdit::setTakenNames(const QStringList &names)
{
    m_taken = names;
}

void CalendarEdit::nameParts()
{
    setAccessibleName(tr("Hours “%1”").arg(m_calendar.id));
    m_zone->setAccessibleName(tr("Time zone of “%1”").arg(m_calendar.id));
    for (int day = 0; day < 7; ++day)
        m_days[std::size_t(day)]->setAccessibleName(
            tr("%1, open hours “%2”").arg(words::weekdayName(day), m_calendar.id));
    m_holidays->setAccessibleName(tr("Days that are closed, “%1”").arg(m_calendar.id));
}

void CalendarEdit::takeName()
{
    const QString name = m_name->text().trimmed();
    QString &problem = m_problems[ofName];
    problem = name.isEmpty()     ? tr("Give these hours a name.")
        : m_taken.contains(name) ? tr("Other hours have this name.")
                                 : QString();
    m_name->setWrong(problem);
    if (problem.isEmpty()) {
        m_calendar.id = name;
        nameParts();
    }
    say();
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
            return at == ofName    ? m_problems[at]
                : at == ofHolidays ? tr("Closed on: %1").arg(m_problems[at])
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
    if (!m_problems[ofHolidays].isEmpty())
        return m_holidays;
    return m_problems[ofName].isEmpty() ? m_days[0] : m_name;
}

void CalendarEdit::say()
{
    const QString what = problem();
    m_problem->setText(what);
    m_problem->setVisible(!what.isEmpty());
    Q_EMIT edited();
}

void CalendarEdit::alert()
{
    QAccessibleEvent event(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void CalendarEdit::setReadOnly(bool readOnly)
{
    for (SearchField *field : m_days)
        field->setReadOnly(readOnly);
    m_holidays->setReadOnly(readOnly);
    m_zone->setEnabled(!readOnly);
}

} // namespace baton::ui
