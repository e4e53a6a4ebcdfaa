#include "ui/panels/TranscriptPainter.h"

#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

using namespace transcript;

QColor toneColour(WordTone tone, const Theme &theme)
{
    switch (tone) {
    case WordTone::Quiet:
        return theme.ink3;
    case WordTone::Plain:
        return theme.ink2;
    case WordTone::Good:
        return theme.okText;
    case WordTone::Careful:
        return theme.warnText;
    case WordTone::Bad:
        return theme.dangerText;
    }
    Q_UNREACHABLE();
}

class TurnPainter
{
public:
    TurnPainter(QPainter &painter, const TurnPaint &what, const TurnMarks &marked)
        : p(painter)
        , turn(what.turn)
        , block(what.block)
        , words(what.words)
        , layout(what.layout)
        , look(what.look)
        , theme(what.look.theme())
        , marks(marked)
    { }

    void paint()
    {
        gutterLine();
        switch (turn.kind) {
        case TurnKind::Message:
            message();
            break;
        case TurnKind::Note:
            note();
            break;
        case TurnKind::Tool:
            tool();
            break;
        case TurnKind::Step:
            step();
            break;
        case TurnKind::Pass:
            pass();
            break;
        case TurnKind::Day:
            separator(theme.ink3, theme.line);
            break;
        case TurnKind::NewMark:
            separator(theme.accentText, theme.accentLine);
            break;
        }
    }

private:
    QFont small() const { return look.font(Role::Small); }
    QFont strong() const { return look.font(Role::Small, QFont::DemiBold); }
    QFont medium() const { return look.font(Role::Small, QFont::Medium); }
    qreal dpr() const { return p.device()->devicePixelRatioF(); }

