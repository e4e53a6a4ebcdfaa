#pragma once

#include "core/domain/Tags.h"
#include "core/store/Store.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

namespace baton::store {

/// A clock that stands where it is put.
class StillClock final : public Clock
{
public:
    Instant now() const override { return {ms.load()}; }
    qint64 steadyMs() const override { return ms.load(); }
    std::atomic<qint64> ms{1'770'000'000'000};
};

/// Waits for a future of the store; safe, since the work runs on the store's own threads.
template <class T>
T get(QFuture<T> future)
{
    future.waitForFinished();
    if (QThread::currentThread() == QCoreApplication::instance()->thread())
        QCoreApplication::processEvents(); // what the store had to tell before that
    return future.takeResult();
}
/// The value of a call that must succeed.
template <class T>
T value(QFuture<Result<T>> future)
{
    Result<T> result = get(std::move(future));
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().subject), qPrintable(result.error().detail));
    return *std::move(result);
}
inline void done(QFuture<Result<void>> future)
{
    const Result<void> result = get(std::move(future));
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().subject), qPrintable(result.error().detail));
}

struct Said
{
    QString id;
    QString from;
    QString text;
    qint64 at = 0; ///< minutes after noon
};

/// A packet in the making; what is not set has a plain default.
struct Made
{
    QString id = QStringLiteral("c1");
    int version = 1;
    QString state = QStringLiteral("waiting");
    QString owner = {};
    QString customer = QStringLiteral("u1");
    QString name = QStringLiteral("Mara Lindqvist");
    QString subject = QStringLiteral("Where is my parcel?");
    QString order = {};
    QString snoozedUntil = {};
    int waitingMinute = 0;
    QList<Said> messages{{QStringLiteral("m1"), QStringLiteral("customer"),
                          QStringLiteral("Hello, my parcel is late"), 0}};
    QString channel = QStringLiteral("chat");
    QString contact = {};
    QStringList tags = {};

    static QString minute(qint64 minutes)
    {
        return toRfc3339({1'770'000'000'000 / 60000 * 60000 + minutes * 60000});
    }
    QByteArray line() const
    {
        QJsonArray said;
        for (const Said &m : messages) {
            said.append(QJsonObject{{QStringLiteral("id"), m.id},
                                    {QStringLiteral("at"), minute(m.at)},
                                    {QStringLiteral("from"), m.from},
                                    {QStringLiteral("text"), m.text}});
        }
        QJsonObject person{{QStringLiteral("id"), customer}, {QStringLiteral("name"), name}};
        if (!contact.isEmpty())
            person.insert(QStringLiteral("contact"), contact);
        if (!order.isEmpty())
            person.insert(QStringLiteral("orders"),
                          QJsonArray{QJsonObject{{QStringLiteral("id"), order}}});
        QJsonObject packet{{QStringLiteral("packet"), QStringLiteral("baton-handoff/1")},
                           {QStringLiteral("id"), id},
                           {QStringLiteral("version"), version},
                           {QStringLiteral("channel"), channel},
                           {QStringLiteral("subject"), subject},
                           {QStringLiteral("created_at"), minute(waitingMinute)},
                           {QStringLiteral("handed_off_at"), minute(waitingMinute)},
                           {QStringLiteral("waiting_since"), minute(waitingMinute)},
                           {QStringLiteral("state"), state},
                           {QStringLiteral("customer"), person},
                           {QStringLiteral("messages"), said}};
        if (!tags.isEmpty())
            packet.insert(QStringLiteral("tags"), QJsonArray::fromStringList(tags));
        if (!owner.isEmpty())
            packet.insert(
                QStringLiteral("owner"),
                QJsonObject{{QStringLiteral("id"), owner}, {QStringLiteral("name"), owner}});
        if (!snoozedUntil.isEmpty())
            packet.insert(QStringLiteral("snoozed_until"), snoozedUntil);
        return QJsonDocument(packet).toJson(QJsonDocument::Compact);
    }
    Incoming incoming() const
    {
        static thread_local const packet::Reader reader;
        packet::Reading reading = reader.read(line());
        if (!reading)
            qFatal("%s", qPrintable(reading.rejection().toString()));
        return {std::move(reading.packet()), QStringLiteral("test.jsonl"), 1};
    }
};

