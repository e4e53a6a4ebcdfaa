#include "ui/panels/CustomerParts.h"

#include "core/base/PersonalData.h"
#include "ui/panels/Avatar.h"
#include "ui/panels/ClearLayout.h"
#include "ui/panels/FactRow.h"
#include "ui/panels/Label.h"
#include "ui/text/Format.h"
#include "ui/text/JudgedWords.h"
#include "ui/text/Words.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QHBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

// A packet may carry more than a pane can show; the rest is named by its number.
constexpr qsizetype attributesShown = 40;
constexpr qsizetype ordersShown = 20;
constexpr qsizetype itemsShown = 12;
constexpr int customerSide = 34;
constexpr int reachGap = 4;

} // namespace

FactList::FactList(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void FactList::clear()
{
    clearLayout(m_column);
}

void FactList::add(const FactText &text)
{
    add(new FactRow(m_look, text));
}

void FactList::add(QWidget *row)
{
    m_column->addWidget(row);
}

void FactList::addQuiet(const QString &words)
{
    auto *label = new Label(m_look, Role::Small, &Theme::ink3);
    label->setText(words);
    label->setWordWrap(true);
    add(label);
}

CustomerFacts::CustomerFacts(const Look &look, const Clock &clock, QWidget *parent)
    : FactList(look, parent)
    , m_clock(clock)
{ }

/// "Oslo 15:12"; empty where their zone is not known.
QString CustomerFacts::theirTime() const
{
    const QTimeZone zone(m_customer.timeZone.toLatin1());
    if (m_customer.timeZone.isEmpty() || !zone.isValid())
        return {};
    const QString place = m_customer.timeZone.section(u'/', -1).replace(u'_', u' ');
    const QString time = format::time(m_clock.now(), zone);
    return m_apart ? tr("%1 %2", "place and the time there").arg(place, time)
                   : tr("· %1 %2", "place and the time there, behind the address").arg(place, time);
}

void CustomerFacts::refreshTimes()
{
    if (m_time)
        m_time->setText(theirTime());
}

void CustomerFacts::addMood(const Mood &mood)
{
    FactText text{FactText::Kind::Pair, tr("Mood")};
    const QString level = words::moodWithin(mood.level);
    text.value = mood.trend == Trend::Level
        ? level
        : tr("%1, %2", "mood, how it moves").arg(level, words::of(mood.trend));
    text.ink = paint::moodInk(mood.level);
    for (const MoodPoint &point : mood.points)
        text.course += point.valence;
    add(text);
}

void CustomerFacts::setCustomer(const Customer &customer, const std::optional<Judged> &judged)
{
    const std::optional<Mood> mood = judged ? std::optional(judged->signs.mood) : std::nullopt;
    if (m_time && customer == m_customer && mood == m_mood) {
        refreshTimes();
        return;
    }
    m_customer = customer;
    m_mood = mood;
    const QString shownName = customer.name.isEmpty() ? tr("Name unknown") : customer.name;
    clear();
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 2, 0, 8);
    row->setSpacing(10);
    auto *avatar = new Avatar(m_look, customerSide, paint::AvatarTone::Chosen);
    avatar->setName(shownName);
    auto *name = new Label(m_look, Role::Read);
    name->setTextSize(14, 20);
    name->setWeight(QFont::DemiBold);
    name->setElided(Qt::ElideRight);
    name->setText(shownName);
    auto *contact = new Label(m_look, Role::Small, &Theme::ink3);
    contact->setElided(Qt::ElideMiddle);
    // It is not for everybody who walks past the screen.
    const QString masked = text::masked(customer.contact);
    contact->setText(masked);
    if (masked != customer.contact)
        contact->setWholeText(customer.contact);
    contact->setAccessibleName(customer.contact);
    m_apart = false;
    m_time = new Label(m_look, Role::Small, &Theme::ink3);
    m_time->setText(theirTime());
    // A long address keeps its line to itself.
    const int beside
        = m_look.px(metrics::context) - 2 * metrics::panePadding - customerSide - 10 - m_cornerRoom;
    m_apart = contact->sizeHint().width() + reachGap + m_time->sizeHint().width() > beside;
    m_time->setText(theirTime());
    auto *reach = new QBoxLayout(m_apart ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    reach->setSpacing(m_apart ? 0 : reachGap);
    reach->addWidget(contact);
    reach->addWidget(m_time);
    reach->addStretch();
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addLayout(reach);
    words->setContentsMargins(0, 0, m_cornerRoom, 0);
    row->addWidget(avatar, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    add(head);

    const QTimeZone here = QTimeZone::systemTimeZone();
    if (customer.verified) {
        const QString how = words::plainName(customer.verified->how);
        const auto &at = customer.verified->at;
        const QString words_ = at ? tr("%1 %2", "how identity was checked, when")
                                        .arg(how, format::when(*at, m_clock.now(), here))
                                  : how;
        add({FactText::Kind::Pair, tr("Identity"), words_, {}, u"verified"_s, &Theme::okText});
    } else {
        add({FactText::Kind::Pair, tr("Identity"), tr("not checked"), {}, {}, &Theme::ink2});
    }
    for (const Attribute &attribute :
         customer.attributes.first(qMin(attributesShown, customer.attributes.size())))
        add({FactText::Kind::Pair, words::plainName(attribute.name), attribute.value});
    if (customer.attributes.size() > attributesShown)
        addQuiet(tr("%n more", nullptr, int(customer.attributes.size() - attributesShown)));
    if (customer.lifetimeValue)
        add({FactText::Kind::Pair,
             tr("Lifetime value"),
             format::money(*customer.lifetimeValue, format::Decimals::Whole),
             {},
             {},
             &Theme::ink,
             customer.value});
    else if (customer.value != ValueTier::Absent)
        add({FactText::Kind::Pair,
             tr("Value"),
             words::of(customer.value),
             {},
             {},
             &Theme::ink,
             customer.value});
    if (customer.contacts90d)
        add({FactText::Kind::Pair, tr("In 90 days"),
             tr("%n contact(s)", nullptr, *customer.contacts90d)});
    if (mood && !mood->points.isEmpty())
        addMood(*mood);
}

OrderList::OrderList(const Look &look, const Clock &clock, QWidget *parent)
    : FactList(look, parent)
    , m_clock(clock)
{ }

QString OrderList::itemName(const OrderItem &item)
{
    return item.quantity == 1 ? item.name
                              : tr("%1 ×%2", "what, how many").arg(item.name).arg(item.quantity);
}

void OrderList::addPayment(const Payment &payment)
{
    const auto date = [this](Instant at) {
        return format::date(at, m_clock.now(), QTimeZone::systemTimeZone());
    };
    const QString id = payment.id.isEmpty() ? tr("Payment") : payment.id;
    FactText text{FactText::Kind::Item,
                  payment.at ? tr("%1 · %2", "a payment, its day").arg(id, date(*payment.at)) : id,
                  words::plainName(payment.status),
                  payment.amount ? format::money(*payment.amount) : QString()};
    if (payment.due)
        text.value = payment.status.isEmpty() || payment.status == "due"_L1
            ? tr("Due %1", "a day").arg(date(*payment.due))
            : tr("%1, due %2", "a state, a day").arg(text.value, date(*payment.due));
    static const QStringList wrong{u"duplicate"_s, u"failed"_s,  u"disputed"_s,
                                   u"refused"_s,   u"overdue"_s, u"charged_back"_s};
    text.warned = wrong.contains(payment.status.toLower());
    add(text);
}

void OrderList::addOrder(const Order &order)
{
    QStringList about;
    // One article needs no line of its own.
    const bool one = order.items.size() == 1;
    if (one)
        about += itemName(order.items.first());
    if (!order.status.isEmpty())
        about += QString(order.status).replace(u'_', u' ');
    if (order.at && !one)
        about += format::date(*order.at, m_clock.now(), QTimeZone::systemTimeZone());
    const QString id = order.id.isEmpty() ? tr("Order") : order.id;
    add({FactText::Kind::Head, id, about.join(u", "_s),
         order.total ? format::money(*order.total) : QString(), u"package"_s});
    for (const Payment &payment : order.payments.first(qMin(itemsShown, order.payments.size())))
        addPayment(payment);
    if (order.payments.size() > itemsShown)
        add({FactText::Kind::Item,
             tr("%n more payment(s)", nullptr, int(order.payments.size() - itemsShown))});
    if (one)
        return;
    for (const OrderItem &item : order.items.first(qMin(itemsShown, order.items.size())))
        add({FactText::Kind::Item,
             itemName(item),
             {},
             item.price ? format::money(*item.price) : QString()});
    if (order.items.size() > itemsShown)
        add({FactText::Kind::Item,
             tr("%n more item(s)", nullptr, int(order.items.size() - itemsShown))});
}

void OrderList::setOrders(const QList<Order> &orders)
{
    if (orders == m_orders)
        return;
    m_orders = orders;
    clear();
    for (const Order &order : orders.first(qMin(ordersShown, orders.size())))
        addOrder(order);
    if (orders.size() > ordersShown)
        addQuiet(tr("%n more order(s)", nullptr, int(orders.size() - ordersShown)));
}

void ContactList::addContact(const ConversationId &id, const ContactText &text)
{
    auto *line = new ContactRow(m_look, text);
    connect(line, &QAbstractButton::clicked, this, [this, id] { Q_EMIT openRequested(id); });
    add(line);
}

EarlierContacts::EarlierContacts(const Look &look, const Clock &clock, QWidget *parent)
    : ContactList(look, parent)
    , m_clock(clock)
{ }

void EarlierContacts::setContacts(const QList<QueueRow> &rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    clear();
    for (const QueueRow &row : rows) {
        const bool bot = row.owner.id.isEmpty(); // no person had it
        const Instant at{row.place.waitingSince};
        const bool dated = at.ms > 0 && at.ms < PlaceKey::farFuture;
        addContact(
            row.id,
            {bot ? u"bot"_s : u"user"_s,
             dated ? format::when(at, m_clock.now(), QTimeZone::systemTimeZone()) : QString(),
             row.need});
    }
}

void SimilarCases::setCases(const QList<SimilarCase> &cases)
{
    if (cases == m_cases)
        return;
    m_cases = cases;
    clear();
    for (const SimilarCase &one : cases) {
        addContact(one.row.id,
                   {{},
                    QLocale().toString(one.likeness, 'f', 2),
                    one.row.need,
                    one.replies > 0 ? tr("%n repl(ies)", nullptr, one.replies) : tr("by the bot")});
    }
}

} // namespace baton::ui
