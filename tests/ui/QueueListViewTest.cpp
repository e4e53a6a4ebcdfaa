#include "ui/panels/QueueListView.h"

#include "tests/support/TestProgram.h"
#include "tests/ui/QueueRows.h"
#include "ui/theme/BatonStyle.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QAccessible>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;
using namespace baton::test;

namespace {

using Numbers = std::vector<qint64>;
constexpr int shownRows = 8;

struct Shown
{
    explicit Shown(int rows = 1000)
        : all(queueNumbers(rows))
    {
        model.setContext({queueNow, AgentId(u"ines"_s), {}, QTimeZone::utc()});
        QObject::connect(
            &model, &QueueModel::needRows, &model, [this](quint64, int first, int last) {
                model.setRows(queueRows(*model.snapshot().rows, first, last - first + 1));
            });
        view.resize(335, shownRows * 74);
        model.setSnapshot(queueSnapshot(all, ListSubject::Changed, queueRows(all)));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.activateWindow();
        view.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(view.hasFocus());
    }
    void key(Qt::Key key) { QTest::keyClick(&view, key); }
    int top() const { return view.verticalScrollBar()->value(); }

    Look look;
    QueueModel model;
    QueueListView view{look, model};
    Numbers all;
};

QList<std::pair<QAccessible::Event, int>> announced;

void listen(QAccessibleEvent *event)
{
    if (qobject_cast<QueueListView *>(event->object()))
        announced.append({event->type(), event->child()});
}

class UpdateCounter : public QObject
{
public:
    explicit UpdateCounter(QWidget *widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent *>(event)->region();
        return false;
    }
    QRegion painted;
};

} // namespace

class QueueListViewTest : public QObject
{
    Q_OBJECT

    const Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void theKeyboardWalks()
    {
        Shown s;
        QSignalSpy picked(&s.view, &QueueListView::picked);
        s.key(Qt::Key_Down);
        QCOMPARE(s.view.selectedRow(), 0);
        s.key(Qt::Key_Down);
        s.key(Qt::Key_Down);
        QCOMPARE(s.view.selectedRow(), 2);
        s.key(Qt::Key_Up);
        QCOMPARE(s.view.selectedRow(), 1);
        s.key(Qt::Key_End);
        QCOMPARE(s.view.selectedRow(), 999);
        QCOMPARE(s.view.lastVisible(), 999);
        s.key(Qt::Key_PageUp);
        QCOMPARE(s.view.selectedRow(), 999 - (shownRows - 1));
        s.key(Qt::Key_Home);
        QCOMPARE(s.view.selectedRow(), 0);
        QCOMPARE(s.top(), 0);
        s.key(Qt::Key_Up);
        QCOMPARE(s.view.selectedRow(), 0);
        s.key(Qt::Key_PageDown);
        QCOMPARE(s.view.selectedRow(), shownRows - 1);
        QVERIFY(picked.size() >= 8);
    }

    void enterOpens()
    {
        Shown s;
        QSignalSpy opened(&s.view, &QueueListView::opened);
        s.key(Qt::Key_Down);
        s.key(Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toInt(), 0);
    }

    void lettersBelongToTheWindow()
    {
        Shown s;
        QKeyEvent event(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, u"a"_s);
        QApplication::sendEvent(&s.view, &event);
        QVERIFY(!event.isAccepted());
    }

    void aClickPicksTheRowUnderIt()
    {
        Shown s;
        QSignalSpy picked(&s.view, &QueueListView::picked);
        QTest::mouseClick(s.view.viewport(), Qt::LeftButton, {}, {50, 74 * 3 + 5});
        QCOMPARE(s.view.selectedRow(), 3);
        QCOMPARE(picked.size(), 1);
        QTest::mouseClick(s.view.viewport(), Qt::RightButton, {}, {50, 74 * 5 + 5});
        QCOMPARE(s.view.selectedRow(), 3);
    }

    void positionsAndRowsAgree()
    {
        Shown s;
        s.view.verticalScrollBar()->setValue(74 * 500 + 10);
        QCOMPARE(s.view.firstVisible(), 500);
        QCOMPARE(s.view.rowRect(501), QRect(0, 64, 335, 74));
        for (int y = 0; y < s.view.viewport()->height(); y += 7) {
            const QModelIndex index = s.view.indexAt({10, y});
            QVERIFY(s.view.visualRect(index).contains(10, y));
        }
        s.view.scrollTo(s.model.index(3));
        QCOMPARE(s.view.firstVisible(), 3);
        s.view.scrollTo(s.model.index(700), QAbstractItemView::PositionAtCenter);
        QVERIFY(s.view.rowRect(700).contains(10, s.view.viewport()->height() / 2));
    }

