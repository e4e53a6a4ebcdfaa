#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "tests/ui/ConversationFakes.h"
#include "ui/panels/ActionSheet.h"
#include "ui/panels/Composer.h"
#include "ui/panels/ContextStrip.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/CustomerPane.h"
#include "ui/panels/DiscardPopover.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/KeepPopover.h"
#include "ui/panels/OutboxPopover.h"
#include "ui/panels/PublishSheet.h"
#include "ui/panels/RewritePopover.h"
#include "ui/panels/RulePopover.h"
#include "ui/panels/SnippetPopover.h"
#include "ui/panels/SnoozeDialog.h"
#include "ui/panels/SourceCard.h"
#include "ui/theme/BatonStyle.h"
#include "ui/theme/Metrics.h"

#include <QtCore/QDir>
#include <QtCore/QScopeGuard>
#include <QtCore/QTranslator>
#include <QtGui/QPainter>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

QString screen(const QString &name)
{
    return QStringLiteral(BATON_SOURCE_DIR "/build/dev/screens/conversation-%1.png").arg(name);
}

/// The conversation and what stands beside it, as wide as in a window of the mocks.
struct Scene
{
    Scene(Look &shownBy, const Appearance &appearance, bool compact = false)
        : look(shownBy)
        , panel(new ConversationPanel(look, clock))
        , pane(new CustomerPane(look, clock))
        , strip(new ContextStrip(look, clock))
    {
        look.setAppearance(appearance);
        auto *row = new QHBoxLayout(&window);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        row->addWidget(panel, 1);
        pane->setFixedWidth(metrics::context);
        row->addWidget(pane);
        row->addWidget(strip);
        pane->setVisible(!compact);
        strip->setVisible(compact);
        window.resize(compact ? 1180 - metrics::railCompact - metrics::queueCompact
                              : 1440 - metrics::rail - metrics::queue,
                      compact ? 732 : 872);
    }
    void show(const ConversationSnapshot &snapshot)
    {
        panel->setSnapshot(snapshot);
        pane->setSnapshot(snapshot);
        strip->setSnapshot(snapshot);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
    }
    void save(const QString &name, qreal ratio = 1)
    {
        for (int i = 0; i < 5; ++i) // shows and layouts that were posted, and what they post
            QCoreApplication::processEvents();
        QImage image(window.size() * ratio, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        window.render(&image);
        QVERIFY(image.save(screen(name)));
        if (look.appearance().textSizePercent > 100)
            return; // larger text may cut a line; its tool tip has the whole
        QCOMPARE(test::faultsOf(window), QString());
    }

    Look &look;
    fakes::StillClock clock;
    QWidget window;
    ConversationPanel *panel;
    CustomerPane *pane;
    ContextStrip *strip;
};

constexpr Appearance dark{ThemeKind::Dark, Contrast::Normal, 100, Motion::Reduced};
constexpr Appearance light{ThemeKind::Light, Contrast::Normal, 100, Motion::Reduced};

} // namespace

/// Draws each state into build/dev/screens, to be looked at beside the mocks.
class ConversationScreensTest : public QObject
{
    Q_OBJECT

    Look m_look;
    QTranslator m_words;

private Q_SLOTS:
    void initTestCase()
    {
        dress(*qApp, m_look);
        QDir(QStringLiteral(BATON_SOURCE_DIR)).mkpath(u"build/dev/screens"_s);
        QVERIFY(m_words.load(u":/i18n/baton_en.qm"_s));
        QCoreApplication::installTranslator(&m_words);
    }

    void themes_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void themes()
    {
        QFETCH(bool, isDark);
        Scene scene(m_look, isDark ? dark : light);
        ConversationSnapshot snapshot = fakes::snapshot();
        snapshot.drafts = {
            {snapshot.row.id,
             DraftKind::Reply,
             u"Hi Maren, I’m Ines from payments. I have the whole conversation, so nothing needs "
             u"repeating. "
             "There were two captures of €106.00 on 15 November; the second, P-77120, is a "
             "duplicate.\n"
             "I’m voiding it now. It normally shows on the card ending 4471 within 2 banking days."_s,
             {},
             fakes::clockTime(14, 13)}};
        scene.show(snapshot);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        scene.save(tag);
        scene.save(tag + u"-200"_s, 2);
    }

