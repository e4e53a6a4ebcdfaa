#include "core/sync/Reconcile.h"
#include "tests/support/TestProgram.h"
#include "tests/sync/Conversations.h"

#include <QtTest/QtTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;
using sync::compareBeforeSend;
using sync::reconcile;

namespace {

QStringList idsOf(const Conversation &conversation)
{
    QStringList ids;
    for (const Message &message : conversation.messages)
        ids += message.id.text();
    return ids;
}

Message customer(const QString &id, qint64 at)
{
    return said(id, at, Sender::Customer, u"And now?"_s);
}

/// Claim, reply and close, one after the other, on a conversation that waits.
Acts claimReplyClose(const Conversation &upstream)
{
    Acts acts;
    acts.add(ActKind::Claim, upstream);
    acts.add(ActKind::Reply, reconcile(upstream, acts.all()), u"It is on its way."_s);
    acts.add(ActKind::Close, reconcile(upstream, acts.all()));
    return acts;
}

} // namespace

class ReconcileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutActsUpstreamStands();
    void claimReplyCloseShowAtOnce();
    void upstreamThatShowsOurReplyGetsItOnce();
    void aProducerThatKnowsNothingOfUsTakesNothingBack();
    void aCustomerWhoWritesAgainOpensAClosedConversation();
    void aConversationClosedTwiceStaysClosed();
    void aMessageThatCameLateWithAnEarlierTimeOpensToo();
    void messagesFromTheFutureDoNotKeepItOpen();
    void aColleagueWhoTookItMeanwhileKeepsIt();
    void aHandoverMeanwhileTakesNoClaimBack();
    void aSnoozeHoldsUntilTheCustomerWrites();
    void transferAndReleaseLetGo();
    void upstreamThatGaveItBackToUsIsHeard();
    void refusedUndoneAndDiscardedActs();
    void deliveryFollowsTheOutbox();
    void anAnswerStandsBelowWhatItAnswers();
    void actsOfOtherConversationsAreNotFoldedIn();
    void aRandomDayAgainstATrivialModel();
    void newPublicMessagesHoldAReply();
    void ownMessagesNotesAndSystemLinesHoldNothing();
    void anotherOwnerHoldsAReply();
    void aCloseBySomebodyElseHoldsAReply();
    void aVersionAloneHoldsNothing();
};

void ReconcileTest::withoutActsUpstreamStands()
{
    const Conversation upstream = waiting(u"c1"_s);
    QCOMPARE(reconcile(upstream, {}), upstream);
}

void ReconcileTest::claimReplyCloseShowAtOnce()
{
    const Conversation upstream = waiting(u"c1"_s);
    const Acts acts = claimReplyClose(upstream);
    const Conversation shown = reconcile(upstream, acts.all());
    QCOMPARE(shown.state, State::Closed);
    QCOMPARE(shown.owner, ana);
    QCOMPARE(idsOf(shown), QStringList({u"c1-m1"_s, u"key-2"_s}));
    QCOMPARE(shown.messages.last().text, u"It is on its way."_s);
    QCOMPARE(shown.messages.last().author, ana);
    QCOMPARE(shown.outcome->kind, OutcomeKind::AssumedResolution);
    QCOMPARE(shown.outcome->at, acts.all().last().act.at);
    QVERIFY(!shown.outcome->reopened);
    QCOMPARE(shown.version, upstream.version);
}

void ReconcileTest::upstreamThatShowsOurReplyGetsItOnce()
{
    const Acts acts = claimReplyClose(waiting(u"c1"_s));
    Conversation later = waiting(u"c1"_s);
    later.version = 2;
    later.state = State::Claimed;
    later.owner = ana;
    later.messages += said(u"key-2"_s, 11 * minute, Sender::Agent, u"It is on its way."_s, ana);
    const Conversation shown = reconcile(later, acts.all());
    QCOMPARE(idsOf(shown), QStringList({u"c1-m1"_s, u"key-2"_s}));
    QCOMPARE(shown.messages.last().delivery, Delivery::Delivered); // though its answer was lost
    QCOMPARE(shown.state, State::Closed);                          // the close is not up there yet
    QCOMPARE(shown.owner, ana);
}

