#include "core/desk/Profile.h"
#include "core/desk/Rebuild.h"
#include "core/packet/PacketWriter.h"
#include "core/policy/Policy.h"
#include "core/store/Store.h"
#include "core/sync/Reconcile.h"
#include "core/sync/SyncRound.h"
#include "core/sync/folder/FolderUpstream.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

#include <chrono>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

qint64 monotonicMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

/// An hour ahead, so that nothing still waits for its not_before.
class LaterClock final : public Clock
{
public:
    Instant now() const override { return m_system.now() + 3'600'000; }
    qint64 steadyMs() const override { return m_system.steadyMs(); }

private:
    SystemClock m_system;
};

struct Typed
{
    qint64 at = 0;
    QString conversation;
    QString word;
};

/// What the killed desks said before they died.
struct Ledger
{
    QList<Typed> typed;                      ///< of the last run
    QList<std::pair<QString, QString>> sent; ///< conversation, tag: on disk when it was said
    QSet<QString> maybeUndone;               ///< tags

    void read(const QByteArray &output)
    {
        typed.clear();
        // A last line without an end was cut by the kill: it was never said.
        const QByteArray whole = output.left(output.lastIndexOf('\n') + 1);
        for (const QByteArray &bytes : whole.split('\n')) {
            const QStringList words = QString::fromUtf8(bytes).split(u' ');
            const QString what = words.first();
            if (what == u"typed"_s)
                typed += {words.at(1).toLongLong(), words.at(2), words.at(3)};
            else if (what == u"sending"_s)
                m_sending[words.at(1)] += words.at(2);
            else if (what == u"sent"_s)
                sent += {words.at(1), words.at(2)};
            else if (what == u"undoing"_s && !m_sending[words.at(1)].isEmpty())
                maybeUndone += m_sending[words.at(1)].last();
        }
    }

private:
    QHash<QString, QStringList> m_sending; ///< conversation → tags
};

Conversation madeUp(const QString &id, int version, const QString &text)
{
    Conversation c;
    c.id = ConversationId(id);
    c.version = version;
    c.state = State::Waiting;
    c.createdAt = {1763474000000};
    c.waitingSince = c.createdAt;
    c.customer.id = CustomerId(u"cust-"_s + id);
    c.customer.name = u"Customer "_s + id;
    for (int i = 1; i <= version; ++i) {
        Message m;
        m.id = MessageId(u"%1-m%2"_s.arg(id).arg(i));
        m.at = c.createdAt + 60'000 * i;
        m.text = text;
        c.messages += m;
    }
    return c;
}

/// As producers do: written beside, renamed into place.
void produce(const QString &path, const QList<Conversation> &conversations)
{
    QFile file(path + u".tmp"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const Conversation &c : conversations)
        file.write(packet::write(c) + '\n');
    file.close();
    QVERIFY(QFile::rename(file.fileName(), path));
}

/// Texts of all acts that upstream has, and a verdict on the file as a whole.
struct OutFile
{
    QByteArray all;
    QSet<QString> keys;
    QString problem;

    static OutFile read(const QString &folder)
    {
        OutFile out;
        for (const QFileInfo &info : QDir(folder).entryInfoList({u"*.out.jsonl"_s}, QDir::Files)) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly))
                out.problem = info.filePath();
            out.all += file.readAll();
        }
        return out;
    }

    void checkWhole()
    {
        if (!all.isEmpty() && !all.endsWith('\n'))
            problem = u"the last line is cut"_s;
        for (const QByteArray &line : all.split('\n')) {
            if (line.isEmpty())
                continue;
            const QString key = QJsonDocument::fromJson(line).object().value(u"key"_s).toString();
            if (key.isEmpty())
                problem = u"no act: "_s + QString::fromUtf8(line);
            else if (keys.contains(key))
                problem = u"twice: "_s + key;
            keys.insert(key);
        }
    }
};

} // namespace

/// SIGKILL at random instants of typing, sending, importing and syncing (DESIGN §8): no typed text
/// older than a second is lost, nothing goes out twice, every recorded act goes out, the audit
/// chain verifies. BATON_KILLS and BATON_SEED.
class KillTest : public QObject
{
    Q_OBJECT

public:
    // 200 kills take longer than the five minutes that QtTest gives a test.
    KillTest() { qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); }

private Q_SLOTS:
    void initTestCase();
    void killedAtAnyInstantNothingIsLostOrSentTwice();

