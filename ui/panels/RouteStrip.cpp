#include "ui/panels/RouteStrip.h"

#include "ui/text/Format.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QLocale>
#include <QtWidgets/QStyle>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int cardHeight = 78;
constexpr int between = 38;
constexpr int answerHeight = 34;
constexpr int footHeight = 30;
constexpr int footGap = 10;
constexpr int inset = 11;
constexpr int badge = 16;

QString always()
{
    return RouteStrip::tr("Asking for a person works in every branch");
}

} // namespace

RouteStrip::RouteStrip(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_steps{{tr("1  Person now?"),
               tr("Tier C, fraud, legal wording, safety, or asks for a person"), tr("Person"),
               Route::Escalate},
              {tr("2  Draft for a person?"),
               tr("Tier B intent, medium or low confidence, or high value"), tr("Draft"),
               Route::Assist},
              {tr("3  Bot may solve?"), tr("High confidence, tools worked, mood not negative"),
               tr("Solve"), Route::Contain}}
{
    const auto relook = [this] {
        setFixedHeight(sizeHint().height());
        update();
    };
    connect(&look, &Look::changed, this, relook);
    relook();
    describe();
}

QSize RouteStrip::sizeHint() const
{
    return {640, m_look.px(cardHeight + answerHeight + footGap + footHeight)};
}

void RouteStrip::setCounts(const PolicyWhatIf &whatIf)
{
    m_steps[0].count = whatIf.toPerson;
    m_steps[1].count = whatIf.toDraft;
    m_steps[2].count = whatIf.toBot;
    m_otherwise = whatIf.otherwise;
    m_known = whatIf.isRead;
    describe();
    update();
}

void RouteStrip::describe()
{
    QStringList said;
    for (const Step &step : m_steps)
        said.append(tr("%1: %2").arg(step.title, format::count(step.count)));
    said.append(tr("otherwise the bot drafts: %1").arg(format::count(m_otherwise)));
    said.append(always());
    setAccessibleName(tr("How a conversation is routed"));
    setAccessibleDescription(QLocale().createSeparatedList(said));
}

void RouteStrip::paintStep(QPainter &p, const QRect &card, const Step &step) const
{
    const Theme &theme = m_look.theme();
    const auto visual
        = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    paint::box(p, visual(card), 9, theme.surface, theme.lineStrong);
    const QRect words = card.adjusted(inset, 8, -inset, -6);
    const int line = m_look.lineHeight(Role::Body);
    p.setFont(m_look.font(Role::Body, QFont::DemiBold));
    p.setPen(theme.ink);
    const QRect title(words.left(), words.top(), words.width(), line);
    paint::drawWords(p, visual(title), Qt::AlignVCenter | Qt::AlignLeading,
                     QFontMetrics(p.font()).elidedText(step.title, Qt::ElideRight, title.width()));
    p.setFont(m_look.font(Role::Small));
    p.drawText(visual(words.adjusted(0, line + 2, 0, 6)),
               Qt::TextWordWrap | Qt::AlignTop | Qt::AlignLeading, step.words);
    const int top = card.bottom() + 1;
    const int high = m_look.px(answerHeight);
    int left = card.left() + inset + 1;
    const QRect arrow = visual({left, top + (high - 14) / 2, 14, 14});
    p.drawPixmap(arrow.topLeft(),
                 m_look.icon(u"chevron-down"_s, 14, theme.ink3, devicePixelRatioF()));
    left += 20;
    const auto write = [&](const QString &text, const QFont &font, const QColor &ink) {
        p.setFont(font);
        p.setPen(ink);
        const int wide = QFontMetrics(font).horizontalAdvance(text) + 2;
        paint::drawWords(p, visual({left, top, wide, high}), Qt::AlignVCenter | Qt::AlignLeading,
                         text);
        left += wide + 5;
    };
    write(tr("yes"), m_look.font(Role::Small), theme.ink3);
    const int side = m_look.px(badge);
    paint::tierBadge(p, visual({left, top + (high - side) / 2, side, side}), step.tier, m_look);
    left += side + 6;
    write(step.answer, m_look.font(Role::Small, QFont::Medium), theme.ink);
    if (!m_known)
        return;
    p.setFont(m_look.font(Role::Small));
    p.setPen(theme.ink2);
    paint::drawWords(p, visual({card.left(), top, card.width() - 2, high}),
                     Qt::AlignVCenter | Qt::AlignTrailing, format::count(step.count));
}

void RouteStrip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const auto visual
        = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int high = m_look.px(cardHeight);
    const int wide = (width() - 2 * between) / 3;
    for (int i = 0; i < m_steps.size(); ++i) {
        const QRect card(i * (wide + between), 0, wide, high);
        paintStep(p, card, m_steps[i]);
        if (i + 1 == m_steps.size())
            continue;
        const QRect way(card.right() + 1, 0, between, high);
        p.setFont(m_look.font(Role::Micro, QFont::Normal));
        p.setPen(theme.ink3);
        paint::drawWords(p, visual(way.adjusted(0, 18, 0, -high / 2)), Qt::AlignCenter, tr("no"));
        const QRect arrow = visual({way.center().x() - 6, way.center().y() + 2, 13, 13});
        p.drawPixmap(
            arrow.topLeft(),
            m_look.icon(layoutDirection() == Qt::RightToLeft ? u"chevron-left"_s : u"arrow-right"_s,
                        13, theme.ink3, devicePixelRatioF()));
    }
    const QRect foot(0, height() - m_look.px(footHeight), width(), m_look.px(footHeight));
    paint::box(p, foot, 8, theme.sunken);
    int left = 12;
    const auto write = [&](const QString &text, const QFont &font, const QColor &ink) {
        p.setFont(font);
        p.setPen(ink);
        const int textWide = QFontMetrics(font).horizontalAdvance(text) + 2;
        paint::drawWords(p, visual({left, foot.top(), textWide, foot.height()}),
                         Qt::AlignVCenter | Qt::AlignLeading, text);
        left += textWide + 6;
    };
    write(tr("otherwise"), m_look.font(Role::Small), theme.ink2);
    const int side = m_look.px(badge);
    paint::tierBadge(p, visual({left, foot.center().y() - side / 2, side, side}), Route::Assist,
                     m_look);
    left += side + 7;
    write(tr("Bot drafts"), m_look.font(Role::Small, QFont::Medium), theme.ink);
    if (m_known)
        write(format::count(m_otherwise), m_look.font(Role::Small), theme.ink2);
    // At the other end, where there is room: who asks for a person gets one, whatever is changed.
    p.setFont(m_look.font(Role::Small));
    p.setPen(theme.ink2);
    const int alwaysWide = QFontMetrics(p.font()).horizontalAdvance(always()) + 2;
    const int at = width() - 12 - alwaysWide;
    if (at - 20 < left)
        return;
    paint::drawWords(p, visual({at, foot.top(), alwaysWide, foot.height()}),
                     Qt::AlignVCenter | Qt::AlignLeading, always());
    p.drawPixmap(visual({at - 19, foot.center().y() - 6, 14, 14}).topLeft(),
                 m_look.icon(u"human"_s, 14, theme.ink2, devicePixelRatioF()));
}

} // namespace baton::ui
