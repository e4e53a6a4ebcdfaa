#include "ui/panels/TargetRow.h"

#include "ui/panels/IconButton.h"
#include "ui/panels/Label.h"
#include "ui/panels/NumberField.h"
#include "ui/text/HoursWords.h"
#include "ui/text/JudgedWords.h"
#include "ui/text/Words.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int minutesWide = 92;

/// −1 stands for all.
template <class Enum>
std::optional<Enum> chosenIn(const QComboBox &box)
{
    const int value = box.currentData().toInt();
    return value < 0 ? std::nullopt : std::optional(static_cast<Enum>(value));
}

template <class Enum>
void showIn(QComboBox &box, const std::optional<Enum> &value)
{
    box.setCurrentIndex(box.findData(value ? int(*value) : -1));
}

} // namespace

TargetRow::TargetRow(const Look &look, const QList<policy::Queue> &queues,
                     const policy::Target &target)
    : m_target(target)
    , m_queues(words::queueNames(queues))
    , m_queue(new QComboBox)
    , m_channel(new QComboBox)
    , m_tier(new QComboBox)
    , m_value(new QComboBox)
    , m_minutes(new NumberField(look, {}, {1, policy::longestTarget, 5, 0, tr(" min")}))
    , m_remove(new IconButton(look, u"close"_s, {}))
    , m_flaw(new Label(look, Role::Small, &Theme::warnText))
{
    m_queue->addItem(tr("Any queue"), QString());
    for (const policy::Queue &queue : queues)
        m_queue->addItem(queue.name, queue.id.text());
    m_channel->addItem(tr("Any channel"), -1);
    for (const Channel channel : {Channel::Chat, Channel::Email, Channel::Voice, Channel::Social,
                                  Channel::Web, Channel::Form})
        m_channel->addItem(words::of(channel), int(channel));
    m_tier->addItem(tr("Any tier"), -1);
    for (const Route tier : {Route::Escalate, Route::Assist, Route::Contain})
        m_tier->addItem(words::tierName(tier), int(tier));
    m_value->addItem(tr("Any customer"), -1);
    for (const ValueTier value : {ValueTier::Vip, ValueTier::Plus, ValueTier::Standard})
        m_value->addItem(words::valueName(value), int(value));
    m_queue->setCurrentIndex(m_queue->findData(target.queue ? target.queue->text() : QString()));
    showIn(*m_channel, target.channel);
    showIn(*m_tier, target.tier);
    showIn(*m_value, target.value);
    m_minutes->setValue(target.minutes);
    m_minutes->setFixedWidth(look.px(minutesWide));
    m_minutes->setToolTip(tr("1 to %1 minutes of open hours").arg(policy::longestTarget));
    m_remove->setButtonSize(ButtonSize::Small);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    for (QComboBox *box : {m_queue, m_channel, m_tier, m_value}) {
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        row->addWidget(box, box == m_queue ? 4 : 3);
        connect(box, &QComboBox::activated, this, &TargetRow::take);
    }
    row->addWidget(m_minutes);
    row->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 2);
    column->setSpacing(1);
    column->addLayout(row);
    column->addWidget(m_flaw);
    m_flaw->hide();
    connect(m_minutes, &NumberField::changed, this, &TargetRow::take);
    connect(m_remove, &QAbstractButton::clicked, this, &TargetRow::removeRequested);
    nameParts();
}

QString TargetRow::name() const
{
    return words::targetName(m_target, m_queues);
}

void TargetRow::nameParts()
{
    const QString of = name();
    setAccessibleName(of);
    m_queue->setAccessibleName(tr("Queue of the deadline: %1").arg(of));
    m_channel->setAccessibleName(tr("Channel of the deadline: %1").arg(of));
    m_tier->setAccessibleName(tr("Tier of the deadline: %1").arg(of));
    m_value->setAccessibleName(tr("Customers of the deadline: %1").arg(of));
    m_minutes->setAccessibleName(tr("Minutes of open hours: %1").arg(of));
    m_remove->setName(tr("Remove the deadline: %1").arg(of));
}

void TargetRow::take()
{
    const QString queue = m_queue->currentData().toString();
    m_target.queue = queue.isEmpty() ? std::nullopt : std::optional(QueueId(queue));
    m_target.channel = chosenIn<Channel>(*m_channel);
    m_target.tier = chosenIn<Route>(*m_tier);
    m_target.value = chosenIn<ValueTier>(*m_value);
    m_target.minutes = int(m_minutes->value());
    nameParts();
    Q_EMIT edited();
}

void TargetRow::setFlaw(const QString &flaw)
{
    m_flaw->setText(flaw);
    m_flaw->setVisible(!flaw.isEmpty());
    setAccessibleDescription(flaw);
}

QString TargetRow::flaw() const
{
    return m_flaw->text();
}

void TargetRow::setReadOnly(bool readOnly)
{
    for (QComboBox *box : {m_queue, m_channel, m_tier, m_value})
        box->setEnabled(!readOnly);
    m_minutes->setReadOnly(readOnly);
    m_remove->setVisible(!readOnly);
}

} // namespace baton::ui
