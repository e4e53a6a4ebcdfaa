#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

/// Seven customers write the same within minutes, one something else.
struct Storm : DeskFixture
{
    Storm()
    {
        QList<Conversation> all;
        for (int i = 0; i < 7; ++i)
            all += now(u"s%1"_s.arg(i), u"Hi, the payment page shows error 50%1"_s.arg(i), i);
        all += now(u"other"_s, u"The blue lamp I ordered arrived in pieces"_s, 7);
        arrive(all);
        makeDesk();
    }
    Conversation now(const QString &id, const QString &text, int minute) const
    {
        Conversation c = conversation(id, text);
        c.createdAt = clock.now() + (minute - 20) * minuteMs;
        c.waitingSince = c.createdAt;
        c.messages.first().at = c.createdAt;
        return c;
    }
    QStringList idsIn(const QueueSnapshot &snapshot) const
    {
        QStringList ids;
        const QList<qint64> rows(snapshot.rows->begin(), snapshot.rows->end());
        const auto read = store->rows(rows).result();
        for (const QueueRow &row : *read)
            ids += row.id.text();
        ids.sort();
        return ids;
    }
    baton::store::ConversationRecord record(const QString &id) const
    {
        return *store->conversation(ConversationId(id)).result();
    }
};

QueueSnapshot last(QSignalSpy &spy)
{
    return spy.isEmpty() ? QueueSnapshot() : spy.last().first().value<QueueSnapshot>();
}

} // namespace

class IncidentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLineStandsForAllOfThem()
    {
        Storm f;
        QSignalSpy queue(f.desk.get(), &Desk::queueChanged);
        f.desk->start();
        QTRY_VERIFY(!last(queue).incidents.isEmpty());
        const QueueSnapshot shown = last(queue);
        QCOMPARE(shown.incidents.size(), 1);
        QCOMPARE(shown.incidents.first().incident.customers, 7);
        QVERIFY(shown.incidents.first().folded);
        QCOMPARE(f.idsIn(shown), QStringList{u"other"_s});
        QCOMPARE(shown.ready.size(), 1);

        f.desk->foldIncident(shown.incidents.first().incident.id, false);
        QTRY_COMPARE(f.idsIn(last(queue)).size(), 8);
        QVERIFY(!last(queue).incidents.first().folded);
        f.desk->foldIncident(shown.incidents.first().incident.id, true);
        QTRY_COMPARE(f.idsIn(last(queue)).size(), 1);
    }

    void theyAreShownAloneAndTheWholeListComesBack()
    {
        Storm f;
        QSignalSpy queue(f.desk.get(), &Desk::queueChanged);
        f.desk->start();
        QTRY_VERIFY(!last(queue).incidents.isEmpty());
        const qint64 id = last(queue).incidents.first().incident.id;
        f.desk->showIncident(id);
        QTRY_COMPARE(last(queue).only, id);
        QCOMPARE(f.idsIn(last(queue)).size(), 7);
        QVERIFY(!f.idsIn(last(queue)).contains(u"other"_s));
        f.desk->showIncident(0);
        QTRY_COMPARE(f.idsIn(last(queue)), QStringList{u"other"_s});
        QCOMPARE(last(queue).only, 0);
        f.desk->showIncident(id);
        QTRY_COMPARE(last(queue).only, id);
        f.desk->showView(QueueView::TierC);
        QTRY_COMPARE(last(queue).view, QueueView::TierC);
        QCOMPARE(last(queue).only, 0);
    }

    void whatIsMineOrSearchedForIsNotFolded()
    {
        Storm f;
        QSignalSpy queue(f.desk.get(), &Desk::queueChanged);
        QSignalSpy opened(f.desk.get(), &Desk::conversationChanged);
        f.desk->start();
        QTRY_VERIFY(!last(queue).incidents.isEmpty());
        f.desk->open(ConversationId(u"s3"_s));
        QTRY_VERIFY(!opened.isEmpty());
        f.desk->claim();
        QTRY_COMPARE(f.idsIn(last(queue)), QStringList({u"other"_s, u"s3"_s}));
        QCOMPARE(last(queue).incidents.first().incident.alike.size(), 6);
        f.desk->search(u"payment"_s);
        QTRY_COMPARE(last(queue).search, u"payment"_s);
        QTRY_COMPARE(f.idsIn(last(queue)).size(), 7);
        QVERIFY(last(queue).incidents.isEmpty());
    }

    void anIncidentThatIsOverGivesTheListBack()
    {
        Storm f;
        QSignalSpy queue(f.desk.get(), &Desk::queueChanged);
        f.desk->start();
        QTRY_VERIFY(!last(queue).incidents.isEmpty());
        f.desk->showIncident(last(queue).incidents.first().incident.id);
        QTRY_VERIFY(last(queue).only != 0);
        QList<Conversation> closed;
        for (int i = 0; i < 7; ++i) {
            Conversation c = f.now(u"s%1"_s.arg(i), u"Hi, the payment page shows error"_s, i);
            c.version = 2;
            c.state = State::Closed;
            closed += c;
        }
        f.arrive(closed);
        QTRY_COMPARE(last(queue).only, 0);
        QTRY_COMPARE(f.idsIn(last(queue)), QStringList{u"other"_s});
        QVERIFY(last(queue).incidents.isEmpty());
    }

    void theSameReplyGoesToEachWithAKeyOfItsOwnAndComesBackTogether()
    {
        Storm f;
        QSignalSpy queue(f.desk.get(), &Desk::queueChanged);
        QSignalSpy opened(f.desk.get(), &Desk::conversationChanged);
        QSignalSpy undo(f.desk.get(), &Desk::undoChanged);
        QSignalSpy listed(f.desk.get(), &Desk::incidentListed);
        f.desk->start();
        QTRY_VERIFY(!last(queue).incidents.isEmpty());
        const qint64 id = last(queue).incidents.first().incident.id;
        f.desk->openFirstOf(id);
        QTRY_COMPARE(f.desk->openId().text(), u"s0"_s);
        // Something is typed to one of them already, so it is left alone.
        (void)f.store
            ->saveDraft({ConversationId(u"s1"_s), DraftKind::Reply, u"Dear"_s, {}, f.clock.now()})
            .result();
        QTRY_VERIFY(!opened.isEmpty());
        f.desk->listIncident(id);
        const auto others = first<QList<QueueRow>>(listed, 1);
        QStringList ids;
        QList<AddressedReply> replies;
        for (const QueueRow &row : others) {
            ids += row.id.text();
            if (row.id != f.desk->openId()) // that one is answered by itself
                replies += {row.id, u"It works again."_s};
        }
        QCOMPARE(ids.join(u' '), u"s0 s2 s3 s4 s5 s6"_s);
        replies += {ConversationId(u"s1"_s), u"It works again."_s};

        f.desk->sendToEach(replies);
        QTRY_VERIFY(!undo.isEmpty());
        const auto offer = undo.last().first().value<std::optional<UndoOffer>>();
        QVERIFY(offer);
        QCOMPARE(offer->replies, 5);
        QSet<ActKey> keys;
        const auto outbox = f.store->outbox().result();
        for (const OutboxEntry &entry : *outbox) {
            if (entry.act.kind == ActKind::Reply)
                keys += entry.act.key;
        }
        QCOMPARE(keys.size(), 5);
        QCOMPARE(f.record(u"s2"_s).conversation.owner->id, u"ines"_s);
        QCOMPARE(f.record(u"s2"_s).conversation.messages.last().text, u"It works again."_s);
        QVERIFY(!f.record(u"s1"_s).conversation.owner);
        QCOMPARE(f.record(u"s1"_s).drafts.first().text, u"Dear"_s);

        f.desk->undo();
        QTRY_COMPARE(f.record(u"s6"_s).drafts.size(), 1);
        for (int i = 2; i < 7; ++i)
            QTRY_COMPARE(f.record(u"s%1"_s.arg(i)).drafts.size(), 1);
    }

    void aDuplicateIsClosedWithANote()
    {
        DeskFixture f;
        Conversation older = f.conversation(u"a"_s, u"The parcel with the blue lamp is lost"_s);
        older.createdAt = f.clock.now() + -hourMs;
        Conversation newer = f.conversation(u"b"_s, u"The parcel with the blue lamp is lost!!"_s);
        newer.createdAt = f.clock.now();
        newer.customer.id = older.customer.id;
        f.arrive({older, newer});
        Desk &desk = f.makeDesk();
        QSignalSpy opened(&desk, &Desk::conversationChanged);
        desk.open(newer.id);
        const auto shown = [&opened] {
            return opened.isEmpty() ? ConversationSnapshot()
                                    : opened.last().first().value<ConversationSnapshot>();
        };
        QTRY_VERIFY(shown().duplicateOf.has_value());
        QCOMPARE(shown().duplicateOf->id.text(), u"a"_s);
        QVERIFY(shown().row.backTo.isEmpty());

        desk.closeAsDuplicate(u"Duplicate of a, which stays open."_s);
        QTRY_COMPARE(shown().conversation.state, State::Closed);
        QVERIFY(!shown().conversation.outcome);
        const Message note = shown().conversation.messages.last();
        QCOMPARE(note.visibility, Visibility::Internal);
        QCOMPARE(note.text, u"Duplicate of a, which stays open."_s);
        QTRY_VERIFY(!shown().duplicateOf); // it is none any more
        QCOMPARE(f.store->conversation(older.id).result()->conversation.state, State::Waiting);
    }

    void whoComesBackIsLedToWhatWasClosed()
    {
        DeskFixture f;
        Conversation older = f.conversation(u"a"_s, u"The parcel with the blue lamp is lost"_s);
        older.createdAt = f.clock.now() + -30 * hourMs;
        older.state = State::Closed;
        Outcome outcome;
        outcome.at = f.clock.now() + -5 * hourMs;
        older.outcome = outcome;
        Conversation newer = f.conversation(u"b"_s, u"Still no lamp"_s);
        newer.createdAt = f.clock.now();
        newer.customer.id = older.customer.id;
        f.arrive({older, newer});
        Desk &desk = f.makeDesk();
        QSignalSpy opened(&desk, &Desk::conversationChanged);
        desk.open(newer.id);
        const auto shown = [&opened] {
            return opened.isEmpty() ? ConversationSnapshot()
                                    : opened.last().first().value<ConversationSnapshot>();
        };
        QTRY_COMPARE(shown().row.backTo.text(), u"a"_s);
        QVERIFY(std::abs(*shown().row.backMs - 5 * hourMs) < minuteMs);
    }
};

BATON_TEST(IncidentsTest)
#include "IncidentsTest.moc"
