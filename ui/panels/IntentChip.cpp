#include "ui/panels/IntentChip.h"

#include "ui/text/Format.h"
#include "ui/text/PolicyWords.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int chipHeight = 26;
constexpr int chipPadding = 8;
constexpr int chipGap = 6;
constexpr int dotSide = 6;
constexpr int chipMark = 12;

} // namespace

IntentChip::IntentChip(const Look &look, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    setFocusHalo(this, metrics::radiusButton);
    setCursor(Qt::OpenHandCursor);
}

void IntentChip::setIntent(const PolicyIntent &intent, qint64 count, int days)
{
    m_intent = intent;
    m_count = format::count(count);
    setText(intent.title);
    setAccessibleName(words::intentName(intent, count, days));
    setToolTip(accessibleName());
    update();
}

void IntentChip::setState(State state)
{
    m_state = state;
    update();
}

int IntentChip::wantedWidth() const
{
    const int title
        = QFontMetrics(m_look.font(Role::Small, QFont::Medium)).horizontalAdvance(text());
    const int count = qRound(paint::tabularWidth(m_look.font(Role::Small), m_count));
    const bool marked
        = m_intent.rolledBack || m_intent.canary > 0 || m_intent.open || m_intent.pinned;
    return 2 * chipPadding + title + chipGap + count + (m_intent.moved ? dotSide + chipGap : 0)
        + (marked ? chipMark + chipGap : 0) + 3;
}

QSize IntentChip::sizeHint() const
{
    return {wantedWidth(), m_look.px(chipHeight)};
}

void IntentChip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const bool lifted = m_state == State::Lifted;
    paint::box(p, rect(), metrics::radiusButton,
               underMouse() && !lifted ? theme.hover : theme.surface,
               lifted ? theme.accent : theme.lineStrong);
    if (lifted)
        paint::box(p, QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radiusButton - 1,
                   theme.surface, theme.accent);
    int left = chipPadding;
    int right = width() - chipPadding;
    const auto at = [this](int x, int w) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, w, height()));
    };
    if (m_intent.moved) {
        const QRect dot = at(left, dotSide);
        p.setPen(Qt::NoPen);
        p.setBrush(theme.accent);
        p.drawEllipse(QRectF(dot.left(), (height() - dotSide) / 2.0, dotSide, dotSide));
        left += dotSide + chipGap;
    }
    const QString mark = m_intent.rolledBack ? u"stop"_s
        : m_intent.canary > 0                ? u"eye"_s
        : m_intent.open                      ? u"bot"_s
        : m_intent.pinned                    ? u"lock"_s
                                             : QString();
    if (!mark.isEmpty()) {
        const QRect icon = at(left, chipMark);
        p.drawPixmap(icon.left(), (height() - chipMark) / 2,
                     m_look.icon(mark, chipMark, theme.ink2, devicePixelRatioF()));
        left += chipMark + chipGap;
    }
    const QFont small = m_look.font(Role::Small);
    const int countWidth = qRound(paint::tabularWidth(small, m_count)) + 1;
    p.setFont(small);
    p.setPen(theme.ink3);
    paint::drawWords(p, at(right - countWidth, countWidth), Qt::AlignVCenter | Qt::AlignTrailing,
                     m_count);
    right -= countWidth + chipGap;
    const QFont title = m_look.font(Role::Small, QFont::Medium);
    p.setFont(title);
    p.setPen(theme.ink);
    paint::drawWords(p, at(left, right - left), Qt::AlignVCenter | Qt::AlignLeading,
                     QFontMetrics(title).elidedText(text(), Qt::ElideRight, right - left + 1));
}

void IntentChip::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
    QAbstractButton::mousePressEvent(event);
}

void IntentChip::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || !m_pressed)
        return;
    if (!m_dragging
        && (event->pos() - *m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    setDown(false);
    Q_EMIT dragged(mapToParent(event->pos()));
}

void IntentChip::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragging) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    m_dragging = false;
    Q_EMIT dropped(mapToParent(event->pos()));
}

void IntentChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_dragging) {
        m_dragging = false;
        m_pressed.reset(); // the button is still down
        Q_EMIT dragLost();
        return;
    }
    // A button would take the arrows to go to the next button; the matrix knows better where, and
    // what Enter means.
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        event->ignore();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

} // namespace baton::ui
