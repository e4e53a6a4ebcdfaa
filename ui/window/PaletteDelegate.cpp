#include "ui/window/PaletteDelegate.h"

#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/window/PaletteModel.h"

#include <QtWidgets/QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int palettePad = 10;
constexpr int paletteIcon = 16;
constexpr int paletteGap = 11;
constexpr int headingHeight = 30;
constexpr int headingTop = 9;
constexpr int headingBottom = 3;
constexpr int tierSide = 16;

const PaletteRow &rowOf(const QModelIndex &index)
{
    return static_cast<const PaletteModel *>(index.model())->row(index.row());
}

} // namespace

PaletteDelegate::PaletteDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{ }

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool heading = rowOf(index).kind == PaletteRow::Kind::Heading;
    return {100, m_look.px(heading ? headingHeight : metrics::paletteRow)};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const PaletteRow &row = rowOf(index);
    const Theme &theme = m_look.theme();
    QPainter &p = *painter;
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const QRect all = option.rect.adjusted(palettePad, 0, -palettePad, 0);
    const auto place = [&](int left, int width) {
        return QStyle::visualRect(option.direction, option.rect,
                                  {left, option.rect.top(), width, option.rect.height()});
    };
    if (row.kind == PaletteRow::Kind::Heading) {
        p.setFont(m_look.font(Role::Small, QFont::Medium));
        p.setPen(theme.ink3);
        paint::drawWords(p,
                         place(all.left(), all.width())
                             .adjusted(0, m_look.px(headingTop), 0, -m_look.px(headingBottom)),
                         Qt::AlignVCenter | Qt::AlignLeading, row.text);
        p.restore();
        return;
    }
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        paint::box(p, option.rect, metrics::radiusButton, theme.accentTint2);
    const QRect icon = place(all.left(), paletteIcon);
    p.drawPixmap(icon.left(), icon.center().y() - paletteIcon / 2 + 1,
                 m_look.icon(row.icon, paletteIcon, selected ? theme.accentText : theme.ink2,
                             p.device()->devicePixelRatioF()));

    int right = all.right() + 1;
    if (!row.keys.isEmpty()) {
        const int height = m_look.px(metrics::chipSmall);
        const int width = paint::keycapsWidth(row.keys, m_look);
        right -= width;
        const QRect caps = place(right, width);
        paint::keycaps(p, QRectF(caps.left(), caps.center().y() - height / 2.0 + 1, width, height),
                       row.keys, m_look);
        right -= paletteGap;
    } else if (row.tier) {
        right -= tierSide;
        const QRect tier = place(right, tierSide);
        paint::tierBadge(
            p, QRectF(tier.left(), tier.center().y() - tierSide / 2.0 + 1, tierSide, tierSide),
            *row.tier, m_look);
        right -= paletteGap;
    }

    int x = all.left() + paletteIcon + paletteGap;
    const QFont plain = m_look.font(Role::Body);
    const QFont strong = m_look.font(Role::Body, QFont::DemiBold);
    // A name that does not fit loses its matches, not its place.
    const QFontMetrics words(plain);
    const auto draw = [&](const QString &text, const QFont &font, const QColor &ink) {
        const int width = std::min(QFontMetrics(font).horizontalAdvance(text), right - x);
        if (width <= 0)
            return;
        p.setFont(font);
        p.setPen(ink);
        paint::drawWords(p, place(x, width + 1), Qt::AlignVCenter | Qt::AlignLeading,
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, width + 1));
        x += width;
    };
    const auto drawMatched
        = [&](const QString &text, const QList<PaletteRow::Match> &matches, const QColor &ink) {
              int at = 0;
              for (const PaletteRow::Match &match : matches) {
                  if (match.begin < at)
                      continue;
                  draw(text.mid(at, match.begin - at), plain, ink);
                  draw(text.mid(match.begin, match.length), strong, theme.accentText);
                  at = match.begin + match.length;
              }
              draw(text.mid(at), plain, ink);
          };
    drawMatched(row.text, row.matches, theme.ink);
    x += paletteGap;
    drawMatched(row.quiet, row.quietMatches, theme.ink2);
    p.restore();
}

} // namespace baton::ui
