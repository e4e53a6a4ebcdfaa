#include "ui/panels/StateLine.h"

#include "ui/text/Format.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int stateLineHigh = 44;
constexpr int steps = 4;
constexpr qreal stepRadius = 8;
constexpr qreal stepsY = 10;

} // namespace

StateLine::StateLine(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setFixedHeight(look.px(stateLineHigh));
    connect(&look, &Look::changed, this, [this] {
        setFixedHeight(m_look.px(stateLineHigh));
        update();
    });
}

void StateLine::setStep(Step step, double canaryShare)
{
    m_step = step;
    m_share = canaryShare;
    setAccessibleName(
        tr("Now: %1. Armed, tripped, cooling, canary follow one another.").arg(nameOf(m_step)));
    update();
}

StateLine::Step StateLine::stepOf(const StopSegment &segment)
{
    switch (segment.state) {
    case GuardState::Armed:
        return Armed;
    case GuardState::Tripped:
        return segment.weeksSince == 0 ? Tripped : Cooling;
    case GuardState::Ready:
        return Cooling;
    case GuardState::Canary:
        return Canary;
    }
    return Armed;
}

QString StateLine::nameOf(Step step) const
{
    switch (step) {
    case Armed:
        return tr("Armed");
    case Tripped:
        return tr("Tripped");
    case Cooling:
        return tr("Cooling");
    case Canary:
        return tr("Canary %1").arg(format::percent(m_share));
    }
    return {};
}

void StateLine::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const qreal each = width() / qreal(steps);
    const auto middle = [&](int at) {
        const qreal x = each * (at + 0.5);
        return layoutDirection() == Qt::RightToLeft ? width() - x : x;
    };
    for (int at = 1; at < steps; ++at) {
        p.setPen(QPen(at <= m_step ? theme.ink3 : theme.lineStrong, 2));
        p.drawLine(QPointF(middle(at - 1), stepsY), QPointF(middle(at), stepsY));
    }
    for (int at = 0; at < steps; ++at) {
        const bool now = at == m_step;
        const bool past = at < m_step;
        QColor fill = past ? theme.ink3 : theme.pane;
        QColor edge = past ? theme.ink3 : theme.lineControl;
        QColor ink = now ? theme.ink : theme.ink3;
        QString icon = past ? u"check"_s : QString();
        if (now) {
            fill = edge = at == Armed ? theme.ok
                : at == Tripped       ? theme.dangerFill
                                      : theme.warnText;
            ink = at == Armed ? theme.ink : at == Tripped ? theme.dangerText : theme.warnText;
            icon = at == Armed  ? u"check"_s
                : at == Tripped ? u"stop"_s
                : at == Cooling ? u"clock"_s
                                : u"eye"_s;
        }
        p.setPen(QPen(edge, 1.5));
        p.setBrush(fill);
        p.drawEllipse(QPointF(middle(at), stepsY), stepRadius, stepRadius);
        if (!icon.isEmpty())
            p.drawPixmap(QPointF(middle(at) - 6, stepsY - 6),
                         m_look.icon(icon, 12, theme.onFill, devicePixelRatioF()));
        p.setFont(m_look.font(Role::Small, now ? QFont::DemiBold : QFont::Normal));
        p.setPen(ink);
        paint::drawWords(p, {middle(at) - each / 2, 22, each, height() - 22.0},
                         Qt::AlignHCenter | Qt::AlignTop, nameOf(Step(at)));
    }
}

} // namespace baton::ui
