#include "ui/delegates/QueueRowGeometry.h"

#include "ui/theme/Metrics.h"

#include <algorithm>

namespace baton::ui {

namespace {

constexpr int pipsGap = 5;
constexpr int ringGap = 5;
constexpr int lineGap = 6;
constexpr int trendGap = 1;
constexpr int tagIconGap = 3;
constexpr int penGap = 4;
constexpr int penGapCompact = 3;
constexpr int tagIcon = 13;
constexpr int smallestTag = 24; // less would show nothing but dots

/// Where the lines stand; the one table of the two densities.
struct Frame
{
    int left;
    int right; ///< kept free
    int badgeTop;
    int badgeGap;
    int nameTop;
    int needTop;
    int lastTop;
    int height;
};

constexpr Frame full{12, 14, 10, 10, 9, 29, 48, metrics::queueRow};
constexpr Frame compact{11, 12, 9, 9, 8, 29, 29, metrics::queueRowCompact};
constexpr int badgeSide = 20;
constexpr int dotSide = 7;
constexpr int dotTop = 38;
constexpr int nameHeight = 20;
constexpr int lineHeightOf = 18;

class Builder
{
public:
    Builder(int width, RowDensity density, double scale, const QueueRowParts &parts)
        : m_frame(density == RowDensity::Full ? full : compact)
        , m_compact(density == RowDensity::Compact)
        , m_scale(scale)
        , m_parts(parts)
        , m_text(m_frame.left + px(badgeSide) + m_frame.badgeGap)
        , m_end(width - m_frame.right)
    { }

    QueueRowGeometry build()
    {
        g.badge = {m_frame.left, px(m_frame.badgeTop), px(badgeSide), px(badgeSide)};
        const int dot = px(dotSide);
        g.unread = {m_frame.left + (px(badgeSide) - dot) / 2, px(dotTop), dot, dot};
        g.hairline = px(m_frame.height) - 1;
        const int lineEnd = deadline();
        const int nameEnd = nameAndPips(lineEnd);
        const int lastEnd = holder();
        if (m_compact) {
            tags(nameEnd + lineGap, lineEnd, px(m_frame.nameTop), px(nameHeight));
            const int left = m_parts.mood ? moodFrom(m_text) + ringGap : channel() + ringGap;
            g.need = {left, px(m_frame.needTop), std::max(0, lastEnd - left), px(lineHeightOf)};
            return g;
        }
        g.need = {m_text, px(m_frame.needTop), std::max(0, m_end - m_text), px(lineHeightOf)};
        int left = channel() + lineGap;
        if (m_parts.mood)
            left = moodFrom(left) + lineGap;
        tags(left, lastEnd, px(m_frame.lastTop), px(lineHeightOf));
        return g;
    }

private:
    int px(int size) const { return qRound(size * m_scale); }
    static QRect centred(int left, int top, int height, int side)
    {
        return {left, top + (height - side) / 2, side, side};
    }

    int channel()
    {
        g.channel = centred(m_text, px(m_frame.lastTop), px(lineHeightOf), px(14));
        return g.channel.right() + 1;
    }

    int moodFrom(int left)
    {
        const int top = px(m_frame.lastTop);
        g.mood = centred(left, top, px(lineHeightOf), px(14));
        g.trend = centred(g.mood.right() + 1 + trendGap, top, px(lineHeightOf), px(10));
        return g.trend.right() + 1;
    }

    /// The ring and the time from the right; gives where the name must end.
    int deadline()
    {
        int end = m_end;
        const int top = px(m_frame.nameTop);
        if (m_parts.time > 0) {
            g.time = {end - m_parts.time, top, m_parts.time, px(nameHeight)};
            end = g.time.left() - ringGap;
        }
        if (m_parts.ring) {
            g.ring = centred(end - px(14), top, px(nameHeight), px(14));
            end = g.ring.left() - lineGap;
        }
        return end;
    }

    int nameAndPips(int end)
    {
        const int pips = m_parts.pips > 0 ? pipsGap + m_parts.pips : 0;
        int room = end - m_text - pips;
        if (m_compact)
            for (const bool icon : m_parts.tagIcons)
                room -= icon ? lineGap + px(tagIcon) : 0;
        g.name = {m_text, px(m_frame.nameTop), std::clamp(m_parts.name, 0, std::max(0, room)),
                  px(nameHeight)};
        if (pips == 0)
            return g.name.right() + 1;
        g.pips = {g.name.right() + 1 + pipsGap, px(m_frame.nameTop), m_parts.pips, px(nameHeight)};
        return g.pips.right() + 1;
    }

    /// From the right; gives where the rest of the line must end.
    int holder()
    {
        int end = m_end;
        const int top = px(m_frame.lastTop);
        const int height = px(lineHeightOf);
        const int gap = m_compact ? penGapCompact : penGap;
        if (m_parts.holder > 0) {
            g.holder = {end - m_parts.holder, top, m_parts.holder, height};
            end = g.holder.left() - gap;
        }
        if (m_parts.pen) {
            g.pen = centred(end - px(tagIcon), top, height, px(tagIcon));
            end = g.pen.left() - gap;
        }
        return end == m_end ? end : end - lineGap + gap;
    }

    void tags(int left, int end, int top, int height)
    {
        for (qsizetype i = 0; i < m_parts.tags.size(); ++i) {
            QRect icon;
            QRect text;
            if (m_parts.tagIcons.value(i) && left + px(tagIcon) <= end) {
                icon = centred(left, top, height, px(tagIcon));
                left = icon.right() + 1 + tagIconGap;
            }
            const int wanted = m_parts.tags[i];
            const int room = end - left;
            if (wanted > 0 && room >= std::min(wanted, px(smallestTag))) {
                text = {left, top, std::min(wanted, room), height};
                left = text.right() + 1;
            } else if (!icon.isEmpty()) {
                left -= tagIconGap;
            }
            if (!icon.isEmpty() || !text.isEmpty())
                left += lineGap;
            g.tagIcons.append(icon);
            g.tagTexts.append(text);
        }
    }

    const Frame &m_frame;
    bool m_compact;
    double m_scale;
    const QueueRowParts &m_parts;
    int m_text;
    int m_end;
    QueueRowGeometry g;
};

} // namespace

int queueRowHeight(RowDensity density, double scale)
{
    return qRound((density == RowDensity::Full ? full : compact).height * scale);
}

QueueRowGeometry queueRowGeometry(int width, RowDensity density, double scale,
                                  const QueueRowParts &parts)
{
    return Builder(width, density, scale, parts).build();
}

QList<QRect> queueRowSkeleton(int width, RowDensity density, double scale)
{
    const Frame &frame = density == RowDensity::Full ? full : compact;
    const auto px = [scale](int size) { return qRound(size * scale); };
    const int left = frame.left + px(badgeSide) + frame.badgeGap;
    const int room = std::max(0, width - frame.right - left);
    QList<QRect> blocks{{frame.left, px(frame.badgeTop), px(badgeSide), px(badgeSide)},
                        {left, px(frame.nameTop + 4), std::min(room, px(130)), px(11)},
                        {left, px(frame.nameTop + 24), std::min(room, px(230)), px(10)}};
    if (density == RowDensity::Full)
        blocks.append({left, px(frame.nameTop + 43), std::min(room, px(90)), px(9)});
    return blocks;
}

} // namespace baton::ui
