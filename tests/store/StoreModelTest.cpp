#include "StoreFixture.h"

#include "core/store/SearchIndex.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

namespace {

/// What the store must say, kept as plainly as can be.
struct Model
{
    struct Known
    {
        Conversation packet;
        QByteArray hash;
        QByteArray line;
        Origin origin = Origin::Upstream;
        QList<Message> withdrawn;
    };
    QStringList arrived; ///< by row number
    QMap<QString, Known> known;
    QList<OutboxEntry> acts;
    QMap<QString, QString> drafts; ///< id and kind
    QMap<QString, QString> seen;
    Instant now;

    static QString draftKey(const QString &id, DraftKind kind)
    {
        return id + (kind == DraftKind::Note ? u"/note"_s : u"/reply"_s);
    }

    void apply(const Incoming &incoming, Origin origin)
    {
        const Conversation &packet = incoming.packet.conversation;
        const QString id = packet.id.text();
        auto it = known.find(id);
        if (it == known.end()) {
            arrived.append(id);
            known.insert(id, {packet, incoming.packet.hash, incoming.packet.line, origin, {}});
            return;
        }
        if (origin == Origin::Upstream
            && !(packet.version == it->packet.version && incoming.packet.hash != it->hash))
            it->origin = origin;
        if (packet.version <= it->packet.version)
            return;
        for (const Message &old : it->packet.messages) {
            Message gone = old;
            gone.presence = Presence::Withdrawn;
            it->withdrawn.append(gone);
        }
        QList<Message> still;
        for (const Message &gone : it->withdrawn) {
            const auto same = [&](const Message &m) { return m.id == gone.id; };
            if (std::none_of(packet.messages.begin(), packet.messages.end(), same)
                && std::none_of(still.begin(), still.end(), same))
                still.append(gone);
        }
        it->withdrawn = still;
        it->packet = packet;
        it->hash = incoming.packet.hash;
        it->line = incoming.packet.line;
    }

    Conversation shown(const QString &id) const
    {
        Conversation united = known.value(id).packet;
        packet::unite(united, known.value(id).withdrawn);
        QList<OutboxEntry> mine;
        for (const OutboxEntry &entry : acts) {
            if (entry.act.conversation.text() == id && entry.status != ActStatus::Undone
                && entry.status != ActStatus::Discarded)
                mine.append(entry);
        }
        return plainReconcile(united, mine);
    }

    QStringList view(QueueView view, const QueueQuery &query) const
    {
        QList<std::pair<PlaceKey, QString>> sorted;
        QStringList archive;
        for (const QString &id : arrived) {
            const Conversation c = shown(id);
            const bool upstream = known[id].origin == Origin::Upstream;
            const bool awake
                = c.state == State::Snoozed && c.snoozedUntil && *c.snoozedUntil <= now;
            const bool open = c.state == State::Waiting || c.state == State::Claimed || awake;
            const bool mine = c.owner && c.owner->id == query.agent.text();
            Placement placement
                = plainPlace(c, upstream ? std::optional(plainLine(c)) : std::nullopt);
            placement.key.id = id;
            if (!upstream || c.state == State::Closed) {
                archive.prepend(id);
                continue;
            }
            if ((view == QueueView::AllWaiting && open)
                || (view == QueueView::Mine && mine && (open || c.state == State::Snoozed))
                || (view == QueueView::TierC && open && placement.key.tier == 0)
                || (view == QueueView::BreachingSoon && open && *placement.sla.due < query.soon))
                sorted.append({placement.key, id});
        }
        if (view == QueueView::Archive)
            return archive;
        std::sort(sorted.begin(), sorted.end(),
                  [](const auto &a, const auto &b) { return a.first < b.first; });
        QStringList ids;
        for (const auto &[key, id] : sorted)
            ids.append(id);
        return ids;
    }

    QStringList found(const QString &beginning) const
    {
        static const QRegularExpression between(u"[^a-z0-9]+"_s);
        QStringList ids;
        for (const QString &id : arrived) {
            const SearchDocument document = searchDocument(shown(id));
            const QString text
                = (document.customer + u' ' + document.subject + u' ' + document.body).toLower();
            const QStringList words = text.split(between);
            if (std::any_of(words.begin(), words.end(),
                            [&](const QString &w) { return w.startsWith(beginning); }))
                ids.prepend(id);
        }
        return ids;
    }
};

const QStringList &vocabulary()
{
    static const QStringList words
        = u"refund parcel late broken kettle invoice charged twice order delivery account "
          "urgent password address"_s.split(u' ');
    return words;
}

} // namespace

