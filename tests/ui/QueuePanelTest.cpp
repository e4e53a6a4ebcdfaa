#include "ui/panels/QueuePanel.h"

#include "tests/support/TestProgram.h"
#include "tests/ui/ShownPanel.h"
#include "ui/models/QueueModel.h"
#include "ui/panels/EmptyState.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/QueueHeader.h"
#include "ui/panels/QueueListView.h"
#include "ui/panels/QueueNews.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/ViewButton.h"
#include "ui/theme/BatonStyle.h"

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;
using namespace baton::test;

class QueuePanelTest : public QObject
{
    Q_OBJECT

    const Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void pickingARowOpensItsConversation()
    {
        ShownPanel s;
        s.show(50);
        QSignalSpy opened(&s.panel, &QueuePanel::opened);
        QTest::mouseClick(s.panel.list()->viewport(), Qt::LeftButton, {},
                          s.panel.list()->rowRect(2).center());
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<ConversationId>(), queueId(3));
    }

    void aKeyHeldDownOpensTheFirstAndTheLast()
    {
        ShownPanel s;
        s.show(50);
        QSignalSpy opened(&s.panel, &QueuePanel::opened);
        for (int i = 0; i < 6; ++i)
            s.panel.next();
        QCOMPARE(opened.size(), 1);
        s.panel.setOpen(queueId(1)); // the answer to the first opening
        QCOMPARE(s.panel.list()->selectedRow(), 5);
        QTRY_COMPARE(opened.size(), 2);
        QCOMPARE(opened[1][0].value<ConversationId>(), queueId(6));
        s.panel.previous();
        QCOMPARE(s.panel.list()->selectedRow(), 4);
    }

    void enterGoesIntoTheConversation()
    {
        ShownPanel s;
        s.show(50);
        QSignalSpy entered(&s.panel, &QueuePanel::entered);
        s.panel.focusList();
        s.panel.next();
        s.panel.openCurrent();
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered[0][0].value<ConversationId>(), queueId(1));
    }

    void aRowThatIsNotThereYetOpensWhenItComes()
    {
        ShownPanel s;
        const auto numbers = queueNumbers(500);
        s.panel.setQueue(queueSnapshot(numbers, ListSubject::Changed, queueRows(numbers)));
        QSignalSpy opened(&s.panel, &QueuePanel::opened);
        QSignalSpy needed(&s.panel, &QueuePanel::needRows);
        s.panel.focusList();
        QTest::keyClick(s.panel.list(), Qt::Key_End);
        QCOMPARE(opened.size(), 0);
        QTRY_VERIFY(!needed.isEmpty());
        QCOMPARE(needed.last().mid(1), (QVariantList{400, 499}));
        s.panel.setRows(s.panel.model().snapshot().generation, queueRows(numbers, 400, 100));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<ConversationId>(), queueId(500));
    }

    void whatIsOpenedElsewhereIsSelectedInSilence()
    {
        ShownPanel s;
        s.show(50);
        QSignalSpy opened(&s.panel, &QueuePanel::opened);
        s.panel.setOpen(queueId(40));
        QCOMPARE(s.panel.list()->selectedRow(), 39);
        QVERIFY(s.panel.list()->lastVisible() >= 39);
        s.panel.setOpen({});
        QCOMPARE(s.panel.list()->selectedRow(), -1);
        QCOMPARE(opened.size(), 0);
    }

    void theOpenConversationStaysSelectedThroughARefresh()
    {
        ShownPanel s;
        s.show(50);
        s.panel.setOpen(queueId(4));
        auto numbers = queueNumbers(50);
        std::rotate(numbers.begin(), numbers.begin() + 30, numbers.end());
        s.panel.setQueue(queueSnapshot(numbers));
        QCOMPARE(s.panel.model().number(s.panel.list()->selectedRow()), 4);
    }

    void nothingJumpsUnderThePointer()
    {
        ShownPanel s;
        s.show(50);
        s.pointAt(2);
        auto numbers = queueNumbers(50);
        numbers.insert(numbers.begin(), {101, 102, 103});
        s.panel.setQueue(queueSnapshot(numbers, ListSubject::Same, queueRows(numbers)));
        QVERIFY(s.panel.isWaitingForPointer());
        QCOMPARE(s.panel.model().number(2), 3);
        auto *news = s.panel.findChild<QueueNews *>();
        QVERIFY(news->isVisible());
        QCOMPARE(news->text(), u"3 new"_s);
        s.pointAway();
        QVERIFY(!s.panel.isWaitingForPointer());
        QVERIFY(!news->isVisible());
        QCOMPARE(s.panel.model().number(2), 103);
    }

    void aNewOrderWaitsTwoSecondsAtMost()
    {
        ShownPanel s;
        s.show(50);
        s.pointAt(2);
        auto numbers = queueNumbers(50);
        std::swap(numbers[1], numbers[3]);
        s.panel.setQueue(queueSnapshot(numbers));
        QVERIFY(s.panel.isWaitingForPointer());
        QTRY_COMPARE_WITH_TIMEOUT(s.panel.model().number(1), 4, 4000);
        QVERIFY(s.panel.list()->hasPointer());
    }

    void aClickOnTheNewsLetsThemIn()
    {
        ShownPanel s;
        s.show(50);
        s.pointAt(2);
        auto numbers = queueNumbers(50);
        numbers.insert(numbers.begin(), 101);
        s.panel.setQueue(queueSnapshot(numbers));
        s.panel.findChild<QueueNews *>()->click();
        QCOMPARE(s.panel.model().number(0), 101);
    }

    void whatHappensBelowIsTakenAtOnce()
    {
        ShownPanel s;
        s.show(50);
        s.pointAt(2);
        s.panel.setQueue(queueSnapshot(queueNumbers(80)));
        QVERIFY(!s.panel.isWaitingForPointer());
        QCOMPARE(s.panel.model().rowCount(), 80);
    }

    void searchSpeaksAsYouType()
    {
        ShownPanel s;
        s.show(50);
        QSignalSpy searched(&s.panel, &QueuePanel::searchChanged);
        s.panel.focusSearch();
        QTRY_VERIFY(s.panel.searchField()->hasFocus());
        QTest::keyClicks(s.panel.searchField(), u"NW"_s);
        QCOMPARE(searched.size(), 2);
        QCOMPARE(searched[1][0].toString(), u"NW"_s);

        QueueSnapshot found = queueSnapshot({5, 6}, ListSubject::Changed, queueRows({5, 6}));
        found.search = u"NW"_s;
        s.panel.setQueue(found);
        QCOMPARE(s.heading(), u"Newest first"_s);
        s.panel.setMatchCount(u"N"_s, 99);
        QCOMPARE(s.heading(), u"Newest first"_s);
        s.panel.setMatchCount(u"NW"_s, 1234);
        QCOMPARE(s.heading(), u"Newest first · 1,234 matches"_s);

        QTest::keyClick(s.panel.searchField(), Qt::Key_Escape);
        QCOMPARE(searched.last()[0].toString(), QString());
        s.show(50);
        QCOMPARE(s.heading(), u"Soonest deadline first"_s);
    }

    void aSpaceSearchesForNothingNew()
    {
        ShownPanel s;
        s.show(5);
        QSignalSpy searched(&s.panel, &QueuePanel::searchChanged);
        s.panel.searchField()->setText(u" "_s);
        QCOMPARE(searched.size(), 0);
        QVERIFY(!s.panel.list()->isLoading());
    }

    void fromTheSearchIntoTheMatches()
    {
        ShownPanel s;
        s.show(50);
        QSignalSpy entered(&s.panel, &QueuePanel::entered);
        s.panel.focusSearch();
        QTRY_VERIFY(s.panel.searchField()->hasFocus());
        QTest::keyClick(s.panel.searchField(), Qt::Key_Down);
        QVERIFY(s.panel.list()->hasFocus());
        QCOMPARE(s.panel.list()->selectedRow(), 0);
        s.panel.focusSearch();
        QTest::keyClick(s.panel.searchField(), Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
    }

    void enterWaitsForTheRightMatches()
    {
        ShownPanel s;
        s.show(50);
        QSignalSpy entered(&s.panel, &QueuePanel::entered);
        s.panel.focusSearch();
        QTRY_VERIFY(s.panel.searchField()->hasFocus());
        QTest::keyClicks(s.panel.searchField(), u"NW"_s);
        QTest::keyClick(s.panel.searchField(), Qt::Key_Return);
        QueueSnapshot early = queueSnapshot({8}, ListSubject::Changed, queueRows({8}));
        early.search = u"N"_s;
        s.panel.setQueue(early);
        QCOMPARE(entered.size(), 0);
        QueueSnapshot right = queueSnapshot({5}, ListSubject::Changed, queueRows({5}));
        right.search = u"NW"_s;
        s.panel.setQueue(right);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered[0][0].value<ConversationId>(), queueId(5));
    }

    void noMatchSaysWhatWasSearchedAndOffersTheWayBack()
    {
        ShownPanel s;
        s.show(50);
        s.panel.searchField()->setText(u"NW-999"_s);
        QueueSnapshot none = queueSnapshot({}, ListSubject::Changed);
        none.search = u"NW-999"_s;
        s.panel.setQueue(none);
        QCOMPARE(s.page(), u"baton::ui::EmptyState"_s);
        auto *state = s.panel.findChild<EmptyState *>();
        QCOMPARE(state->accessibleName(), u"No match for “NW-999”"_s);
        QCOMPARE(state->accessibleDescription(), u"Searched all views and closed ones."_s);
        QSignalSpy searched(&s.panel, &QueuePanel::searchChanged);
        state->door(0)->click();
        QCOMPARE(searched.size(), 1);
        QVERIFY(s.panel.searchField()->text().isEmpty());
    }

    void anEmptyViewSaysSo()
    {
        ShownPanel s;
        s.panel.setQueue(queueSnapshot({}, ListSubject::Changed));
        QCOMPARE(s.page(), u"baton::ui::Label"_s);
        s.show(3);
        QCOMPARE(s.page(), u"baton::ui::QueueListView"_s);
        s.panel.setQueue(queueSnapshot({}));
        QCOMPARE(s.page(), u"baton::ui::Label"_s);
    }

    void aFailureCanBeTriedAgain()
    {
        ShownPanel s;
        s.panel.setError({ErrorCode::Io, u"cache"_s, u"disk"_s});
        auto *state = s.panel.findChild<EmptyState *>();
        QVERIFY(state->isVisible());
        QVERIFY(!state->accessibleName().isEmpty());
        QSignalSpy chosen(&s.panel, &QueuePanel::viewChosen);
        state->door(0)->click();
        QCOMPARE(chosen.size(), 1);
        s.show(3);
        QCOMPARE(s.page(), u"baton::ui::QueueListView"_s);
    }

    void viewsAreChosenByPointerAndByKey()
    {
        ShownPanel s;
        s.show(10);
        QSignalSpy chosen(&s.panel, &QueuePanel::viewChosen);
        const auto buttons = s.panel.findChildren<ViewButton *>();
        QCOMPARE(buttons.size(), 6);
        QTest::mouseClick(buttons[2], Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<QueueView>(), QueueView::TierC);
        buttons[2]->setFocus();
        QTRY_VERIFY(buttons[2]->hasFocus());
        QTest::keyClick(buttons[2], Qt::Key_Down);
        QCOMPARE(chosen.last()[0].value<QueueView>(), QueueView::BreachingSoon);
        QVERIFY(buttons[3]->isChecked());
        s.panel.chooseView(QueueView::Mine);
        QCOMPARE(chosen.last()[0].value<QueueView>(), QueueView::Mine);
        QVERIFY(buttons[1]->isChecked());
    }

    void aViewEndsTheSearch()
    {
        ShownPanel s;
        s.panel.searchField()->setText(u"x"_s);
        QSignalSpy searched(&s.panel, &QueuePanel::searchChanged);
        s.panel.chooseView(QueueView::Archive);
        QVERIFY(s.panel.searchField()->text().isEmpty());
        QCOMPARE(searched.size(), 0);
        QueueSnapshot archive = queueSnapshot({1}, ListSubject::Changed, queueRows({1}));
        archive.view = QueueView::Archive;
        s.panel.setQueue(archive);
        QCOMPARE(s.heading(), u"Newest first"_s);
    }

    void countsAreSaidWithTheirView()
    {
        ShownPanel s;
        s.panel.setCounts({{QueueView::AllWaiting, 25'430}, {QueueView::Mine, std::nullopt}});
        const auto buttons = s.panel.findChildren<ViewButton *>();
        QCOMPARE(buttons[0]->accessibleName(), u"All waiting, 25,430"_s);
        QCOMPARE(buttons[1]->accessibleName(), u"Mine"_s);
    }

    void everythingHasANameAndItsTurn()
    {
        ShownPanel s;
        s.show(10);
        for (QWidget *widget : s.panel.findChildren<QWidget *>())
            if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible())
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        QStringList order;
        s.panel.searchField()->setFocus();
        QTRY_VERIFY(s.panel.searchField()->hasFocus());
        for (int i = 0; i < 5; ++i) {
            order += QString::fromLatin1(QApplication::focusWidget()->metaObject()->className());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(order,
                 (QStringList{u"baton::ui::SearchField"_s, u"baton::ui::IconButton"_s,
                              u"baton::ui::ViewButton"_s, u"baton::ui::QueueHeader"_s,
                              u"baton::ui::QueueListView"_s}));
    }

    void thePartsHaveTheirHeights()
    {
        ShownPanel s;
        s.show(10);
        QCOMPARE(s.panel.searchField()->height(), 30);
        QCOMPARE(s.panel.searchField()->y(), 11);
        QCOMPARE(s.panel.searchField()->x(), 16);
        QCOMPARE(s.panel.filterButton()->geometry(), QRect(336 - 10 - 30, 11, 30, 30));
        QCOMPARE(s.panel.views()->y(), 52);
        for (const ViewButton *button : s.panel.findChildren<ViewButton *>())
            QCOMPARE(button->height(), 26);
        auto *header = s.panel.findChild<QueueHeader *>();
        QCOMPARE(header->y(), 52 + 6 * 26 + 8);
        QCOMPARE(header->height(), 30);
        QCOMPARE(s.panel.list()->width(), 335);
        s.panel.setCompact(true);
        s.panel.resize(288, 700);
        QApplication::processEvents();
        QVERIFY(!header->isVisible());
        QCOMPARE(s.panel.views()->height(), 28 + 8);
        QCOMPARE(s.panel.list()->rowRect(1).height(), 56);
        for (const ViewButton *button : s.panel.findChildren<ViewButton *>())
            QVERIFY(s.panel.views()->rect().contains(button->geometry()));
    }

    void aFooterIsDockedBelow()
    {
        ShownPanel s;
        auto *footer = new QLabel(u"Sending"_s);
        s.panel.setFooter(footer);
        QTRY_VERIFY(footer->isVisible());
        QCOMPARE(footer->geometry().bottom(), s.panel.height() - 1);
    }
};

BATON_TEST(QueuePanelTest)
#include "QueuePanelTest.moc"
