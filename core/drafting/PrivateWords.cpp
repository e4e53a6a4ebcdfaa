#include "core/drafting/PrivateWords.h"

#include "core/base/Text.h"
#include "core/drafting/NameWords.h"
#include "core/drafting/Phrasing.h"
#include "core/drafting/PrivateParts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

constexpr qsizetype shortestKnown = 2;

/// Whether a field's name says that its value tells who somebody is.
bool namesPerson(const QString &field)
{
    static const QRegularExpression pattern(
        u"name|mail|phone|mobile|contact|address|street|city|town|zip|postal|birth|iban|account|card|login|user"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(field).hasMatch();
}

Private kindOfField(const QString &field)
{
    const QString low = field.toLower();
    if (low.contains("mail"_L1))
        return Private::Email;
    if (low.contains("phone"_L1) || low.contains("mobile"_L1))
        return Private::Phone;
    if (low.contains("name"_L1))
        return Private::Name;
    if (low.contains("iban"_L1))
        return Private::Iban;
    if (low.contains("card"_L1))
        return Private::Card;
    return low.contains("address"_L1) || low.contains("street"_L1) || low.contains("city"_L1)
        ? Private::Address
        : Private::Number;
}

/// "LF-204-117" is found as "lf 204 117" too.
QRegularExpression spellingOf(Private kind, const QString &value)
{
    QString pattern;
    const bool code = kind != Private::Name && kind != Private::Address;
    for (const QChar c : value) {
        if (c.isSpace() || (code && !c.isLetterOrNumber()))
            pattern += code ? u"[\\s\\-_./()]{0,2}"_s : u"\\s{1,3}"_s;
        else
            pattern += QRegularExpression::escape(QString(c));
    }
    return QRegularExpression(u"(?<![\\p{L}\\p{N}])"_s + pattern + u"(?![\\p{L}\\p{N}])"_s,
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::UseUnicodePropertiesOption);
}

void takeContacts(Taken &taken)
{
    static const QRegularExpression link(
        u"(?i)(?:\\b[a-z][a-z0-9+.-]{1,15}://[^\\s<>\"]+|\\bwww\\.[^\\s<>\"]+|(?<![\\p{L}\\p{N}@._-])(?:[a-z0-9-]{2,63}\\.){1,4}[a-z]{2,24}/[^\\s<>\"]*)"_s);
    static const QRegularExpression at(
        u"[^\\s<>(),;:\"'\\[\\]]+@[^\\s<>(),;:\"'\\[\\]]*[^\\s<>(),;:.!?\"'\\[\\]]"_s);
    static const QRegularExpression spelt(
        u"(?i)[\\p{L}\\p{N}._+-]+\\s?(?:[(\\[]\\s?at\\s?[)\\]]|\\sat\\s)\\s?[\\p{L}\\p{N}-]+(?:\\s?(?:[(\\[]\\s?dot\\s?[)\\]]|\\sdot\\s|\\.)\\s?[\\p{L}\\p{N}-]+){1,3}"_s);
    static const QRegularExpression handle(u"(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}_.]{2,40}"_s);
    taken.takeAll(Private::Link, link);
    taken.takeAll(Private::Email, at);
    if (taken.text.contains("at"_L1, Qt::CaseInsensitive)
        && taken.text.contains("dot"_L1, Qt::CaseInsensitive))
        taken.takeAll(Private::Email, spelt);
    taken.takeAll(Private::Name, handle);
}

} // namespace

bool Taken::isFree(qsizetype begin, qsizetype end) const
{
    for (qsizetype i = begin; i < end; ++i) {
        if (!isFree(i))
            return false;
    }
    return begin < end;
}

void Taken::keep(qsizetype begin, qsizetype end)
{
    std::fill(m_free.begin() + begin, m_free.begin() + end, false);
}

void Taken::take(Private kind, qsizetype begin, qsizetype end)
{
    if (begin >= end)
        return;
    m_taken.push_back({kind, begin, end});
    keep(begin, end);
}

void Taken::takeAll(Private kind, const QRegularExpression &pattern, int group)
{
    for (auto all = pattern.globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        if (isFree(match.capturedStart(group), match.capturedEnd(group)))
            take(kind, match.capturedStart(group), match.capturedEnd(group));
    }
}

void Taken::keepAll(const QRegularExpression &pattern)
{
    for (auto all = pattern.globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        if (isFree(match.capturedStart(), match.capturedEnd()))
            keep(match.capturedStart(), match.capturedEnd());
    }
}

std::vector<PrivateStretch> Taken::stretches() const
{
    std::vector<PrivateStretch> all = m_taken;
    std::sort(all.begin(), all.end(),
              [](const PrivateStretch &a, const PrivateStretch &b) { return a.begin < b.begin; });
    return all;
}

KnownPrivate::KnownPrivate(const Conversation &conversation, const Person &agent)
    : m_language(text::primaryLanguage(conversation.locale))
{
    const Customer &customer = conversation.customer;
    addName(customer.name);
    add(customer.contact.contains(u'@') ? Private::Email : Private::Phone, customer.contact);
    add(Private::Number, customer.id.text());
    for (const Attribute &attribute : customer.attributes) {
        if (!namesPerson(attribute.name))
            continue;
        const Private kind = kindOfField(attribute.name);
        if (kind == Private::Name)
            addName(attribute.value);
        else
            add(kind, attribute.value);
    }
    for (const Order &order : customer.orders) {
        add(Private::Order, order.id);
        for (const Payment &payment : order.payments)
            add(Private::Order, payment.id);
        for (const OrderItem &item : order.items) {
            for (const QString &word : item.name.toLower().split(u' ', Qt::SkipEmptyParts))
                m_products.insert(word);
        }
    }
    for (const Message &message : conversation.messages) {
        if (message.from != Sender::Bot && message.from != Sender::System)
            addName(message.author.name);
    }
    if (conversation.owner)
        addName(conversation.owner->name);
    addName(agent.name);
    std::stable_sort(m_all.begin(), m_all.end(), [](const Known &a, const Known &b) {
        return a.value.size() > b.value.size();
    });
}

void KnownPrivate::add(Private kind, const QString &value)
{
    const QString trimmed = value.trimmed();
    const bool known = std::any_of(m_all.begin(), m_all.end(),
                                   [&](const Known &one) { return one.value == trimmed; });
    if (trimmed.size() >= shortestKnown && trimmed.size() <= 300 && !known)
        m_all.push_back({kind, trimmed, spellingOf(kind, trimmed)});
}

/// Its parts too: "Maren" of "Maren Halvorsen".
void KnownPrivate::addName(const QString &name)
{
    add(Private::Name, name);
    for (const QString &part : name.split(u' ', Qt::SkipEmptyParts)) {
        const QString low = part.toLower();
        if (part.size() > shortestKnown && !isParticle(low) && !namesNobody(low))
            add(Private::Name, part);
    }
}

std::vector<PrivateStretch> privateIn(const QString &text, const KnownPrivate &known)
{
    Taken taken(text);
    // "[EMAIL_1]" of the customer's own writing would come back as somebody else's address.
    taken.takeAll(Private::Number, writtenMask());
    takeContacts(taken);
    for (const KnownPrivate::Known &one : known.all()) {
        const bool mayStand = one.kind != Private::Name
            || text.contains(QStringView(one.value).first(2), Qt::CaseInsensitive);
        if (mayStand)
            taken.takeAll(one.kind, one.spelling);
    }
    takeAddresses(taken);
    takeNumbers(taken, known);
    takeNames(taken, known);
    return taken.stretches();
}

} // namespace baton::drafting
