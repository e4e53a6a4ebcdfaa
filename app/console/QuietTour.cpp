#include "app/console/QuietTour.h"

#include "core/base/WholeFile.h"
#include "core/desk/Desk.h"
#include "core/packet/PacketWriter.h"

#include <array>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int withBot = 14;

struct Waiting
{
    const char16_t *name;
    const char16_t *text;
    int minutes; ///< since it was written
};

constexpr std::array<Waiting, 7> waiting{{
    {u"Oskar Nyqvist", u"Can you send the invoice again with our VAT number?", 3},
    {u"Celeste Vanterpool", u"I gave the old address. Can it still be changed?", 5},
    {u"Yusuf Arslanbey", u"My parcel is marked as delivered, but it is not here.", 4},
    {u"Petra Kalnins", u"Could I have store credit instead?", 2},
    {u"Idris Bellweather", u"Which size should I take if I am between two?", 6},
    {u"Tove Lindmark", u"The voucher says that it is not valid in the app.", 4},
    {u"Henrik Solvang-Ruiz", u"Where is my refund?", 7},
}};

QString waitingId(std::size_t index)
{
    return u"quiet-%1"_s.arg(index);
}

QByteArray lineOf(const QString &id, State state, const QString &name, const QString &text,
                  Instant at)
{
    Message message;
    message.id = MessageId(id + u"-m1"_s);
    message.at = at;
    message.text = text;
    Conversation whole;
    whole.id = ConversationId(id);
    whole.version = 1;
    whole.createdAt = at;
    whole.waitingSince = at;
    whole.state = state;
    whole.customer.id = CustomerId(u"of-"_s + id);
    whole.customer.name = name;
    whole.messages = {message};
    return packet::write(whole) + '\n';
}

} // namespace

Result<void> fillQuietFolder(const QString &folder, Instant now)
{
    QByteArray lines;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        const Waiting &one = waiting[i];
        lines += lineOf(waitingId(i), State::Waiting, QString::fromUtf16(one.name),
                        QString::fromUtf16(one.text), now + -one.minutes * minuteMs);
    }
    for (int i = 0; i < withBot; ++i)
        lines += lineOf(u"bot-%1"_s.arg(i), State::Bot, u"Customer %1"_s.arg(i + 1),
                        u"Where is my order?"_s, now + -(i + 1) * minuteMs);
    return writeWhole(folder + u"/packets.jsonl"_s, lines);
}

bool answerTheQuiet(Desk &desk, const WaitUntil &until)
{
    QObject here; // for as long as this goes on
    ConversationSnapshot open;
    bool sent = false;
    bool empty = false;
    bool waits = true;
    QObject::connect(&desk, &Desk::conversationChanged, &here,
                     [&open](const ConversationSnapshot &now) { open = now; });
    QObject::connect(&desk, &Desk::sent, &here, [&sent] { sent = true; });
    QObject::connect(&desk, &Desk::queueChanged, &here, [&empty](const QueueSnapshot &queue) {
        empty = queue.complete && queue.rows && queue.rows->empty();
    });
    QObject::connect(&desk, &Desk::statusChanged, &here,
                     [&waits](const StatusSnapshot &status) { waits = status.outboxWaiting > 0; });
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        const ConversationId id(waitingId(i));
        if (!until("it is there", [&] {
                if (desk.openId() != id)
                    desk.open(id);
                return open.row.id == id;
            }))
            return false;
        desk.claim();
        if (!until("it is mine", [&] { return open.row.id == id && open.mine; }))
            return false;
        sent = false;
        desk.sendReply(u"Yes, it is done."_s, AfterSend::Close);
        if (!until("it is answered", [&sent] { return sent; }))
            return false;
    }
    return until("nothing waits any more", [&] { return empty && !waits; });
}

} // namespace baton
