#include "ui/panels/ArcSheet.h"

#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/theme/BatonStyle.h"

#include <QtTest/QtTest>
#include <QtWidgets/QSlider>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

/// The automation arc: it plays to its end, jumps, says what happens, and shows the same each time.
class ArcSheetTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

    static std::unique_ptr<ArcSheet> made(const Look &look)
    {
        auto sheet = std::make_unique<ArcSheet>(look, 1, nullptr);
        sheet->setAttribute(Qt::WA_DeleteOnClose, false);
        return sheet;
    }
    static Button *button(const QWidget &in, const QString &text)
    {
        for (Button *one : in.findChildren<Button *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void playsToItsEndAndBeginsAnew()
    {
        const auto sheet = made(m_look);
        sheet->setSpeed(600);
        button(*sheet, u"Play"_s)->click();
        QVERIFY(sheet->isPlaying());
        QTRY_VERIFY(!sheet->isPlaying());
        QCOMPARE(sheet->week(), quality::arcWeeks - 1);
        const QString sums = sheet->sums();
        QVERIFY(button(*sheet, u"Play"_s));
        sheet->toggle();
        QCOMPARE(sheet->week(), 0);
        QTRY_VERIFY(!sheet->isPlaying());
        QCOMPARE(sheet->sums(), sums);
    }

    void scenesAreJumpedToAndSayWhatHappens()
    {
        const auto sheet = made(m_look);
        QVERIFY(sheet->caption().contains("Launch"_L1));
        QStringList captions{sheet->caption()};
        for (int i = 0; i < quality::arcScenes; ++i) {
            QTest::keyClick(sheet.get(), Qt::Key_F9);
            captions += sheet->caption();
        }
        QCOMPARE(sheet->week(), quality::arcWeeks - 1);
        QVERIFY(captions.filter(u"Containment soars"_s).size() > 0);
        QVERIFY(captions.filter(u"come back"_s).size() > 0);
        QVERIFY(captions.filter(u"hired back"_s).size() > 0);
        sheet->showWeek(30);
        QVERIFY(sheet->caption().contains("rolled back"_L1));
        QVERIFY(sheet->caption().contains("refund missing"_L1));
        while (sheet->week() > 0) {
            const int before = sheet->week();
            sheet->jump(-1);
            QVERIFY(sheet->week() < before);
        }
    }

    void theSliderShowsAWeekAndTheFiguresAreTold()
    {
        const auto sheet = made(m_look);
        auto *slider = sheet->findChild<QSlider *>();
        QCOMPARE(slider->accessibleName(), u"Week of the year"_s);
        slider->setValue(40);
        QCOMPARE(sheet->week(), 40);
        for (const ArcChart *chart : sheet->findChildren<ArcChart *>()) {
            QVERIFY(!chart->accessibleName().isEmpty());
            QCOMPARE(chart->accessibleDescription(), chart->readOut());
            QVERIFY(chart->readOut().contains(u'%'));
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
        m_look.setAppearance({ThemeKind(kind), Contrast::Normal, 100, Motion::Reduced});
        const auto sheet = made(m_look);
        sheet->showWeek(38);
        sheet->show();
        QVERIFY(QTest::qWaitForWindowExposed(sheet.get()));
        const QString folder = QCoreApplication::applicationDirPath() + u"/../screens"_s;
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(sheet->grab().save(
            u"%1/arc-%2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()))));
        QCOMPARE(test::faultsOf(*sheet), QString());
    }
};

BATON_TEST(ArcSheetTest)
#include "ArcSheetTest.moc"
