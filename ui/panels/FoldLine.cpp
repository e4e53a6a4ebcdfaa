#include "ui/panels/FoldLine.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int foldHeight = 20;
constexpr int foldChevron = 14;
constexpr int foldSpace = 8;

} // namespace

FoldLine::FoldLine(const Look &look, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusHalo(this, metrics::radiusMarker);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void FoldLine::setWords(const QString &words, const QString &aside)
{
    setText(words);
    setAccessibleName(words);
    setAccessibleDescription(aside);
    m_aside = aside;
    update();
}

QSize FoldLine::sizeHint() const
{
    return {400, m_look.px(foldHeight)};
}

void FoldLine::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    const QColor ink = underMouse() ? theme.ink : theme.ink3;
    p.setFont(m_look.font(Role::Small));
    p.setPen(ink);
    const QFontMetrics metrics(p.font());
    const int side = m_look.px(foldChevron);
    const auto place = [&](int x, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), {x, 0, width, height()});
    };
    const QRect icon = place(0, side);
    p.drawPixmap(icon.left(), (height() - side) / 2,
                 m_look.icon(isChecked() ? u"chevron-up"_s : u"chevron-down"_s, side, ink,
                             devicePixelRatioF()));
    const int asideWidth = m_aside.isEmpty() ? 0 : metrics.horizontalAdvance(m_aside) + foldSpace;
    const int room = width() - side - foldSpace - asideWidth;
    const QString words = metrics.elidedText(text(), Qt::ElideRight, room);
    const int flags = int(Qt::AlignVCenter) | int(Qt::TextSingleLine)
        | int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    const int wordsWidth = metrics.horizontalAdvance(words);
    paint::drawWords(p, place(side + foldSpace, wordsWidth), flags, words);
    p.setPen(theme.ink3);
    paint::drawWords(p, place(width() - asideWidth + foldSpace, asideWidth - foldSpace), flags,
                     m_aside);
    const QRect rule
        = place(side + foldSpace + wordsWidth + foldSpace, room - wordsWidth - foldSpace);
    if (rule.width() > 0)
        paint::hairline(p, QPointF(rule.left(), height() / 2),
                        QPointF(rule.right() + 1, height() / 2), theme.line);
}

} // namespace baton::ui
