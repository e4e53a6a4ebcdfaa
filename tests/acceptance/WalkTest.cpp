#include "app/Services.h"

#include "tests/support/TestProgram.h"
#include "ui/panels/Composer.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/CustomerPane.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/QueueListView.h"
#include "ui/panels/QueuePanel.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/TranscriptView.h"
#include "ui/theme/BatonStyle.h"
#include "ui/theme/Metrics.h"
#include "ui/views/DeskView.h"
#include "ui/window/MainWindow.h"
#include "ui/window/StatusStrip.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAccessible>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QSplitter>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant scenario{1763471160000}; // 2025-11-18T13:06:00Z

/// The whole console over a folder of the bundled packets, worked by keys only.
struct Console
{
    QTemporaryDir place;
    QString upstream = place.filePath(u"upstream"_s);
    std::unique_ptr<Services> services;
    std::unique_ptr<ui::Look> look;
    std::unique_ptr<ui::MainWindow> window;
    ConversationSnapshot open;
    StatusSnapshot status;
    QueueSnapshot queue;

    Console()
    {
        QDir().mkpath(upstream);
        QFile::copy(u":/demo/packets.jsonl"_s, upstream + u"/packets.jsonl"_s);
        start();
    }
    ~Console() { stop(); }

    void start()
    {
        Services::Options options;
        options.dataDir = place.filePath(u"data"_s);
        options.folder = upstream;
        options.clockFrom = scenario;
        auto made = Services::create(options);
        if (!made)
            qFatal("services: %s", qPrintable(made.error().detail));
        services = std::move(made).value();
        look = std::make_unique<ui::Look>(ui::MainWindow::appearanceFor(desk().settings()));
        ui::dress(*qApp, *look);
        window = std::make_unique<ui::MainWindow>(desk(), *look);
        QObject::connect(&desk(), &Desk::conversationChanged, window.get(),
                         [this](const auto &s) { open = s; });
        QObject::connect(&desk(), &Desk::statusChanged, window.get(),
                         [this](const auto &s) { status = s; });
        QObject::connect(&desk(), &Desk::queueChanged, window.get(),
                         [this](const auto &s) { queue = s; });
        window->show();
        window->activateWindow();
        desk().start();
    }
    void stop()
    {
        window.reset();
        services.reset();
        look.reset();
    }
    Desk &desk() { return services->desk(); }
    ui::DeskView &view() { return window->deskView(); }
    ui::Composer &composer() { return view().conversation().composer(); }
    ui::QueueListView *list() { return view().queue().list(); }
    void key(Qt::Key k, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : window.get(), k,
                        modifiers);
    }

    QList<QJsonObject> acts() const
    {
        QList<QJsonObject> out;
        const QDir folder(upstream);
        for (const QString &name : folder.entryList({u"*.out.jsonl"_s})) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            while (!file.atEnd())
                out += QJsonDocument::fromJson(file.readLine()).object();
        }
        return out;
    }
    QJsonObject act(const QString &kind) const
    {
        for (const QJsonObject &act : acts()) {
            if (act.value("act"_L1).toString() == kind)
                return act;
        }
        return {};
    }
};

} // namespace

class WalkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheQueueToSentByKeysOnly();
    void typedTextSurvivesAViewSwitchAndARestart();
    void aSearchFindsAndLeaves();
    void panesStandWhereTheDesignPutsThem_data();
    void panesStandWhereTheDesignPutsThem();
    void aWidthSetByHandStays();
    void everyControlHasAName();
    void assistiveToolsMeetNamesAndRoles();
    void f6WalksThePanesInOrder();
};

void WalkTest::fromTheQueueToSentByKeysOnly()
{
    Console console;
    QTRY_VERIFY(console.queue.rows && !console.queue.rows->empty());
    QTRY_VERIFY(console.list()->model()->rowCount() > 0);
    console.key(Qt::Key_J);
    QTRY_VERIFY(!console.open.row.id.isEmpty());
    const ConversationId id = console.open.row.id;
    console.key(Qt::Key_A);
    QTRY_VERIFY(console.open.mine);
    console.key(Qt::Key_R);
    QTRY_VERIFY(console.composer().isAncestorOf(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), u"I am on it."_s);
    QCOMPARE(console.composer().text(DraftKind::Reply), u"I am on it."_s);
    console.key(Qt::Key_Return, Qt::ControlModifier);
    // The outbox may have been empty before: the claim goes out while the answer is typed.
    QTRY_VERIFY_WITH_TIMEOUT(!console.act(u"reply"_s).isEmpty(), 20000);
    QTRY_COMPARE(console.status.outboxWaiting, 0);
    const QJsonObject reply = console.act(u"reply"_s);
    QCOMPARE(reply.value("conversation"_L1).toString(), id.text());
    QCOMPARE(reply.value("body"_L1).toObject().value("text"_L1).toString(), u"I am on it."_s);
    QVERIFY(!console.act(u"claim"_s).isEmpty());
    QTRY_VERIFY(console.desk().openId() != id); // the next one opened
}

