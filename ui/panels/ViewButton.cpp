#include "ui/panels/ViewButton.h"

#include "ui/text/Format.h"
#include "ui/text/Words.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <cmath>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int tabHeight = 28;
constexpr int rowIcon = 16;
constexpr int rowGap = 8;
constexpr int tabIcon = 15;
constexpr int tabGap = 4;
constexpr int tabPadding = 5;
constexpr int signSide = 13;
constexpr int fullTabCount = 10'000; // from here a tab has no room for every digit

int advance(const QFont &font, const QString &text)
{
    return int(std::ceil(paint::tabularWidth(font, text)));
}

} // namespace

ViewButton::ViewButton(const Look &look, QueueView view, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_view(view)
{
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setText(words::of(view));
    connect(&look, &Look::changed, this, &ViewButton::restyle);
    connect(this, &QAbstractButton::toggled, this, &ViewButton::restyle);
    restyle();
}

void ViewButton::setStyle(ViewStyle style)
{
    m_style = style;
    restyle();
}

void ViewButton::setCount(std::optional<int> count)
{
    if (m_count == count)
        return;
    m_count = count;
    restyle();
}

void ViewButton::setMarked(bool marked)
{
    m_marked = marked;
    restyle();
}

void ViewButton::setNamed(bool named)
{
    m_named = named;
}

void ViewButton::restyle()
{
    const QString name = words::of(m_view);
    setAccessibleName(
        m_count ? tr("%1, %2", "view, number of conversations").arg(name, format::count(*m_count))
                : name);
    setToolTip(m_style == ViewStyle::Tabs ? accessibleName() : QString());
    updateGeometry();
    update();
}

bool ViewButton::alarming() const
{
    return m_view == QueueView::BreachingSoon && m_count.value_or(0) > 0;
}

QString ViewButton::countText() const
{
    if (!m_count)
        return {};
    if (m_style == ViewStyle::Rows || *m_count < fullTabCount)
        return format::count(*m_count);
    return *m_count < 1'000'000 ? tr("%1 k", "thousands").arg(*m_count / 1000)
                                : tr("%1 M", "millions").arg(*m_count / 1'000'000);
}

QString ViewButton::tabText() const
{
    const QString count = countText();
    if (m_view == QueueView::Archive && !(isMarked() && m_named))
        return {}; // a number that says nothing about today
    if (!isMarked() || !m_named)
        return count;
    return count.isEmpty() ? text() : tr("%1 %2", "view, number").arg(text(), count);
}

QSize ViewButton::sizeHint() const
{
    if (m_style == ViewStyle::Rows)
        return {0, m_look.px(metrics::viewRow)};
    const QString text = tabText();
    const int words
        = text.isEmpty() ? 0 : tabGap + advance(m_look.font(Role::Small, QFont::Medium), text);
    return {2 * tabPadding + m_look.px(tabIcon) + words, m_look.px(tabHeight)};
}

void ViewButton::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    const int radius = m_style == ViewStyle::Rows ? metrics::radiusChip : metrics::radiusButton;
    if (isMarked() || isDown())
        paint::box(p, rect(), radius, theme.press);
    else if (underMouse())
        paint::box(p, rect(), radius, theme.hover);
    if (m_style == ViewStyle::Rows)
        paintRow(p);
    else
        paintTab(p);
}

/// Tier C has no icon but a small square with its letter.
void ViewButton::paintIcon(QPainter &p, const QRect &place, const QString &icon,
                           const QColor &ink) const
{
    if (!icon.isEmpty()) {
        p.drawPixmap(place.topLeft(), m_look.icon(icon, place.width(), ink, devicePixelRatioF()));
        return;
    }
    const QRect badge = place.adjusted(1, 1, -1, -1);
    paint::box(p, badge, 4, m_look.theme().ink3);
    p.setFont(m_look.font(Role::Badge, QFont::DemiBold));
    p.setPen(m_look.theme().pane);
    paint::drawWords(p, badge, Qt::AlignCenter, QString(QLatin1Char(tierLetter(Route::Escalate))));
}

void ViewButton::paintRow(QPainter &p) const
{
    const Theme &theme = m_look.theme();
    const bool on = isMarked();
    const auto place = [this](int x, int side) {
        return QStyle::visualRect(layoutDirection(), rect(), {x, (height() - side) / 2, side, side})
            .topLeft();
    };
    const int side = m_look.px(rowIcon);
    paintIcon(p, QRect(place(rowGap, side), QSize(side, side)), words::iconOf(m_view),
              on ? theme.ink : theme.ink3);
    const QFont small = m_look.font(Role::Small, QFont::Medium);
    const QString count = countText();
    const int countWidth = advance(small, count);
    int end = width() - rowGap - countWidth;
    const QColor countInk = alarming() ? theme.dangerText : on ? theme.ink2 : theme.ink3;
    p.setFont(small);
    p.setPen(countInk);
    const QRect countRect
        = QStyle::visualRect(layoutDirection(), rect(), {end, 0, countWidth, height()});
    paint::drawTabular(p, QPointF(countRect.left(), baselineIn(small, height())), count);
    if (alarming()) {
        const int sign = m_look.px(signSide);
        end -= tabGap + sign;
        p.drawPixmap(place(end, sign),
                     m_look.icon(u"warning"_s, sign, countInk, devicePixelRatioF()));
    }
    const QFont font = m_look.font(Role::Body, on ? QFont::Medium : QFont::Normal);
    const int left = rowGap + side + rowGap;
    p.setFont(font);
    p.setPen(on ? theme.ink : theme.ink2);
    paint::drawWords(
        p, QStyle::visualRect(layoutDirection(), rect(), {left, 0, end - rowGap - left, height()}),
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
        QFontMetrics(font).elidedText(text(), Qt::ElideRight, end - rowGap - left));
}

void ViewButton::paintTab(QPainter &p) const
{
    const Theme &theme = m_look.theme();
    const QColor ink = alarming() ? theme.dangerText : isMarked() ? theme.ink : theme.ink2;
    const int side = m_look.px(tabIcon);
    const QString icon = alarming() ? u"warning"_s : words::iconOf(m_view);
    const QRect iconRect = QStyle::visualRect(layoutDirection(), rect(),
                                              {tabPadding, (height() - side) / 2, side, side});
    paintIcon(p, iconRect, icon, ink);
    const int left = tabPadding + side + tabGap;
    const QRect textRect = QStyle::visualRect(layoutDirection(), rect(),
                                              {left, 0, width() - tabPadding - left, height()});
    const QFont font = m_look.font(Role::Small, QFont::Medium);
    p.setFont(font);
    p.setPen(ink);
    paint::drawTabular(p, QPointF(textRect.left(), baselineIn(font, height())), tabText());
}

} // namespace baton::ui
