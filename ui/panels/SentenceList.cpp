#include "ui/panels/SentenceList.h"

#include "ui/models/TextBlocks.h"
#include "ui/text/LineLayout.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int columnHead = 40;
constexpr int columnPadding = 14;
constexpr int listPadding = 8;
constexpr int headGap = 7;
constexpr int rowLeft = 17; ///< of the text: 6 px, the edge, 9 px
constexpr int rowInset = 6;
constexpr int rowPadding = 5;
constexpr int markSide = 22;
constexpr int turnText = columnPadding + markSide + 10;
constexpr int remarkHeight = 16;
/// A longer message shows its beginning here; all of it stands in the transcript.
constexpr qsizetype shownUnits = 2000;

} // namespace

SentenceRow::SentenceRow(const Look &look, const CompareLine &line, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_line(line)
    , m_shown(displayText(QStringView(line.text).first(qMin(shownUnits, line.text.size()))))
{
    if (line.text.size() > shownUnits)
        m_shown += u'…';
    // Not Fixed: that would hold the row to the height of its first width.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(line.spoken());
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QRect SentenceRow::textRect(int width) const
{
    if (m_line.kind == CompareLine::Kind::Turn)
        return {m_look.px(turnText), m_look.px(18), width - m_look.px(turnText) - columnPadding, 0};
    return {rowLeft, rowPadding, width - rowLeft - columnPadding, 0};
}

std::unique_ptr<QTextLayout> SentenceRow::layOut(int width, int *height) const
{
    *height = 0;
    if (m_shown.isEmpty())
        return nullptr;
    auto text = std::make_unique<QTextLayout>(m_shown, m_look.font(Role::Body));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text->setTextOption(option);
    if (m_line.kind == CompareLine::Kind::Said) {
        QTextCharFormat struck;
        struck.setFontStrikeOut(true);
        text->setFormats({{0, int(m_shown.size()), struck}});
    }
    *height
        = layLines(*text, qMax(20, textRect(width).width()), m_look.lineHeight(Role::Body)).height;
    return text;
}

int SentenceRow::heightForWidth(int width) const
{
    int text = 0;
    layOut(width, &text);
    if (m_line.kind == CompareLine::Kind::Turn)
        return m_look.px(markSide) + text - (text > 0 ? m_look.px(4) : 0) + m_look.px(10);
    const int remark = m_line.remark.isEmpty() ? 0 : m_look.px(remarkHeight);
    return 2 * rowPadding + text + remark + 2;
}

QSize SentenceRow::sizeHint() const
{
    return {220, heightForWidth(220)};
}

QSize SentenceRow::minimumSizeHint() const
{
    return {120, m_look.px(28)};
}

void SentenceRow::paintRemark(QPainter &painter, const QRect &place) const
{
    const Theme &theme = m_look.theme();
    QString icon = u"check"_s;
    QColor ink = theme.ink3;
    if (m_line.kind == CompareLine::Kind::Differs) {
        icon = u"warning"_s;
        ink = theme.warnText;
    } else if (m_line.kind == CompareLine::Kind::Mine) {
        icon = u"plus"_s;
        ink = theme.accentText;
    }
    const int side = m_look.px(13);
    painter.drawPixmap(place.left(), place.center().y() - side / 2,
                       m_look.icon(icon, side, ink, devicePixelRatioF()));
    painter.setFont(m_look.font(Role::Small, QFont::Medium));
    painter.setPen(ink);
    const QRect words = place.adjusted(side + 4, 0, 0, 0);
    paint::drawWords(
        painter, words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        QFontMetrics(painter.font()).elidedText(m_line.remark, Qt::ElideRight, words.width()));
}

void SentenceRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    int textHeight = 0;
    const std::unique_ptr<QTextLayout> text = layOut(width(), &textHeight);
    const QRect place = textRect(width());
    QColor ink = theme.ink;
    const QRectF row(rowInset, 0, width() - 2 * rowInset, height() - 2);
    switch (m_line.kind) {
    case CompareLine::Kind::Turn: {
        const int side = m_look.px(markSide);
        paint::avatar(painter, QRectF(columnPadding, 0, side, side),
                      m_line.person.isEmpty() ? m_line.who : m_line.person,
                      paint::AvatarTone::Customer, m_look);
        painter.setFont(m_look.font(Role::Small, QFont::DemiBold));
        painter.setPen(theme.ink);
        QRect head(m_look.px(turnText), 0, place.width(), m_look.px(18));
        const QString rest
            = m_line.text.isEmpty() ? m_line.when + u"  "_s + m_line.remark : m_line.when;
        const QFontMetrics small(m_look.font(Role::Small));
        const QString who = QFontMetrics(painter.font())
                                .elidedText(m_line.who, Qt::ElideRight,
                                            head.width() - small.horizontalAdvance(rest) - 6);
        paint::drawWords(painter, head, Qt::AlignVCenter | Qt::AlignLeft, who);
        head.setLeft(head.left() + QFontMetrics(painter.font()).horizontalAdvance(who) + 6);
        painter.setFont(m_look.font(Role::Small));
        painter.setPen(theme.ink3);
        paint::drawWords(painter, head, Qt::AlignVCenter | Qt::AlignLeft, rest);
        break;
    }
    case CompareLine::Kind::Plain:
        break;
    case CompareLine::Kind::Said: {
        ink = theme.ink3;
        QPen dots(theme.lineControl, 2, Qt::CustomDashLine, Qt::FlatCap);
        dots.setDashPattern({1, 1});
        painter.setPen(dots);
        painter.drawLine(row.topLeft() + QPointF(1, 0), row.bottomLeft() + QPointF(1, 0));
        break;
    }
    case CompareLine::Kind::Differs:
        painter.fillRect(row, theme.warnTint);
        painter.fillRect(QRectF(row.left(), row.top(), 2, row.height()), theme.warn);
        break;
    case CompareLine::Kind::Mine:
        painter.fillRect(row, theme.accentTint);
        painter.fillRect(QRectF(row.left(), row.top(), 2, row.height()), theme.accent);
        break;
    }
    painter.setPen(ink);
    if (text)
        text->draw(&painter, place.topLeft());
    if (m_line.kind != CompareLine::Kind::Turn && !m_line.remark.isEmpty())
        paintRemark(painter,
                    {place.left(), place.top() + textHeight + 1, place.width(),
                     m_look.px(remarkHeight) - 1});
}

void SentenceRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // A scroll area does not ask for heights by width, so the row holds its own.
    setMinimumHeight(heightForWidth(width()));
}

