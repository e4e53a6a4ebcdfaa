#include "ui/models/LiveSigns.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

constexpr Instant signsNow{1763467200000};
const ConversationId signsTalk{u"c1"_s};

LiveMoment atNoon(bool away = false, std::optional<Instant> lastSync = {})
{
    return {signsNow, away, lastSync, QTimeZone::utc()};
}

SourceLine lineOf(SupportKind kind, const QString &source)
{
    SourceLine line;
    line.kind = kind;
    line.source = source;
    line.aside = u"aside"_s;
    return line;
}

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
        const LiveSigns fresh = liveSigns(answeredBefore(minuteMs), signsTalk, atNoon());
        QVERIFY(!fresh.isOld(SupportKind::LookUp, u"payments"_s));
        QCOMPARE(asideOf(lineOf(SupportKind::LookUp, u"payments"_s), fresh), u"as of 11:59"_s);
        const LiveSigns old = liveSigns(answeredBefore(4 * minuteMs), signsTalk, atNoon());
        QVERIFY(old.isOld(SupportKind::LookUp, u"payments"_s));
        QVERIFY(!old.isOld(SupportKind::Passage, u"payments"_s));
        QCOMPARE(asideOf(lineOf(SupportKind::LookUp, u"payments"_s), old), u"4 min old"_s);
        QCOMPARE(asideOf(lineOf(SupportKind::Passage, u"payments"_s), old), u"aside"_s);
        QCOMPARE(asideOf(lineOf(SupportKind::LookUp, u"a step of the bot"_s), old), u"aside"_s);
    }

    void whileUpstreamIsAwayAllThatWasLookedUpIsOld()
    {
        const LiveSigns away = liveSigns({}, signsTalk, atNoon(true, signsNow + -4 * minuteMs));
        QVERIFY(away.isOld(SupportKind::Order, u"NW-1"_s));
        QVERIFY(away.isOld(SupportKind::LookUp, u"payments.list"_s));
        QVERIFY(!away.isOld(SupportKind::Message, u"m1"_s));
        QCOMPARE(asideOf(lineOf(SupportKind::Order, u"NW-1"_s), away), u"4 min old"_s);
    }

    void theSystemsOfAnotherConversationSayNothing()
    {
        const LiveSigns signs
            = liveSigns(answeredBefore(4 * minuteMs), ConversationId(u"c2"_s), atNoon());
        QCOMPARE(signs, LiveSigns());
    }

    void whatWasApprovedIsUndoneUntilItEnded()
    {
        LiveSnapshot snapshot{signsTalk, {}, {}, {}};
        ActionEntry entry;
        entry.request.title = u"Refund"_s;
        entry.status = ActionStatus::Done;
        snapshot.actions = {entry};
        QVERIFY(liveSigns(snapshot, signsTalk, atNoon()).undone.isEmpty());
        entry.status = ActionStatus::Waiting;
        snapshot.actions += entry;
        const QList<Undone> undone = liveSigns(snapshot, signsTalk, atNoon()).undone;
        QCOMPARE(undone, (QList<Undone>{{u"Refund"_s, u"On its way."_s}}));
    }
};

BATON_TEST(LiveSignsTest)
#include "LiveSignsTest.moc"
