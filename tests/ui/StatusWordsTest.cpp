#include "ui/window/StatusWords.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

constexpr Instant now{1763474760000}; // 2025-11-18 14:06:00 UTC
constexpr qint64 steady = 1'000'000;

StatusSnapshot online()
{
    StatusSnapshot s;
    s.connection = Connection::Online;
    s.upstreamName = u"folder"_s;
    s.lastSync = now + -3000;
    return s;
}

StatusSnapshot offline()
{
    StatusSnapshot s = online();
    s.connection = Connection::Offline;
    s.offlineSince = now + -4 * 60'000;
    s.nextTrySteadyMs = steady + 18'000;
    s.problem = Error{ErrorCode::Offline, u"/srv/packets"_s, u"not mounted"_s};
    return s;
}

} // namespace

class StatusWordsTest : public QObject
{
    Q_OBJECT

private:
    const QTimeZone m_utc = QTimeZone::utc();
    StatusWords words(const StatusSnapshot &s) const { return statusWords(s, now, m_utc); }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void whileAllIsWell()
    {
        const StatusWords w = words(online());
        QCOMPARE(w.connection.text, u"Connected to the folder"_s);
        QCOMPARE(w.connection.tone, paint::Tone::Ok);
        QCOMPARE(w.synced.text, u"Synced 3 s ago"_s);
        QCOMPARE(w.outbox.text, u"Outbox empty"_s);
        QVERIFY(w.rejected.text.isEmpty());
        QVERIFY(banners(online(), {}, steady, now, m_utc).isEmpty());
        StatusSnapshot demo = online();
        demo.upstreamName = u"demo"_s; // who looks on knows that none of it is true
        QCOMPARE(words(demo).connection.text, u"Demo · invented data"_s);
        QCOMPARE(words(demo).connection.tone, paint::Tone::Ai);
    }

    void offlineSaysSinceWhenAndWhatStillWorks()
    {
        StatusSnapshot s = offline();
        s.outboxWaiting = 3;
        const StatusWords w = words(s);
        QCOMPARE(w.connection.text, u"Offline 4 min"_s);
        QCOMPARE(w.synced.text, u"Last sync 14:05"_s);
        QCOMPARE(w.outbox.text, u"Outbox 3 waiting"_s);
        QCOMPARE(w.outbox.tone, paint::Tone::Warn);

        const QList<Banner> all = banners(s, {}, steady, now, m_utc);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].title, u"Working offline since 14:02."_s);
        QCOMPARE(
            all[0].sentence,
            u"Replies wait and are compared with the thread before they leave. Actions wait too."_s);
        QCOMPARE(all[0].aside, u"Next try in 18 s"_s);
        QCOMPARE(all[0].button, u"Try now"_s);
        QVERIFY(!all[0].dismissable);
        // No countdown below nothing while a try is running.
        QVERIFY(banners(s, {}, steady + 18'000, now, m_utc)[0].aside.isEmpty());
    }

    void theLogIsCalledIntactOnlyOnceItWasVerified()
    {
        StatusSnapshot s = online();
        QVERIFY(words(s).audit.text.isEmpty());
        s.auditChecked = true;
        QCOMPARE(words(s).audit.text, u"Log altered"_s);
        QCOMPARE(banners(s, {}, steady, now, m_utc)[0].kind, BannerKind::LogAltered);
        s.auditIntact = true;
        QCOMPARE(words(s).audit.text, u"Log intact"_s);
        QVERIFY(banners(s, {}, steady, now, m_utc).isEmpty());
    }

    void theGravestThingInTheOutboxIsNamed()
    {
        StatusSnapshot s = online();
        s.outboxWaiting = 3;
        QCOMPARE(words(s).outbox.tone, paint::Tone::Neutral);
        s.outboxHeld = 1;
        QCOMPARE(words(s).outbox.text, u"Outbox 1 held"_s);
        s.outboxRefused = 2;
        QCOMPARE(words(s).outbox.text, u"Outbox 2 refused"_s);
    }

    void aDamagedCacheAndAnErrorAreToldMostPressingFirst()
    {
        StatusSnapshot s = offline();
        s.cacheSetAside = u"/data/cache.sqlite.damaged"_s;
        const Error error{ErrorCode::Io, u"/data/desk.sqlite"_s, u"no space"_s};
        const QList<Banner> all = banners(s, error, steady, now, m_utc);
        QList<BannerKind> kinds;
        for (const Banner &banner : all)
            kinds += banner.kind;
        QCOMPARE(
            kinds,
            (QList<BannerKind>{BannerKind::Error, BannerKind::Offline, BannerKind::CacheSetAside}));
        QVERIFY(all[0].details.contains(u"no space"_s));
        QVERIFY(!all[0].title.contains(u"no space"_s));
        QCOMPARE(all[2].details, s.cacheSetAside);
        QVERIFY(all[0].dismissable && all[2].dismissable);
    }

    void aLongPullSaysHowFarItIs()
    {
        StatusSnapshot s = online();
        s.busy = true;
        s.progress = .4;
        QCOMPARE(words(s).connection.text, u"Reading, 40\u202F% done"_s);
        s.progress = 1;
        QCOMPARE(words(s).connection.text, u"Connected to the folder"_s);
    }

    void anArchiveHasNoSource()
    {
        StatusSnapshot s;
        s.connection = Connection::NoUpstream;
        QCOMPARE(words(s).connection.text, u"Archive only, no folder chosen"_s);
        QVERIFY(words(s).synced.text.isEmpty());
    }
};

BATON_TEST(StatusWordsTest)
#include "StatusWordsTest.moc"
