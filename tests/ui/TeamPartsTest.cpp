#include "core/desk/LoadBoard.h"
#include "tests/support/DeskFixture.h"
#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "tests/ui/ShownPanel.h"
#include "ui/panels/AssignDialog.h"
#include "ui/panels/Button.h"
#include "ui/panels/ChoiceList.h"
#include "ui/panels/FigureTable.h"
#include "ui/panels/Label.h"
#include "ui/panels/MarksBar.h"
#include "ui/panels/TagPopover.h"
#include "ui/text/HandoverPage.h"
#include "ui/text/LoadWords.h"
#include "ui/theme/BatonStyle.h"
#include "ui/views/HandoverView.h"
#include "ui/views/LoadView.h"
#include "ui/window/AbsenceStrip.h"
#include "ui/window/ActionRegistry.h"

#include <QtCore/QDir>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTextBrowser>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;
using namespace baton::ui;

namespace {

constexpr Instant teamNow{1'763'474'760'000};
constexpr qint64 teamMinute = 60'000;

LoadSnapshot busyTeam()
{
    LoadSnapshot load;
    load.isRead = load.dutyKnown = load.whatIfReady = true;
    load.at = teamNow;
    const auto person = [&load](const QString &name, Duty duty, int open, int late) {
        load.people += {{{name.toLower(), name},
                         open,
                         open / 2,
                         late,
                         open > 0 ? std::optional(teamNow + -17 * teamMinute) : std::nullopt},
                        duty,
                        teamNow + -125 * teamMinute,
                        open > 5 ? std::optional(Doing::Composing) : std::nullopt};
    };
    person(u"Femi Adeyinka"_s, Duty::On, 6, 1);
    person(u"Priya Nair"_s, Duty::On, 2, 0);
    person(u"Sanne Bakker"_s, Duty::Away, 3, 2);
    load.queues
        = {{QueueId(u"billing"_s), 14, 9, 2, teamNow + -50 * teamMinute, teamNow + 4 * teamMinute},
           {QueueId(u"general"_s), 3, 1, 0, teamNow + -8 * teamMinute, {}}};
    load.nextQueues = {QueueId(u"billing"_s), QueueId(u"general"_s)};
    load.next = {
        8, 61, 2410, 5 * teamMinute, 2, {{4, 2, 7}, {0, 0, 0}}, {{4, 2, 7}, {1, 0, 3}, {0, 0, 1}}};
    load.pullIn = {{u"sanne"_s, u"Sanne Bakker"_s}};
    return load;
}

ShiftHandover busyShift(int lines)
{
    ShiftHandover made;
    made.isRead = true;
    made.since = teamNow + -300 * teamMinute;
    made.until = teamNow;
    made.counts = {lines, 0, 2, 1, 1, 0};
    ShiftSection mine{QueueView::Mine, {}};
    for (int i = 0; i < lines; ++i) {
        QueueRow row;
        row.id = ConversationId(u"c %1/ä"_s.arg(i));
        row.name = i == 0 ? u"<b>Tove</b>"_s : u"Customer %1"_s.arg(i);
        row.need = u"Wants the double charge for her returned order reversed today"_s;
        mine.lines += {
            row,
            {{ShiftEvent::PromiseDue, teamNow + -60 * teamMinute, {}},
             {ShiftEvent::Answered, teamNow + -30 * teamMinute, {u"priya"_s, u"Priya Nair"_s}}}};
    }
    made.sections = {mine};
    made.policy
        = {{7, teamNow + -90 * teamMinute, u"lena"_s, u"policy-publish"_s, u"15"_s, {}, {}}};
    return made;
}

void keepPicture(QWidget &screen, const QString &name)
{
    const QString folder = qEnvironmentVariable("BATON_SCREENS");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        QVERIFY(screen.grab().save(u"%1/%2.png"_s.arg(folder, name)));
}

} // namespace

