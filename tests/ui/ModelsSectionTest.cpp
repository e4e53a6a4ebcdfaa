#include "ui/views/ModelsSection.h"

#include "tests/support/DeskFixture.h"
#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/panels/Button.h"
#include "ui/panels/ChangeRow.h"
#include "ui/panels/CorrectionRow.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/LessonPane.h"
#include "ui/panels/Switch.h"
#include "ui/theme/BatonStyle.h"
#include "ui/views/SettingsView.h"
#include "ui/window/ActionRegistry.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

class ModelsSectionTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;
    ActionRegistry m_actions;

    static constexpr Instant noon{1763470800000};

    static IntentCorrection correction(const QString &id, const QString &text, const QString &was,
                                       const QString &became, bool used = true)
    {
        return {ConversationId(id),  text, was, became, {u"ines"_s, u"Ines Okafor"_s},
                noon + -3'600'000LL, used};
    }
    static TeachingSnapshot some()
    {
        TeachingSnapshot shown;
        shown.step = TeachingStep::Ready;
        shown.catalogueVersion = 3;
        shown.intents = 42;
        shown.examples = 5144;
        shown.corrections = 12;
        shown.heldOut = 0.613;
        shown.upToDate = false;
        shown.titles = {{u"return"_s, u"Return an item"_s},
                        {u"refund_status"_s, u"Refund status"_s},
                        {u"duplicate_charge"_s, u"Charged twice"_s},
                        {u"order"_s, u"Where the order is"_s}};
        shown.all = {correction(u"NW-1042"_s,
                                u"You took the money twice and now it says refunded\nwhere is it"_s,
                                u"duplicate_charge"_s, u"refund_status"_s),
                     correction(u"NW-1038"_s, u"I sent the shoes back, what happens next?"_s,
                                u"order"_s, u"return"_s),
                     correction(u"NW-1001"_s, u"Is your shop open on a holiday in Lisbon?"_s,
                                u"order"_s, QString(), false)};
        return shown;
    }
    static TeachingSnapshot learnt()
    {
        TeachingSnapshot shown = some();
        shown.step = TeachingStep::Learnt;
        TeachingReport report;
        report.intents = {{u"return"_s, 104, 61, 75, 16, 9},
                          {u"refund_status"_s, 128, 90, 70, 24, 0},
                          {u"order"_s, 131, 90, 95, 15, 0},
                          {QString(), 210, 150, 151, 3, 5}};
        report.all = {QString(), 5146, 3130, 3162, 410, 14};
        report.taught = {QString(), 14, 3, 11, 8, 14};
        report.routes.compared = 27;
        report.routes.changes = {{ConversationId(u"NW-1044"_s), u"Maria Lopez"_s, u"order"_s,
                                  u"return"_s, Route::Contain, Route::Assist},
                                 {ConversationId(u"NW-1051"_s), u"Jonas Berg"_s, u"refund_status"_s,
                                  QString(), Route::Assist, Route::Assist}};
        shown.report = report;
        return shown;
    }
    template <class Widget>
    static QList<Widget *> visible(const QWidget &in)
    {
        QList<Widget *> all;
        for (Widget *widget : in.findChildren<Widget *>()) {
            if (widget->isVisible())
                all += widget;
        }
        return all;
    }
    /// The settings with the page open, as large as a window.
    std::unique_ptr<SettingsView> opened()
    {
        auto view = std::make_unique<SettingsView>(m_look, m_actions);
        view->models().setZone(QTimeZone::utc());
        view->showPage(SettingsPage::Models);
        view->resize(1120, 1200);
        view->show();
        return view;
    }
    static bool says(const QWidget &in, const QString &text)
    {
        QCoreApplication::processEvents(); // what a layout was given is shown then
        const QList<Label *> labels = visible<Label>(in);
        return std::any_of(labels.begin(), labels.end(),
                           [&](const Label *label) { return label->text().contains(text); });
    }

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void theModelAndWhatWasCorrectedAreShown()
    {
        const auto view = opened();
        ModelsSection &models = view->models();
        models.setTeaching(some(), noon);
        QVERIFY(says(models, u"Version 3, 42 intent(s)"_s));
        QVERIFY(says(models, u"5,144, 12 of them from people"_s));
        QVERIFY(says(models, u"61"_s));
        QCOMPARE(visible<CorrectionRow>(models).size(), 3);
        QVERIFY(says(models, u"Charged twice → Refund status, Ines Okafor, 18 Nov, 12:00"_s));
        QVERIFY(says(models, u"Where the order is → None of these"_s));
        QVERIFY(models.teachButton()->isEnabled());
        QVERIFY(!models.cancelButton()->isVisible());
        QVERIFY(!models.lesson().isVisible());
    }

    void whatWasConfirmedStands()
    {
        auto view = opened();
        TeachingSnapshot shown = some();
        shown.all.prepend(correction(u"NW-1050"_s, u"When is my money back?"_s, u"refund_status"_s,
                                     u"refund_status"_s));
        view->models().setTeaching(shown, noon);
        QVERIFY(says(view->models(), u"Refund status stands, Ines Okafor, 18 Nov, 12:00"_s));
    }

    void whereNothingWasCorrectedItSaysHow()
    {
        const auto view = opened();
        TeachingSnapshot none = some();
        none.all.clear();
        none.corrections = 0;
        none.upToDate = true;
        view->models().setTeaching(none, noon);
        QVERIFY(says(view->models(), u"Nobody has corrected an intent yet"_s));
        QVERIFY(!view->models().teachButton()->isEnabled());
    }

    void learningShowsHowFarItIsAndCanBeCancelled()
    {
        const auto view = opened();
        TeachingSnapshot learning = some();
        learning.step = TeachingStep::Learning;
        learning.progress = 0.42;
        view->models().setTeaching(learning, noon);
        QVERIFY(view->models().said().contains(u"42"_s));
        QVERIFY(view->models().cancelButton()->isVisible());
        QVERIFY(view->models().teachButton()->isBusy());
    }

    void whatWasLearntIsComparedAndOpens()
    {
        const auto view = opened();
        ModelsSection &models = view->models();
        models.setTeaching(learnt(), noon);
        QVERIFY(models.lesson().isVisible());
        QVERIFY(says(models, u"3,162"_s));
        QVERIFY(says(models, u"Return an item"_s));
        QVERIFY(says(models, u"1 other intent(s), read as well as before but for chance."_s));
        QVERIFY(says(models, u"2 of 27 waiting conversations would change:"_s));
        const QList<ChangeRow *> rows = visible<ChangeRow>(models);
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows[0]->accessibleName().contains(u"Maria Lopez"_s));
        QVERIFY(rows[0]->accessibleName().contains(u"Tier B"_s));
        QSignalSpy asked(&models, &ModelsSection::conversationRequested);
        rows[1]->click();
        QCOMPARE(asked.first().first().value<ConversationId>().text(), u"NW-1051"_s);
        TeachingSnapshot kept = learnt();
        kept.step = TeachingStep::Keeping;
        models.setTeaching(kept, noon);
        QVERIFY(models.lesson().useButton()->isBusy());
        kept = some();
        kept.justUsed = true;
        kept.upToDate = true;
        models.setTeaching(kept, noon);
        QVERIFY(!models.lesson().isVisible());
        QVERIFY(models.said().startsWith(u"In use"_s));
    }

    void noChangeIsSaidToo()
    {
        const auto view = opened();
        TeachingSnapshot same = learnt();
        same.report->routes.changes.clear();
        view->models().setTeaching(same, noon);
        QVERIFY(says(view->models(), u"None of 27 waiting conversations would change."_s));
        same.report->routes.compared = 0;
        view->models().setTeaching(same, noon);
        QVERIFY(says(view->models(), u"No conversation waits"_s));
    }

    void whatWentWrongIsSaid()
    {
        const auto view = opened();
        TeachingSnapshot wrong = some();
        wrong.problem = Error{ErrorCode::Io, u"/models/corrections.jsonl"_s, {}};
        view->models().setTeaching(wrong, noon);
        QVERIFY(says(view->models(), u"/models/corrections.jsonl"_s));
        view->models().setTeaching(some(), noon);
        QVERIFY(!says(view->models(), u"/models/corrections.jsonl"_s));
    }

    void aCorrectionIsLeftOutRemovedAndThereAgain()
    {
        const test::DeskFixture desk;
        TeachingBoard board(*desk.store);
        QVERIFY(desk.store->correctIntent(correction(u"c1"_s, u"where is it"_s, u"a"_s, u"b"_s))
                    .result());
        const auto view = opened();
        ModelsSection &models = view->models();
        models.serve(board, desk.clock);
        board.refresh();
        QTRY_COMPARE(visible<CorrectionRow>(models).size(), 1);
        auto *use = models.findChild<Switch *>();
        QCOMPARE(use->accessibleName(), u"Learn from “where is it”"_s);
        use->click();
        QTRY_VERIFY(!board.snapshot().all.first().used);
        QVERIFY(!use->isChecked());
        models.findChild<IconButton *>()->click();
        QTRY_VERIFY(board.snapshot().all.isEmpty());
        QTRY_VERIFY(visible<CorrectionRow>(models).isEmpty());
        QVERIFY(view->undoButton()->isVisible());
        QCOMPARE(view->said(), u"The correction was removed."_s);
        view->undoButton()->click();
        QTRY_COMPARE(visible<CorrectionRow>(models).size(), 1);
        QVERIFY(!view->undoButton()->isVisible());
    }

    void theKeyboardReachesEverything()
    {
        const auto view = opened();
        view->models().setTeaching(learnt(), noon);
        view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(view.get()));
        QSet<QWidget *> reached;
        view->models().findChild<Switch *>()->setFocus(Qt::TabFocusReason);
        for (int i = 0; i < 40; ++i) {
            reached += QApplication::focusWidget();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (QWidget *widget : view->models().findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus)
                QVERIFY2(reached.contains(widget), qPrintable(widget->accessibleName()));
        }
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
        TeachingSnapshot none = some();
        none.all.clear();
        none.corrections = 0;
        none.upToDate = true;
        TeachingSnapshot learning = some();
        learning.step = TeachingStep::Learning;
        learning.progress = 0.42;
        learning.problem = Error{ErrorCode::Io, u"/models/corrections.jsonl"_s, {}};
        const QList<std::pair<QString, TeachingSnapshot>> states{{u"none"_s, none},
                                                                 {u"some"_s, some()},
                                                                 {u"learning"_s, learning},
                                                                 {u"learnt"_s, learnt()}};
        const QString folder = QCoreApplication::applicationDirPath() + u"/../screens"_s;
        QVERIFY(QDir().mkpath(folder));
        const auto view = opened();
        for (const auto &[name, state] : states) {
            view->models().setTeaching(state, noon);
            QCoreApplication::processEvents();
            QVERIFY(view->grab().save(u"%1/settings-models-%2-%3.png"_s.arg(
                folder, name, QString::fromLatin1(QTest::currentDataTag()))));
            QCOMPARE(test::faultsOf(*view), QString());
        }
    }
};

BATON_TEST(ModelsSectionTest)
#include "ModelsSectionTest.moc"
