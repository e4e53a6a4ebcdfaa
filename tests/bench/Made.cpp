#include "tests/bench/Made.h"

#include "core/packet/PacketWriter.h"

#include <QtCore/QCryptographicHash>

#include <array>

using namespace Qt::StringLiterals;

namespace baton::bench {

namespace {

constexpr qint64 start = 1763424000000; // 2025-11-18T00:00:00Z
constexpr int wordsInMessage = 30;

constexpr std::array firstNames
    = {"Ada",  "Amir",  "Bea",  "Carl", "Chen", "Dana", "Elif", "Femi",  "Greta", "Hugo",
       "Ines", "Jonas", "Kaya", "Lena", "Milo", "Nora", "Omar", "Priya", "Rosa",  "Tariq"};
constexpr std::array lastNames
    = {"Abel",  "Brandt", "Costa",  "Diaz", "Ek",     "Farah",  "Gold",  "Haas",  "Ito",   "Jansen",
       "Kowal", "Lind",   "Moreau", "Nagy", "Okafor", "Petrov", "Quist", "Rossi", "Silva", "Wong"};
constexpr std::array commonWords
    = {"the",    "my",       "order",    "is",      "not",    "here",   "and",     "I",
       "have",   "been",     "waiting",  "for",     "a",      "refund", "parcel",  "since",
       "card",   "payment",  "was",      "charged", "twice",  "please", "account", "can",
       "you",    "help",     "delivery", "late",    "return", "shoes",  "invoice", "address",
       "change", "cancel",   "still",    "no",      "answer", "from",   "the",     "bot",
       "coupon", "password", "reset",    "email",   "never",  "arrived"};
constexpr std::array syllables
    = {"ba",  "cor", "del", "fin", "gar", "hol", "jun", "kem", "lor", "mas",
       "nep", "ost", "pir", "qua", "rus", "sel", "tam", "ulm", "vex", "zon"};

/// SplitMix64 (Steele, Lea and Flood 2014).
class Numbers
{
public:
    explicit Numbers(quint64 seed)
        : m_state(seed)
    { }

    int below(int n)
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return int((z ^ (z >> 31)) % quint64(n));
    }
    template <size_t n>
    QLatin1StringView of(const std::array<const char *, n> &words)
    {
        return QLatin1StringView(words[size_t(below(int(n)))]);
    }

private:
    quint64 m_state;
};

/// Four in five words are common ones, the rest of 8,000 rare ones.
QString sentence(Numbers &numbers)
{
    QString out;
    out.reserve(wordsInMessage * 7);
    for (int i = 0; i < wordsInMessage; ++i) {
        if (i > 0)
            out += u' ';
        if (numbers.below(5) > 0)
            out += numbers.of(commonWords);
        else
            out += numbers.of(syllables) + numbers.of(syllables) + numbers.of(syllables);
    }
    return out;
}

} // namespace

Conversation madeConversation(int number, int messages)
{
    Numbers numbers{quint64(number)};
    Conversation c;
    c.id = ConversationId(u"made-%1"_s.arg(number));
    c.version = 1;
    c.channel = Channel(numbers.below(6));
    c.state = State::Waiting;
    c.createdAt = {start + qint64(numbers.below(86'400)) * 1000};
    c.handedOffAt = c.createdAt + 60'000;
    c.waitingSince = c.handedOffAt;
    c.customer.id = CustomerId(u"cust-%1"_s.arg(numbers.below(number + 1)));
    c.customer.name = numbers.of(firstNames) + u' ' + numbers.of(lastNames);
    c.customer.value = ValueTier(numbers.below(4));
    Order order;
    order.id = u"NW-%1"_s.arg(10'000 + number);
    c.customer.orders = {order};
    c.subject = numbers.of(commonWords) + u' ' + numbers.of(commonWords)
        + u" order NW-%1"_s.arg(10'000 + number);
    c.messages.reserve(messages);
    for (int i = 0; i < messages; ++i) {
        Message m;
        m.id = MessageId(u"m%1"_s.arg(i));
        m.at = c.createdAt + i * 30'000;
        m.from = Sender::Customer;
        m.text = sentence(numbers);
        c.messages += m;
    }
    return c;
}

packet::Packet madePacket(int number, int messages)
{
    packet::Packet packet;
    packet.conversation = madeConversation(number, messages);
    packet.line = packet::write(packet.conversation);
    packet.hash = QCryptographicHash::hash(packet.line, QCryptographicHash::Sha256);
    return packet;
}

} // namespace baton::bench
