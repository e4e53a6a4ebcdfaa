#include "tests/support/TestProgram.h"
#include "tests/ui/ConversationFakes.h"
#include "ui/panels/Composer.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/SnippetPopover.h"
#include "ui/theme/Metrics.h"

#include <QtCore/QTimer>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QTextBlock>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

QList<Snippet> threeSnippets()
{
    return {{u"Order, which one"_s, u"Which order is it about?"_s},
            {u"Return seen"_s, u"I see return {return.id} of {order.id}."_s},
            {u"Sign-off"_s, u"Kind regards, Ines"_s}};
}

} // namespace

/// Snippets and spelling in the composer, by keys alone.
class ComposerWordsTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;
    fakes::StillClock m_clock;
    std::unique_ptr<Composer> m_composer;

    DraftEdit *field() const { return m_composer->findChild<DraftEdit *>(); }
    SnippetPopover *popover() const
    {
        for (QWidget *each : QApplication::topLevelWidgets())
            if (auto *found = qobject_cast<SnippetPopover *>(each); found && found->isVisible())
                return found;
        return nullptr;
    }
    QLineEdit *words() const { return popover()->findChild<QLineEdit *>(); }
    QString text() const { return m_composer->text(DraftKind::Reply); }
    bool isMarked(int at) const
    {
        const QList<QTextLayout::FormatRange> ranges
            = field()->document()->firstBlock().layout()->formats();
        return std::any_of(ranges.begin(), ranges.end(), [at](const auto &range) {
            return range.start <= at && at < range.start + range.length
                && range.format.underlineStyle() == QTextCharFormat::SpellCheckUnderline;
        });
    }
    /// Opens the menu by its key, runs one of its lines and returns what that said.
    QString menuAtCursor(int line) const
    {
        QString said;
        QTimer::singleShot(0, field(), [&said, line] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            QAction *action = menu->actions().value(line);
            said = action->text();
            action->trigger();
            menu->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, field()->mapToGlobal(QPoint()));
        QApplication::sendEvent(field(), &event);
        return said;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_composer = std::make_unique<Composer>(m_look, m_clock);
        m_composer->resize(640, 200);
        ConversationSnapshot snapshot = fakes::snapshot();
        snapshot.snippets = threeSnippets();
        m_composer->setSnapshot(snapshot);
        m_composer->show();
        m_composer->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_composer.get()));
        m_composer->focusReply();
    }
    void cleanup() { m_composer.reset(); }

    void aSemicolonWhereAWordBeginsOpensThem()
    {
        QTest::keyClicks(field(), u"Hello; "_s);
        QVERIFY(!popover());
        QTest::keyClicks(field(), u";"_s);
        QVERIFY(popover());
        QCOMPARE(popover()->width(), m_look.px(400) + 2 * metrics::elevationMargin);
        QTest::keyClicks(words(), u"regards"_s);
        QCOMPARE(popover()->findChild<QListView *>()->model()->rowCount(), 1);
        QTest::keyClick(words(), Qt::Key_Return);
        QCOMPARE(text(), u"Hello; Kind regards, Ines"_s);
        QVERIFY(!popover());
        field()->undo();
        QCOMPARE(text(), u"Hello; ;"_s);
    }

    void escLeavesWhatWasTyped()
    {
        QTest::keyClicks(field(), u";"_s);
        QVERIFY(popover());
        QTest::keyClick(words(), Qt::Key_Escape);
        QTRY_VERIFY(!popover());
        QCOMPARE(text(), u";"_s);
    }

    void arrowsChooseAndTheFirstOpenFieldIsSelected()
    {
        m_composer->askSnippet();
        QVERIFY(popover());
        QTest::keyClick(words(), Qt::Key_Down);
        QTest::keyClick(words(), Qt::Key_Return);
        QCOMPARE(text(), u"I see return {return.id} of {order.id}."_s);
        QCOMPARE(field()->textCursor().selectedText(), u"{return.id}"_s);
        QTest::keyClicks(field(), u"R-1"_s);
        QCOMPARE(text(), u"I see return R-1 of {order.id}."_s);
    }

    void wordsThatNoneHasSaySo()
    {
        m_composer->askSnippet();
        QTest::keyClicks(words(), u"zeppelin"_s);
        QCOMPARE(popover()->findChild<QListView *>()->model()->rowCount(), 0);
        QTest::keyClick(words(), Qt::Key_Return);
        QVERIFY(popover()); // nothing to choose: it stays
        QCOMPARE(text(), QString());
        QTest::keyClick(words(), Qt::Key_Escape); // clears
        QCOMPARE(popover()->findChild<QListView *>()->model()->rowCount(), 3);
        QTest::keyClick(words(), Qt::Key_Escape);
        QTRY_VERIFY(!popover());
    }

    void aMisspeltWordIsMarkedUntilItIsWrittenOn()
    {
        QTest::keyClicks(field(), u"A refnud"_s);
        m_composer->showSpelling(u"A refnu"_s, {{2, 7, {}}}); // late: of other words
        QVERIFY(!isMarked(2));
        m_composer->showSpelling(u"A refnud"_s, {{2, 8, {u"refund"_s, u"refunds"_s}}});
        QVERIFY(!isMarked(0));
        QVERIFY(isMarked(2) && isMarked(7));
        QTest::keyClicks(field(), u"s"_s);
        QVERIFY(!isMarked(2));
    }

    void theMenuOffersWhatMayHaveBeenMeant()
    {
        QSignalSpy learnt(m_composer.get(), &Composer::wordLearnt);
        QTest::keyClicks(field(), u"A refnud is due"_s);
        m_composer->showSpelling(text(), {{2, 8, {u"refund"_s, u"refunds"_s}}});
        QTextCursor cursor = field()->textCursor();
        cursor.setPosition(4);
        field()->setTextCursor(cursor);
        QCOMPARE(menuAtCursor(2), u"“refnud” is right"_s);
        QCOMPARE(learnt.size(), 1);
        QCOMPARE(learnt[0][0].toString(), u"refnud"_s);
        QCOMPARE(menuAtCursor(0), u"refund"_s);
        QCOMPARE(text(), u"A refund is due"_s);
        field()->undo();
        QCOMPARE(text(), u"A refnud is due"_s);
    }

    void everythingHasAName()
    {
        m_composer->askSnippet();
        QCOMPARE(popover()->accessibleName(), u"Snippets"_s);
        QVERIFY(!words()->accessibleName().isEmpty());
        const QAbstractItemModel *rows = popover()->findChild<QListView *>()->model();
        QCOMPARE(rows->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"Order, which one: Which order is it about?"_s);
        popover()->close();
    }
};

BATON_TEST(ComposerWordsTest)
#include "ComposerWordsTest.moc"
