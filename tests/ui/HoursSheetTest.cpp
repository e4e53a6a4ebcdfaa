#include "ui/panels/HoursSheet.h"

#include "tests/support/TestProgram.h"
#include "ui/panels/CalendarEdit.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/NumberField.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/Segmented.h"
#include "ui/panels/TargetRow.h"
#include "ui/text/HoursWords.h"
#include "ui/text/PolicyWords.h"
#include "ui/theme/BatonStyle.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

using Targets = QList<policy::Target>;
using Calendars = QList<policy::Calendar>;
using Queues = QList<policy::Queue>;

PolicyState hoursState(bool mayChange = true)
{
    const policy::Policy policy = policy::bundledPolicy();
    PolicyState state;
    state.live.version = 1;
    state.mayChange = mayChange;
    state.queues = policy.queues;
    state.targets = policy.targets;
    state.calendars = policy.calendars;
    return state;
}

/// The sheet over a window, and what came out of it.
struct Opened
{
    explicit Opened(const Look &look, const PolicyState &state = hoursState())
    {
        window.resize(1200, 800);
        window.show();
        sheet = new HoursSheet(look, state, &window);
        QObject::connect(sheet, &HoursSheet::chosen, &window,
                         [this](const Targets &t, const Calendars &c, const Queues &q) {
                             ++times;
                             targets = t;
                             calendars = c;
                             queues = q;
                         });
        sheet->open();
        QVERIFY(QTest::qWaitForWindowExposed(sheet));
    }

    QWidget window;
    HoursSheet *sheet = nullptr;
    int times = 0;
    Targets targets;
    Calendars calendars;
    Queues queues;
};

void type(QLineEdit &field, const QString &text)
{
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, text);
}

} // namespace

