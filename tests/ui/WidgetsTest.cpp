#include "tests/support/TestProgram.h"
#include "ui/panels/Chip.h"
#include "ui/panels/EmptyState.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/KeyCap.h"
#include "ui/panels/KeyRecorder.h"
#include "ui/panels/MenuRow.h"
#include "ui/panels/Popover.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/Segmented.h"
#include "ui/panels/Sheet.h"
#include "ui/panels/Skeleton.h"
#include "ui/panels/SplitButton.h"
#include "ui/panels/Switch.h"
#include "ui/theme/BatonStyle.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/window/ActionRegistry.h"
#include "ui/window/BannerStrip.h"
#include "ui/window/NavRail.h"
#include "ui/window/StatusStrip.h"
#include "ui/window/Ticker.h"
#include "ui/window/UndoStrip.h"

#include <QtGui/QClipboard>
#include <QtTest/QtTest>
#include <QtWidgets/QFocusFrame>
#include <QtWidgets/QMenu>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

class SetClock final : public Clock
{
public:
    Instant now() const override { return {1763474760000 + steady}; }
    qint64 steadyMs() const override { return steady; }
    qint64 steady = 1'000'000;
};

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;
    ActionRegistry m_actions;
    SetClock m_clock;

    void show(QWidget &window)
    {
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }
    void init() { m_look.setAppearance({}); }

    void sizesAreThoseOfTheTokens()
    {
        Button button(m_look, u"Snooze"_s);
        QCOMPARE(button.sizeHint().height(), 30);
        button.setButtonSize(ButtonSize::Small);
        QCOMPARE(button.sizeHint().height(), 26);
        SearchField field(m_look, u"search"_s, u"Search"_s);
        QCOMPARE(field.height(), 30);
        m_look.setAppearance({ThemeKind::Light, Contrast::Normal, 130, Motion::Full});
        QCOMPARE(field.height(), 39);
        QCOMPARE(button.sizeHint().height(), 34);
    }

    void everythingThatIsPressedIsAtLeast24Square()
    {
        Button tiny(m_look, u"i"_s, ButtonKind::Quiet);
        IconButton icon(m_look, u"close"_s, u"Close"_s);
        icon.setButtonSize(ButtonSize::Small);
        Switch toggle(m_look, u"Sound"_s);
        Chip chip(m_look, {{}, u"a"_s, paint::Tone::Neutral, paint::ChipSize::Small},
                  Chip::Kind::Action);
        KeyRecorder recorder(m_look, u"Snooze"_s);
        for (const QWidget *widget :
             {static_cast<QWidget *>(&tiny), static_cast<QWidget *>(&icon),
              static_cast<QWidget *>(&toggle), static_cast<QWidget *>(&recorder)}) {
            QVERIFY(widget->sizeHint().width() >= metrics::target);
            QVERIFY(widget->sizeHint().height() >= metrics::target);
        }
        QVERIFY(chip.sizeHint().height() >= metrics::target);
        Segmented segmented(m_look, u"Which"_s, {u"A"_s, u"B"_s});
        for (const auto *cell : segmented.findChildren<QAbstractButton *>())
            QVERIFY(cell->sizeHint().width() >= metrics::target
                    && cell->sizeHint().height() >= metrics::target);
    }

    void aBusyButtonKeepsItsWidthAndItsLabel()
    {
        for (const QString &icon : {u"send"_s, QString()}) {
            Button button(m_look, u"Send"_s, ButtonKind::Primary);
            button.setIconName(icon);
            const QSize before = button.sizeHint();
            button.setBusy(true);
            QCOMPARE(button.sizeHint(), before);
            QCOMPARE(button.text(), u"Send"_s);
            QVERIFY(!button.accessibleDescription().isEmpty());
        }
    }

    void theFocusRingComesWithTheKeyboardOnly()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *first = new Button(m_look, u"First"_s);
        auto *second = new Button(m_look, u"Second"_s);
        column->addWidget(first);
        column->addWidget(second);
        show(window);
        first->setFocus(Qt::MouseFocusReason);
        QVERIFY(!hasKeyFocus(first));
        QTest::keyClick(first, Qt::Key_Tab);
        QVERIFY(second->hasFocus());
        QVERIFY(hasKeyFocus(second));
        auto *halo = window.findChild<QFocusFrame *>();
        QVERIFY(halo);
        QCOMPARE(halo->widget(), second);
        QVERIFY(halo->geometry().contains(second->geometry().adjusted(-3, -3, 3, 3)));
        QTest::mouseClick(first, Qt::LeftButton);
        QVERIFY(!hasKeyFocus(second));
        QVERIFY(!halo->widget());
    }

    void enterPressesTheButtonThatHasTheFocus()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *button = new Button(m_look, u"Go"_s);
        column->addWidget(button);
        show(window);
        button->setFocus(Qt::TabFocusReason);
        QSignalSpy clicked(button, &QPushButton::clicked);
        QTest::keyClick(button, Qt::Key_Return);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(clicked.count(), 2);
    }

    void arrowsMoveAChoiceAndTabPassesItBy()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *segmented = new Segmented(m_look, u"Theme"_s, {u"System"_s, u"Light"_s, u"Dark"_s});
        auto *after = new Button(m_look, u"After"_s);
        column->addWidget(segmented);
        column->addWidget(after);
        show(window);
        segmented->setCurrent(1);
        QSignalSpy chosen(segmented, &Segmented::chosen);
        const auto cells = segmented->findChildren<QAbstractButton *>();
        cells.at(1)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(cells.at(1), Qt::Key_Right);
        QCOMPARE(segmented->current(), 2);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.last().first().toInt(), 2);
        QTest::keyClick(cells.at(2), Qt::Key_Tab);
        QVERIFY(after->hasFocus());
    }

    void escClearsASearchAndThenLeavesIt()
    {
        SearchField field(m_look, u"search"_s, u"Search"_s);
        show(field);
        QSignalSpy left(&field, &SearchField::left);
        QTest::keyClicks(&field, u"NW-9"_s);
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(field.text(), QString());
        QCOMPARE(left.count(), 0);
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(left.count(), 1);
        QCOMPARE(field.accessibleName(), u"Search"_s);
    }

    void aSheetClosesWithEscAndGuardsWhatIsRisky()
    {
        QWidget window;
        window.resize(600, 400);
        show(window);
        Sheet sheet(m_look, u"Discard mine"_s, &window);
        sheet.addFact(u"Customer"_s, u"Maren"_s);
        Button *action = sheet.setAction(u"Discard"_s, ButtonKind::Risky);
        QSignalSpy rejected(&sheet, &QDialog::rejected);
        QSignalSpy accepted(&sheet, &QDialog::accepted);
        sheet.open();
        sheet.activateWindow();
        QTRY_VERIFY(sheet.cancel()->hasFocus());
        QVERIFY(!action->isDefault());
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QCOMPARE(rejected.count(), 1);
        QCOMPARE(accepted.count(), 0);

        Sheet usual(m_look, u"Close"_s, &window);
        Button *close = usual.setAction(u"Close it"_s);
        QSignalSpy closed(&usual, &QDialog::accepted);
        usual.open();
        usual.activateWindow();
        QTRY_VERIFY(close->hasFocus());
        QTest::keyClick(close, Qt::Key_Return);
        QCOMPARE(closed.count(), 1);
    }

    void aPopoverGivesTheFocusBack()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *anchor = new Button(m_look, u"Outbox"_s);
        column->addWidget(anchor);
        show(window);
        anchor->setFocus(Qt::TabFocusReason);
        Popover popover(m_look, u"Outbox"_s, &window);
        auto *inside = new Button(m_look, u"Inside"_s);
        popover.body()->addWidget(inside);
        QSignalSpy closed(&popover, &Popover::closed);
        popover.openAt(anchor);
        QVERIFY(popover.isVisible());
        QTest::keyClick(&popover, Qt::Key_Escape);
        QVERIFY(!popover.isVisible());
        QCOMPARE(closed.count(), 1);
        QVERIFY(anchor->hasFocus());
    }

    void onlyWhoCameByKeysSeesARingInAPopover()
    {
        QWidget window;
        auto *anchor = new Button(m_look, u"Rule"_s, ButtonKind::Outlined, &window);
        show(window);
        const auto ringed = [&] {
            Popover popover(m_look, u"Rule"_s, &window);
            auto *inside = new Button(m_look, u"Inside"_s);
            popover.body()->addWidget(inside);
            popover.openAt(anchor);
            return popover.focusWidget() == inside && inside->property("batonKeyFocus").toBool();
        };
        QTest::mouseClick(anchor, Qt::LeftButton);
        QVERIFY(!ringed());
        QTest::keyClick(anchor, Qt::Key_Space);
        QVERIFY(ringed());
    }

    void aQuestionIsNarrowerAndHasNoBar()
    {
        QWidget window;
        show(window);
        Sheet sheet(m_look, u"Publish policy v2?"_s, &window);
        const int usual = sheet.width();
        sheet.setQuestion();
        sheet.setFootnote(u"1 change, note attached"_s);
        Button *action = sheet.setAction(u"Publish v2"_s);
        sheet.open();
        QVERIFY(sheet.width() < usual);
        for (const QAbstractButton *button : sheet.findChildren<QAbstractButton *>())
            QVERIFY(button->isHidden() || button == action || button == sheet.cancel());
        QSignalSpy rejected(&sheet, &QDialog::rejected);
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QCOMPARE(rejected.count(), 1);
    }

    void aMenuRowWithoutAnIconBeginsAtTheEdge()
    {
        const MenuRow with(m_look, u"eye"_s, u"Warmer"_s, u"W"_s);
        const MenuRow without(m_look, {}, u"Warmer"_s, u"W"_s);
        QCOMPARE(with.sizeHint().width() - without.sizeHint().width(), 16 + 9);
    }

    void anEmptyStateHasDoors()
    {
        EmptyState empty(m_look, u"search"_s);
        empty.setWords(u"No match"_s, u"Searched all views."_s);
        empty.setDoors({u"Clear search"_s, u"Other"_s});
        QSignalSpy opened(&empty, &EmptyState::doorOpened);
        // A door may lead to other doors while it is pressed.
        connect(&empty, &EmptyState::doorOpened, &empty, [&] { empty.setDoors({u"Only"_s}); });
        empty.door(1)->click();
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toInt(), 1);
        QVERIFY(!empty.door(1));
        QCOMPARE(empty.accessibleDescription(), u"Searched all views."_s);
    }

    void loadingShowsNothingAtFirst()
    {
        QWidget window;
        window.resize(300, 200);
        Skeleton skeleton(m_look, {QRect(10, 10, 80, 10)}, 74, &window);
        show(window);
        skeleton.start();
        QVERIFY(!skeleton.isVisible());
        QTRY_VERIFY(skeleton.isVisible());
        QCOMPARE(skeleton.geometry(), window.rect());
        skeleton.stop();
        QVERIFY(!skeleton.isVisible());
    }

    void textIsNeverReadAsMarkup()
    {
        Label label(m_look, ui::Role::Body);
        label.setText(u"<b>bold</b>"_s);
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QVERIFY(label.sizeHint().width()
                >= QFontMetrics(label.font()).horizontalAdvance(u"<b>bold</b>"_s));
    }

    void wrappedLinesAreAsHighAsTheirRole()
    {
        Label label(m_look, ui::Role::Body);
        label.setWordWrap(true);
        label.setText(QString(u"word "_s).repeated(40));
        const int pitch = m_look.lineHeight(ui::Role::Body);
        const int whole = label.heightForWidth(200);
        QVERIFY(whole > 2 * pitch);
        QCOMPARE(whole % pitch, 0);
        label.setMostLines(2);
        QCOMPARE(label.heightForWidth(200), 2 * pitch);
        label.setFixedWidth(200);
        show(label);
        label.grab();
        QCOMPARE(label.toolTip(), label.text()); // what is cut is told
        label.setText(u"short"_s);
        label.grab();
        QCOMPARE(label.toolTip(), QString());
    }

    void whatFollowsAndWhatStandsOutIsPainted()
    {
        Label label(m_look, ui::Role::Body);
        label.setWordWrap(true);
        label.setFixedSize(300, 40);
        label.setText(u"Identity checked"_s);
        show(label);
        const QImage plain = label.grab().toImage();
        label.setTrailing(u"one-time code"_s);
        QVERIFY(label.accessibleName().contains(u"one-time code"_s));
        const QImage followed = label.grab().toImage();
        QVERIFY(followed != plain);
        label.setHighlight(0, 8);
        QVERIFY(label.grab().toImage() != followed);
    }

    void keysAreRecorded_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QString>("expected");
        QTest::newRow("with a modifier")
            << int(Qt::Key_K) << int(Qt::ControlModifier) << u"Ctrl+K"_s;
        QTest::newRow("tab too") << int(Qt::Key_Tab) << int(Qt::ControlModifier) << u"Ctrl+Tab"_s;
        QTest::newRow("a function key") << int(Qt::Key_F9) << 0 << u"F9"_s;
        QTest::newRow("a shifted letter")
            << int(Qt::Key_A) << int(Qt::ControlModifier | Qt::ShiftModifier) << u"Ctrl+Shift+A"_s;
        QTest::newRow("none") << int(Qt::Key_Backspace) << 0 << QString();
    }

    void keysAreRecorded()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        KeyRecorder recorder(m_look, u"Snooze"_s);
        recorder.setKeys(QKeySequence(u"S"_s));
        show(recorder);
        QSignalSpy recorded(&recorder, &KeyRecorder::recorded);
        recorder.click();
        QVERIFY(recorder.isRecording());
        QTest::keyClick(&recorder, Qt::Key_Control, Qt::ControlModifier);
        QVERIFY(recorder.isRecording());
        QTest::keyClick(&recorder, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        QCOMPARE(recorded.count(), 1);
        QTEST(recorded.first().first().value<QKeySequence>().toString(), "expected");
    }

    void twoLettersAreOneSequenceAndEscChangesNothing()
    {
        KeyRecorder recorder(m_look, u"Desk"_s);
        show(recorder);
        QSignalSpy recorded(&recorder, &KeyRecorder::recorded);
        recorder.click();
        QTest::keyClick(&recorder, Qt::Key_G);
        QCOMPARE(recorded.count(), 0);
        QTest::keyClick(&recorder, Qt::Key_X);
        QCOMPARE(recorded.first().first().value<QKeySequence>(), QKeySequence(u"G, X"_s));
        recorder.click();
        QTest::keyClick(&recorder, Qt::Key_Escape);
        QVERIFY(!recorder.isRecording());
        QCOMPARE(recorded.count(), 1);
        recorder.click();
        QTest::keyClick(&recorder, Qt::Key_G); // and then nothing
        QTRY_COMPARE(recorded.count(), 2);
        QCOMPARE(recorded.last().first().value<QKeySequence>(), QKeySequence(u"G"_s));
    }

    void theRailIsAsWideAsTheTokensSay()
    {
        NavRail rail(m_look, m_actions);
        rail.setAgent({AgentId(u"ines"_s), u"Ines Okafor"_s, baton::Role::Agent});
        rail.resize(rail.sizeHint().width(), 600);
        QCOMPARE(rail.width(), metrics::rail);
        rail.setDensity(Density::Compact);
        QCOMPARE(rail.width(), metrics::railCompact);
        QSignalSpy chosen(&rail, &NavRail::chosen);
        for (auto *button : rail.findChildren<QAbstractButton *>()) {
            QVERIFY(!button->accessibleName().isEmpty());
            if (button->accessibleName() == u"Settings"_s)
                button->click();
        }
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<Screen>(), Screen::Settings);
    }

    void aDismissedErrorUncoversWhatLiesBelow()
    {
        Ticker ticker(m_clock);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *strip = new BannerStrip(m_look, ticker);
        column->addWidget(strip);
        show(window);
        QVERIFY(!strip->isVisible());
        StatusSnapshot status;
        status.connection = Connection::Offline;
        strip->setStatus(status);
        QVERIFY(strip->isVisible());
        QCOMPARE(strip->height(), metrics::banner);
        strip->showError({ErrorCode::Io, u"disk"_s, u"no space"_s});
        QCOMPARE(strip->banner().kind, BannerKind::Error);
        strip->button()->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"no space"_s));
        strip->dismissButton()->click();
        QCOMPARE(strip->banner().kind, BannerKind::Offline);
        QVERIFY(!strip->dismissButton()->isVisible());
        QSignalSpy tries(strip, &BannerStrip::tryNow);
        strip->button()->click();
        QCOMPARE(tries.count(), 1);
        status.connection = Connection::Online;
        strip->setStatus(status);
        QVERIFY(!strip->isVisible());
    }

    void undoCountsDownWithTheSteadyClock()
    {
        UndoStrip strip(m_look, m_actions, m_clock);
        QVERIFY(!strip.isVisibleTo(nullptr));
        strip.setOffer(UndoOffer{ActKey(u"k"_s), ConversationId(u"c"_s), u"Tove Lindmark"_s, false,
                                 m_clock.steady + 8000});
        QCOMPARE(strip.secondsLeft(), 8);
        m_clock.steady += 2001;
        QCOMPARE(strip.secondsLeft(), 6);
        QCOMPARE(strip.accessibleName(), u"Sending to Tove Lindmark"_s);
        QSignalSpy undone(&strip, &UndoStrip::undo);
        strip.button()->click();
        QCOMPARE(undone.count(), 1);
        strip.setOffer({});
        QVERIFY(strip.isHidden());
        QCOMPARE(strip.secondsLeft(), 0);
    }

    void theStatusStripOpensTheOutboxByKeyboard()
    {
        Ticker ticker(m_clock);
        StatusStrip strip(m_look, m_actions, ticker);
        show(strip);
        QCOMPARE(strip.height(), metrics::status);
        StatusSnapshot status;
        status.outboxWaiting = 1;
        strip.setStatus(status);
        QSignalSpy requested(&strip, &StatusStrip::outboxRequested);
        strip.outboxAnchor()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(strip.outboxAnchor(), Qt::Key_Space);
        QCOMPARE(requested.count(), 1);
        QCOMPARE(strip.outboxAnchor()->accessibleName(), u"Outbox 1 waiting"_s);
    }
};

BATON_TEST(WidgetsTest)
#include "WidgetsTest.moc"
