#include "ui/panels/PolicyMatrix.h"

#include "tests/support/TestProgram.h"
#include "ui/panels/IntentChip.h"
#include "ui/theme/BatonStyle.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

class PolicyMatrixTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void chipsFillTheirLines()
    {
        PolicyMatrix matrix(m_look);
        PolicyState state;
        state.mayChange = true;
        const QStringList titles{u"Bank details for a refund"_s,  u"A"_s,
                                 u"Delivered but not received"_s, u"Bb"_s,
                                 u"Move an instalment date"_s,    u"Close account"_s};
        for (const QString &title : titles) {
            PolicyIntent intent;
            intent.name = intent.title = title;
            state.intents.append(intent);
        }
        matrix.resize(600, 500);
        matrix.setState(state);
        const QRect field = matrix.field(Level::Low, Level::Low);
        QMap<int, int> ends; // by line, where it ends
        for (const QString &title : titles) {
            const QRect chip = matrix.chip(title)->geometry();
            QVERIFY(field.contains(chip));
            for (const QString &other : titles)
                QVERIFY(other == title || !chip.intersects(matrix.chip(other)->geometry()));
            ends[chip.top()] = std::max(ends.value(chip.top()), chip.right());
        }
        QVERIFY(ends.size() < titles.size());
        // None stands in a line below one that had room for it.
        for (const QString &title : titles) {
            const QRect chip = matrix.chip(title)->geometry();
            for (auto line = ends.begin(); line != ends.end() && line.key() < chip.top(); ++line)
                QVERIFY2(line.value() + chip.width() > field.right() - 12 - 6, qPrintable(title));
        }
        // Tab goes as the eye does.
        QWidget *next = matrix.chip(titles[0])->nextInFocusChain();
        QCOMPARE(next, static_cast<QWidget *>(matrix.chip(u"A"_s)));
    }
};

BATON_TEST(PolicyMatrixTest)
#include "PolicyMatrixTest.moc"
