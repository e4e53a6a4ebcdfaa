#include "ui/panels/SnippetPopover.h"

#include "core/base/Text.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/panels/SearchField.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListView>
#include <QtWidgets/QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int snippetWidth = 400;
constexpr int snippetField = 40;
constexpr int mostShown = 8;
constexpr int snippetPad = 9;
constexpr int snippetGap = 9;
constexpr int snippetEdge = 5;
constexpr int previewRole = Qt::UserRole;
constexpr int textRole = Qt::UserRole + 1;

/// A title, and the beginning of its words behind it.
class SnippetDelegate : public QStyledItemDelegate
{
public:
    SnippetDelegate(const Look &look, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_look(look)
    { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, m_look.px(metrics::menuRow)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QPainter &p = *painter;
        p.save();
        p.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = m_look.theme();
        const bool selected = option.state & QStyle::State_Selected;
        if (selected)
            paint::box(p, option.rect, metrics::radiusButton, theme.accentTint2);
        int left = snippetPad;
        int room = option.rect.width() - 2 * snippetPad;
        const auto place = [&option](int x, int width) {
            return QStyle::visualRect(
                option.direction, option.rect,
                option.rect.adjusted(x, 0, x + width - option.rect.width(), 0));
        };
        if (selected) {
            const QString key = u"↵"_s;
            const int width = paint::keycapWidth(key, m_look);
            const int height = m_look.px(metrics::chipSmall);
            const QRect box = place(option.rect.width() - snippetPad - width, width);
            paint::keycap(p, QRectF(box.left(), box.center().y() - height / 2.0 + 1, width, height),
                          key, m_look);
            room -= width + snippetGap;
        }
        const auto draw = [&](const QString &text, Role role, const QColor &ink) {
            p.setFont(m_look.font(role));
            const QFontMetrics words(p.font());
            const int width = std::min(words.horizontalAdvance(text) + 1, room);
            if (width <= 0)
                return;
            p.setPen(ink);
            paint::drawWords(p, place(left, width), Qt::AlignVCenter | Qt::AlignLeading,
                             words.elidedText(text, Qt::ElideRight, width));
            left += width + snippetGap;
            room -= width + snippetGap;
        };
        draw(index.data().toString(), Role::Body, theme.ink);
        draw(index.data(previewRole).toString(), Role::Small, selected ? theme.ink2 : theme.ink3);
        p.restore();
    }

private:
    const Look &m_look;
};

} // namespace

SnippetPopover::SnippetPopover(const Look &look, const QList<Snippet> &snippets, QWidget *parent)
    : Popover(look, tr("Snippets"), parent)
    , m_look(look)
    , m_snippets(snippets)
    , m_field(new SearchField(look, u"snippet"_s, tr("Words of a snippet")))
    , m_count(new Label(look, Role::Small, &Theme::ink3))
    , m_found(new QStandardItemModel(this))
    , m_list(new QListView)
    , m_foot(new Label(look, Role::Small, &Theme::ink3))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_field->setBare();
    const auto sizeWords = [this] { m_field->setFont(m_look.font(Role::Body, QFont::Normal)); };
    connect(&look, &Look::changed, this, sizeWords); // not as large as the palette's
    sizeWords();
    m_field->setAccessibleName(tr("Find a snippet"));
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Snippets"));
    m_list->setModel(m_found);
    m_list->setItemDelegate(new SnippetDelegate(look, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_foot->setContentsMargins(14, 6, 14, 9);

    body()->addStrut(look.px(snippetWidth) - 2);
    auto *top = new QWidget;
    top->setFixedHeight(look.px(snippetField));
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(5, 0, 14, 0); // the field has nine of its own
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    body()->addWidget(top);
    body()->addWidget(new Hairline(look, Qt::Horizontal));
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(snippetEdge, snippetEdge, snippetEdge, 0);
    middle->addWidget(m_list);
    body()->addLayout(middle);
    body()->addWidget(m_foot);
    setFocusProxy(m_field);

    connect(m_field, &QLineEdit::textChanged, this, &SnippetPopover::find);
    connect(m_field, &SearchField::left, this, &QWidget::close);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    connect(m_list, &QListView::clicked, this, &SnippetPopover::choose);
    find({});
}

void SnippetPopover::find(const QString &words)
{
    const QStringList wanted = text::comparable(words).split(u' ', Qt::SkipEmptyParts);
    m_found->clear();
    for (const Snippet &snippet : m_snippets) {
        const QString all = text::comparable(QString(snippet.title + u' ' + snippet.text));
        if (!std::all_of(wanted.begin(), wanted.end(),
                         [&all](const QString &word) { return all.contains(word); }))
            continue;
        auto *item = new QStandardItem(snippet.title);
        const QString folded = text::folded(snippet.text);
        item->setData(folded, previewRole);
        item->setData(snippet.text, textRole);
        item->setData(QString(snippet.title + u": "_s + folded), Qt::AccessibleTextRole);
        m_found->appendRow(item);
    }
    const int count = m_found->rowCount();
    m_count->setText(tr("%n snippet(s)", nullptr, count));
    m_list->setCurrentIndex(m_found->index(0, 0));
    m_list->setFixedHeight(std::min(count, mostShown) * m_look.px(metrics::menuRow));
    m_list->setVisible(count > 0);
    m_foot->setText(count > 0 ? tr("Fields fill from what is on file, never from memory.")
                              : tr("No snippet has these words."));
    adjustSize();
}

void SnippetPopover::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const QString text = index.data(textRole).toString();
    close();
    Q_EMIT chosen(text);
}

bool SnippetPopover::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QApplication::sendEvent(m_list, event);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        default:
            break;
        }
    }
    return Popover::eventFilter(watched, event);
}

} // namespace baton::ui