    void bigText()
    {
        Scene scene(m_look, {ThemeKind::Light, Contrast::More, 130, Motion::Reduced});
        scene.show(fakes::snapshot());
        scene.save(u"130-contrast"_s);
    }

    void compact()
    {
        Scene scene(m_look, light, true);
        scene.show(fakes::snapshot());
        scene.save(u"compact"_s);
    }

    void conflict_data() { themes_data(); }
    void conflict()
    {
        QFETCH(bool, isDark);
        Scene scene(m_look, isDark ? dark : light, false);
        scene.pane->hide();
        scene.strip->show();
        scene.show(fakes::heldSnapshot());
        scene.save(u"conflict-"_s + QString::fromLatin1(QTest::currentDataTag()));
    }

    void offlineAndAnswered()
    {
        Scene scene(m_look, light);
        ConversationSnapshot snapshot = fakes::snapshot();
        snapshot.mine = true;
        snapshot.conversation.owner = fakes::ines;
        snapshot.conversation.state = State::Claimed;
        snapshot.seen = MessageId(u"m3"_s);
        Message reply = fakes::message(u"own"_s, fakes::clockTime(14, 8), Sender::Agent,
                                       u"I voided the duplicate at 14:08."_s, fakes::ines);
        snapshot.conversation.messages += reply;
        reply.id = MessageId(u"own2"_s);
        reply.delivery = Delivery::Waiting;
        snapshot.conversation.messages += reply;
        reply.id = MessageId(u"own3"_s);
        reply.delivery = Delivery::Refused;
        snapshot.conversation.messages += reply;
        Message withFile = fakes::message(u"m9"_s, fakes::clockTime(14, 11), Sender::Customer,
                                          u"Here is the receipt."_s);
        withFile.attachments = {{u"receipt.pdf"_s, {}, 245'760, u"application/pdf"_s}};
        snapshot.conversation.messages += withFile;
        Message gone = fakes::message(u"m10"_s, fakes::clockTime(14, 11), Sender::Customer,
                                      u"Never mind."_s);
        gone.presence = Presence::Withdrawn;
        snapshot.conversation.messages += gone;
        StatusSnapshot status;
        status.connection = Connection::Offline;
        scene.panel->setStatus(status);
        scene.show(snapshot);
        scene.panel->composer().focusNote();
        QTest::keyClicks(scene.panel->composer().focusWidget() ? QApplication::focusWidget()
                                                               : nullptr,
                         u"Ask finance"_s);
        scene.save(u"note"_s);
        scene.panel->composer().focusReply();
        QTest::keyClicks(QApplication::focusWidget(), u"Thank you, Maren."_s);
        scene.save(u"offline"_s);
    }

    void dialogs()
    {
        Scene scene(m_look, light);
        scene.panel->setQueues({{QueueId(u"payments"_s), u"Payments"_s},
                                {QueueId(u"returns"_s), u"Returns"_s},
                                {QueueId(u"fraud"_s), u"Fraud and disputes"_s}});
        scene.show(fakes::snapshot());
        const auto take = [&](const QString &name) {
            auto *sheet = scene.window.findChild<Sheet *>();
            QVERIFY(sheet && QTest::qWaitForWindowExposed(sheet));
            QVERIFY(sheet->grab().save(screen(name)));
            sheet->reject();
            QTRY_VERIFY(!scene.window.findChild<Sheet *>());
        };
        scene.panel->askSnooze();
        take(u"snooze"_s);
        scene.panel->askTransfer();
        take(u"transfer"_s);
        scene.panel->askClose();
        take(u"close"_s);
        scene.panel->setSnapshot(fakes::heldSnapshot());
        scene.panel->composer().sendHeldUnchanged();
        take(u"unchanged"_s);
    }

    void popovers()
    {
        Scene scene(m_look, dark, true);
        scene.show(fakes::snapshot());
        OutboxPopover outbox(m_look, scene.panel);
        OutboxEntry waiting = fakes::heldSnapshot().outbox.first();
        waiting.status = ActStatus::Waiting;
        OutboxEntry note = waiting;
        note.act.kind = ActKind::Note;
        OutboxEntry refused = waiting;
        refused.status = ActStatus::Refused;
        outbox.setEntries({waiting, note, fakes::heldSnapshot().outbox.first(), refused},
                          {{waiting.act.conversation, u"Maren Halvorsen"_s}});
        outbox.openAt(scene.panel);
        QVERIFY(outbox.grab().save(screen(u"outbox"_s)));
        outbox.hide();
        for (const QString &name : {u"Customer"_s, u"Orders and payments"_s}) {
            for (auto *button : scene.strip->findChildren<IconButton *>())
                if (button->accessibleName() == name)
                    button->click();
            auto *popover = scene.strip->findChild<Popover *>();
            QVERIFY(popover);
            QVERIFY(
                popover->grab().save(screen(u"popover-"_s + name.section(u' ', 0, 0).toLower())));
            popover->hide();
            QTRY_VERIFY(!scene.strip->findChild<Popover *>());
        }
    }

    /// Those of mock 10 that are there, where they stand in it.
    void popoversOfTheMock_data() { themes_data(); }
    void popoversOfTheMock()
    {
        QFETCH(bool, isDark);
        m_look.setAppearance(isDark ? dark : light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        const auto back = qScopeGuard([] { QLocale::setDefault(QLocale::c()); });
        QWidget window;
        window.resize(1440, 900);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QImage all(window.size(), QImage::Format_RGB32);
        all.fill(m_look.theme().chrome);
        const auto put = [&all](QWidget &popover, QPoint place) {
            QVERIFY(QTest::qWaitForWindowExposed(&popover));
            for (int i = 0; i < 3; ++i)
                QCoreApplication::processEvents();
            QPainter(&all).drawPixmap(place, popover.grab());
            QCOMPARE(test::faultsOf(popover), QString());
            popover.hide();
        };
        const auto open = [&window](Popover &popover) {
            QTest::mouseClick(&window, Qt::LeftButton); // by the pointer: no rings
            popover.openAt(&window);
        };
        const auto name = [&](const QString &words, QPoint place) {
            QPainter p(&all);
            p.setFont(m_look.font(ui::Role::Small));
            p.setPen(m_look.theme().ink3);
            p.drawText(place + QPoint(0, 13), words);
        };
        name(u"Action approval"_s, {34, 22});
        name(u"Show rule (W)"_s, {34, 416});
        name(u"Discard with reason"_s, {524, 22});
        name(u"Tone (Ctrl T)"_s, {524, 328});
        name(u"Snippets (Ctrl ;)"_s, {524, 676}); // the tones are two more than in the mock
        name(u"Source card, on a marker"_s, {832, 22});
        name(u"Keep with reason"_s, {832, 208});
        name(u"Publish confirm"_s, {962, 608});

        ActionRequest request;
        request.key = ActKey(u"void-1"_s);
        request.name = u"void"_s;
        request.title = u"Void payment"_s;
        request.about = u"P-77120"_s;
        request.method = u"POST"_s;
        request.url = u"https://payments.example/captures/P-77120/void"_s;
        request.keyHeader = u"Idempotency-Key"_s;
        request.body = uR"({"amount":"106.00","currency":"EUR"})"_s;
        request.amount = Money{106, u"EUR"_s};
        ActionSheet approval(
            m_look, ActionOffer{request.name, request.title, request.about, false, {}},
            [request](const std::optional<Money> &) {
                return Result<ActionPlan>(ActionPlan{request, false, true, Money{250, u"EUR"_s}});
            },
            &window);
        QTest::mouseClick(&window, Qt::LeftButton);
        approval.open();
        put(approval, {24, 40});
        Judged judged;
        judged.signs.intent = {u"double_charge"_s, 0.58};
        judged.decision.route = Route::Escalate;
        judged.decision.policyVersion = 14;
        const auto said = [](Rule rule, int begin, const QString &words) {
            return Trigger{rule,
                           Route::Escalate,
                           u"said"_s,
                           {},
                           {{MessageId(u"m1"_s), begin, begin + int(words.size()), words}}};
        };
        judged.decision.triggers = {said(Rule::Legal, 80, u"my solicitor"_s),
                                    said(Rule::Fraud, 2, u"never agreed to pay twice"_s)};
        judged.decision.triggers += {Rule::SameAnswer, Route::Assist, u"3"_s, u"2"_s, {}};
        judged.flip
            = Flip{{WithoutPhrase{Phrase::Legal}, WithoutPhrase{Phrase::Fraud}}, Route::Assist};
        RulePopover rule(m_look, judged,
                         {u"Payment dispute"_s,
                          u"Its place: due in 6 m"_s,
                          {{MessageId(u"m1"_s), u"14:05"_s}},
                          u"Charged twice"_s,
                          {{MessageId(u"m1"_s), 8, 24, u"agreed to pay"_s},
                           {MessageId(u"m1"_s), 92, 99, u"dispute"_s}}},
                         &window);
        open(rule);
        put(rule, {24, 434});
        DiscardPopover discard(m_look, &window);
        open(discard);
        put(discard, {514, 40});
        SourceCard source(m_look, 3,
                          {SupportKind::Passage, u"Card refunds"_s, u"KB-118 v12"_s,
                           u"A voided capture shows on the card within 2 banking days"_s,
                           u"A voided capture shows on the card within 2 banking days"_s,
                           PassagePlace{DocumentId(u"KB-118"_s), 12, u"Card refunds"_s}},
                          &window);
        source.showPassage(u"A refund takes 3–5 banking days. A voided capture shows on the card "
                           "within 2 banking days because the money has not yet been settled."_s);
        open(source);
        put(source, {822, 40});
        KeepPopover keep(m_look,
                         {0,
                          40,
                          u"We will also credit €20 to your account."_s,
                          u"Nothing supports €20."_s,
                          u"KB-212 v7 has €10."_s,
                          {},
                          true},
                         &window);
        keep.reason().setText(u"Agreed with Priya at 14:08"_s);
        open(keep);
        put(keep, {822, 226});
        RewritePopover tones(m_look, {u"€106.00"_s, u"P-77120"_s, u"15 Nov"_s, u"4471"_s}, &window);
        open(tones);
        QTest::keyClick(&tones, Qt::Key_Down);
        put(tones, {514, 348});
        SnippetPopover snippets(m_look,
                                {{u"Void done, card"_s, u"I voided {amount} on {date}."_s},
                                 {u"Void, wallet"_s, u"The amount is back in your wallet."_s},
                                 {u"Cannot void, refund"_s, u"It was settled, so I refund it."_s}},
                                &window);
        open(snippets);
        QTest::keyClicks(snippets.focusWidget() ? snippets.focusWidget() : &snippets, u"void"_s);
        put(snippets, {514, 694});
        PolicyState state;
        state.live.version = 14;
        state.changes = {{u"/judgement/contain_confidence"_s, u"0.85"_s, u"0.82"_s},
                         {u"/judgement/switches/high_value"_s, u"true"_s, u"false"_s}};
        PublishSheet publish(m_look, state, {}, u"Fewer drafts for what is clear."_s, &window);
        PolicyWhatIf whatIf;
        whatIf.isRead = true;
        whatIf.changed = 1204;
        whatIf.all = 18'332;
        publish.setWhatIf(whatIf);
        QTest::mouseClick(&window, Qt::LeftButton);
        publish.open();
        put(publish, {952, 626});
        QVERIFY(all.save(screen(u"popovers-"_s + QString::fromLatin1(QTest::currentDataTag()))));
    }

    void closedAndEmpty()
    {
        Scene scene(m_look, light);
        ConversationSnapshot snapshot = fakes::snapshot();
        snapshot.conversation.state = State::Closed;
        scene.show(snapshot);
        scene.save(u"closed"_s);
        scene.panel->showNothing(EmptyDesk::Why::NothingWaiting, 14);
        scene.pane->clear();
        scene.save(u"empty"_s);
    }
};

BATON_TEST(ConversationScreensTest)
#include "ConversationScreensTest.moc"
