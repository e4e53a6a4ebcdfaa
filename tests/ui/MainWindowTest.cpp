#include "ui/window/MainWindow.h"

#include "core/desk/ApprovalBoard.h"
#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"
#include "ui/theme/BatonStyle.h"
#include "ui/views/DataSection.h"
#include "ui/views/KnowledgeView.h"
#include "ui/views/LoadView.h"
#include "ui/views/PolicyView.h"
#include "ui/views/SettingsView.h"
#include "ui/window/StatusStrip.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

/// The screens beside the desk are made late; nobody may see that they were.
class MainWindowTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;
    std::unique_ptr<test::DeskFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;

    void makeWindow()
    {
        m_fixture->settings.agent.role = baton::Role::Lead;
        m_window = std::make_unique<MainWindow>(m_fixture->makeDesk(), m_look);
    }
    void show()
    {
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }
    void init() { m_fixture = std::make_unique<test::DeskFixture>(); }
    void cleanup()
    {
        m_window.reset();
        m_fixture.reset();
    }

    void theScreensComeAfterTheFirstPage()
    {
        m_fixture->arrive({m_fixture->conversation(u"c1"_s, u"Where is my parcel?"_s)});
        makeWindow();
        bool early = false;
        connect(m_fixture->desk.get(), &Desk::queueChanged, m_window.get(),
                [&] { early = early || m_window->findChild<PolicyView *>() != nullptr; });
        show();
        QVERIFY(!m_window->findChild<SettingsView *>());
        m_fixture->desk->start();
        QTRY_VERIFY(m_window->findChild<SettingsView *>()); // the last one
        QVERIFY(!early);
        QVERIFY(m_window->findChild<PolicyView *>());
        QVERIFY(m_window->findChild<KnowledgeView *>());
        QCOMPARE(m_window->findChildren<LoadView *>().size(), 1);
    }

    void whatIsAskedForIsMadeAtOnceAndOnce()
    {
        makeWindow();
        show();
        m_window->show(Screen::Load);
        QVERIFY(m_window->loadView().isVisible());
        m_fixture->desk->start();
        QTRY_VERIFY(m_window->findChild<SettingsView *>());
        QCOMPARE(m_window->findChildren<LoadView *>().size(), 1);
    }

    void whatWasToldBeforeAScreenWasMadeStandsThere()
    {
        makeWindow();
        m_window->setPlaces({u"/srv/baton/data"_s, u"/srv/baton/state"_s, {}, {}});
        Settings settings = m_fixture->desk->settings();
        settings.agent.name = u"Priya Raman"_s;
        m_fixture->desk->changeSettings(settings);
        m_window->show(Screen::Settings);
        auto *shown = m_window->findChild<SettingsView *>();
        QVERIFY(shown);
        shown->showPage(SettingsPage::Data);
        const auto labels = shown->page(SettingsPage::Data)->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().contains(u"/srv/baton/data"_s);
        }));
    }

    void tabComesToTheStatusStripAfterWhateverScreenIsMade()
    {
        makeWindow();
        show();
        m_fixture->desk->start();
        QTRY_VERIFY(m_window->findChild<SettingsView *>());
        const auto *strip = m_window->findChild<StatusStrip *>();
        QVERIFY(strip);
        // From the window on, once round.
        int stops = 0;
        int ofScreensAfterIt = 0;
        bool atStrip = false;
        const QWidget &load = m_window->loadView();
        const QWidget &policy = m_window->policyView();
        for (QWidget *w = m_window->nextInFocusChain(); w != m_window.get();
             w = w->nextInFocusChain()) {
            if (!(w->focusPolicy() & Qt::TabFocus))
                continue;
            ++stops;
            atStrip = atStrip || strip->isAncestorOf(w);
            if (load.isAncestorOf(w) || policy.isAncestorOf(w))
                ofScreensAfterIt += atStrip ? 1 : 0;
        }
        QVERIFY(stops > 20);
        QVERIFY(atStrip);
        QCOMPARE(ofScreensAfterIt, 0);
    }
};

BATON_TEST(MainWindowTest)
#include "MainWindowTest.moc"
