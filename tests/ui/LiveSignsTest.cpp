#include "ui/models/LiveSigns.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

constexpr Instant signsNow{1763467200000};
const ConversationId signsTalk{u"c1"_s};

LiveSnapshot answeredBefore(qint64 ms)
{
    LiveLookUp lookUp;
    lookUp.name = u"payments"_s;
    lookUp.at = signsNow + -ms;
    lookUp.freshMs = 2 * minuteMs;
    return {signsTalk, {lookUp}, {}, {}};
}

} // namespace

class LiveSignsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsOldPastItsFreshness()
    {
        const LiveSigns fresh = liveSigns(answeredBefore(minuteMs), signsTalk, {signsNow});
        QVERIFY(!fresh.isOld(SupportKind::LookUp, u"payments"_s));
        QVERIFY(fresh.ageOf(SupportKind::LookUp, u"payments"_s).startsWith(u"as of "_s));
        const LiveSigns old = liveSigns(answeredBefore(4 * minuteMs), signsTalk, {signsNow});
        QVERIFY(old.isOld(SupportKind::LookUp, u"payments"_s));
        QVERIFY(!old.isOld(SupportKind::Passage, u"payments"_s));
        QCOMPARE(old.ageOf(SupportKind::LookUp, u"payments"_s), u"4 min old"_s);
        QVERIFY(old.ageOf(SupportKind::Passage, u"payments"_s).isEmpty());
    }

    void whileUpstreamIsAwayAllThatWasLookedUpIsOld()
    {
        const LiveSigns away = liveSigns({}, signsTalk, {signsNow, true, signsNow + -4 * minuteMs});
        QVERIFY(away.isOld(SupportKind::Order, u"NW-1"_s));
        QVERIFY(away.isOld(SupportKind::LookUp, u"payments.list"_s));
        QVERIFY(!away.isOld(SupportKind::Message, u"m1"_s));
        QCOMPARE(away.ageOf(SupportKind::Order, u"NW-1"_s), u"4 min old"_s);
    }

    void theSystemsOfAnotherConversationSayNothing()
    {
        const LiveSigns signs
            = liveSigns(answeredBefore(4 * minuteMs), ConversationId(u"c2"_s), {signsNow});
        QCOMPARE(signs, LiveSigns());
    }

    void whatWasApprovedIsUndoneUntilItEnded()
    {
        LiveSnapshot snapshot{signsTalk, {}, {}, {}};
        ActionEntry entry;
        entry.request.title = u"Refund"_s;
        entry.status = ActionStatus::Done;
        snapshot.actions = {entry};
        QVERIFY(liveSigns(snapshot, signsTalk, {signsNow}).undone.isEmpty());
        entry.status = ActionStatus::Waiting;
        snapshot.actions += entry;
        QVERIFY(liveSigns(snapshot, signsTalk, {signsNow}).undone.startsWith(u"Refund: "_s));
    }
};

BATON_TEST(LiveSignsTest)
#include "LiveSignsTest.moc"