SentenceList::SentenceList(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, listPadding, 0, listPadding);
    m_rows->setSpacing(0);
}

void SentenceList::setColumn(const CompareColumn &column)
{
    if (column == m_column)
        return;
    m_column = column;
    setAccessibleName(column.title);
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const CompareLine &line : column.lines)
        m_rows->addWidget(new SentenceRow(m_look, line));
    m_rows->addStretch();
    update();
}

int SentenceList::heightFor(int width) const
{
    const QMargins around = m_rows->contentsMargins();
    int height = around.top() + around.bottom();
    for (int i = 0; i < m_rows->count(); ++i) {
        if (const QWidget *row = m_rows->itemAt(i)->widget())
            height += row->heightForWidth(width);
    }
    return height;
}

ColumnHead::ColumnHead(const Look &look, Whose whose, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_whose(whose)
{
    const auto measure = [this] {
        setFixedHeight(m_look.px(columnHead));
        update();
    };
    connect(&look, &Look::changed, this, measure);
    measure();
}

void ColumnHead::setColumn(const CompareColumn &column)
{
    m_column = column;
    setAccessibleName(column.title);
    update();
}

int ColumnHead::paintMark(QPainter &painter, int left) const
{
    if (m_column.person.isEmpty()) {
        const int side = m_look.px(15);
        const QString icon = m_whose == Whose::Thread ? u"recontact"_s : u"users"_s;
        painter.drawPixmap(left, (height() - side) / 2,
                           m_look.icon(icon, side, m_look.theme().ink2, devicePixelRatioF()));
        return left + side + headGap;
    }
    const int side = m_look.px(18);
    paint::avatar(painter, QRectF(left, (height() - side) / 2.0, side, side), m_column.person,
                  m_whose == Whose::Mine ? paint::AvatarTone::Agent : paint::AvatarTone::Customer,
                  m_look);
    return left + side + headGap;
}

void ColumnHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = m_look.theme();
    painter.fillRect(rect(), theme.pane);
    paint::hairline(painter, QPointF(0, height() - 1), QPointF(width(), height() - 1), theme.line);
    QRect line = rect().adjusted(columnPadding, 0, -columnPadding, 0);
    line.setLeft(paintMark(painter, line.left()));
    const QFont quiet = m_look.font(Role::Small);
    const QFont strong = m_look.font(Role::Small, QFont::DemiBold);
    const QFontMetrics quietly(quiet);
    painter.setFont(quiet);
    painter.setPen(theme.ink3);
    paint::drawWords(painter, line, Qt::AlignVCenter | Qt::AlignRight, m_column.aside);
    const int state
        = m_column.state.isEmpty() ? 0 : quietly.horizontalAdvance(m_column.state) + headGap;
    const int room = line.width() - quietly.horizontalAdvance(m_column.aside) - 8 - state;
    const QString title = QFontMetrics(strong).elidedText(m_column.title, Qt::ElideRight, room);
    paint::drawWords(
        painter, line.adjusted(QFontMetrics(strong).horizontalAdvance(title) + headGap, 0, 0, 0),
        Qt::AlignVCenter | Qt::AlignLeft, m_column.state);
    painter.setFont(strong);
    painter.setPen(theme.ink);
    paint::drawWords(painter, line, Qt::AlignVCenter | Qt::AlignLeft, title);
}

} // namespace baton::ui
