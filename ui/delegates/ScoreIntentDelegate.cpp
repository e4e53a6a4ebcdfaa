#include "ui/delegates/ScoreIntentDelegate.h"

#include "ui/models/ScoreIntents.h"
#include "ui/panels/BackBars.h"
#include "ui/text/ScoreWords.h"
#include "ui/text/StopWords.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainterPath>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace baton::ui {

using quality::Figure;
using quality::Metric;

namespace {

constexpr int tierBadge = 16;
constexpr int containedBar = 132;
constexpr int barHeight = 6;
constexpr int figureColumn = 28;
constexpr int slashColumn = 14;

QString bare(const Figure &figure)
{
    return figure.value ? QString::number(qRound(100 * *figure.value)) : QStringLiteral("—");
}

/// Solid to what is effective, hatched to what was contained.
void paintBar(QPainter &p, const QRectF &place, double effective, double contained,
              const Theme &theme)
{
    const qreal round = place.height() / 2;
    paint::box(p, place, round, theme.line);
    const auto upTo = [&](double share) {
        QRectF part = place;
        part.setWidth(place.width() * std::clamp(share, 0.0, 1.0));
        return part;
    };
    p.setPen(Qt::NoPen);
    p.setBrush(theme.surface);
    p.drawRoundedRect(upTo(contained), round, round);
    QPainterPath inside;
    inside.addRoundedRect(upTo(contained), round, round);
    p.save();
    p.setClipPath(inside, Qt::IntersectClip);
    p.setPen(QPen(theme.lineControl, 1));
    constexpr qreal apart = 4;
    for (qreal x = place.left(); x < place.right() + place.height(); x += apart)
        p.drawLine(QPointF(x, place.top()), QPointF(x - place.height(), place.bottom()));
    p.restore();
    p.setBrush(theme.ink2);
    p.drawRoundedRect(upTo(effective), round, round);
    p.setPen(QPen(theme.ink3, 1.5));
    const qreal end = upTo(contained).right();
    p.drawLine(QPointF(end, place.top() - 3), QPointF(end, place.bottom() + 3));
}

void paintCourse(QPainter &p, const QRectF &place, const ScoreIntent &line, const Theme &theme)
{
    QList<double> known;
    for (const auto &one : line.course) {
        if (one)
            known.append(*one);
    }
    if (known.isEmpty())
        return;
    const double level = line.levels[size_t(Metric::EffectiveContainment)].value_or(0);
    const auto [low, high] = std::minmax_element(known.begin(), known.end());
    const double least = std::min(*low, level) - 0.02;
    const double most = std::max(*high, level) + 0.02;
    const auto yOf = [&](double value) {
        return place.bottom() - place.height() * (value - least) / (most - least);
    };
    QPen dots(theme.danger, 1);
    dots.setDashPattern({1.5, 3});
    p.setPen(dots);
    p.drawLine(QPointF(place.left(), yOf(level)), QPointF(place.right(), yOf(level)));
    const bool past = known.last() < level;
    QPolygonF points;
    for (qsizetype i = 0; i < line.course.size(); ++i) {
        if (line.course[i])
            points.append({place.left()
                               + place.width() * double(i)
                                   / double(std::max<qsizetype>(1, line.course.size() - 1)),
                           yOf(*line.course[i])});
    }
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(past ? theme.danger : theme.ink2, 1.5));
    p.drawPolyline(points);
    p.setPen(Qt::NoPen);
    p.setBrush(past ? theme.danger : theme.ink2);
    p.drawEllipse(points.last(), 2.2, 2.2);
}

} // namespace

ScoreIntentDelegate::ScoreIntentDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{ }

void ScoreIntentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const auto &model = *static_cast<const ScoreIntents *>(index.model());
    const ScoreIntent &line = model.line(index.row());
    const Theme &theme = m_look.theme();
    QPainter &p = *painter;
    p.save();
    p.setClipRect(option.rect);
    p.setRenderHint(QPainter::Antialiasing);
    const bool chosen = option.state & QStyle::State_Selected;
    p.fillRect(option.rect, chosen ? theme.accentTint : theme.surface);
    paint::hairline(p, option.rect.topLeft(), option.rect.topRight(), theme.line);
    const int before = index.column() == 0 ? firstCellSide : cellSide;
    const QRect cell = QStyle::visualRect(option.direction, option.rect,
                                          option.rect.adjusted(before, 0, -cellSide, 0));
    const auto shown
        = [&](const QRect &place) { return QStyle::visualRect(option.direction, cell, place); };
    const auto write = [&](const QRect &place, const QString &text, const QColor &ink,
                           Qt::Alignment side, QFont::Weight weight = QFont::Normal) {
        p.setFont(m_look.font(Role::Body, weight));
        p.setPen(ink);
        paint::drawWords(p, shown(place), int(Qt::AlignVCenter | side),
                         p.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    const auto pastInk = [&](Metric metric) {
        const Figure &figure = line.figures[size_t(metric)];
        const auto level = line.levels[size_t(metric)];
        const bool past = figure.value && level
            && (quality::higherIsBetter(metric) ? *figure.value < *level : *figure.value > *level);
        return past ? theme.dangerText : theme.ink2;
    };
    const QString text = index.data(Qt::DisplayRole).toString();
    switch (index.column()) {
    case ScoreIntents::Title:
        write(cell, text, theme.ink, Qt::AlignLeading, QFont::Medium);
        break;
    case ScoreIntents::Tier: {
        const int side = m_look.px(tierBadge);
        const QRect badge(cell.left(), cell.center().y() - side / 2, side, side);
        paint::tierBadge(p, shown(badge), line.tier, m_look);
        break;
    }
    case ScoreIntents::Contacts:
        write(cell, text, theme.ink2, Qt::AlignTrailing);
        break;
    case ScoreIntents::Contained: {
        const Figure &contained = line.contained;
        const Figure &effective = line.figures[size_t(Metric::EffectiveContainment)];
        if (line.tier == Route::Escalate && contained.value.value_or(0) == 0) {
            write(cell, ScoreIntents::tr("never contained"), theme.ink3, Qt::AlignLeading);
            break;
        }
        if (contained.value) {
            const QRect bar(cell.left(), cell.center().y() - barHeight / 2,
                            std::min(m_look.px(containedBar), cell.width() - m_look.px(76)),
                            barHeight);
            paintBar(p, shown(bar), effective.value.value_or(0), *contained.value, theme);
        }
        // The second counts; the first stands in a column of its own.
        QRect place = cell;
        const auto column
            = [&](const QString &figure, const QColor &ink, int wide, QFont::Weight weight) {
                  place.setLeft(place.right() - m_look.px(wide) + 1);
                  write(place, figure, ink, Qt::AlignTrailing, weight);
                  place = QRect(cell.left(), cell.top(), place.left() - cell.left(), cell.height());
              };
        column(bare(effective), theme.ink, figureColumn, QFont::DemiBold);
        column(QStringLiteral("/"), theme.ink3, slashColumn, QFont::Normal);
        column(bare(contained), theme.ink, figureColumn, QFont::Normal);
        break;
    }
    case ScoreIntents::Course:
        paintCourse(p, QRectF(cell).adjusted(0, 9, -3, -9), line, theme);
        break;
    case ScoreIntents::Back:
        write(cell, text, pastInk(Metric::Recontact), Qt::AlignTrailing);
        break;
    case ScoreIntents::Csat:
        write(cell, text, pastInk(Metric::CsatBot), Qt::AlignTrailing);
        break;
    case ScoreIntents::Stop: {
        const int side = 14;
        const std::optional<GuardState> held = model.held(line);
        const bool grave = held ? *held == GuardState::Tripped : words::isTripped(line);
        const QColor ink = grave ? theme.dangerText : theme.ink2;
        const QString name = held ? words::chipOf(*held).icon : words::stopIcon(line);
        const QRect icon(cell.left(), cell.center().y() - side / 2, side, side);
        p.drawPixmap(shown(icon).topLeft(),
                     m_look.icon(name, side, ink, p.device()->devicePixelRatioF()));
        write(cell.adjusted(side + 5, 0, 0, 0), text, ink, Qt::AlignLeading);
        break;
    }
    default:
        break;
    }
    if (option.state & QStyle::State_HasFocus && hasKeyFocus(option.widget))
        paint::focusRing(p, option.rect.adjusted(1, 1, -1, -1), 4, paint::RingPlace::Inside, theme);
    p.restore();
}

} // namespace baton::ui