private:
    std::unique_ptr<store::Store> open(const Clock &clock);
    void killTheDesk();
    void killAnImport();
    void inspect(qint64 killedAt);
    void drain();
    void checkEverythingWentOutOnce();
    void checkTheCacheCanBeMadeAgain();
    QProcess::ProcessState startImport(QProcess &process, const QString &file);
    QJsonObject importToTheEnd(const QString &file);
    int version(const QString &id) { return ++m_versions[id]; }

    QTemporaryDir m_folder;
    QString m_upstream;
    Profile m_profile;
    policy::Policy m_policy = policy::bundledPolicy();
    const Agent m_ana{AgentId(u"ana"_s), u"Ana"_s, Role::Agent};
    QRandomGenerator m_random;
    Ledger m_ledger;
    QStringList m_worked;
    QMap<QString, int> m_versions;
    int m_imported = 0;
    int m_round = 0;
    int m_desksKilled = 0;
    int m_importsKilled = 0;
    qint64 m_wordsChecked = 0;
};

void KillTest::initTestCase()
{
    const quint32 seed = qEnvironmentVariableIsSet("BATON_SEED")
        ? qEnvironmentVariable("BATON_SEED").toUInt()
        : QRandomGenerator::global()->generate();
    qInfo("BATON_SEED=%u", seed);
    m_random.seed(seed);
    QVERIFY(m_folder.isValid());
    m_upstream = m_folder.filePath(u"upstream"_s);
    QVERIFY(QDir().mkpath(m_upstream));
    m_profile = profileFor(m_folder.filePath(u"data"_s), u"default"_s);
    QList<Conversation> first;
    for (int i = 0; i < 12; ++i) {
        m_worked += u"c%1"_s.arg(i);
        first += madeUp(m_worked.last(), version(m_worked.last()), u"where is my parcel"_s);
    }
    produce(m_upstream + u"/start.jsonl"_s, first);
}

std::unique_ptr<store::Store> KillTest::open(const Clock &clock)
{
    const store::Rules rules{&sync::reconcile,
                             [this](const Conversation &c, const auto &judged) {
                                 return policy::place(c, m_policy, judged);
                             },
                             m_ana};
    auto store = store::Store::open(m_profile.paths, store::Access::ReadWrite, rules, clock);
    if (!store) {
        qWarning("open: %s", qPrintable(store.error().detail));
        return nullptr;
    }
    return std::move(store).value();
}

void KillTest::killedAtAnyInstantNothingIsLostOrSentTwice()
{
    const int kills = qEnvironmentVariable("BATON_KILLS", u"20"_s).toInt();
    for (m_round = 1; m_round <= kills && !QTest::currentTestFailed(); ++m_round) {
        if (m_random.bounded(4) == 0)
            killAnImport();
        else
            killTheDesk();
    }
    if (QTest::currentTestFailed())
        return;
    QVERIFY2(m_wordsChecked > 0 || m_desksKilled < 10,
             "no desk lived long enough to tell anything");
    for (const auto part : {&KillTest::drain, &KillTest::checkEverythingWentOutOnce,
                            &KillTest::checkTheCacheCanBeMadeAgain}) {
        (this->*part)();
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d desks and %d imports killed; %lld words looked for, %lld replies acknowledged, %lld "
          "packets imported",
          m_desksKilled, m_importsKilled, m_wordsChecked, qint64(m_ledger.sent.size()),
          qint64(m_imported));
}