void ReconcileTest::aProducerThatKnowsNothingOfUsTakesNothingBack()
{
    Acts acts = claimReplyClose(waiting(u"c1"_s));
    acts.setAll(ActStatus::Acknowledged);
    Conversation later = waiting(u"c1"_s);
    later.version = 2;
    later.subject = u"Parcel"_s;
    const Conversation shown = reconcile(later, acts.all());
    QCOMPARE(shown.state, State::Closed);
    QCOMPARE(shown.owner, ana);
    QCOMPARE(shown.subject, u"Parcel"_s);
    QCOMPARE(shown.messages.last().delivery, Delivery::Delivered);
}

void ReconcileTest::aCustomerWhoWritesAgainOpensAClosedConversation()
{
    Acts acts = claimReplyClose(waiting(u"c1"_s));
    acts.setAll(ActStatus::Acknowledged);
    Conversation later = waiting(u"c1"_s);
    later.version = 2;
    later.messages += customer(u"c1-m2"_s, 30 * minute);
    const Conversation shown = reconcile(later, acts.all());
    QCOMPARE(shown.state, State::Claimed);
    QCOMPARE(shown.owner, ana);
    QCOMPARE(shown.waitingSince, start + 30 * minute);
    QVERIFY(shown.outcome->reopened);
    QCOMPARE(idsOf(shown), QStringList({u"c1-m1"_s, u"key-2"_s, u"c1-m2"_s}));

    // A note or a bot's word is no customer.
    later.messages.last().from = Sender::Bot;
    QCOMPARE(reconcile(later, acts.all()).state, State::Closed);

    // Nobody's stays nobody's.
    Acts alone;
    alone.add(ActKind::Close, waiting(u"c1"_s));
    later.messages.last().from = Sender::Customer;
    QCOMPARE(reconcile(later, alone.all()).state, State::Waiting);
}

void ReconcileTest::aConversationClosedTwiceStaysClosed()
{
    Conversation upstream = waiting(u"c1"_s);
    Acts acts = claimReplyClose(upstream);
    upstream.version = 2;
    upstream.messages += customer(u"c1-m2"_s, 30 * minute);
    acts.add(ActKind::Close, reconcile(upstream, acts.all()));
    QCOMPARE(reconcile(upstream, acts.all()).state, State::Closed);
    QVERIFY(!reconcile(upstream, acts.all()).outcome->reopened);
    upstream.messages += customer(u"c1-m3"_s, 40 * minute);
    QCOMPARE(reconcile(upstream, acts.all()).state, State::Claimed);
}

void ReconcileTest::aMessageThatCameLateWithAnEarlierTimeOpensToo()
{
    Conversation upstream = waiting(u"c1"_s);
    const Acts acts = claimReplyClose(upstream);
    upstream.messages += customer(u"c1-m2"_s, 5 * minute); // before the close, and unseen
    QCOMPARE(reconcile(upstream, acts.all()).state, State::Claimed);
}

void ReconcileTest::messagesFromTheFutureDoNotKeepItOpen()
{
    Conversation upstream = waiting(u"c1"_s);
    upstream.messages.last().at = start + 90 * 24 * 60 * minute; // the producer's clock is ahead
    const Acts acts = claimReplyClose(upstream);
    QCOMPARE(reconcile(upstream, acts.all()).state, State::Closed);
}

void ReconcileTest::aColleagueWhoTookItMeanwhileKeepsIt()
{
    const Acts acts = claimReplyClose(waiting(u"c1"_s));
    Conversation later = waiting(u"c1"_s);
    later.version = 2;
    later.state = State::Claimed;
    later.owner = bob;
    const Conversation shown = reconcile(later, acts.all());
    QCOMPARE(shown.owner, bob);
    QCOMPARE(shown.state, State::Claimed);
    QVERIFY(!shown.outcome);
    QCOMPARE(shown.messages.last().id.text(), u"key-2"_s);
    QCOMPARE(shown.messages.last().delivery, Delivery::Waiting);
}

void ReconcileTest::aHandoverMeanwhileTakesNoClaimBack()
{
    Conversation upstream = waiting(u"c1"_s);
    upstream.state = State::Bot;
    Acts acts;
    acts.add(ActKind::Claim, upstream);
    upstream.state = State::Waiting;
    upstream.version = 2;
    QCOMPARE(reconcile(upstream, acts.all()).owner, ana);
    QCOMPARE(reconcile(upstream, acts.all()).state, State::Claimed);
}

