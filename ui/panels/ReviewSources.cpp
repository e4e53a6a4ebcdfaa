#include "ui/panels/ReviewSources.h"

#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QStyle>

#include <algorithm>

namespace baton::ui {

namespace {

constexpr int sourceRow = 34;
constexpr int sourceSide = 12;
constexpr int sourceRadius = 9;
constexpr int sourceGap = 8;
constexpr int remarkIconSide = 14;

bool restsOn(const DraftSentence &sentence, const SourceLine &line,
             const Conversation &conversation)
{
    return std::any_of(
        sentence.supports.begin(), sentence.supports.end(),
        [&](const Support &support) { return sourceNumber({line}, support, conversation) > 0; });
}

} // namespace

ReviewSources::ReviewSources(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Sources"));
    connect(&look, &Look::changed, this, &QWidget::updateGeometry);
}

void ReviewSources::setSources(const ReviewSnapshot &snapshot, const QList<SourceLine> &lines)
{
    m_shown.clear();
    QStringList said;
    const QString planted = snapshot.planted ? snapshot.planted->was : QString();
    for (const SourceLine &line : lines) {
        Shown shown{line, {}, false};
        for (int i = 0; snapshot.revealed && i < int(snapshot.checked.sentences.size()); ++i) {
            const DraftSentence &sentence = snapshot.checked.sentences[i];
            if (!restsOn(sentence, line, snapshot.conversation))
                continue;
            if (!planted.isEmpty() && sentence.text.contains(planted)) {
                shown.contradicts = true;
                shown.remark = tr("Contradicts %1").arg(snapshot.planted->shown);
            } else if (snapshot.contradicted.contains(i)) {
                shown.contradicts = true;
                shown.remark = tr("Contradicts");
            }
        }
        if (snapshot.revealed && !shown.contradicts)
            shown.remark = tr("Supports");
        said += shown.remark.isEmpty()
            ? tr("%1: %2", "a source, its words").arg(line.title, line.quote)
            : tr("%1: %2 (%3)", "a source, its words, a remark")
                  .arg(line.title, line.quote, shown.remark);
        m_shown.append(shown);
    }
    setAccessibleDescription(said.join(u'\n'));
    setVisible(!m_shown.isEmpty());
    updateGeometry();
    update();
}

QSize ReviewSources::sizeHint() const
{
    return {300, int(m_shown.size()) * m_look.px(sourceRow) + 2};
}

void ReviewSources::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    paint::box(p, rect(), sourceRadius, {}, theme.line);
    const int height = m_look.px(sourceRow);
    const QFont small = m_look.font(Role::Small);
    const QFont strong = m_look.font(Role::Small, QFont::Medium);
    const auto place
        = [this](const QRect &one) { return QStyle::visualRect(layoutDirection(), rect(), one); };
    for (int i = 0; i < m_shown.size(); ++i) {
        const Shown &shown = m_shown[i];
        const int top = 1 + i * height;
        if (i > 0)
            paint::hairline(p, QPointF(0, top), QPointF(width(), top), theme.line);
        int left = sourceSide;
        int right = width() - sourceSide;
        const auto write
            = [&](const QRect &at, const QFont &font, const QColor &ink, const QString &text) {
                  p.setFont(font);
                  p.setPen(ink);
                  paint::drawWords(p, place(at), Qt::AlignVCenter | Qt::AlignLeading,
                                   QFontMetrics(font).elidedText(text, Qt::ElideRight, at.width()));
              };
        const int side = m_look.px(15);
        const int wide = paint::markerWidth(i + 1, m_look);
        paint::marker(p, place({left, top + (height - side) / 2, wide, side}), shown.line.kind,
                      i + 1, m_look);
        left += wide + sourceGap;
        if (!shown.remark.isEmpty()) {
            const QColor ink = shown.contradicts ? theme.dangerText : theme.okText;
            const int words = QFontMetrics(strong).horizontalAdvance(shown.remark) + 1;
            right -= words;
            write({right, top, words, height}, strong, ink, shown.remark);
            right -= remarkIconSide + 4;
            const QRect icon = place(
                {right, top + (height - remarkIconSide) / 2, remarkIconSide, remarkIconSide});
            p.drawPixmap(
                icon.topLeft(),
                m_look.icon(shown.contradicts ? QStringLiteral("close") : QStringLiteral("check"),
                            remarkIconSide, ink, devicePixelRatioF()));
            right -= sourceGap;
        }
        const int title = std::min(QFontMetrics(strong).horizontalAdvance(shown.line.title) + 1,
                                   (right - left) / 3);
        write({left, top, title, height}, strong, theme.ink, shown.line.title);
        left += title + sourceGap;
        const int aside = QFontMetrics(small).horizontalAdvance(shown.line.aside) + 1;
        write({left, top, aside, height}, small, theme.ink3, shown.line.aside);
        left += aside + sourceGap;
        const QString quote = shown.line.kind == SupportKind::Order
            ? shown.line.quote
            : tr("“%1”", "quoted words").arg(shown.line.quote);
        if (right > left && !shown.line.quote.isEmpty())
            write({left, top, right - left, height}, small, theme.ink2, quote);
    }
}

} // namespace baton::ui
