#include "core/desk/ApprovalBoard.h"
#include "core/desk/CoachingBoard.h"
#include "core/desk/ReplyDrafter.h"
#include "tests/support/PlaybookFixture.h"
#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/panels/ApprovalList.h"
#include "ui/panels/ApprovalPane.h"
#include "ui/panels/ApprovalStrip.h"
#include "ui/panels/Button.h"
#include "ui/panels/CoachingPopover.h"
#include "ui/panels/Composer.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/ReviewListView.h"
#include "ui/theme/BatonStyle.h"
#include "ui/views/DeskView.h"
#include "ui/views/ReviewView.h"
#include "ui/window/MainWindow.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;
using namespace baton::ui;

namespace {

/// The console of an agent whose replies about parcels need a lead.
struct ApprovalScreen : PlaybookFixture
{
    explicit ApprovalScreen(Look &look)
        : PlaybookFixture(baton::Role::Agent)
    {
        policy.approval.intents = {u"parcel"_s};
        desk->setJudge(test::judgeOfThings(*this));
        desk->setDrafter(
            std::make_shared<const ReplyDrafter>(drafting::Playbooks(), QList<Document>{}, policy));
        window = std::make_unique<MainWindow>(*desk, look);
        window->resize(1440, 900);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        desk->start();
        desk->open(ConversationId(u"p1"_s));
        QTRY_VERIFY(panel().snapshot().approvalNeed);
    }
    ConversationPanel &panel() const { return window->findChild<DeskView *>()->conversation(); }
    ReviewView &review() const { return window->reviewView(); }
    ApprovalBoard &board() const { return desk->approvalBoard(); }
    Button *sendButton() const
    {
        for (Button *button : panel().composer().findChildren<Button *>()) {
            if (button->text() == u"Send for approval"_s && button->isVisible())
                return button;
        }
        return nullptr;
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), Qt::Key(key), modifiers);
    }
    /// As an agent does, by keys.
    void ask(const QString &text)
    {
        panel().composer().focusReply();
        QTest::keyClicks(QApplication::focusWidget(), text);
        QTRY_VERIFY(sendButton() && sendButton()->isEnabled());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(board().waiting().size(), 1);
    }
    void become(baton::Role role)
    {
        Settings changed = desk->settings();
        changed.agent.role = role;
        desk->changeSettings(changed);
    }
    void goToReview()
    {
        become(baton::Role::Lead);
        window->show(Screen::Review);
        QTRY_COMPARE(review().approvals().rows().size(), 1);
    }
    int replies() const
    {
        int count = 0;
        const auto outbox = store->outbox().result();
        for (const OutboxEntry &entry : *outbox)
            count += entry.act.kind == ActKind::Reply ? 1 : 0;
        return count;
    }
    void shot(const QString &name) const
    {
        const QString screens = QCoreApplication::applicationDirPath() + u"/../screens"_s;
        QVERIFY(QDir().mkpath(screens));
        QCoreApplication::processEvents();
        QVERIFY(window->grab().save(u"%1/%2.png"_s.arg(screens, name)));
    }

    std::unique_ptr<MainWindow> window;
};

} // namespace

