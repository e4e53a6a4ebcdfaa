#include "ui/views/SettingsView.h"
#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/panels/Button.h"
#include "ui/panels/KeyRecorder.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/Segmented.h"
#include "ui/panels/Switch.h"
#include "ui/theme/BatonStyle.h"
#include "ui/theme/Metrics.h"
#include "ui/views/KeysSection.h"
#include "ui/window/ActionRegistry.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

class SettingsViewTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

    static Settings ines()
    {
        Settings s;
        s.agent = {AgentId(u"ines"_s), u"Ines Okafor"_s, baton::Role::Agent};
        return s;
    }

    template <class Widget>
    static Widget *named(QWidget *in, const QString &name)
    {
        for (Widget *widget : in->findChildren<Widget *>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void aSwitchAppliesAtOnceAndCanBeTakenBack()
    {
        ActionRegistry actions;
        SettingsView view(m_look, actions);
        view.setSettings(ines());
        QSignalSpy changed(&view, &SettingsView::changed);
        auto *motion = named<Switch>(view.page(SettingsPage::Appearance), u"Reduce motion"_s);
        QVERIFY(motion);
        motion->click();
        QCOMPARE(changed.count(), 1);
        QVERIFY(changed.last().first().value<Settings>().reduceMotion);
        QVERIFY(!view.undoButton()->isHidden());
        view.undoButton()->click();
        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed.last().first().value<Settings>(), ines());
        QVERIFY(!motion->isChecked());
    }

    void whatIsShownIsWhatCameIn()
    {
        ActionRegistry actions;
        SettingsView view(m_look, actions);
        Settings s = ines();
        s.theme = ThemeChoice::Dark;
        s.textSizePercent = 115;
        s.nextAfterSend = false;
        s.folder = u"/srv/packets"_s;
        QSignalSpy changed(&view, &SettingsView::changed);
        view.setSettings(s);
        QCOMPARE(changed.count(), 0);
        QWidget *appearance = view.page(SettingsPage::Appearance);
        QCOMPARE(named<Segmented>(appearance, u"Theme"_s)->current(), 2);
        QCOMPARE(named<Segmented>(appearance, u"Text size"_s)->current(), 2);
        QCOMPARE(named<SearchField>(view.page(SettingsPage::Connections), u"Folder"_s)->text(),
                 s.folder);
        QCOMPARE(named<SearchField>(view.page(SettingsPage::General), u"Your name"_s)->text(),
                 u"Ines Okafor"_s);
    }

    void aNameIsNeeded()
    {
        ActionRegistry actions;
        SettingsView view(m_look, actions);
        view.setSettings(ines());
        QSignalSpy changed(&view, &SettingsView::changed);
        auto *name = named<SearchField>(view.page(SettingsPage::General), u"Your name"_s);
        name->setText(u"  "_s);
        Q_EMIT name->editingFinished();
        QCOMPARE(changed.count(), 0);
        QVERIFY(!name->toolTip().isEmpty());
        name->setText(u" Priya Nair "_s);
        Q_EMIT name->editingFinished();
        QCOMPARE(changed.last().first().value<Settings>().agent.name, u"Priya Nair"_s);
        Q_EMIT name->editingFinished(); // the same again is no change
        QCOMPARE(changed.count(), 1);
    }

    void aFolderMustBeThere()
    {
        ActionRegistry actions;
        SettingsView view(m_look, actions);
        view.setSettings(ines());
        QSignalSpy changed(&view, &SettingsView::changed);
        auto *folder = named<SearchField>(view.page(SettingsPage::Connections), u"Folder"_s);
        folder->setText(u"/no/such/folder/anywhere"_s);
        Q_EMIT folder->editingFinished();
        QCOMPARE(changed.count(), 0);
        QVERIFY(!folder->toolTip().isEmpty());
        QTemporaryDir there;
        folder->setText(there.path());
        Q_EMIT folder->editingFinished();
        QCOMPARE(changed.last().first().value<Settings>().folder, there.path());
    }

    void keysThatAreTakenAreRefusedByName()
    {
        ActionRegistry actions;
        SettingsView view(m_look, actions);
        view.setSettings(ines());
        connect(&view, &SettingsView::changed, &actions,
                [&](const Settings &s) { actions.setKeys(s.keys); });
        QSignalSpy changed(&view, &SettingsView::changed);
        auto *keys = qobject_cast<KeysSection *>(view.page(SettingsPage::Keys));
        QVERIFY(keys);
        KeyRecorder *snooze = keys->recorder(ActionId::Snooze);
        Q_EMIT snooze->recorded(QKeySequence(u"J"_s));
        QCOMPARE(changed.count(), 0);
        QVERIFY(view.said().contains(u"Next conversation"_s));
        QVERIFY(view.undoButton()->isHidden()); // there is nothing to take back
        QCOMPARE(snooze->keys(), QKeySequence(u"S"_s));

        Q_EMIT snooze->recorded(QKeySequence(u"Ctrl+Shift+S"_s));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(snooze->keys(), QKeySequence(u"Ctrl+Shift+S"_s));
        view.undoButton()->click();
        QCOMPARE(snooze->keys(), QKeySequence(u"S"_s));
    }

    void everyControlHasANameAndIsReachedByTab()
    {
        ActionRegistry actions;
        SettingsView view(m_look, actions);
        view.setSettings(ines());
        view.resize(1000, 700);
        for (int page = 0; page <= int(SettingsPage::About); ++page) {
            view.showPage(SettingsPage(page));
            for (const QWidget *widget : view.page(SettingsPage(page))->findChildren<QWidget *>()) {
                if (widget->focusPolicy() & Qt::TabFocus) {
                    const auto *button = qobject_cast<const QAbstractButton *>(widget);
                    QVERIFY2(!widget->accessibleName().isEmpty()
                                 || (button && !button->text().isEmpty()),
                             widget->metaObject()->className());
                }
            }
        }
    }

    void theListIs200AndTheColumnAtMost640Wide()
    {
        ActionRegistry actions;
        SettingsView view(m_look, actions);
        view.resize(1300, 800);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        auto *column = view.page(SettingsPage::General)->findChild<SettingsColumn *>();
        QCOMPARE(column->width(), metrics::settingsColumn);
        QCOMPARE(column->mapTo(&view, QPoint(0, 0)).x(), metrics::settingsList + 20);
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
        ActionRegistry actions;
        SettingsView view(m_look, actions);
        view.setSettings(ines());
        view.setPlaces({u"/home/ines/.local/share/baton/default"_s,
                        u"/home/ines/.local/state/baton/default"_s,
                        u"/home/ines/.config/baton/settings.json"_s,
                        u"/home/ines/.local/state/baton/default/baton.log"_s});
        StatusSnapshot status;
        status.connection = Connection::Online;
        status.upstreamName = u"folder"_s;
        status.rejectedLines = 2;
        status.lastRejected = {u"today.jsonl:7: /messages/0/at: “yesterday”, expected a time"_s};
        status.auditChecked = true;
        status.auditIntact = true;
        view.setStatus(status);
        view.resize(1120, 720);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QStringList names{u"general"_s, u"keys"_s, u"appearance"_s, u"connections"_s,
                                u"models"_s,  u"data"_s, u"about"_s};
        const QString folder = QCoreApplication::applicationDirPath() + u"/../screens"_s;
        QVERIFY(QDir().mkpath(folder));
        for (int page = 0; page < names.size(); ++page) {
            view.showPage(SettingsPage(page));
            QVERIFY(view.grab().save(u"%1/settings-%2-%3.png"_s.arg(
                folder, names.at(page), QString::fromLatin1(QTest::currentDataTag()))));
            QCOMPARE(test::faultsOf(view), QString());
        }
    }
};

BATON_TEST(SettingsViewTest)
#include "SettingsViewTest.moc"
