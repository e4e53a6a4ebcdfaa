#include "ui/panels/ContextStrip.h"

#include "ui/panels/CustomerParts.h"
#include "ui/panels/DraftSources.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/LiveFacts.h"
#include "ui/panels/Popover.h"
#include "ui/panels/ScrollColumn.h"
#include "ui/panels/Section.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int buttonSide = 34;
constexpr int mostHeight = 520;

} // namespace

ContextStrip::ContextStrip(const Look &look, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_clock(clock)
{
    setAccessibleName(tr("Customer"));
    setFixedWidth(metrics::contextStrip);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 10, 0, 10);
    column->setSpacing(4);
    m_whole = addButton(u"panel-right"_s, tr("Show the customer pane"));
    m_customer = addButton(u"user"_s, tr("Customer"));
    m_orders = addButton(u"package"_s, tr("Orders and payments"));
    m_earlier = addButton(u"recontact"_s, tr("Previous contacts"));
    m_sources = addButton(u"quote"_s, tr("Evidence in this draft"));
    m_similar = addButton(u"replay"_s, tr("Similar, solved"));
    m_live = addButton(u"lookup"_s, tr("Live"));
    column->addStretch();
    connect(m_whole, &QAbstractButton::clicked, this, &ContextStrip::paneRequested);
    connect(m_customer, &QAbstractButton::clicked, this,
            [this] { openPart(Part::Customer, m_customer); });
    connect(m_orders, &QAbstractButton::clicked, this,
            [this] { openPart(Part::Orders, m_orders); });
    connect(m_live, &QAbstractButton::clicked, this, [this] { openPart(Part::Live, m_live); });
    connect(m_earlier, &QAbstractButton::clicked, this,
            [this] { openPart(Part::Earlier, m_earlier); });
    connect(m_sources, &QAbstractButton::clicked, this,
            [this] { openPart(Part::Sources, m_sources); });
    connect(m_similar, &QAbstractButton::clicked, this,
            [this] { openPart(Part::Similar, m_similar); });
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    clear();
}

IconButton *ContextStrip::addButton(const QString &icon, const QString &name)
{
    auto *button = new IconButton(m_look, icon, name);
    button->setFixedSize(buttonSide, buttonSide);
    static_cast<QVBoxLayout *>(layout())->addWidget(button, 0, Qt::AlignHCenter);
    return button;
}

QSize ContextStrip::sizeHint() const
{
    return {metrics::contextStrip, 300};
}

void ContextStrip::clear()
{
    m_shown = {};
    for (IconButton *button : {m_customer, m_orders, m_live, m_earlier, m_sources, m_similar})
        button->hide();
}

void ContextStrip::setSnapshot(const ConversationSnapshot &snapshot)
{
    m_shown = snapshot;
    m_customer->show();
    m_orders->setVisible(!snapshot.conversation.customer.orders.isEmpty());
    m_earlier->setVisible(!snapshot.earlier.isEmpty());
    m_sources->setVisible(snapshot.suggestion.has_value());
    m_similar->setVisible(!snapshot.similar.isEmpty());
}

void ContextStrip::setLive(const LiveSnapshot &snapshot, baton::Role role)
{
    m_liveShown = snapshot;
    m_role = role;
    m_live->setVisible(!snapshot.lookUps.isEmpty() || !snapshot.offers.isEmpty()
                       || !snapshot.actions.isEmpty());
}

void ContextStrip::setStatus(const StatusSnapshot &status)
{
    m_lastSync = status.lastSync;
    m_offline = status.connection == Connection::Offline;
}

void ContextStrip::openPart(Part part, IconButton *from)
{
    const Customer &customer = m_shown.conversation.customer;
    QWidget *content = nullptr;
    auto *popover = new Popover(m_look, from->accessibleName(), this);
    if (part == Part::Customer) {
        auto *facts = new CustomerFacts(m_look, m_clock);
        facts->setCustomer(customer, m_shown.judged);
        content = facts;
    } else if (part == Part::Orders) {
        auto *orders = new OrderList(m_look, m_clock);
        orders->setOrders(customer.orders);
        content = orders;
    } else if (part == Part::Live) {
        auto *live = new LiveFacts(m_look, m_clock);
        live->setSnapshot(m_liveShown, m_role);
        // What is chosen opens a sheet of its own.
        connect(live, &LiveFacts::actionRequested, popover, &QWidget::hide);
        connect(live, &LiveFacts::approvalRequested, popover, &QWidget::hide);
        connect(live, &LiveFacts::withdrawn, popover, &QWidget::hide);
        Q_EMIT liveOpened(*live);
        content = live;
    } else if (part == Part::Sources) {
        auto *sources = new DraftSources(m_look);
        sources->setDraft(m_shown.suggestion, m_shown.conversation,
                          liveSigns(m_liveShown, m_shown.conversation.id,
                                    {m_clock.now(), m_offline, m_lastSync}));
        content = sources;
    } else if (part == Part::Similar) {
        auto *similar = new SimilarCases(m_look);
        similar->setCases(m_shown.similar);
        content = similar;
    } else {
        auto *earlier = new EarlierContacts(m_look, m_clock);
        earlier->setContacts(m_shown.earlier);
        content = earlier;
    }
    if (auto *others = qobject_cast<ContactList *>(content))
        connect(others, &ContactList::openRequested, popover,
                [this, popover](const ConversationId &id) {
                    popover->hide();
                    Q_EMIT openRequested(id);
                });
    auto *padded = new QWidget;
    auto *column = new QVBoxLayout(padded);
    column->setContentsMargins(metrics::panePadding, 12, metrics::panePadding, 12);
    column->addWidget(content);
    column->addStretch();
    auto *scroll = new ScrollColumn(m_look, padded, &Theme::raised);
    scroll->setFixedSize(metrics::context, qMin(mostHeight, padded->sizeHint().height()));
    popover->body()->addWidget(scroll);
    connect(popover, &Popover::closed, popover, &QObject::deleteLater);
    popover->openAt(from, Popover::Side::Left);
}

void ContextStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().pane);
    const qreal x = layoutDirection() == Qt::RightToLeft ? width() - 1 : 0;
    paint::hairline(painter, {x, 0}, {x, qreal(height())}, m_look.theme().line);
}

} // namespace baton::ui
