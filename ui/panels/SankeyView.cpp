#include "ui/panels/SankeyView.h"

#include "ui/text/Format.h"
#include "ui/text/JudgedWords.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QLocale>
#include <QtGui/QPainterPath>

#include <algorithm>

namespace baton::ui {

namespace {

constexpr int sankeyHeight = 178;
constexpr int barWide = 8;
constexpr int barGap = 12;
constexpr int wordsWide = 66; // beside each bar
constexpr int wordsGap = 8;

constexpr std::size_t tiers = 3;

} // namespace

SankeyView::SankeyView(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setFixedHeight(sankeyHeight);
    setFlows({});
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

QSize SankeyView::sizeHint() const
{
    return {352, sankeyHeight};
}

void SankeyView::setFlows(const Flows &flows)
{
    m_flows = flows;
    QStringList said;
    for (std::size_t from = 0; from < tiers; ++from) {
        for (std::size_t to = 0; to < tiers; ++to) {
            if (from != to && flows[from][to] > 0)
                said.append(tr("%1 from %2 to %3")
                                .arg(format::count(flows[from][to]),
                                     words::tierName(static_cast<Route>(from)),
                                     words::tierName(static_cast<Route>(to))));
        }
    }
    setAccessibleName(said.isEmpty() ? tr("No conversation changes its tier")
                                     : QLocale().createSeparatedList(said));
    update();
}

void SankeyView::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    qint64 all = 0;
    std::array<std::array<qint64, tiers>, 2> sums{};
    for (std::size_t from = 0; from < tiers; ++from) {
        for (std::size_t to = 0; to < tiers; ++to) {
            all += m_flows[from][to];
            sums[0][from] += m_flows[from][to];
            sums[1][to] += m_flows[from][to];
        }
    }
    const double room = height() - 2 * barGap;
    const double each = all == 0 ? 0 : room / double(all);
    std::array<std::array<double, tiers>, 2> tops{};
    for (std::size_t side = 0; side < 2; ++side) {
        double y = 0;
        for (std::size_t tier = 0; tier < tiers; ++tier) {
            tops[side][tier] = y;
            y += double(sums[side][tier]) * each + barGap;
        }
    }
    const double left = wordsWide + barWide;
    const double right = width() - wordsWide - barWide;
    auto begins = tops[0];
    auto ends = tops[1];
    struct Band
    {
        QPainterPath path;
        QColor colour;
    };
    QList<Band> still;
    QList<Band> changed;
    for (std::size_t from = 0; from < tiers; ++from) {
        for (std::size_t to = 0; to < tiers; ++to) {
            const double high = double(m_flows[from][to]) * each;
            const double a = begins[from];
            const double b = ends[to];
            begins[from] += high;
            ends[to] += high;
            if (high <= 0)
                continue;
            const double thick = from == to ? high : std::max(high, 1.2);
            const double middle = (left + right) / 2;
            QPainterPath path(QPointF(left, a));
            path.cubicTo(middle, a, middle, b, right, b);
            path.lineTo(right, b + thick);
            path.cubicTo(middle, b + thick, middle, a + thick, left, a + thick);
            path.closeSubpath();
            QColor colour = from == to ? theme.line : to == 0 ? theme.ai : theme.accent;
            colour.setAlphaF(from == to ? 0.55F : 0.85F);
            (from == to ? still : changed).append({path, colour});
        }
    }
    p.setPen(Qt::NoPen);
    for (const QList<Band> &bands : {still, changed}) {
        for (const Band &band : bands) {
            p.setBrush(band.colour);
            p.drawPath(band.path);
        }
    }
    const QColor bars[] = {theme.ai, theme.accentLine, theme.accent};
    const QFont letter = m_look.font(Role::Small, QFont::DemiBold);
    const QFont number = m_look.font(Role::Small);
    for (std::size_t side = 0; side < 2; ++side) {
        double free = 0; // words of thin bars do not overlap
        for (std::size_t tier = 0; tier < tiers; ++tier) {
            const double high = double(sums[side][tier]) * each;
            const double x = side == 0 ? wordsWide : right;
            p.setPen(Qt::NoPen);
            p.setBrush(bars[tier]);
            p.drawRoundedRect(QRectF(x, tops[side][tier], barWide, std::max(high, 2.0)), 2, 2);
            const QString name = words::tierLetter(static_cast<Route>(tier));
            const QString count = format::count(sums[side][tier]);
            const int nameWide = QFontMetrics(letter).horizontalAdvance(name) + 5;
            const int countWide = QFontMetrics(number).horizontalAdvance(count) + 2;
            double top = std::max(tops[side][tier] + high / 2 - 8, free);
            top = std::min(top, height() - 16.0 * double(tiers - tier));
            free = top + 16;
            const double at
                = side == 0 ? x - wordsGap - nameWide - countWide : x + barWide + wordsGap;
            p.setFont(letter);
            p.setPen(theme.ink);
            paint::drawWords(p, QRectF(at, top, nameWide, 16), Qt::AlignVCenter | Qt::AlignLeft,
                             name);
            p.setFont(number);
            p.setPen(theme.ink2);
            paint::drawWords(p, QRectF(at + nameWide, top, countWide, 16),
                             Qt::AlignVCenter | Qt::AlignLeft, count);
        }
    }
}

} // namespace baton::ui
