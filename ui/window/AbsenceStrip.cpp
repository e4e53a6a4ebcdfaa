#include "ui/window/AbsenceStrip.h"

#include "core/desk/HandoverBoard.h"
#include "ui/panels/Button.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/Label.h"
#include "ui/text/Format.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/window/ActionRegistry.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int stripHeight = 38;
constexpr qint64 keptEveryMs = 5 * 60'000;

} // namespace

AbsenceStrip::AbsenceStrip(Desk &desk, const Look &look, const ActionRegistry &actions,
                           QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_look(look)
    , m_words(new Label(look, baton::ui::Role::Body, &Theme::ink2))
    , m_show(new Button(look, tr("What changed"), ButtonKind::Quiet))
    , m_dismiss(new IconButton(look, u"close"_s, tr("Put away")))
    , m_doneSteadyMs(desk.clock().steadyMs())
    , m_keptSteadyMs(m_doneSteadyMs)
    , m_doneAt(desk.clock().now())
{
    setAccessibleName(tr("You were away"));
    setFixedHeight(stripHeight);
    m_show->setButtonSize(ButtonSize::Small);
    m_show->setIconName(u"handoff"_s);
    m_show->setKeyHint(actions.keyText(ActionId::Handover));
    m_dismiss->setButtonSize(ButtonSize::Small);
    m_words->setElided(Qt::ElideRight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 0, 10, 0);
    row->setSpacing(8);
    row->addWidget(m_words);
    row->addWidget(m_show);
    row->addStretch();
    row->addWidget(m_dismiss);
    connect(m_show, &QAbstractButton::clicked, this, &AbsenceStrip::handoverRequested);
    connect(m_dismiss, &QAbstractButton::clicked, this, &QWidget::hide);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    hide();
    const std::optional<Instant> left = desk.handoverBoard().left();
    if (left && m_doneAt - *left >= HandoverBoard::longAbsenceMs)
        offer(*left);
    qApp->installEventFilter(this);
}

bool AbsenceStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress)
        somethingDone();
    return QWidget::eventFilter(watched, event);
}

/// How long it was quiet is real time, whatever pace a scenario's clock keeps.
void AbsenceStrip::somethingDone()
{
    const qint64 steady = m_desk.clock().steadyMs();
    if (steady - m_doneSteadyMs >= HandoverBoard::longAbsenceMs) {
        m_desk.handoverBoard().setLeft(m_doneAt);
        offer(m_doneAt);
    }
    m_doneSteadyMs = steady;
    m_doneAt = m_desk.clock().now();
    if (steady - m_keptSteadyMs >= keptEveryMs) {
        m_keptSteadyMs = steady;
        keep();
    }
}

void AbsenceStrip::leave()
{
    m_doneAt = m_desk.clock().now();
    keep();
}

void AbsenceStrip::keep()
{
    Settings settings = m_desk.settings();
    settings.lastHere = m_doneAt;
    m_desk.changeSettings(settings);
}

void AbsenceStrip::offer(Instant left)
{
    m_words->setText(
        tr("You were away for %1.").arg(format::duration(m_desk.clock().now() - left)));
    show();
}

void AbsenceStrip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), m_look.theme().accentTint);
    paint::hairline(p, QPointF(0, height() - 1), QPointF(width(), height() - 1),
                    m_look.theme().line);
}

} // namespace baton::ui
