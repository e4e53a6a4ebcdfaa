#include "ui/views/ScorecardView.h"

#include "tests/support/ScoreFixture.h"
#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/models/ContactRows.h"
#include "ui/panels/BackBars.h"
#include "ui/panels/ContactsSheet.h"
#include "ui/panels/CostPane.h"
#include "ui/panels/Gauge.h"
#include "ui/panels/IntentTable.h"
#include "ui/panels/ReliabilityChart.h"
#include "ui/panels/StopPane.h"
#include "ui/panels/TrendChart.h"
#include "ui/text/ScoreExport.h"
#include "ui/text/ScoreWords.h"
#include "ui/theme/BatonStyle.h"
#include "ui/window/ActionRegistry.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QApplication>
#include <QtWidgets/QListView>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;
using namespace baton::ui;
using quality::Metric;

namespace {

struct ScoreScreen : ScoreFixture
{
    explicit ScoreScreen(Look &given)
        : look(given)
    { }
    /// As wide as beside the rail.
    void show(QSize size = {1372, 872})
    {
        screen = std::make_unique<ScorecardView>(*desk, look, actions);
        screen->resize(size);
        screen->show();
        QVERIFY(QTest::qWaitForWindowActive(screen.get()));
        QTRY_VERIFY(board().snapshot().generation > 0);
    }
    ScorecardView &view() const { return *screen; }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : screen.get(), Qt::Key(key), modifiers);
    }
    void fillSome()
    {
        const int week = thisWeek() - 2;
        for (int back = 9; back >= 0; --back)
            fillWeek(week - back, 60, 90 - 3 * (9 - back));
        arrive({closed(week, 12, {u"refund_status"_s, 4, true}),
                closed(week, 13, {u"chargeback_dispute"_s, 2, true})},
               Origin::Archive);
    }
    /// Readings that grow surer and righter, the surest a little less right than sure.
    void fillCurve()
    {
        readAsTheBotSays();
        const int week = thisWeek() - 2;
        fillReadings(week, 0.34, 6, 4);
        fillReadings(week, 0.47, 9, 5);
        fillReadings(week, 0.58, 12, 5);
        fillReadings(week, 0.66, 20, 5);
        fillReadings(week, 0.76, 35, 7);
        fillReadings(week, 0.85, 60, 8);
        fillReadings(week, 0.96, 120, 9);
        board().setCosts({u"EUR"_s, 38.0, 0.06});
    }

    Look &look;
    ActionRegistry actions;
    std::unique_ptr<ScorecardView> screen;
};

ScorecardSnapshot wide(int intents)
{
    ScorecardSnapshot shown;
    shown.period = {2900, 2900};
    shown.newestWeek = shown.oldestWeek = 2900;
    shown.maturedDay = firstDayOfWeek(2901);
    for (int i = 0; i < quality::metrics; ++i)
        shown.gauges.append({Metric(i), {}, {}, quality::levelOf(Metric(i)), false});
    for (int i = 0; i < scoreWeeks; ++i)
        shown.weeks.append({2900 - scoreWeeks + 1 + i, true, {}, {}});
    for (int i = 0; i < intents; ++i) {
        ScoreIntent line;
        line.intent = line.title = u"intent %1"_s.arg(i);
        quality::WindowCounts counts;
        counts.all.bot[Count::Ended] = counts.matured.bot[Count::Ended] = intents - i;
        counts.all.bot[Count::Contained] = counts.matured.bot[Count::Contained] = intents - i;
        for (int m = 0; m < quality::metrics; ++m)
            line.figures[size_t(m)] = quality::figure(Metric(m), counts, quality::Arms::All);
        line.contained = quality::containmentOfMatured(counts);
        shown.intents.append(line);
    }
    return shown;
}

} // namespace

class ScorecardViewTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void allOfItByKeys()
    {
        ScoreScreen f(m_look);
        f.fillSome();
        f.show();
        ScorecardView &view = f.view();
        QTRY_VERIFY(view.gauges().first()->gauge().figure.value);
        QVERIFY(view.gauges().first()->hasFocus());
        f.press(Qt::Key_B);
        QTRY_COMPARE(f.board().snapshot().arms, quality::Arms::BotOnly);
        f.press(Qt::Key_H);
        QTRY_COMPARE(f.board().snapshot().arms, quality::Arms::WithPerson);
        f.press(Qt::Key_A);
        QTRY_COMPARE(f.board().snapshot().arms, quality::Arms::All);
        QTRY_VERIFY(view.gauges().first()->gauge().figure.value);

        view.trend().setFocus();
        f.press(Qt::Key_Left);
        QCOMPARE(view.trend().cursor(), scoreWeeks - 1);
        f.press(Qt::Key_Left);
        QCOMPARE(view.trend().cursor(), scoreWeeks - 2);
        QVERIFY(view.trend().accessibleDescription().contains(u"bot only"_s));
        view.bars().setFocus();
        f.press(Qt::Key_Left);
        QCOMPARE(view.bars().cursor(), scoreWeeks - 1);

        view.table().setFocus();
        f.press(Qt::Key_Down);
        QCOMPARE(view.table().currentIndex().row(), 1);
        f.press(Qt::Key_Up);
        f.press(Qt::Key_Return);
        QTRY_VERIFY(view.sheet() && view.sheet()->isVisible());
        QListView &list = view.sheet()->list();
        QTRY_VERIFY(list.model()->rowCount() > 0);
        QTRY_VERIFY(static_cast<ContactRows *>(list.model())->row(0));
        list.setFocus();
        QSignalSpy asked(&view, &ScorecardView::conversationRequested);
        QTest::keyClick(&list, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
    }

    void everythingHasANameAndSaysItsN()
    {
        ScoreScreen f(m_look);
        f.fillSome();
        f.show();
        ScorecardView &view = f.view();
        QTRY_VERIFY(view.gauges().first()->gauge().figure.value);
        for (QWidget *widget : view.findChildren<QWidget *>()) {
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            QVERIFY2(!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
                         || widget->focusProxy() || !widget->accessibleName().isEmpty()
                         || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
        }
        for (const Gauge *gauge : view.gauges()) {
            if (gauge->gauge().figure.value)
                QVERIFY2(gauge->accessibleName().contains(u"n "_s),
                         qPrintable(gauge->accessibleName()));
        }
        const QModelIndex cell = view.table().rows().index(0, ScoreIntents::Back);
        QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(u"Back in 72 h"_s));
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"interval"_s));
    }

    void theCurveIsReadByKeysAndLeadsToItsConversations()
    {
        ScoreScreen f(m_look);
        f.fillCurve();
        f.show();
        ReliabilityChart &curve = f.view().curve();
        QTRY_VERIFY(curve.accessibleDescription().contains(u"n 262"_s));
        QVERIFY(curve.accessibleDescription().contains(u"points on average (ECE)"_s));
        curve.setFocus();
        f.press(Qt::Key_Left);
        QCOMPARE(curve.cursor(), 9);
        QVERIFY2(curve.accessibleDescription().contains(u"stood (95 %:"_s)
                     && curve.accessibleDescription().contains(u"n 120"_s),
                 qPrintable(curve.accessibleDescription()));
        QCOMPARE(curve.toolTip(), curve.readOut(9));
        f.press(Qt::Key_Left);
        QCOMPARE(curve.cursor(), 8);
        for (int i = 0; i < 9; ++i)
            f.press(Qt::Key_Left);
        QCOMPARE(curve.cursor(), 3); // nothing was read less surely
        f.press(Qt::Key_Escape);
        QCOMPARE(curve.cursor(), -1);
        f.press(Qt::Key_Right);
        QCOMPARE(curve.cursor(), 3);
        f.press(Qt::Key_Return);
        QTRY_VERIFY(f.view().sheet() && f.view().sheet()->isVisible());
        QTRY_COMPARE(f.view().sheet()->list().model()->rowCount(), 4);
    }

    void fewReadingsMakeNoCurve()
    {
        ScoreScreen f(m_look);
        f.readAsTheBotSays();
        f.fillReadings(f.thisWeek() - 2, 0.8, 12, 3);
        f.show();
        ReliabilityChart &curve = f.view().curve();
        QTRY_VERIFY2(curve.accessibleDescription().contains(u"12 readings so far"_s),
                     qPrintable(curve.accessibleDescription()));
        curve.setFocus();
        f.press(Qt::Key_Left);
        QCOMPARE(curve.cursor(), -1);
    }

    void aCostSaysWhatItIsMadeOfOrLacks()
    {
        ScoreScreen f(m_look);
        f.fillSome();
        f.show();
        CostPane &costs = f.view().costs();
        QTRY_VERIFY(costs.words(Arm::BotOnly).contains(u"“bot_contact” under “costs”"_s));
        QVERIFY(costs.words(Arm::WithPerson).contains(u"“agent_hour” under “costs”"_s));
        f.board().setCosts({u"EUR"_s, 38.0, 0.06});
        QTRY_VERIFY2(costs.words(Arm::BotOnly).startsWith(u"€0.06. n 60 resolutions"_s),
                     qPrintable(costs.words(Arm::BotOnly)));
    }

    void nothingYetIsSaid()
    {
        ScoreScreen f(m_look);
        f.show();
        QVERIFY(!f.view().stopPane().isVisible());
        const auto labels = f.view().findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text() == u"Nothing has ended yet."_s;
        }));
    }

    void rows_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("none") << 0;
        QTest::newRow("one") << 1;
        QTest::newRow("100,000") << 100'000;
    }
    void rows()
    {
        QFETCH(int, count);
        ScoreScreen f(m_look);
        f.show();
        const ScorecardSnapshot shown = wide(count);
        QElapsedTimer timer;
        timer.start();
        f.view().take(shown);
        f.view().take(shown);
        f.view().grab();
        QVERIFY2(timer.elapsed() < 2000 * slowness,
                 qPrintable(QString::number(timer.elapsed()))); // under a second, twice
        QCOMPARE(f.view().table().rows().rowCount(), count);
        if (count > 0) {
            f.view().table().setFocus();
            f.press(Qt::Key_End, Qt::ControlModifier);
            QCOMPARE(f.view().table().currentIndex().row(), count - 1);
        }
    }

    void modelsKeepTheRules()
    {
        ScoreIntents model;
        QAbstractItemModelTester tester(&model);
        model.setIntents(wide(5).intents, quality::recontactWindowMs);
        model.setIntents(wide(3).intents, quality::recontactWindowMs);
        model.setIntents(wide(0).intents, quality::recontactWindowMs);
        model.setIntents(wide(4).intents, quality::recontactWindowMs);
        // What the stop-loss holds is said in place of what it would do.
        StopSnapshot stops;
        StopSegment held;
        held.segment = model.line(1).intent;
        held.state = GuardState::Tripped;
        held.last.intents = {held.segment};
        stops.segments = {held};
        QSignalSpy altered(&model, &QAbstractItemModel::dataChanged);
        model.setStops(stops);
        model.setStops(stops);
        QCOMPARE(altered.size(), 1);
        QCOMPARE(model.index(1, ScoreIntents::Stop).data().toString(), u"Tripped"_s);
        QVERIFY(model.index(2, ScoreIntents::Stop).data().toString() != u"Tripped"_s);
        model.setStops({});
        QVERIFY(!model.held(model.line(1)));
        ContactRows rows;
        QAbstractItemModelTester others(&rows);
        QSignalSpy needed(&rows, &ContactRows::rowsNeeded);
        auto many = std::make_shared<std::vector<qint64>>();
        for (qint64 i = 1; i <= 100'000; ++i)
            many->push_back(i);
        rows.setContacts({3, {}, many});
        QCOMPARE(rows.rowCount(), 100'000);
        QVERIFY(!rows.row(99'000));
        QVERIFY(needed.wait());
        QCOMPARE(needed.last().at(0).toULongLong(), 3U);
    }

    void wordsGiveANumberItsFooting()
    {
        ScorecardSnapshot shown = wide(0);
        shown.period = {2915, 2915}; // 10 to 16 Nov 2025
        QCOMPARE(words::weekName(shown.period), u"Week 46, 10–16 Nov"_s);
        QCOMPARE(words::weekName({2911, 2915}), u"Weeks 42–46, 13 Oct–16 Nov"_s);
        ScoreGauge gauge{Metric::EffectiveContainment, {}, {}, 0.65, false};
        QCOMPARE(words::valueOf(gauge.metric, gauge.figure), u"—"_s);
        shown.maturedDay = 0;
        QCOMPARE(words::footing(gauge, shown), u"not matured yet"_s);
        gauge.figure.value = 0.61;
        gauge.figure.n = 18332;
        gauge.change = -0.048;
        gauge.past = true;
        QCOMPARE(words::footing(gauge, shown), u"n 18,332"_s);
        QCOMPARE(words::changeOf(gauge), u"▼ 4.8"_s);
        QCOMPARE(words::levelOf(gauge), u"stop at 65"_s);
        QVERIFY(words::spoken(gauge, shown).contains(u"past its stop mark"_s));
        QCOMPARE(words::points(-0.061), u"−6.1 pt"_s);
    }

    void exportsSayEachFigureWithItsN()
    {
        ScorecardSnapshot shown = wide(3);
        shown.intents[0].intent = u"=cmd, \"x\""_s; // no formula, no more cells
        const QByteArray csv = scoreCsv(shown);
        QVERIFY(csv.startsWith("segment,name,metric,value,n,low,high,mean,response,arms,from,"
                               "to,matured_to\n"));
        QVERIFY(csv.contains("intent,\"'=cmd, \"\"x\"\"\",containment,1.0000,3,"));
        QVERIFY(csv.contains(",all,20"));
        QVERIFY(csv.contains("cost,with_person,cost_per_resolution,,0,"));
        QVERIFY(!csv.contains("confidence,"));
        shown.reliability.emplace();
        for (int i = 0; i < 40; ++i)
            shown.reliability->add(0.85, i < 30);
        const QByteArray curve = scoreCsv(shown);
        QVERIFY2(curve.contains("confidence,0.8 to 0.9,intent_reliability,0.7500,40,0.5981,0.8581,"
                                "0.8500,,all,"),
                 curve.constData());
        QVERIFY(curve.contains("all,,intent_ece,0.1000,40,"));
        const QJsonObject readings = QJsonDocument::fromJson(scoreJson(shown))
                                         .object()
                                         .value(u"intent_reliability"_s)
                                         .toObject();
        QCOMPARE(readings.value(u"bins"_s).toArray().size(), quality::confidenceBins);
        const QJsonObject json = QJsonDocument::fromJson(scoreJson(shown)).object();
        QCOMPARE(json.value(u"intents"_s).toArray().size(), 3);
        QCOMPARE(json.value(u"weeks"_s).toArray().size(), scoreWeeks);
        const QByteArray pdf = scorePdf(shown, u"Scorecard"_s);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/Count 2"));
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
        ScoreScreen f(m_look);
        f.fillSome();
        f.fillCurve();
        f.show();
        QTRY_VERIFY(f.view().gauges().first()->gauge().figure.value);
        QTRY_VERIFY(f.board().snapshot().reliability && f.view().curve().isVisible());
        const QString folder = QCoreApplication::applicationDirPath() + u"/../screens"_s;
        QVERIFY(QDir().mkpath(folder));
        const auto shoot = [&](const QString &name) {
            QCoreApplication::processEvents();
            const QString path = u"%1/scorecard-%2-%3.png"_s.arg(
                folder, name, QString::fromLatin1(QTest::currentDataTag()));
            QVERIFY2(f.view().grab().save(path), qPrintable(path));
        };
        shoot(u"wide"_s);
        QCOMPARE(test::faultsOf(f.view()), QString());
        f.view().resize(968, 612);
        shoot(u"narrow"_s);
        m_look.setAppearance({});
    }
};

BATON_TEST(ScorecardViewTest)
#include "ScorecardViewTest.moc"
