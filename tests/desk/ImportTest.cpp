#include "core/desk/Import.h"
#include "core/desk/Rebuild.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;

namespace {

QByteArray line(int number, int version = 1)
{
    return R"({"packet":"baton-handoff/1","id":"k%1","version":%2,"channel":"chat","created_at":"2025-11-18T13:00:00Z",)"
           R"("state":"waiting","customer":{"id":"c%1"},"messages":[{"id":"m","at":"2025-11-18T13:00:00Z",)"
           R"("from":"customer","text":"number %1"}]})"_ba.replace("%1", QByteArray::number(number))
               .replace("%2", QByteArray::number(version))
        + '\n';
}

/// A profile that can be closed and opened again.
struct Profile
{
    QTemporaryDir folder;
    SystemClock clock;
    std::unique_ptr<store::Store> store;

    Profile() { open(); }

    void open()
    {
        store.reset();
        const store::Rules rules{
            [](const Conversation &c, const QList<OutboxEntry> &) { return c; },
            [](const Conversation &c, const auto &) {
                return Placement{{}, {.id = c.id.text()}, c.queue};
            },
            {AgentId(u"imke"_s), u"Imke"_s, Role::Agent}};
        const store::Paths paths{folder.filePath(u"data"_s), folder.filePath(u"state"_s)};
        auto opened = store::Store::open(paths, store::Access::ReadWrite, rules, clock);
        if (!opened)
            qFatal("cannot open: %s", qPrintable(opened.error().detail));
        store = std::move(opened).value();
    }

    void loseCache()
    {
        const QString cache = store->paths().cacheFile();
        store.reset();
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(cache + suffix);
        open();
    }

    std::unique_ptr<packet::LineSource> file(const QByteArray &bytes) const
    {
        QFile file(folder.filePath(u"in.jsonl"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        file.close();
        auto source = packet::LineSource::open(file.fileName());
        if (!source)
            qFatal("cannot read");
        return std::move(source).value();
    }

    /// Imports and keeps, as batonctl does.
    ImportTotals take(const QByteArray &bytes)
    {
        auto archive = store::ImportArchive::create(store->paths().importsFolder());
        Importer importer(*store, {});
        const auto source = file(bytes);
        const auto read = importer.read(*source, u"in"_s, archive->get());
        if (!read || !(*archive)->finish())
            qFatal("cannot import");
        return importer.totals();
    }

    qsizetype stored() const { return store->exportLines(0, 1'000'000).result()->lines.size(); }
};

} // namespace

class ImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyBatchesAddUp()
    {
        Profile profile;
        QByteArray bytes;
        for (int i = 0; i < 4500; ++i)
            bytes += line(i);
        QCOMPARE(profile.take(bytes), (ImportTotals{4500, 4500, 0, 0, 0}));
        QCOMPARE(profile.take(bytes + line(7, 2) + "\n \nnonsense\n"),
                 (ImportTotals{4502, 0, 1, 4500, 1}));
        QCOMPARE(profile.stored(), 4500);
    }

    void rejectionsNameTheirLineWhereverTheyAreFound()
    {
        Profile profile;
        QStringList told;
        Importer importer(*profile.store,
                          {[&told](const packet::Rejection &r) { told.append(r.toString()); }, {}});
        const QByteArray conflicting = line(1).replace("number", "figure");
        const auto source = profile.file(line(1) + "{}\n" + QByteArray(packet::maxLine + 1, ' ')
                                         + "x\n" + conflicting);
        QVERIFY(importer.read(*source, u"in"_s, nullptr));
        QCOMPARE(importer.totals(), (ImportTotals{4, 1, 0, 0, 3}));
        QCOMPARE(told.size(), 3);
        QVERIFY2(told[0].startsWith(u"in:2: "_s), qPrintable(told[0]));
        QVERIFY2(told[1].startsWith(u"in:3: "_s), qPrintable(told[1]));
        QVERIFY2(told[2].startsWith(u"in:4: "_s), qPrintable(told[2]));
    }

    void whatCameBeforeACancelStays()
    {
        Profile profile;
        int asked = 0;
        Importer importer(*profile.store, {{}, [&asked] { return ++asked <= 2500; }});
        QByteArray bytes;
        for (int i = 0; i < 4000; ++i)
            bytes += line(i);
        const auto source = profile.file(bytes);
        const auto read = importer.read(*source, u"in"_s, nullptr);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Cancelled);
        QCOMPARE(importer.totals().added, 2500);
        QCOMPARE(profile.stored(), 2500);
    }

    void aRefusedLineIsNotKept()
    {
        Profile profile;
        profile.take(line(1) + QByteArray(line(1)).replace("number", "figure") + "{}\n" + line(2));
        profile.loseCache();
        QVERIFY(profile.store->openReport().cacheIsNew);
        const auto report = rebuildFromImports(*profile.store, {});
        QVERIFY(report);
        QCOMPARE(report->totals, (ImportTotals{2, 2, 0, 0, 0}));
    }

    void aLostCacheIsRebuiltAndOnceMoreChangesNothing()
    {
        Profile profile;
        profile.take(line(1) + line(2));
        profile.take(line(2, 2) + line(3));
        profile.loseCache();
        QCOMPARE(profile.stored(), 0);
        double last = -1;
        const auto forward = [&last](double fraction) {
            const bool grows = fraction >= last;
            last = fraction;
            return grows;
        };
        QVERIFY(rebuildFromImports(*profile.store, forward));
        QCOMPARE(profile.stored(), 3);
        last = -1;
        const auto again = rebuildFromImports(*profile.store, forward);
        QVERIFY(again);
        QCOMPARE(again->totals.added + again->totals.updated, 0);
        QVERIFY(again->damaged.isEmpty());
    }

    void aDamagedImportCostsOnlyItself()
    {
        Profile profile;
        profile.take(line(1));
        profile.take(line(2));
        const QString folder = profile.store->paths().importsFolder();
        const QString victim = QDir(folder)
                                   .entryInfoList({u"*.jsonl.gz"_s}, QDir::Files, QDir::Name)
                                   .first()
                                   .filePath();
        QFile file(victim);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() / 2));
        file.close();
        profile.loseCache();
        const auto report = rebuildFromImports(*profile.store, {});
        QVERIFY(report);
        QCOMPARE(report->damaged, QStringList{victim});
        QCOMPARE(profile.stored(), 1);
    }

    void aRebuildCanBeCancelled()
    {
        Profile profile;
        profile.take(line(1));
        profile.loseCache();
        const auto report = rebuildFromImports(*profile.store, [](double) { return false; });
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
    }
};

BATON_TEST(ImportTest)
#include "ImportTest.moc"
