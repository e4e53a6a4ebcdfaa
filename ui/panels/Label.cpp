#include "ui/panels/Label.h"

#include "ui/panels/PlainTip.h"
#include "ui/text/LineLayout.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

namespace baton::ui {

namespace {

constexpr int narrowest = 12; ///< of text that wraps, in letters

}

/// Lines of a role's own height, which is more than the font's.
struct Label::Lines
{
    std::unique_ptr<QTextLayout> text;
    int height = 0;
    bool cut = false;
};

Label::Label(const Look &look, Role role, QColor Theme::*ink, QWidget *parent)
    : QLabel(parent)
    , m_look(look)
    , m_role(role)
    , m_ink(ink)
{
    setForegroundRole(QPalette::WindowText); // not the one of what it stands in
    setTextFormat(Qt::PlainText);
    restyle();
    connect(&look, &Look::changed, this, &Label::restyle);
}

void Label::setInk(QColor Theme::*ink)
{
    m_ink = ink;
    restyle();
}

void Label::setWeight(QFont::Weight weight)
{
    m_weight = weight;
    restyle();
}

void Label::setTextSize(int px, int line)
{
    m_size = {px, line};
    restyle();
}

int Label::pitch() const
{
    return m_size ? m_look.px(m_size->second) : m_look.lineHeight(m_role);
}

void Label::setElided(Qt::TextElideMode mode)
{
    m_elide = mode;
    updateGeometry();
}

void Label::setWholeText(const QString &text)
{
    m_whole = text;
    setToolTip(plainTip(text));
}

void Label::setHighlight(int begin, int length)
{
    m_highlightBegin = begin;
    m_highlightLength = length;
    update();
}

void Label::setTrailing(const QString &text)
{
    m_trailing = text;
    setAccessibleName(text.isEmpty() ? QString() : this->text() + QStringLiteral(", ") + text);
    updateGeometry();
    update();
}

void Label::setMostLines(int lines)
{
    m_mostLines = lines;
    updateGeometry();
}

Label::Lines Label::layOut(int width) const
{
    QString shown = text();
    shown.replace(u'\n', QChar::LineSeparator);
    QList<QTextLayout::FormatRange> formats;
    if (m_highlightLength > 0) {
        QTextCharFormat standsOut;
        standsOut.setBackground(m_look.theme().accentTint2);
        standsOut.setForeground(m_look.theme().ink);
        formats.push_back({m_highlightBegin, m_highlightLength, standsOut});
    }
    if (!m_trailing.isEmpty()) {
        shown += u' ';
        QTextCharFormat quiet;
        quiet.setFont(m_look.font(m_role, QFont::Normal));
        quiet.setForeground(m_look.theme().ink3);
        formats.push_back({int(shown.size()), int(m_trailing.size()), quiet});
        shown += m_trailing;
    }
    Lines out;
    QTextOption option(QStyle::visualAlignment(layoutDirection(), alignment()));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(layoutDirection());
    const int pitch = this->pitch();
    const auto lay = [&] {
        out.text = std::make_unique<QTextLayout>(shown, font());
        out.text->setTextOption(option);
        out.text->setFormats(formats);
        return layLines(*out.text, width, pitch, m_mostLines);
    };
    LaidLines laid = lay();
    out.cut = m_mostLines > 0 && laid.end < shown.size();
    if (out.cut) {
        // Once more, with the last line cut.
        const int from = out.text->lineAt(out.text->lineCount() - 1).textStart();
        const QString rest = shown.sliced(from).simplified();
        shown = shown.first(from) + fontMetrics().elidedText(rest, Qt::ElideRight, qMax(1, width));
        laid = lay();
    }
    out.height = qMax(pitch, laid.height);
    return out;
}

int Label::heightForWidth(int width) const
{
    if (!wordWrap())
        return QLabel::heightForWidth(width);
    constexpr qsizetype mostWidths = 16;
    Measured now{text(), m_trailing, font(), pitch(), m_mostLines};
    if (now != m_measured || m_heights.size() > mostWidths) {
        m_measured = std::move(now);
        m_heights.clear();
    }
    const QMargins around = contentsMargins();
    const int inside = width - around.left() - around.right();
    auto known = m_heights.constFind(inside);
    if (known == m_heights.cend())
        known = m_heights.insert(inside, layOut(inside).height);
    return *known + around.top() + around.bottom();
}

void Label::restyle()
{
    QFont font = m_weight ? m_look.font(m_role, *m_weight) : m_look.font(m_role);
    if (m_size)
        font.setPixelSize(m_look.px(m_size->first));
    setFont(font);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_look.theme().*m_ink);
    setPalette(colours);
    updateGeometry();
}

QSize Label::sizeHint() const
{
    const QSize hint = QLabel::sizeHint();
    if (wordWrap())
        return {hint.width(), heightForWidth(hint.width())};
    return {hint.width(), qMax(hint.height(), pitch())};
}

QSize Label::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    if (wordWrap())
        return {qMin(hint.width(), fontMetrics().averageCharWidth() * narrowest), pitch()};
    const int height = qMax(hint.height(), pitch());
    return {m_elide == Qt::ElideNone ? hint.width() : fontMetrics().horizontalAdvance(u'…'),
            height};
}

void Label::paintEvent(QPaintEvent *event)
{
    if (wordWrap()) {
        const QRect place = contentsRect();
        const Lines lines = layOut(place.width());
        if (m_mostLines > 0)
            setToolTip(lines.cut ? plainTip(text()) : QString());
        QPainter p(this);
        p.setPen(palette().color(QPalette::WindowText));
        const bool middle = alignment().testFlag(Qt::AlignVCenter);
        const int top = middle ? qMax(0, (place.height() - lines.height) / 2) : 0;
        lines.text->draw(&p, place.topLeft() + QPoint(0, top));
        return;
    }
    if (m_elide == Qt::ElideNone)
        return QLabel::paintEvent(event);
    const QRect place = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), m_elide, place.width());
    if (m_whole.isEmpty())
        setToolTip(shown == text() ? QString() : plainTip(text()));
    QPainter p(this);
    p.setPen(palette().color(QPalette::WindowText));
    paint::drawWords(
        p, place, int(QStyle::visualAlignment(layoutDirection(), alignment())) | Qt::TextSingleLine,
        shown);
}

} // namespace baton::ui
