#include "ui/window/PresenterBar.h"
#include "tests/support/TestProgram.h"
#include "ui/panels/Button.h"
#include "ui/panels/Label.h"
#include "ui/theme/BatonStyle.h"
#include "ui/window/DayTrack.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

const QList<PresenterScene> twoScenes{{u"quiet"_s, u"A quiet morning"_s, u"Few write."_s},
                                      {u"storm"_s, u"The refund storm"_s, u"Many write."_s}};
constexpr Instant scenarioNoon{1763467200000}; // 2025-11-18T12:00:00Z

} // namespace

class PresenterBarTest : public QObject
{
    Q_OBJECT

    Look m_look;
    std::unique_ptr<PresenterBar> m_bar;

    bool says(const QString &text) const
    {
        for (const Label *label : m_bar->findChildren<Label *>()) {
            if (label->text() == text)
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }
    void init()
    {
        m_bar = std::make_unique<PresenterBar>(m_look, u"A day"_s, twoScenes, QTimeZone::utc());
        m_bar->resize(1440, m_bar->height());
        m_bar->setState({scenarioNoon, true, 1, {}, {}});
    }
    void cleanup() { m_bar.reset(); }

    void aSceneLeavesItsMarkOnTheDay()
    {
        DayTrack track(m_look, QTimeZone::utc());
        track.resize(720, 90);
        const Instant ends = scenarioNoon + 2 * hourMs;
        const auto after = [&](bool scene) {
            track.setMoment(scenarioNoon + -dayMs); // another day: nothing is left of this one
            track.setScene({}, {});
            track.setMoment(scenarioNoon);
            if (scene)
                track.setScene(u"The refund storm"_s, ends);
            track.setMoment(scenarioNoon + 5 * hourMs);
            track.setScene({}, {});
            return track.grab().toImage();
        };
        const QImage quiet = after(false);
        const QImage storm = after(true);
        QVERIFY(quiet != storm);
        const auto differs = [&](double hour) {
            const int x = qRound(25.5 + (track.width() - 51) * hour / 24);
            for (int y = 58; y < 76; ++y) {
                if (quiet.pixel(x, y) != storm.pixel(x, y))
                    return true;
            }
            return false;
        };
        QVERIFY(differs(12)); // where it began
        QVERIFY(differs(13.5));
        QVERIFY(!differs(15)); // it was over, though nobody looked at that moment
        QCOMPARE(after(false), quiet);
    }

    void playsAndPauses()
    {
        QSignalSpy asked(m_bar.get(), &PresenterBar::playRequested);
        m_bar->toggle();
        QCOMPARE(asked[0][0].toBool(), false);
        m_bar->setState({scenarioNoon, false, 1, {}, {}});
        m_bar->toggle();
        QCOMPARE(asked[1][0].toBool(), true);
    }

    void partsStandWhereTheMockHasThem()
    {
        m_bar->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
        const auto near = [](int a, int b) { return std::abs(a - b) <= 1; };
        QVERIFY(near(m_bar->height(), 96));
        const QRect track = m_bar->findChild<DayTrack *>()->geometry();
        QVERIFY(near(track.left(), 240) && near(track.width(), 896));
        const auto *play = m_bar->findChild<Button *>();
        const QPoint at = play->mapTo(m_bar.get(), QPoint(0, 0));
        QVERIFY2(near(at.x(), 50) && near(at.y(), 40),
                 qPrintable(QStringLiteral("%1, %2").arg(at.x()).arg(at.y())));
        QVERIFY(near(play->width(), 36) && near(play->height(), 30));
    }

    void scenesGoRound()
    {
        QSignalSpy asked(m_bar.get(), &PresenterBar::sceneRequested);
        QVERIFY(says(u"A working day"_s)); // none has run yet
        m_bar->nextScene();
        QVERIFY(says(u"Scene 1 of 2"_s));
        QCOMPARE(asked[0][0].toString(), u"quiet"_s);
        m_bar->setState({scenarioNoon, true, 1, u"quiet"_s, scenarioNoon + hourMs});
        m_bar->nextScene();
        QCOMPARE(asked[1][0].toString(), u"storm"_s);
        QVERIFY(says(u"The refund storm"_s) && says(u"Many write."_s));
        m_bar->setState({scenarioNoon, true, 1, u"storm"_s, scenarioNoon + hourMs});
        m_bar->previousScene();
        QCOMPARE(asked[2][0].toString(), u"quiet"_s);
    }

    void aSceneThatBeganElsewhereIsShown()
    {
        m_bar->setState({scenarioNoon, true, 60, u"storm"_s, scenarioNoon + hourMs});
        QVERIFY(says(u"Scene 2 of 2"_s));
    }

    void everyControlHasAName()
    {
        for (const QAbstractButton *button : m_bar->findChildren<QAbstractButton *>())
            QVERIFY(!button->accessibleName().isEmpty() || !button->text().isEmpty());
    }

    void withoutScenesNothingBegins()
    {
        PresenterBar bar(m_look, u"A day"_s, {}, QTimeZone::utc());
        QSignalSpy asked(&bar, &PresenterBar::sceneRequested);
        bar.nextScene();
        bar.previousScene();
        QCOMPARE(asked.size(), 0);
    }
};

BATON_TEST(PresenterBarTest)
#include "PresenterBarTest.moc"