    void whatIsSeenStaysWhenRowsComeAbove()
    {
        Shown s;
        s.view.verticalScrollBar()->setValue(74 * 100 + 11);
        const qint64 seen = s.model.number(s.view.firstVisible());
        Numbers list = queueNumbers(7, 5000);
        list.insert(list.end(), s.all.begin(), s.all.end());
        s.model.setSnapshot(queueSnapshot(list));
        QCOMPARE(s.model.number(s.view.firstVisible()), seen);
        QCOMPARE(s.view.rowRect(s.view.firstVisible()).top(), -11);
        list.erase(list.begin(), list.begin() + 50);
        s.model.setSnapshot(queueSnapshot(list));
        QCOMPARE(s.model.number(s.view.firstVisible()), seen);
        std::swap(list[10], list[80]);
        std::swap(list[2], list[40]);
        s.model.setSnapshot(queueSnapshot(list));
        QCOMPARE(s.model.number(s.view.firstVisible()), seen);
    }

    void theSelectedRowStaysWhereItIsSeen()
    {
        Shown s;
        s.view.verticalScrollBar()->setValue(74 * 100);
        s.view.select(103);
        const qint64 number = s.model.number(103);
        const QRect place = s.view.rowRect(103);
        Numbers list(s.all);
        std::rotate(list.begin() + 100, list.begin() + 101, list.begin() + 103);
        list.insert(list.begin() + 101, 7777);
        s.model.setSnapshot(queueSnapshot(list));
        QCOMPARE(s.model.number(s.view.selectedRow()), number);
        QCOMPARE(s.view.rowRect(s.view.selectedRow()), place);
    }

    void theSelectionSurvivesAWholeNewOrder()
    {
        Shown s(9000);
        s.view.select(20);
        Numbers list = queueNumbers(9000);
        std::reverse(list.begin(), list.end());
        s.model.setSnapshot(queueSnapshot(list));
        QCOMPARE(s.model.number(s.view.selectedRow()), 21);
    }

    void whenTheSelectedRowGoesNothingElseIsOpened()
    {
        Shown s;
        QSignalSpy picked(&s.view, &QueueListView::picked);
        s.view.select(5);
        Numbers list = s.all;
        list.erase(list.begin() + 5);
        s.model.setSnapshot(queueSnapshot(list));
        QCOMPARE(s.view.selectedRow(), -1);
        QCOMPARE(picked.size(), 0);
        s.key(Qt::Key_Down);
        QCOMPARE(s.model.number(s.view.selectedRow()), 7);
    }

    void anotherSubjectStartsAtTheTop()
    {
        Shown s;
        s.view.verticalScrollBar()->setValue(5000);
        s.model.setSnapshot(queueSnapshot(queueNumbers(500), ListSubject::Changed));
        QCOMPARE(s.top(), 0);
        QCOMPARE(s.view.selectedRow(), -1);
    }

    void onlyDeadlinesThatChangeArePaintedAgain()
    {
        Shown s(shownRows);
        s.view.grab();
        QApplication::processEvents();
        QList<QueueRow> rows = queueRows(s.all);
        for (QueueRow &row : rows)
            row.sla.due = queueNow + 40 * queueMinute + 30'000;
        rows[2].sla.due = queueNow + 40 * queueMinute + 500; // its minute ends first
        rows[5].sla.due = queueNow + queueMinute + 700;      // its seconds are shown
        s.model.setRows(rows);
        QTest::qWait(0);
        QApplication::processEvents();
        UpdateCounter counter(s.view.viewport());
        s.view.setNow(queueNow + 100);
        QApplication::processEvents();
        QVERIFY(counter.painted.isEmpty());
        s.view.setNow(queueNow + 600);
        QApplication::processEvents();
        QVERIFY(counter.painted.intersects(s.view.rowRect(2)));
        for (const int row : {0, 1, 3, 4, 5, 6, 7})
            QVERIFY2(!counter.painted.intersects(s.view.rowRect(row)),
                     qPrintable(QString::number(row)));
        QVERIFY(counter.painted.boundingRect().width() < 140);
        s.view.setNow(queueNow + 1600);
        QApplication::processEvents();
        QVERIFY(counter.painted.intersects(s.view.rowRect(5)));
    }

