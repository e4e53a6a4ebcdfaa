#include "Planter.h"

#include "core/facts/Days.h"
#include "core/facts/Facts.h"
#include "core/packet/LineSource.h"
#include "core/packet/Packet.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

namespace {

constexpr int kinds = 12;
const std::array<const char *, kinds> kindNames{"order number", "amount",  "date",  "time",
                                                "card tail",    "e-mail",  "phone", "address",
                                                "IBAN",         "product", "tried", "promise"};

/// The first packets of each set.
QList<Conversation> someConversations(int each)
{
    QList<Conversation> all;
    const packet::Reader reader;
    const QDir folder(QStringLiteral(BATON_SHARED_DATA "/packets"));
    for (const QString &name : folder.entryList({u"*.jsonl.gz"_s}, QDir::Files, QDir::Name)) {
        auto source = packet::LineSource::open(folder.filePath(name));
        if (!source)
            continue;
        int left = each;
        while (left > 0 && (*source)->next() == packet::LineSource::Next::Line) {
            packet::Reading reading = reader.read((*source)->line());
            if (reading && !reading.packet().conversation.messages.isEmpty()) {
                all.append(reading.packet().conversation);
                --left;
            }
        }
    }
    return all;
}

} // namespace

/// Facts that a generator plants into real messages: how many are read, and how much of what is
/// read in the planted words is what was planted there.
class PlantedFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_conversations = someConversations(120);
        if (m_conversations.isEmpty())
            QSKIP("../shared/data/packets is not there");
    }

    void plantedFactsAreRead()
    {
        constexpr int rounds = 300;
        Planter planter(20'251'118);
        for (int kind = 0; kind < kinds; ++kind) {
            for (int round = 0; round < rounds; ++round)
                plantOne(planter, FactKind(kind), Planter::Tongue(round % 3));
        }
        for (int kind = 0; kind < kinds; ++kind) {
            const Count &count = m_counts[size_t(kind)];
            qInfo("%-12s recall %5.1f  precision %5.1f  (n %d)", kindNames[size_t(kind)],
                  100.0 * count.found / count.planted,
                  100.0 * count.found / std::max(1, count.found + count.wrong), count.planted);
        }
        for (int kind = 0; kind < kinds; ++kind) {
            const Count &count = m_counts[size_t(kind)];
            QVERIFY2(count.found * 100 >= count.planted * 85, kindNames[size_t(kind)]);
            QVERIFY2(count.found * 100 >= (count.found + count.wrong) * 90,
                     kindNames[size_t(kind)]);
        }
    }

    void whatOnlyLooksLikeAFactIsNone()
    {
        constexpr int rounds = 1'000;
        Planter planter(20'251'119);
        int wrong = 0;
        for (int round = 0; round < rounds; ++round) {
            const QString decoy = planter.decoy();
            const auto [conversation, begin] = withSentence(planter, decoy, Sender::Customer);
            for (const Fact &fact : within(conversation, begin, decoy.size())) {
                ++wrong;
                if (wrong <= 20)
                    qInfo("%s in: %s", kindNames[size_t(fact.kind)], qPrintable(decoy));
            }
        }
        qInfo("%d facts in %d sentences without one", wrong, rounds);
        QVERIFY(wrong * 100 <= rounds * 3);
    }

private:
    struct Count
    {
        int planted = 0;
        int found = 0;
        int wrong = 0; ///< read as this kind where another was planted
    };

    /// A conversation with the sentence in one of its messages, and where it begins there.
    std::pair<Conversation, int> withSentence(Planter &planter, const QString &sentence, Sender by)
    {
        Conversation conversation
            = m_conversations[qsizetype(planter.below(size_t(m_conversations.size())))];
        Message &message
            = conversation.messages[qsizetype(planter.below(size_t(conversation.messages.size())))];
        message.from = by;
        message.id = MessageId(u"planted"_s);
        QString text = message.text.left(2'000);
        if (!text.isEmpty() && !u".!?\n"_s.contains(text.back()))
            text += u'.';
        text += text.isEmpty() ? QString() : u" "_s;
        const int begin = int(text.size());
        message.text = text + sentence;
        return {conversation, begin};
    }
    static QList<Fact> within(const Conversation &conversation, qsizetype begin, qsizetype length)
    {
        QList<Fact> found;
        const QList<Fact> all = facts::factsOf(conversation);
        for (const Fact &fact : all) {
            if (fact.said.message.text() == u"planted"_s && fact.field.isEmpty()
                && fact.said.end > begin && fact.said.begin < begin + length)
                found.append(fact);
        }
        return found;
    }

    void plantOne(Planter &planter, FactKind kind, Planter::Tongue tongue)
    {
        // The packet first, since its orders and time are in the words.
        auto [conversation, at] = withSentence(
            planter, {}, kind == FactKind::Promise ? Sender::Agent : Sender::Customer);
        conversation.locale = tongue == Planter::English ? u"en-GB"_s
            : tongue == Planter::German                  ? u"de-DE"_s
                                                         : u"es-ES"_s;
        conversation.customer.timeZone
            = tongue == Planter::English ? u"Europe/London"_s : u"Europe/Berlin"_s;
        if (kind == FactKind::Product && conversation.customer.orders.isEmpty())
            conversation.customer.orders
                = {{u"LF-1"_s, {}, {}, {}, {{u"Floor lamp Tarn"_s, 1, {}}}}};
        const auto message
            = std::find_if(conversation.messages.begin(), conversation.messages.end(),
                           [](const Message &one) { return one.id.text() == u"planted"_s; });
        const QDate today
            = facts::writtenAt(message->at, facts::zoneOf(conversation), conversation.locale).day;
        const Planted planted = planter.plant(kind, tongue, today, conversation);
        message->text += planted.sentence;
        ++m_counts[size_t(kind)].planted;
        bool found = false;
        for (const Fact &fact : within(conversation, at, planted.sentence.size())) {
            const bool same = fact.kind == kind
                && (planted.value.isEmpty() || QString(fact.value).remove(u'#') == planted.value);
            found = found || same;
            // A promise has its time in it.
            const bool part = kind == FactKind::Promise || fact.kind == FactKind::Product
                || fact.kind == FactKind::Tried;
            if (!same && !part)
                note(fact, planted);
        }
        m_counts[size_t(kind)].found += found ? 1 : 0;
        if (!found && ++m_missed[size_t(kind)] <= 4)
            qInfo("missed %s \"%s\": %s", kindNames[size_t(kind)], qPrintable(planted.value),
                  qPrintable(planted.sentence));
    }
    void note(const Fact &fact, const Planted &planted)
    {
        Count &count = m_counts[size_t(fact.kind)];
        if (++count.wrong <= 4)
            qInfo("read %s \"%s\" in: %s", kindNames[size_t(fact.kind)], qPrintable(fact.value),
                  qPrintable(planted.sentence));
    }

    QList<Conversation> m_conversations;
    std::array<Count, kinds> m_counts{};
    std::array<int, kinds> m_missed{};
};

BATON_TEST(PlantedFactsTest)
#include "PlantedFactsTest.moc"
