#include "ui/models/QueueModel.h"

#include "tests/support/TestProgram.h"
#include "tests/ui/QueueRows.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;
using namespace baton::test;

namespace {

using Numbers = std::vector<qint64>;

struct Changes
{
    explicit Changes(QueueModel &model)
        : removed(&model, &QAbstractItemModel::rowsRemoved)
        , inserted(&model, &QAbstractItemModel::rowsInserted)
        , moved(&model, &QAbstractItemModel::rowsMoved)
        , layout(&model, &QAbstractItemModel::layoutChanged)
        , reset(&model, &QAbstractItemModel::modelReset)
        , data(&model, &QAbstractItemModel::dataChanged)
    { }
    QList<qsizetype> counts() const
    {
        return {removed.size(), inserted.size(), moved.size(), layout.size(), reset.size()};
    }
    QSignalSpy removed, inserted, moved, layout, reset, data;
};

/// Hears every change and does it to a list of its own, as a view would.
class Follower : public QObject
{
public:
    explicit Follower(QueueModel &model)
        : m_model(model)
    {
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) {
                    for (int i = first; i <= last; ++i)
                        list.insert(list.begin() + i, m_model.number(i));
                });
        connect(&model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) {
                    list.erase(list.begin() + first, list.begin() + last + 1);
                });
        connect(&model, &QAbstractItemModel::rowsMoved, this,
                [this](const QModelIndex &, int first, int, const QModelIndex &, int to) {
                    const qint64 row = list[size_t(first)];
                    list.erase(list.begin() + first);
                    list.insert(list.begin() + (to > first ? to - 1 : to), row);
                });
        connect(&model, &QAbstractItemModel::layoutChanged, this, [this] { readAll(); });
        connect(&model, &QAbstractItemModel::modelReset, this, [this] { readAll(); });
    }
    Numbers list;

private:
    void readAll()
    {
        list.clear();
        for (int i = 0; i < m_model.rowCount(); ++i)
            list.push_back(m_model.number(i));
    }
    QueueModel &m_model;
};

struct Watched
{
    Watched() { model.setContext({queueNow, AgentId(u"ines"_s), {}, QTimeZone::utc()}); }
    QueueModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class QueueModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void anotherSubjectResets()
    {
        Watched w;
        Changes changes(w.model);
        w.model.setSnapshot(queueSnapshot(queueNumbers(10), ListSubject::Changed));
        QCOMPARE(changes.reset.size(), 1);
        QCOMPARE(w.model.rowCount(), 10);
    }

    void theFirstPageGrowsIntoTheWholeListInOneStep()
    {
        Watched w;
        const Numbers all = queueNumbers(5000);
        w.model.setSnapshot(queueSnapshot(Numbers(all.begin(), all.begin() + 200),
                                          ListSubject::Changed, queueRows(all)));
        Changes changes(w.model);
        w.model.setSnapshot(queueSnapshot(all, ListSubject::Same, queueRows(all)));
        QCOMPARE(changes.counts(), (QList<qsizetype>{0, 1, 0, 0, 0}));
        QCOMPARE(changes.data.size(), 0);
        QCOMPARE(w.model.rowCount(), 5000);
    }

    void theRowNumbersAreShared()
    {
        Watched w;
        const QueueSnapshot snapshot = queueSnapshot(queueNumbers(1000), ListSubject::Changed);
        w.model.setSnapshot(snapshot);
        QCOMPARE(w.model.snapshot().rows.get(), snapshot.rows.get());
        const QueueSnapshot next = queueSnapshot(queueNumbers(999, 2));
        w.model.setSnapshot(next);
        QCOMPARE(w.model.snapshot().rows.get(), next.rows.get());
    }

