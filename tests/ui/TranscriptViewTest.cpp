#include "ui/panels/TranscriptView.h"
#include "tests/support/TestProgram.h"
#include "tests/ui/ConversationFakes.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QUrl>
#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

// Instrumented code is slower; what is measured there is not what is promised.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr qint64 slack = 10;
#else
constexpr qint64 slack = 1;
#endif

constexpr int textLeft = transcript::side + transcript::gutter + transcript::gutterGap;

Conversation longThread(int messages)
{
    Conversation c;
    c.id = ConversationId(u"long"_s);
    c.customer.name = u"Maren"_s;
    c.state = State::Waiting;
    for (int i = 0; i < messages; ++i) {
        c.messages += fakes::message(u"m%1"_s.arg(i), fakes::clockTime(8, 0) + i * 1000,
                                     i % 2 ? Sender::Agent : Sender::Customer,
                                     u"Message %1 "_s.arg(i)
                                         + QString(u"with some words "_s).repeated(i % 23));
    }
    return c;
}

} // namespace

class TranscriptViewTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;
    std::unique_ptr<TranscriptView> m_view;

    void show(const Conversation &c, const QString &seen = {})
    {
        m_view->setTurns(c.id.text(), transcriptTurns({c, MessageId(seen), {}, QTimeZone::utc()}),
                         {c.customer.name, fakes::StillClock().now(), QTimeZone::utc()});
    }
    QScrollBar *bar() const { return m_view->verticalScrollBar(); }
    qsizetype turnOf(const QString &message) const
    {
        const auto &turns = m_view->turns();
        return std::find_if(turns.begin(), turns.end(),
                            [&](const Turn &t) { return t.key == u"m:"_s + message; })
            - turns.begin();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_view = std::make_unique<TranscriptView>(m_look);
        m_view->resize(680, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void aNewConversationOpensAtItsEnd()
    {
        show(longThread(100));
        QVERIFY(m_view->atEnd());
        QVERIFY(bar()->maximum() > 0);
        QCOMPARE(m_view->turnRect(m_view->turns().size() - 1).bottom(),
                 m_view->viewport()->rect().bottom());
    }

    void itOpensWhereTheNewBegins()
    {
        show(longThread(200), u"m50"_s);
        QVERIFY(!m_view->atEnd());
        QCOMPARE(m_view->turnRect(turnOf(u"m51"_s) - 1).top(), 0);
    }

    void aNewMessageIsFollowedOnlyAtTheEnd()
    {
        Conversation c = longThread(100);
        show(c);
        c.messages
            += fakes::message(u"next"_s, fakes::clockTime(9, 0), Sender::Customer, u"One more"_s);
        show(c);
        QVERIFY(m_view->atEnd());

        bar()->setValue(bar()->maximum() / 2);
        const qsizetype seen = 60;
        const QRect before = m_view->turnRect(seen);
        c.messages
            += fakes::message(u"next2"_s, fakes::clockTime(9, 1), Sender::Customer, u"And more"_s);
        show(c);
        QVERIFY(!m_view->atEnd());
        QCOMPARE(m_view->turnRect(seen).top(), before.top());
    }

    void whatComesInAboveMovesNothingThatIsSeen()
    {
        Conversation c = longThread(100);
        show(c);
        bar()->setValue(bar()->maximum() / 2);
        const QRect before = m_view->turnRect(turnOf(u"m60"_s));
        c.messages.insert(
            3, fakes::message(u"late"_s, c.messages[2].at, Sender::Customer, u"Came late"_s));
        show(c);
        QCOMPARE(m_view->turnRect(turnOf(u"m60"_s)).top(), before.top());
    }

    void scrollingUpMovesNothingByItself()
    {
        show(longThread(400));
        for (int i = 0; i < 60; ++i) {
            const int before = bar()->value();
            const QRect seen = m_view->turnRect(m_view->turns().size() - 1);
            bar()->setValue(before - 90);
            const int moved = m_view->turnRect(m_view->turns().size() - 1).top() - seen.top();
            QVERIFY2(moved == 90 || bar()->value() == 0, qPrintable(QString::number(moved)));
            m_view->viewport()->repaint();
        }
    }

    void fiveThousandMessagesOpenAtOnce()
    {
        Conversation c = longThread(5000);
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 5; ++i) {
            c.id = ConversationId(u"long %1"_s.arg(i));
            QElapsedTimer timer;
            timer.start();
            show(c);
            m_view->viewport()->repaint();
            best = std::min(best, timer.elapsed());
        }
        qInfo("5,000 messages: %lld ms, best of five", best);
        QVERIFY2(best < 100 * slack, qPrintable(QString::number(best)));
    }

    void aMessageOfAMegabyteDoesNotFreeze()
    {
        Conversation c = longThread(3);
        c.messages
            += fakes::message(u"big"_s, fakes::clockTime(9, 0), Sender::Customer,
                              QString(u"lorem ipsum https://x.example/ "_s).repeated(34'000));
        QElapsedTimer timer;
        timer.start();
        show(c);
        m_view->viewport()->repaint();
        const qint64 opened = timer.restart();
        m_view->setFocus();
        // Of the folded text the last spot is the way to all of it.
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        m_view->viewport()->repaint();
        const qint64 unfolded = timer.restart();
        QVERIFY(bar()->maximum() > 10'000);
        for (int i = 0; i <= 20; ++i) {
            bar()->setValue(bar()->maximum() / 20 * i);
            m_view->viewport()->repaint();
        }
        qInfo("1 MiB: open %lld ms, unfold %lld ms, 20 jumps %lld ms", opened, unfolded,
              timer.elapsed());
        QVERIFY(opened < 100 * slack && unfolded < 400 * slack);
    }

    void textFromOutsideStaysText()
    {
        Conversation c = longThread(0);
        const QString nasty
            = u"<script>alert(1)</script><img src=https://evil.example/p.png> &amp; **bold**"_s;
        c.messages += fakes::message(u"x"_s, fakes::clockTime(9, 0), Sender::Customer, nasty);
        show(c);
        m_view->selectAll();
        QVERIFY(m_view->selectedText().endsWith(nasty));
        QVERIFY(m_view->spoken(1).contains(nasty));
    }

    void selectionGoesOverTurnsAndSurvivesARefresh()
    {
        Conversation c = longThread(2);
        c.messages[0].text = u"First words"_s;
        c.messages[1].text = u"Second words"_s;
        show(c);
        m_view->selectAll();
        const QString all = m_view->selectedText();
        QVERIFY(all.contains(u"First words"_s) && all.contains(u"Second words"_s));
        c.messages
            += fakes::message(u"next"_s, fakes::clockTime(9, 0), Sender::Customer, u"Third"_s);
        show(c);
        QVERIFY(m_view->selectedText().contains(u"First words"_s));
        QVERIFY(!m_view->selectedText().contains(u"Third"_s));
        m_view->copy();
        QCOMPARE(QApplication::clipboard()->text(), m_view->selectedText());
    }

    void aDragSelectsPartOfAMessage()
    {
        Conversation c = longThread(1);
        c.messages[0].text = u"pick this word out"_s;
        show(c);
        const QRect turn = m_view->turnRect(1);
        const QPoint start(turn.left() + textLeft, turn.top() + transcript::headHeight + 8);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, start);
        QTest::mouseMove(m_view->viewport(), start + QPoint(300, 0));
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, start + QPoint(300, 0));
        QCOMPARE(m_view->selectedText(), u"pick this word out"_s);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, start + QPoint(4, 0));
        QCOMPARE(m_view->selectedText(), u"pick"_s);
    }

    void aLinkOpensOnlyWhenPressed()
    {
        Conversation c = longThread(1);
        c.messages[0].text = u"https://nw.example/returns?a=1 is where"_s;
        QSignalSpy opened(m_view.get(), &TranscriptView::linkActivated);
        show(c);
        QCOMPARE(opened.size(), 0);
        const QRect turn = m_view->turnRect(1);
        const QPoint at(turn.left() + textLeft + 20, turn.top() + transcript::headHeight + 8);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toUrl(), QUrl(u"https://nw.example/returns?a=1"_s));
        m_view->setFocus();
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(opened.size(), 2);
    }

    void keysScroll()
    {
        show(longThread(100));
        m_view->setFocus();
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(bar()->value(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
        QVERIFY(bar()->value() > 0);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QVERIFY(m_view->atEnd());
        const int end = bar()->value();
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QVERIFY(bar()->value() < end);
    }

    void assistiveToolsReadTheTurns()
    {
        show(fakes::conversation());
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->text(QAccessible::Name), u"Transcript"_s);
        QCOMPARE(list->childCount(), int(m_view->turns().size()));
        QCOMPARE(list->child(1)->role(), QAccessible::ListItem);
        QVERIFY(list->child(1)->text(QAccessible::Name).startsWith(u"Maren"_s));
        QStringList said;
        for (int i = 0; i < list->childCount(); ++i)
            said += list->child(i)->text(QAccessible::Name);
        QVERIFY(said.contains(
            u"Bot passed the baton at 14:06 and is muted. Told: a person replies within 15 min"_s));
        QVERIFY(said.filter(u"Internal note"_s).size() == 1);
        QVERIFY(list->child(99) == nullptr);
    }

    void turnsStandWhereTheMockHasThem()
    {
        show(fakes::conversation());
        const auto &turns = m_view->turns();
        for (qsizetype i = 0; i < turns.size(); ++i) {
            const int height = m_view->turnRect(i).height();
            if (turns[i].kind == TurnKind::Tool)
                QCOMPARE(height, 36);
            else if (turns[i].kind == TurnKind::Pass)
                QCOMPARE(height, 34);
            else if (turns[i].kind == TurnKind::Note)
                QCOMPARE(height, 37);
            else if (turns[i].kind == TurnKind::Message && turns[i].message.id.text() == u"m1"_s)
                QCOMPARE(height, 47);
        }
        const TranscriptStyle style = transcriptStyle(m_look);
        const TextBlock block{0, 0, turns[1].message.text.size()};
        const TurnLayout layout(turns[1], block, turnWords(turns[1], block, {}), style, 680);
        QCOMPARE(layout.mark(), QRectF(20, 0, 22, 22));
        QCOMPARE(layout.textArea().left(), 52.0);
        QCOMPARE(layout.textArea().right(), 660.0);
        QCOMPARE(layout.head().height(), 18.0);
    }

    void aChangeOfTheLookLaysOutAgain()
    {
        show(fakes::conversation());
        const int before = m_view->turnRect(1).height();
        m_look.setAppearance({ThemeKind::Dark, Contrast::Normal, 130, Motion::Full});
        QVERIFY(m_view->turnRect(1).height() > before);
        m_look.setAppearance({});
        QCOMPARE(m_view->turnRect(1).height(), before);
    }
};

BATON_TEST(TranscriptViewTest)
#include "TranscriptViewTest.moc"
