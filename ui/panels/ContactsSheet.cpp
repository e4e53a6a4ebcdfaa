#include "ui/panels/ContactsSheet.h"

#include "ui/models/ContactRows.h"
#include "ui/panels/Segmented.h"
#include "ui/text/Format.h"
#include "ui/text/ScoreWords.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QListView>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr QSize listSize{560, 360};

/// Tier, who, what they needed.
class ContactDelegate : public QStyledItemDelegate
{
public:
    ContactDelegate(const Look &look, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_look(look)
    { }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, m_look.px(metrics::tableRow)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QPainter &p = *painter;
        const Theme &theme = m_look.theme();
        p.save();
        p.setRenderHint(QPainter::Antialiasing);
        p.fillRect(option.rect,
                   option.state & QStyle::State_Selected ? theme.accentTint : theme.surface);
        paint::hairline(p, option.rect.bottomLeft(), option.rect.bottomRight(), theme.line);
        if (const QueueRow *row
            = static_cast<const ContactRows *>(index.model())->row(index.row())) {
            const QRect inside = option.rect.adjusted(10, 0, -10, 0);
            const auto shown = [&](const QRect &place) {
                return QStyle::visualRect(option.direction, inside, place);
            };
            const int side = m_look.px(16);
            const Route tier = row->judged ? row->judged->route : Route::Assist;
            paint::tierBadge(p, shown({inside.left(), inside.center().y() - side / 2, side, side}),
                             tier, m_look);
            const int nameWidth = m_look.px(150);
            const QRect name(inside.left() + side + 8, inside.top(), nameWidth, inside.height());
            const auto write = [&](const QRect &place, const QString &text, QFont::Weight weight,
                                   const QColor &ink) {
                p.setFont(m_look.font(Role::Body, weight));
                p.setPen(ink);
                paint::drawWords(p, shown(place), int(Qt::AlignVCenter | Qt::AlignLeading),
                                 p.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
            };
            write(name, row->name, QFont::Medium, theme.ink);
            QRect need = inside;
            need.setLeft(name.right() + 10);
            write(need, row->need, QFont::Normal, theme.ink2);
        }
        if (option.state & QStyle::State_HasFocus && hasKeyFocus(option.widget))
            paint::focusRing(p, option.rect.adjusted(1, 1, -1, -1), 4, paint::RingPlace::Inside,
                             theme);
        p.restore();
    }

private:
    const Look &m_look;
};

QString titleOf(const ScoreDrill &drill, const QString &intent)
{
    if (drill.confidenceBin)
        return ContactsSheet::tr("Intents read %1", "as “80 to 90 % sure”")
            .arg(words::binName(*drill.confidenceBin));
    if (intent.isEmpty())
        return words::of(drill.metric);
    return ContactsSheet::tr("%1: %2", "a figure, an intent").arg(words::of(drill.metric), intent);
}

QStringList partsOf(const ScoreDrill &drill)
{
    if (drill.confidenceBin)
        return {ContactsSheet::tr("Not corrected"), ContactsSheet::tr("Corrected")};
    return {ContactsSheet::tr("Counted in"), ContactsSheet::tr("Not counted in")};
}

} // namespace

ContactsSheet::ContactsSheet(const Look &look, const ScoreDrill &drill, const QString &intentTitle,
                             const QString &period, QWidget *parent)
    : Sheet(look, titleOf(drill, intentTitle), parent)
    , m_drill(drill)
    , m_part(new Segmented(look, tr("Which conversations"), partsOf(drill)))
    , m_count(new Label(look, Role::Small, &Theme::ink3))
    , m_list(new QListView)
    , m_rows(new ContactRows(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setSentence(tr("The conversations behind the figure, %1. Enter opens one.").arg(period));
    cancel()->setText(tr("Close"));
    m_part->setCurrent(drill.part == quality::Part::Miss ? 1 : 0);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new ContactDelegate(look, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Conversations"));
    m_list->setMinimumSize(look.px(listSize.width()), look.px(listSize.height()));
    auto *row = new QHBoxLayout;
    row->addWidget(m_part);
    row->addStretch();
    row->addWidget(m_count);
    body()->addLayout(row);
    body()->addWidget(m_list);
    m_count->setText(tr("is being read"));
    connect(m_part, &Segmented::chosen, this, [this](int index) {
        m_drill.part = index == 1 ? quality::Part::Miss : quality::Part::Hit;
        Q_EMIT drillRequested(m_drill);
    });
    connect(m_rows, &ContactRows::rowsNeeded, this, &ContactsSheet::rowsNeeded);
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const QueueRow *one = m_rows->row(index.row())) {
            Q_EMIT conversationRequested(one->id);
            close();
        }
    });
}

void ContactsSheet::setContacts(const ScoreContacts &contacts)
{
    if (!(contacts.drill == m_drill))
        return;
    m_rows->setContacts(contacts);
    m_count->setText(tr("%n conversation(s)", nullptr, int(contacts.rows->size())));
    if (m_rows->rowCount() > 0)
        m_list->setCurrentIndex(m_rows->index(0));
}

void ContactsSheet::setRows(quint64 generation, qsizetype first, const QList<QueueRow> &rows)
{
    m_rows->setRows(generation, first, rows);
}

} // namespace baton::ui
