#include "app/console/QuietTour.h"

#include "core/desk/Desk.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

#include <array>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int withBot = 14;
constexpr qint64 minute = 60'000;

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

QByteArray packetOf(const QString &id, const QString &state, const QString &name,
                    const QString &text, Instant at)
{
    const QString when = toRfc3339(at);
    const QJsonObject message{{u"id"_s, QString(id + u"-m1"_s)},
                              {u"at"_s, when},
                              {u"from"_s, u"customer"_s},
                              {u"text"_s, text}};
    const QJsonObject whole{
        {u"packet"_s, u"baton-handoff/1"_s},
        {u"id"_s, id},
        {u"version"_s, 1},
        {u"channel"_s, u"chat"_s},
        {u"created_at"_s, when},
        {u"waiting_since"_s, when},
        {u"state"_s, state},
        {u"customer"_s, QJsonObject{{u"id"_s, QString(u"of-"_s + id)}, {u"name"_s, name}}},
        {u"messages"_s, QJsonArray{message}}};
    return QJsonDocument(whole).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

bool fillQuietFolder(const QString &folder, Instant now)
{
    QSaveFile file(folder + u"/packets.jsonl"_s);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        const Waiting &one = waiting[i];
        file.write(packetOf(waitingId(i), u"waiting"_s, QString::fromUtf16(one.name),
                            QString::fromUtf16(one.text), now + -one.minutes * minute));
    }
    for (int i = 0; i < withBot; ++i)
        file.write(packetOf(u"bot-%1"_s.arg(i), u"bot"_s, u"Customer %1"_s.arg(i + 1),
                            u"Where is my order?"_s, now + -(i + 1) * minute));
    return file.commit();
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