/// Deadlines and open hours, typed and put into a draft.
class HoursSheetTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
    }

    void spansAreReadAsTheyAreTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("problem");
        QTest::newRow("closed") << u"  "_s << QString() << QString();
        QTest::newRow("plain") << u"08:30–12:30, 13:15–18:30"_s << u"08:30–12:30, 13:15–18:30"_s
                               << QString();
        QTest::newRow("short") << u"8-12;13.15 - 24"_s << u"08:00–12:00, 13:15–24:00"_s
                               << QString();
        QTest::newRow("no time") << u"08:00–25:00"_s << QString() << u"“25:00” is no time"_s;
        QTest::newRow("minutes") << u"08:60–12:00"_s << QString() << u"“08:60” is no time"_s;
        QTest::newRow("no end") << u"08:00"_s << QString() << u"“08:00” is no span"_s;
        QTest::newRow("backwards")
            << u"22:00–06:00"_s << QString() << u"22:00–06:00 ends before it begins"_s;
        QTest::newRow("overlap") << u"08:00–12:00, 11:00–13:00"_s << QString()
                                 << u"11:00–13:00 begins before 08:00–12:00 ends"_s;
    }
    void spansAreReadAsTheyAreTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        QFETCH(QString, problem);
        const words::SpansRead read = words::readSpans(typed);
        QCOMPARE(words::spansText(read.spans), shown);
        QVERIFY2(read.problem.startsWith(problem) && read.problem.isEmpty() == problem.isEmpty(),
                 qPrintable(read.problem));
    }

    void datesAreReadAsTheyAreTyped()
    {
        const words::DatesRead read = words::readDates(u"2026-01-01 2025-12-25,\n2025-12-25"_s);
        QCOMPARE(words::datesText(read.dates), u"2025-12-25, 2026-01-01"_s);
        QVERIFY(read.problem.isEmpty());
        QVERIFY(words::readDates(u"2025-13-25"_s).problem.startsWith(u"“2025-13-25” is no date"_s));
    }

    void changesAreToldInWords()
    {
        const auto told = [](const QString &place, const QString &before, const QString &after) {
            return words::of(PolicyChange{place, before, after}, {});
        };
        QCOMPARE(told(u"/targets/all/minutes"_s, u"240"_s, u"90"_s),
                 u"Deadline of everything else: 4 h → 1 h 30 min"_s);
        QCOMPARE(told(u"/targets/queue=a b channel=chat tier=C"_s, {}, u"{\"minutes\":15}"_s),
                 u"Deadline of a b, chat, tier C: 15 min, new"_s);
        QCOMPARE(told(u"/targets/channel=chat #2"_s, u"{\"minutes\":30}"_s, {}),
                 u"Deadline of chat (#2) (30 min) taken away"_s);
        QCOMPARE(told(u"/calendars/shop/week/sat"_s, u"[[\"09:00\",\"16:00\"]]"_s, {}),
                 u"Hours “shop”, Saturday: 09:00–16:00 → closed"_s);
        QCOMPARE(told(u"/calendars/shop/holidays"_s, {}, u"2027-05-01"_s),
                 u"Hours “shop”: closed on 2027-05-01"_s);
        QCOMPARE(told(u"/calendars/night"_s, {}, u"{}"_s), u"Hours “night” are new"_s);
        QCOMPARE(told(u"/calendars/shop"_s, u"{}"_s, {}), u"Hours “shop” taken away"_s);
        QCOMPARE(told(u"/calendars/shop/zone"_s, u"Europe/Berlin"_s, u"Asia/Tokyo"_s),
                 u"Hours “shop”: time zone Europe/Berlin → Asia/Tokyo"_s);
        QCOMPARE(told(u"/queues/vip/calendar"_s, u"shop"_s, u"night"_s),
                 u"Queue “vip”: hours “shop” → “night”"_s);
    }

    void deadlinesAreChangedAddedAndRemovedByKeys()
    {
        Opened f(m_look);
        const auto &rows = f.sheet->targets();
        const qsizetype before = rows.size();
        type(rows[0]->minutes(), u"200"_s);
        QTest::keyClick(&rows[0]->minutes(), Qt::Key_Tab);
        QCOMPARE(rows[0]->target().minutes, 200);
        rows[1]->minutes().setFocus();
        QTest::keyClick(&rows[1]->minutes(), Qt::Key_Up);
        QCOMPARE(rows[1]->target().minutes, 35);
        rows[2]->removeButton().setFocus();
        QTest::keyClick(&rows[2]->removeButton(), Qt::Key_Space);
        QCOMPARE(rows.size(), before - 1);
        QVERIFY(rows[2]->removeButton().hasFocus());
        f.sheet->addTarget().setFocus();
        QTest::keyClick(&f.sheet->addTarget(), Qt::Key_Space);
        QCOMPARE(rows.size(), before);
        TargetRow &added = *rows.last();
        QVERIFY(added.queue().hasFocus());
        QCOMPARE(added.height(), added.sizeHint().height());
        QCOMPARE(added.visibleRegion().boundingRect().height(), added.height());
        // Like the first, until it names somebody.
        QVERIFY2(added.flaw().contains(u"line 1"_s), qPrintable(added.flaw()));
        QTest::keyClick(&added.queue(), Qt::Key_Down);
        QTest::keyClick(&added.tier(), Qt::Key_Down);
        QCOMPARE(added.target().queue, QueueId(u"general"_s));
        QCOMPARE(added.target().tier, Route::Escalate);
        QVERIFY(added.flaw().isEmpty());
        QCOMPARE(added.name(), u"General, Tier C"_s);
        QTest::keyClick(f.sheet, Qt::Key_Return);
        QCOMPARE(f.times, 1);
        QCOMPARE(f.targets.size(), before);
        QCOMPARE(f.targets[0].minutes, 200);
        QCOMPARE(f.targets.last().minutes, 60);
        QCOMPARE(f.calendars, hoursState().calendars);
    }

    void hoursThatDoNotReadAreNamedAndKeptOut()
    {
        Opened f(m_look);
        QCOMPARE(f.sheet->calendars().size(), 3);
        CalendarEdit &shop = *f.sheet->calendars()[1];
        f.sheet->pages().findChildren<QAbstractButton *>().at(1)->click();
        f.sheet->hours().setFocus();
        QTest::keyClick(&f.sheet->hours(), Qt::Key_Down);
        QVERIFY(shop.isVisible());
        type(shop.day(0), u"08:00-26:00"_s);
        QVERIFY(shop.problem().startsWith(u"Monday: “26:00” is no time"_s));
        f.sheet->pages().setCurrent(0);
        f.sheet->accept();
        QCOMPARE(f.times, 0);
        QVERIFY2(f.sheet->problem().startsWith(u"Hours “shop”. Monday: "_s),
                 qPrintable(f.sheet->problem()));
        QVERIFY(shop.isVisible() && shop.day(0).hasFocus());
        type(shop.day(0), u"8-20"_s);
        shop.holidays().setPlainText(u"2027-05-01, soon"_s);
        QVERIFY(shop.problem().startsWith(u"Closed on: “soon” is no date"_s));
        shop.holidays().setPlainText(u"2027-05-01"_s);
        for (int day = 1; day < 7; ++day) {
            shop.day(day).clear();
            Q_EMIT shop.day(day).textEdited({});
        }
        QVERIFY(f.sheet->problem().isEmpty());
        shop.day(0).clear();
        Q_EMIT shop.day(0).textEdited({});
        QVERIFY(shop.problem().contains(u"open on no day"_s));
        type(shop.day(0), u"8-20"_s);
        f.sheet->accept();
        QCOMPARE(f.times, 1);
        QCOMPARE(f.calendars[1].week[0], (QList<policy::Span>{{480, 1200}}));
        QVERIFY(f.calendars[1].week[5].isEmpty());
        QCOMPARE(f.calendars[1].holidays, (QList<QDate>{QDate(2027, 5, 1)}));
    }

    void hoursAreAddedGivenAndRemovedByKeys()
    {
        Opened f(m_look);
        const Calendars before = hoursState().calendars;
        f.sheet->pages().findChildren<QAbstractButton *>().at(1)->click();
        QVERIFY(f.sheet->hours().isVisible());
        QVERIFY(!f.sheet->removeHours().isEnabled()); // queues have them
        f.sheet->addHours().setFocus();
        QTest::keyClick(&f.sheet->addHours(), Qt::Key_Space);
        QCOMPARE(f.sheet->calendars().size(), before.size() + 1);
        CalendarEdit &night = *f.sheet->calendars().last();
        QVERIFY(night.isVisible() && night.name()->hasFocus());
        type(*night.name(), u"shop"_s);
        QVERIFY(night.problem().contains(u"Other hours"_s));
        f.sheet->accept();
        QCOMPARE(f.times, 0);
        type(*night.name(), u"night"_s);
        QCOMPARE(f.sheet->hours().currentText(), u"night"_s);
        QVERIFY(f.sheet->removeHours().isEnabled());
        night.zone().setFocus();
        QTest::keyClicks(&night.zone(), u"Asia/Tokyo"_s);
        QCOMPARE(night.calendar().zone, QByteArray("Asia/Tokyo"));
        type(night.day(6), u"0-6"_s);

        f.sheet->pages().findChildren<QAbstractButton *>().at(2)->click();
        QComboBox &vip = f.sheet->hoursOf(0);
        QVERIFY(vip.isVisible());
        const QString was = vip.currentText();
        vip.setFocus();
        QTest::keyClicks(&vip, u"night"_s);
        QCOMPARE(vip.currentText(), u"night"_s);
        QVERIFY(was != u"night"_s && !f.sheet->removeHours().isEnabled());
        type(*night.name(), u"late"_s); // the queue follows
        f.sheet->accept();
        QCOMPARE(f.times, 1);
        QCOMPARE(f.calendars.size(), before.size() + 1);
        QCOMPARE(f.calendars.last().id, u"late"_s);
        QCOMPARE(f.calendars.last().week[6], (QList<policy::Span>{{0, 360}}));
        QCOMPARE(f.queues.first().calendar, u"late"_s);
    }

    void hoursThatNobodyHasGo()
    {
        PolicyState state = hoursState();
        for (policy::Queue &queue : state.queues)
            queue.calendar = u"shop"_s;
        Opened f(m_look, state);
        f.sheet->pages().findChildren<QAbstractButton *>().at(1)->click();
        QVERIFY(f.sheet->removeHours().isEnabled());
        QTest::keyClick(&f.sheet->removeHours(), Qt::Key_Space);
        f.sheet->accept();
        QCOMPARE(f.calendars.size(), state.calendars.size() - 1);
        QCOMPARE(f.calendars.first(), state.calendars[1]);
    }

    void whoIsNoLeadReads()
    {
        Opened f(m_look, hoursState(false));
        QVERIFY(!f.sheet->action());
        QVERIFY(!f.sheet->addTarget().isVisible());
        QVERIFY(!f.sheet->targets().first()->queue().isEnabled());
        QVERIFY(f.sheet->targets().first()->minutes().isReadOnly());
        QVERIFY(f.sheet->calendars().first()->day(0).isReadOnly());
        QVERIFY(!f.sheet->calendars().first()->zone().isEnabled());
        QVERIFY(!f.sheet->hoursOf(0).isEnabled());
        QVERIFY(f.sheet->addHours().isHidden() && f.sheet->removeHours().isHidden());
    }

    void allOfItHasAName()
    {
        Opened f(m_look);
        for (QWidget *widget : f.sheet->findChildren<QWidget *>()) {
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            QVERIFY2(widget->focusPolicy() == Qt::NoFocus || widget->focusProxy()
                         || !widget->accessibleName().isEmpty()
                         || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
        }
        QCOMPARE(f.sheet->targets()[0]->minutes().accessibleName(),
                 u"Minutes of open hours: Everything else"_s);
    }

    void hoursPictures_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << int(ThemeKind::Light);
        QTest::newRow("dark") << int(ThemeKind::Dark);
    }
    void hoursPictures()
    {
        QFETCH(int, kind);
        m_look.setAppearance({ThemeKind(kind)});
        Opened f(m_look);
        const QString folder = QCoreApplication::applicationDirPath() + u"/../screens"_s;
        QVERIFY(QDir().mkpath(folder));
        const auto shoot = [&](const QString &name) {
            QCoreApplication::processEvents();
            const QString path = u"%1/hours-%2-%3.png"_s.arg(
                folder, name, QString::fromLatin1(QTest::currentDataTag()));
            QVERIFY2(f.sheet->grab().save(path), qPrintable(path));
        };
        f.sheet->addTarget().click();
        f.sheet->targets().last()->removeButton().setFocus();
        shoot(u"deadlines"_s);
        CalendarEdit &payments = *f.sheet->calendars()[2];
        type(payments.day(5), u"10-26"_s);
        f.sheet->accept();
        shoot(u"calendar"_s);
        f.sheet->pages().findChildren<QAbstractButton *>().at(2)->click();
        shoot(u"queues"_s);
        m_look.setAppearance({});
    }
};

BATON_TEST(HoursSheetTest)
#include "HoursSheetTest.moc"
