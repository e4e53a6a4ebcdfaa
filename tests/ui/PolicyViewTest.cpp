#include "ui/views/PolicyView.h"

#include "core/desk/ConversationJudge.h"
#include "core/desk/LabelBoard.h"
#include "core/desk/PolicyBoard.h"
#include "core/signals/IntentTrial.h"
#include "core/store/Store.h"
#include "tests/support/DeskFixture.h"
#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/models/PolicyMoves.h"
#include "ui/panels/Button.h"
#include "ui/panels/ConfidenceSlider.h"
#include "ui/panels/HoursSheet.h"
#include "ui/panels/IntentChip.h"
#include "ui/panels/LabelSheet.h"
#include "ui/panels/NumberField.h"
#include "ui/panels/PolicyMatrix.h"
#include "ui/panels/PolicyRulesPane.h"
#include "ui/panels/PublishSheet.h"
#include "ui/panels/SankeyView.h"
#include "ui/panels/Switch.h"
#include "ui/panels/TargetRow.h"
#include "ui/panels/TriggerRow.h"
#include "ui/panels/VersionsPopover.h"
#include "ui/panels/WhatIfPane.h"
#include "ui/text/JudgedWords.h"
#include "ui/theme/BatonStyle.h"
#include "ui/window/MainWindow.h"

#include <QtGui/QAccessible>
#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;
using namespace baton::ui;

namespace {

/// Three intents, learnt in no time; each stands in a field of its own.
Catalogue threeThings()
{
    QList<signs::LabelledText> texts;
    for (const QString &thing : {u"parcel"_s, u"invoice"_s, u"lamp"_s}) {
        for (const QString &asking : {u"where is my %1"_s, u"tell me of the %1"_s,
                                      u"what about the %1"_s, u"the %1 is not here"_s})
            texts.append({asking.arg(thing), thing});
    }
    Catalogue catalogue = signs::catalogueOf(texts);
    for (Intent &intent : catalogue.intents) {
        intent.title = u"The "_s + intent.name;
        intent.risk = intent.name == "invoice"_L1 ? Level::High : Level::Low;
        intent.complexity = Level::Low;
    }
    catalogue.version = 3;
    catalogue.fingerprint = "threethings";
    catalogue.index();
    return catalogue;
}

struct PolicyScreen : DeskFixture
{
    explicit PolicyScreen(Look &given, baton::Role role = baton::Role::Lead)
        : look_(given)
    {
        settings.agent.role = role;
        makeDesk();
    }
    /// That many contained conversations of the last days, half of them read with 0.84.
    void history(int count)
    {
        QList<store::StoredSignals> some;
        for (int i = 0; i < count; ++i) {
            SignalRecord record;
            record.at = clock.now() + -(dayMs + i * 1000LL);
            record.intent = u"parcel"_s;
            record.confidence = i % 2 == 0 ? 8'400 : 9'500;
            record.mood = 3;
            record.repliedS = 60;
            record.workedS = 120;
            record.agent = AgentId(u"tom"_s);
            some.append({i + 1, record});
        }
        QVERIFY(store->saveSignals(some, 1).result());
    }
    void showWindow()
    {
        const Catalogue catalogue = threeThings();
        auto model = signs::intentModelFor(catalogue, folder.path() + u"/models"_s);
        QVERIFY(model);
        window = std::make_unique<MainWindow>(*desk, look_);
        window->resize(1440, 900);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        desk->start();
        desk->setJudge(std::make_shared<const ConversationJudge>(
            signs::SignalReader::around(std::move(model).value(), folder.path()), policy,
            catalogue));
    }
    void go()
    {
        press(Qt::Key_G);
        press(Qt::Key_P);
        QTRY_VERIFY(view().isVisible());
        QTRY_VERIFY(board().whatIf().isRead && board().state().live.version > 0);
        QTRY_VERIFY(view().matrix().chip(u"parcel"_s));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), Qt::Key(key), modifiers);
    }
    PolicyBoard &board() { return desk->policyBoard(); }
    PolicyView &view() { return window->policyView(); }
    PublishSheet *sheet()
    {
        auto *found = window->findChild<PublishSheet *>();
        return found && found->isVisible() ? found : nullptr;
    }
    IntentChip &chip(const QString &name) { return *view().matrix().chip(name); }
    std::pair<Level, Level> cell(const QString &name)
    {
        return {chip(name).intent().risk, chip(name).intent().complexity};
    }

    Look &look_;
    std::unique_ptr<MainWindow> window;
};