void WalkTest::typedTextSurvivesAViewSwitchAndARestart()
{
    Console console;
    QTRY_VERIFY(console.list()->model()->rowCount() > 0);
    console.key(Qt::Key_J);
    QTRY_VERIFY(!console.open.row.id.isEmpty());
    const ConversationId id = console.open.row.id;
    console.key(Qt::Key_R);
    QTRY_VERIFY(console.composer().isAncestorOf(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), u"Half a thought"_s);
    console.list()->setFocus(Qt::ShortcutFocusReason);
    console.key(Qt::Key_6);
    QTRY_COMPARE(console.queue.view, QueueView::Archive);
    console.key(Qt::Key_1);
    QTRY_VERIFY(console.queue.view == QueueView::AllWaiting && console.queue.complete);
    QTRY_COMPARE(console.list()->model()->rowCount(), int(console.queue.rows->size()));
    console.key(Qt::Key_J);
    QTRY_VERIFY(console.desk().openId() != id);
    console.desk().open(id);
    QTRY_COMPARE(console.composer().text(DraftKind::Reply), u"Half a thought"_s);
    console.stop();
    console.open = {};
    console.start();
    console.desk().open(id);
    QTRY_COMPARE(console.composer().text(DraftKind::Reply), u"Half a thought"_s);
}

void WalkTest::aSearchFindsAndLeaves()
{
    Console console;
    QTRY_VERIFY(console.queue.rows && console.queue.rows->size() > 2);
    const size_t all = console.queue.rows->size();
    console.key(Qt::Key_Slash);
    QTRY_VERIFY(console.view().queue().searchField()->hasFocus());
    QTest::keyClicks(console.view().queue().searchField(), u"zzzzqq"_s);
    QTRY_VERIFY(console.queue.search == u"zzzzqq"_s && console.queue.rows->empty());
    console.key(Qt::Key_Escape);
    QTRY_COMPARE(console.queue.rows->size(), all);
}

void WalkTest::panesStandWhereTheDesignPutsThem_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("rail");
    QTest::addColumn<int>("queue");
    QTest::addColumn<int>("context");
    QTest::newRow("1440") << QSize(1440, 900) << 68 << 336 << 312;
    QTest::newRow("1180") << QSize(1180, 760) << 56 << 288 << 44;
}

void WalkTest::panesStandWhereTheDesignPutsThem()
{
    QFETCH(QSize, size);
    QFETCH(int, rail);
    QFETCH(int, queue);
    QFETCH(int, context);
    Console console;
    console.window->resize(size);
    QTRY_VERIFY(console.list()->model()->rowCount() > 0);
    console.key(Qt::Key_J);
    QTRY_VERIFY(!console.open.row.id.isEmpty());
    QCoreApplication::processEvents();
    const auto near = [](int a, int b) { return std::abs(a - b) <= 1; };
    const auto *railWidget = console.window->findChild<ui::NavRail *>();
    QVERIFY2(near(railWidget->width(), rail), qPrintable(QString::number(railWidget->width())));
    QVERIFY2(near(console.view().queue().width(), queue),
             qPrintable(QString::number(console.view().queue().width())));
    const int right = console.window->width()
        - console.view()
              .conversation()
              .mapTo(console.window.get(), QPoint(console.view().conversation().width(), 0))
              .x();
    QVERIFY2(near(right, context + (context > 44 ? 1 : 0)) || near(right, context),
             qPrintable(QString::number(right)));
    const auto *status = console.window->findChild<ui::StatusStrip *>();
    QVERIFY(near(status->height(), 28));
    QVERIFY(near(status->geometry().bottom() + 1, console.window->centralWidget()->height()));
    QVERIFY(console.view().conversation().width() >= 640);
}