/// A reply that needs a lead, from the composer to the outbox and back.
class ApprovalViewTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void theComposerSaysThatALeadLooksFirst()
    {
        ApprovalScreen f(m_look);
        QTRY_VERIFY(f.sendButton());
        QVERIFY(f.sendButton()->accessibleDescription().contains(u"The parcel"_s));
        QVERIFY(!f.panel().approval().isVisible());
        f.ask(u"It is on its way."_s);
        QTRY_VERIFY(f.panel().approval().isVisible());
        QCOMPARE(f.panel().approval().words(), u"It is on its way."_s);
        QCOMPARE(f.panel().acts().reply.choice, Choice::Refused); // nothing is written meanwhile
        QCOMPARE(f.replies(), 0);
        f.panel().approval().button().setFocus();
        f.press(Qt::Key_Space);
        QTRY_COMPARE(f.board().waiting().size(), 0);
        QTRY_COMPARE(f.panel().composer().text(DraftKind::Reply), u"It is on its way."_s);
        QTRY_VERIFY(!f.panel().approval().isVisible());
    }

    void aLeadApprovesByKeys()
    {
        ApprovalScreen f(m_look);
        f.ask(u"It is on its way. Our carrier drives on Sundays."_s);
        f.goToReview();
        ApprovalRow *row = f.review().approvals().rows().first();
        QVERIFY(row->accessibleName().contains(u"Ines Okafor"_s));
        row->setFocus();
        f.press(Qt::Key_Space);
        ApprovalPane &pane = f.review().approval();
        QTRY_VERIFY(pane.isVisible());
        QTRY_VERIFY(!pane.checkLines().isEmpty());
        QVERIFY(pane.checkLines().join(u' ').contains(u"Needs a look"_s)); // nothing supports that
        QCOMPARE(pane.meanwhile(), QString());
        QVERIFY(!pane.returnButton().isEnabled()); // not without a note
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.replies(), 1);
        QTRY_VERIFY(!pane.isVisible());
        QVERIFY(!f.review().approvals().isVisible());
    }

    void whatCameMeanwhileIsAskedAbout()
    {
        ApprovalScreen f(m_look);
        f.ask(u"It is on its way."_s);
        Conversation c = f.conversation(u"p1"_s, u"where is my parcel"_s);
        c.version = 7;
        Message m;
        m.id = MessageId(u"p1-m2"_s);
        m.at = f.clock.now();
        m.text = u"Never mind, it came!"_s;
        c.messages.append(m);
        f.arrive({c});
        f.goToReview();
        f.review().approvals().rows().first()->click();
        ApprovalPane &pane = f.review().approval();
        QTRY_VERIFY(pane.isVisible());
        QVERIFY(pane.meanwhile().contains(u"Never mind, it came!"_s));
        pane.approveButton().click();
        QTRY_COMPARE(pane.approveButton().text(), u"Approve it all the same"_s);
        QVERIFY(pane.meanwhile().contains(u"It was not sent."_s));
        QCOMPARE(f.replies(), 0);
        pane.approveButton().click();
        QTRY_COMPARE(f.replies(), 1);
    }

    void aReturnedOneComesBackWithItsNote()
    {
        ApprovalScreen f(m_look);
        f.ask(u"It is on its way."_s);
        f.goToReview();
        f.review().approvals().rows().first()->click();
        ApprovalPane &pane = f.review().approval();
        QTRY_VERIFY(pane.isVisible());
        pane.note().setFocus();
        QTest::keyClicks(&pane.note(), u"Name the day"_s);
        QVERIFY(pane.returnButton().isEnabled());
        pane.returnButton().click();
        QTRY_COMPARE(f.board().waiting().size(), 0);
        QTRY_VERIFY(!pane.isVisible());
        f.become(baton::Role::Agent);
        f.window->show(Screen::Desk);
        ApprovalStrip &strip = f.panel().approval();
        QTRY_VERIFY(strip.isVisible());
        QCOMPARE(strip.words(), u"Name the day"_s);
        QTRY_COMPARE(f.panel().composer().text(DraftKind::Reply), u"It is on its way."_s);
        strip.button().click();
        QTRY_VERIFY(!strip.isVisible());
    }

    void pictures_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << int(ThemeKind::Light);
        QTest::newRow("dark") << int(ThemeKind::Dark);
    }

    void pictures()
    {
        QFETCH(int, kind);
        m_look.setAppearance({ThemeKind(kind)});
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        ApprovalScreen f(m_look);
        f.ask(u"It is on its way. Our carrier drives on Sundays."_s);
        QTRY_VERIFY(f.panel().approval().isVisible());
        f.shot(u"approval-waits-"_s + tag);
        f.goToReview();
        f.review().approvals().rows().first()->click();
        QTRY_VERIFY(f.review().approval().isVisible());
        QTRY_VERIFY(!f.review().approval().checkLines().isEmpty());
        f.shot(u"approval-review-"_s + tag);
        QCOMPARE(faultsOf(f.review()), QString());
        m_look.setAppearance({});
    }

    /// What a reviewer wrote stands in a place of the agent's own, unread until it was read.
    void notesOfReviewersReachTheAgent()
    {
        ApprovalScreen f(m_look);
        Review review;
        review.conversation = ConversationId(u"p2"_s);
        review.reviewer = {u"nora"_s, u"Nora Keane"_s};
        review.agent = f.ines.person();
        review.at = f.clock.now();
        review.verdict = Verdict::Coach;
        review.comment = u"Say when it arrives."_s;
        Review silent = review;
        silent.conversation = ConversationId(u"i1"_s);
        silent.comment.clear();
        Review others = review;
        others.conversation = ConversationId(u"p1"_s);
        others.agent = {u"tomasz"_s, u"Tomasz Rey"_s};
        QVERIFY(f.store->addReviews({review, silent, others}).result());
        CoachingBoard &board = f.desk->coachingBoard();
        board.refresh();
        QTRY_COMPARE(board.notes().size(), 1);
        QCOMPARE(board.unread(), 1);
        CoachingPopover popover(m_look, f.window.get());
        popover.setAttribute(Qt::WA_DeleteOnClose, false);
        popover.setNotes(board.notes(), f.clock.now());
        QObject::connect(&popover, &CoachingPopover::readRequested, &board,
                         &CoachingBoard::markRead);
        QCOMPARE(popover.rows().size(), 1);
        QVERIFY(popover.rows().first()->accessibleName().contains(u"New"_s));
        QVERIFY(popover.rows().first()->accessibleName().contains(u"Say when it arrives."_s));
        popover.readButton().click();
        QTRY_COMPARE(board.unread(), 0);
        board.refresh();
        QCOMPARE(board.notes().size(), 1); // read, and there still
    }
};

BATON_TEST(ApprovalViewTest)
#include "ApprovalViewTest.moc"
