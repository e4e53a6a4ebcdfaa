#include "ui/panels/QueuePanel.h"

#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "tests/ui/QueueRows.h"
#include "ui/models/QueueModel.h"
#include "ui/panels/FilterPopover.h"
#include "ui/panels/QueueListView.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/SortPopover.h"
#include "ui/theme/BatonStyle.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtGui/QMouseEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;
using namespace baton::test;

namespace {

QueueRow row(qint64 number, const QString &name, const QString &need, Channel channel,
             ValueTier value, int minutes)
{
    QueueRow out = queueRow(number);
    out.name = name;
    out.need = need;
    out.channel = channel;
    out.value = value;
    out.queue = QueueId(u"pay"_s);
    out.sla.started = queueNow + (minutes - 60) * queueMinute;
    out.sla.due = queueNow + minutes * queueMinute + 20'000;
    return out;
}

QList<QueueRow> sample()
{
    QList<QueueRow> rows{
        row(1, u"Maren Halvorsen"_s,
            u"Charged twice on a returned order, wants it reversed today"_s, Channel::Chat,
            ValueTier::Vip, 6),
        row(2, u"Dario Benedek"_s, u"Does not recognise a €412.00 card payment"_s, Channel::Voice,
            ValueTier::Absent, -4),
        row(3, u"Liu Sandoval"_s, u"Locked out after a reset, fears account takeover"_s,
            Channel::Social, ValueTier::Standard, 9),
        row(4, u"Wilhelmina Oduya"_s, u"Exchange for size 44, window closed two days ago"_s,
            Channel::Chat, ValueTier::Plus, 14),
        row(5, u"Yusuf Arslanbey"_s, u"Parcel marked delivered but it never arrived"_s,
            Channel::Email, ValueTier::Absent, 22),
        row(6, u"Celeste Vanterpool"_s, u"Asked for a person: change address before dispatch"_s,
            Channel::Chat, ValueTier::Absent, 26),
        row(7, u"Oskar Nyqvist"_s, u"Invoice copy with company VAT number"_s, Channel::Email,
            ValueTier::Plus, 41),
        row(8, u"Amara Feijó"_s, u"Promo code rejected at checkout, basket still open"_s,
            Channel::Web, ValueTier::Absent, 48),
        row(9, u"Henrik Solvang-Ruiz"_s, u"Where is my refund? Look-up timed out"_s, Channel::Form,
            ValueTier::Absent, 65),
        row(10, u"Petra Kalnins"_s, u"Wants store credit moved to another account"_s, Channel::Chat,
            ValueTier::Absent, 80),
        row(11, u"خالد المنصوري"_s, u"لم يصل الطلب بعد"_s, Channel::Chat, ValueTier::Standard, 90),
    };
    rows[0].owner = {u"ines"_s, u"Ines Ortega"_s};
    rows[0].draft = true;
    rows[1].unread = true;
    rows[2].owner = {u"ines"_s, u"Ines Ortega"_s};
    rows[3].owner = {u"tr"_s, u"Tomasz Rak"_s};
    rows[5].sla = {SlaState::Paused, {}, {}, {}};
    rows[6].state = State::Snoozed;
    rows[6].snoozedUntil = queueNow + 90 * queueMinute;
    rows[7].state = State::Closed;
    rows[7].sla = {SlaState::Met, {}, {}, {}};
    rows[8].state = State::Bot;
    rows[8].sla = {};
    return rows;
}

QString folder()
{
    const QString path = QCoreApplication::applicationDirPath() + u"/../screens"_s;
    QDir().mkpath(path);
    return path;
}

void save(QWidget &widget, const QString &name)
{
    QApplication::processEvents();
    const bool twice = widget.devicePixelRatioF() > 1;
    const QString file = u"%1/queue-%2%3.png"_s.arg(folder(), name, twice ? u"-200"_s : u""_s);
    QVERIFY2(widget.grab().save(file), qPrintable(file));
    QCOMPARE(test::faultsOf(widget), QString());
}

struct Screen
{
    explicit Screen(ThemeKind theme)
        : look({theme})
    {
        dress(*qApp, look);
        panel = std::make_unique<QueuePanel>(look);
        panel->setAgent(AgentId(u"ines"_s));
        panel->setQueues({{QueueId(u"pay"_s), u"Payments"_s}});
        panel->setClock(queueNow);
        panel->setCounts({{QueueView::AllWaiting, 23},
                          {QueueView::Mine, 4},
                          {QueueView::BreachingSoon, 3},
                          {QueueView::Archive, 25'430}});
        panel->resize(336, 846);
        panel->show();
        panel->activateWindow();
    }
    void fill()
    {
        const QList<QueueRow> rows = sample();
        panel->setQueue(queueSnapshot(queueNumbers(int(rows.size())), ListSubject::Changed, rows));
        panel->setOpen(queueId(1));
    }
    void focus(Qt::FocusReason reason)
    {
        panel->searchField()->setFocus();
        panel->list()->setFocus(reason);
        QTRY_VERIFY(panel->list()->hasFocus());
    }

    /// By an event alone: at twice the size the row lies outside the offscreen platform's screen.
    void pointAt(int row)
    {
        QWidget *rows = panel->list()->viewport();
        const QPointF at = panel->list()->rowRect(row).center();
        QMouseEvent move(QEvent::MouseMove, at, rows->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QApplication::sendEvent(rows, &move);
        QVERIFY(panel->list()->hasPointer());
    }

    Look look;
    std::unique_ptr<QueuePanel> panel;
};

QString nameOf(ThemeKind theme)
{
    return theme == ThemeKind::Dark ? u"dark"_s : u"light"_s;
}

} // namespace

/// Writes pictures to build/…/screens, to be looked at beside the mocks.
class QueueScreensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyState_data()
    {
        QTest::addColumn<ThemeKind>("theme");
        QTest::newRow("light") << ThemeKind::Light;
        QTest::newRow("dark") << ThemeKind::Dark;
    }
    void everyState()
    {
        QFETCH(ThemeKind, theme);
        Screen s(theme);
        const QString name = nameOf(theme);
        s.fill();
        s.focus(Qt::MouseFocusReason);
        s.pointAt(3);
        save(*s.panel, name);
        auto numbers = queueNumbers(11);
        numbers.insert(numbers.begin(), {20, 21, 22});
        s.panel->setQueue(queueSnapshot(numbers));
        save(*s.panel, name + u"-news"_s);
        s.fill();
        s.focus(Qt::TabFocusReason);
        save(*s.panel, name + u"-keys"_s);
        s.panel->searchField()->setFocus(Qt::TabFocusReason);
        save(*s.panel, name + u"-unfocused"_s);
        s.panel->resize(288, 708);
        s.panel->setCompact(true);
        s.focus(Qt::MouseFocusReason);
        save(*s.panel, name + u"-compact"_s);
    }

    void withNothingToShow()
    {
        Screen s(ThemeKind::Light);
        s.panel->setQueue(queueSnapshot({}, ListSubject::Changed));
        save(*s.panel, u"empty"_s);
        s.panel->searchField()->setText(u"NW-999"_s);
        QueueSnapshot none = queueSnapshot({}, ListSubject::Changed);
        none.search = u"NW-999"_s;
        s.panel->setQueue(none);
        s.panel->setMatchCount(u"NW-999"_s, 0);
        save(*s.panel, u"no-match"_s);
        s.panel->setError({ErrorCode::Corrupt, u"cache.sqlite"_s, u"malformed"_s});
        save(*s.panel, u"error"_s);
    }

    void narrowedAndSorted_data() { everyState_data(); }
    void narrowedAndSorted()
    {
        QFETCH(ThemeKind, theme);
        Screen s(theme);
        s.fill();
        s.panel->openFilter();
        auto *filter = s.panel->findChild<FilterPopover *>();
        QTest::keyClick(filter, Qt::Key_1);
        QTest::keyClick(filter, Qt::Key_5);
        save(*filter, nameOf(theme) + u"-filter"_s);
        filter->close();
        QueueSnapshot none = queueSnapshot({}, ListSubject::Changed);
        none.filter = s.panel->filter();
        s.panel->setQueue(none);
        save(*s.panel, nameOf(theme) + u"-filtered"_s);
        s.panel->openSort();
        save(*s.panel->findChild<SortPopover *>(), nameOf(theme) + u"-sort"_s);
    }

    void loading()
    {
        Screen s(ThemeKind::Light);
        QWidget *rows = s.panel->list()->viewport();
        const QImage before = rows->grab().toImage();
        QTRY_VERIFY(rows->grab().toImage() != before);
        save(*s.panel, u"loading"_s);
    }

    void mirroredAndLarge()
    {
        Screen s(ThemeKind::Light);
        s.fill();
        s.panel->setLayoutDirection(Qt::RightToLeft);
        save(*s.panel, u"mirrored"_s);
        s.panel->setLayoutDirection(Qt::LeftToRight);
        s.look.setAppearance({ThemeKind::Light, Contrast::Normal, 130, Motion::Full});
        save(*s.panel, u"text-130"_s);
    }

    void atTwiceTheSize()
    {
        if (qApp->devicePixelRatio() > 1)
            return;
        QProcess again;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_SCALE_FACTOR"_s, u"2"_s);
        again.setProcessEnvironment(environment);
        again.start(QCoreApplication::applicationFilePath(),
                    {u"QueueScreensTest"_s, u"everyState"_s});
        QVERIFY(again.waitForFinished(240000));
        QCOMPARE(again.exitCode(), 0);
    }
};

BATON_TEST(QueueScreensTest)
#include "QueueScreensTest.moc"