void KillTest::killTheDesk()
{
    QStringList arguments{m_folder.path(), QString::number(m_round)};
    arguments += m_worked;
    QProcess child;
    child.setProcessChannelMode(QProcess::SeparateChannels);
    child.start(QStringLiteral(BATON_KILL_CHILD), arguments);
    QVERIFY(child.waitForStarted());

    // Some die while they open the profile, most at work, some after a while.
    const int kind = m_random.bounded(10);
    const int life = kind == 0 ? m_random.bounded(60)
        : kind < 5             ? m_random.bounded(700)
                               : 1200 + m_random.bounded(1200);
    const qint64 until = monotonicMs() + life;
    QByteArray output;
    for (qint64 left = life; left > 0; left = until - monotonicMs()) {
        // The producer goes on meanwhile: now a new conversation, now another message in one that
        // is being worked.
        if (child.waitForFinished(int(qMin(left, qint64(120)))))
            break;
        output += child.readAllStandardOutput();
        const bool fresh = m_random.bounded(3) == 0;
        const QString id = fresh ? u"n%1x%2"_s.arg(m_round).arg(left)
                                 : m_worked.at(m_random.bounded(int(m_worked.size())));
        produce(u"%1/p%2x%3.jsonl"_s.arg(m_upstream).arg(m_round).arg(left),
                {madeUp(id, version(id), u"one more thing"_s)});
    }
    const QByteArray said = child.readAllStandardError() + " exit "
        + QByteArray::number(child.exitCode())
        + (child.exitStatus() == QProcess::CrashExit ? ", crashed" : "");
    QVERIFY2(child.state() == QProcess::Running, said.constData());
    const qint64 killedAt = monotonicMs();
    child.kill();
    QVERIFY(child.waitForFinished());
    ++m_desksKilled;
    output += child.readAllStandardOutput();
    m_ledger.read(output);
    inspect(killedAt);
}

void KillTest::inspect(qint64 killedAt)
{
    const SystemClock clock;
    const auto store = open(clock);
    QVERIFY(store);
    QVERIFY2(store->openReport().cacheSetAside.isEmpty(),
             qPrintable(store->openReport().cacheProblem));
    const auto audit = store->verifyAudit().result();
    QVERIFY(audit);
    QVERIFY2(!audit->firstBad, qPrintable(audit->problem));
    const auto health = store->health().result();
    QVERIFY(health);
    QCOMPARE(health->deskProblem, QString());
    QCOMPARE(health->cacheProblem, QString());

    const OutFile out = OutFile::read(m_upstream);
    QHash<QString, QString> kept; // conversation → everything that still stands somewhere
    const auto keptOf = [&](const QString &id) -> const QString & {
        if (!kept.contains(id)) {
            QString all;
            if (const auto record = store->conversation(ConversationId(id)).result()) {
                for (const TypedDraft &draft : record->drafts)
                    all += draft.text + u' ';
                for (const OutboxEntry &entry : record->acts)
                    all += entry.act.text + u' ';
            }
            kept.insert(id, all + QString::fromUtf8(out.all));
        }
        return kept[id];
    };
    const auto stands = [&](const QString &id, const QString &word) {
        static const QRegularExpression partOfWord(u"[0-9x]"_s);
        const QString &all = keptOf(id);
        for (qsizetype at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + 1)) {
            const qsizetype after = at + word.size();
            if (after == all.size() || !partOfWord.match(all.at(after)).hasMatch())
                return true;
        }
        return false;
    };
    for (const Typed &typed : m_ledger.typed) {
        if (typed.at > killedAt - 1000)
            continue;
        ++m_wordsChecked;
        QVERIFY2(stands(typed.conversation, typed.word),
                 qPrintable(u"%1 in %2, typed %3 ms before the kill, is lost"_s
                                .arg(typed.word, typed.conversation)
                                .arg(killedAt - typed.at)));
    }
    for (const auto &[conversation, tag] : m_ledger.sent)
        QVERIFY2(stands(conversation, tag),
                 qPrintable(u"the reply %1 was recorded and is lost"_s.arg(tag)));
}

QProcess::ProcessState KillTest::startImport(QProcess &process, const QString &file)
{
    process.start(QStringLiteral(BATON_BATONCTL),
                  {u"import"_s, u"--json"_s, u"--data-dir"_s, m_folder.filePath(u"data"_s), file});
    process.waitForStarted();
    return process.state();
}

QJsonObject KillTest::importToTheEnd(const QString &file)
{
    QProcess process;
    startImport(process, file);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        qWarning("import: %s", process.readAllStandardError().constData());
    return QJsonDocument::fromJson(process.readAllStandardOutput().trimmed()).object();
}

