#include "ui/views/WelcomeView.h"
#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/panels/Segmented.h"
#include "ui/theme/BatonStyle.h"
#include "ui/views/DoorPicture.h"

#include <QtCore/QDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

class WelcomeViewTest : public QObject
{
    Q_OBJECT

    Look m_look;
    std::unique_ptr<WelcomeView> m_view;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }
    void init()
    {
        m_look.setAppearance({});
        m_view = std::make_unique<WelcomeView>(m_look, u"/home/ines/.local/share/baton"_s);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void digitsAreTheDoors()
    {
        QSignalSpy demo(m_view.get(), &WelcomeView::demoChosen);
        QSignalSpy folder(m_view.get(), &WelcomeView::folderRequested);
        QSignalSpy left(m_view.get(), &WelcomeView::left);
        QTest::keyClick(m_view.get(), Qt::Key_1);
        QCOMPARE(demo.size(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_2);
        QCOMPARE(folder.size(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_3);
        QCOMPARE(demo.size() + folder.size(), 2);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void theFirstDoorHasTheFocus()
    {
        m_view->activateWindow();
        QTRY_VERIFY(qobject_cast<QPushButton *>(QApplication::focusWidget()));
        QCOMPARE(qobject_cast<QPushButton *>(QApplication::focusWidget())->text(),
                 u"Start the demo"_s);
    }

    void partsStandWhereTheMockHasThem()
    {
        m_view->resize(1440, 900);
        QApplication::processEvents();
        const auto at = [this](const QWidget *part) {
            return QRect(part->mapTo(m_view.get(), QPoint(0, 0)), part->size());
        };
        const auto near = [](int a, int b) { return std::abs(a - b) <= 1; };
        const auto *picture = m_view->findChild<DoorPicture *>();
        QVERIFY2(near(at(picture).top(), 287), qPrintable(QString::number(at(picture).top())));
        QVERIFY(near(picture->height(), 116));
        const auto *button = m_view->findChild<QPushButton *>();
        QVERIFY2(near(at(button).top(), 539), qPrintable(QString::number(at(button).top())));
        QVERIFY(near(button->height(), 34) && near(button->width(), 258));
        const auto *theme = m_view->findChild<Segmented *>();
        QVERIFY2(near(at(theme).top(), 660), qPrintable(QString::number(at(theme).top())));
        QVERIFY(near(theme->height(), 28));
    }

    void nothingIsCutInAnyLook_data()
    {
        QTest::addColumn<ThemeKind>("theme");
        QTest::addColumn<int>("percent");
        QTest::newRow("light") << ThemeKind::Light << 100;
        QTest::newRow("dark") << ThemeKind::Dark << 100;
        QTest::newRow("large") << ThemeKind::Light << 130;
    }
    void nothingIsCutInAnyLook()
    {
        QFETCH(ThemeKind, theme);
        QFETCH(int, percent);
        m_look.setAppearance({theme, Contrast::Normal, percent, Motion::Full});
        m_view->resize(1180, 760);
        QApplication::processEvents();
        const QString folder = QCoreApplication::applicationDirPath() + u"/../screens"_s;
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(m_view->grab().save(
            u"%1/welcome-%2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()))));
        QCOMPARE(test::faultsOf(*m_view), QString());
        for (const QLabel *label : m_view->findChildren<QLabel *>())
            QVERIFY(m_view->rect().contains(
                QRect(label->mapTo(m_view.get(), QPoint(0, 0)), label->size())));
    }
};

BATON_TEST(WelcomeViewTest)
#include "WelcomeViewTest.moc"
