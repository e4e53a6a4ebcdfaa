#include "ui/panels/CriterionRow.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QStyle>

namespace baton::ui {

namespace {

constexpr int rowAbove = 8;
constexpr int rowBelow = 10;
constexpr int titleLine = 18;
constexpr int optionGap = 4;
constexpr int optionHeight = 26;
constexpr int fiveWidth = 38;
constexpr int yesNoWidth = 60;
constexpr int sideRoom = 10; ///< around the current one
constexpr int tickWidth = 14;
constexpr int five = 5;

} // namespace

CriterionRow::CriterionRow(const Look &look, const Criterion &criterion, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_criterion(criterion)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(criterion.critical ? tr("%1, critical").arg(criterion.title)
                                         : criterion.title);
    connect(&look, &Look::changed, this, &QWidget::updateGeometry);
    tell();
}

QSize CriterionRow::sizeHint() const
{
    return {200, m_look.px(rowAbove + titleLine + 6 + optionHeight + rowBelow)};
}

int CriterionRow::optionCount() const
{
    return m_criterion.scale == Scale::YesNo ? 2 : five;
}

int CriterionRow::pointsOf(int index) const
{
    return m_criterion.scale == Scale::YesNo ? (index == 0 ? five : 1) : index + 1;
}

QRect CriterionRow::optionRect(int index) const
{
    const int wide = m_look.px(m_criterion.scale == Scale::YesNo ? yesNoWidth : fiveWidth);
    const QRect place(sideRoom + index * (wide + optionGap), m_look.px(rowAbove + titleLine + 6),
                      wide, m_look.px(optionHeight));
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

void CriterionRow::setPoints(std::optional<int> points)
{
    m_points = points;
    tell();
    update();
}

void CriterionRow::setRulePoints(std::optional<int> points)
{
    m_rule = points;
    tell();
    update();
}

void CriterionRow::setCurrent(bool current)
{
    m_current = current;
    update();
}

void CriterionRow::setLocked(bool locked)
{
    m_locked = locked;
}

void CriterionRow::choose(int points)
{
    if (m_locked)
        return;
    for (int i = 0; i < optionCount(); ++i) {
        if (pointsOf(i) != points)
            continue;
        setPoints(points);
        Q_EMIT chosen();
    }
}

void CriterionRow::tell()
{
    const auto words = [this](int points) {
        if (m_criterion.scale == Scale::YesNo)
            return points == five ? tr("Yes") : tr("No");
        return tr("%1 of 5").arg(points);
    };
    QString said = m_points ? words(*m_points) : tr("Not answered yet");
    if (m_rule)
        said = tr("%1; a rule says %2").arg(said, words(*m_rule));
    setAccessibleDescription(said);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void CriterionRow::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    if (m_current)
        paint::box(p, QRectF(rect()).adjusted(0, 0, 0, -1), 8, theme.accentTint);
    else
        paint::hairline(p, QPointF(sideRoom, height() - 1),
                        QPointF(width() - sideRoom, height() - 1), theme.line);
    const QRect line(sideRoom, m_look.px(rowAbove), width() - 2 * sideRoom, m_look.px(titleLine));
    int x = line.left();
    const auto write = [&](const QFont &font, const QColor &ink, const QString &text, int width,
                           Qt::Alignment side) {
        p.setFont(font);
        p.setPen(ink);
        const QRect place(x, line.top(), width, line.height());
        paint::drawWords(p, QStyle::visualRect(layoutDirection(), rect(), place),
                         int(Qt::AlignVCenter | side),
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, width));
    };
    const QFont title = m_look.font(Role::Body, QFont::Medium);
    const QFont small = m_look.font(Role::Small);
    const int titleWidth = QFontMetrics(title).horizontalAdvance(m_criterion.title) + 1;
    write(title, theme.ink, m_criterion.title, titleWidth, Qt::AlignLeading);
    x += titleWidth + metrics::iconGap;
    if (m_criterion.critical) {
        const QString critical = tr("critical");
        const int width = QFontMetrics(small).horizontalAdvance(critical) + 1;
        write(small, theme.dangerText, critical, width, Qt::AlignLeading);
        x += width + metrics::iconGap;
    }
    write(small, theme.ink3, m_criterion.hint, std::max(0, line.right() + 1 - x),
          Qt::AlignTrailing);
    for (int i = 0; i < optionCount(); ++i) {
        const QRect box = optionRect(i);
        const bool on = m_points == pointsOf(i);
        paint::box(p, box, metrics::radiusChip, on ? theme.accent : theme.surface,
                   on ? theme.accent : theme.lineStrong);
        p.setFont(m_look.font(Role::Body, QFont::Medium));
        p.setPen(on ? theme.onFill : m_locked ? theme.ink3 : theme.ink2);
        const QString words = m_criterion.scale == Scale::YesNo ? (i == 0 ? tr("Yes") : tr("No"))
                                                                : QString::number(i + 1);
        paint::drawWords(p, box, Qt::AlignCenter, words);
        if (m_rule == pointsOf(i)) {
            QPen dashed(theme.ai, 2);
            dashed.setDashPattern({2.5, 1.5});
            dashed.setCapStyle(Qt::FlatCap);
            p.setPen(dashed);
            const qreal left = box.left() + (box.width() - tickWidth) / 2.0;
            p.drawLine(QPointF(left, box.bottom() + 4.5),
                       QPointF(left + tickWidth, box.bottom() + 4.5));
        }
    }
    if (hasFocus() && hasKeyFocus(this))
        paint::focusRing(p, rect(), 8, paint::RingPlace::Inside, theme);
}

void CriterionRow::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < optionCount(); ++i) {
        if (optionRect(i).contains(event->pos()))
            choose(pointsOf(i));
    }
}

void CriterionRow::keyPressEvent(QKeyEvent *event)
{
    const bool up = event->key() == Qt::Key_Right;
    if (!up && event->key() != Qt::Key_Left) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_criterion.scale == Scale::YesNo)
        choose(m_points == five ? 1 : five);
    else
        choose(std::clamp(m_points.value_or(up ? 0 : five + 1) + (up ? 1 : -1), 1, five));
}

void CriterionRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    Q_EMIT entered();
    update();
}

} // namespace baton::ui