/// Enough of a reconcile for the store's own tests: claim, close, snooze and replies, by sequence.
inline Conversation plainReconcile(const Conversation &upstream, const QList<OutboxEntry> &acts)
{
    Conversation shown = upstream;
    for (const OutboxEntry &entry : acts) {
        const Act &act = entry.act;
        switch (act.kind) {
        case ActKind::Claim:
            shown.owner = act.agent;
            shown.state = State::Claimed;
            break;
        case ActKind::Release:
            shown.owner.reset();
            shown.state = State::Waiting;
            break;
        case ActKind::Close:
            shown.state = State::Closed;
            break;
        case ActKind::Snooze:
            shown.state = State::Snoozed;
            shown.snoozedUntil = act.until;
            break;
        case ActKind::Reply:
        case ActKind::Note: {
            Message message;
            message.id = MessageId(act.key.text());
            message.at = act.at;
            message.from = Sender::Agent;
            message.author = act.agent;
            message.text = act.text;
            shown.messages.append(message);
            break;
        }
        case ActKind::Tag:
            shown.tags = withTags(shown.tags, act.tagsAdded, act.tagsRemoved);
            break;
        case ActKind::Transfer:
            shown.queue = act.toQueue;
            break;
        }
    }
    return shown;
}

/// "invoice" in the subject is for people only; "furious" is a mood, "unsure" a doubtful reading.
inline JudgedLine plainLine(const Conversation &conversation)
{
    JudgedLine line;
    line.route = conversation.subject.contains(QLatin1StringView("invoice")) ? Route::Escalate
                                                                             : Route::Assist;
    line.intent
        = line.route == Route::Escalate ? QStringLiteral("invoice") : QStringLiteral("parcel");
    line.confidence = conversation.subject.contains(QLatin1StringView("unsure")) ? 0.3 : 0.9;
    if (conversation.subject.contains(QLatin1StringView("furious")))
        line.mood = 1;
    return line;
}

