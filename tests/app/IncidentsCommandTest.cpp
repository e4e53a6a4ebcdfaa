#include "Batonctl.h"

#include "core/desk/Kinship.h"
#include "core/desk/Profile.h"
#include "core/store/Store.h"
#include "core/sync/Reconcile.h"
#include "tests/support/TestProgram.h"
#include "tests/sync/demo/World.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

namespace {

/// The desk's store beside the demo's world, on its clock.
std::unique_ptr<store::Store> storeOf(const tests::Desk &desk, const Clock &clock)
{
    const policy::Policy policy = policy::bundledPolicy();
    const store::Rules rules{&sync::reconcile,
                             [policy](const Conversation &c, const auto &judged) {
                                 return policy::place(c, policy, judged);
                             },
                             {AgentId(u"ines"_s), u"Ines"_s, Role::Agent},
                             kinshipBy(policy)};
    auto store = store::Store::open(profileFor(desk.dataDir(), u"default"_s).paths,
                                    store::Access::ReadWrite, rules, clock);
    if (!store)
        qFatal("cannot open the store: %s", qPrintable(store.error().detail));
    return std::move(store).value();
}

void follow(test::World &world, store::Store &store, int minutes)
{
    for (int i = 0; i < minutes; ++i) {
        world.wait(test::minute);
        QList<store::Incoming> incoming;
        for (const packet::Packet &packet : world.pull())
            incoming.append({packet, u"demo"_s, 1});
        if (!store.apply(incoming, Origin::Upstream).result())
            qFatal("apply failed");
    }
}

} // namespace

/// In the demo's world, as a desk meets it.
class IncidentsCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrdinaryAfternoonHasNone()
    {
        const tests::Desk desk;
        test::World world(1);
        const auto store = storeOf(desk, world.clock);
        follow(world, *store, 180);
        QCOMPARE(store->incidents().result()->size(), 0);
    }

    void aPageThatIsDownIsOne()
    {
        const tests::Desk desk;
        {
            test::World world(1);
            const auto store = storeOf(desk, world.clock);
            follow(world, *store, 5);
            QVERIFY(world.control.begin(u"page_down"_s));
            follow(world, *store, 25);
            const QList<Incident> found = *store->incidents().result();
            QCOMPARE(found.size(), 1);
            QVERIFY2(found.first().customers >= 10,
                     qPrintable(QString::number(found.first().customers)));
            QVERIFY(found.first().alike.size() >= 5);
        }
        const Ran listed = desk.run({u"incidents"_s});
        QCOMPARE(listed.exit, 0);
        QCOMPARE(listed.lines().size(), 1);
        QVERIFY(listed.out.contains("customers"));
        const Ran json = desk.run({u"incidents"_s, u"--json"_s});
        QCOMPARE(json.json().size(), 1);
        const nlohmann::json incident = json.json().first();
        QCOMPARE(keysOf(incident),
                 QStringList({u"customers"_s, u"newest"_s, u"since"_s, u"waiting"_s, u"words"_s}));
        QVERIFY(incident.at("customers") >= 10);
        QVERIFY(incident.at("waiting").size() >= 5);
    }

    void nothingStoredIsSaid()
    {
        const tests::Desk desk;
        const Ran nowhere = desk.run({u"incidents"_s});
        QCOMPARE(nowhere.exit, 3);
        QVERIFY(nowhere.err.contains("Nothing is stored"));
        QCOMPARE(desk.run({u"incidents"_s, u"now"_s}).exit, 2);
    }
};

BATON_TEST(IncidentsCommandTest)
#include "IncidentsCommandTest.moc"
