#include "ui/delegates/ReviewDelegate.h"

#include "ui/models/ReviewModel.h"
#include "ui/text/Format.h"
#include "ui/text/ReviewWords.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QStyle>

namespace baton::ui {

namespace {

constexpr int reviewRow = 76;
constexpr int reviewHeading = 28;
constexpr int tierSide = 20;
constexpr int textLeft = 44; // of the row
constexpr int rightGap = 14;
constexpr int reasonIcon = 13;
constexpr int bar = 3;

/// One line of words in a row, mirrored where the language is.
struct LinePainter
{
    QPainter &p;
    const QStyleOptionViewItem &option;

    void write(const QRect &place, const QFont &font, const QColor &ink, const QString &text,
               Qt::Alignment side = Qt::AlignLeading) const
    {
        p.setFont(font);
        p.setPen(ink);
        paint::drawWords(p, QStyle::visualRect(option.direction, option.rect, place),
                         int(Qt::AlignVCenter | side),
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
    }
    void icon(const QRect &place, const Look &look, const QString &name, const QColor &ink) const
    {
        const QRect shown = QStyle::visualRect(option.direction, option.rect, place);
        p.drawPixmap(shown.topLeft(),
                     look.icon(name, place.width(), ink, p.device()->devicePixelRatioF()));
    }
};

void paintHeading(const LinePainter &line, const Look &look, const ReviewModel &model, int index)
{
    const QRect inside
        = line.option.rect.adjusted(metrics::panePadding, 0, -metrics::panePadding, 0);
    const QFont font = look.font(Role::Small, QFont::Medium);
    const bool todo = model.heading(index) == ReviewModel::Heading::Todo;
    line.write(inside, font, look.theme().ink3,
               todo ? ReviewModel::tr("To review") : ReviewModel::tr("Done"));
    line.write(inside, font, look.theme().ink3, format::count(model.headingCount(index)),
               Qt::AlignTrailing);
}

} // namespace

ReviewDelegate::ReviewDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{ }

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *model = static_cast<const ReviewModel *>(index.model());
    const bool heading = model->heading(index.row()) != ReviewModel::Heading::None;
    return {100, m_look.px(heading ? reviewHeading : reviewRow)};
}

void ReviewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const auto &model = *static_cast<const ReviewModel *>(index.model());
    const Theme &theme = m_look.theme();
    QPainter &p = *painter;
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const QRect all = option.rect;
    const LinePainter line{p, option};
    paint::hairline(p, all.bottomLeft(), all.bottomRight(), theme.line);
    if (model.heading(index.row()) != ReviewModel::Heading::None) {
        paintHeading(line, m_look, model, index.row());
        p.restore();
        return;
    }
    const QRect ground = all.adjusted(0, 0, 0, -1);
    if (option.state & QStyle::State_Selected) {
        p.fillRect(ground, theme.accentTint);
        p.fillRect(QStyle::visualRect(option.direction, all,
                                      {all.left(), all.top(), bar, ground.height()}),
                   theme.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        p.fillRect(ground, theme.hover);
    }
    if (const ReviewRow *row = model.row(index.row())) {
        const bool done = row->verdict.has_value();
        const int left = all.left() + textLeft;
        const int right = all.right() - rightGap;
        const int top = all.top() + m_look.px(10);
        const int side = m_look.px(tierSide);
        const QRect badge(all.left() + metrics::panePadding, top, side, side);
        paint::tierBadge(p, QStyle::visualRect(option.direction, all, badge), row->tier, m_look);
        const QFont small = m_look.font(Role::Small);
        const QFont judged = m_look.font(Role::Small, QFont::Medium);
        const QString aside = model.aside(*row);
        const int asideWidth = QFontMetrics(done ? judged : small).horizontalAdvance(aside) + 1;
        const QRect asidePlace(right - asideWidth, top, asideWidth, side);
        const QColor verdictInk = !done       ? theme.ink3
            : *row->verdict == Verdict::Pass  ? theme.okText
            : *row->verdict == Verdict::Coach ? theme.warnText
                                              : theme.dangerText;
        line.write(asidePlace, done ? judged : small, verdictInk, aside, Qt::AlignTrailing);
        if (done)
            line.icon({asidePlace.left() - 18, top + (side - 14) / 2, 14, 14}, m_look,
                      words::iconOf(*row->verdict), verdictInk);
        line.write({left, top, asidePlace.left() - left - (done ? 26 : 10), side},
                   m_look.font(Role::Body, done ? QFont::Medium : QFont::DemiBold),
                   done ? theme.ink3 : theme.ink, model.title(*row));
        const int step = m_look.px(18);
        const int second = top + side - 1;
        line.write({left, second, right - left, step}, small, theme.ink2, words::outcomeLine(*row));
        const int third = second + step;
        line.icon({left, third + (step - reasonIcon) / 2, reasonIcon, reasonIcon}, m_look,
                  words::iconOf(row->reason), theme.ink3);
        line.write({left + reasonIcon + 4, third, right - left - reasonIcon - 4, step}, small,
                   theme.ink3, words::reason(*row));
    }
    if (option.state & QStyle::State_HasFocus && hasKeyFocus(option.widget))
        paint::focusRing(p, ground, 0, paint::RingPlace::Inside, theme);
    p.restore();
}

} // namespace baton::ui