/// Random days at a desk, compared with the model after each step and after opening again.
class StoreModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theStoreSaysWhatTheModelSays()
    {
        const QByteArray given = qgetenv("BATON_SEED");
        seed = given.isEmpty() ? QRandomGenerator::global()->generate() : given.toUInt();
        qInfo() << "BATON_SEED =" << seed;
        random.seed(seed);
        Profile desk;
        desk.judgesBy(7);
        for (int step = 0; step < 250; ++step) {
            turn(desk);
            if (random.bounded(20) == 0)
                desk.reopen();
            if (step % 5 == 0)
                compare(desk);
            if (QTest::currentTestFailed())
                return;
        }
        desk.reopen();
        compare(desk);
        QVERIFY(!value(desk->verifyAudit()).firstBad);
        QCOMPARE(value(desk->health()).cacheProblem, QString());
    }

private:
    QString word() { return vocabulary().at(random.bounded(int(vocabulary().size()))); }
    QString conversation() { return u"c%1"_s.arg(random.bounded(25)); }

    Made packet()
    {
        static const QStringList states{u"bot"_s,     u"waiting"_s, u"waiting"_s,
                                        u"claimed"_s, u"snoozed"_s, u"closed"_s};
        Made made;
        made.id = conversation();
        made.version = 1 + random.bounded(6);
        made.state = states.at(random.bounded(int(states.size())));
        if (made.state == u"claimed"_s || made.state == u"snoozed"_s)
            made.owner = random.bounded(2) ? u"ana"_s : u"bo"_s;
        if (made.state == u"snoozed"_s)
            made.snoozedUntil = Made::minute(random.bounded(60));
        made.subject = word() + u' ' + word();
        made.name = word();
        made.waitingMinute = random.bounded(120);
        made.messages.clear();
        for (int i = 0, n = 1 + random.bounded(4); i < n; ++i) {
            const int number = random.bounded(6);
            const QString id = u"m%1"_s.arg(number);
            if (std::none_of(made.messages.begin(), made.messages.end(),
                             [&](const Said &m) { return m.id == id; }))
                made.messages.append(
                    {id, random.bounded(2) ? u"customer"_s : u"agent"_s, word(), number});
        }
        std::sort(made.messages.begin(), made.messages.end(),
                  [](const Said &a, const Said &b) { return a.at < b.at; });
        return made;
    }

    OutboxEntry *anyAct()
    {
        return model.acts.isEmpty() ? nullptr : &model.acts[random.bounded(int(model.acts.size()))];
    }

    void giveBack(const Act &act)
    {
        if (act.kind != ActKind::Reply && act.kind != ActKind::Note)
            return;
        const DraftKind kind = act.kind == ActKind::Note ? DraftKind::Note : DraftKind::Reply;
        QString &text = model.drafts[Model::draftKey(act.conversation.text(), kind)];
        text = text.isEmpty() || text == act.text ? act.text : act.text + u"\n\n"_s + text;
    }

    void turn(Profile &desk)
    {
        switch (random.bounded(9)) {
        case 0:
        case 1: {
            QList<Incoming> packets;
            const Origin origin = random.bounded(4) ? Origin::Upstream : Origin::Archive;
            for (int n = random.bounded(8); n >= 0; --n)
                packets.append(packet().incoming());
            for (const Incoming &incoming : packets)
                model.apply(incoming, origin);
            (void)value(desk->apply(packets, origin));
            break;
        }
        case 2:
        case 3: {
            NewAct made = desk.act(static_cast<ActKind>(random.bounded(7)), conversation(), word());
            made.act.key = ActKey(u"k%1"_s.arg(model.acts.size()));
            if (made.act.kind == ActKind::Snooze)
                made.act.until = desk.clock.now() + random.bounded(-60, 60) * 60000;
            OutboxEntry entry = value(desk->record({made})).first();
            QCOMPARE(entry.sequence, model.acts.size() + 1);
            model.acts.append(entry);
            if (made.act.kind == ActKind::Reply)
                model.drafts.remove(
                    Model::draftKey(made.act.conversation.text(), DraftKind::Reply));
            if (made.act.kind == ActKind::Note)
                model.drafts.remove(Model::draftKey(made.act.conversation.text(), DraftKind::Note));
            break;
        }
        case 4:
            if (OutboxEntry *entry = anyAct()) {
                const bool undone = get(desk->undo(entry->act.key)).has_value();
                const bool may = entry->status == ActStatus::Waiting && entry->attempts == 0;
                QCOMPARE(undone, may || entry->status == ActStatus::Undone);
                if (may) {
                    entry->status = ActStatus::Undone;
                    giveBack(entry->act);
                }
            }
            break;
        case 5:
            if (OutboxEntry *entry = anyAct()) {
                static const ActStatus ends[]{ActStatus::Waiting, ActStatus::Held,
                                              ActStatus::Acknowledged, ActStatus::Refused};
                const Settlement settlement{entry->act.key, ends[random.bounded(4)],
                                            HoldReason::Closed, word(), true};
                (void)get(desk->settle(settlement));
                if (entry->status == ActStatus::Waiting) {
                    entry->status = settlement.status;
                    entry->hold = settlement.status == ActStatus::Held ? HoldReason::Closed
                                                                       : HoldReason::None;
                    entry->lastError = settlement.lastError;
                    ++entry->attempts;
                }
            }
            break;
        case 6:
            if (OutboxEntry *entry = anyAct()) {
                const bool may
                    = entry->status == ActStatus::Held || entry->status == ActStatus::Refused;
                QCOMPARE(get(desk->discard(entry->act.key)).has_value(),
                         may || entry->status == ActStatus::Discarded);
                if (may) {
                    entry->status = ActStatus::Discarded;
                    giveBack(entry->act);
                }
            }
            break;
        case 7: {
            const QString id = conversation();
            const DraftKind kind = random.bounded(2) ? DraftKind::Reply : DraftKind::Note;
            const QString text = random.bounded(4) ? word() : QString();
            desk.types(text, kind, id);
            text.isEmpty() ? model.drafts.remove(Model::draftKey(id, kind))
                           : (model.drafts[Model::draftKey(id, kind)] = text, 0);
            break;
        }
        default: {
            const QString id = conversation();
            const QString message = u"m%1"_s.arg(random.bounded(6));
            done(desk->markSeen(ConversationId(id), MessageId(message)));
            model.seen[id] = message;
            desk.clock.ms += random.bounded(600'000);
            (void)value(desk->wakeSnoozed());
            break;
        }
        }
        model.now = desk.clock.now();
        // Snoozes end at any turn of the clock; the store is told, as the desk tells it.
        (void)value(desk->wakeSnoozed());
    }

    void compare(Profile &desk)
    {
        ViewCounts counts;
        for (const auto &[view, count] :
             {std::pair{QueueView::AllWaiting, &ViewCounts::allWaiting},
              std::pair{QueueView::Mine, &ViewCounts::mine},
              std::pair{QueueView::TierC, &ViewCounts::tierC},
              std::pair{QueueView::BreachingSoon, &ViewCounts::breachingSoon},
              std::pair{QueueView::Archive, &ViewCounts::archive}}) {
            const QStringList expected = model.view(view, desk.query(view));
            QCOMPARE(desk.shown(view), expected);
            const QueueIds ids = value(desk->ids(desk.query(view)));
            QCOMPARE(ids.rows->size(), static_cast<size_t>(expected.size()));
            counts.*count = int(expected.size());
        }
        const ViewCounts said = value(desk->counts(desk.query(QueueView::Mine)));
        counts.heldByBot = said.heldByBot;
        counts.recontacts = int(desk.shown(QueueView::Recontacts).size());
        QVERIFY(said == counts);
        for (const QString &id : model.arrived) {
            const ConversationRecord record = desk.record(id);
            QVERIFY(record.conversation == model.shown(id));
            QVERIFY(record.upstream == model.known[id].packet);
            QCOMPARE(record.seen.text(), model.seen.value(id));
            QCOMPARE(record.row.draft, !record.drafts.isEmpty());
            QVERIFY(record.row.origin == model.known[id].origin);
        }
        QMap<QString, QString> drafts;
        for (int i = 0; i < 25; ++i) {
            const QString id = u"c%1"_s.arg(i);
            for (const TypedDraft &draft : value(desk->drafts(ConversationId(id))))
                drafts[Model::draftKey(id, draft.kind)] = draft.text;
        }
        QCOMPARE(drafts, model.drafts);
        QList<OutboxEntry> open;
        std::copy_if(model.acts.begin(), model.acts.end(), std::back_inserter(open),
                     [](const OutboxEntry &e) {
                         return e.status == ActStatus::Waiting || e.status == ActStatus::Held
                             || e.status == ActStatus::Refused;
                     });
        QVERIFY(value(desk->outbox()) == open);
        for (int i = 0; i < 3; ++i) {
            const QString typed = word().left(1 + random.bounded(8));
            QCOMPARE(desk.found(typed), model.found(typed));
        }
        const ExportPage page = value(desk->exportLines(0, 1000));
        QCOMPARE(page.lines.size(), model.arrived.size());
        for (qsizetype i = 0; i < page.lines.size(); ++i)
            QCOMPARE(page.lines.at(i).line, model.known[model.arrived.at(i)].line);
    }

    quint32 seed = 0;
    QRandomGenerator random;
    Model model;
};

BATON_TEST(StoreModelTest)
#include "StoreModelTest.moc"
