#include "ui/window/CommandPalette.h"

#include "ui/panels/Chip.h"
#include "ui/panels/KeyCap.h"
#include "ui/panels/Label.h"
#include "ui/panels/SearchField.h"
#include "ui/text/Format.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/window/PaletteDelegate.h"
#include "ui/window/PaletteModel.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int paletteWidth = 656;
constexpr int paletteTop = 96;
constexpr int fieldHeight = 52;
constexpr int footHeight = 36;
constexpr int mostHeight = 504;
constexpr int frameInset = 7; ///< of the rows; one is the edge
constexpr int chipInset = 9;
constexpr int fieldInset = 8; ///< the field has room of its own

} // namespace

CommandPalette::CommandPalette(const Look &look, ActionRegistry &actions, QWidget *window)
    : QWidget(window)
    , m_look(look)
    , m_actions(actions)
    , m_model(new PaletteModel(actions, this))
    , m_field(new SearchField(look, u"search"_s, tr("Type what you want to do, or a name"), this))
    , m_context(new Chip(look, {}, Chip::Kind::Fact, this))
    , m_local(new Label(look, Role::Small, &Theme::ink3))
    , m_foot(buildFoot())
    , m_list(new QListView(this))
{
    m_field->setBare();
    m_context->hide();
    setAccessibleName(tr("Command palette"));
    m_field->setAccessibleName(tr("What to do or open"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(look, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::typed);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { run(index.row()); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &CommandPalette::place);
    connect(&look, &Look::changed, this, &CommandPalette::place);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

/// The keys that the palette itself has.
QWidget *CommandPalette::buildFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(6);
    const auto add = [&](const QString &key, const QString &words) {
        row->addWidget(new KeyCap(m_look, key));
        auto *label = new Label(m_look, Role::Small, &Theme::ink3);
        label->setText(words);
        row->addWidget(label);
        row->addSpacing(8);
    };
    add(u"↵"_s, tr("run"));
    add(u">"_s, tr("commands"));
    add(u"#"_s, tr("order"));
    add(u"@"_s, tr("person"));
    row->addStretch();
    row->addWidget(m_local);
    setArchived(0);
    return foot;
}

void CommandPalette::setContext(const QString &name)
{
    m_context->setChip({{}, name, paint::Tone::Neutral, paint::ChipSize::Normal});
    m_context->setVisible(!name.isEmpty());
    if (isVisible())
        place();
}

void CommandPalette::setOffers(const QList<ActionOffer> &offers)
{
    m_model->setOffers(offers);
}

void CommandPalette::setArchived(int conversations)
{
    m_local->setText(conversations > 0 ? tr("%1 in the archive, all on this computer", "a count")
                                             .arg(format::count(conversations))
                                       : tr("all on this computer"));
}

void CommandPalette::toggle()
{
    if (isVisible()) {
        shut();
        return;
    }
    m_before = QApplication::focusWidget();
    m_field->clear();
    m_model->clear(); // what is placed now may differ from what was then
    raise();
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::shut()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::typed(const QString &text)
{
    m_model->setQuery(text);
    if (!m_model->words().isEmpty())
        Q_EMIT searchRequested(m_model->words());
}

void CommandPalette::setFound(const QString &words, const QList<QueueRow> &rows)
{
    if (isVisible())
        m_model->setConversations(words, rows);
}

void CommandPalette::setPassages(const QString &words, const QList<FoundPassage> &passages)
{
    if (isVisible())
        m_model->setPassages(words, passages);
}

void CommandPalette::place()
{
    QRect room = parentWidget()->rect();
    if (m_below)
        room.setBottom(m_below->y() - 1);
    setGeometry(room);
    const int width = std::min(m_look.px(paletteWidth), this->width() - 48);
    const int left = (this->width() - width) / 2;
    const int field = m_look.px(fieldHeight);
    const int foot = m_look.px(footHeight);
    const int most = std::min(m_look.px(mostHeight), height() - paletteTop - 24) - field - foot
        - frameInset - 4;
    int rows = 0; // no row is cut
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const int row = m_list->sizeHintForIndex(m_model->index(i)).height();
        if (rows + row > most)
            break;
        rows += row;
    }
    const int chip = m_context->isHidden() ? 0 : m_context->sizeHint().width() + chipInset;
    m_field->setGeometry(left + fieldInset, paletteTop + (field - m_field->height()) / 2,
                         width - 2 * fieldInset - chip, m_field->height());
    m_context->setGeometry(left + width - fieldInset - chip,
                           paletteTop + (field - m_context->sizeHint().height()) / 2,
                           chip - chipInset, m_context->sizeHint().height());
    m_list->setGeometry(left + frameInset, paletteTop + field + 1, width - 2 * frameInset, rows);
    m_foot->setGeometry(left + 1, m_list->geometry().bottom() + frameInset, width - 2, foot);
    m_list->setCurrentIndex(m_model->index(m_model->firstRow()));
    update();
}

void CommandPalette::move(int step)
{
    const int count = m_model->rowCount();
    int row = m_list->currentIndex().row();
    for (int i = 0; i < count; ++i) {
        row = (row + step + count) % count;
        if (m_model->flags(m_model->index(row)) & Qt::ItemIsSelectable)
            break;
    }
    m_list->setCurrentIndex(m_model->index(row));
}

void CommandPalette::run(int index)
{
    if (index < 0 || index >= m_model->rowCount())
        return;
    const PaletteRow row = m_model->row(index);
    if (row.kind == PaletteRow::Kind::Heading)
        return;
    shut();
    if (row.kind == PaletteRow::Kind::Action)
        m_actions.action(row.action)->trigger();
    else if (row.kind == PaletteRow::Kind::Offer)
        Q_EMIT offerChosen(row.offer);
    else if (row.kind == PaletteRow::Kind::Passage)
        Q_EMIT passageChosen(row.passage);
    else
        Q_EMIT conversationChosen(row.conversation);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex().row());
        return true;
    case Qt::Key_Escape:
        shut();
        return true;
    default:
        return false;
    }
}

void CommandPalette::mousePressEvent(QMouseEvent *)
{
    shut(); // a press beside the box
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), theme.scrim);
    const QRect foot = m_foot->geometry();
    const QRect box(foot.left() - 1, paletteTop, foot.width() + 2, foot.bottom() - paletteTop + 2);
    paint::elevation(p, box, metrics::radiusPalette, theme);
    const auto rule = [&](int y) {
        paint::hairline(p, QPointF(box.left() + 1, y), QPointF(box.right() - 1, y), theme.line);
    };
    rule(paletteTop + m_look.px(fieldHeight));
    rule(foot.top());
}

} // namespace baton::ui
