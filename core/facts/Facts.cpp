#include "core/facts/Facts.h"

#include "core/base/PersonalData.h"
#include "core/base/Text.h"
#include "core/facts/Asks.h"
#include "core/facts/Codes.h"
#include "core/facts/Days.h"
#include "core/facts/Places.h"
#include "core/facts/Promises.h"
#include "core/facts/Tried.h"
#include "core/signals/Plain.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::facts {

namespace {

QStringList productsOf(const Conversation &conversation)
{
    QStringList names;
    for (const Order &order : conversation.customer.orders) {
        for (const OrderItem &item : order.items)
            names += item.name;
    }
    return names;
}

QString moneyText(const Figure &figure)
{
    constexpr double one = 10'000;
    const QString low = QString::number(double(figure.low) / one, 'f', 2);
    const QString amount = figure.low == figure.high
        ? low
        : low + u'-' + QString::number(double(figure.high) / one, 'f', 2);
    return amount + u' ' + QString::fromLatin1(figure.unit);
}

class FactReader
{
public:
    explicit FactReader(const Conversation &conversation)
        : m_conversation(conversation)
        , m_zone(zoneOf(conversation))
        , m_orders(conversation.customer.orders)
        , m_products(productsOf(conversation))
    { }

    QList<Fact> run()
    {
        readFields();
        for (const Message &message : m_conversation.messages) {
            if (message.presence != Presence::Present || message.from == Sender::System)
                continue;
            if (m_facts.size() >= mostFacts)
                break;
            read(message);
        }
        m_facts.resize(std::min(m_facts.size(), mostFacts));
        return std::move(m_facts);
    }

private:
    void read(const Message &message)
    {
        m_message = &message;
        m_text = QStringView(message.text).first(std::min(message.text.size(), longestText));
        m_plain = signs::plain(m_text);
        m_found.clear();
        readPersonal();
        readPlaces();
        readCodes();
        readFigures();
        for (const Named &product : m_products.in(m_plain))
            add(FactKind::Product, product.place.begin, product.place.end, product.value);
        if (message.from == Sender::Customer)
            m_found += triedIn(message, m_plain);
        else if (message.visibility == Visibility::Public)
            m_found += promisesIn(message, m_plain, m_zone, m_conversation.locale);
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const Fact &a, const Fact &b) { return a.said.begin < b.said.begin; });
        m_facts += m_found;
        noteQuestions();
    }

    void noteQuestions()
    {
        if (m_message->visibility != Visibility::Public)
            return;
        m_asked.clear();
        if (m_message->from == Sender::Customer)
            return;
        for (const text::Stretch &stretch : text::sentenceStretches(m_text)) {
            for (const Asked one :
                 askedIn(m_text.sliced(stretch.begin, stretch.end - stretch.begin)))
                m_asked.push_back(one);
        }
    }
    /// Whether the last words of the other side asked for it.
    bool asked(Asked what) const
    {
        return m_message->from == Sender::Customer
            && std::find(m_asked.begin(), m_asked.end(), what) != m_asked.end();
    }

    void add(FactKind kind, qsizetype begin, qsizetype end, const QString &value)
    {
        m_found.append(
            {kind,
             value,
             {m_message->id, int(begin), int(end), m_text.sliced(begin, end - begin).toString()},
             {},
             m_message->from,
             m_message->at,
             {}});
    }
    bool isFree(int begin, int end) const
    {
        return std::none_of(m_found.begin(), m_found.end(), [&](const Fact &fact) {
            return begin < fact.said.end && fact.said.begin < end;
        });
    }
    void addFree(FactKind kind, const Hit &place, const QString &value)
    {
        if (isFree(place.begin, place.end))
            add(kind, place.begin, place.end, value);
    }

    void readPersonal()
    {
        using text::Personal;
        for (const text::PersonalStretch &one : text::personalDataIn(m_text)) {
            switch (one.kind) {
            case Personal::Email:
                add(FactKind::Email, one.begin, one.end, one.value);
                break;
            case Personal::Phone:
                add(FactKind::Phone, one.begin, one.end, one.value);
                break;
            case Personal::Card:
                add(FactKind::CardTail, one.begin, one.end, one.value);
                m_found.back().said.text = text::masked(one.kind, one.value);
                break;
            case Personal::Iban:
                add(FactKind::Iban, one.begin, one.end, one.value);
                break;
            }
        }
    }

    void readPlaces()
    {
        const bool bare = asked(Asked::Postcode) || asked(Asked::Address);
        for (const Hit &place : placesIn(m_text, m_plain, bare)) {
            const QString said = m_text.sliced(place.begin, place.end - place.begin).toString();
            addFree(FactKind::Address, place, text::folded(said).toLower());
        }
    }

    void readCodes()
    {
        for (const Named &one : m_orders.in(m_text, m_plain, asked(Asked::OrderNumber))) {
            // What is called an order's number is no phone's.
            m_found.removeIf([&](const Fact &fact) {
                return fact.kind == FactKind::Phone && fact.said.begin == one.place.begin;
            });
            addFree(FactKind::OrderNumber, one.place, one.value);
        }
        for (const Named &one : cardTailsIn(m_text, m_plain, asked(Asked::CardTail)))
            addFree(FactKind::CardTail, one.place, one.value);
    }

    void readFigures()
    {
        const Written written = writtenAt(m_message->at, m_zone, m_conversation.locale);
        for (const Figure &figure : figuresIn(m_text, written)) {
            const Hit place{figure.begin, figure.end, figure.begin, figure.end};
            if (figure.kind == FigureKind::Amount)
                addFree(FactKind::Amount, place, moneyText(figure));
            else if (figure.kind == FigureKind::Time && figure.low >= 0)
                addFree(FactKind::Time, place,
                        QTime::fromMSecsSinceStartOfDay(int(figure.low % (24 * 60) * minuteMs))
                            .toString(u"HH:mm"_s));
            else if (const QDate day = dayMeant(figure, m_plain, written); day.isValid())
                addFree(FactKind::Date, place, day.toString(Qt::ISODate));
            else if (isAskedPhone(figure))
                addFree(FactKind::Phone, place,
                        m_text.sliced(figure.begin, figure.end - figure.begin).toString());
        }
    }
    /// "6730536166", after "What is your phone number?".
    bool isAskedPhone(const Figure &figure) const
    {
        const QByteArray said = m_plain.mid(figure.begin, figure.end - figure.begin);
        return asked(Asked::Phone) && said.size() >= 7 && said.size() <= 15
            && std::all_of(said.begin(), said.end(), [](char c) { return c >= '0' && c <= '9'; });
    }

    void addField(FactKind kind, const QString &field, const QString &value, const QString &said)
    {
        if (!value.isEmpty())
            m_facts.append({kind,
                            value,
                            {{}, 0, 0, said},
                            field,
                            Sender::System,
                            m_conversation.createdAt,
                            {}});
    }
    void addContact(const QString &field, const QString &said, bool phone)
    {
        const auto found = text::personalDataIn(said);
        if (!found.empty() && found.front().kind == text::Personal::Email)
            addField(FactKind::Email, field, found.front().value, said);
        else if (!found.empty() && found.front().kind == text::Personal::Phone)
            addField(FactKind::Phone, field, found.front().value, said);
        else if (phone
                 && std::count_if(said.begin(), said.end(), [](QChar c) { return c.isDigit(); })
                     >= 7)
            addField(FactKind::Phone, field, said, said);
    }

    void readFields()
    {
        const Customer &customer = m_conversation.customer;
        addContact(u"customer.contact"_s, customer.contact, true);
        for (const Attribute &attribute : customer.attributes) {
            const QString field = u"customer.attributes."_s + attribute.name;
            const QString name = attribute.name.toLower();
            if (name.contains("mail"_L1) || name.contains("phone"_L1))
                addContact(field, attribute.value, name.contains("phone"_L1));
            else if (name.contains("address"_L1) || name.contains("postcode"_L1)
                     || name.contains("zip"_L1))
                addField(FactKind::Address, field, text::folded(attribute.value).toLower(),
                         attribute.value);
            else
                for (const Named &tail :
                     cardTailsIn(attribute.value, signs::plain(attribute.value), false))
                    addField(FactKind::CardTail, field, tail.value, attribute.value);
        }
        for (qsizetype i = 0; i < customer.orders.size(); ++i)
            addField(FactKind::OrderNumber, u"customer.orders/%1"_s.arg(i), customer.orders[i].id,
                     customer.orders[i].id);
        const QList<Step> &steps = m_conversation.stepsTried;
        for (qsizetype i = 0; i < steps.size(); ++i) {
            if (steps[i].outcome == StepOutcome::Failed)
                addField(FactKind::Tried, u"steps_tried/%1"_s.arg(i), steps[i].what, steps[i].what);
        }
        const QList<Promise> &promises = m_conversation.promises;
        for (qsizetype i = 0; i < promises.size(); ++i) {
            if (!promises[i].text.isEmpty())
                addPromise(promises[i], u"promises/%1"_s.arg(i));
        }
    }
    void addPromise(const Promise &promise, const QString &field)
    {
        addField(FactKind::Promise, field, promise.text, promise.text);
        Fact &fact = m_facts.back();
        fact.due = promise.dueAt;
        fact.by = Sender::Bot;
        for (const Message &message : m_conversation.messages) {
            if (message.id == promise.message) {
                fact.said.message = message.id;
                fact.by = message.from;
                fact.at = message.at;
            }
        }
    }

    const Conversation &m_conversation;
    QByteArray m_zone;
    OrderNumbers m_orders;
    ProductNames m_products;
    const Message *m_message = nullptr;
    QStringView m_text;
    QByteArray m_plain;
    std::vector<Asked> m_asked;
    QList<Fact> m_found;
    QList<Fact> m_facts;
};

} // namespace

QList<Fact> factsOf(const Conversation &conversation)
{
    return FactReader(conversation).run();
}

QList<Fact> ofKind(const QList<Fact> &facts, FactKind kind)
{
    QList<Fact> out;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(out),
                 [kind](const Fact &fact) { return fact.kind == kind; });
    return out;
}

const Fact *given(const QList<Fact> &facts, FactKind kind,
                  const std::function<bool(const Fact &)> &holds)
{
    const Fact *best = nullptr;
    for (const Fact &fact : facts) {
        const bool said = fact.by == Sender::Customer;
        if (fact.kind == kind && (said || (!best && !fact.field.isEmpty()))
            && (!holds || holds(fact)))
            best = &fact;
    }
    return best;
}

} // namespace baton::facts
