#include "ui/delegates/PolicyMoveDelegate.h"

#include "ui/models/PolicyMoves.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QStyle>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int moveRow = 42;
constexpr int moveBadge = 16;
constexpr int moveArrow = 12;
constexpr int moveGap = 4;

} // namespace

PolicyMoveDelegate::PolicyMoveDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{ }

QSize PolicyMoveDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, m_look.px(moveRow)};
}

void PolicyMoveDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const auto &model = *static_cast<const PolicyMoves *>(index.model());
    const Theme &theme = m_look.theme();
    QPainter &p = *painter;
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const QRect all = option.rect;
    const auto visual
        = [&](const QRect &r) { return QStyle::visualRect(option.direction, all, r); };
    if (option.state & QStyle::State_Selected)
        p.fillRect(all, theme.accentTint);
    else if (option.state & QStyle::State_MouseOver)
        p.fillRect(all, theme.hover);
    paint::hairline(p, all.bottomLeft(), all.bottomRight(), theme.line);
    if (const PolicyMove *move = model.move(index.row())) {
        const int side = m_look.px(moveBadge);
        const int top = all.top() + (all.height() - side) / 2;
        int left = all.left();
        paint::tierBadge(p, visual({left, top, side, side}), move->from, m_look);
        left += side + moveGap;
        const QRect arrow
            = visual({left, all.top() + (all.height() - moveArrow) / 2, moveArrow, moveArrow});
        p.drawPixmap(
            arrow.topLeft(),
            m_look.icon(option.direction == Qt::RightToLeft ? u"chevron-left"_s : u"arrow-right"_s,
                        moveArrow, theme.ink3, p.device()->devicePixelRatioF()));
        left += moveArrow + moveGap;
        paint::tierBadge(p, visual({left, top, side, side}), move->to, m_look);
        left += side + 9;
        const int high = all.height() / 2;
        const auto write = [&](int y, const QFont &font, const QColor &ink, const QString &text) {
            p.setFont(font);
            p.setPen(ink);
            const QRect place(left, y, all.right() - left, high - 3);
            paint::drawWords(p, visual(place), int(Qt::AlignVCenter | Qt::AlignLeading),
                             QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
        };
        write(all.top() + 3, m_look.font(Role::Body, QFont::Medium), theme.ink, model.title(*move));
        write(all.top() + high, m_look.font(Role::Small), theme.ink3, model.reason(*move));
    }
    if (option.state & QStyle::State_HasFocus && hasKeyFocus(option.widget))
        paint::focusRing(p, all.adjusted(0, 0, 0, -1), 4, paint::RingPlace::Inside, theme);
    p.restore();
}

} // namespace baton::ui
