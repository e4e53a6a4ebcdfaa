#include "core/desk/LoadBoard.h"
#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

const Person priyaNair{u"priya"_s, u"Priya Nair"_s};

struct Marked : DeskFixture
{
    explicit Marked(baton::Role role = baton::Role::Agent)
    {
        settings.agent.role = role;
        Conversation theirs = conversation(u"c"_s, u"The lamp is broken"_s);
        theirs.owner = priyaNair;
        theirs.state = State::Claimed;
        Conversation closed = conversation(u"d"_s, u"Thanks for the chair"_s);
        closed.state = State::Closed;
        closed.owner = priyaNair;
        arrive({conversation(u"a"_s, u"Where is my parcel?"_s),
                conversation(u"b"_s, u"A refund would be good"_s), theirs, closed});
        makeDesk();
    }
    static QList<ConversationId> all()
    {
        return {ConversationId(u"a"_s), ConversationId(u"b"_s), ConversationId(u"c"_s),
                ConversationId(u"d"_s)};
    }
    Conversation shown(const QString &id) const
    {
        return store->conversation(ConversationId(id)).result()->conversation;
    }
    QString owner(const QString &id) const
    {
        const auto person = shown(id).owner;
        return person ? person->id : QString();
    }
};

std::optional<UndoOffer> offerNow(QSignalSpy &undo)
{
    return undo.isEmpty() ? std::nullopt : undo.last().first().value<std::optional<UndoOffer>>();
}

} // namespace

class DeskTeamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tagsOfManyAreOneStepAndComeBack()
    {
        Marked f;
        QSignalSpy undo(f.desk.get(), &Desk::undoChanged);
        f.desk->tag(Marked::all(), {u"Late"_s, u"lamp"_s}, {});
        QTRY_VERIFY(offerNow(undo));
        QCOMPARE(offerNow(undo)->replies, 4); // closed ones and a colleague's have tags too
        QCOMPARE(offerNow(undo)->what, Undoable::Tags);
        QTRY_COMPARE(f.shown(u"c"_s).tags, QStringList({u"Late"_s, u"lamp"_s}));

        f.desk->tag({ConversationId(u"a"_s), ConversationId(u"b"_s)}, {u"LATE"_s}, {u"Lamp"_s});
        QTRY_COMPARE(f.shown(u"a"_s).tags, QStringList{u"Late"_s});
        QTRY_COMPARE(offerNow(undo)->replies, 2);
        f.desk->undo();
        QTRY_COMPARE(f.shown(u"a"_s).tags, QStringList({u"Late"_s, u"lamp"_s}));
        f.desk->undo();
        for (const ConversationId &id : Marked::all())
            QTRY_VERIFY(f.shown(id.text()).tags.isEmpty());
        // What changes nothing is not done.
        f.desk->tag({ConversationId(u"a"_s)}, {}, {u"none"_s});
        QVERIFY(f.store->outbox().result()->isEmpty());
    }

    void anAgentAssignsWhatIsNobodysOrTheirsInOneStep()
    {
        Marked f;
        QSignalSpy undo(f.desk.get(), &Desk::undoChanged);
        f.desk->assign(Marked::all(), {{}, priyaNair});
        QTRY_VERIFY(offerNow(undo));
        QCOMPARE(offerNow(undo)->replies, 2);
        QCOMPARE(offerNow(undo)->leftOut, 2);
        QCOMPARE(offerNow(undo)->what, Undoable::Assignment);
        QTRY_COMPARE(f.owner(u"a"_s), u"priya"_s);
        QCOMPARE(f.owner(u"b"_s), u"priya"_s);
        const auto outbox = f.store->outbox().result();
        for (const OutboxEntry &entry : *outbox) {
            QCOMPARE(entry.act.kind, ActKind::Transfer);
            QVERIFY(entry.notBefore > f.clock.now());
        }
        f.desk->undo();
        QTRY_COMPARE(f.owner(u"a"_s), QString());
        QTRY_COMPARE(f.owner(u"b"_s), QString());
        QVERIFY(f.store->outbox().result()->isEmpty());
    }

    void aLeadGivesAColleaguesBackToTheQueue()
    {
        Marked f(baton::Role::Lead);
        QSignalSpy undo(f.desk.get(), &Desk::undoChanged);
        f.desk->assignAllOf(priyaNair, {});
        QTRY_VERIFY(offerNow(undo));
        QCOMPARE(offerNow(undo)->replies, 1);
        QTRY_COMPARE(f.owner(u"c"_s), QString());
        QCOMPARE(f.shown(u"c"_s).state, State::Waiting);
        f.desk->assign({ConversationId(u"a"_s)}, {QueueId(u"billing"_s), {}});
        QTRY_COMPARE(f.shown(u"a"_s).queue.text(), u"billing"_s);
    }

    /// As with a single one: where it moved meanwhile, upstream wins.
    void whatMovedMeanwhileStaysWhereItIs()
    {
        Marked f;
        QSignalSpy undo(f.desk.get(), &Desk::undoChanged);
        f.desk->assign({ConversationId(u"a"_s)}, {{}, priyaNair});
        QTRY_VERIFY(offerNow(undo));
        Conversation taken = f.conversation(u"a"_s, u"Where is my parcel?"_s);
        taken.version = 2;
        taken.state = State::Claimed;
        taken.owner = Person{u"femi"_s, u"Femi"_s};
        f.arrive({taken});
        QCOMPARE(f.owner(u"a"_s), u"femi"_s);
    }

    void whereNothingCanBeAssignedItIsSaid()
    {
        Marked f;
        QSignalSpy failed(f.desk.get(), &Desk::failed);
        f.desk->assign({ConversationId(u"c"_s), ConversationId(u"gone"_s)}, {{}, priyaNair});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Conflict);
        QVERIFY(f.store->outbox().result()->isEmpty());
    }
};

BATON_TEST(DeskTeamTest)
#include "DeskTeamTest.moc"
