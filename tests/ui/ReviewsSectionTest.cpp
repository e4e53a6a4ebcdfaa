#include "ui/views/ReviewsSection.h"

#include "tests/support/ReviewFixture.h"
#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/panels/Button.h"
#include "ui/panels/CriterionEdit.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/MonitorPopover.h"
#include "ui/panels/MonitorRow.h"
#include "ui/panels/ScorecardEdit.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/Switch.h"
#include "ui/theme/BatonStyle.h"
#include "ui/views/SettingsView.h"
#include "ui/window/ActionRegistry.h"

#include <QtWidgets/QComboBox>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

/// The settings at what is reviewed, for a desk with two conversations rated 1.
struct MonitorScreen
{
    explicit MonitorScreen(Look &look, baton::Role role = baton::Role::Lead)
        : view(look, actions)
    {
        desk.settings.agent.role = role;
        desk.makeDesk();
        desk.closeOne(u"a"_s, 20);
        desk.closeOne(u"b"_s, 10);
        section().serve(board(), desk.desk->criteriaBoard(), [] {
            return QList<IntentName>{{u"refund_missing"_s, u"Refund not received"_s}};
        });
        view.resize(1000, 900);
        view.showPage(SettingsPage::Reviews);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            qFatal("not shown");
        view.activateWindow();
    }
    MonitorBoard &board() const { return desk.desk->monitorBoard(); }
    ReviewsSection &section() const { return view.reviews(); }
    MonitorRow &row(MonitorKind kind) const
    {
        for (MonitorRow *one : section().rows()) {
            if (one->monitor().kind == kind)
                return *one;
        }
        qFatal("no such row");
    }
    static void type(MonitorNumber &field, const QString &text)
    {
        field.field().setFocus();
        field.field().selectAll();
        QTest::keyClicks(&field.field(), text);
        QTest::keyClick(&field.field(), Qt::Key_Return);
    }

    test::ReviewFixture desk;
    ActionRegistry actions;
    SettingsView view;
};

} // namespace

class ReviewsSectionTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void rowsSayHowManyTheyWouldPick()
    {
        MonitorScreen screen(m_look);
        QTRY_COMPARE(screen.row(MonitorKind::LowCsat).picks(), u"2"_s);
        QVERIFY(screen.section().said().startsWith(u"Of 2 conversation"_s));
        QCOMPARE(screen.row(MonitorKind::Intent).accessibleName(),
                 u"About “Refund not received”"_s);
        screen.row(MonitorKind::LowCsat).onSwitch().click();
        QTRY_COMPARE(screen.row(MonitorKind::LowCsat).picks(), u"0"_s);
        MonitorScreen::type(screen.row(MonitorKind::Random).share(), u"100"_s);
        QTRY_COMPARE(screen.row(MonitorKind::Random).picks(), u"2"_s);
        screen.row(MonitorKind::LowCsat).onSwitch().click();
        QTRY_COMPARE(screen.row(MonitorKind::LowCsat).monitor().share, 100);
        MonitorScreen::type(*screen.row(MonitorKind::LowConfidence).limit(), u"40"_s);
        QTRY_COMPARE(screen.board().snapshot().edited.list[11].limit, 0.4);
    }

    void aShareSwitchesOnAndAnotherGoesBackToItsOwn()
    {
        MonitorScreen screen(m_look);
        MonitorRow &random = screen.row(MonitorKind::Random);
        random.onSwitch().click();
        QCOMPARE(random.monitor().share, 0);
        QCOMPARE(random.share().field().text(), u"5"_s); // what it would have
        MonitorScreen::type(random.share(), u"7"_s);
        QVERIFY(random.onSwitch().isChecked());
        random.onSwitch().click();
        random.onSwitch().click();
        QCOMPARE(random.monitor().share, 7);
        QTRY_COMPARE(screen.board().snapshot().edited.list.last().share, 7);
    }

    void whatIsNoNumberSaysSoAndChangesNothing()
    {
        MonitorScreen screen(m_look);
        MonitorNumber &share = screen.row(MonitorKind::Random).share();
        MonitorScreen::type(share, u"120"_s);
        QCOMPARE(share.field().toolTip(), u"A number from 0 to 100, like 5"_s);
        MonitorScreen::type(share, u"some"_s);
        QVERIFY(!share.field().toolTip().isEmpty());
        QVERIFY(!screen.board().snapshot().isChanged());
        MonitorScreen::type(share, u"6"_s);
        QVERIFY(share.field().toolTip().isEmpty());
        QTRY_VERIFY(screen.board().snapshot().isChanged());
    }

    void nothingIsKeptBeforeItIsSaved()
    {
        MonitorScreen screen(m_look);
        QVERIFY(!screen.section().saveButton()->isEnabled());
        QVERIFY(!screen.section().bundledButton()->isVisible());
        screen.row(MonitorKind::Random).onSwitch().click();
        QTRY_VERIFY(screen.section().saveButton()->isEnabled());
        screen.section().discardButton()->click();
        QTRY_VERIFY(screen.row(MonitorKind::Random).onSwitch().isChecked());
        QVERIFY(!screen.section().saveButton()->isEnabled());
        MonitorScreen::type(screen.section().planted(), u"30"_s);
        screen.section().saveButton()->click();
        QTRY_VERIFY(screen.section().bundledButton()->isVisible());
        QCOMPARE(screen.board().snapshot().kept.planted, 30);
        QVERIFY(QFileInfo::exists(MonitorBoard::fileIn(screen.desk.folder.path())));
        screen.section().bundledButton()->click();
        QTRY_COMPARE(screen.board().snapshot().kept.planted, 20);
    }

    void oneIsAddedByKeys()
    {
        MonitorScreen screen(m_look);
        const qsizetype before = screen.section().rows().size();
        screen.section().addButton()->setFocus();
        QTest::keyClick(screen.section().addButton(), Qt::Key_Space);
        MonitorPopover *adding = screen.section().adding();
        QVERIFY(adding);
        QVERIFY(adding->kinds().hasFocus());
        for (const QComboBox *box : {&adding->kinds(), &adding->about()})
            QVERIFY(!box->accessibleName().isEmpty());
        QTest::keyClicks(&adding->kinds(), u"Rated"_s);
        QVERIFY(!adding->about().isVisible());
        MonitorScreen::type(*adding->limit(), u"9"_s); // of five
        adding->addButton().click();
        QVERIFY(adding->problem().contains(u"from 0 to 5"_s));
        MonitorScreen::type(*adding->limit(), u"1"_s);
        adding->addButton().click(); // one about ratings is there
        QVERIFY(adding->problem().contains(u"already"_s));
        adding->name().setFocus();
        QTest::keyClicks(&adding->name(), u"Very unhappy"_s);
        QTest::keyClick(&adding->name(), Qt::Key_Return);
        QTRY_COMPARE(screen.section().rows().size(), before + 1);
        QTRY_VERIFY(!screen.section().adding());
        MonitorRow *row = screen.section().rows().last();
        QCOMPARE(row->accessibleName(), u"Very unhappy"_s);
        QCOMPARE(row->monitor().limit, 1);
        QTRY_COMPARE(row->picks(), u"2"_s);
        QVERIFY(screen.section().saveButton()->isEnabled());
    }

    void kindsAskForWhatTheyNeed()
    {
        MonitorScreen screen(m_look);
        screen.section().addButton()->click();
        MonitorPopover *adding = screen.section().adding();
        QVERIFY(adding);
        adding->chooseKind(MonitorKind::Intent);
        QCOMPARE(adding->monitor(), (Monitor{MonitorKind::Intent, u"refund_missing"_s, 0, 25}));
        QVERIFY(adding->about().isVisible() && !adding->limit());
        adding->chooseKind(MonitorKind::Tier);
        QCOMPARE(adding->monitor(), (Monitor{MonitorKind::Tier, u"A"_s, 0, 15}));
        adding->chooseKind(MonitorKind::Rule);
        QCOMPARE(adding->monitor().name, u"safety"_s);
        adding->chooseKind(MonitorKind::LowConfidence);
        QCOMPARE(adding->monitor().limit, 0.3);
        QCOMPARE(adding->limit()->field().text(), u"30"_s);
        adding->chooseKind(MonitorKind::CameBack);
        QCOMPARE(adding->monitor(), Monitor{MonitorKind::CameBack});
    }

    void oneIsRemovedAndPutBack()
    {
        MonitorScreen screen(m_look);
        const Monitors before = screen.board().snapshot().edited;
        const qsizetype at = 4;
        IconButton &remove = screen.section().rows()[at]->removeButton();
        QVERIFY(remove.accessibleName().startsWith(u"Remove: "_s));
        remove.setFocus();
        QTest::keyClick(&remove, Qt::Key_Space);
        QTRY_COMPARE(screen.section().rows().size(), before.list.size() - 1);
        QTRY_VERIFY(screen.section().rows()[at]->removeButton().hasFocus());
        auto *undo = screen.view.findChild<Button *>(u"takeBack"_s);
        QVERIFY(undo && undo->isVisible());
        undo->click();
        QTRY_COMPARE(screen.section().rows().size(), before.list.size());
        QCOMPARE(screen.section().rows()[at]->monitor().kind, before.list[at].kind);
    }

    void criteriaAreWrittenAndSavedAsANewVersion()
    {
        MonitorScreen screen(m_look);
        ScorecardEdit &card = screen.section().card();
        CriteriaBoard &board = screen.desk.desk->criteriaBoard();
        const int version = board.snapshot().kept.version;
        const qsizetype before = card.rows().size();
        QVERIFY(!card.saveButton()->isEnabled());
        card.addButton()->setFocus();
        QTest::keyClick(card.addButton(), Qt::Key_Space);
        QCOMPARE(card.rows().size(), before + 1);
        CriterionEdit *row = card.rows().last();
        QVERIFY(row->title().hasFocus());
        QVERIFY(row->flaws().contains(u"needs words"_s));
        QVERIFY(!card.saveButton()->isEnabled());
        QTest::keyClicks(&row->title(), u"Tone"_s);
        QVERIFY(row->flaws().contains(u"asks the same"_s)); // as one that is there
        QTest::keyClicks(&row->title(), u" of the last line"_s);
        QCOMPARE(row->flaws(), QString());
        QCOMPARE(row->title().text(), u"Tone of the last line"_s);
        MonitorScreen::type(row->weight(), u"0"_s);
        QVERIFY(row->flaws().contains(u"above 0"_s));
        MonitorScreen::type(row->weight(), u"101"_s);
        QCOMPARE(row->weight().field().toolTip(), u"A number from 0 to 100, like 0"_s);
        MonitorScreen::type(row->weight(), u"2.5"_s);
        QTest::keyClick(&row->critical(), Qt::Key_Space);
        QVERIFY(row->criterion().critical);
        QVERIFY(card.saveButton()->isEnabled());
        card.saveButton()->click();
        QTRY_COMPARE(board.snapshot().kept.version, version + 1);
        QCOMPARE(board.snapshot().kept.criteria.last().weight, 2.5);
        QTRY_VERIFY(card.state().contains(u"Saved by Ines Okafor"_s));
        QVERIFY(card.bundledButton()->isVisible());
    }

    void aCriterionIsRemovedMovedAndPutBack()
    {
        MonitorScreen screen(m_look);
        ScorecardEdit &card = screen.section().card();
        CriteriaBoard &board = screen.desk.desk->criteriaBoard();
        const QList<Criterion> before = board.snapshot().edited.criteria;
        card.rows()[1]->removeButton().click();
        QTRY_COMPARE(card.rows().size(), before.size() - 1);
        QCOMPARE(card.rows()[1]->criterion(), before[2]);
        screen.view.findChild<Button *>(u"takeBack"_s)->click();
        QTRY_COMPARE(board.snapshot().edited.criteria, before);
        QVERIFY(!card.rows()[0]->upButton().isEnabled());
        card.rows()[2]->upButton().click();
        QCOMPARE(board.snapshot().edited.criteria[1], before[2]);
        card.discardButton()->click();
        QCOMPARE(board.snapshot().edited.criteria, before);
    }

    void aBrokenFileIsNamed()
    {
        MonitorScreen screen(m_look);
        QFile file(MonitorBoard::fileIn(screen.desk.folder.path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\n\"monitors\": 3}");
        file.close();
        screen.board().start();
        QTRY_VERIFY(screen.section().problem().contains(u"monitors.json:"_s));
    }

    void whoIsNoLeadReadsOnly()
    {
        MonitorScreen screen(m_look, baton::Role::Agent);
        QTRY_COMPARE(screen.row(MonitorKind::LowCsat).picks(), u"2"_s);
        QVERIFY(!screen.section().saveButton()->isVisible());
        QVERIFY(!screen.row(MonitorKind::Random).onSwitch().isEnabled());
        QVERIFY(screen.row(MonitorKind::Random).share().field().isReadOnly());
        QVERIFY(!screen.section().addButton()->isVisible());
        ScorecardEdit &card = screen.section().card();
        QVERIFY(!card.saveButton()->isVisible() && !card.addButton()->isVisible());
        QVERIFY(card.rows().first()->title().isReadOnly());
        QVERIFY(!card.rows().first()->rule().isEnabled());
        QVERIFY(!card.rows().first()->removeButton().isVisible());
        QVERIFY(!screen.row(MonitorKind::Random).removeButton().isVisible());
    }

    void allOfItIsReachedByKeys()
    {
        MonitorScreen screen(m_look);
        QTRY_VERIFY(screen.board().snapshot().picks);
        screen.row(MonitorKind::Random).onSwitch().click();
        QTRY_VERIFY(screen.section().saveButton()->isEnabled());
        screen.section().rows().first()->onSwitch().setFocus();
        QSet<QWidget *> reached;
        for (int i = 0; i < 400; ++i) {
            QTest::keyClick(screen.view.focusWidget(), Qt::Key_Tab);
            reached.insert(screen.view.focusWidget());
        }
        for (MonitorRow *row : screen.section().rows()) {
            QVERIFY(reached.contains(&row->onSwitch()));
            QVERIFY(reached.contains(&row->share().field()));
            QVERIFY(!row->share().field().accessibleName().isEmpty());
            QVERIFY(reached.contains(&row->removeButton()));
            if (row->limit())
                QVERIFY(reached.contains(&row->limit()->field()));
        }
        for (CriterionEdit *row : screen.section().card().rows()) {
            for (QWidget *part :
                 {static_cast<QWidget *>(&row->title()),
                  static_cast<QWidget *>(&row->weight().field()),
                  static_cast<QWidget *>(&row->scale()), static_cast<QWidget *>(&row->rule()),
                  static_cast<QWidget *>(&row->critical())}) {
                QVERIFY(!part->accessibleName().isEmpty());
                QVERIFY2(reached.contains(part), qPrintable(part->accessibleName()));
            }
        }
        QVERIFY(reached.contains(screen.section().saveButton()));
        QVERIFY(reached.contains(screen.section().discardButton()));
        QTest::keyClick(&screen.row(MonitorKind::Override).onSwitch(), Qt::Key_Space);
        QTRY_COMPARE(screen.row(MonitorKind::Override).monitor().share, 0);
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
        MonitorScreen screen(m_look);
        QTRY_COMPARE(screen.row(MonitorKind::LowCsat).picks(), u"2"_s);
        screen.row(MonitorKind::Random).onSwitch().click();
        QTRY_VERIFY(screen.section().saveButton()->isEnabled());
        const QString folder = QCoreApplication::applicationDirPath() + u"/../screens"_s;
        QVERIFY(QDir().mkpath(folder));
        QCoreApplication::processEvents();
        QVERIFY(screen.view.grab().save(u"%1/settings-reviews-%2.png"_s.arg(
            folder, QString::fromLatin1(QTest::currentDataTag()))));
        QCOMPARE(test::faultsOf(screen.view), QString());
        screen.view.resize(1000, 1500);
        QCoreApplication::processEvents();
        QVERIFY(screen.view.grab().save(u"%1/settings-scorecard-%2.png"_s.arg(
            folder, QString::fromLatin1(QTest::currentDataTag()))));
        screen.section().addButton()->click();
        screen.section().adding()->chooseKind(MonitorKind::Intent);
        QCoreApplication::processEvents();
        QVERIFY(screen.section().adding()->grab().save(u"%1/settings-monitor-%2.png"_s.arg(
            folder, QString::fromLatin1(QTest::currentDataTag()))));
        m_look.setAppearance({});
    }
};

BATON_TEST(ReviewsSectionTest)
#include "ReviewsSectionTest.moc"
