#include "ui/panels/OutboxPopover.h"

#include "ui/panels/ClearLayout.h"
#include "ui/panels/FactRow.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/Label.h"
#include "ui/panels/PlainTip.h"
#include "ui/text/LiveWords.h"
#include "ui/text/Words.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int popoverWidth = 320;
constexpr int headHeight = 40;
constexpr int rowHeight = 46;
constexpr int rowsSeen = 8;
constexpr int rowPadding = 12;
constexpr int dismissRoom = 38;

/// An act on its way: what, for whom, and how it stands. Pressing it opens the conversation.
class OutboxRow : public QAbstractButton
{
public:
    OutboxRow(const Look &look, const OutboxEntry &entry, const QString &name)
        : m_look(look)
        , m_entry(entry)
        , m_what(words::actLine(entry.act, {}))
        , m_state(words::of(entry.status))
    {
        setText(name);
        const QString problem
            = entry.status == ActStatus::Held ? words::of(entry.hold) : entry.lastError;
        if (!problem.isEmpty())
            m_what = OutboxPopover::tr("%1: %2", "an act, what is wrong").arg(m_what, problem);
        setAccessibleName(OutboxPopover::tr("%1: %2. %3", "customer, act, how it stands")
                              .arg(name, m_what, m_state));
        setAccessibleDescription(problem);
        setToolTip(plainTip(problem));
        setFixedHeight(look.px(rowHeight));
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = m_look.theme();
        if (underMouse())
            painter.fillRect(rect(), theme.hover);
        paint::hairline(painter, QPointF(0, 0), QPointF(width(), 0), theme.line);
        const bool waits = m_entry.status == ActStatus::Waiting;
        const QColor stateInk = m_entry.status == ActStatus::Held ? theme.warnText
            : m_entry.status == ActStatus::Refused                ? theme.dangerText
                                                                  : theme.ink2;
        const int side = m_look.px(16);
        const bool reply = m_entry.act.kind == ActKind::Reply;
        painter.drawPixmap(
            rowPadding, (height() - side) / 2,
            m_look.icon(reply && waits ? u"queue-send"_s : words::iconOf(m_entry.act.kind), side,
                        reply ? theme.accentText : theme.ink2, devicePixelRatioF()));
        const int left = rowPadding + side + 10;
        painter.setFont(m_look.font(Role::Small, QFont::Medium));
        const int stateWidth = QFontMetrics(painter.font()).horizontalAdvance(m_state);
        const int end = m_entry.status == ActStatus::Refused ? dismissRoom : rowPadding;
        const QRect all = rect().adjusted(left, 0, -end, 0);
        painter.setPen(stateInk);
        paint::drawWords(painter, all, Qt::AlignVCenter | Qt::AlignRight, m_state);
        const QRect words = all.adjusted(0, 0, -stateWidth - 10, 0);
        const int line = m_look.px(17);
        const int top = (height() - 2 * line) / 2;
        painter.setFont(m_look.font(Role::Body, QFont::Medium));
        painter.setPen(theme.ink);
        paint::drawWords(
            painter, QRect(words.left(), top, words.width(), line),
            Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(painter.font()).elidedText(text(), Qt::ElideRight, words.width()));
        painter.setFont(m_look.font(Role::Small));
        painter.setPen(theme.ink3);
        paint::drawWords(
            painter, QRect(words.left(), top + line, words.width(), line),
            Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(painter.font()).elidedText(m_what, Qt::ElideRight, words.width()));
        if (hasKeyFocus(this))
            paint::focusRing(painter, rect(), metrics::radiusMarker, paint::RingPlace::Inside,
                             theme);
    }

private:
    const Look &m_look;
    OutboxEntry m_entry;
    QString m_what;
    QString m_state;
};

} // namespace

