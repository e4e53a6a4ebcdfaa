#include "ui/panels/FactRow.h"

#include "ui/panels/PlainTip.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QStyle>

namespace baton::ui {

namespace {

constexpr int labelColumn = 88;
constexpr int columnGap = 8;
constexpr int headIcon = 15;
constexpr int headIndent = 21;
constexpr int stateColumn = 112; // behind the indent
constexpr int dateColumn = 49;
constexpr int likenessColumn = 39;
constexpr int courseWidth = 64;
constexpr int courseHeight = 16;
constexpr int courseGap = 6;

int heightOf(FactText::Kind kind)
{
    return kind == FactText::Kind::Pair ? 20 : kind == FactText::Kind::Head ? 22 : 21;
}

/// Lines are laid from left to right and mirrored as a whole where the language runs the other way.
struct Line
{
    QPainter &p;
    const QRect all;
    Qt::LayoutDirection direction;
    int left;
    int right;

    Line(QPainter &painter, const QWidget *widget)
        : p(painter)
        , all(widget->rect())
        , direction(widget->layoutDirection())
        , left(0)
        , right(all.width())
    { }

    QRect place(int x, int width) const
    {
        return QStyle::visualRect(direction, all, QRect(x, 0, width, all.height()));
    }
    void text(int x, int width, const QFont &font, const QColor &colour, const QString &words) const
    {
        if (width <= 0 || words.isEmpty())
            return;
        p.setFont(font);
        p.setPen(colour);
        paint::drawWords(p, place(x, width),
                         int(Qt::AlignVCenter | Qt::TextSingleLine)
                             | int(QStyle::visualAlignment(direction, Qt::AlignLeft)),
                         QFontMetricsF(font).elidedText(words, Qt::ElideRight, width));
    }
    /// At the right, in digits that stand below each other.
    void figure(const QFont &font, const QColor &colour, const QString &words)
    {
        if (words.isEmpty())
            return;
        const int width = qCeil(paint::tabularWidth(font, words));
        const QRect rect = place(right - width, width);
        p.setFont(font);
        p.setPen(colour);
        paint::drawTabular(p, {qreal(rect.left()), baselineIn(font, all.height())}, words);
        right -= width + columnGap;
    }
    void icon(const Look &look, const QString &name, int side, const QColor &colour)
    {
        const QRect rect = place(left, side);
        p.drawPixmap(rect.left(), (all.height() - side) / 2,
                     look.icon(name, side, colour, p.device()->devicePixelRatioF()));
    }
};

} // namespace

FactRow::FactRow(const Look &look, const FactText &text, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_text(text)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QStringList parts{text.label, text.value, text.figure};
    parts.removeAll(QString());
    setAccessibleName(parts.join(QStringLiteral(", ")));
    setToolTip(plainTip(text.value));
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize FactRow::sizeHint() const
{
    return {200, m_look.px(heightOf(m_text.kind))};
}

QSize FactRow::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void FactRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    Line line(painter, this);
    const QFont body = m_look.font(Role::Body);
    const QFont small = m_look.font(Role::Small);
    const QFont medium = m_look.font(Role::Body, QFont::Medium);
    switch (m_text.kind) {
    case FactText::Kind::Pair: {
        const int column = m_look.px(labelColumn);
        line.text(0, column, body, theme.ink3, m_text.label);
        line.left = column + columnGap;
        if (!m_text.icon.isEmpty()) {
            line.icon(m_look, m_text.icon, m_look.px(14), theme.*m_text.ink);
            line.left += m_look.px(18);
        }
        if (m_text.course.size() > 1) {
            const QRect whole = line.place(line.left, m_look.px(courseWidth));
            const int high = m_look.px(courseHeight);
            paint::course(painter,
                          QRectF(whole.left(), (height() - high) / 2.0, whole.width(), high),
                          m_text.course, theme.*m_text.ink);
            line.left += whole.width() + courseGap;
        }
        const QFont &font = m_text.icon.isEmpty() ? body : medium;
        line.text(line.left, line.right - line.left, font, theme.*m_text.ink, m_text.value);
        if (m_text.pips != ValueTier::Absent) {
            const int width = qCeil(QFontMetricsF(font).horizontalAdvance(m_text.value));
            const QRect rect = line.place(line.left + width + columnGap, qCeil(paint::pipsWidth));
            paint::pips(painter, {qreal(rect.left()), height() / 2.0}, m_text.pips, theme);
        }
        break;
    }
    case FactText::Kind::Head: {
        line.icon(m_look, m_text.icon, m_look.px(headIcon), theme.ink2);
        line.left = m_look.px(headIndent);
        line.figure(body, theme.ink, m_text.figure);
        const int wanted = qCeil(QFontMetricsF(medium).horizontalAdvance(m_text.label)) + 1;
        const int label = qMin(wanted, line.right - line.left);
        line.text(line.left, label, medium, theme.ink, m_text.label);
        line.left += label + 6;
        line.text(line.left, line.right - line.left, small, theme.ink2, m_text.value);
        break;
    }
    case FactText::Kind::Item:
        paintItem(painter);
        break;
    }
}

/// The states of several stand below each other where they have room.
void FactRow::paintItem(QPainter &painter) const
{
    const Theme &theme = m_look.theme();
    Line line(painter, this);
    const QFont font = m_look.font(Role::Small, m_text.warned ? QFont::Medium : QFont::Normal);
    const QColor ink = m_text.warned ? theme.warnText : theme.ink2;
    line.left = m_look.px(headIndent);
    if (m_text.warned)
        paint::box(painter, line.place(line.left - columnGap, width() - line.left + columnGap),
                   metrics::radiusMarker, theme.warnTint);
    line.figure(font, ink, m_text.figure);
    const QFontMetricsF words(font);
    const int state = line.left + m_look.px(stateColumn);
    if (words.horizontalAdvance(m_text.label) + columnGap <= state - line.left
        && words.horizontalAdvance(m_text.value) <= line.right - state) {
        line.text(state, line.right - state, font, ink, m_text.value);
        line.right = state;
    } else {
        line.figure(font, ink, m_text.value);
    }
    line.text(line.left, line.right - line.left, font, ink, m_text.label);
}

ContactRow::ContactRow(const Look &look, const ContactText &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_text(text)
{
    setText(text.what);
    setAccessibleName(text.aside.isEmpty()
                          ? tr("%1, %2. Open", "when, what it was about").arg(text.lead, text.what)
                          : tr("%1, %2, %3. Open", "how alike, what it was about, what it took")
                                .arg(text.lead, text.what, text.aside));
    setToolTip(plainTip(text.what));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusHalo(this, metrics::radiusMarker);
    setAttribute(Qt::WA_Hover);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize ContactRow::sizeHint() const
{
    return {200, m_look.px(metrics::target)};
}

QSize ContactRow::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void ContactRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = m_look.theme();
    if (isDown() || underMouse())
        paint::box(painter, rect(), metrics::radiusMarker, isDown() ? theme.press : theme.hover);
    Line line(painter, this);
    const QFont small = m_look.font(Role::Small);
    int column = m_look.px(likenessColumn);
    if (!m_text.icon.isEmpty()) {
        line.icon(m_look, m_text.icon, m_look.px(14),
                  m_text.icon == QLatin1StringView("bot") ? theme.aiText : theme.accentText);
        line.left = m_look.px(headIndent);
        column = m_look.px(dateColumn);
    }
    const int lead
        = qMax(column, qCeil(QFontMetricsF(small).horizontalAdvance(m_text.lead)) + columnGap);
    line.text(line.left, lead, small, theme.ink3, m_text.lead);
    line.left += lead;
    line.figure(small, theme.ink3, m_text.aside);
    line.text(line.left, line.right - line.left, small, theme.ink2, text());
}

} // namespace baton::ui