class TeamPartsTest : public QObject
{
    Q_OBJECT

    Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void rowsAreMarkedByKeysAndStayMarked()
    {
        ShownPanel s;
        s.show(20);
        QSignalSpy assign(&s.panel, &QueuePanel::assignRequested);
        QVERIFY(!s.panel.marksBar()->isVisible());
        s.panel.list()->move(1);
        s.panel.list()->toggleMark();
        QCOMPARE(s.panel.marked().size(), 1);
        QVERIFY(s.panel.marksBar()->isVisible());
        s.panel.list()->markOn(1);
        s.panel.list()->markOn(1);
        QCOMPARE(s.panel.marked().size(), 3);
        s.panel.list()->toggleMark();
        QCOMPARE(s.panel.marked().size(), 2);
        keepPicture(s.panel, u"team-marks"_s);
        s.show(30);
        QCOMPARE(s.panel.marked().size(), 2);
        s.panel.marksBar()->assignButton()->click();
        QCOMPARE(assign.size(), 1);
        QTest::keyClick(s.panel.list(), Qt::Key_Escape);
        QVERIFY(!s.panel.marksBar()->isVisible());
    }

    void severalTagsComeAndGoAtOnce()
    {
        const Look &look = m_look;
        QWidget window;
        window.resize(500, 300);
        window.show();
        auto *popover = new TagPopover(look, {u"vip"_s, u"Late"_s}, 1, &window);
        QSignalSpy decided(popover, &TagPopover::decided);
        popover->offer({u"VIP"_s, u"lamp"_s});
        popover->openAt(&window);
        QCOMPARE(popover->field()->text(), u"vip, Late, "_s);
        keepPicture(*popover, u"team-tags"_s);
        popover->field()->setText(u"late ,  lamp, LAMP, two  words"_s);
        QTest::keyClick(popover->field(), Qt::Key_Return);
        QCOMPARE(decided.size(), 1);
        QCOMPARE(decided[0][0].toStringList(), QStringList({u"lamp"_s, u"two words"_s}));
        QCOMPARE(decided[0][1].toStringList(), QStringList{u"vip"_s});
        auto *same = new TagPopover(look, {u"vip"_s}, 3, &window);
        QSignalSpy unchanged(same, &TagPopover::decided);
        same->openAt(&window);
        QTest::keyClick(same->field(), Qt::Key_Return);
        QVERIFY(unchanged.isEmpty());
    }

    void whoIsToHaveThemIsChosenByKeys()
    {
        const Look &look = m_look;
        QWidget window;
        window.resize(900, 700);
        window.show();
        auto *dialog = new AssignDialog(look, {{QueueId(u"billing"_s), u"Billing"_s}},
                                        {{{u"priya"_s, u"Priya Nair"_s}, Duty::On, {}},
                                         {{u"sanne"_s, u"Sanne Bakker"_s}, Duty::Away, {}}},
                                        4, {}, &window);
        QSignalSpy decided(dialog, &AssignDialog::decided);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        keepPicture(*dialog, u"team-assign"_s);
        auto *list = dialog->findChild<ChoiceList *>();
        QCOMPARE(list->count(), 5);
        list->setCurrent(2);
        dialog->action()->click();
        QCOMPARE(decided.size(), 1);
        QCOMPARE(decided[0][0].value<Assignee>().person->id, u"priya"_s);
    }

