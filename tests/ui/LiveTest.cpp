#include "core/desk/LiveBoard.h"
#include "tests/live/LiveFixture.h"
#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"
#include "ui/panels/ActionSheet.h"
#include "ui/panels/Button.h"
#include "ui/panels/Composer.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/CustomerPane.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/FactRow.h"
#include "ui/panels/LiveFacts.h"
#include "ui/panels/TranscriptView.h"
#include "ui/text/LiveWords.h"
#include "ui/theme/BatonStyle.h"
#include "ui/views/DeskView.h"
#include "ui/window/ActionRegistry.h"

#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;
using namespace baton::ui;

namespace {

/// A desk as it is seen, with a shop beside it.
struct LiveScreen
{
    test::DeskFixture desk;
    ShopServer shop;
    Look look;
    ActionRegistry actions;
    std::unique_ptr<DeskView> view;
    ConversationId opened;

    explicit LiveScreen(int timeoutMs = 60'000)
    {
        fillShop(shop);
        desk.policy.actions = {{u"refund"_s, {Money{50, u"USD"_s}}, false}};
        Conversation ada = conversationOf(u"ada"_s, u"#W1000001"_s);
        ada.state = State::Waiting;
        ada.waitingSince = ada.createdAt;
        opened = ada.id;
        desk.arrive({ada});
        Desk &made = desk.makeDesk();
        made.liveBoard().setLive(declared(shopDeclaration(shop.address(), 1, timeoutMs)),
                                 std::make_unique<live::HttpLiveSystem>());
        dress(*qApp, look);
        view = std::make_unique<DeskView>(made, look, actions);
        view->resize(1440, 900);
        view->setRoom(Room::Wide);
        view->show();
    }
    ~LiveScreen() { view.reset(); }
    LiveBoard &board() { return desk.desk->liveBoard(); }
    bool opens()
    {
        QSignalSpy changed(desk.desk.get(), &Desk::conversationChanged);
        desk.desk->open(opened);
        return changed.wait();
    }
    bool answers()
    {
        return QTest::qWaitFor(
            [this] { return !board().snapshot().lookUps.isEmpty() && !board().isAsking(); });
    }
    QStringList facts() const
    {
        QStringList out;
        for (const FactRow *row : view->customer().live().findChildren<FactRow *>())
            if (!row->isHidden())
                out += row->accessibleName();
        return out;
    }
    Button *button(const QString &text) const
    {
        for (Button *one : view->customer().live().findChildren<Button *>())
            if (!one->isHidden() && one->text() == text)
                return one;
        return nullptr;
    }
    ActionSheet *sheet() const
    {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (auto *found = qobject_cast<ActionSheet *>(widget); found && found->isVisible())
                return found;
        return nullptr;
    }
};

} // namespace

class LiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerThatNeverAnswersHoldsNothingUp()
    {
        LiveScreen s;
        s.shop.silent = true;
        QVERIFY(s.opens());
        // At once: what the customer wrote is there, and what is typed is a reply.
        QVERIFY(s.view->conversation().transcript().isVisible());
        s.view->conversation().composer().focusReply();
        QVERIFY(QApplication::focusWidget() || !s.view->isActiveWindow());
        QTest::keyClicks(s.view->conversation().composer().findChild<DraftEdit *>(),
                         u"On its way"_s);
        QVERIFY(QTest::qWaitFor([&s] { return s.shop.requests.size() == 2; }));
        QVERIFY(s.board().isAsking());
        QCOMPARE(s.view->conversation().composer().findChild<DraftEdit *>()->plainText(),
                 u"On its way"_s);
        s.desk.desk->sendReply(u"On its way"_s, AfterSend::Stay);
        QSignalSpy sent(s.desk.desk.get(), &Desk::sent);
        QVERIFY(sent.wait());
        QVERIFY(s.board().isAsking());
    }

    void answersStandInThePaneWithTheirTime()
    {
        LiveScreen s;
        QVERIFY(s.opens());
        QVERIFY(s.answers());
        QTRY_COMPARE(s.facts().size(), 7);
        const QStringList facts = s.facts();
        QVERIFY(facts[0].startsWith(u"Order, #W1000001, as of "_s));
        QCOMPARE(facts[1], u"Status, shipped"_s);
        QCOMPARE(facts[2], u"Paid, $106.00"_s);
        QVERIFY(s.button(u"Look up again"_s));
        const qsizetype before = s.shop.requests.size();
        s.actions.action(ActionId::LookUpAgain)->trigger();
        QVERIFY(QTest::qWaitFor([&] { return s.shop.requests.size() == before + 2; }));
    }

