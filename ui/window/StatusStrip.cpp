#include "ui/window/StatusStrip.h"

#include "ui/panels/KeyCap.h"
#include "ui/theme/Metrics.h"
#include "ui/window/ActionRegistry.h"
#include "ui/window/StatusCell.h"
#include "ui/window/Ticker.h"

#include <QtCore/QUrl>
#include <QtWidgets/QHBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int briefBelow = 1300; ///< the words are shorter
constexpr int wholeWidth = 1050; ///< of the strip that has room for all cells
constexpr int cellSpacing = 6;
constexpr int markRoom = 15;
constexpr int toMark = (cellSpacing + markRoom) / 2; ///< from the edge of a cell

} // namespace

StatusStrip::StatusStrip(const Look &look, const ActionRegistry &actions, Ticker &ticker,
                         QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_ticker(ticker)
    , m_connection(new StatusCell(look, StatusCell::Kind::Fact, this))
    , m_synced(new StatusCell(look, StatusCell::Kind::Fact, this))
    , m_outbox(new StatusCell(look, StatusCell::Kind::Door, this))
    , m_rejected(new StatusCell(look, StatusCell::Kind::Door, this))
    , m_notes(new StatusCell(look, StatusCell::Kind::Door, this))
    , m_drafts(new StatusCell(look, StatusCell::Kind::Fact, this))
    , m_audit(new StatusCell(look, StatusCell::Kind::Fact, this))
    , m_keys(new StatusCell(look, StatusCell::Kind::Door, this))
    , m_commands(new StatusCell(look, StatusCell::Kind::Door, this))
{
    setAccessibleName(tr("Status"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 1, 8, 0);
    row->setSpacing(cellSpacing);
    row->addWidget(m_connection);
    row->addSpacing(markRoom);
    for (StatusCell *cell : {m_synced, m_outbox, m_rejected, m_notes})
        row->addWidget(cell);
    row->addStretch();
    row->addWidget(m_drafts);
    row->addSpacing(markRoom);
    row->addWidget(m_audit);
    row->addSpacing(markRoom);
    row->addWidget(m_keys);
    row->addWidget(m_commands);
    m_keys->setItem({{}, tr("Keys"), {}, paint::Tone::Neutral});
    m_commands->setItem({{}, tr("Commands"), {}, paint::Tone::Neutral});

    connect(m_outbox, &QAbstractButton::clicked, this, &StatusStrip::outboxRequested);
    connect(m_rejected, &QAbstractButton::clicked, this, &StatusStrip::rejectedRequested);
    connect(m_notes, &QAbstractButton::clicked, this, &StatusStrip::notesRequested);
    setNotes(0, 0);
    connect(m_keys, &QAbstractButton::clicked, this, &StatusStrip::keysRequested);
    connect(m_commands, &QAbstractButton::clicked, this, &StatusStrip::commandsRequested);
    connect(&ticker, &Ticker::second, this, &StatusStrip::refresh);
    const auto nameKeys = [this, &actions] {
        m_keys->setKeys(KeyCap::text(actions.keys(ActionId::Keys).value(0)));
        m_commands->setKeys(KeyCap::text(actions.keys(ActionId::Palette).value(0)));
    };
    connect(&actions, &ActionRegistry::keysChanged, this, nameKeys);
    connect(&look, &Look::changed, this, &StatusStrip::restyle);
    nameKeys();
    restyle();
    refresh();
}

void StatusStrip::restyle()
{
    setFixedHeight(m_look.px(metrics::status));
    fitCells();
    update();
}

void StatusStrip::setStatus(const StatusSnapshot &status)
{
    m_status = status;
    refresh();
}

void StatusStrip::setModel(const QString &address)
{
    m_model = QUrl(address).host();
    fitCells();
}

void StatusStrip::refresh()
{
    const StatusWords words = statusWords(m_status, m_ticker.now(), QTimeZone::systemTimeZone());
    m_connection->setItem(words.connection);
    m_synced->setItem(m_brief && !words.syncedBriefly.text.isEmpty() ? words.syncedBriefly
                                                                     : words.synced);
    m_outbox->setItem(words.outbox);
    m_rejected->setItem(words.rejected);
    m_audit->setItem(words.audit);
}

void StatusStrip::setNotes(int unread, int all)
{
    if (all == 0)
        m_notes->setItem({});
    else if (unread == 0)
        m_notes->setItem({u"coach"_s, tr("Notes for me"), tr("What reviewers wrote to you"),
                          paint::Tone::Neutral});
    else
        m_notes->setItem({u"coach"_s, tr("%n new note(s) for me", nullptr, unread),
                          tr("What reviewers wrote to you"), paint::Tone::Accent});
}

QWidget *StatusStrip::notesAnchor() const
{
    return m_notes;
}

QWidget *StatusStrip::outboxAnchor() const
{
    return m_outbox;
}

void StatusStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitCells();
}

/// What is least missed goes first where there is little room.
void StatusStrip::fitCells()
{
    const bool brief = width() < m_look.px(briefBelow);
    m_drafts->setVisible(width() >= m_look.px(wholeWidth));
    if (m_model.isEmpty())
        m_drafts->setItem(
            {u"bot"_s,
             brief ? tr("Built-in composer") : tr("Drafts: built-in composer, on this computer"),
             tr("No text of a customer leaves this computer to be drafted"), paint::Tone::Neutral});
    else
        m_drafts->setItem({u"bot"_s,
                           brief ? tr("Model at %1").arg(m_model)
                                 : tr("Drafts: built-in, or the model at %1").arg(m_model),
                           tr("What is sent there is masked, and only sent when a draft by the "
                              "model is asked for"),
                           paint::Tone::Neutral});
    m_keys->setVisible(!brief); // F1 opens them all the same
    if (brief != m_brief) {
        m_brief = brief;
        refresh();
    }
}

QSize StatusStrip::sizeHint() const
{
    return {QWidget::sizeHint().width(), m_look.px(metrics::status)};
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), theme.chrome);
    paint::hairline(p, QPoint(0, 0), QPoint(width(), 0), theme.line);
    // A mark after the connection, and on both sides of the log.
    const auto mark = [&](int x) {
        paint::hairline(p, QPoint(x, height() / 2 - 6), QPoint(x, height() / 2 + 6),
                        theme.lineStrong);
    };
    mark(m_connection->geometry().right() + toMark);
    if (m_audit->isVisible()) {
        mark(m_audit->x() - toMark);
        mark(m_audit->geometry().right() + toMark);
    }
}

} // namespace baton::ui
