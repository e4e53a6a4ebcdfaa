#include "ui/panels/DraftEdit.h"
#include "tests/support/TestProgram.h"
#include "ui/theme/Look.h"

#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QClipboard>
#include <QtGui/QTextBlock>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;
using namespace baton::ui;

namespace {

/// From each line to the next, and from the last to the end.
QList<int> heightsOf(const QTextEdit &edit)
{
    QList<int> tops;
    for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next())
        tops += qRound(edit.document()->documentLayout()->blockBoundingRect(block).top());
    tops += qRound(edit.document()->size().height());
    QList<int> all;
    for (int i = 1; i < tops.size(); ++i)
        all += tops[i] - tops[i - 1];
    return all;
}

} // namespace

class DraftEditTest : public QObject
{
    Q_OBJECT

    Look look;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        look.setAppearance({});
    }

    void anEmptyLineBetweenParagraphsIsLow()
    {
        DraftEdit edit(look, u"Reply"_s);
        edit.resize(500, 200);
        edit.show();
        edit.setPlain(u"Hello,\n\nit is on its way.\n\n\nInes\n"_s);
        QCOMPARE(heightsOf(edit), (QList<int>{20, 7, 20, 7, 20, 20, 20}));
        QCOMPARE(edit.plainText(), u"Hello,\n\nit is on its way.\n\n\nInes\n"_s);
        QVERIFY(!edit.document()->isUndoAvailable());
    }

    void itFollowsTheTextSize()
    {
        DraftEdit edit(look, u"Reply"_s);
        edit.resize(500, 200);
        edit.show();
        edit.setPlain(u"Hello\n\nInes"_s);
        Appearance large;
        large.textSizePercent = 130;
        look.setAppearance(large);
        QCOMPARE(heightsOf(edit), (QList<int>{26, 9, 26}));
    }

    void whatIsTypedIsUndoneAndDoneAgainStepByStep()
    {
        DraftEdit edit(look, u"Reply"_s);
        edit.resize(500, 200);
        edit.show();
        QTest::keyClicks(&edit, u"Hello"_s);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(heightsOf(edit), (QList<int>{20, 20})); // one writes there
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(heightsOf(edit), (QList<int>{20, 7, 20}));
        QTest::keyClicks(&edit, u"Ines"_s);
        const QString whole = u"Hello\n\nInes"_s;
        QCOMPARE(edit.plainText(), whole);
        while (edit.document()->isUndoAvailable()) {
            const QString before = edit.plainText();
            edit.undo();
            QVERIFY(edit.plainText() != before);
        }
        QCOMPARE(edit.plainText(), QString());
        while (edit.document()->isRedoAvailable())
            edit.redo();
        QCOMPARE(edit.plainText(), whole);
        QCOMPARE(heightsOf(edit), (QList<int>{20, 7, 20}));
    }

    void aLowLineThatIsWrittenInBecomesALine()
    {
        DraftEdit edit(look, u"Reply"_s);
        edit.resize(500, 200);
        edit.show();
        edit.setPlain(u"Hello\n\nInes"_s);
        QTextCursor cursor = edit.textCursor();
        cursor.setPosition(6);
        edit.setTextCursor(cursor);
        QTest::keyClicks(&edit, u"Thanks"_s);
        QCOMPARE(edit.plainText(), u"Hello\nThanks\nInes"_s);
        QCOMPARE(heightsOf(edit), (QList<int>{20, 20, 20}));
        while (edit.document()->isUndoAvailable())
            edit.undo();
        QCOMPARE(edit.plainText(), u"Hello\n\nInes"_s);
        QCOMPARE(heightsOf(edit), (QList<int>{20, 7, 20}));
    }

    void copiedAndPastedItStaysAnEmptyLine()
    {
        DraftEdit edit(look, u"Reply"_s);
        edit.resize(500, 200);
        edit.show();
        edit.setPlain(u"Hello\n\nInes"_s);
        edit.selectAll();
        edit.copy();
        QCOMPARE(QApplication::clipboard()->text(), u"Hello\n\nInes"_s);
        edit.moveCursor(QTextCursor::End);
        edit.paste();
        QCOMPARE(edit.plainText(), u"Hello\n\nInesHello\n\nInes"_s);
        QCOMPARE(heightsOf(edit), (QList<int>{20, 7, 20, 7, 20}));
    }
};

BATON_TEST(DraftEditTest)
#include "DraftEditTest.moc"
