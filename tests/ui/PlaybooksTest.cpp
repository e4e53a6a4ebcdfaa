#include "tests/support/PlaybookFixture.h"
#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/models/PlaybookRows.h"
#include "ui/panels/Button.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/KnowledgeList.h"
#include "ui/panels/PlaybookPane.h"
#include "ui/panels/PlaybookTrial.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/Segmented.h"
#include "ui/panels/Sheet.h"
#include "ui/theme/BatonStyle.h"
#include "ui/views/KnowledgeView.h"
#include "ui/window/ActionRegistry.h"

#include <QtGui/QTextBlock>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

/// The Knowledge screen at its playbooks, for a lead with two conversations about parcels.
struct PlaybookScreen
{
    explicit PlaybookScreen(Look &look, baton::Role role = baton::Role::Lead)
        : desk(role)
        , view(desk.desk->knowledgeBoard(), desk.board(), look, desk.clock, actions)
    {
        view.resize(1280, 800);
    }
    void show()
    {
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.activateWindow();
        view.showSubject(KnowledgeView::Subject::Playbooks);
        QTRY_VERIFY(view.list().count() > 0);
    }
    void pick(const QString &intent)
    {
        QTRY_VERIFY(view.list().rows().indexOf(intent) >= 0);
        view.list().setCurrentIndex(view.list().rows().index(view.list().rows().indexOf(intent)));
        QTRY_COMPARE(view.playbook().entry().intent, intent);
        QTRY_VERIFY(view.playbook().isVisible());
    }
    void type(const QString &text) { pane().field().setPlainText(text); }
    PlaybookPane &pane() const { return view.playbook(); }
    QString written() const { return pane().trial().draft().plainText(); }
    const KnowledgeRow &row(const QString &intent) const
    {
        return view.list().rows().row(view.list().rows().indexOf(intent));
    }

    test::PlaybookFixture desk;
    ActionRegistry actions;
    KnowledgeView view;
};

} // namespace