    void rowsThatAreNotThereYetShowBlocksAfterAMoment()
    {
        Shown s(3000);
        s.model.disconnect(&s.model);
        s.view.verticalScrollBar()->setValue(74 * 2000);
        const QImage empty = s.view.viewport()->grab().toImage();
        QTRY_VERIFY(s.view.viewport()->grab().toImage() != empty);
        s.model.setRows(queueRows(s.all, 1900, 300));
        const QImage there = s.view.viewport()->grab().toImage();
        s.view.setLoading(true);
        QCOMPARE(s.view.viewport()->grab().toImage(), there);
        QTRY_VERIFY(s.view.viewport()->grab().toImage() != there);
        s.view.setLoading(false);
        QCOMPARE(s.view.viewport()->grab().toImage(), there);
    }

    void rowsAreReadableByAssistiveTools()
    {
        Shown s;
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&s.view);
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->text(QAccessible::Name), u"Conversations"_s);
        QCOMPARE(list->childCount(), 1000);
        s.view.select(4);
        QAccessibleInterface *row = list->child(4);
        QCOMPARE(row->role(), QAccessible::ListItem);
        QVERIFY(row->text(QAccessible::Name)
                    .startsWith(u"Customer 5. Wants order 5 changed. Chat. Due in 15"));
        QVERIFY(row->state().selected);
        QVERIFY(!list->child(3)->state().selected);
        QVERIFY(list->child(500)->state().offscreen);
        QCOMPARE(list->indexOfChild(row), 4);
        QCOMPARE(list->focusChild(), row);
        const QPoint at = row->rect().center();
        QCOMPARE(list->childAt(at.x(), at.y()), row);
        QCOMPARE(row->parent(), list);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(list->child(i)->isValid());
    }

    void aSelectionIsAnnounced()
    {
        Shown s;
        s.view.window()->activateWindow();
        s.view.setFocus();
        QTRY_VERIFY(s.view.hasFocus());
        QAccessible::setActive(true);
        if (!QAccessible::isActive())
            QSKIP("this platform plugin tells assistive tools nothing");
        QAccessible::installUpdateHandler(listen);
        announced.clear();
        s.key(Qt::Key_Down);
        s.key(Qt::Key_Down);
        QVERIFY(announced.contains(std::pair(QAccessible::Focus, 1)));
        QVERIFY(announced.contains(std::pair(QAccessible::Selection, 1)));
        Numbers list = s.all;
        std::swap(list[0], list[9]);
        s.model.setSnapshot(queueSnapshot(list));
        QAccessible::installUpdateHandler(nullptr);
    }

    void mirroredRowsMirror()
    {
        Shown s;
        const QImage ltr = s.view.viewport()->grab().toImage();
        s.view.setLayoutDirection(Qt::RightToLeft);
        const QImage rtl = s.view.viewport()->grab().toImage();
        QVERIFY(ltr != rtl);
        // The badge stands at the other side.
        const QColor pane = s.look.theme().pane;
        QCOMPARE(rtl.pixelColor(22, 14), pane);
        QVERIFY(ltr.pixelColor(22, 14) != pane);
        QVERIFY(rtl.pixelColor(334 - 22, 14) != pane);
    }

    void aMillionRowsScrollAsTwelveDo_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("12") << 12;
        QTest::newRow("1,000,000") << 1'000'000;
    }
    void aMillionRowsScrollAsTwelveDo()
    {
        QFETCH(int, rows);
        Shown s(rows);
        QPixmap page(s.view.viewport()->size());
        const auto paint = [&] {
            QElapsedTimer timer;
            timer.start();
            s.view.viewport()->render(&page);
            return double(timer.nsecsElapsed()) / 1e6;
        };
        std::vector<double> scrolled;
        std::vector<double> still;
        constexpr int frames = 30;
        for (int i = 0; i < frames; ++i) {
            s.view.verticalScrollBar()->setValue(
                int(qint64(s.view.verticalScrollBar()->maximum()) * i / frames));
            QApplication::processEvents();
            QTRY_VERIFY(s.model.row(s.view.lastVisible()));
            scrolled.push_back(paint());
            still.push_back(paint());
        }
        const auto median = [](std::vector<double> times) {
            std::nth_element(times.begin(), times.begin() + frames / 2, times.end());
            return times[frames / 2];
        };
        qInfo("%d rows: %.2f ms after scrolling, %.2f ms standing still", rows, median(scrolled),
              median(still));
        QVERIFY(median(scrolled) < 100);
    }
};

BATON_TEST(QueueListViewTest)
#include "QueueListViewTest.moc"