    void theLoadIsReadAndSomebodysIsAssigned_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void theLoadIsReadAndSomebodysIsAssigned()
    {
        QFETCH(bool, dark);
        m_look.setAppearance({dark ? ThemeKind::Dark : ThemeKind::Light});
        DeskFixture f;
        Desk &desk = f.makeDesk();
        LoadView view(desk, m_look);
        view.resize(1372, 872);
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        QTRY_VERIFY(desk.loadBoard().snapshot().whatIfReady);
        QVERIFY(view.people().rows().rowCount() == 0);
        QVERIFY(view.nextTitle().text().contains(u"Too little history"_s));
        desk.loadBoard().watch(false);
        view.take(busyTeam());
        QCOMPARE(view.people().rows().rowCount(), 3);
        QCOMPARE(view.queues().rows().rowCount(), 2);
        QVERIFY(view.nextTitle().text().startsWith(u"4 deadline"_s));
        QVERIFY(view.footing().text().contains(u"n 61"_s));
        view.people().setFocus();
        QTest::keyClick(&view.people(), Qt::Key_Down);
        QTest::keyClick(&view.people(), Qt::Key_Down);
        QVERIFY(view.assignButton().isEnabled());
        QCoreApplication::processEvents(); // lines that came may need another layout
        keepPicture(view, dark ? u"team-load-dark"_s : u"team-load-light"_s);
        QCOMPARE(faultsOf(view), QString());
        QTest::keyClick(&view.people(), Qt::Key_Return);
        auto *dialog = view.findChild<AssignDialog *>();
        QVERIFY(dialog);
        dialog->reject();
        LoadSnapshot calm = busyTeam();
        calm.next.total = {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}};
        QVERIFY(words::nextHoursTitle(calm).startsWith(u"No deadline"_s));
        QVERIFY(words::pullIn(calm).isEmpty());
        m_look.setAppearance({});
    }

    void theHandoverIsOnePageAndTakesNoMarkup()
    {
        const Look &look = m_look;
        QTextDocument page;
        writeHandover(page, busyShift(3), look.theme(), 100);
        const QString text = page.toPlainText();
        QVERIFY(text.contains(u"<b>Tove</b>"_s));
        QVERIFY(text.contains(u"Priya Nair answered"_s));
        QVERIFY(text.contains(u"3 conversation"_s));
        const QByteArray pdf = handoverPdf(busyShift(400), u"Shift handover"_s);
        QVERIFY(pdf.startsWith("%PDF"));
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
        ShiftHandover quiet;
        quiet.isRead = true;
        writeHandover(page, quiet, look.theme(), 100);
        QVERIFY(page.toPlainText().contains(u"No conversation changed."_s));
    }

    void aNameOnTheHandoverOpensItsConversation()
    {
        Look &look = m_look;
        DeskFixture f;
        HandoverView view(f.makeDesk(), look);
        view.resize(1372, 872);
        QSignalSpy requested(&view, &HandoverView::conversationRequested);
        view.show();
        QTRY_VERIFY(f.desk->handoverBoard().snapshot().isRead);
        view.take(busyShift(12));
        QVERIFY(view.exportButton().isEnabled());
        keepPicture(view, u"team-handover-light"_s);
        const QString href = view.page().document()->toHtml();
        const qsizetype at = href.indexOf(u"conversation:"_s);
        const QString link = href.mid(at, href.indexOf(u'"', at) - at);
        Q_EMIT view.page().anchorClicked(QUrl(link));
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested[0][0].value<ConversationId>().text(), u"c 0/ä"_s);
    }

    void aLongAbsenceIsOfferedQuietly()
    {
        const Look &look = m_look;
        ActionRegistry actions;
        DeskFixture f;
        f.settings.lastHere = f.clock.now() + -30 * teamMinute;
        {
            AbsenceStrip soon(f.makeDesk(), look, actions);
            QVERIFY(soon.isHidden());
        }
        f.settings.lastHere = f.clock.now() + -190 * teamMinute;
        Desk &desk = f.makeDesk();
        AbsenceStrip strip(desk, look, actions);
        QVERIFY(!strip.isHidden());
        QSignalSpy requested(&strip, &AbsenceStrip::handoverRequested);
        strip.button()->click();
        QCOMPARE(requested.size(), 1);
        strip.leave();
        QVERIFY(desk.settings().lastHere > f.settings.lastHere);
    }
};

BATON_TEST(TeamPartsTest)
#include "TeamPartsTest.moc"