OutboxPopover::OutboxPopover(const Look &look, QWidget *parent)
    : Popover(look, tr("Outbox"), parent)
    , m_look(look)
    , m_rows(new QWidget)
    , m_column(new QVBoxLayout)
    , m_actionRows(new QVBoxLayout)
    , m_none(new Label(look, Role::Body, &Theme::ink2))
{
    auto *head = new QWidget;
    head->setFixedHeight(look.px(headHeight));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(14, 0, 8, 0);
    row->setSpacing(metrics::iconGap);
    auto *title = new Label(look, Role::Body);
    title->setWeight(QFont::DemiBold);
    title->setText(tr("Outbox"));
    auto *saved = new Label(look, Role::Small, &Theme::ink3);
    saved->setText(tr("Saved on disk"));
    auto *close = new IconButton(look, u"close"_s, tr("Close the outbox"));
    close->setSides(metrics::buttonSmall, 14);
    connect(close, &QAbstractButton::clicked, this, &QWidget::hide);
    row->addWidget(title, 1);
    row->addWidget(saved);
    row->addWidget(close);
    m_none->setText(tr("Nothing waits to be sent."));
    m_none->setContentsMargins(14, 8, 14, 14);
    m_actionRows->setContentsMargins(rowPadding, 0, rowPadding, 0);
    auto *all = new QVBoxLayout(m_rows);
    all->setContentsMargins(0, 0, 0, 0);
    for (QVBoxLayout *part : {all, m_actionRows, m_column})
        part->setSpacing(0);
    all->addWidget(m_none);
    all->addLayout(m_actionRows);
    all->addLayout(m_column);
    all->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"rows"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_rows);
    // The popover's own ground shows, with its round corners.
    scroll->viewport()->setAutoFillBackground(false);
    m_rows->setAutoFillBackground(false);
    scroll->setFixedWidth(popoverWidth);
    body()->addWidget(head);
    body()->addWidget(scroll);
}

void OutboxPopover::setEntries(const QList<OutboxEntry> &entries,
                               const QHash<ConversationId, QString> &names)
{
    clearLayout(m_column);
    for (const OutboxEntry &entry : entries) {
        const ConversationId id = entry.act.conversation;
        auto *row = new OutboxRow(m_look, entry, names.value(id, id.text()));
        connect(row, &QAbstractButton::clicked, this, [this, id] {
            hide();
            Q_EMIT openRequested(id);
        });
        if (entry.status == ActStatus::Refused)
            connect(addDismiss(*row), &QAbstractButton::clicked, this,
                    [this, key = entry.act.key] { Q_EMIT dismissRequested(key); });
        m_column->addWidget(row);
    }
    m_count = entries.size();
    fitRows();
}

void OutboxPopover::setActions(const QList<ActionEntry> &actions, Instant now)
{
    clearLayout(m_actionRows);
    for (const ActionEntry &entry : actions) {
        const ActionRequest &request = entry.request;
        auto *row = new ContactRow(m_look,
                                   {actionIcon(entry.status),
                                    actionWords(request.title, request.amount),
                                    actionState(entry, now, QTimeZone::systemTimeZone()),
                                    {}});
        row->setFixedHeight(m_look.px(rowHeight));
        connect(row, &QAbstractButton::clicked, this, [this, id = request.conversation] {
            hide();
            Q_EMIT openRequested(id);
        });
        if (!entry.isOpen())
            connect(addDismiss(*row), &QAbstractButton::clicked, this,
                    [this, key = request.key] { Q_EMIT actionDismissed(key); });
        m_actionRows->addWidget(row);
    }
    m_actionCount = actions.size();
    fitRows();
}

void OutboxPopover::fitRows()
{
    const qsizetype rows = m_count + m_actionCount;
    m_none->setVisible(rows == 0);
    findChild<QScrollArea *>(u"rows"_s)->setFixedHeight(
        int(std::clamp<qsizetype>(rows, 1, rowsSeen)) * m_look.px(rowHeight));
}

/// Nothing is tried again by itself with what was refused.
QAbstractButton *OutboxPopover::addDismiss(QAbstractButton &row)
{
    auto *dismiss = new IconButton(m_look, u"close"_s, tr("Dismiss"));
    dismiss->setButtonSize(ButtonSize::Small);
    auto *place = new QHBoxLayout(&row);
    place->setContentsMargins(0, 0, 6, 0);
    place->addStretch();
    place->addWidget(dismiss);
    connect(dismiss, &QAbstractButton::clicked, this, &QWidget::hide);
    return dismiss;
}

} // namespace baton::ui