    void nothingIsSentBeforeItIsApproved()
    {
        LiveScreen s;
        QVERIFY(s.opens());
        QVERIFY(s.answers());
        const qsizetype before = s.shop.requests.size();
        QVERIFY(s.button(u"Refund…"_s));
        s.button(u"Refund…"_s)->click();
        ActionSheet *sheet = s.sheet();
        QVERIFY(sheet);
        const QList<QLineEdit *> fields = sheet->findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 2);
        QCOMPARE(fields[0]->text(), u"106.00"_s);
        QCOMPARE(sheet->action()->text(), u"Ask a lead"_s);
        fields[0]->setText(u"20,50"_s);
        QCOMPARE(sheet->action()->text(), u"Refund $20.50"_s);
        fields[0]->setText(u"lots"_s);
        QVERIFY(!sheet->action()->isEnabled());
        fields[0]->setText(u"20"_s);
        QString shown;
        for (const Label *label : sheet->findChildren<Label *>())
            shown += label->text() + u'\n';
        QVERIFY(shown.contains(u"POST to 127.0.0.1:%1"_s.arg(s.shop.port())));
        QVERIFY(shown.contains(u"/orders/%23W1000001/refunds"_s));
        QVERIFY(shown.contains(u"\"amount\":\"20.00\""_s));
        QVERIFY(shown.contains(u"Idempotency-Key: "_s));
        QVERIFY(shown.contains(u"Within your limit of $50.00."_s));
        QCOMPARE(s.shop.requests.size(), before);
        sheet->action()->click();
        QVERIFY(QTest::qWaitFor([&s] { return s.shop.refunds.size() == 1; }));
        QVERIFY(QTest::qWaitFor([&s] {
            const auto &actions = s.board().snapshot().actions;
            return !actions.isEmpty() && actions.first().status == ActionStatus::Done;
        }));
        QTRY_VERIFY(s.facts().contains(u"Refund, #W1000001, $20.00"_s));
    }

    void aLeadApprovesWhatAnAgentAskedFor()
    {
        LiveScreen s;
        QVERIFY(s.opens());
        QVERIFY(s.answers());
        s.board().take(*s.board().plan(u"refund"_s, Money{106, u"USD"_s}));
        QVERIFY(QTest::qWaitFor([&s] { return s.button(u"Withdraw"_s) != nullptr; }));
        QVERIFY(!s.button(u"Approve…"_s));
        QCOMPARE(s.shop.refunds.size(), 0);
        Settings settings = s.desk.desk->settings();
        settings.agent.role = baton::Role::Lead;
        s.desk.desk->changeSettings(settings);
        QVERIFY(s.button(u"Approve…"_s));
        s.button(u"Approve…"_s)->click();
        QVERIFY(s.sheet());
        QCOMPARE(s.sheet()->action()->text(), u"Refund $106.00"_s);
        QCOMPARE(s.shop.refunds.size(), 0);
        s.sheet()->action()->click();
        QVERIFY(QTest::qWaitFor([&s] { return s.shop.refunds.size() == 1; }));
    }

    void amounts()
    {
        QCOMPARE(amountIn(u"20"_s), std::optional(20.0));
        QCOMPARE(amountIn(u" 20,50 "_s), std::optional(20.5));
        QCOMPARE(amountIn(u"0.05"_s), std::optional(0.05));
        for (const QString &no : {u""_s, u"-5"_s, u"1,234.00"_s, u"20.505"_s, u"1e9"_s,
                                  u"99999999"_s, u"20 EUR"_s, u"NaN"_s})
            QVERIFY2(!amountIn(no), qPrintable(no));
    }

    void everyStateHasItsWords()
    {
        const Instant now{1763474760000};
        const QTimeZone zone = QTimeZone::utc();
        LiveLookUp lookUp;
        QVERIFY(liveAge(lookUp, now, zone).isEmpty());
        lookUp.at = now;
        lookUp.freshMs = 1000;
        QCOMPARE(liveAge(lookUp, now, zone), u"as of 14:06"_s);
        QCOMPARE(liveAge(lookUp, now + 2000, zone), u"as of 14:06, old"_s);
        for (const ErrorCode code :
             {ErrorCode::Offline, ErrorCode::Refused, ErrorCode::NotFound, ErrorCode::TooLarge,
              ErrorCode::Conflict, ErrorCode::InvalidInput}) {
            lookUp.problem = Error{code, {}, u"HTTP 500"_s};
            const QString words = liveProblem(lookUp);
            QVERIFY(words.endsWith(u"This is what it said before."_s));
            QVERIFY(!words.contains(u"500"_s));
        }
        ActionEntry entry;
        for (const ActionStatus status :
             {ActionStatus::Asked, ActionStatus::Waiting, ActionStatus::Done, ActionStatus::Refused,
              ActionStatus::Unconfirmed, ActionStatus::Withdrawn}) {
            entry.status = status;
            QVERIFY(!actionState(entry, now, zone).isEmpty());
            QVERIFY(!actionIcon(status).isEmpty());
        }
        entry.status = ActionStatus::Done;
        entry.settledAt = now;
        entry.answer = u"{\"Refund\":\"RF-1\"}"_s;
        QCOMPARE(actionState(entry, now, zone), u"Done at 14:06. Refund RF-1"_s);
    }
};

BATON_TEST(LiveTest)
#include "LiveTest.moc"
