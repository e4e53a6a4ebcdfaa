#include "core/policy/Versions.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::policy;

class VersionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileWithOtherSettingsReadsAsThePolicyItWasMadeFrom()
    {
        Policy policy = bundledPolicy();
        policy.version = 2;
        Judgement &limits = policy.judgement;
        limits.containConfidence = 0.82;
        limits.mediumConfidence = 0.6;
        limits.moodAtOrBelow = 3;
        limits.valueFrom = ValueTier::Plus;
        limits.off = {Rule::Mood, Rule::BrokenPromise};
        limits.matrix.insert(u"order_status"_s, {Level::High, Level::Low});
        limits.open = {u"missing_item"_s};
        limits.rolledBack = {u"return_label"_s, u"refund_status"_s};
        limits.rolledBackTiers = {Route::Assist};
        limits.canary = {{u"missing_item"_s, 0.05}};
        policy.stopLoss.csatFall = 0.08;
        policy.stopLoss.recontactRise = 0.3;
        policy.stopLoss.csatLevel = 0.7;
        policy.stopLoss.windows = {2, 4};
        policy.stopLoss.watchesRecontacts = false;
        policy.stopLoss.byTier = true;
        policy.stopLoss.marks.insert(u"containment"_s, 0.5);
        const auto file = withSettings(bundledPolicyFile(), policy);
        QVERIFY(file);
        const auto read = readPolicy(*file);
        QVERIFY(read);
        QCOMPARE(*read, policy);
        QCOMPARE(withSettings(*file, *read).value_or({}), *file);
        QVERIFY(!withSettings("{}", policy));
        policy.stopLoss.csatLevel.reset(); // a level that went is said no more
        QVERIFY(!withSettings(*file, policy).value_or({}).contains("csat_level"));
        // What a short file leaves out stays out, where it means the same.
        QByteArray small = bundledPolicyFile();
        const qsizetype from = small.indexOf("\"stop_loss\": {");
        const qsizetype to = small.indexOf("\"stays_here\"");
        small.replace(from, to - from, "\"stop_loss\": {\"csat_fall\": 0.06},\n    ");
        auto shortened = readPolicy(small);
        QVERIFY(shortened);
        shortened->stopLoss.coolDownWeeks = 5;
        const auto changed = withSettings(small, *shortened);
        QVERIFY(changed && readPolicy(*changed).value_or({}) == *shortened);
        QStringList places;
        for (const PolicyChange &change : differences(small, *changed)) {
            if (change.place.startsWith(u"/stop_loss"))
                places.append(change.place);
        }
        QCOMPARE(places,
                 QStringList({u"/stop_loss/cool_down_weeks"_s, u"/stop_loss/recontact_rise"_s}));
    }

    void differencesAreSettings()
    {
        Policy policy = bundledPolicy();
        policy.version = 2;
        const auto same = withSettings(bundledPolicyFile(), policy);
        QVERIFY(same);
        QCOMPARE(differences(bundledPolicyFile(), *same), QList<PolicyChange>());
        policy.judgement.containConfidence = 0.9;
        policy.judgement.open.insert(u"missing_item"_s);
        policy.judgement.off.insert(Rule::Mood);
        policy.judgement.matrix.insert(u"order_status"_s, {Level::High, Level::Low});
        const auto file = withSettings(bundledPolicyFile(), policy);
        QVERIFY(file);
        const QList<PolicyChange> changes = differences(*same, *file);
        const QList<PolicyChange> wanted{{u"/judgement/contain_confidence"_s, u"0.85"_s, u"0.9"_s},
                                         {u"/judgement/matrix/order_status"_s,
                                          {},
                                          u"{\"risk\":\"high\",\"complexity\":\"low\"}"_s},
                                         {u"/judgement/open"_s, {}, u"missing_item"_s},
                                         {u"/judgement/switches/mood"_s, u"true"_s, u"false"_s}};
        QCOMPARE(changes, wanted);
        QCOMPARE(differences(*file, *same).size(), 4);
        QCOMPARE(differences("not json", "{}"), QList<PolicyChange>());
    }

    void deadlinesAndHoursAreWrittenAndAllElseStays()
    {
        Policy policy = bundledPolicy();
        const auto before = withSettings(bundledPolicyFile(), policy);
        policy.targets[0].minutes = 200; // everything else
        policy.targets.removeAt(1);      // chat
        policy.targets.append(
            {QueueId(u"orders"_s), Channel::Email, Route::Assist, ValueTier::Plus, 90});
        Calendar &shop = policy.calendars[1];
        shop.week[5].clear();
        shop.week[6] = {{600, 720}, {780, 1440}};
        shop.holidays.removeFirst();
        shop.holidays.append(QDate(2027, 5, 1));
        const auto file = withSettings(bundledPolicyFile(), policy);
        QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
        QCOMPARE(*readPolicy(*file), policy);
        const QList<PolicyChange> wanted{
            {u"/calendars/shop/holidays"_s, u"2025-12-25"_s, {}},
            {u"/calendars/shop/holidays"_s, {}, u"2027-05-01"_s},
            {u"/calendars/shop/week/sat"_s, u"[[\"09:00\",\"16:00\"]]"_s, {}},
            {u"/calendars/shop/week/sun"_s, {}, u"[[\"10:00\",\"12:00\"],[\"13:00\",\"24:00\"]]"_s},
            {u"/targets/all/minutes"_s, u"240"_s, u"200"_s},
            {u"/targets/channel=chat"_s, u"{\"channel\":\"chat\",\"minutes\":30}"_s, {}},
            {u"/targets/queue=orders channel=email tier=B value=plus"_s,
             {},
             u"{\"queue\":\"orders\",\"channel\":\"email\",\"tier\":\"B\",\"value\":\"plus\","
             "\"minutes\":90}"_s}};
        QCOMPARE(differences(*before, *file), wanted);
        policy.targets.append(policy.targets.last());
        const auto twice = withSettings(bundledPolicyFile(), policy);
        QCOMPARE(differences(*file, *twice).first().place,
                 u"/targets/queue=orders channel=email tier=B value=plus #2"_s);
        // What cannot be held is refused by its place.
        policy.targets.last().minutes = 0;
        QVERIFY(withSettings(bundledPolicyFile(), policy)
                    .error()
                    .detail.startsWith(u"/targets/20/minutes: "_s));
        policy = bundledPolicy();
        policy.calendars[1].week[0] = {{600, 720}, {700, 800}};
        QVERIFY(withSettings(bundledPolicyFile(), policy)
                    .error()
                    .detail.startsWith(u"/calendars/1/week/mon/1: "_s));
    }

    void settingsAreTakenUponOtherQueues()
    {
        Policy old = bundledPolicy();
        old.targets = {{QueueId(u"gone"_s), {}, {}, {}, 5}, {QueueId(u"vip"_s), {}, {}, {}, 7}};
        old.calendars[1].week[0] = {{0, 60}};
        old.calendars[1].zone = "Asia/Tokyo";
        // Hours that the other has not, and a queue that it has not: both stay.
        old.queues.removeIf([](const Queue &one) { return one.calendar == u"payments"_s; });
        old.calendars[2].id = u"night"_s;
        old.queues[0].calendar = u"night"_s;
        Policy now = bundledPolicy();
        takeSettings(now, old);
        QCOMPARE(now.targets, (QList<Target>{{QueueId(u"vip"_s), {}, {}, {}, 7}}));
        QCOMPARE(now.calendars[1].week[0], (QList<Span>{{0, 60}}));
        QCOMPARE(now.calendars[1].zone, QByteArray("Asia/Tokyo"));
        QCOMPARE(now.calendars[2], old.calendars[2]);
        QCOMPARE(now.calendars[3], bundledPolicy().calendars[2]);
        QCOMPARE(now.queues[0].calendar, u"night"_s);
        QVERIFY(withSettings(bundledPolicyFile(), now));
    }

    void hoursAreAddedGivenAndTakenAway()
    {
        Policy policy = bundledPolicy();
        policy.version = 2;
        const auto before = withSettings(bundledPolicyFile(), policy);
        Calendar night = policy.calendars[1];
        night.id = u"night"_s;
        night.zone = "Asia/Tokyo";
        policy.calendars.append(night);
        for (Queue &queue : policy.queues) {
            if (queue.calendar == u"payments"_s)
                queue.calendar = u"night"_s;
        }
        policy.calendars.removeIf([](const Calendar &one) { return one.id == u"payments"_s; });
        const auto file = withSettings(bundledPolicyFile(), policy);
        QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
        QCOMPARE(readPolicy(*file).value_or({}).calendars, policy.calendars);
        QCOMPARE(readPolicy(*file).value_or({}).queues, policy.queues);
        QStringList places;
        for (const PolicyChange &change : differences(*before, *file))
            places.append(change.place);
        QVERIFY(places.contains(u"/calendars/night"_s));
        QVERIFY(places.contains(u"/calendars/payments"_s));
        QVERIFY(places.contains(u"/queues/payments/calendar"_s));
        // What a queue has cannot go.
        policy.calendars.removeLast();
        QVERIFY(withSettings(bundledPolicyFile(), policy)
                    .error()
                    .detail.endsWith(u"calendar: names no calendar"_s));
    }

    void hoursOfADraftAreCarriedOver()
    {
        const Policy before = bundledPolicy();
        Policy draft = before;
        draft.calendars[0].week[0] = {{0, 60}};
        Calendar night = before.calendars[1];
        night.id = u"night"_s;
        draft.calendars.append(night);
        draft.queues[0].calendar = u"night"_s;
        Policy live = before; // meanwhile others set others
        Calendar early = before.calendars[1];
        early.id = u"early"_s;
        live.calendars.append(early);
        live.queues[1].calendar = u"early"_s;
        live.calendars[1].week[6] = {{60, 120}};
        const Policy carried = carriedOver(draft, before, live);
        QStringList names;
        for (const Calendar &one : carried.calendars)
            names.append(one.id);
        QVERIFY(names.contains(u"early"_s) && names.contains(u"night"_s));
        QCOMPARE(names.size(), before.calendars.size() + 2);
        QCOMPARE(carried.calendars[0].week[0], (QList<Span>{{0, 60}}));
        QCOMPARE(carried.calendars[1].week[6], (QList<Span>{{60, 120}}));
        QCOMPARE(carried.queues[0].calendar, u"night"_s);
        QCOMPARE(carried.queues[1].calendar, u"early"_s);
    }

    void queuesAreComparedByTheirIds()
    {
        QByteArray other = bundledPolicyFile();
        other.replace("\"name\": \"Payments\"", "\"name\": \"Money\"");
        const QList<PolicyChange> wanted{{u"/queues/payments/name"_s, u"Payments"_s, u"Money"_s}};
        QCOMPARE(differences(bundledPolicyFile(), other), wanted);
    }

    void whatSaysTwoThingsIsFound()
    {
        const Catalogue catalogue = bundledCatalogue();
        Policy policy = bundledPolicy();
        QCOMPARE(conflictsIn(policy, catalogue), QList<PolicyProblem>());
        policy.judgement.open = {u"duplicate_charge"_s, u"order_status"_s, u"no_such"_s};
        policy.judgement.matrix.insert(u"duplicate_charge"_s, {Level::High, Level::High});
        policy.judgement.rolledBack = {u"order_status"_s};
        policy.targets.append(policy.targets.first());
        QList<PolicyConflict> kinds;
        for (const PolicyProblem &problem : conflictsIn(policy, catalogue))
            kinds.append(problem.kind);
        QCOMPARE(kinds,
                 (QList<PolicyConflict>{PolicyConflict::OpensTierC, PolicyConflict::UnknownIntent,
                                        PolicyConflict::OpensTierA, PolicyConflict::OpenAndBack,
                                        PolicyConflict::SameTarget}));
        policy = bundledPolicy();
        policy.judgement.canary = {{u"order_status"_s, 0.05}};
        QCOMPARE(conflictsIn(policy, catalogue), QList<PolicyProblem>());
        policy.judgement.rolledBack = {u"order_status"_s};
        QCOMPARE(conflictsIn(policy, catalogue).first().kind, PolicyConflict::CanaryAndBack);
        policy = bundledPolicy();
        policy.judgement.rolledBackTiers = {Route::Contain};
        QCOMPARE(conflictsIn(policy, catalogue).first().kind, PolicyConflict::NothingLeft);
    }

    void aRollBackTakesIntentsFromTheBot()
    {
        const Catalogue catalogue = bundledCatalogue();
        const Policy policy = rolledBack(bundledPolicy(), {u"order_status"_s});
        Signals signs;
        signs.intent = {u"order_status"_s, 0.99};
        QCOMPARE(decide(signs, bundledPolicy(), catalogue).route, Route::Contain);
        QCOMPARE(decide(signs, policy, catalogue).route, Route::Assist);
        const Policy tried = givenBack(policy, {u"order_status"_s}, 0.1);
        QCOMPARE(tried.judgement.canary, (QHash<QString, double>{{u"order_status"_s, 0.1}}));
        QVERIFY(tried.judgement.rolledBack.isEmpty());
        QCOMPARE(givenBack(tried, {u"order_status"_s}, 1), bundledPolicy());
        QCOMPARE(rolledBack(tried, {u"order_status"_s}), policy);
    }

    void aDraftTakesWhatWasRolledBackSince()
    {
        Judgement before;
        before.rolledBack = {u"a"_s, u"b"_s};
        before.canary = {{u"c"_s, 0.05}, {u"d"_s, 0.05}};
        Judgement live = before;
        live.rolledBack = {u"b"_s, u"e"_s};
        live.canary = {{u"a"_s, 0.05}, {u"d"_s, 0.05}};
        Judgement draft = before;
        draft.rolledBack.remove(u"b"_s); // which is the draft's own
        draft.canary.insert(u"d"_s, 0.2);
        takeRollBacks(draft, before, live);
        QCOMPARE(draft.rolledBack, (QSet<QString>{u"e"_s}));
        QCOMPARE(draft.canary, (QHash<QString, double>{{u"a"_s, 0.05}, {u"d"_s, 0.2}}));
    }
};

BATON_TEST(VersionsTest)
#include "VersionsTest.moc"
