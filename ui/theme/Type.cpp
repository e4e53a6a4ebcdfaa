#include "ui/theme/Type.h"

#include <QtCore/QStringList>
#include <QtGui/QFontInfo>

#include <cmath>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

struct Size
{
    int px;
    int line;
    QFont::Weight weight;
    bool display;
};

Size sizeOf(Role role)
{
    switch (role) {
    case Role::Badge:
        return {10, 14, QFont::DemiBold, false};
    case Role::Micro:
        return {11, 14, QFont::Medium, false};
    case Role::Small:
        return {12, 16, QFont::Normal, false};
    case Role::Body:
        return {13, 18, QFont::Normal, false};
    case Role::Read:
        return {13, 20, QFont::Normal, false};
    case Role::Title:
        return {15, 20, QFont::DemiBold, false};
    case Role::Screen:
        return {18, 24, QFont::DemiBold, true};
    case Role::Figure:
        return {21, 26, QFont::DemiBold, true};
    case Role::Headline:
        return {26, 32, QFont::DemiBold, true};
    }
    Q_UNREACHABLE();
}

int scaled(int px, double scale)
{
    return qRound(px * scale);
}

} // namespace

QFont font(Role role, QFont::Weight weight, double scale)
{
    const Size size = sizeOf(role);
    QFont out;
    // The emoji family must be named, or emoji with skin tones fall apart.
    QStringList families{u"Inter"_s, u"Segoe UI"_s, u"Noto Sans"_s, u"Noto Color Emoji"_s,
                         u"sans-serif"_s};
    if (size.display)
        families.prepend(u"Inter Display"_s);
    out.setFamilies(families);
    out.setPixelSize(scaled(size.px, scale));
    out.setWeight(weight);
    out.setHintingPreference(QFont::PreferNoHinting); // letters as they were drawn
    return out;
}

QFont font(Role role, double scale)
{
    return font(role, sizeOf(role).weight, scale);
}

qreal baselineIn(const QFont &font, qreal height)
{
    constexpr qreal interAscent = .96875; // of its em
    constexpr qreal interDescent = .24121;
    const int px = font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
    qreal ascent = std::round(px * interAscent);
    qreal descent = std::round(px * interDescent);
    if (descent < px * interDescent) {
        ++descent;
        --ascent;
    }
    return std::floor((height - ascent - descent) / 2) + ascent;
}

QFont monoFont(double scale)
{
    QFont out;
    out.setFamilies({u"DejaVu Sans Mono"_s, u"monospace"_s, u"Noto Color Emoji"_s});
    out.setPixelSize(scaled(11, scale));
    return out;
}

int lineHeight(Role role, double scale)
{
    return scaled(sizeOf(role).line, scale);
}

int transcriptLineHeight(double scale)
{
    return scaled(19, scale);
}

} // namespace baton::ui