void KillTest::killAnImport()
{
    constexpr int packets = 1500;
    QList<Conversation> archive;
    for (int i = 0; i < packets; ++i)
        archive += madeUp(u"a%1x%2"_s.arg(m_round).arg(i), 3,
                          u"the archive keeps what was said about parcel %1"_s.arg(i));
    const QString file = m_folder.filePath(u"import-%1.jsonl"_s.arg(m_round));
    produce(file, archive);

    QProcess process;
    QCOMPARE(startImport(process, file), QProcess::Running);
    process.waitForFinished(m_random.bounded(400));
    process.kill();
    process.waitForFinished();
    ++m_importsKilled;
    m_ledger.read({});
    inspect(monotonicMs());
    if (QTest::currentTestFailed())
        return;

    const QJsonObject again = importToTheEnd(file);
    QCOMPARE(again.value(u"rejected"_s).toInt(-1), 0);
    QCOMPARE(again.value(u"added"_s).toInt(-1) + again.value(u"unchanged"_s).toInt(-1), packets);
    const QJsonObject third = importToTheEnd(file);
    QCOMPARE(third.value(u"added"_s).toInt(-1), 0);
    QCOMPARE(third.value(u"unchanged"_s).toInt(-1), packets);
    m_imported += packets;
    QVERIFY(QFile::remove(file));
}

void KillTest::drain()
{
    const LaterClock clock;
    const auto store = open(clock);
    QVERIFY(store);
    auto upstream = sync::FolderUpstream::open(m_upstream, m_ana);
    QVERIFY2(upstream.has_value(), qPrintable(upstream ? QString() : upstream.error().detail));
    sync::SyncRound round(*store, **upstream, clock);
    for (bool more = true; more;) {
        const sync::RoundReport report = round.run();
        QVERIFY2(!report.error, qPrintable(report.error ? report.error->detail : QString()));
        more = false;
        const auto entries = store->outbox().result();
        QVERIFY(entries);
        // A held reply holds back what comes after it. The agent looks at what moved and sends all
        // the same.
        for (const OutboxEntry &entry : *entries) {
            if (entry.status != ActStatus::Held)
                continue;
            const auto record = store->conversation(entry.act.conversation).result();
            QVERIFY(record);
            QVERIFY(store->release(entry.act.key, entry.act.text, baseOf(record->conversation))
                        .result());
            more = true;
        }
    }
    const auto left = store->outbox().result();
    QVERIFY(left);
    QVERIFY2(left->isEmpty(), qPrintable(left->isEmpty() ? QString() : left->first().lastError));
    QVERIFY(!store->verifyAudit().result()->firstBad);
}

void KillTest::checkEverythingWentOutOnce()
{
    OutFile out = OutFile::read(m_upstream);
    out.checkWhole();
    QCOMPARE(out.problem, QString());
    QHash<QString, int> times;
    static const QRegularExpression word(u"\\b[wt][0-9]+x[0-9]+\\b"_s);
    for (auto found = word.globalMatch(QString::fromUtf8(out.all)); found.hasNext();)
        ++times[found.next().captured()];
    for (auto it = times.cbegin(); it != times.cend(); ++it)
        QVERIFY2(it.value() == 1, qPrintable(it.key() + u" went out more than once"_s));
    for (const auto &[conversation, tag] : m_ledger.sent) {
        if (!m_ledger.maybeUndone.contains(tag))
            QVERIFY2(times.value(tag) == 1, qPrintable(tag + u" never went out"_s));
    }
}

void KillTest::checkTheCacheCanBeMadeAgain()
{
    const auto lines = [](store::Store &store) {
        QMap<QByteArray, int> out;
        qint64 after = 0;
        for (bool last = false; !last;) {
            const auto page = store.exportLines(after, 1000).result();
            if (!page)
                return out;
            for (const store::ExportLine &line : page->lines) {
                ++out[line.line];
                after = line.row;
            }
            last = page->last;
        }
        return out;
    };
    const SystemClock clock;
    auto store = open(clock);
    QVERIFY(store);
    const auto before = lines(*store);
    QCOMPARE(before.size(), m_versions.size() + m_imported);
    store.reset();

    for (const QString &file :
         {m_profile.paths.cacheFile(), m_profile.paths.cacheFile() + u"-wal"_s,
          m_profile.paths.cacheFile() + u"-shm"_s})
        QFile::remove(file);
    store = open(clock);
    QVERIFY(store);
    QVERIFY(store->openReport().cacheIsNew);
    QVERIFY(rebuildFromImports(*store, [](double) { return true; }));
    auto upstream = sync::FolderUpstream::open(m_upstream, m_ana);
    QVERIFY(upstream);
    const sync::RoundReport report = sync::SyncRound(*store, **upstream, clock).run();
    QVERIFY2(!report.error, qPrintable(report.error ? report.error->detail : QString()));
    QCOMPARE(report.rejected, 0);
    QVERIFY(lines(*store) == before);
}

BATON_TEST(KillTest)

} // namespace baton

#include "KillTest.moc"