    void whatIsHeldOnToSurvivesEveryChange()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        Watched w;
        Follower follower(w.model);
        Numbers list = queueNumbers(120);
        w.model.setSnapshot(queueSnapshot(list, ListSubject::Changed));
        qint64 next = 1000;
        for (int round = 0; round < 400; ++round) {
            QHash<qint64, QPersistentModelIndex> held;
            for (int i = 0; i < 10 && !list.empty(); ++i) {
                const int at = int(random() % list.size());
                held.insert(list[size_t(at)], w.model.index(at));
            }
            for (auto changes = random() % 9; changes > 0; --changes) {
                const auto at = qsizetype(random() % (list.size() + 1));
                if (random() % 2 == 0)
                    list.insert(list.begin() + at, next++);
                else if (at < qsizetype(list.size()))
                    list.erase(list.begin() + at);
            }
            if (round % 7 == 0)
                std::shuffle(list.begin(), list.end(), random);
            w.model.setSnapshot(queueSnapshot(list));
            QCOMPARE(follower.list, list);
            QCOMPARE(w.model.rowCount(), int(list.size()));
            for (auto row = held.cbegin(); row != held.cend(); ++row)
                QCOMPARE(row->row(), w.model.position(row.key()));
        }
    }

    void aWholeNewOrderIsOneChangeOfLayout_data()
    {
        QTest::addColumn<int>("length");
        QTest::newRow("longer") << 13'000;
        QTest::newRow("shorter") << 9000;
        QTest::newRow("as long") << 12'000;
    }
    void aWholeNewOrderIsOneChangeOfLayout()
    {
        QFETCH(int, length);
        Watched w;
        Follower follower(w.model);
        w.model.setSnapshot(queueSnapshot(queueNumbers(12'000), ListSubject::Changed));
        QHash<qint64, QPersistentModelIndex> held;
        for (const int at : {0, 5, 6000, 11'999})
            held.insert(w.model.number(at), w.model.index(at));
        Numbers list = queueNumbers(length, 6);
        std::shuffle(list.begin(), list.end(), std::mt19937(3));
        Changes changes(w.model);
        w.model.setSnapshot(queueSnapshot(list));
        QCOMPARE(changes.layout.size(), 1);
        QCOMPARE(changes.reset.size(), 0);
        QCOMPARE(follower.list, list);
        for (auto row = held.cbegin(); row != held.cend(); ++row)
            QCOMPARE(row->row(), w.model.position(row.key()));
    }

    void rowsThatAreLookedAtAreAskedForOnce()
    {
        Watched w;
        const Numbers all = queueNumbers(1000);
        w.model.setSnapshot(queueSnapshot(all, ListSubject::Changed, queueRows(all)));
        QCoreApplication::processEvents();
        const quint64 generation = w.model.snapshot().generation;
        QSignalSpy asked(&w.model, &QueueModel::needRows);
        for (int i = 430; i < 445; ++i)
            QVERIFY(!w.model.index(i).data(QueueModel::RowRole).isValid());
        QCOMPARE(asked.size(), 0);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked[0], (QVariantList{generation, 400, 499}));
        w.model.index(431).data(QueueModel::RowRole);
        QCoreApplication::processEvents();
        QCOMPARE(asked.size(), 1);

        QSignalSpy changed(&w.model, &QAbstractItemModel::dataChanged);
        w.model.setRows(queueRows(all, 400, 100));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 400);
        QCOMPARE(changed[0][1].toModelIndex().row(), 499);
        QCOMPARE(w.model.index(430).data(QueueModel::RowRole).value<QueueRow>(), queueRow(431));
        QCoreApplication::processEvents();
        QCOMPARE(asked.size(), 1);
    }

    void rowsAcrossTwoBlocksAreAskedForTogether()
    {
        Watched w;
        w.model.setSnapshot(queueSnapshot(queueNumbers(250), ListSubject::Changed));
        QCoreApplication::processEvents();
        QSignalSpy asked(&w.model, &QueueModel::needRows);
        w.model.setSnapshot(queueSnapshot(queueNumbers(250)));
        w.model.index(199).data(QueueModel::RowRole);
        w.model.index(200).data(QueueModel::RowRole);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked[0].mid(1), (QVariantList{100, 249}));
    }

    void aRowThatMayBeOldIsShownAndReadAgain()
    {
        Watched w;
        const Numbers list = queueNumbers(300);
        w.model.setSnapshot(queueSnapshot(list, ListSubject::Changed, queueRows(list, 0, 100)));
        QCoreApplication::processEvents();
        QVERIFY(w.model.index(5).data(QueueModel::RowRole).isValid());
        QSignalSpy asked(&w.model, &QueueModel::needRows);
        w.model.setSnapshot(queueSnapshot(list));
        QVERIFY(w.model.row(5));
        QTRY_VERIFY(!asked.isEmpty());
        QCOMPARE(asked[0].mid(1), (QVariantList{0, 99}));
    }

    void aRowThatChangedSaysSoAndOnlyThat()
    {
        Watched w;
        const Numbers list = queueNumbers(300);
        w.model.setSnapshot(queueSnapshot(list, ListSubject::Changed, queueRows(list, 0, 300)));
        QList<QueueRow> ready = queueRows(list, 0, 300);
        ready[250].unread = true;
        ready[7].draft = true;
        Changes changes(w.model);
        w.model.setSnapshot(queueSnapshot(list, ListSubject::Same, ready));
        QCOMPARE(changes.counts(), (QList<qsizetype>{0, 0, 0, 0, 0}));
        QSet<int> told;
        for (const auto &change : changes.data)
            told.insert(change[0].toModelIndex().row());
        QCOMPARE(told, (QSet<int>{7, 250}));
    }

    void onlySoManyRowsAreKept()
    {
        QueueRowCache cache(100);
        for (qint64 number = 1; number <= 1000; ++number) {
            cache.put(queueRow(number));
            cache.look(1);
            QVERIFY(cache.size() <= 100);
        }
        QVERIFY(cache.find(1));
        QVERIFY(cache.find(1000));
        QVERIFY(!cache.find(500));
        QVERIFY(!cache.find(queueId(500)));
        QCOMPARE(cache.find(queueId(1000))->row, 1000);
    }

    void aRowIsFoundByItsConversation()
    {
        Watched w;
        const Numbers list = queueNumbers(300);
        w.model.setSnapshot(queueSnapshot(list, ListSubject::Changed, queueRows(list)));
        QCOMPARE(w.model.position(queueId(42)), 41);
        QCOMPARE(w.model.position(queueId(299)), -1);
    }

    void aChangeAmongAMillionRowsIsQuick_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("changes");
        QTest::newRow("100,000 rows, 10 changes") << 100'000 << 10;
        QTest::newRow("100,000 rows, 3,000 changes") << 100'000 << 3000;
        QTest::newRow("1,000,000 rows, 10 changes") << 1'000'000 << 10;
        QTest::newRow("1,000,000 rows, 3,000 changes") << 1'000'000 << 3000;
    }
    void aChangeAmongAMillionRowsIsQuick()
    {
        QFETCH(int, rows);
        QFETCH(int, changes);
        QueueModel model;
        const Numbers from = queueNumbers(rows);
        model.setSnapshot(queueSnapshot(from, ListSubject::Changed));
        const QPersistentModelIndex held = model.index(rows / 2);
        const qint64 number = model.number(rows / 2);
        std::mt19937 random(5);
        Numbers to = from;
        for (int i = 0; i < changes; ++i) {
            const auto at = qsizetype(random() % to.size());
            if (to[size_t(at)] != number)
                std::swap(to[size_t(at)], to[std::min(size_t(at) + 3, to.size() - 1)]);
        }
        const QueueSnapshot next = queueSnapshot(to);
        QElapsedTimer timer;
        timer.start();
        model.setSnapshot(next);
        const double ms = double(timer.nsecsElapsed()) / 1e6;
        qInfo("%d rows, %d changes: %.1f ms", rows, changes, ms);
        QCOMPARE(model.number(held.row()), number);
        QVERIFY2(ms < 1000, qPrintable(QString::number(ms)));
    }
};

BATON_TEST(QueueModelTest)
#include "QueueModelTest.moc"
