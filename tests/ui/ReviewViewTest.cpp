#include "ui/views/ReviewView.h"

#include "tests/support/ReviewFixture.h"
#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/panels/Button.h"
#include "ui/panels/CriterionRow.h"
#include "ui/panels/DiffView.h"
#include "ui/panels/PlantedBox.h"
#include "ui/panels/ReviewCopyPane.h"
#include "ui/panels/ReviewListView.h"
#include "ui/panels/ScorePane.h"
#include "ui/panels/TranscriptView.h"
#include "ui/panels/VerdictStrip.h"
#include "ui/theme/BatonStyle.h"
#include "ui/window/MainWindow.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;
using namespace baton::ui;

namespace {

/// The console of a lead, with its keys.
struct ReviewScreen : ReviewFixture
{
    explicit ReviewScreen(Look &given)
        : look_(given)
    {
        settings.agent.role = baton::Role::Lead;
        desk.reset();
        makeDesk();
        showAllWeeks();
    }
    void showWindow()
    {
        window = std::make_unique<MainWindow>(*desk, look_);
        window->resize(1440, 900);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        desk->start();
    }
    ReviewView &view() { return window->reviewView(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), Qt::Key(key), modifiers);
    }
    void goToReview()
    {
        press(Qt::Key_G);
        press(Qt::Key_R);
        QTRY_VERIFY(view().isVisible());
    }

    Look &look_;
    std::unique_ptr<MainWindow> window;
};

} // namespace

class ReviewViewTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    /// Done-when: from the desk to a saved review and on to the next, without a pointer.
    void aWholeReviewByKeys()
    {
        ReviewScreen f(m_look);
        f.closeOne(ReviewFixture::idWith(true, false), 5);
        f.closeOne(ReviewFixture::idWith(false, false), 50);
        f.showWindow();
        f.goToReview();
        ReviewView &view = f.view();
        ScorePane &score = view.score();
        QTRY_COMPARE(view.list().rows().headingCount(0), 2);
        QTRY_VERIFY(score.saveButton().isVisible()); // the first one opened by itself
        const ConversationId before = f.board().openId();
        QVERIFY(!score.answer());

        QSignalSpy opened(&f.board(), &ReviewBoard::opened);
        f.press(Qt::Key_J); // to the next, and back
        QTRY_COMPARE(opened.size(), 1);
        QVERIFY(f.board().openId() != before);
        f.press(Qt::Key_K);
        QTRY_COMPARE(opened.size(), 2);
        QCOMPARE(f.board().openId(), before);
        QCOMPARE(view.copy().diff().cells().size(), 4);

        f.press(Qt::Key_F6); // the draft and the reply
        QVERIFY(view.copy().diff().hasFocus());
        f.press(Qt::Key_Down);
        f.press(Qt::Key_Down);
        f.press(Qt::Key_X);
        f.press(Qt::Key_Up);
        f.press(Qt::Key_X); // one of the two holds the planted error
        QCOMPARE(view.copy().diff().marked().size(), 2);
        f.press(Qt::Key_D);
        QCOMPARE(view.copy().shown(), ReviewCopyPane::Shown::Inline);
        f.press(Qt::Key_T);
        QCOMPARE(view.copy().shown(), ReviewCopyPane::Shown::Transcript);
        f.press(Qt::Key_T);

        f.press(Qt::Key_Escape);
        f.press(Qt::Key_F6);
        f.press(Qt::Key_F6); // the scorecard
        QVERIFY(score.criteria().first()->hasFocus());
        for (int i = 0; i < score.criteria().size(); ++i) {
            const bool yesNo = score.criteria()[i]->criterion().scale == Scale::YesNo;
            f.press(yesNo ? Qt::Key_Y : Qt::Key_4);
            QVERIFY2(score.criteria()[i]->points(),
                     qPrintable(score.criteria()[i]->criterion().name));
            f.press(Qt::Key_Tab);
        }
        QVERIFY(score.comment().hasFocus());
        QTest::keyClicks(&score.comment(), u"Say when it was voided. 1 2 3 PCF"_s);
        QCOMPARE(score.comment().toPlainText(), u"Say when it was voided. 1 2 3 PCF"_s);
        f.press(Qt::Key_Escape);
        QVERIFY(!score.saveButton().isEnabled()); // no verdict yet
        f.press(Qt::Key_C);
        QCOMPARE(score.verdicts().verdict(), Verdict::Coach);
        QVERIFY(!score.planted().isVisible());
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(score.isSaved());
        QVERIFY(score.planted().isVisible());
        const auto record = f.store->reviewRecord(before).result();
        QCOMPARE(record->reviews.size(), 1);
        QVERIFY(record->reviews.first().caught);
        QCOMPARE(record->reviews.first().verdict, Verdict::Coach);
        QTRY_COMPARE(view.list().rows().headingCount(0), 1);
        f.press(Qt::Key_5); // nothing can be altered any more
        QCOMPARE(score.criteria().first()->points(), std::optional(4));

        f.press(Qt::Key_Return, Qt::ControlModifier); // the next
        QTRY_VERIFY(f.board().openId() != before);
        QTRY_VERIFY(!score.isSaved());
        QVERIFY(!score.criteria().first()->points());
    }

    void nothingOfTheCopyCanBeTaken()
    {
        ReviewScreen f(m_look);
        f.closeOne(ReviewFixture::idWith(true, false));
        f.showWindow();
        f.goToReview();
        QTRY_VERIFY(f.view().score().saveButton().isVisible());
        QApplication::clipboard()->setText(u"before"_s);
        f.press(Qt::Key_T);
        TranscriptView &transcript = f.view().copy().transcript();
        QVERIFY(transcript.isVisible());
        transcript.setFocus();
        QVERIFY(transcript.hasFocus());
        transcript.selectAll();
        transcript.copy();
        f.press(Qt::Key_A, Qt::ControlModifier);
        f.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
        for (const QWidget *widget : f.view().copy().findChildren<QWidget *>()) {
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                QVERIFY(!(label->textInteractionFlags() & Qt::TextSelectableByMouse));
        }
    }

    void agentsDoNotSeeIt()
    {
        ReviewScreen f(m_look);
        f.showWindow();
        f.goToReview();
        Settings settings = f.desk->settings();
        settings.agent.role = baton::Role::Agent;
        f.desk->changeSettings(settings);
        QVERIFY(!f.view().isVisible());
        f.press(Qt::Key_G);
        f.press(Qt::Key_R);
        QVERIFY(!f.view().isVisible());
    }

    void theModelKeepsWhatItShowed()
    {
        ReviewModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto list
            = [&model, generation = quint64(0)](std::vector<qint64> rows, qsizetype todo) mutable {
                  ReviewList one;
                  one.generation = ++generation;
                  one.rows = std::make_shared<const std::vector<qint64>>(std::move(rows));
                  one.todo = todo;
                  model.setList(one);
              };
        list({}, 0);
        QCOMPARE(model.rowCount(), 1);
        list({5, 4, 3, 2}, 3);
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.heading(4), ReviewModel::Heading::Done);
        QCOMPARE(model.step(-1, 1), 1);
        QCOMPARE(model.step(3, 1), 5); // past the heading
        QPersistentModelIndex last(model.index(5));
        list({5, 3, 4, 2}, 2); // 4 was reviewed
        QCOMPARE(model.rowCount(), 6);
        QVERIFY(last.isValid());
        QCOMPARE(model.indexOfNumber(4), 4);
        list({}, 0);
        QCOMPARE(model.rowCount(), 1);
    }

    /// Light, dark and large, with nothing and with much: words are whole and stand out.
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
        ReviewScreen f(look);
        if (items > 0)
            f.closeOne(ReviewFixture::idWith(true, false));
        QList<store::PickedReview> picked;
        for (int i = 1; i < items; ++i) {
            store::PickedReview one;
            one.facts.conversation = ConversationId(u"m%1"_s.arg(i));
            one.facts.closedAt = f.clock.now() + (-i * secondMs - hourMs);
            picked.append(one);
        }
        QVERIFY(f.store->addReviewItems(picked).result());
        f.showWindow();
        f.goToReview();
        ReviewView &view = f.view();
        QTRY_COMPARE(view.list().rows().rowCount(), items + 1);
        if (items > 0)
            QTRY_VERIFY(view.score().saveButton().isVisible());
        QCoreApplication::processEvents(); // what was filled in is laid out
        for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark}) {
            look.setAppearance({theme, Contrast::Normal, 100, Motion::Reduced});
            for (const qreal ratio : {1.0, 2.0})
                QCOMPARE(faultsAt(view, ratio).join(u'\n'), QString());
        }
        if (items < 2)
            return;
        QElapsedTimer timer;
        timer.start();
        view.list().scrollToBottom();
        view.grab();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        qInfo("to the end of %d rows and painted in %lld ms", items, timer.elapsed());
    }

    void everythingHasAName()
    {
        ReviewScreen f(m_look);
        f.closeOne(ReviewFixture::idWith(false, false));
        f.showWindow();
        f.goToReview();
        QTRY_VERIFY(f.view().score().saveButton().isVisible());
        for (const QWidget *widget : f.view().findChildren<QWidget *>()) {
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible())
                QVERIFY2(!widget->accessibleName().isEmpty() || widget->inherits("QAbstractButton"),
                         widget->metaObject()->className());
        }
    }
};

BATON_TEST(ReviewViewTest)
#include "ReviewViewTest.moc"
