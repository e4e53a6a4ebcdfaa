#include "ui/window/ActionRegistry.h"
#include "tests/support/TestProgram.h"

#include <QtGui/QAction>
#include <QtTest/QtTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>
#include <QtWidgets/QWidget>

using namespace Qt::StringLiterals;
using namespace baton::ui;

class ActionRegistryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatAScreenCarriesOutNowIsPossible()
    {
        ActionRegistry actions;
        QWidget window;
        QVERIFY(!actions.isPossible(ActionId::Take)); // nobody has its keys
        actions.place(ActionScope::Window, &window);
        QVERIFY(actions.isPossible(ActionId::Take));
        bool open = false;
        QWidget desk(&window);
        actions.carry(ActionId::Take, &desk, [&open] { return open; });
        window.show();
        QVERIFY(!actions.isPossible(ActionId::Take));
        open = true;
        QVERIFY(actions.isPossible(ActionId::Take));
        desk.hide(); // another screen is shown
        QVERIFY(!actions.isPossible(ActionId::Take));
        QVERIFY(actions.isPossible(ActionId::Keys));
    }

    void defaultsNeverMeetWhereBothWork()
    {
        const ActionRegistry registry;
        for (const ActionId id : ActionRegistry::all()) {
            const QList<QKeySequence> keys = registry.keys(id);
            QVERIFY2(!keys.isEmpty(), qPrintable(ActionRegistry::key(id)));
            for (const QKeySequence &sequence : keys) {
                const auto other = registry.conflict(id, sequence);
                QVERIFY2(
                    !other,
                    qPrintable(u"%1 meets %2"_s.arg(
                        ActionRegistry::key(id), other ? ActionRegistry::key(*other) : QString())));
            }
        }
    }

    void everyActionHasANameAndAKeyOfItsOwn()
    {
        QSet<QString> keys;
        for (const ActionId id : ActionRegistry::all()) {
            QVERIFY(!ActionRegistry::name(id).isEmpty());
            QVERIFY(!keys.contains(ActionRegistry::key(id)));
            keys += ActionRegistry::key(id);
            QCOMPARE(ActionRegistry::byKey(ActionRegistry::key(id)), std::optional(id));
        }
        QCOMPARE(keys.size(), actionCount);
        QVERIFY(!ActionRegistry::byKey(u"no.such.action"_s));
    }

    void aKeyIsRebound()
    {
        ActionRegistry registry;
        QSignalSpy changed(&registry, &ActionRegistry::keysChanged);
        const QMap<QString, QString> wish
            = registry.rebound(ActionId::Snooze, QKeySequence(u"Ctrl+Shift+S"_s));
        QCOMPARE(wish.value(u"conversation.snooze"_s), u"Ctrl+Shift+S"_s);
        registry.setKeys(wish);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(registry.keyText(ActionId::Snooze), u"Ctrl+Shift+S"_s);
        QCOMPARE(registry.action(ActionId::Snooze)->shortcut(), QKeySequence(u"Ctrl+Shift+S"_s));
        // And back to what it was.
        registry.setKeys(registry.rebound(ActionId::Snooze, QKeySequence(u"S"_s)));
        QCOMPARE(registry.keyText(ActionId::Snooze), u"S"_s);
        QVERIFY(registry.rebound(ActionId::Snooze, QKeySequence(u"S"_s)).isEmpty());
    }

    void rebindingTheFirstKeyKeepsTheSecond()
    {
        ActionRegistry registry;
        registry.setKeys(registry.rebound(ActionId::Undo, QKeySequence(u"Ctrl+Shift+Z"_s)));
        QCOMPARE(
            registry.keys(ActionId::Undo),
            (QList<QKeySequence>{QKeySequence(u"Ctrl+Shift+Z"_s), QKeySequence(u"Ctrl+Alt+Z"_s)}));
        registry.setKeys(registry.rebound(ActionId::Undo, {}));
        QVERIFY(registry.keys(ActionId::Undo).isEmpty());
    }

    void keysThatMeetAnotherActionAreNamed()
    {
        const ActionRegistry registry;
        QCOMPARE(registry.conflict(ActionId::Snooze, QKeySequence(u"J"_s)),
                 std::optional(ActionId::NextRow));
        // The beginning of a longer sequence would swallow it.
        QCOMPARE(registry.conflict(ActionId::Snooze, QKeySequence(u"G"_s)),
                 std::optional(ActionId::GoDesk));
        QCOMPARE(registry.conflict(ActionId::Snooze, QKeySequence(u"G, D"_s)),
                 std::optional(ActionId::GoDesk));
        // Panes that never have the focus together may share.
        QVERIFY(!registry.conflict(ActionId::Send, QKeySequence(u"Ctrl+Return"_s)));
        QVERIFY(!registry.conflict(ActionId::Snooze, {}));
    }

    void twoActionsMaySwapTheirKeys()
    {
        ActionRegistry registry;
        registry.setKeys({{u"queue.next"_s, u"K"_s}, {u"queue.previous"_s, u"J"_s}});
        QCOMPARE(registry.keyText(ActionId::NextRow), u"K"_s);
        QCOMPARE(registry.keyText(ActionId::PreviousRow), u"J"_s);
    }

    void aFileThatGivesTwoActionsOneKeyNeverLeavesItToBoth()
    {
        ActionRegistry registry;
        registry.setKeys({{u"conversation.snooze"_s, u"R"_s},
                          {u"conversation.note"_s, u"X"_s},
                          {u"queue.next"_s, u"X"_s},
                          {u"from.the.future"_s, u"Q"_s}});
        QCOMPARE(registry.keyText(ActionId::Snooze), u"S"_s); // R is for Reply
        QCOMPARE(registry.keyText(ActionId::Reply), u"R"_s);
        int withX = 0;
        for (const ActionId id : ActionRegistry::all())
            withX += ActionRegistry::scope(id) != ActionScope::Review // a screen of its own
                && registry.keys(id).contains(QKeySequence(u"X"_s));
        QCOMPARE(withX, 1);
    }

    void aLetterIsAShortcutOnlyWhereNoTextIsTyped()
    {
        ActionRegistry registry;
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *field = new QLineEdit;
        auto *pane = new QWidget;
        pane->setFocusPolicy(Qt::StrongFocus);
        column->addWidget(field);
        column->addWidget(pane);
        registry.place(ActionScope::Window, &window);
        registry.place(ActionScope::Queue, pane);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy next(registry.action(ActionId::NextRow), &QAction::triggered);
        QSignalSpy open(registry.action(ActionId::OpenRow), &QAction::triggered);
        QSignalSpy settings(registry.action(ActionId::GoSettings), &QAction::triggered);

        field->setFocus();
        QTest::keyClick(field, Qt::Key_J);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(next.count(), 0);
        QCOMPARE(open.count(), 0);
        QCOMPARE(field->text(), u"j"_s);

        pane->setFocus();
        QTest::keyClick(pane, Qt::Key_J);
        QCOMPARE(next.count(), 1);
        QTest::keyClick(pane, Qt::Key_Return);
        QCOMPARE(open.count(), 1);
        QTest::keyClick(pane, Qt::Key_G);
        QTest::keyClick(pane, Qt::Key_Comma);
        QCOMPARE(settings.count(), 1);
    }
};

BATON_TEST(ActionRegistryTest)
#include "ActionRegistryTest.moc"