using Place = std::pair<Level, Level>;

} // namespace

class PolicyViewTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
    }

    void aChipIsDragged()
    {
        PolicyScreen f(m_look);
        f.history(10);
        f.showWindow();
        f.go();
        PolicyMatrix &matrix = f.view().matrix();
        IntentChip &chip = f.chip(u"parcel"_s);
        QCOMPARE(f.cell(u"parcel"_s), Place(Level::Low, Level::Low));
        const QPoint to = chip.mapFromParent(matrix.field(Level::High, Level::High).center());
        QTest::mousePress(&chip, Qt::LeftButton, {}, chip.rect().center());
        QMouseEvent on(QEvent::MouseMove, to, chip.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                       {});
        QApplication::sendEvent(&chip, &on);
        QCOMPARE(matrix.ghost(), u"parcel"_s);
        matrix.grab(); // with the way it takes
        const QPoint now = chip.mapFromParent(matrix.field(Level::High, Level::High).center());
        QTest::mouseRelease(&chip, Qt::LeftButton, {}, now);
        QVERIFY(matrix.ghost().isEmpty());
        QCOMPARE(f.cell(u"parcel"_s), Place(Level::High, Level::High));
        QTRY_COMPARE(f.board().whatIf().changed, 10);
        QCOMPARE(f.view().whatIf().headline(), u"10 of 10 conversations would change route"_s);
        QTest::mouseClick(&f.view().undoButton(), Qt::LeftButton);
        QCOMPARE(f.cell(u"parcel"_s), Place(Level::Low, Level::Low));
    }

    void aChipIsMovedByKeys()
    {
        PolicyScreen f(m_look);
        f.showWindow();
        f.go();
        IntentChip &chip = f.chip(u"parcel"_s);
        QVERIFY(chip.accessibleName().startsWith(u"The parcel, 0 in 30 days, Tier A"_s));
        chip.setFocus(Qt::TabFocusReason);
        f.press(Qt::Key_M);
        QCOMPARE(f.view().matrix().ghost(), u"parcel"_s);
        f.press(Qt::Key_Right);
        QCOMPARE(f.view().said().text(), u"Bot drafts, people send, low risk, high complexity"_s);
        f.press(Qt::Key_Escape);
        QCOMPARE(f.cell(u"parcel"_s), Place(Level::Low, Level::Low));
        QVERIFY(f.view().matrix().ghost().isEmpty());
        f.press(Qt::Key_M);
        f.press(Qt::Key_Right);
        f.press(Qt::Key_Up);
        f.press(Qt::Key_Return);
        QCOMPARE(f.cell(u"parcel"_s), Place(Level::High, Level::High));
        QVERIFY(chip.accessibleName().contains(u"changed in this draft"_s));
        QVERIFY(chip.hasFocus());
        f.press(Qt::Key_Left, Qt::ShiftModifier); // at once
        QCOMPARE(f.cell(u"parcel"_s), Place(Level::High, Level::Low));
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.cell(u"parcel"_s), Place(Level::High, Level::High));
        f.press(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(f.cell(u"parcel"_s), Place(Level::High, Level::Low));

        f.chip(u"lamp"_s).setFocus(Qt::TabFocusReason);
        f.press(Qt::Key_Up); // walks
        auto *there = qobject_cast<IntentChip *>(QApplication::focusWidget());
        QVERIFY(there);
        QCOMPARE(there->intent().risk, Level::High);
    }

    void theNumbersFollowASlider()
    {
        PolicyScreen f(m_look);
        f.history(10);
        f.showWindow();
        f.go();
        ConfidenceSlider &slider = f.view().rules().slider();
        slider.highHandle()->setFocus(Qt::TabFocusReason);
        for (int i = 0; i < 3; ++i)
            f.press(Qt::Key_Left); // 0.85 to 0.82
        QCOMPARE(slider.high(), 0.82);
        QCOMPARE(f.view().rules().highField().text(), u"0.82"_s);
        QTRY_COMPARE(f.board().whatIf().flows[int(Route::Assist)][int(Route::Contain)], 5);
        QTRY_VERIFY(f.board().whatIf().after);
        QVERIFY(f.board().whatIf().after->hoursAWeek < f.board().whatIf().before->hoursAWeek);
        QVERIFY(f.view().whatIf().flows().accessibleName().contains(u"from Tier B to Tier A"_s));

        QWidget *handle = slider.mediumHandle();
        const QPoint to = handle->mapFromParent(slider.placeOf(0.3));
        QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
        QMouseEvent on(QEvent::MouseMove, to, handle->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                       {});
        QApplication::sendEvent(handle, &on);
        QTest::mouseRelease(handle, Qt::LeftButton);
        QCOMPARE(f.board().state().limits.medium, 0.3);

        NumberField &field = f.view().rules().highField();
        field.setFocus(Qt::TabFocusReason);
        field.selectAll();
        QTest::keyClicks(&field, u"0.4"_s); // too low
        f.press(Qt::Key_Return);
        QCOMPARE(field.text(), u"0.82"_s);
    }

    void rulesAreSwitchedAndLockedOnesAreNot()
    {
        PolicyScreen f(m_look);
        f.showWindow();
        f.go();
        int locked = 0;
        for (TriggerRow *row : f.view().rules().triggers()) {
            locked += row->rule().locked ? 1 : 0;
            QCOMPARE(row->toggle().isVisibleTo(row), !row->rule().locked);
            QVERIFY(!row->name().accessibleName().isEmpty());
            if (row->rule().rule == Rule::HighValue)
                row->toggle().click();
        }
        QCOMPARE(locked, 5);
        QCOMPARE(f.board().state().changes.size(), 1);
        QCOMPARE(f.board().state().changes.first().place, u"/judgement/switches/high_value"_s);
    }

    void deadlinesGoIntoTheDraft()
    {
        PolicyScreen f(m_look);
        f.showWindow();
        f.go();
        Button &button = f.view().rules().hoursButton();
        QCOMPARE(button.accessibleName(), u"Change deadlines and open hours"_s);
        QVERIFY2(f.view().rules().hours().startsWith(u"Fraud and safety, Tier C, Chat: 10 min"_s),
                 qPrintable(f.view().rules().hours()));
        HoursSheet *sheet = f.view().showHours();
        sheet->targets().first()->minutes().setFocus();
        QTest::keyClick(&sheet->targets().first()->minutes(), Qt::Key_Up);
        sheet->accept();
        QCOMPARE(f.board().state().changes.size(), 1);
        QVERIFY(f.view().rules().hours().contains(u"changed in this draft"_s));
        QVERIFY(f.view().rules().versions().first()->accessibleDescription().contains(
            u"Deadline of everything else: 4 h → 4 h 5 min"_s));
        QTest::mouseClick(&f.view().undoButton(), Qt::LeftButton);
        QVERIFY(!f.board().state().isEdited());
    }

    void itIsPublishedWithANote()
    {
        PolicyScreen f(m_look);
        f.showWindow();
        f.go();
        WhatIfPane &pane = f.view().whatIf();
        QVERIFY(!pane.publishButton().isEnabled());
        f.chip(u"parcel"_s).setFocus(Qt::TabFocusReason);
        f.press(Qt::Key_Right, Qt::ShiftModifier);
        f.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(pane.note().hasFocus()); // why comes first
        QTest::keyClicks(&pane.note(), u"Parcels come back. M is a letter."_s);
        QCOMPARE(pane.publishButton().text(), u"Publish v2"_s);
        f.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.sheet()); // asks first
        QTRY_VERIFY(f.sheet()->action()->hasFocus());
        f.press(Qt::Key_Escape);
        QVERIFY(!f.sheet());
        QCOMPARE(f.board().state().live.version, 1);
        f.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
        f.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f.sheet() && f.sheet()->action()->hasFocus());
        QStringList said;
        for (const Label *label : f.sheet()->findChildren<Label *>())
            said += label->text();
        QVERIFY(said.contains(u"Publish policy v2?"_s));
        QVERIFY(said.contains(u"The parcel: as the catalogue has it → Bot drafts, people send"_s));
        QVERIFY(said.contains(u"“Parcels come back. M is a letter.”"_s));
        QVERIFY(f.sheet()->accessibleDescription().contains(u"v1 stays one click away"_s));
        f.press(Qt::Key_Return);
        QTRY_COMPARE(f.board().state().live.version, 2);
        QTRY_VERIFY(pane.note().toPlainText().isEmpty());
        QCOMPARE(f.board().state().live.note, u"Parcels come back. M is a letter."_s);
        VersionsPopover *versions = f.view().showVersions(0);
        QCOMPARE(versions->lines(),
                 QStringList{u"The parcel: as the catalogue has it → Bot drafts, people send"_s});
        versions->backButton().click();
        QVERIFY(f.board().state().isEdited());
        QCOMPARE(f.cell(u"parcel"_s), Place(Level::Low, Level::Low));
    }

    void aSheetSaysHowManyWouldGoAnotherWay()
    {
        PolicyScreen f(m_look);
        f.history(10);
        f.showWindow();
        f.go();
        f.board().moveIntent(u"parcel"_s, Level::High, Level::High);
        f.view().whatIf().note().setPlainText(u"They come back."_s);
        f.view().whatIf().publish();
        QVERIFY(f.sheet());
        QTRY_VERIFY(f.sheet()->accessibleDescription().startsWith(
            u"10 of 10 conversations would have gone another way."_s));
        f.board().undo(); // by other hands: nothing is left to publish
        QTRY_VERIFY(!f.sheet());
        QCOMPARE(f.board().state().live.version, 1);
    }

    /// From the button to a correction on disk, by keys.
    void readingsAreLookedAt()
    {
        PolicyScreen f(m_look);
        QList<Conversation> closed;
        for (int i = 0; i < 5; ++i) {
            Conversation c = f.conversation(u"closed-%1"_s.arg(i), u"where is my parcel"_s);
            c.createdAt = f.clock.now() + -dayMs;
            c.messages.first().at = c.createdAt;
            c.waitingSince.reset();
            c.state = State::Closed;
            c.outcome
                = Outcome{OutcomeKind::AssumedResolution, c.createdAt + 20 * minuteMs, {}, false};
            closed.append(c);
        }
        f.arrive(closed, Origin::Archive);
        f.showWindow();
        f.go();
        Button &button = f.view().whatIf().labelButton();
        QCOMPARE(button.text(), u"Label 40"_s);
        QTRY_VERIFY(button.isEnabled());
        button.click();
        QTRY_VERIFY(f.window->findChild<LabelSheet *>());
        auto *sheet = f.window->findChild<LabelSheet *>();
        QTRY_COMPARE(sheet->progress(), u"1 of 5"_s);
        QVERIFY2(sheet->question().startsWith(u"Read as The parcel, "_s),
                 qPrintable(sheet->question()));
        QVERIFY(QTest::qWaitForWindowActive(sheet));
        QSignalSpy stored(&f.desk->labelBoard(), &LabelBoard::stored);
        f.press(Qt::Key_Return);
        f.press(Qt::Key_N);
        sheet->intents().setCurrentIndex(sheet->intents().findData(u"lamp"_s));
        f.press(Qt::Key_Return);
        QCOMPARE(sheet->progress(), u"3 of 5"_s);
        QTRY_COMPARE(stored.size(), 2);
        QCOMPARE(f.store->corrections().result()->size(), 2);
        QTRY_COMPARE(f.board().whatIf().drawn, 2);
        QVERIFY(
            f.view().rules().agreement().contains(u"2 reading(s) were looked at. From 30 on"_s));
        f.press(Qt::Key_Escape);
        QVERIFY(!sheet->isVisible());
    }

    void othersSeeIt()
    {
        PolicyScreen f(m_look, baton::Role::Agent);
        f.showWindow();
        f.go();
        QVERIFY(!f.view().whatIf().labelButton().isVisible());
        QVERIFY(!f.view().whatIf().publishButton().isVisible());
        f.chip(u"parcel"_s).setFocus(Qt::TabFocusReason);
        f.press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(f.cell(u"parcel"_s), Place(Level::Low, Level::Low));
        for (TriggerRow *row : f.view().rules().triggers())
            QVERIFY(row->rule().locked || !row->toggle().isEnabled());
    }

    void theModelKeepsWhatItShowed()
    {
        PolicyMoves model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto list = [&model](quint64 generation, int count) {
            PolicyWhatIf whatIf;
            whatIf.generation = generation;
            whatIf.changedAt = std::make_shared<const std::vector<quint32>>(std::size_t(count), 0U);
            model.setList(whatIf, {});
        };
        list(1, 0);
        list(2, 3);
        QCOMPARE(model.rowCount(), 3);
        QSignalSpy needed(&model, &PolicyMoves::rowsNeeded);
        QVERIFY(!model.move(1));
        QTRY_COMPARE(needed.size(), 1);
        PolicyMove move;
        move.rule = Rule::Mood;
        model.setMoves(2, 1, {move});
        QVERIFY(model.move(1));
        QCOMPARE(model.reason(*model.move(1)), words::of(Rule::Mood) + u" · outcome unknown"_s);
        model.setMoves(1, 0, {move}); // too late
        QVERIFY(!model.move(0));
        list(3, 1);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.move(0));
    }

    void itHoldsUpInEveryLook_data()
    {
        QTest::addColumn<int>("items");
        QTest::newRow("none") << 0;
        QTest::newRow("one") << 1;
        QTest::newRow("100,000") << 100'000;
    }
    void itHoldsUpInEveryLook()
    {
        QFETCH(int, items);
        Look look;
        PolicyScreen f(look);
        f.history(items);
        f.showWindow();
        f.go();
        PolicyLimits limits = f.board().state().limits;
        limits.high = items == 1 ? 0.8 : 0.99; // those that were the bot's, or the one that was not
        f.board().setLimits(limits);
        f.board().moveIntent(u"lamp"_s, Level::High, Level::High);
        const int changed = items == 1 ? 1 : items / 2;
        QTRY_COMPARE(f.board().whatIf().changed, changed);
        PolicyView &view = f.view();
        QCOMPARE(view.whatIf().moves().rowCount(), changed);
        // The simulated queue comes after the rest, and alters words once more.
        if (items > 0)
            QTRY_VERIFY(f.board().whatIf().after);
        QCoreApplication::processEvents();
        for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark}) {
            look.setAppearance({theme, Contrast::Normal, 100, Motion::Reduced});
            for (const qreal ratio : {1.0, 2.0})
                QCOMPARE(faultsAt(view, ratio).join(u'\n'), QString());
        }
        if (items < 2)
            return;
        QElapsedTimer timer;
        timer.start();
        view.whatIf().list().scrollToBottom();
        view.grab();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        qInfo("to the end of %d rows and painted in %lld ms", changed, timer.elapsed());
    }

    void everythingHasAName()
    {
        PolicyScreen f(m_look);
        f.history(3);
        f.showWindow();
        f.go();
        for (const QWidget *widget : f.view().findChildren<QWidget *>()) {
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible())
                QVERIFY2(!widget->accessibleName().isEmpty() || widget->inherits("QAbstractButton"),
                         widget->metaObject()->className());
        }
    }
};

BATON_TEST(PolicyViewTest)
#include "PolicyViewTest.moc"