void ReconcileTest::aSnoozeHoldsUntilTheCustomerWrites()
{
    Conversation upstream = waiting(u"c1"_s);
    Acts acts;
    acts.add(ActKind::Claim, upstream);
    acts.add(ActKind::Snooze, reconcile(upstream, acts.all()));
    const Conversation asleep = reconcile(upstream, acts.all());
    QCOMPARE(asleep.state, State::Snoozed);
    QCOMPARE(asleep.snoozedUntil, acts.all().last().act.until);
    QCOMPARE(asleep.owner, ana);

    Conversation later = upstream;
    later.messages += customer(u"c1-m2"_s, 30 * minute);
    QCOMPARE(reconcile(later, acts.all()).state, State::Claimed);
    QVERIFY(!reconcile(later, acts.all()).snoozedUntil);

    acts.add(ActKind::Claim, asleep); // taken up again by hand
    QCOMPARE(reconcile(upstream, acts.all()).state, State::Claimed);
    QVERIFY(!reconcile(upstream, acts.all()).snoozedUntil);
}

void ReconcileTest::transferAndReleaseLetGo()
{
    const Conversation upstream = waiting(u"c1"_s);
    Acts acts;
    acts.add(ActKind::Claim, upstream);
    const Conversation mine = reconcile(upstream, acts.all());

    Acts released = acts;
    released.add(ActKind::Release, mine);
    QVERIFY(!reconcile(upstream, released.all()).owner);
    QCOMPARE(reconcile(upstream, released.all()).state, State::Waiting);

    Acts toQueue = acts;
    toQueue.add(ActKind::Transfer, mine).act.toQueue = QueueId(u"billing"_s);
    QVERIFY(!reconcile(upstream, toQueue.all()).owner);
    QCOMPARE(reconcile(upstream, toQueue.all()).queue.text(), u"billing"_s);
    QCOMPARE(reconcile(upstream, toQueue.all()).state, State::Waiting);

    Acts toBob = acts;
    toBob.add(ActKind::Transfer, mine).act.toAgent = bob;
    QCOMPARE(reconcile(upstream, toBob.all()).owner, bob);
    QCOMPARE(reconcile(upstream, toBob.all()).state, State::Claimed);
    QCOMPARE(reconcile(upstream, toBob.all()).queue, upstream.queue);
}

void ReconcileTest::upstreamThatGaveItBackToUsIsHeard()
{
    Conversation upstream = waiting(u"c1"_s);
    Acts acts;
    acts.add(ActKind::Claim, upstream);
    acts.add(ActKind::Release, reconcile(upstream, acts.all()));
    upstream.version = 3;
    upstream.state = State::Claimed;
    upstream.owner = ana;                            // a lead assigned it again
    QVERIFY(!reconcile(upstream, acts.all()).owner); // our release is still on its way
    acts.setAll(ActStatus::Acknowledged);
    QCOMPARE(reconcile(upstream, acts.all()).owner, ana);
}

void ReconcileTest::refusedUndoneAndDiscardedActs()
{
    const Conversation upstream = waiting(u"c1"_s);
    Acts acts = claimReplyClose(upstream);
    acts.setAll(ActStatus::Refused);
    const Conversation refused = reconcile(upstream, acts.all());
    QCOMPARE(refused.state, State::Waiting);
    QVERIFY(!refused.owner);
    QCOMPARE(refused.messages.last().delivery, Delivery::Refused);
    for (const ActStatus gone : {ActStatus::Undone, ActStatus::Discarded}) {
        acts.setAll(gone);
        QCOMPARE(reconcile(upstream, acts.all()), upstream);
    }
}

void ReconcileTest::deliveryFollowsTheOutbox()
{
    const Conversation upstream = waiting(u"c1"_s);
    Acts acts;
    acts.add(ActKind::Reply, upstream, u"one"_s);
    acts.add(ActKind::Note, upstream, u"two"_s);
    const auto shown = [&](ActStatus status) {
        acts.setAll(status);
        return reconcile(upstream, acts.all()).messages.last();
    };
    QCOMPARE(shown(ActStatus::Waiting).delivery, Delivery::Waiting);
    QCOMPARE(shown(ActStatus::Held).delivery, Delivery::Held);
    QCOMPARE(shown(ActStatus::Refused).delivery, Delivery::Refused);
    QCOMPARE(shown(ActStatus::Acknowledged).delivery, Delivery::Delivered);
    QCOMPARE(shown(ActStatus::Acknowledged).visibility, Visibility::Internal);
    QCOMPARE(shown(ActStatus::Acknowledged).text, u"two"_s);
}

