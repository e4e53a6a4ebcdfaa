#include "ui/window/CommandPalette.h"

#include "ui/panels/SearchField.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/window/PaletteDelegate.h"
#include "ui/window/PaletteModel.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QListView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int paletteWidth = 656;
constexpr int paletteTop = 96;
constexpr int fieldHeight = 52;
constexpr int mostHeight = 504;
constexpr int frameInset = 6;

} // namespace

CommandPalette::CommandPalette(const Look &look, ActionRegistry &actions, QWidget *window)
    : QWidget(window)
    , m_look(look)
    , m_actions(actions)
    , m_model(new PaletteModel(actions, this))
    , m_field(new SearchField(look, u"search"_s, tr("Type what you want to do, or a name"), this))
    , m_list(new QListView(this))
{
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

void CommandPalette::place()
{
    setGeometry(parentWidget()->rect());
    const int width = std::min(m_look.px(paletteWidth), this->width() - 48);
    const int left = (this->width() - width) / 2;
    const int field = m_look.px(fieldHeight);
    int rows = 0;
    for (int i = 0; i < m_model->rowCount(); ++i)
        rows += m_list->sizeHintForIndex(m_model->index(i)).height();
    const int most = std::min(m_look.px(mostHeight), height() - paletteTop - 48) - field;
    m_field->setGeometry(left + frameInset, paletteTop + frameInset, width - 2 * frameInset,
                         field - 2 * frameInset);
    m_list->setGeometry(left + frameInset, paletteTop + field, width - 2 * frameInset,
                        std::min(rows, most - frameInset));
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
    const QRect box = m_field->geometry()
                          .united(m_list->geometry())
                          .adjusted(-frameInset, -frameInset, frameInset, frameInset);
    paint::elevation(p, box, metrics::radiusPalette, theme);
    paint::hairline(p, QPointF(box.left(), paletteTop + m_look.px(fieldHeight) - 2.0),
                    QPointF(box.right(), paletteTop + m_look.px(fieldHeight) - 2.0), theme.line);
}

} // namespace baton::ui
