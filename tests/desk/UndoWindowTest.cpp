#include "core/desk/UndoWindow.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace baton;

class UndoWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestIsOfferedFirst();
    void aWindowClosesByItself();
    void aWithdrawnReplyIsNotOffered();

private:
    SystemClock m_clock;
    UndoOffer offer(const char *key, qint64 forMs) const
    {
        const ActKey id(QString::fromLatin1(key));
        return {id, ConversationId(QStringLiteral("c")), QStringLiteral("Tove"), false,
                m_clock.steadyMs() + forMs};
    }
};

void UndoWindowTest::theNewestIsOfferedFirst()
{
    UndoWindow window(m_clock, 60000);
    const UndoOffer one = offer("1", 60000);
    const UndoOffer two = offer("2", 60000);
    window.offer(one, {one.key});
    window.offer(two, {two.key});
    QCOMPARE(window.take(), QList<ActKey>{two.key});
    QCOMPARE(window.take(), QList<ActKey>{one.key});
    QVERIFY(window.take().isEmpty());
}

void UndoWindowTest::aWindowClosesByItself()
{
    UndoWindow window(m_clock, 30);
    QSignalSpy elapsed(&window, &UndoWindow::elapsed);
    QSignalSpy changed(&window, &UndoWindow::changed);
    const UndoOffer one = offer("1", 30);
    window.offer(one, {one.key});
    QVERIFY(elapsed.wait());
    QVERIFY(!changed.last().first().value<std::optional<UndoOffer>>());
    QVERIFY(window.take().isEmpty());
}

void UndoWindowTest::aWithdrawnReplyIsNotOffered()
{
    UndoWindow window(m_clock, 60000);
    const UndoOffer one = offer("1", 60000);
    window.offer(one, {one.key});
    window.withdraw(one.key);
    QVERIFY(window.take().isEmpty());
}

BATON_TEST(UndoWindowTest)
#include "UndoWindowTest.moc"
