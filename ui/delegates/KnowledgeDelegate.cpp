#include "ui/delegates/KnowledgeDelegate.h"

#include "ui/models/KnowledgeRows.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QStyle>

namespace baton::ui {

namespace {

constexpr int rowTop = 9;
constexpr int lineStep = 19;
constexpr int remarkIcon = 14;
constexpr int asideGap = 10;
constexpr int selectedBar = 3;

} // namespace

KnowledgeDelegate::KnowledgeDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{ }

QSize KnowledgeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, m_look.px(metrics::queueRow)};
}

void KnowledgeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const KnowledgeRow &row = static_cast<const KnowledgeModel *>(index.model())->row(index.row());
    const Theme &theme = m_look.theme();
    const bool quiet = row.mark == KnowledgeRow::Mark::Quiet;
    QPainter &p = *painter;
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const QRect all = option.rect;
    if (option.state & QStyle::State_Selected) {
        p.fillRect(all, theme.accentTint);
        p.fillRect(QStyle::visualRect(option.direction, all,
                                      {all.left(), all.top(), selectedBar, all.height()}),
                   theme.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        p.fillRect(all, theme.hover);
    }
    paint::hairline(p, all.bottomLeft(), all.bottomRight(), theme.line);
    const QRect inside
        = all.adjusted(metrics::panePadding, m_look.px(rowTop), -metrics::panePadding, 0);
    const auto write = [&](int line, int left, int width, const QFont &font, const QColor &ink,
                           const QString &text) {
        const QRect place(inside.left() + left, inside.top() + line * m_look.px(lineStep), width,
                          m_look.px(lineStep));
        p.setFont(font);
        p.setPen(ink);
        paint::drawWords(p, QStyle::visualRect(option.direction, all, place),
                         Qt::AlignVCenter | Qt::AlignLeading,
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, width));
    };
    const QFont small = m_look.font(Role::Small);
    const int aside = QFontMetrics(small).horizontalAdvance(row.aside) + 1;
    write(0, inside.width() - aside, aside, small, theme.ink3, row.aside);
    write(0, 0, inside.width() - aside - asideGap, m_look.font(Role::Body, QFont::DemiBold),
          quiet ? theme.ink2 : theme.ink, row.title);
    write(1, 0, inside.width(), small, theme.ink2, row.line);
    const QColor ink = row.mark == KnowledgeRow::Mark::Warning ? theme.warnText : theme.ink3;
    const QRect icon(inside.left(), inside.top() + 2 * m_look.px(lineStep), remarkIcon,
                     m_look.px(lineStep));
    const QRect shown = QStyle::visualRect(option.direction, all, icon);
    p.drawPixmap(shown.left(), shown.center().y() - remarkIcon / 2 + 1,
                 m_look.icon(row.icon, remarkIcon, ink, p.device()->devicePixelRatioF()));
    const int words = remarkIcon + metrics::iconGap;
    write(2, words, inside.width() - words, small, ink, row.remark);
    if (option.state & QStyle::State_HasFocus && hasKeyFocus(option.widget))
        paint::focusRing(p, all, 0, paint::RingPlace::Inside, theme);
    p.restore();
}

} // namespace baton::ui
