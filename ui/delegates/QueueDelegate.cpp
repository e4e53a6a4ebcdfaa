#include "ui/delegates/QueueDelegate.h"

#include "ui/models/QueueModel.h"
#include "ui/text/JudgedWords.h"
#include "ui/text/Words.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOptionViewItem>

#include <cmath>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int barWidth = 3;
constexpr int markSide = 13;
constexpr int discSide = 16;
constexpr int widestTime = 96;

int advance(const QFont &font, const QString &text)
{
    return text.isEmpty() ? 0 : int(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

bool isUrgent(const Deadline &deadline)
{
    return deadline.state == DeadlineState::Soon || deadline.state == DeadlineState::Breached;
}

/// Places the parts of one row, mirrored where the language runs from the right.
class RowPainter
{
public:
    RowPainter(QPainter &p, const QRect &row, Qt::LayoutDirection direction, const Look &look)
        : m_p(p)
        , m_row(row)
        , m_direction(direction)
        , m_look(look)
    { }

    QRect place(const QRect &part) const
    {
        return QStyle::visualRect(m_direction, m_row, part.translated(m_row.topLeft()));
    }
    void text(const QRect &part, const QFont &font, const QColor &ink, const QString &text)
    {
        if (part.isEmpty() || text.isEmpty())
            return;
        m_p.setFont(font);
        m_p.setPen(ink);
        const bool whole = advance(font, text) <= part.width();
        paint::drawWords(m_p, place(part),
                         int(QStyle::visualAlignment(m_direction, Qt::AlignLeft) | Qt::AlignVCenter)
                             | Qt::TextSingleLine,
                         whole ? text
                               : QFontMetrics(font).elidedText(text, Qt::ElideRight, part.width()));
    }
    void tabular(const QRect &part, const QFont &font, const QColor &ink, const QString &text)
    {
        if (part.isEmpty())
            return;
        const QRect at = place(part);
        m_p.setFont(font);
        m_p.setPen(ink);
        paint::drawTabular(m_p, {qreal(at.left()), at.top() + baselineIn(font, at.height())}, text);
    }
    void icon(const QRect &part, const QString &name, const QColor &ink)
    {
        if (part.isEmpty() || name.isEmpty())
            return;
        m_p.drawPixmap(place(part).topLeft(),
                       m_look.icon(name, part.width(), ink, m_p.device()->devicePixelRatioF()));
    }

private:
    QPainter &m_p;
    QRect m_row;
    Qt::LayoutDirection m_direction;
    const Look &m_look;
};

} // namespace

struct QueueDelegate::Inks
{
    QColor name;
    QColor need;
    QColor meta;
    QColor time;
    QColor holder;
};

QueueDelegate::QueueDelegate(const Look &look, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_look(look)
{
    connect(&look, &Look::changed, this, &QueueDelegate::restyle);
    restyle();
}

void QueueDelegate::restyle()
{
    m_name = m_look.font(Role::Body, QFont::DemiBold);
    m_quietName = m_need = m_look.font(Role::Body);
    m_newNeed = m_look.font(Role::Body, QFont::Medium);
    m_small = m_look.font(Role::Small);
    m_smallMedium = m_look.font(Role::Small, QFont::Medium);
    m_smallBold = m_look.font(Role::Small, QFont::DemiBold);
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, rowHeight()};
}

QRect QueueDelegate::deadlineRect(const QRect &row, Qt::LayoutDirection direction) const
{
    QueueRowParts parts;
    parts.time = m_look.px(widestTime);
    parts.ring = true;
    const QueueRowGeometry g = queueRowGeometry(row.width(), m_density, m_look.scale(), parts);
    return QStyle::visualRect(direction, row, (g.ring | g.time).translated(row.topLeft()));
}

QueueRowParts QueueDelegate::partsOf(const QueueRow &row, const QueueRowText &text) const
{
    const bool compact = m_density == RowDensity::Compact;
    QueueRowParts parts;
    parts.name = advance(row.state == State::Snoozed ? m_quietName : m_name, text.name);
    parts.pips = paint::pipCount(row.value) > 0 ? int(std::ceil(paint::pipsWidth)) : 0;
    parts.mood = row.judged.has_value();
    parts.ring = text.deadline.state != DeadlineState::None;
    const QFont &timeFont = isUrgent(text.deadline) ? m_smallBold : m_smallMedium;
    parts.time = text.time.isEmpty() ? 0 : int(std::ceil(paint::tabularWidth(timeFont, text.time)));
    for (const RowTag &tag : text.tags) {
        parts.tagIcons.append(!tag.icon.isEmpty());
        parts.tags.append(compact ? 0 : advance(m_small, tag.text));
    }
    parts.pen = row.draft || text.doing;
    switch (text.holding) {
    case Holding::Nobody:
        break;
    case Holding::Colleague:
        parts.holder = m_look.px(discSide);
        break;
    case Holding::Me:
        if (!compact)
            parts.holder = advance(m_smallMedium, text.holder);
        else if (!row.draft)
            parts.holder = m_look.px(markSide);
        break;
    }
    return parts;
}

QueueDelegate::Inks QueueDelegate::inksFor(const QStyleOptionViewItem &option, const QueueRow &row,
                                           const QueueRowText &text) const
{
    const Theme &theme = m_look.theme();
    const bool selected = option.state & QStyle::State_Selected;
    const bool active = selected && (option.state & QStyle::State_Active);
    Inks inks{theme.ink, theme.ink2, theme.ink3, theme.ink3, theme.ink2};
    if (active || row.unread)
        inks.need = theme.ink;
    if (row.state == State::Snoozed && !row.unread)
        inks.name = inks.need = selected ? theme.ink2 : theme.ink3;
    if (selected && !active)
        inks.meta = inks.time = theme.ink2;
    if (text.deadline.state != DeadlineState::None)
        inks.time = paint::deadlineInk(text.deadline.state, theme);
    if (text.holding == Holding::Me)
        inks.holder = theme.accentText;
    return inks;
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QPainter &p = *painter;
    const Theme &theme = m_look.theme();
    const QRect r = option.rect;
    const bool active
        = (option.state & QStyle::State_Selected) && (option.state & QStyle::State_Active);
    if (option.state & QStyle::State_Selected)
        p.fillRect(r, active ? theme.accentTint : theme.press);
    else if (option.state & QStyle::State_MouseOver)
        p.fillRect(r, theme.hover);
    paint::hairline(p, QPoint(r.left(), r.bottom()), QPoint(r.right(), r.bottom()), theme.line);
    if (active)
        p.fillRect(
            QStyle::visualRect(option.direction, r, {r.left(), r.top(), barWidth, r.height() - 1}),
            theme.accent);

    const QVariant row = index.data(QueueModel::RowRole);
    if (row.isValid())
        paintRow(p, option, row.value<QueueRow>(),
                 index.data(QueueModel::TextRole).value<QueueRowText>());
    else if (m_skeletons)
        paintSkeleton(p, r, option.direction);
    if (option.state & QStyle::State_HasFocus)
        paint::focusRing(p, r, 0, paint::RingPlace::Inside, theme);
}

void QueueDelegate::paintRow(QPainter &p, const QStyleOptionViewItem &option, const QueueRow &row,
                             const QueueRowText &text) const
{
    const Theme &theme = m_look.theme();
    const Inks inks = inksFor(option, row, text);
    const QueueRowGeometry g
        = queueRowGeometry(option.rect.width(), m_density, m_look.scale(), partsOf(row, text));
    RowPainter at(p, option.rect, option.direction, m_look);

    if (option.state & QStyle::State_On) {
        const QRect badge = at.place(g.badge);
        paint::box(p, badge, badge.width() / 4.0, theme.accent);
        at.icon(g.badge.adjusted(3, 3, -3, -3), u"check"_s, theme.onFill);
    } else if (row.judged)
        paint::tierBadge(p, at.place(g.badge), row.judged->route, m_look);
    else
        paint::avatar(p, at.place(g.badge), text.name, paint::AvatarTone::Customer, m_look);
    if (row.unread)
        paint::box(p, at.place(g.unread), g.unread.width() / 2.0, theme.accent);
    at.text(g.name, row.state == State::Snoozed ? m_quietName : m_name, inks.name, text.name);
    if (!g.pips.isEmpty()) {
        const QRect pips = at.place(g.pips);
        paint::pips(p, QPointF(pips.left(), pips.top() + pips.height() / 2.0), row.value, theme);
    }
    paint::slaRing(p, at.place(g.ring), text.deadline, theme);
    at.tabular(g.time, isUrgent(text.deadline) ? m_smallBold : m_smallMedium, inks.time, text.time);
    at.text(g.need, row.unread ? m_newNeed : m_need, inks.need, text.need);
    at.icon(g.channel, words::iconOf(row.channel), inks.meta);
    if (row.judged) {
        const QColor ink
            = row.judged->mood == 3 ? inks.meta : theme.*paint::moodInk(row.judged->mood);
        at.icon(g.mood, words::moodIcon(row.judged->mood), ink);
        at.icon(g.trend, words::iconOf(row.judged->trend), ink);
    }
    for (qsizetype i = 0; i < text.tags.size(); ++i) {
        QColor ink = inks.meta;
        if (text.tags[i].kind == RowTag::Kind::Bot)
            ink = theme.aiText;
        else if (text.tags[i].kind == RowTag::Kind::Back)
            ink = theme.warnText;
        at.icon(g.tagIcons[i], text.tags[i].icon, ink);
        at.text(g.tagTexts[i], m_small, ink, text.tags[i].text);
    }
    at.icon(g.pen, text.doing == Doing::Viewing ? u"eye"_s : u"pen"_s, inks.holder);
    const int side = g.holder.width();
    const QRect square(g.holder.left(), g.holder.top() + (g.holder.height() - side) / 2, side,
                       side);
    if (text.holding == Holding::Colleague)
        paint::avatar(p, at.place(square), text.holder, paint::AvatarTone::Customer, m_look);
    else if (m_density == RowDensity::Full)
        at.text(g.holder, m_smallMedium, inks.holder, text.holder);
    else
        at.icon(square, u"user"_s, inks.holder);
}

void QueueDelegate::paintSkeleton(QPainter &p, const QRect &row,
                                  Qt::LayoutDirection direction) const
{
    const QList<QRect> blocks = queueRowSkeleton(row.width(), m_density, m_look.scale());
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const qreal radius = i == 0 ? blocks[i].width() * .3 : 4; // as square as a badge
        paint::box(p, QStyle::visualRect(direction, row, blocks[i].translated(row.topLeft())),
                   radius, m_look.theme().line);
    }
}

} // namespace baton::ui
