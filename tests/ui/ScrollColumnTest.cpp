#include "ui/panels/ScrollColumn.h"

#include "tests/support/TestProgram.h"
#include "ui/theme/BatonStyle.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

using namespace baton;
using namespace baton::ui;

class ScrollColumnTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void whatScrollsGoesOutSoftlyWhileThereIsMore()
    {
        auto *body = new QWidget;
        body->setFixedHeight(400);
        ScrollColumn column(m_look, body, &Theme::pane);
        column.resize(200, 100);
        column.show();
        QVERIFY(QTest::qWaitForWindowExposed(&column));
        const auto *fade = column.findChild<ScrollFade *>();
        QVERIFY(fade);
        QVERIFY(fade->isVisible());
        QCOMPARE(fade->geometry().bottom(), column.viewport()->geometry().bottom());
        QCOMPARE(fade->width(), column.viewport()->width());
        column.verticalScrollBar()->setValue(column.verticalScrollBar()->maximum());
        QVERIFY(!fade->isVisible());
        column.verticalScrollBar()->setValue(0);
        QVERIFY(fade->isVisible());
        column.resize(200, 500);
        QTRY_VERIFY(!fade->isVisible()); // all of it is there
        column.resize(200, 16);
        QTRY_VERIFY(fade->isVisible());
        QVERIFY(column.viewport()->geometry().contains(fade->geometry()));
    }
};

BATON_TEST(ScrollColumnTest)
#include "ScrollColumnTest.moc"
