#include "core/sync/Reconcile.h"
#include "tests/support/TestProgram.h"
#include "tests/sync/Conversations.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;
using sync::reconcile;

class ReconcileTagsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdWhoeverHasIt()
    {
        Conversation upstream = waiting(u"c1"_s);
        upstream.tags = {u"Lamp"_s, u"vip"_s};
        Acts acts;
        Act &first = acts.add(ActKind::Tag, upstream).act;
        first.tagsAdded = {u"Late"_s, u"VIP"_s};
        first.tagsRemoved = {u"lamp"_s};
        upstream.owner = bob; // somebody took it meanwhile
        upstream.state = State::Claimed;
        const QStringList both{u"vip"_s, u"Late"_s};
        QCOMPARE(reconcile(upstream, acts.all()).tags, both);
        QCOMPARE(reconcile(upstream, acts.all()).owner, bob);

        acts.setAll(ActStatus::Acknowledged);
        QCOMPARE(reconcile(upstream, acts.all()).tags, both);
        upstream.tags = both; // it shows them itself
        QCOMPARE(reconcile(upstream, acts.all()).tags, both);
        upstream.version = 2;
        upstream.owner = bob; // whoever has it: it says otherwise now
        upstream.tags = {u"other"_s};
        QCOMPARE(reconcile(upstream, acts.all()).tags, QStringList{u"other"_s});
        upstream.tags.clear(); // one that knows no tags takes none away
        QCOMPARE(reconcile(upstream, acts.all()).tags, QStringList({u"Late"_s, u"VIP"_s}));
        acts.setAll(ActStatus::Undone);
        QVERIFY(reconcile(upstream, acts.all()).tags.isEmpty());
    }
};

BATON_TEST(ReconcileTagsTest)
#include "ReconcileTagsTest.moc"
