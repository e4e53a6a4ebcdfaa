// The console's own window over the prepared profiles, offscreen: keys in the filter, scrolling,
// memory.

#include "tests/bench/Bench.h"

#include "app/Services.h"
#include "core/desk/ReplyDrafter.h"
#include "core/knowledge/Bundled.h"
#include "ui/panels/SearchField.h"
#include "ui/theme/Look.h"
#include "ui/views/DeskView.h"
#include "ui/window/MainWindow.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEvent>
#include <QtCore/QProcess>
#include <QtCore/QTimer>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

using namespace Qt::StringLiterals;

namespace baton::bench {

namespace {

constexpr int mostOpened = 100'000; // a million take minutes to be read for the first time
constexpr int patienceMs = 300'000;
constexpr QSize windowSize(1440, 900);

/// Counts what is painted: the list, or what stands in its place when there is nothing to list.
class Frames : public QObject
{
public:
    explicit Frames(QWidget &list)
        : m_list(list)
    {
        QCoreApplication::instance()->installEventFilter(this);
    }
    int painted() const { return m_painted; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && (watched == &m_list || !m_list.isVisible()))
            ++m_painted;
        return false;
    }

private:
    QWidget &m_list;
    int m_painted = 0;
};

/// The console on a profile, shown, with its first page painted and all rows known.
class Shown
{
public:
    explicit Shown(int conversations)
        : m_services(create(conversations))
        , m_look(ui::MainWindow::appearanceFor(desk().settings()))
        , m_window(desk(), m_look)
        , m_frames(m_window.queueViewport())
    {
        // The window was told before, so what is painted from here on shows the snapshot.
        QObject::connect(&desk(), &Desk::queueChanged, &m_window, [this](const QueueSnapshot &s) {
            m_snapshot = s;
            m_framesBefore = m_frames.painted();
            m_arrived.start();
        });
        m_window.resize(windowSize);
        m_window.show();
        desk().start();
        waitFor([this] { return m_snapshot.complete && isPainted(); }, "the first page");
    }

    Desk &desk() { return m_services->desk(); }
    void readJudge() { m_services->readJudge(); }
    void repaint() { m_window.repaint(); }
    const QueueSnapshot &snapshot() const { return m_snapshot; }
    QWidget &viewport() { return m_window.queueViewport(); }
    QAbstractItemView &list()
    {
        return *qobject_cast<QAbstractItemView *>(viewport().parentWidget());
    }
    ui::SearchField &field() { return *m_window.deskView().findChild<ui::SearchField *>(); }
    double msSinceSnapshot() const { return double(m_arrived.nsecsElapsed()) / 1e6; }
    bool isPainted() const { return m_frames.painted() > m_framesBefore; } ///< the newest snapshot

    template <class Condition>
    static void waitFor(Condition condition, const char *what)
    {
        QElapsedTimer timer;
        timer.start();
        while (!condition()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents,
                                            5);
            if (timer.elapsed() > patienceMs)
                qFatal("waited in vain for %s", what);
        }
    }

private:
    static std::unique_ptr<Services> create(int conversations)
    {
        Services::Options options;
        options.dataDir = dataDir(conversations);
        auto services = Services::create(options);
        if (!services)
            qFatal("%s", qPrintable(services.error().detail));
        return std::move(services).value();
    }

    std::unique_ptr<Services> m_services;
    ui::Look m_look;
    ui::MainWindow m_window;
    Frames m_frames;
    QueueSnapshot m_snapshot;
    int m_framesBefore = 0;
    QElapsedTimer m_arrived;
};

/// From a key in the filter to the frame that shows its first matches.
void keystroke(benchmark::State &state, int conversations)
{
    Shown shown(conversations);
    shown.field().setFocus();
    Samples samples;
    Samples answers; ///< until the list has them; the rest is painting
    QString typed;
    size_t next = 0;
    for (auto _ : state) {
        const QString &wanted = keystrokes()[next++ % keystrokes().size()];
        if (!wanted.startsWith(typed)) {
            shown.field().clear();
            typed.clear();
            Shown::waitFor(
                [&] { return shown.snapshot().search.isEmpty() && shown.snapshot().complete; },
                "the view");
        }
        QElapsedTimer timer;
        timer.start();
        QTest::keyClicks(&shown.field(), wanted.mid(typed.size()));
        typed = wanted;
        Shown::waitFor([&] { return shown.snapshot().search == wanted && shown.isPainted(); },
                       "matches");
        const double ms = double(timer.nsecsElapsed()) / 1e6;
        samples.add(ms);
        answers.add(ms - shown.msSinceSnapshot());
    }
    state.counters["answer_p50_ms"] = answers.at(50);
    state.counters["answer_p99_ms"] = answers.at(99);
    samples.report(state);
}

