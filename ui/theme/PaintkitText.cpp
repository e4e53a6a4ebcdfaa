#include "ui/theme/Paintkit.h"

#include "ui/theme/Metrics.h"

#include <QtCore/QTextBoundaryFinder>
#include <QtGui/QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace baton::ui::paint {

namespace {

struct ChipGeometry
{
    int height;
    int padding;
    int icon;
    int gap;
    int radius;
    Role role;
};

ChipGeometry geometryOf(ChipSize size)
{
    if (size == ChipSize::Small)
        return {metrics::chipSmall, 5, 13, 3, metrics::radiusTierSmall, Role::Micro};
    return {metrics::chip, 7, 15, 5, metrics::radiusChip, Role::Small};
}

QFont chipFont(const ChipGeometry &g, const Look &look)
{
    return look.font(g.role, QFont::Medium);
}

QString firstLetter(const QString &word)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    const qsizetype end = finder.toNextBoundary();
    return word.left(end < 0 ? word.size() : end).toUpper();
}

} // namespace

int chipHeight(ChipSize size, const Look &look)
{
    return look.px(geometryOf(size).height);
}

int chipWidth(const ChipText &chip, const Look &look)
{
    const ChipGeometry g = geometryOf(chip.size);
    const int icon = chip.icon.isEmpty() ? 0 : look.px(g.icon) + g.gap;
    const QFontMetricsF strong(chipFont(g, look));
    qreal text = strong.horizontalAdvance(chip.text);
    if (!chip.quiet.isEmpty())
        text += strong.horizontalAdvance(u' ')
            + QFontMetricsF(look.font(g.role, QFont::Normal)).horizontalAdvance(chip.quiet);
    return 2 * g.padding + icon + int(std::ceil(text));
}

void chip(QPainter &p, const QRectF &rect, const ChipText &chip, const Look &look)
{
    const ChipGeometry g = geometryOf(chip.size);
    const Theme &theme = look.theme();
    box(p, rect, g.radius, toneFill(chip.tone, theme),
        chip.tone == Tone::Outline ? theme.lineStrong : QColor());

    p.save();
    const QColor ink = toneInk(chip.tone, theme);
    QRectF inner = rect.adjusted(g.padding, 0, -g.padding, 0);
    if (!chip.icon.isEmpty()) {
        const int side = look.px(g.icon);
        p.drawPixmap(QPointF(inner.left(), rect.top() + (rect.height() - side) / 2),
                     look.icon(chip.icon, side, ink, p.device()->devicePixelRatioF()));
        inner.setLeft(inner.left() + side + g.gap);
    }
    const QFont font = chipFont(g, look);
    p.setFont(font);
    p.setPen(ink);
    inner.setRight(inner.right() + 1);
    const auto write = [&](const QString &text) {
        const QFontMetricsF metrics(p.font());
        drawWords(p, inner, Qt::AlignVCenter | Qt::AlignLeft,
                  metrics.elidedText(text, Qt::ElideRight, inner.width()));
        inner.setLeft(inner.left() + metrics.horizontalAdvance(text + u' '));
    };
    write(chip.text);
    if (!chip.quiet.isEmpty() && inner.width() > 0) {
        p.setFont(look.font(g.role, QFont::Normal));
        write(chip.quiet);
    }
    p.restore();
}

QColor toneInk(Tone tone, const Theme &theme)
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Outline:
        return theme.ink2;
    case Tone::Danger:
        return theme.dangerText;
    case Tone::Warn:
        return theme.warnText;
    case Tone::Ok:
        return theme.okText;
    case Tone::Accent:
        return theme.accentText;
    case Tone::Ai:
        return theme.aiText;
    }
    Q_UNREACHABLE();
}

QColor toneFill(Tone tone, const Theme &theme)
{
    switch (tone) {
    case Tone::Neutral:
        return theme.sunken;
    case Tone::Outline:
        return {};
    case Tone::Danger:
        return theme.dangerTint;
    case Tone::Warn:
        return theme.warnTint;
    case Tone::Ok:
        return theme.okTint;
    case Tone::Accent:
        return theme.accentTint;
    case Tone::Ai:
        return theme.aiTint;
    }
    Q_UNREACHABLE();
}

QString initials(const QString &name)
{
    QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    words.removeIf(
        [](const QString &word) { return !QChar::isLetterOrNumber(word.toUcs4().constFirst()); });
    if (words.isEmpty())
        return QStringLiteral("?");
    QString out = firstLetter(words.first());
    if (words.size() > 1)
        out += firstLetter(words.last());
    return out;
}