/// A lead edits what drafts are written from, beside what it writes.
class PlaybooksTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void rowsSayWhoseEachIs()
    {
        PlaybookScreen screen(m_look);
        screen.show();
        QCOMPARE(screen.row(u"parcel"_s).title, u"The parcel"_s);
        QCOMPARE(screen.row(u"parcel"_s).remark, u"None yet"_s);
        QCOMPARE(screen.row(u"refund_missing"_s).remark, u"Came with Baton, not used"_s);
        QCOMPARE(screen.row(u"refund_missing"_s).aside, u"de en es"_s);
        QCOMPARE(screen.row(u"none_of_these"_s).title, u"None of these"_s);
        screen.view.searchField().setText(u"the lamp"_s);
        QCOMPARE(screen.view.list().count(), 1);
    }

    void whatIsTypedIsWrittenInARealConversation()
    {
        PlaybookScreen screen(m_look);
        screen.show();
        screen.pick(u"parcel"_s);
        screen.type(test::PlaybookFixture::book(u"parcel"_s, u"Hello {customer.first}."_s));
        QTRY_COMPARE(screen.written(), u"Hello Customer."_s);
        QCOMPARE(screen.pane().trial().place(), u"1 of 2"_s);
        screen.pane().trial().next().click();
        QTRY_COMPARE(screen.pane().trial().place(), u"2 of 2"_s);
        screen.pane().trial().previous().click();
        QTRY_COMPARE(screen.pane().trial().place(), u"1 of 2"_s);
        screen.type(test::PlaybookFixture::book(u"parcel"_s, u"Good day {customer.first}."_s));
        QTRY_COMPARE(screen.written(), u"Good day Customer."_s);
        QVERIFY(screen.pane().trial().draft().isReadOnly());
    }

    void whereNothingIsWrittenItSaysWhy()
    {
        PlaybookScreen screen(m_look);
        screen.show();
        screen.pick(u"lamp"_s);
        QTRY_VERIFY(screen.pane().trial().said().contains(u"No conversation about this"_s));
    }

    void badTextIsNamedWithItsLine()
    {
        PlaybookScreen screen(m_look);
        screen.show();
        screen.pick(u"parcel"_s);
        const QString good = test::PlaybookFixture::book(u"parcel"_s, u"Hello."_s);
        screen.type(good);
        QTRY_COMPARE(screen.written(), u"Hello."_s);
        QTRY_VERIFY(screen.pane().saveButton()->isEnabled());
        screen.type(QString(good).replace(u"acknowledge"_s, u"greet"_s));
        QTRY_VERIFY(screen.pane().fault().startsWith(u"Line 4."_s));
        QVERIFY(screen.pane().fault().contains(u"expected one of acknowledge"_s));
        QVERIFY(!screen.pane().saveButton()->isEnabled());
        QCOMPARE(screen.pane().field().extraSelections().size(), 1);
        QCOMPARE(screen.pane().trial().said(), u"As it wrote before the mistake."_s);
        QAbstractButton *goTo = nullptr;
        for (auto *button : screen.pane().findChildren<QAbstractButton *>()) {
            if (button->text() == u"Go there"_s)
                goTo = button;
        }
        QVERIFY(goTo && goTo->isVisible());
        goTo->click();
        QCOMPARE(screen.pane().field().textCursor().blockNumber(), 3);
        QTRY_VERIFY(screen.pane().field().hasFocus());
        screen.type(good);
        QTRY_VERIFY(screen.pane().fault().isEmpty());
        QTRY_VERIFY(screen.pane().saveButton()->isEnabled());
    }

    void aPlaybookOfTheTeamWinsAndCanBeGivenUp()
    {
        PlaybookScreen screen(m_look);
        QSignalSpy told(&screen.desk.board(), &PlaybookBoard::playbooksChanged);
        screen.show();
        screen.pick(u"refund_missing"_s);
        QVERIFY(!screen.pane().backButton()->isVisible());
        screen.type(test::PlaybookFixture::book(u"refund_missing"_s, u"Our words."_s));
        QTRY_VERIFY(screen.pane().saveButton()->isEnabled());
        QTest::keyClick(&screen.pane().field(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(told.count(), 1);
        QTRY_COMPARE(screen.row(u"refund_missing"_s).remark, u"The team’s own"_s);
        QTRY_VERIFY(screen.pane().backButton()->isVisible());
        QVERIFY(!screen.pane().saveButton()->isEnabled());
        screen.pane().backButton()->click();
        auto *sheet = screen.view.findChild<Sheet *>();
        QVERIFY(sheet);
        sheet->action()->click();
        QTRY_COMPARE(told.count(), 2);
        QTRY_COMPARE(screen.row(u"refund_missing"_s).remark, u"Came with Baton, not used"_s);
        QTRY_VERIFY(!screen.pane().field().toPlainText().contains(u"Our words."_s));
    }

    void whatWasTypedIsThereAgain()
    {
        PlaybookScreen screen(m_look);
        screen.show();
        screen.pick(u"parcel"_s);
        const QString mine = test::PlaybookFixture::book(u"parcel"_s, u"Words of mine."_s);
        screen.type(mine);
        screen.pick(u"lamp"_s);
        QVERIFY(screen.pane().field().toPlainText() != mine);
        screen.view.showSubject(KnowledgeView::Subject::Articles);
        screen.view.showSubject(KnowledgeView::Subject::Playbooks);
        screen.pick(u"parcel"_s);
        QTRY_COMPARE(screen.pane().field().toPlainText(), mine);
        QTRY_COMPARE(screen.written(), u"Words of mine."_s);
    }

    void whoIsNoLeadReadsOnly()
    {
        PlaybookScreen screen(m_look, baton::Role::Agent);
        screen.show();
        screen.pick(u"parcel"_s);
        QVERIFY(screen.pane().field().isReadOnly());
        QVERIFY(!screen.pane().saveButton()->isVisible());
        QTRY_VERIFY(!screen.written().isEmpty()); // and sees what it writes
    }

    void allOfItIsReachedByKeys()
    {
        PlaybookScreen screen(m_look);
        screen.show();
        screen.pick(u"parcel"_s);
        QTRY_COMPARE(screen.pane().trial().place(), u"1 of 2"_s);
        screen.view.list().setFocus();
        QTest::keyClick(&screen.view.list(), Qt::Key_Return);
        QTRY_VERIFY(screen.pane().field().hasFocus());
        QSet<QWidget *> reached;
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(screen.view.focusWidget(), Qt::Key_Tab);
            reached.insert(screen.view.focusWidget());
        }
        QVERIFY(reached.contains(&screen.pane().trial().next()));
        QVERIFY(reached.contains(&screen.pane().trial().previous()));
        QVERIFY(reached.contains(&screen.pane().trial().draft()));
        for (const QWidget *widget : screen.view.findChildren<QWidget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (widget->focusPolicy() & Qt::TabFocus)
                QVERIFY2(!widget->accessibleName().isEmpty()
                             || (button && !button->text().isEmpty()),
                         widget->metaObject()->className());
        }
        screen.pane().field().setFocus();
        QTest::keyClick(&screen.pane().field(), Qt::Key_Escape);
        QTRY_VERIFY(screen.view.list().hasFocus());
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
        PlaybookScreen screen(m_look);
        const QString folder = QCoreApplication::applicationDirPath() + u"/../screens"_s;
        QVERIFY(QDir().mkpath(folder));
        const auto shoot = [&](const QString &name) {
            QCoreApplication::processEvents();
            const QString path = u"%1/playbooks-%2-%3.png"_s.arg(
                folder, name, QString::fromLatin1(QTest::currentDataTag()));
            QVERIFY2(screen.view.grab().save(path), qPrintable(path));
            QCOMPARE(test::faultsOf(screen.view), QString());
        };
        screen.show();
        screen.pick(u"parcel"_s);
        const QString good
            = test::PlaybookFixture::book(u"parcel"_s, u"It arrives on 3 December."_s)
                  .replace(u"acknowledge"_s, u"answer"_s);
        screen.type(good);
        QTRY_COMPARE(screen.written(), u"It arrives on 3 December."_s);
        shoot(u"doubt"_s);
        screen.type(QString(good).replace(u"\"answer"_s, u"\"greet"_s));
        QTRY_VERIFY(!screen.pane().fault().isEmpty());
        shoot(u"fault"_s);
        screen.view.resize(960, 700);
        shoot(u"narrow"_s);
        m_look.setAppearance({});
    }
};

BATON_TEST(PlaybooksTest)
#include "PlaybooksTest.moc"