/// A frame of scrolling by three rows against a repaint of the list where it is.
void scroll(benchmark::State &state, int conversations)
{
    Shown shown(conversations);
    QScrollBar &bar = *shown.list().verticalScrollBar();
    const int step = shown.list().visualRect(shown.list().model()->index(0, 0)).height() * 3;
    Samples frames;
    Samples repaints;
    QElapsedTimer timer;
    for (auto _ : state) {
        timer.start();
        bar.setValue(bar.value() + step);
        shown.viewport().repaint();
        frames.add(double(timer.nsecsElapsed()) / 1e6);
        // The rows that came into view are there when the next frame comes.
        QTest::qWait(5);
        timer.start();
        shown.viewport().repaint();
        repaints.add(double(timer.nsecsElapsed()) / 1e6);
    }
    frames.report(state);
    state.counters["repaint_p50_ms"] = repaints.at(50);
    state.counters["repaint_p99_ms"] = repaints.at(99);
    state.counters["ratio"] = frames.at(50) / repaints.at(50);
}

/// What waits is read once a judge, on a core of its own; the promise is about a desk that has it
/// behind it. The store reads by number, so the last one tells. Reading moves rows (a tier orders
/// the list), so its place is looked up again each time.
void waitUntilJudged(Shown &shown)
{
    const std::vector<qint64> &rows = *shown.snapshot().rows;
    const qint64 last = *std::max_element(rows.begin(), rows.end());
    bool judged = false;
    const auto see = QObject::connect(&shown.desk(), &Desk::rowsReady, &shown.viewport(),
                                      [&judged, last](quint64, const QList<QueueRow> &ready) {
                                          for (const QueueRow &row : ready)
                                              judged = judged || (row.row == last && row.judged);
                                      });
    QTimer ask;
    QObject::connect(&ask, &QTimer::timeout, &shown.viewport(), [&shown, last] {
        const std::vector<qint64> &now = *shown.snapshot().rows;
        const int position = int(std::find(now.begin(), now.end(), last) - now.begin());
        if (position < int(now.size()))
            shown.desk().needRows(shown.snapshot().generation, position, position);
    });
    ask.start(250);
    Shown::waitFor([&judged] { return judged; }, "the first reading of all");
    QObject::disconnect(see);
}

/// From the choice of a conversation to the frame that shows its card and its draft.
void open(benchmark::State &state, int conversations)
{
    Shown shown(conversations);
    auto books = drafting::readPlaybooks(u":/playbooks"_s);
    if (!books)
        qFatal("%s", qPrintable(books.error().detail));
    shown.desk().setDrafter(std::make_shared<ReplyDrafter>(
        std::move(books).value(), knowledge::bundledDocuments(), policy::bundledPolicy()));
    shown.readJudge();
    const QList<QueueRow> rows = shown.snapshot().ready;
    if (rows.size() < 2)
        qFatal("no conversations");
    ConversationSnapshot open;
    QObject::connect(&shown.desk(), &Desk::conversationChanged, &shown.viewport(),
                     [&open](const ConversationSnapshot &s) { open = s; });
    Samples samples;
    qsizetype next = 0;
    const auto openNext = [&] {
        const ConversationId id = rows.at(next++ % rows.size()).id;
        QElapsedTimer timer;
        timer.start();
        shown.desk().open(id);
        Shown::waitFor([&] { return open.row.id == id && open.card && open.suggestion; },
                       "card and draft");
        shown.repaint();
        return double(timer.nsecsElapsed()) / 1e6;
    };
    openNext(); // waits for the intent model too, which is learnt at first start
    waitUntilJudged(shown);
    for (auto _ : state)
        samples.add(openNext());
    samples.report(state);
}

/// In a process of its own, after some typing and scrolling.
int tellResident(int conversations)
{
    Shown shown(conversations);
    for (int i = 0; i < 20; ++i) {
        shown.list().verticalScrollBar()->setValue(i * 1000);
        QTest::qWait(20);
    }
    for (const QString &text : {u"r"_s, u"re"_s, u"refund"_s, u""_s}) {
        shown.field().setText(text);
        Shown::waitFor([&] { return shown.snapshot().search == text && shown.snapshot().complete; },
                       "matches");
    }
    std::printf("%.1f %.1f\n", residentMb(), peakResidentMb());
    return 0;
}

void resident(benchmark::State &state, int conversations)
{
    for (auto _ : state) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
                      {u"--resident"_s, QString::number(conversations)});
        process.waitForFinished(patienceMs * 2);
        const QList<QByteArray> words = process.readAllStandardOutput().trimmed().split(' ');
        if (words.size() != 2) {
            state.SkipWithError("no figures");
            break;
        }
        state.counters["resident_mb"] = words.at(0).toDouble();
        state.counters["peak_mb"] = words.at(1).toDouble();
    }
}

} // namespace

} // namespace baton::bench

int main(int argc, char **argv)
{
    using namespace baton::bench;
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"baton"_s);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"--resident"_s)
        return tellResident(arguments.at(2).toInt());
    benchmark::Initialize(&argc, argv);
    const bool smoke = qEnvironmentVariableIsSet("BATON_BENCH_SMOKE");
    const auto add = [](const std::string &name, int size, int iterations,
                        void (*run)(benchmark::State &, int)) {
        benchmark::RegisterBenchmark((name + '/' + std::to_string(size)).c_str(), run, size)
            ->Iterations(iterations)
            ->Unit(benchmark::kMillisecond);
    };
    for (const int size : sizes()) {
        add("keystroke", size, smoke ? 10 : 600, keystroke);
        add("scroll", size, smoke ? 10 : 200, scroll);
        if (size <= mostOpened)
            add("open", size, smoke ? 5 : 400, open);
        add("resident", size, 1, resident);
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
