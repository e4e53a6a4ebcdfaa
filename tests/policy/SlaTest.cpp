#include "Stories.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::policy;
using namespace baton::policy::stories;

namespace {

Message agentSays(const QString &id, QStringView when)
{
    return says(Sender::Agent, id, when);
}

Conversation handedOff(QStringView when)
{
    Conversation c = customerWrote(u"2025-11-18T14:00:00Z");
    c.handedOffAt = at(when);
    c.handoff.emplace();
    return c;
}

Target target(int minutes)
{
    Target rule;
    rule.minutes = minutes;
    return rule;
}

} // namespace

class SlaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstUnansweredMessageStartsTheClock()
    {
        Conversation c = customerWrote(u"2025-11-18T14:00:00Z");
        c.messages.append(says(Sender::Customer, u"m2"_s, u"2025-11-18T14:05:00Z"));
        const Sla sla = slaOf(c, tenMinutes());
        QCOMPARE(sla.state, SlaState::Running);
        QCOMPARE(sla.source, SlaSource::Unanswered);
        QCOMPARE(sla.started, at(u"2025-11-18T14:00:00Z"));
        QCOMPARE(sla.due, at(u"2025-11-18T14:10:00Z"));
    }

    void repliesAreMeasuredAgainstTheDeadlineOfTheirTime()
    {
        const AgentId me(u"me"_s);
        Conversation c = customerWrote(u"2025-11-18T14:00:00Z");
        const auto reply = [&](const QString &id, QStringView when, const QString &who) {
            Message message = agentSays(id, when);
            message.author = {who, {}};
            c.messages.append(message);
        };
        reply(u"m2"_s, u"2025-11-18T14:04:00Z", u"me"_s);
        c.messages.append(says(Sender::Customer, u"m3"_s, u"2025-11-18T15:00:00Z"));
        reply(u"m4"_s, u"2025-11-18T15:11:00Z", u"me"_s);
        reply(u"m5"_s, u"2025-11-18T15:12:00Z", u"other"_s);
        reply(u"m6"_s, u"2025-11-18T15:13:00Z", u"me"_s); // nobody waits for this one
        const QList<ReplyTime> replies
            = repliesSince(at(u"2025-11-18T00:00:00Z"), me, c, tenMinutes());
        QCOMPARE(replies,
                 (QList<ReplyTime>{{at(u"2025-11-18T14:04:00Z"), true, false, 4 * minuteMs},
                                   {at(u"2025-11-18T15:11:00Z"), false, true, 11 * minuteMs},
                                   {at(u"2025-11-18T15:13:00Z"), false, false, {}}}));
        QCOMPARE(repliesSince(at(u"2025-11-18T15:00:00Z"), me, c, tenMinutes()).size(), 2);
    }

    void aReplyPausesAndTheNextMessageStartsAnew()
    {
        Conversation c = customerWrote(u"2025-11-18T14:00:00Z");
        c.messages.append(agentSays(u"m2"_s, u"2025-11-18T14:04:00Z"));
        QCOMPARE(slaOf(c, tenMinutes()).state, SlaState::Paused);
        QVERIFY(!slaOf(c, tenMinutes()).due);
        c.messages.append(says(Sender::Customer, u"m3"_s, u"2025-11-18T15:00:00Z"));
        QCOMPARE(slaOf(c, tenMinutes()).due, at(u"2025-11-18T15:10:00Z"));
    }

    void anInternalNoteAnswersNobody()
    {
        Conversation c = customerWrote(u"2025-11-18T14:00:00Z");
        Message note = agentSays(u"m2"_s, u"2025-11-18T14:04:00Z");
        note.visibility = Visibility::Internal;
        c.messages.append(note);
        QCOMPARE(slaOf(c, tenMinutes()).due, at(u"2025-11-18T14:10:00Z"));
    }

    void aReplyThatIsHeldAnswersNobody()
    {
        Conversation c = handedOff(u"2025-11-18T14:02:00Z");
        c.handoff->toldCustomerWaitMs = 5 * 60'000;
        Message reply = agentSays(u"m2"_s, u"2025-11-18T14:04:00Z");
        reply.delivery = Delivery::Held;
        c.messages.append(reply);
        QCOMPARE(slaOf(c, tenMinutes()).source, SlaSource::PromisedWait);
        c.messages.last().delivery = Delivery::Waiting;
        QCOMPARE(slaOf(c, tenMinutes()).state, SlaState::Paused);
    }

    void theTargetCountsInTheQueuesOwnHours()
    {
        Conversation c = customerWrote(u"2025-11-21T16:55:00+01:00");
        c.queue = QueueId(u"office"_s);
        QCOMPARE(slaOf(c, tenMinutes()).due, at(u"2025-11-24T09:05:00+01:00"));
    }

    void anUnknownQueueKeepsTheHoursOfTheDefaultOne()
    {
        Policy policy = tenMinutes();
        policy.defaultQueue = QueueId(u"office"_s);
        Conversation c = customerWrote(u"2025-11-21T16:55:00+01:00");
        c.queue = QueueId(u"somewhere"_s);
        QCOMPARE(slaOf(c, policy).due, at(u"2025-11-24T09:05:00+01:00"));
    }

    void aPromisedWaitRunsByTheWallClockAndMayBeEarlier()
    {
        Conversation c = handedOff(u"2025-11-21T18:00:00+01:00");
        c.queue = QueueId(u"office"_s);
        c.messages[0].at = at(u"2025-11-21T17:58:00+01:00");
        c.handoff->toldCustomerWaitMs = 15 * 60'000;
        const Sla sla = slaOf(c, tenMinutes());
        QCOMPARE(sla.source, SlaSource::PromisedWait);
        QCOMPARE(sla.started, at(u"2025-11-21T18:00:00+01:00"));
        QCOMPARE(sla.due, at(u"2025-11-21T18:15:00+01:00"));
    }

    void aPromisedWaitIsMetByTheFirstReplyAfterTheHandoffOnly()
    {
        Conversation c = handedOff(u"2025-11-18T14:06:00Z");
        c.handoff->toldCustomerWaitMs = 5 * 60'000;
        c.messages.append(agentSays(u"m2"_s, u"2025-11-18T14:03:00Z"));
        QCOMPARE(slaOf(c, tenMinutes()).source, SlaSource::PromisedWait);
        c.messages.append(agentSays(u"m3"_s, u"2025-11-18T14:08:00Z"));
        QCOMPARE(slaOf(c, tenMinutes()).state, SlaState::Paused);
    }

    void aPromiseRunsOnWhileWeWaitForTheCustomer()
    {
        Conversation c = customerWrote(u"2025-11-16T09:00:00Z");
        c.messages.append(agentSays(u"m2"_s, u"2025-11-16T09:05:00Z"));
        c.promises.append({MessageId(u"m2"_s), u"a call"_s, at(u"2025-11-18T16:00:00Z")});
        Sla sla = slaOf(c, tenMinutes());
        QCOMPARE(sla.source, SlaSource::Promise);
        QCOMPARE(sla.started, at(u"2025-11-16T09:05:00Z"));
        QCOMPARE(sla.due, at(u"2025-11-18T16:00:00Z"));
        c.messages.append(agentSays(u"m3"_s, u"2025-11-18T15:00:00Z"));
        QCOMPARE(slaOf(c, tenMinutes()).state, SlaState::Paused);
    }

    void theEarliestOpenPromiseCountsAndOneWithoutATimeNever()
    {
        Conversation c = customerWrote(u"2025-11-16T09:00:00Z");
        c.messages.append(says(Sender::Bot, u"m2"_s, u"2025-11-16T09:05:00Z"));
        c.promises = {{MessageId(u"m2"_s), u"later"_s, at(u"2025-11-19T16:00:00Z")},
                      {MessageId(u"m2"_s), u"some day"_s, {}},
                      {MessageId(u"m2"_s), u"sooner"_s, at(u"2025-11-18T16:00:00Z")}};
        Policy policy = tenMinutes();
        policy.targets.clear();
        QCOMPARE(slaOf(c, policy).due, at(u"2025-11-18T16:00:00Z"));
    }

    void aPromiseThatWasBrokenBeforeItWasSpokenOfIsNoDeadline()
    {
        Conversation c = customerWrote(u"2025-11-16T09:00:00Z");
        c.messages.append(says(Sender::Bot, u"m2"_s, u"2025-11-16T09:05:00Z"));
        c.promises = {{MessageId(u"m2"_s), u"on Saturday"_s, at(u"2025-11-15T16:00:00Z")},
                      {MessageId(u"m2"_s), u"later"_s, at(u"2025-11-19T16:00:00Z")}};
        Policy policy = tenMinutes();
        policy.targets.clear();
        QCOMPARE(slaOf(c, policy).due, at(u"2025-11-19T16:00:00Z"));
        c.promises[0].message = {}; // nobody knows when it was made
        QCOMPARE(slaOf(c, policy).due, at(u"2025-11-15T16:00:00Z"));
    }

    void withoutATargetOrAPromiseThereIsNoDeadline()
    {
        Policy policy = tenMinutes();
        policy.targets.clear();
        QCOMPARE(slaOf(customerWrote(u"2025-11-18T14:00:00Z"), policy), Sla());
        Conversation silent = customerWrote(u"2025-11-18T14:00:00Z");
        silent.messages.clear();
        QCOMPARE(slaOf(silent, tenMinutes()), Sla());
    }

    void theBotsOwnConversationsHaveNoDeadline()
    {
        Conversation c = customerWrote(u"2025-11-18T14:00:00Z");
        c.state = State::Bot;
        QCOMPARE(slaOf(c, tenMinutes()), Sla());
    }

    void aSnoozeHidesARowButStopsNoClock()
    {
        Conversation c = customerWrote(u"2025-11-18T14:00:00Z");
        c.state = State::Snoozed;
        c.snoozedUntil = at(u"2025-11-19T09:00:00Z");
        QCOMPARE(slaOf(c, tenMinutes()).due, at(u"2025-11-18T14:10:00Z"));
    }

    void aClosedConversationIsMetWhereAPersonReplied()
    {
        Conversation c = customerWrote(u"2025-11-18T14:00:00Z");
        c.state = State::Closed;
        QCOMPARE(slaOf(c, tenMinutes()).state, SlaState::None);
        c.messages.append(agentSays(u"m2"_s, u"2025-11-18T14:30:00Z"));
        QCOMPARE(slaOf(c, tenMinutes()).state, SlaState::Met);
        QVERIFY(!slaOf(c, tenMinutes()).due);
    }

    void theMostSpecificTargetWinsThenTheFirst()
    {
        Policy policy = tenMinutes();
        Target chat = target(20);
        chat.channel = Channel::Chat;
        Target escalated = target(30);
        escalated.tier = Route::Escalate;
        Target chatOfVips = target(40);
        chatOfVips.channel = Channel::Chat;
        chatOfVips.value = ValueTier::Vip;
        policy.targets = {target(10), chat, escalated, chatOfVips};
        const auto minutes = [&policy](const Conversation &c) {
            return (*slaOf(c, policy).due - c.createdAt) / 60'000;
        };

        Conversation c = customerWrote(u"2025-11-18T14:00:00Z");
        QCOMPARE(minutes(c), 20);
        c.routeTaken = Route::Escalate; // as specific as the chat rule, which comes first
        QCOMPARE(minutes(c), 20);
        c.channel = Channel::Email;
        QCOMPARE(minutes(c), 30);
        c.routeTaken = Route::Assist;
        QCOMPARE(minutes(c), 10);
        c.channel = Channel::Chat;
        c.customer.value = ValueTier::Vip;
        QCOMPARE(minutes(c), 40);
    }

    void whatThePacketDoesNotSayCountsAsTierB()
    {
        Policy policy = tenMinutes();
        policy.targets[0].tier = Route::Assist;
        QCOMPARE(slaOf(customerWrote(u"2025-11-18T14:00:00Z"), policy).state, SlaState::Running);
    }

    void soonIsTenMinutesOrAQuarter()
    {
        Sla sla{SlaState::Running, SlaSource::Unanswered, at(u"2025-11-18T10:00:00Z"),
                at(u"2025-11-18T14:00:00Z")};
        QVERIFY(!dueSoon(sla, at(u"2025-11-18T13:00:00Z"))); // a quarter is not under a quarter
        QVERIFY(dueSoon(sla, at(u"2025-11-18T13:00:01Z")));
        QVERIFY(!dueSoon(sla, at(u"2025-11-18T14:00:00Z"))); // overdue
        sla.started = at(u"2025-11-18T13:45:00Z");
        QVERIFY(!dueSoon(sla, at(u"2025-11-18T13:50:00Z")));
        QVERIFY(dueSoon(sla, at(u"2025-11-18T13:50:01Z")));
        sla.state = SlaState::Paused;
        QVERIFY(!dueSoon(sla, at(u"2025-11-18T13:55:00Z")));
    }
};

BATON_TEST(SlaTest)
#include "SlaTest.moc"
