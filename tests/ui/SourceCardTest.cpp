#include "ui/panels/SourceCard.h"

#include "tests/support/TestProgram.h"
#include "ui/panels/DisputePopover.h"
#include "ui/theme/BatonStyle.h"

#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

SourceLine refunds()
{
    SourceLine line;
    line.kind = SupportKind::Passage;
    line.title = u"Card refunds"_s;
    line.aside = u"KB-118 v12"_s;
    line.passage = PassagePlace{DocumentId(u"KB-118"_s), 12, u"Card refunds"_s};
    return line;
}

QAbstractButton *door(const QWidget &card, const QString &text)
{
    for (QAbstractButton *button : card.findChildren<QAbstractButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace

class SourceCardTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void aPassageIsOpenedInItsDocument()
    {
        QWidget window;
        QPointer<SourceCard> card = new SourceCard(m_look, 3, refunds(), &window);
        QSignalSpy opened(card, &SourceCard::openRequested);
        card->openAt(&window);
        door(*card, u"Open"_s)->click();
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().value<PassagePlace>(), *refunds().passage);
        QTRY_VERIFY(!card); // it closes: what it stood beside is gone from view
    }

    void aPassageThatAReplyRestsOnIsDisputed()
    {
        QWidget window;
        QPointer<SourceCard> card = new SourceCard(m_look, 3, refunds(), &window);
        QSignalSpy disputed(card, &SourceCard::disputeRequested);
        card->openAt(&window);
        door(*card, u"Dispute…"_s)->click();
        QCOMPARE(disputed.count(), 1);
        QCOMPARE(disputed.first().first().value<PassagePlace>(), *refunds().passage);
        QVERIFY(disputed.first().last().toRect().isValid());
    }

    void whatNoReplyRestsOnIsNotDisputed()
    {
        QWidget window;
        const SourceCard card(m_look, 0, refunds(), &window);
        QVERIFY(!door(card, u"Dispute…"_s));
        QVERIFY(door(card, u"Open"_s));
        SourceLine order;
        order.kind = SupportKind::Order;
        order.title = u"NW-1"_s;
        const SourceCard other(m_look, 1, order, &window);
        QVERIFY(!door(other, u"Open"_s));
    }

    void aDigitSaysWhyItIsDisputed()
    {
        QWidget window;
        window.show();
        auto *popover = new DisputePopover(m_look, &window);
        QSignalSpy decided(popover, &DisputePopover::decided);
        popover->openAt(&window);
        QTest::keyClick(popover, Qt::Key_2);
        QCOMPARE(decided.count(), 1);
        QCOMPARE(decided.first().first().toString(), u"outdated"_s);
    }
};

BATON_TEST(SourceCardTest)
#include "SourceCardTest.moc"
