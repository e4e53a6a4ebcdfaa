#include "ui/panels/CustomerPane.h"

#include "ui/models/QueueRowText.h"
#include "ui/panels/CustomerParts.h"
#include "ui/panels/DraftSources.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/LiveFacts.h"
#include "ui/panels/ScrollColumn.h"
#include "ui/panels/Section.h"
#include "ui/text/Format.h"
#include "ui/theme/Metrics.h"

#include <QtWidgets/QAccessibleWidget>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int foldRight = metrics::panePadding;
constexpr int foldTop = 19; // in the middle of the avatar

/// A scroll area says nothing of what it is.
QAccessibleInterface *makePaneAccess(const QString &, QObject *object)
{
    auto *pane = qobject_cast<CustomerPane *>(object);
    return pane ? new QAccessibleWidget(pane, QAccessible::Pane, pane->accessibleName()) : nullptr;
}

} // namespace

CustomerPane::CustomerPane(const Look &look, const Clock &clock, QWidget *parent)
    : QScrollArea(parent)
    , m_look(look)
    , m_clock(clock)
    , m_facts(new CustomerFacts(look, clock))
    , m_orders(new OrderList(look, clock))
    , m_live(new LiveFacts(look, clock))
    , m_earlier(new EarlierContacts(look, clock))
    , m_sources(new DraftSources(look))
    , m_similar(new SimilarCases(look))
    , m_customerPart(new Section(look, {}, m_facts))
    , m_orderPart(new Section(look, tr("Orders and payments"), m_orders))
    , m_livePart(new Section(look, tr("Live"), m_live))
    , m_earlierPart(new Section(look, tr("Previous contacts"), m_earlier))
    , m_sourcePart(new Section(look, tr("Evidence in this draft"), m_sources))
    , m_similarPart(new Section(look, tr("Similar, solved"), m_similar))
{
    QAccessible::installFactory(makePaneAccess);
    setAccessibleName(tr("Customer"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    new ScrollFade(look, this, &Theme::pane);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(0);
    for (Section *part :
         {m_customerPart, m_orderPart, m_earlierPart, m_sourcePart, m_similarPart, m_livePart})
        column->addWidget(part);
    column->addStretch(1);
    setWidget(content);
    m_fold = new IconButton(look, u"panel-right"_s, tr("Hide the customer pane"), content);
    m_fold->setButtonSize(ButtonSize::Small);
    connect(m_fold, &QAbstractButton::clicked, this, &CustomerPane::foldRequested);
    m_edge = new Hairline(look, Qt::Vertical, 0, this);
    m_minute.setInterval(15'000);
    connect(&m_minute, &QTimer::timeout, m_facts, &CustomerFacts::refreshTimes);
    connect(&m_minute, &QTimer::timeout, this, &CustomerPane::showAge);
    connect(&m_minute, &QTimer::timeout, m_live, &LiveFacts::refreshTimes);
    connect(&m_minute, &QTimer::timeout, this, &CustomerPane::showSources);
    for (const ContactList *others :
         {static_cast<ContactList *>(m_earlier), static_cast<ContactList *>(m_similar)})
        connect(others, &ContactList::openRequested, this, &CustomerPane::openRequested);
    connect(&look, &Look::changed, this, &CustomerPane::relook);
    relook();
    clear();
}

void CustomerPane::relook()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Window, m_look.theme().pane);
    colours.setColor(QPalette::Base, m_look.theme().pane);
    setPalette(colours);
    widget()->setAutoFillBackground(true);
    widget()->setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->setAutoFillBackground(true);
    m_facts->setCornerRoom(m_fold->sizeHint().width());
    placeFold();
}

QSize CustomerPane::sizeHint() const
{
    return {metrics::context, 600};
}

void CustomerPane::clear()
{
    widget()->hide();
}

void CustomerPane::setSnapshot(const ConversationSnapshot &snapshot)
{
    const Customer &customer = snapshot.conversation.customer;
    m_facts->setCustomer(customer, snapshot.judged);
    m_orders->setOrders(customer.orders);
    m_orderPart->setVisible(!customer.orders.isEmpty());
    m_earlier->setContacts(snapshot.earlier);
    m_earlierPart->setVisible(!snapshot.earlier.isEmpty());
    m_earlierPart->setChip({u"recontact"_s,
                            snapshot.row.backMs ? backWords(*snapshot.row.backMs) : QString(),
                            paint::Tone::Warn, paint::ChipSize::Small});
    m_similar->setCases(snapshot.similar);
    m_similarPart->setVisible(!snapshot.similar.isEmpty());
    m_suggestion = snapshot.suggestion;
    m_conversation = snapshot.conversation;
    showLive();
    widget()->show();
}

void CustomerPane::setStatus(const StatusSnapshot &status)
{
    m_lastSync = status.lastSync;
    const bool offline = status.connection == Connection::Offline;
    const bool turned = std::exchange(m_offline, offline) != offline;
    showAge();
    if (turned) // else they age by the clock
        showSources();
}

void CustomerPane::showAge()
{
    if (!m_lastSync) {
        m_orderPart->setAside({});
        return;
    }
    const Instant now = m_clock.now();
    if (m_offline)
        m_orderPart->setAside(
            now - *m_lastSync < minuteMs
                ? tr("as of %1", "a time")
                      .arg(format::time(*m_lastSync, QTimeZone::systemTimeZone()))
                : tr("%1 old", "an age").arg(format::durationInWords(now - *m_lastSync)),
            u"warning"_s, paint::Tone::Warn);
    else
        m_orderPart->setAside(format::ago(*m_lastSync, now, QTimeZone::systemTimeZone()), u"sync"_s,
                              paint::Tone::Ok);
}

void CustomerPane::setLive(const LiveSnapshot &snapshot, baton::Role role)
{
    m_liveShown = snapshot;
    m_role = role;
    showLive();
}

/// The systems may be heard of a moment before the conversation, or after it.
void CustomerPane::showLive()
{
    const bool ofThis = m_liveShown.conversation == m_conversation.id;
    m_live->setSnapshot(ofThis ? m_liveShown : LiveSnapshot(), m_role);
    m_livePart->setVisible(m_live->hasContent());
    showSources();
}

void CustomerPane::setChecked(const std::optional<Draft> &checked)
{
    m_checked = checked;
    showSources();
}

void CustomerPane::showSources()
{
    m_sources->setDraft(
        m_checked ? m_checked : m_suggestion, m_conversation,
        liveSigns(m_liveShown, m_conversation.id, {m_clock.now(), m_offline, m_lastSync}));
    m_sourcePart->setVisible(m_sources->count() > 0);
    m_sourcePart->setAside(tr("%n source(s)", nullptr, m_sources->count()));
}

void CustomerPane::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeFold();
}

/// Beside the name.
void CustomerPane::placeFold()
{
    const QSize size = m_fold->sizeHint();
    const int x = widget()->width() - size.width() - foldRight;
    m_fold->setGeometry(
        QStyle::visualRect(layoutDirection(), widget()->rect(), {QPoint(x, foldTop), size}));
    m_fold->raise();
    m_edge->setGeometry(QStyle::visualRect(layoutDirection(), rect(), {0, 0, 1, height()}));
    m_edge->raise();
}

void CustomerPane::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    m_facts->refreshTimes();
    m_minute.start();
}

void CustomerPane::hideEvent(QHideEvent *event)
{
    QScrollArea::hideEvent(event);
    m_minute.stop();
}

} // namespace baton::ui