void ReconcileTest::anAnswerStandsBelowWhatItAnswers()
{
    Conversation upstream = waiting(u"c1"_s);
    upstream.messages += customer(u"c1-m2"_s, 60 * minute); // later than the desk's clock
    Acts acts;
    acts.add(ActKind::Reply, upstream, u"one"_s);
    acts.add(ActKind::Reply, upstream, u"two"_s);
    upstream.messages += customer(u"c1-m3"_s, 61 * minute);
    QCOMPARE(idsOf(reconcile(upstream, acts.all())),
             QStringList({u"c1-m1"_s, u"c1-m2"_s, u"key-1"_s, u"key-2"_s, u"c1-m3"_s}));
}

void ReconcileTest::actsOfOtherConversationsAreNotFoldedIn()
{
    const Acts acts = claimReplyClose(waiting(u"c2"_s));
    QCOMPARE(reconcile(waiting(u"c1"_s), acts.all()), waiting(u"c1"_s));
}

namespace {

/// What an upstream would hold that hears of everything at once: each thing done is done to it.
struct Model
{
    Conversation now = waiting(u"c1"_s);
    bool rested = false; ///< closed or snoozed by us

    void customerWrites(const Message &message)
    {
        now.messages += message;
        if (std::exchange(rested, false)) {
            now.state = now.owner ? State::Claimed : State::Waiting;
            now.snoozedUntil.reset();
        }
    }
    void act(const Act &act)
    {
        rested = act.kind == ActKind::Close || act.kind == ActKind::Snooze;
        if (act.kind != ActKind::Snooze)
            now.snoozedUntil.reset();
        switch (act.kind) {
        case ActKind::Claim:
            now.owner = act.agent;
            now.state = State::Claimed;
            break;
        case ActKind::Release:
            now.owner.reset();
            now.state = State::Waiting;
            break;
        case ActKind::Transfer:
            now.owner.reset();
            now.state = State::Waiting;
            now.queue = act.toQueue;
            break;
        case ActKind::Snooze:
            now.state = State::Snoozed;
            now.snoozedUntil = act.until;
            break;
        case ActKind::Close:
            now.state = State::Closed;
            break;
        case ActKind::Reply:
        case ActKind::Tag:
        case ActKind::Note:
            break;
        }
    }
};

bool sameStanding(const Conversation &a, const Conversation &b)
{
    return a.owner == b.owner && a.state == b.state && a.queue == b.queue
        && a.snoozedUntil == b.snoozedUntil;
}

} // namespace

void ReconcileTest::aRandomDayAgainstATrivialModel()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const auto below
        = [&random](int n) { return int(std::uniform_int_distribution<int>(0, n - 1)(random)); };
    for (int day = 0; day < 500; ++day) {
        Conversation upstream = waiting(u"c1"_s); // of a producer that knows nothing of us
        Model model;
        Acts acts;
        QStringList expected = idsOf(upstream);
        for (int step = 0; step < 12; ++step) {
            const Conversation shown = reconcile(upstream, acts.all());
            const bool mine = shown.owner.has_value();
            const int what = below(8);
            if (what == 0) {
                const Message message = customer(u"m%1"_s.arg(step), (11 + step) * minute);
                ++upstream.version;
                upstream.messages += message;
                model.customerWrites(message);
                expected += message.id.text();
            } else if (what == 1 || what == 2) {
                OutboxEntry &entry
                    = acts.add(what == 1 ? ActKind::Reply : ActKind::Note, shown, u"text"_s);
                entry.act.at = start + (11 + step) * minute;
                expected += entry.act.key.text();
            } else if (!mine || shown.state == State::Closed || what == 3) {
                model.act(acts.add(ActKind::Claim, shown).act);
            } else {
                constexpr std::array kinds{ActKind::Release, ActKind::Transfer, ActKind::Snooze,
                                           ActKind::Close};
                OutboxEntry &entry = acts.add(kinds[size_t(what - 4)], shown);
                if (entry.act.kind == ActKind::Transfer)
                    entry.act.toQueue = QueueId(u"q%1"_s.arg(step));
                model.act(entry.act);
            }
            if (below(3) == 0)
                acts.setAll(ActStatus::Acknowledged);

            const Conversation folded = reconcile(upstream, acts.all());
            QVERIFY2(sameStanding(folded, model.now),
                     qPrintable(u"day %1 step %2"_s.arg(day).arg(step)));
            QCOMPARE(idsOf(folded), expected);
            QCOMPARE(reconcile(folded, acts.all()).messages.size(), folded.messages.size());
            QVERIFY(sameStanding(reconcile(folded, acts.all()), folded));

            QList<OutboxEntry> shuffled = acts.all();
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            QCOMPARE(reconcile(upstream, shuffled), folded);

            // An upstream that has heard of all of it shows the same, one version later.
            Acts heard = acts;
            heard.setAll(ActStatus::Acknowledged);
            Conversation aware = reconcile(upstream, heard.all());
            ++aware.version;
            QCOMPARE(reconcile(aware, heard.all()), aware);
        }
    }
}

