#include "Stories.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::policy;
using namespace baton::policy::stories;

namespace {

Conversation named(const QString &id, QStringView wrote = u"2025-11-18T14:00:00Z")
{
    Conversation conversation = customerWrote(wrote);
    conversation.id = ConversationId(id);
    return conversation;
}

/// Ids in the order in which the queue shows them.
QStringList inOrder(const QList<Conversation> &conversations)
{
    QList<Placement> placements;
    for (const Conversation &conversation : conversations)
        placements.append(place(conversation, tenMinutes()));
    std::ranges::sort(placements,
                      [](const Placement &a, const Placement &b) { return a.key < b.key; });
    QStringList ids;
    for (const Placement &placement : placements)
        ids.append(placement.key.id);
    return ids;
}

} // namespace

class PlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void safetyComesBeforeAnyDeadline()
    {
        Conversation late = named(u"late"_s, u"2025-11-18T09:00:00Z");
        Conversation smoke = named(u"smoke"_s);
        smoke.handoff.emplace().reason = u"safety"_s;
        Conversation flagged = named(u"flagged"_s, u"2025-11-18T15:00:00Z");
        flagged.handoff.emplace().riskFlags = {u"chargeback"_s, u"safety"_s};
        QCOMPARE(inOrder({late, flagged, smoke}),
                 QStringList({u"smoke"_s, u"flagged"_s, u"late"_s}));
    }

    void thenTheSoonestDeadlineAndNoneComesLast()
    {
        Conversation answered = named(u"answered"_s, u"2025-11-18T08:00:00Z");
        answered.messages.append(says(Sender::Agent, u"a"_s, u"2025-11-18T08:01:00Z"));
        const Conversation later = named(u"later"_s, u"2025-11-18T14:30:00Z");
        QCOMPARE(inOrder({answered, later, named(u"sooner"_s)}),
                 QStringList({u"sooner"_s, u"later"_s, u"answered"_s}));
    }

    void withinFiveMinutesTheTierDecidesThenValueThenWaiting()
    {
        Conversation contained = named(u"a-tier"_s, u"2025-11-18T14:00:00Z");
        contained.routeTaken = Route::Contain;
        Conversation escalated = named(u"c-tier"_s, u"2025-11-18T14:04:59Z");
        escalated.routeTaken = Route::Escalate;
        Conversation vip = named(u"vip"_s, u"2025-11-18T14:03:00Z");
        vip.customer.value = ValueTier::Vip;
        Conversation standard = named(u"standard"_s, u"2025-11-18T14:02:00Z");
        standard.customer.value = ValueTier::Standard;
        const Conversation unknown = named(u"unknown"_s, u"2025-11-18T14:01:00Z");
        Conversation longer = named(u"longer"_s, u"2025-11-18T14:03:00Z");
        longer.waitingSince = at(u"2025-11-18T14:00:30Z");
        QCOMPARE(inOrder({contained, unknown, longer, standard, vip, escalated}),
                 QStringList({u"c-tier"_s, u"vip"_s, u"standard"_s, u"longer"_s, u"unknown"_s,
                              u"a-tier"_s}));
    }

    void equalRowsStandByTheirId()
    {
        QCOMPARE(inOrder({named(u"k2"_s), named(u"k10"_s), named(u"k1"_s)}),
                 QStringList({u"k1"_s, u"k10"_s, u"k2"_s}));
    }

    void aPacketWithoutAQueueBelongsToTheDefaultOne()
    {
        Conversation c = named(u"k"_s);
        QCOMPARE(place(c, tenMinutes()).queue, QueueId(u"general"_s));
        c.queue = QueueId(u"elsewhere"_s);
        QCOMPARE(place(c, tenMinutes()).queue, QueueId(u"elsewhere"_s));
    }

    void aRowSaysWhatSpeaksForIt()
    {
        Conversation c = named(u"k"_s);
        c.routeTaken = Route::Escalate;
        c.customer.value = ValueTier::Vip;
        const Placement placement = place(c, tenMinutes());
        const PlaceReasons before = explainPlace(placement, {}, at(u"2025-11-18T14:09:00Z"));
        QCOMPARE(before.sla, placement.sla);
        QCOMPARE(before.reasons,
                 QList({PlaceReason::Due, PlaceReason::TierC, PlaceReason::Value,
                        PlaceReason::WaitingSince}));
        QCOMPARE(explainPlace(placement, {}, at(u"2025-11-18T14:10:00Z")).reasons.first(),
                 PlaceReason::Overdue);
        QCOMPARE(explainPlace(place(named(u"plain"_s), Policy()), {}, at(u"2025-11-18T14:09:00Z"))
                     .reasons,
                 QList({PlaceReason::WaitingSince}));
    }

    void whatDecidedAgainstTheRowAboveComesFirst()
    {
        const Instant now = at(u"2025-11-18T14:01:00Z");
        const Placement mine = place(named(u"k"_s), tenMinutes());
        PlaceKey above = mine.key;
        above.waitingSince -= 1;
        QCOMPARE(explainPlace(mine, above, now).reasons,
                 QList({PlaceReason::WaitingSince, PlaceReason::Due}));
        above.value = 0;
        QCOMPARE(explainPlace(mine, above, now).reasons.first(), PlaceReason::Value);
        above.tier = 0;
        QCOMPARE(explainPlace(mine, above, now).reasons.first(), PlaceReason::TierC);
        above.dueFloor -= 300'000;
        QCOMPARE(explainPlace(mine, above, now).reasons.first(), PlaceReason::Due);
        above.safety = 0;
        QCOMPARE(explainPlace(mine, above, now).reasons.first(), PlaceReason::Safety);
    }

    void theBundledPolicyPlacesQuickly()
    {
        const Policy policy = bundledPolicy();
        Conversation c = named(u"k"_s);
        c.queue = QueueId(u"payments"_s);
        for (int i = 0; i < 20; ++i)
            c.messages.append(says(i % 2 ? Sender::Customer : Sender::Bot, QString::number(i),
                                   u"2025-11-18T14:00:00Z"));
        QElapsedTimer timer;
        timer.start();
        constexpr int calls = 20'000;
        qint64 sum = 0;
        for (int i = 0; i < calls; ++i) {
            c.messages[0].at.ms += 60'000;
            sum += place(c, policy).key.dueFloor % 7;
        }
        const qint64 perCall = timer.nsecsElapsed() / calls;
        qInfo("%lld ns a call (%lld)", perCall, sum);
        QVERIFY2(perCall < 50'000, "placing must stay far below reading a packet");
    }
};

BATON_TEST(PlaceTest)
#include "PlaceTest.moc"