/// Due ten minutes after waiting began; "urgent" in the subject comes first.
inline Placement plainPlace(const Conversation &conversation,
                            const std::optional<JudgedLine> &judged = {})
{
    Placement placement;
    const Instant since = conversation.waitingSince.value_or(conversation.createdAt);
    placement.sla = {SlaState::Running, SlaSource::Unanswered, since, since + 600'000};
    placement.key.safety = conversation.subject.contains(QLatin1StringView("urgent")) ? 0 : 1;
    placement.key.dueFloor = placement.sla.due->ms / 300'000 * 300'000;
    placement.key.waitingSince = since.ms;
    placement.key.tier = judged && judged->route == Route::Escalate ? 0 : 1;
    placement.queue = QueueId(QStringLiteral("general"));
    return placement;
}

/// The first message is all of it: two texts are the same or have nothing in common, but for the
/// end of one that begins with "nearly".
inline Kinship plainKinship()
{
    return {[](const Conversation &conversation) {
                const QByteArray text = conversation.messages.isEmpty()
                    ? QByteArray()
                    : conversation.messages.first().text.toUtf8();
                return text.size() < 12 ? Sketch() : Sketch{text, {text.first(12).at(0), 7}};
            },
            [](const QByteArray &a, const QByteArray &b, bool sameIntent) {
                if (a == b)
                    return 1.0;
                return sameIntent && a.startsWith("nearly") && b.startsWith("nearly") ? 0.7 : 0.0;
            },
            {}};
}

inline const Agent ana{AgentId(QStringLiteral("ana")), QStringLiteral("Ana Ruiz"), Role::Agent};

/// A profile in a folder of its own, which can be closed and opened again.
class Profile
{
public:
    Profile() { open(); }

    Paths paths() const
    {
        return {m_folder.filePath(QStringLiteral("data")),
                m_folder.filePath(QStringLiteral("state"))};
    }
    Rules rules() const { return {plainReconcile, plainPlace, ana, plainKinship()}; }
    Result<std::unique_ptr<Store>> tryOpen(Access access = Access::ReadWrite)
    {
        return Store::open(paths(), access, rules(), clock);
    }
    void open()
    {
        auto opened = tryOpen();
        if (!opened)
            qFatal("%s: %s", qPrintable(opened.error().subject), qPrintable(opened.error().detail));
        m_store = *std::move(opened);
        if (m_judgedBy != 0)
            judgesBy(m_judgedBy);
    }
    /// From now on, after a reopen too; gives how many were read anew.
    int judgesBy(qint64 by)
    {
        m_judgedBy = by;
        return value(m_store->setJudge({[this](const Conversation &c) {
                                            ++judged;
                                            return Reading{plainLine(c), {}};
                                        },
                                        by}));
    }
    void forgetsTheJudge() { m_judgedBy = 0; }
    std::atomic<int> judged{0}; ///< how often the judge was asked
    void close() { m_store.reset(); }
    void reopen()
    {
        close();
        open();
    }
    Store *operator->() const { return m_store.get(); }
    Store &store() const { return *m_store; }

    ApplyReport takes(const QList<Made> &made, Origin origin = Origin::Upstream)
    {
        QList<Incoming> packets;
        for (const Made &one : made)
            packets.append(one.incoming());
        return value(m_store->apply(packets, origin));
    }
    NewAct act(ActKind kind, const QString &conversation = QStringLiteral("c1"),
               const QString &text = {}) const
    {
        NewAct made;
        made.act.conversation = ConversationId(conversation);
        made.act.kind = kind;
        made.act.agent = ana.person();
        made.act.at = clock.now();
        made.act.text = text;
        made.notBefore = clock.now() + 8000;
        return made;
    }
    OutboxEntry does(ActKind kind, const QString &conversation = QStringLiteral("c1"),
                     const QString &text = {})
    {
        return value(m_store->record({act(kind, conversation, text)})).first();
    }
    void types(const QString &text, DraftKind kind = DraftKind::Reply,
               const QString &conversation = QStringLiteral("c1"))
    {
        done(m_store->saveDraft({ConversationId(conversation), kind, text, {}, clock.now()}));
    }
    QueueQuery query(QueueView view) const { return {view, ana.id, {clock.now().ms + 1'800'000}}; }
    QStringList shown(QueueView view)
    {
        QStringList ids;
        for (const QueueRow &row : value(m_store->firstRows(query(view), 1000)))
            ids.append(row.id.text());
        return ids;
    }
    /// By all the row numbers of the view.
    QStringList arranged(QueueView view, const QueueFilter &filter,
                         QueueSort sort = QueueSort::Deadline)
    {
        QueueQuery asked = query(view);
        asked.filter = filter;
        asked.sort = sort;
        const auto rows = value(m_store->ids(asked)).rows;
        QStringList ids;
        for (const QueueRow &row : value(m_store->rows(QList<qint64>(rows->begin(), rows->end()))))
            ids.append(row.id.text());
        return ids;
    }
    QStringList found(const QString &text, const QueueFilter &filter = {})
    {
        QStringList ids;
        for (const QueueRow &row : value(m_store->searchRows(text, 1000, filter)))
            ids.append(row.id.text());
        return ids;
    }
    ConversationRecord record(const QString &id = QStringLiteral("c1"))
    {
        return value(m_store->conversation(ConversationId(id)));
    }
    QStringList drafts(const QString &id = QStringLiteral("c1"))
    {
        QStringList texts;
        for (const TypedDraft &draft : value(m_store->drafts(ConversationId(id))))
            texts.append(draft.text);
        return texts;
    }

    StillClock clock;

private:
    qint64 m_judgedBy = 0;
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
};

} // namespace baton::store
