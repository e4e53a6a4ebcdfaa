#include "ui/panels/TriggerRow.h"

#include "ui/panels/Button.h"
#include "ui/panels/Label.h"
#include "ui/panels/Switch.h"
#include "ui/panels/TierBadge.h"
#include "ui/text/Format.h"
#include "ui/text/JudgedWords.h"
#include "ui/text/PolicyWords.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStyle>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int triggerHeight = 29;
constexpr int switchWide = 30;
constexpr int lockSide = 14;
constexpr int tierSide = 16;
constexpr int changedDot = 6;

} // namespace

TriggerRow::TriggerRow(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_name(new Button(look, QString(), ButtonKind::Quiet))
    , m_count(new Label(look, Role::Small, &Theme::ink3))
    , m_tier(new TierBadge(look, tierSide))
    , m_switch(new Switch(look, QString()))
{
    m_name->setButtonSize(ButtonSize::Small);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(7);
    row->addWidget(m_name);
    row->addStretch(1);
    row->addWidget(m_count);
    row->addWidget(m_tier);
    auto *end = new QWidget;
    end->setFixedWidth(switchWide);
    auto *inside = new QHBoxLayout(end);
    inside->setContentsMargins({});
    inside->addWidget(m_switch, 0, Qt::AlignRight);
    row->addWidget(end);
    const auto relook = [this] { setFixedHeight(m_look.px(triggerHeight)); };
    connect(&look, &Look::changed, this, relook);
    relook();
    connect(m_switch, &QAbstractButton::toggled, this,
            [this](bool on) { Q_EMIT switched(m_rule.rule, on); });
    connect(m_name, &QAbstractButton::clicked, this, &TriggerRow::examplesRequested);
}

void TriggerRow::setRule(const PolicyRule &rule, const PolicyLimits &limits, bool mayChange)
{
    m_rule = rule;
    const QString name = words::ruleName(rule, limits);
    m_name->setText(name);
    m_name->setIconName(words::iconOf(rule.rule));
    m_name->setAccessibleName(rule.locked ? tr("%1, always on").arg(name) : name);
    m_name->setToolTip(tr("Show what it fires on"));
    m_tier->setTier(rule.leadsTo);
    m_switch->setVisible(!rule.locked);
    m_switch->setAccessibleName(name);
    m_switch->setEnabled(mayChange);
    const QSignalBlocker quiet(m_switch);
    m_switch->setChecked(rule.on);
    update();
}

void TriggerRow::setCount(qint64 count, bool known)
{
    m_count->setText(known ? format::count(count) : QString());
    m_name->setAccessibleDescription(known ? tr("held %1 times").arg(format::count(count))
                                           : QString());
}

void TriggerRow::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const auto visual
        = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    if (m_rule.locked) {
        const QRect lock = visual({width() - switchWide + (switchWide - lockSide) / 2,
                                   (height() - lockSide) / 2, lockSide, lockSide});
        p.drawPixmap(lock.topLeft(),
                     m_look.icon(u"lock"_s, lockSide, theme.ink3, devicePixelRatioF()));
    }
    if (m_rule.changed) {
        p.setPen(Qt::NoPen);
        p.setBrush(theme.accent);
        const QRect dot = visual({0, (height() - changedDot) / 2, changedDot, changedDot});
        p.drawEllipse(QRectF(dot).translated(-0.5, 0));
    }
}

} // namespace baton::ui
