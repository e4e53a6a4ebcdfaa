#include "ui/panels/MonitorRow.h"

#include "ui/panels/IconButton.h"
#include "ui/panels/Label.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/Switch.h"
#include "ui/text/JudgedWords.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int numberWidth = 60;
constexpr int unitWidth = 28;
constexpr int picksWidth = 56;

QString unitOf(MonitorKind kind)
{
    switch (kind) {
    case MonitorKind::LowCsat:
        return MonitorRow::tr("of 5", "a rating");
    case MonitorKind::Hasty:
        return MonitorRow::tr("s", "seconds");
    case MonitorKind::NewAgent:
        return {};
    default:
        return MonitorRow::tr("%", "per cent");
    }
}

} // namespace

double shownBy(MonitorKind kind)
{
    return kind == MonitorKind::LowConfidence ? 100 : 1;
}

MonitorNumber *newLimit(const Look &look, MonitorKind kind)
{
    const std::optional<double> most = mostLimit(kind);
    return most ? new MonitorNumber(look, unitOf(kind), *most * shownBy(kind)) : nullptr;
}

QString monitorName(const Monitor &monitor, const QString &intentTitle)
{
    if (!monitor.title.isEmpty())
        return monitor.title;
    switch (monitor.kind) {
    case MonitorKind::Rule:
        if (const auto rule = ruleNamed(monitor.name))
            return words::of(*rule);
        return monitor.name;
    case MonitorKind::Override:
        return MonitorRow::tr("Sent without a source");
    case MonitorKind::LowCsat:
        return MonitorRow::tr("Rated at most");
    case MonitorKind::CameBack:
        return MonitorRow::tr("Solved by the bot, back within 72 h");
    case MonitorKind::Discarded:
        return MonitorRow::tr("Draft discarded");
    case MonitorKind::Rewritten:
        return MonitorRow::tr("Draft changed by at least");
    case MonitorKind::Hasty:
        return MonitorRow::tr("Draft accepted as it was within");
    case MonitorKind::NewAgent:
        return MonitorRow::tr("First conversations of a colleague, up to");
    case MonitorKind::LowConfidence:
        return MonitorRow::tr("Intent read with less than");
    case MonitorKind::Intent:
        return MonitorRow::tr("About “%1”", "an intent")
            .arg(intentTitle.isEmpty() ? monitor.name : intentTitle);
    case MonitorKind::Tier:
        return MonitorRow::tr("Tier %1").arg(monitor.name);
    case MonitorKind::Random:
        return MonitorRow::tr("At random");
    }
    Q_UNREACHABLE();
}

MonitorNumber::MonitorNumber(const Look &look, const QString &unit, double most, QWidget *parent)
    : QWidget(parent)
    , m_field(new SearchField(look, {}, {}))
    , m_most(most)
{
    m_field->setFixedWidth(numberWidth);
    m_field->setAlignment(Qt::AlignRight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(5);
    row->addWidget(m_field);
    auto *words = new Label(look, Role::Small, &Theme::ink2);
    words->setMinimumWidth(unitWidth); // fields stand below each other
    words->setText(unit);
    row->addWidget(words);
    connect(m_field, &QLineEdit::editingFinished, this, &MonitorNumber::finish);
}

void MonitorNumber::setName(const QString &name)
{
    m_field->setAccessibleName(name);
}

/// What is being typed stays.
void MonitorNumber::setValue(double value)
{
    if (value == m_value && m_field->hasFocus() && m_field->isModified())
        return;
    m_value = value;
    m_wrong = false;
    m_field->setText(QLocale().toString(value, 'g', 6));
    m_field->setWrong({});
}

void MonitorNumber::setReadOnly(bool readOnly)
{
    m_field->setReadOnly(readOnly);
}

/// What is no number, or none that can be, changes nothing.
void MonitorNumber::finish()
{
    bool isNumber = false;
    const double value = QLocale().toDouble(m_field->text().trimmed(), &isNumber);
    m_wrong = !isNumber || value < 0 || value > m_most;
    if (m_wrong) {
        m_field->setWrong(tr("A number from 0 to %1, like %2", "the most, an example")
                              .arg(QLocale().toString(m_most), QLocale().toString(m_value)));
        return;
    }
    const bool changed = value != m_value;
    m_field->setModified(false);
    setValue(value);
    if (changed)
        Q_EMIT valueEdited(value);
}

MonitorRow::MonitorRow(const Look &look, const Monitor &monitor, const QString &intentTitle)
    : m_on(new Switch(look, {}))
    , m_share(new MonitorNumber(look, tr("%", "per cent"), 100))
    , m_picks(new Label(look, Role::Small, &Theme::ink2))
    , m_remove(new IconButton(look, u"close"_s, {}))
{
    const QString name = monitorName(monitor, intentTitle);
    setAccessibleName(name);
    m_on->setAccessibleName(tr("Pick: %1", "what a monitor is about").arg(name));
    m_share->setName(tr("Share in per cent: %1", "of what").arg(name));
    m_picks->setFixedWidth(picksWidth);
    m_picks->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *words = new Label(look, Role::Body);
    words->setElided(Qt::ElideRight);
    words->setText(name);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, 0, 1);
    row->setSpacing(10);
    row->addWidget(m_on);
    row->addWidget(words, 1);
    const MonitorKind kind = monitor.kind;
    if ((m_limit = newLimit(look, kind))) {
        m_limit->setName(tr("Limit: %1", "of what").arg(name));
        row->addWidget(m_limit);
        connect(m_limit, &MonitorNumber::valueEdited, this, [this, kind](double value) {
            m_monitor.limit = value / shownBy(kind);
            Q_EMIT edited(m_monitor);
        });
    }
    row->addWidget(m_share);
    row->addWidget(m_picks);
    m_remove->setName(tr("Remove: %1", "a monitor").arg(name));
    m_remove->setButtonSize(ButtonSize::Small);
    row->addWidget(m_remove);
    connect(m_remove, &QAbstractButton::clicked, this, &MonitorRow::removeRequested);
    connect(m_on, &QCheckBox::clicked, this, [this](bool on) {
        m_monitor.share = on ? m_lastShare : 0;
        m_share->setValue(m_lastShare);
        Q_EMIT edited(m_monitor);
    });
    connect(m_share, &MonitorNumber::valueEdited, this, [this](double share) {
        m_monitor.share = share;
        m_on->setChecked(share > 0);
        if (share > 0)
            m_lastShare = share;
        Q_EMIT edited(m_monitor);
    });
    setMonitor(monitor);
}

/// What is off shows the share that it would have.
void MonitorRow::setMonitor(const Monitor &monitor)
{
    m_monitor = monitor;
    if (monitor.share > 0)
        m_lastShare = monitor.share;
    m_on->setChecked(monitor.share > 0);
    m_share->setValue(m_lastShare);
    if (m_limit)
        m_limit->setValue(monitor.limit * shownBy(monitor.kind));
}

void MonitorRow::setPicks(std::optional<int> picks)
{
    m_picks->setText(picks ? QLocale().toString(*picks) : u"…"_s);
}

void MonitorRow::setReadOnly(bool readOnly)
{
    m_on->setEnabled(!readOnly);
    m_remove->setVisible(!readOnly);
    m_share->setReadOnly(readOnly);
    if (m_limit)
        m_limit->setReadOnly(readOnly);
}

QString MonitorRow::picks() const
{
    return m_picks->text();
}

} // namespace baton::ui