    /// Draws one elided line and gives its width.
    qreal line(const QRectF &rect, const QFont &font, const QColor &colour, const QString &text,
               Qt::TextElideMode mode = Qt::ElideRight)
    {
        const QFontMetricsF metrics(font);
        const QString shown = metrics.elidedText(text, mode, rect.width());
        p.setFont(font);
        p.setPen(colour);
        paint::drawWords(p, rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        return metrics.horizontalAdvance(shown);
    }

    void icon(const QString &name, const QRectF &around, int px, const QColor &colour)
    {
        const int side = look.px(px);
        const QPixmap pixmap = look.icon(name, side, colour, dpr());
        p.drawPixmap(QPointF(around.center().x() - side / 2.0, around.center().y() - side / 2.0),
                     pixmap);
    }

    /// Two pixels along the way, dashed 4 and 4 while a machine holds the baton.
    void holderLine(const QPointF &from, const QPointF &to, Holder holder)
    {
        QPen pen(holder == Holder::Bot ? theme.aiLine : theme.accentLine, 2);
        pen.setCapStyle(Qt::FlatCap);
        if (holder == Holder::Bot)
            pen.setDashPattern({2, 2});
        p.setPen(pen);
        p.drawLine(from, to);
    }

    void gutterLine()
    {
        const bool inTurn = turn.kind == TurnKind::Message && !block.last;
        if (!turn.joined && !inTurn)
            return;
        const qreal x = side + look.px(gutter) / 2.0;
        const qreal top = block.first ? look.px(26) : 0;
        const qreal bottom = inTurn ? layout.height() : layout.height() - look.px(6);
        if (bottom > top)
            holderLine({x, top}, {x, bottom}, turn.holder);
    }

    void mark()
    {
        const QRectF &rect = layout.mark();
        if (rect.isEmpty())
            return;
        if (turn.message.from == Sender::Customer)
            paint::avatar(p, rect, words.person, paint::AvatarTone::Customer, look);
        else if (turn.message.from == Sender::Bot)
            paint::avatar(p, rect, words.person, paint::AvatarTone::Bot, look);
        else if (turn.message.from == Sender::System)
            icon(words.icon, rect, 14, theme.ink3);
        else
            paint::avatar(p, rect, words.person,
                          turn.mine ? paint::AvatarTone::Agent : paint::AvatarTone::Customer, look);
    }

    /// Name, time and state on one line; names are cut so that the rest always fits.
    void head()
    {
        QRectF rect = layout.head();
        if (rect.isEmpty())
            return;
        const qreal gap = look.px(turn.kind == TurnKind::Note ? 8 : 6);
        const QFontMetricsF metrics(small());
        const qreal rest = metrics.horizontalAdvance(words.time) + gap
            + (words.tail.isEmpty() ? 0
                                    : metrics.horizontalAdvance(words.tail) + gap + look.px(17));
        const QFont nameFont = turn.kind == TurnKind::Note ? medium() : strong();
        rect.setLeft(rect.left() + gap
                     + line(rect.adjusted(0, 0, -qMin(rest, rect.width() / 2), 0), nameFont,
                            theme.ink, words.who));
        rect.setLeft(rect.left() + gap + line(rect, small(), theme.ink3, words.time));
        if (words.tail.isEmpty())
            return;
        if (words.tailTone == WordTone::Good) {
            icon(u"check"_s, QRectF(rect.left(), rect.top(), look.px(13), rect.height()), 13,
                 theme.ink3);
            rect.setLeft(rect.left() + look.px(17));
        }
        // What went well is a small check, no colour.
        const WordTone tone = words.tailTone == WordTone::Good ? WordTone::Quiet : words.tailTone;
        line(rect, small(), toneColour(tone, theme), words.tail);
    }

    void text(const QColor &colour)
    {
        if (!layout.text())
            return;
        QList<QTextLayout::FormatRange> selections;
        if (marks.selectedTo > marks.selectedFrom) {
            QTextCharFormat format;
            format.setBackground(theme.accentTint2);
            format.setForeground(theme.ink);
            selections += {marks.selectedFrom, marks.selectedTo - marks.selectedFrom, format};
        }
        p.setPen(colour);
        layout.text()->draw(&p, layout.textArea().topLeft(), selections);
    }

    /// A tint below the words and a line of 1.5 px under them.
    void evidence()
    {
        for (const QRectF &rect : layout.evidence()) {
            const QRectF around = rect.adjusted(-1, 0, 1, 1);
            p.fillRect(around, theme.dangerTint);
            // Whole pixels of the device: a half one is a second colour.
            const qreal dpr = p.device()->devicePixelRatioF();
            const qreal thick = std::max(1.0, std::floor(1.5 * dpr)) / dpr;
            const qreal bottom = std::round(around.bottom() * dpr) / dpr;
            p.fillRect(QRectF(around.left(), bottom - thick, around.width(), thick), theme.danger);
        }
    }

    void foot()
    {
        if (!layout.hosts().isEmpty()) {
            const QRectF &rect = layout.hosts();
            icon(u"external"_s, QRectF(rect.left(), rect.top(), look.px(13), rect.height()), 13,
                 theme.ink3);
            line(rect.adjusted(look.px(18), 0, 0, 0), small(), theme.ink3, layout.hostWords());
        }
        for (qsizetype i = 0; i < layout.attachments().size(); ++i) {
            const QRectF &rect = layout.attachments()[i];
            icon(u"attach"_s, QRectF(rect.left(), rect.top(), look.px(13), rect.height()), 13,
                 theme.ink2);
            line(rect.adjusted(look.px(18), 0, 0, 0), small(),
                 words.filesOpen ? theme.accentText : theme.ink2, words.attachments[i],
                 Qt::ElideMiddle);
        }
        for (qsizetype i = 0; i < layout.spots().size(); ++i) {
            const Spot &spot = layout.spots()[i];
            if (spot.kind == Spot::Kind::Unfold)
                line(spot.rects.first(), strong(), theme.accentText, spot.label);
            if (i == marks.spot)
                for (const QRectF &rect : spot.rects)
                    paint::focusRing(p, rect, metrics::radiusMarker, paint::RingPlace::Inside,
                                     theme);
        }
    }

    void message()
    {
        mark();
        head();
        const bool quiet = turn.message.from == Sender::Bot || turn.message.from == Sender::System;
        const bool withdrawn = turn.message.presence == Presence::Withdrawn;
        evidence();
        text(withdrawn ? theme.ink3 : quiet ? theme.ink2 : theme.ink);
        foot();
    }

    void note()
    {
        paint::box(p, layout.panel(), look.px(metrics::radiusButton), theme.warnTint);
        if (block.first) {
            icon(words.icon, layout.mark(), 14, theme.warnText);
            head();
            const QFont micro = look.font(Role::Micro, QFont::Normal);
            const qreal width = QFontMetricsF(micro).horizontalAdvance(words.right);
            const QRectF place(layout.panel().right() - width - look.px(9), layout.head().top(),
                               width + 1, layout.head().height());
            line(place, micro, theme.ink3, words.right);
        }
        text(theme.ink);
        foot();
    }

    void tool()
    {
        const QColor mark = words.rightTone == WordTone::Bad ? theme.danger
            : words.rightTone == WordTone::Careful           ? theme.warn
                                                             : theme.aiText;
        icon(words.icon, layout.mark(), 14, mark);
        const QRectF box = layout.panel();
        paint::box(p, box, look.px(6), marks.selectedWhole ? theme.accentTint2 : theme.pane,
                   theme.line);
        const QRectF inner = box.adjusted(look.px(9), 0, -look.px(9), 0);
        const QFont resultFont = medium();
        const qreal wanted = QFontMetricsF(resultFont).horizontalAdvance(words.right) + 1;
        const qreal right = qMin(wanted, inner.width() * 0.55);
        line(inner.adjusted(0, 0, -right - look.px(12), 0), look.mono(), theme.ink2, words.label);
        line(inner.adjusted(inner.width() - right, 0, 0, 0), resultFont,
             toneColour(words.rightTone, theme), words.right);
    }

    void step()
    {
        const QColor colour = words.rightTone == WordTone::Good ? theme.ok
            : words.rightTone == WordTone::Bad                  ? theme.danger
                                                                : theme.ink3;
        icon(words.icon, layout.mark(), 14, colour);
        text(theme.ink2);
    }

    /// Words in the middle of the row; gives the space that they take with beside at both ends.
    QRectF middle(const QColor &colour, qreal beside)
    {
        const QRectF &row = layout.panel();
        const QFontMetricsF font(small());
        const qreal room = row.width() - 2 * look.px(passMargin);
        const qreal whole = font.horizontalAdvance(words.label);
        const bool twoLines = row.height() > look.px(dayRow);
        const QString shown
            = twoLines ? words.label : font.elidedText(words.label, Qt::ElideRight, room);
        const qreal width = qMin(room, whole) + 1;
        const QRectF place(row.center().x() - width / 2, row.top(), width, row.height());
        if (marks.selectedWhole)
            p.fillRect(place, theme.accentTint2);
        p.setFont(small());
        p.setPen(colour);
        paint::drawWords(
            p, place, Qt::AlignCenter | (twoLines ? Qt::TextWordWrap : Qt::TextSingleLine), shown);
        return place.adjusted(-beside, 0, beside, 0);
    }

    void pass()
    {
        const int step = look.px(14 + 10);
        const QRectF taken = middle(theme.ink2, step);
        const QRectF &row = layout.panel();
        const qreal y = row.center().y();
        const qreal gap = look.px(10);
        icon(turn.botName.isEmpty() ? u"baton"_s : u"bot"_s,
             QRectF(taken.left(), row.top(), look.px(14), row.height()), 14, theme.aiText);
        icon(u"user"_s, QRectF(taken.right() - look.px(14), row.top(), look.px(14), row.height()),
             14, theme.accentText);
        holderLine({row.left(), y}, {taken.left() - gap, y}, Holder::Bot);
        holderLine({taken.right() + gap, y}, {row.right(), y}, Holder::Person);
    }

    void separator(const QColor &ink, const QColor &rule)
    {
        const QRectF taken = middle(ink, look.px(8));
        const QRectF &row = layout.panel();
        paint::hairline(p, {row.left(), row.center().y()}, {taken.left(), row.center().y()}, rule);
        paint::hairline(p, {taken.right(), row.center().y()}, {row.right(), row.center().y()},
                        rule);
    }

    QPainter &p;
    const Turn &turn;
    const TextBlock &block;
    const TurnWords &words;
    const TurnLayout &layout;
    const Look &look;
    const Theme &theme;
    const TurnMarks &marks;
};

} // namespace

TranscriptStyle transcriptStyle(const Look &look)
{
    TranscriptStyle style;
    style.read = look.font(Role::Read);
    style.small = look.font(Role::Small);
    style.smallStrong = look.font(Role::Small, QFont::DemiBold);
    style.readLine = transcriptLineHeight(look.scale());
    style.smallLine = look.lineHeight(Role::Small);
    style.scale = look.scale();
    style.link = look.theme().accentText;
    return style;
}

void paintTurn(QPainter &painter, const TurnPaint &what, const TurnMarks &marked)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    TurnPainter(painter, what, marked).paint();
    painter.restore();
}

} // namespace baton::ui
