#include "ui/panels/StopPane.h"

#include "core/desk/StopFigures.h"
#include "tests/support/TestProgram.h"
#include "ui/panels/Button.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/HeldPart.h"
#include "ui/panels/Label.h"
#include "ui/panels/NumberField.h"
#include "ui/panels/StateLine.h"
#include "ui/panels/StopSheets.h"
#include "ui/text/ScoreWords.h"
#include "ui/text/StopWords.h"
#include "ui/theme/BatonStyle.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

StopSnapshot someStops()
{
    StopSnapshot stops;
    stops.isRead = true;
    stops.mayAct = true;
    stops.lookedWeek = 2916;
    stops.owner = u"leads"_s;
    StopSegment tripped;
    tripped.segment = u"refund_status"_s;
    tripped.title = u"Refund status"_s;
    tripped.state = GuardState::Tripped;
    tripped.weeksSince = 2;
    tripped.weeksAtLevel = 1;
    tripped.week = {0, 0.72, {}};
    tripped.evidence = u"/tmp/stop-loss/2025-11-17-refund_status"_s;
    tripped.last.seq = 3;
    tripped.last.week = 2914;
    tripped.last.segment = tripped.segment;
    tripped.last.became = GuardState::Tripped;
    quality::SegmentVerdict verdict;
    verdict.finding = quality::Finding::Trips;
    verdict.window = 3;
    verdict.before = {860, 1000};
    verdict.now = {300, 400};
    verdict.adjusted = verdict.now.value(); // of one intent
    tripped.last.figures = QByteArray::fromStdString(toJson(verdict).dump());
    StopSegment ready = tripped;
    ready.segment = u"return_label"_s;
    ready.title = u"Return label"_s;
    ready.state = GuardState::Ready;
    ready.weeksSince = 5;
    ready.weeksAtLevel = 2;
    ready.week = {0, 0.81, 0.9};
    ready.evidence.clear();
    ready.last.cause = GuardCause::Level;
    ready.last.became = GuardState::Ready;
    StopSegment canary = ready;
    canary.segment = u"opening_hours"_s;
    canary.title = u"Opening hours"_s;
    canary.state = GuardState::Canary;
    canary.until = 2918;
    canary.last.became = GuardState::Canary;
    canary.last.cause = GuardCause::Person;
    canary.last.who = {u"ines"_s, u"Ines Okafor"_s};
    canary.last.reason = u"The hours are right again."_s;
    StopSegment armed;
    armed.segment = u"order_status"_s;
    armed.title = u"Order status"_s;
    stops.segments = {tripped, ready, canary, armed};
    stops.log = {canary.last, ready.last, tripped.last};
    stops.at = tripped.last.at;
    return stops;
}

Button *buttonNamed(const QWidget &in, const QString &name)
{
    for (Button *button : in.findChildren<Button *>()) {
        if ((button->text() == name || button->accessibleName() == name) && !button->isHidden())
            return button;
    }
    return nullptr;
}

} // namespace

class StopPaneTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void conditionsSayWhichAreMet()
    {
        const StopSnapshot stops = someStops();
        const auto tripped = words::conditionsOf(stops.segments[0], stops.limits);
        QCOMPARE(tripped.size(), 5);
        QVERIFY(!tripped[0].met && tripped[0].text.contains(u"2 of 3 weeks"_s));
        QVERIFY(tripped[1].met && tripped[1].text.contains(u"72"_s));
        QVERIFY(!tripped[2].met); // nobody knows
        QVERIFY(tripped[3].met && !tripped[4].met);
        for (const words::Condition &one : words::conditionsOf(stops.segments[1], stops.limits))
            QVERIFY2(one.met, qPrintable(one.text));
        QVERIFY(words::figuresOf(stops.segments[0].last).contains(u"n 1,000"_s));
    }

    void aLeadTripsAndReleasesByKeys()
    {
        StopPane pane(m_look);
        pane.setStops(someStops());
        pane.resize(372, 1100);
        pane.show();
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        QCOMPARE(pane.chosen(), u"refund_status"_s);
        QCOMPARE(pane.held().count(), 3);
        QSignalSpy evidence(&pane, &StopPane::evidenceRequested);
        Button *open = buttonNamed(pane, u"Open the evidence"_s);
        QVERIFY(open);
        open->setFocus();
        QTest::keyClick(open, Qt::Key_Space);
        QCOMPARE(evidence.size(), 1);

        QSignalSpy released(&pane, &StopPane::releaseRequested);
        QVERIFY(!pane.canary().isEnabled()); // it is not ready
        QTest::keyClick(&pane.overrule(), Qt::Key_Space);
        auto *sheet = pane.findChild<ReleaseSheet *>();
        QVERIFY(sheet && sheet->isVisible());
        QVERIFY(!sheet->action()->isEnabled()); // a reason is needed
        sheet->findChild<DraftEdit *>()->insertPlainText(u"Written down."_s);
        QVERIFY(sheet->action()->isEnabled());
        QVERIFY(sheet->findChild<NumberField *>()); // early: it expires
        sheet->accept();
        QCOMPARE(released.size(), 1);
        QCOMPARE(released.first().at(0).toString(), u"refund_status"_s);
        QCOMPARE(released.first().at(1).toString(), u"Written down."_s);
        QCOMPARE(released.first().at(2).toInt(), 2);
        QTRY_VERIFY(!pane.findChild<ReleaseSheet *>());

        QTest::keyClick(&pane.held(), Qt::Key_Down);
        QCOMPARE(pane.chosen(), u"return_label"_s);
        QVERIFY(pane.canary().isEnabled());
        QTest::keyClick(&pane.canary(), Qt::Key_Space);
        sheet = pane.findChild<ReleaseSheet *>();
        QVERIFY(sheet && !sheet->findChild<NumberField *>());
        sheet->reject();
        QTRY_VERIFY(!pane.findChild<ReleaseSheet *>());

        pane.choose(u"opening_hours"_s);
        QVERIFY(!pane.canary().isEnabled());
        QSignalSpy tripped(&pane, &StopPane::tripRequested);
        pane.askOverride(); // of what is on trial: taken again
        auto *trip = pane.findChild<TripSheet *>();
        QVERIFY(trip && !trip->action()->isEnabled());
        trip->findChild<DraftEdit *>()->insertPlainText(u"The price list is wrong."_s);
        trip->accept();
        QCOMPARE(tripped.size(), 1);
        QCOMPARE(tripped.first().at(0).toString(), u"opening_hours"_s);
        QCOMPARE(tripped.first().at(1).toString(), u"The price list is wrong."_s);
    }

    void theLeverAsksAndGoesBack()
    {
        Appearance calm;
        calm.motion = Motion::Reduced;
        m_look.setAppearance(calm);
        StopPane pane(m_look);
        pane.setStops(someStops());
        pane.resize(372, 1100);
        pane.show();
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        PivotLever &lever = pane.lever();
        QCOMPARE(lever.detent(), PivotLever::Hybrid);
        QSignalSpy policy(&pane, &StopPane::policyRequested);
        QTest::keyClick(&lever, Qt::Key_Right);
        QCOMPARE(policy.size(), 1);
        QCOMPARE(lever.detent(), PivotLever::Hybrid);

        QTest::mousePress(&lever, Qt::LeftButton, {}, lever.placeOf(PivotLever::Hybrid));
        QTest::mouseMove(&lever, lever.placeOf(PivotLever::BotContains));
        QTest::mouseRelease(&lever, Qt::LeftButton, {}, lever.placeOf(PivotLever::BotContains));
        auto *sheet = pane.findChild<ReleaseSheet *>();
        QVERIFY(sheet && sheet->isVisible());
        QCOMPARE(lever.detent(), PivotLever::Hybrid); // until it is done
        sheet->reject();
        QTRY_VERIFY(!pane.findChild<ReleaseSheet *>());
        QTest::keyClick(&lever, Qt::Key_Left);
        QVERIFY(pane.findChild<ReleaseSheet *>());
        lever.setValue(PivotLever::PeopleOnly); // as an assistive tool does
        QCOMPARE(policy.size(), 2);
        QCOMPARE(lever.detent(), PivotLever::Hybrid);
        m_look.setAppearance({});
    }

    void theLineSaysHowItStands()
    {
        const StopSnapshot stops = someStops();
        StopSegment fresh = stops.segments[0];
        fresh.weeksSince = 0;
        QCOMPARE(StateLine::stepOf(fresh), StateLine::Tripped);
        QCOMPARE(StateLine::stepOf(stops.segments[0]), StateLine::Cooling);
        QCOMPARE(StateLine::stepOf(stops.segments[1]), StateLine::Cooling);
        QCOMPARE(StateLine::stepOf(stops.segments[2]), StateLine::Canary);
        QCOMPARE(StateLine::stepOf(stops.segments[3]), StateLine::Armed);
    }

    /// Whole weeks of cool-down after the one in which it tripped, though that is not over yet.
    void theEarliestReleaseIsSaid()
    {
        StopSnapshot stops = someStops();
        stops.lookedWeek = 2913;
        stops.segments[0].weeksSince = 0;
        stops.segments[0].weeksAtLevel = 0;
        StopPane pane(m_look);
        pane.setStops(stops);
        const auto labels = pane.part().findChildren<QLabel *>();
        const QString wanted
            = u"earliest after week %1"_s.arg(words::weekNumber(2914 + stops.limits.coolDownWeeks));
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [&](const QLabel *one) { return one->text() == wanted; }));
    }

    void othersSeeAndCannotAct()
    {
        StopPane pane(m_look);
        StopSnapshot stops = someStops();
        stops.mayAct = false;
        pane.setStops(stops);
        QVERIFY(pane.overrule().parentWidget()->isHidden());
        QVERIFY(!buttonNamed(pane, u"Trip another by hand…"_s));
        QVERIFY(buttonNamed(pane, u"Open the evidence"_s));
        QSignalSpy policy(&pane, &StopPane::policyRequested);
        QTest::keyClick(&pane.lever(), Qt::Key_Right);
        pane.askOverride();
        QVERIFY(policy.isEmpty() && !pane.findChild<QDialog *>());
    }

    void aTierSaysWhatIsLeftOfItsFallWithTheEarlierMix()
    {
        StopSnapshot stops = someStops();
        HeldPart part(m_look);
        part.setSegment(stops.segments[0], stops);
        const auto says = [&part](const QString &text) {
            const QList<Label *> all = part.findChildren<Label *>();
            return std::any_of(all.begin(), all.end(),
                               [&](const Label *one) { return one->text() == text; });
        };
        QVERIFY(!says(u"With the earlier mix of intents"_s));
        quality::SegmentVerdict verdict
            = *verdictOf(stops.segments[0].last.figures); // 86 % before, 75 % now
        verdict.adjusted = 0.80;
        stops.segments[0].last.figures = QByteArray::fromStdString(toJson(verdict).dump());
        part.setSegment(stops.segments[0], stops);
        QVERIFY(says(u"With the earlier mix of intents"_s));
        QVERIFY(says(words::points(-0.06)));
    }

    void nothingIsHeld()
    {
        StopPane pane(m_look);
        StopSnapshot stops = someStops();
        stops.segments = {stops.segments.last()};
        stops.log.clear();
        pane.setStops(stops);
        QVERIFY(pane.chosen().isEmpty() && pane.held().isHidden() && pane.part().isHidden());
        QCOMPARE(pane.lever().detent(), PivotLever::BotContains);
        QCOMPARE(pane.states().step(), StateLine::Armed);
        QVERIFY(!pane.canary().isEnabled() && pane.overrule().isEnabled());
        pane.askOverride();
        QVERIFY(pane.findChild<TripSheet *>());
    }

    void everyPartHasAName()
    {
        StopPane pane(m_look);
        pane.setStops(someStops());
        for (const QWidget *widget : pane.findChildren<QWidget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(widget->focusPolicy() == Qt::NoFocus || !widget->accessibleName().isEmpty()
                         || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
        }
    }

    /// BATON_SHOTS names a folder for pictures.
    void itIsPainted()
    {
        for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark}) {
            Appearance appearance;
            appearance.theme = theme;
            m_look.setAppearance(appearance);
            StopPane pane(m_look);
            pane.resize(372, 1100);
            ScorecardSnapshot shown;
            shown.lookedAtWeek = 2916;
            pane.setScorecard(shown);
            pane.setStops(someStops());
            QVERIFY(pane.isTripped());
            const QPixmap picture = pane.grab();
            QVERIFY(!picture.isNull());
            if (const QString folder = qEnvironmentVariable("BATON_SHOTS"); !folder.isEmpty())
                picture.save(folder
                             + (theme == ThemeKind::Dark ? u"/stop-dark.png"_s : u"/stop.png"_s));
        }
        m_look.setAppearance({});
    }
};

BATON_TEST(StopPaneTest)
#include "StopPaneTest.moc"
