#include "tests/support/TestProgram.h"
#include "tests/ui/ShownPanel.h"
#include "ui/panels/EmptyState.h"
#include "ui/panels/FilterPopover.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/MenuRow.h"
#include "ui/panels/SortPopover.h"

#include <QtTest/QSignalSpy>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;
using namespace baton::test;

class QueueArrangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filtersByKeysAndSaysSo()
    {
        ShownPanel s;
        s.show(50);
        QSignalSpy arranged(&s.panel, &QueuePanel::arranged);
        s.panel.filterButton()->click();
        auto *popover = s.panel.findChild<FilterPopover *>();
        QTRY_VERIFY(popover && popover->isVisible());
        QTest::keyClick(popover, Qt::Key_1);
        QTest::keyClick(popover, Qt::Key_4);
        QTest::keyClick(popover, Qt::Key_N);
        QVERIFY2(popover->isVisible(), "one choice closes it");
        QCOMPARE(arranged.size(), 3);
        const auto filter = arranged.last()[0].value<QueueFilter>();
        QCOMPARE(filter.tiers, tierBit(Route::Escalate));
        QCOMPARE(filter.channels, channelBit(Channel::Chat));
        QVERIFY(filter.unclaimed && !filter.upset);
        QVERIFY(s.panel.list()->isLoading());
        QCOMPARE(s.heading(), u"Soonest deadline first · Tier C · Chat · Nobody has it"_s);

        QueueSnapshot none = queueSnapshot({}, ListSubject::Changed, {});
        none.filter = filter;
        s.panel.setQueue(none);
        QVERIFY(!s.panel.list()->isLoading());
        QCOMPARE(s.page(), "baton::ui::EmptyState"_L1);

        QTest::keyClick(popover, Qt::Key_0);
        QTRY_VERIFY(!s.panel.findChild<FilterPopover *>());
        QCOMPARE(arranged.last()[0].value<QueueFilter>(), QueueFilter());
        QCOMPARE(s.heading(), u"Soonest deadline first"_s);
    }

    void theEmptyStateTakesTheFilterAway()
    {
        ShownPanel s;
        s.show(3);
        s.panel.filterButton()->click();
        QTest::keyClick(s.panel.findChild<FilterPopover *>(), Qt::Key_U);
        QueueSnapshot none = queueSnapshot({}, ListSubject::Changed, {});
        none.filter = s.panel.filter();
        QVERIFY(none.filter.upset);
        s.panel.setQueue(none);
        QSignalSpy arranged(&s.panel, &QueuePanel::arranged);
        Q_EMIT s.panel.findChild<EmptyState *>()->doorOpened(0);
        QCOMPARE(arranged.size(), 1);
        QCOMPARE(arranged[0][0].value<QueueFilter>(), QueueFilter());
    }

    void sortsByTheLineOverTheList()
    {
        ShownPanel s;
        s.show(50);
        QSignalSpy arranged(&s.panel, &QueuePanel::arranged);
        QTest::mouseClick(s.panel.header(), Qt::LeftButton);
        auto *popover = s.panel.findChild<SortPopover *>();
        QTRY_VERIFY(popover && popover->isVisible());
        QTest::keyClick(popover, Qt::Key_2);
        QCOMPARE(arranged.size(), 1);
        QCOMPARE(arranged[0][1].value<QueueSort>(), QueueSort::LongestWaiting);
        QCOMPARE(s.heading(), u"Longest waiting first"_s);
        QTRY_VERIFY(!s.panel.findChild<SortPopover *>());

        QueueSnapshot archive = queueSnapshot({5, 6}, ListSubject::Changed, queueRows({5, 6}));
        archive.view = QueueView::Archive;
        archive.sort = QueueSort::LongestWaiting;
        s.panel.setQueue(archive);
        QCOMPARE(s.heading(), u"Newest first"_s);
        s.panel.openSort();
        QCOMPARE(s.panel.findChild<SortPopover *>()->findChildren<MenuRow *>().size(), 1);
    }
};

BATON_TEST(QueueArrangeTest)
#include "QueueArrangeTest.moc"