void WalkTest::aWidthSetByHandStays()
{
    Console console;
    QTRY_VERIFY(console.list()->model()->rowCount() > 1);
    console.key(Qt::Key_J);
    QTRY_VERIFY(!console.open.row.id.isEmpty());
    const ConversationId first = console.open.row.id;
    auto *splitter = console.view().findChild<QSplitter *>();
    QVERIFY(splitter);
    QWidget *handle = splitter->handle(1);
    const QPoint at = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, {}, at);
    QTest::mouseMove(handle, at + QPoint(40, 0));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, at + QPoint(40, 0));
    const int width = console.view().queue().width();
    QVERIFY(width > 350);
    console.key(Qt::Key_J);
    QTRY_VERIFY(console.open.row.id != first);
    QCOMPARE(console.view().queue().width(), width);

    console.window->resize(1500, 860);
    console.window->close();
    console.stop();
    console.start();
    QCOMPARE(console.window->size(), QSize(1500, 860));
    QTRY_COMPARE(console.view().queue().width(), width);
}

void WalkTest::everyControlHasAName()
{
    Console console;
    QTRY_VERIFY(console.list()->model()->rowCount() > 0);
    console.key(Qt::Key_J);
    QTRY_VERIFY(!console.open.row.id.isEmpty());
    for (const auto screen : {ui::Screen::Desk, ui::Screen::Settings}) {
        console.window->show(screen);
        QCoreApplication::processEvents();
        for (QWidget *widget : console.window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const bool named
                = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(
                named || widget->focusProxy(),
                qPrintable(u"%1 \"%2\""_s.arg(
                    QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
        }
    }
}

/// The tree as a screen reader walks it: whatever takes the focus says what it is and what it is
/// called, and a row of the queue says all that its line shows.
void WalkTest::assistiveToolsMeetNamesAndRoles()
{
    QAccessible::setActive(true);
    Console console;
    QTRY_VERIFY(console.list()->model()->rowCount() > 0);
    console.key(Qt::Key_J);
    QTRY_VERIFY(!console.open.row.id.isEmpty());
    QStringList faults;
    int met = 0;
    const std::function<void(QAccessibleInterface *, const QString &)> walk =
        [&](QAccessibleInterface *interface, const QString &above) {
            if (!interface || interface->state().invisible)
                return;
            ++met;
            const QString name = interface->text(QAccessible::Name);
            const QObject *object = interface->object();
            const QString here = above + u'/'
                + (name.isEmpty() && object ? QString::fromLatin1(object->metaObject()->className())
                                            : name);
            const QAccessible::Role role = interface->role();
            if (role == QAccessible::NoRole)
                faults += here + u" has no role"_s;
            if (interface->state().focusable && name.isEmpty())
                faults += here + u" has no name"_s;
            if (interface->state().focusable && role == QAccessible::Client)
                faults += here + u" does not say what it is"_s;
            for (int i = 0; i < interface->childCount(); ++i)
                walk(interface->child(i), here);
        };
    for (const auto screen : {ui::Screen::Settings, ui::Screen::Desk}) {
        console.window->show(screen);
        QCoreApplication::processEvents();
        walk(QAccessible::queryAccessibleInterface(console.window.get()), {});
    }
    QCOMPARE(faults.join(u"; "_s), QString());
    QVERIFY2(met > 100, qPrintable(QString::number(met)));

    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(console.list());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), console.list()->model()->rowCount());
    QAccessibleInterface *row = list->child(0);
    QVERIFY(row);
    QCOMPARE(row->role(), QAccessible::ListItem);
    const QString spoken = row->text(QAccessible::Name);
    const QueueRow &first = console.queue.ready.first();
    QVERIFY2(spoken.contains(first.name) && spoken.contains(first.need), qPrintable(spoken));
    QAccessibleInterface *transcript
        = QAccessible::queryAccessibleInterface(&console.view().conversation().transcript());
    QVERIFY(transcript);
    QCOMPARE(transcript->role(), QAccessible::List);
    QVERIFY(transcript->childCount() > 0);
    QVERIFY(!transcript->child(0)->text(QAccessible::Name).isEmpty());
}

void WalkTest::f6WalksThePanesInOrder()
{
    Console console;
    QTRY_VERIFY(console.list()->model()->rowCount() > 0);
    console.key(Qt::Key_J);
    QTRY_VERIFY(!console.open.row.id.isEmpty());
    console.list()->setFocus(Qt::ShortcutFocusReason);
    console.key(Qt::Key_F6);
    QVERIFY(console.view().conversation().transcript().hasFocus());
    console.key(Qt::Key_F6);
    QVERIFY(console.composer().isAncestorOf(QApplication::focusWidget()));
    console.key(Qt::Key_F6);
    QVERIFY(console.view().customer().hasFocus()
            || console.view().customer().isAncestorOf(QApplication::focusWidget()));
    console.key(Qt::Key_F6);
    QVERIFY(console.list()->hasFocus());
    console.key(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(!console.list()->hasFocus());
}

BATON_TEST(WalkTest)
#include "WalkTest.moc"
