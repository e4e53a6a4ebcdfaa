#include "core/knowledge/Query.h"

#include "core/base/Text.h"
#include "core/facts/Facts.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

constexpr int longestPart = 600; // UTF-16 units
constexpr qsizetype longestRead = 2 * longestPart;
constexpr int mostMessages = 3; // of the customer
constexpr double fade = 0.6;    // of a message's weight, for each one after it
constexpr double intentWeight = 2;

constexpr double productWeight = 0.5;
constexpr qsizetype mostProducts = 2;

/// What no document knows is asked for as what it is.
QString wordFor(FactKind kind)
{
    switch (kind) {
    case FactKind::OrderNumber:
        return u"order"_s;
    case FactKind::CardTail:
        return u"card"_s;
    case FactKind::Email:
        return u"e-mail address"_s;
    case FactKind::Phone:
        return u"phone number"_s;
    case FactKind::Address:
        return u"address"_s;
    case FactKind::Iban:
        return u"bank account"_s;
    case FactKind::Amount:
    case FactKind::Date:
    case FactKind::Time:
    case FactKind::Product:
    case FactKind::Tried:
    case FactKind::Promise:
        break;
    }
    return {};
}

bool isWanted(const Fact &fact)
{
    return fact.kind == FactKind::Product || fact.kind == FactKind::Tried
        || fact.kind == FactKind::Promise || !fact.field.isEmpty();
}

QList<QString> productsIn(const Conversation &conversation)
{
    QList<QString> names;
    const QList<Fact> all = facts::ofKind(facts::factsOf(conversation), FactKind::Product);
    for (const Fact &fact : all) {
        if (fact.by == Sender::Customer && !names.contains(fact.value))
            names.append(fact.value);
    }
    return names.mid(std::max<qsizetype>(0, names.size() - mostProducts));
}

} // namespace

QString searchWords(const QString &text, const QList<Order> &orders)
{
    static const QRegularExpression code(u"\\S*\\d{5,}\\S*"_s);
    Conversation one;
    one.customer.orders = orders;
    one.messages.append(Message{});
    one.messages.front().text = text;
    QString words = text;
    const QList<Fact> facts = facts::factsOf(one);
    for (auto fact = facts.crbegin(); fact != facts.crend(); ++fact) {
        if (!isWanted(*fact))
            words.replace(fact->said.begin, fact->said.end - fact->said.begin, wordFor(fact->kind));
    }
    return words.replace(code, {});
}

Query queryFor(const Conversation &conversation, const Signals &signs)
{
    Query query;
    const auto add = [&](const QString &text, double weight) {
        const QString part = text::firstWords(
            searchWords(text.left(longestRead), conversation.customer.orders), longestPart);
        if (!part.isEmpty())
            query.parts.append({part, weight});
    };
    const bool says = conversation.handoff && !conversation.handoff->need.isEmpty();
    add(says ? conversation.handoff->need : conversation.subject, 1);
    double weight = 1;
    int messages = 0;
    for (auto m = conversation.messages.crbegin();
         m != conversation.messages.crend() && messages < mostMessages; ++m) {
        if (m->from != Sender::Customer || m->visibility != Visibility::Public
            || m->presence != Presence::Present || m->text.isEmpty())
            continue;
        add(m->text, weight);
        weight *= fade;
        ++messages;
    }
    for (const QString &product : productsIn(conversation))
        query.parts.append({product, productWeight});
    if (!signs.intent.name.isEmpty()) {
        add(QString(signs.intent.name).replace(u'_', u' '), intentWeight);
        query.intents.append(signs.intent.name);
    }
    return query;
}

} // namespace baton::knowledge