void ReconcileTest::newPublicMessagesHoldAReply()
{
    Conversation current = waiting(u"c1"_s);
    const Base base = baseOf(current);
    QCOMPARE(compareBeforeSend(base, current, ana), HoldReason::None);
    for (const Sender from : {Sender::Customer, Sender::Bot, Sender::Agent}) {
        Conversation moved = current;
        moved.messages
            += said(u"x"_s, minute, from, u"New"_s, from == Sender::Agent ? bob : Person());
        QCOMPARE(compareBeforeSend(base, moved, ana), HoldReason::NewPublicMessage);
        moved.messages.last().presence = Presence::Withdrawn;
        QCOMPARE(compareBeforeSend(base, moved, ana), HoldReason::None);
    }
    // What it was based on is gone: nobody can tell what is new.
    Base gone = base;
    gone.lastPublic = MessageId(u"undone"_s);
    QCOMPARE(compareBeforeSend(gone, current, ana), HoldReason::NewPublicMessage);
}

void ReconcileTest::ownMessagesNotesAndSystemLinesHoldNothing()
{
    Conversation current = waiting(u"c1"_s);
    const Base base = baseOf(current);
    current.messages += said(u"x1"_s, minute, Sender::Agent, u"Mine"_s, ana);
    current.messages += said(u"x2"_s, minute, Sender::System, u"Ana joined"_s);
    current.messages += said(u"x3"_s, minute, Sender::Agent, u"A note"_s, bob);
    current.messages.last().visibility = Visibility::Internal;
    QCOMPARE(compareBeforeSend(base, current, ana), HoldReason::None);
}

void ReconcileTest::anotherOwnerHoldsAReply()
{
    Conversation current = waiting(u"c1"_s);
    Base base = baseOf(current);
    current.state = State::Claimed;
    current.owner = bob;
    QCOMPARE(compareBeforeSend(base, current, ana), HoldReason::OwnerChanged);
    base.owner = AgentId(bob.id); // it was his already
    QCOMPARE(compareBeforeSend(base, current, ana), HoldReason::None);
    current.owner = ana;
    QCOMPARE(compareBeforeSend(base, current, ana), HoldReason::None);
    current.owner.reset();
    QCOMPARE(compareBeforeSend(base, current, ana), HoldReason::None);
}

void ReconcileTest::aCloseBySomebodyElseHoldsAReply()
{
    Conversation current = waiting(u"c1"_s);
    Base base = baseOf(current);
    current.state = State::Closed;
    QCOMPARE(compareBeforeSend(base, current, ana), HoldReason::Closed);
    base.state = State::Closed;
    QCOMPARE(compareBeforeSend(base, current, ana), HoldReason::None);
}

void ReconcileTest::aVersionAloneHoldsNothing()
{
    Conversation current = waiting(u"c1"_s);
    const Base base = baseOf(current);
    current.version = 9;
    current.subject = u"Changed"_s;
    current.queue = QueueId(u"billing"_s);
    QCOMPARE(compareBeforeSend(base, current, ana), HoldReason::None);
}

BATON_TEST(ReconcileTest)
#include "ReconcileTest.moc"
