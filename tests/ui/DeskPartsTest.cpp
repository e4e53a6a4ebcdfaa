#include "tests/support/TestProgram.h"
#include "tests/ui/ConversationFakes.h"
#include "ui/panels/Button.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/CustomerParts.h"
#include "ui/panels/EmptyDesk.h"
#include "ui/panels/EmptyDeskParts.h"
#include "ui/panels/Label.h"
#include "ui/theme/BatonStyle.h"

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

/// Small parts of the desk: the middle while nothing waits, who may be asked, what is masked.
class DeskPartsTest : public QObject
{
    Q_OBJECT

    Look m_look;
    fakes::StillClock m_clock;

    static Button *askButton(const ConversationPanel &panel)
    {
        for (Button *button : panel.findChildren<Button *>())
            if (button->isVisible() && button->text().startsWith(u"Ask "_s))
                return button;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void theEmptyDeskStandsWhereTheMockHasIt()
    {
        EmptyDesk desk(m_look);
        QAction action;
        for (int i = 0; i < 3; ++i)
            desk.addQuietRow(u"user"_s, u"Look over what you hold"_s, action);
        desk.setDay({});
        desk.resize(1036, 872);
        desk.show();
        QVERIFY(QTest::qWaitForWindowExposed(&desk));
        const auto near = [](int a, int b) { return std::abs(a - b) <= 1; };
        const auto top
            = [&desk](const QWidget *part) { return part->mapTo(&desk, QPoint(0, 0)).y(); };
        const auto *box = desk.findChild<DayFiguresBox *>();
        const auto rows = desk.findChildren<QuietRow *>();
        // 96 of the drawing, 14, a title of 28, 3, a sentence of 20, 24: all of it 419 high.
        QVERIFY2(near(top(box), 226 + 185), qPrintable(QString::number(top(box))));
        QVERIFY2(near(box->height(), 58), qPrintable(QString::number(box->height())));
        QVERIFY2(near(top(rows.first()), 226 + 185 + 58 + 22 + 21),
                 qPrintable(QString::number(top(rows.first()))));
        QCOMPARE(rows.first()->size(), QSize(520, 44));
    }

    void threeQuietRowsAtMostStandThere()
    {
        EmptyDesk desk(m_look);
        QAction action;
        QList<QuietRow *> rows;
        for (int i = 0; i < 5; ++i)
            rows += desk.addQuietRow(u"user"_s, u"Do something"_s, action);
        const auto shown = [&rows] {
            QList<int> out;
            for (qsizetype i = 0; i < rows.size(); ++i) {
                if (!rows[i]->isHidden())
                    out += int(i);
            }
            return out;
        };
        QCOMPARE(shown(), QList({0, 1, 2}));
        desk.setOffered(*rows[0], false);
        desk.setOffered(*rows[2], false);
        QCOMPARE(shown(), QList({1, 3, 4}));
        desk.setOffered(*rows[0], true);
        QCOMPARE(shown(), QList({0, 1, 3}));
    }

    void whoIsThereTooMayBeAsked()
    {
        ConversationPanel panel(m_look, m_clock);
        panel.resize(950, 872);
        ConversationSnapshot held = fakes::heldSnapshot();
        held.offers.note = true;
        panel.setSnapshot(held);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QVERIFY(!askButton(panel));
        StatusSnapshot status;
        status.colleagues = {{held.row.id, fakes::tomasz, Doing::Viewing}};
        panel.setStatus(status);
        Button *ask = askButton(panel);
        QVERIFY(ask);
        QCOMPARE(ask->text(), u"Ask Tomasz to leave this with you"_s);
        QSignalSpy noted(&panel, &ConversationPanel::noteRequested);
        ask->click();
        QCOMPARE(noted.size(), 1);
        QVERIFY(noted[0][0].toString().startsWith(u"Tomasz, "_s));
        QVERIFY(!askButton(panel)); // once
    }

    void addressesAreMasked_data()
    {
        QTest::addColumn<QString>("contact");
        QTest::addColumn<QString>("shown");
        QTest::newRow("mail") << u"maren@post.example"_s << u"m•••n@post.example"_s;
        QTest::newRow("phone") << u"+43 664 55 61183"_s << u"•••183"_s;
        QTest::newRow("extension") << u"4711"_s << u"4711"_s;
        QTest::newRow("a name") << u"@maren on the shop's page"_s << u"@maren on the shop's page"_s;
    }
    void addressesAreMasked()
    {
        QFETCH(QString, contact);
        QFETCH(QString, shown);
        CustomerFacts facts(m_look, m_clock);
        Customer customer = fakes::maren();
        customer.contact = contact;
        facts.setCustomer(customer, {});
        const auto labels = facts.findChildren<Label *>();
        const auto is = [](const QString &text) {
            return [text](const Label *label) { return label->text() == text; };
        };
        const auto found = std::find_if(labels.begin(), labels.end(), is(shown));
        QVERIFY(found != labels.end());
        QCOMPARE((*found)->accessibleName(), contact);
        QCOMPARE((*found)->toolTip().isEmpty(), shown == contact); // whole when pointed at
    }
};

BATON_TEST(DeskPartsTest)
#include "DeskPartsTest.moc"