void avatar(QPainter &p, const QRectF &rect, const QString &name, AvatarTone tone, const Look &look)
{
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = look.theme();
    if (tone == AvatarTone::Bot) {
        QPen dashed(theme.ai, 1.5);
        dashed.setDashPattern({2, 1.4});
        dashed.setCapStyle(Qt::FlatCap);
        p.setPen(dashed);
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(rect.adjusted(.75, .75, -.75, -.75), 6.25, 6.25);
        const int side = qRound(rect.height() * .64);
        p.drawPixmap(
            rect.center() - QPointF(side / 2.0, side / 2.0),
            look.icon(QStringLiteral("bot"), side, theme.aiText, p.device()->devicePixelRatioF()));
        p.restore();
        return;
    }
    const bool agent = tone == AvatarTone::Agent;
    p.setPen(Qt::NoPen);
    const bool chosen = tone == AvatarTone::Chosen;
    p.setBrush(agent ? theme.accent : chosen ? theme.accentTint2 : theme.press);
    p.drawEllipse(rect);
    QFont font = look.font(Role::Badge);
    font.setPixelSize(std::max(7, qRound(rect.height() * .42)));
    p.setFont(font);
    p.setPen(agent ? theme.onFill : chosen ? theme.accentText : theme.ink2);
    drawWords(p, rect, Qt::AlignCenter, initials(name));
    p.restore();
}

void drawWords(QPainter &p, const QRectF &rect, int flags, const QString &text)
{
    const bool oneLine = (flags & Qt::AlignVCenter) && !(flags & Qt::TextWordWrap);
    const QFontMetricsF metrics(p.font());
    const qreal byQt = (rect.height() - metrics.height()) / 2 + metrics.ascent();
    const qreal up = oneLine ? byQt - baselineIn(p.font(), rect.height()) : 0;
    p.drawText(rect.translated(0, -up), flags, text);
}

qreal tabularWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    const qreal zero = metrics.horizontalAdvance(u'0');
    qreal width = 0;
    for (const QChar c : text)
        width += c.isDigit() ? zero : metrics.horizontalAdvance(c);
    return width;
}

void drawTabular(QPainter &p, const QPointF &baseline, const QString &text)
{
    const QFontMetricsF metrics(p.font());
    const qreal zero = metrics.horizontalAdvance(u'0');
    qreal x = baseline.x();
    for (const QChar c : text) {
        const qreal own = metrics.horizontalAdvance(c);
        const qreal step = c.isDigit() ? zero : own;
        p.drawText(QPointF(x + (step - own) / 2, baseline.y()), QString(c));
        x += step;
    }
}

static constexpr int capGap = 3; // between two caps

int keycapWidth(const QString &text, const Look &look)
{
    const qreal width = QFontMetricsF(look.font(Role::Micro)).horizontalAdvance(text);
    return std::max(look.px(metrics::chipSmall), int(std::ceil(width)) + 10);
}

void keycap(QPainter &p, const QRectF &rect, const QString &text, const Look &look)
{
    box(p, rect, metrics::radiusMarker, look.theme().surface, look.theme().lineStrong);
    p.save();
    p.setFont(look.font(Role::Micro));
    p.setPen(look.theme().ink2);
    drawWords(p, rect, Qt::AlignCenter, text);
    p.restore();
}

int keycapsWidth(const QStringList &caps, const Look &look)
{
    int width = 0;
    for (const QString &cap : caps)
        width += keycapWidth(cap, look) + capGap;
    return std::max(0, width - capGap);
}

void keycaps(QPainter &p, const QRectF &rect, const QStringList &caps, const Look &look)
{
    qreal x = rect.left();
    for (const QString &cap : caps) {
        const int width = keycapWidth(cap, look);
        keycap(p, QRectF(x, rect.top(), width, rect.height()), cap, look);
        x += width + capGap;
    }
}

void badge(QPainter &p, const QPointF &leftCentre, const QString &text, const QColor &fill,
           const QColor &ink, const Look &look)
{
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const QFont font = look.font(Role::Badge);
    const qreal height = look.px(14);
    const qreal width
        = std::max(height, std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + 7);
    const QRectF pill(leftCentre.x(), leftCentre.y() - height / 2, width, height);
    p.setPen(Qt::NoPen);
    p.setBrush(fill);
    p.drawRoundedRect(pill, height / 2, height / 2);
    p.setFont(font);
    p.setPen(ink);
    drawWords(p, pill, Qt::AlignCenter, text);
    p.restore();
}

int markerWidth(int number, const Look &look)
{
    return look.px(number > 9 ? 21 : 15);
}

void marker(QPainter &p, const QRectF &rect, SupportKind kind, int number, const Look &look,
            bool old)
{
    const Theme &theme = look.theme();
    QColor ink = theme.accentText;
    switch (kind) {
    case SupportKind::Passage:
        box(p, rect, metrics::radiusMarker, theme.accentTint2);
        break;
    case SupportKind::LookUp:
    case SupportKind::Order:
        box(p, rect, metrics::radiusMarker, theme.aiTint2);
        ink = theme.aiText;
        break;
    case SupportKind::Message:
    case SupportKind::Field:
        box(p, rect, metrics::radiusMarker, {}, theme.lineControl);
        ink = theme.ink2;
        break;
    }
    p.save();
    if (old) {
        QPen edge(theme.warn, 1);
        edge.setDashPattern({2.5, 2});
        p.setPen(edge);
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), metrics::radiusMarker,
                          metrics::radiusMarker);
    }
    p.setFont(look.font(Role::Badge, QFont::DemiBold));
    p.setPen(ink);
    drawWords(p, rect, Qt::AlignCenter, QString::number(number));
    p.restore();
}

} // namespace baton::ui::paint
