#include "core/desk/AuditBoard.h"

#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;
using namespace baton;

class AuditBoardTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::DeskFixture> m_fixture;

    AuditBoard &board() const { return m_fixture->desk->auditBoard(); }
    const AuditSnapshot &now() const { return board().snapshot(); }
    void act(ActKind kind, const QString &conversation, const QString &agent, int times)
    {
        // Who sits at the desk is on record.
        m_fixture->ines.id = AgentId(agent);
        m_fixture->reopenStore();
        QList<store::NewAct> acts;
        for (int i = 0; i < times; ++i) {
            Act one;
            one.conversation = ConversationId(conversation);
            one.kind = kind;
            one.text = u"words of somebody"_s;
            one.agent = {agent, agent};
            one.at = m_fixture->clock.now();
            acts += {one, one.at};
        }
        QVERIFY(m_fixture->store->record(acts).result());
    }
    void look(const AuditFilter &filter)
    {
        board().setFilter(filter);
        QTRY_VERIFY(!now().reading);
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<test::DeskFixture>();
        m_fixture->arrive({m_fixture->conversation(u"c1"_s, u"Where is it?"_s),
                           m_fixture->conversation(u"c2"_s, u"And mine?"_s)});
        act(ActKind::Note, u"c1"_s, u"ines"_s, 700);
        act(ActKind::Claim, u"c2"_s, u"imke"_s, 3);
        m_fixture->ines.id = AgentId(u"ines"_s);
        m_fixture->reopenStore();
        m_fixture->makeDesk();
    }

    void pagesFollowEachOtherWithoutAGap()
    {
        look({});
        QCOMPARE(now().rows.size(), 500);
        QVERIFY(!now().complete);
        board().readMore();
        board().readMore(); // one at a time
        QTRY_VERIFY(now().complete);
        QTRY_COMPARE(now().names.entries, now().rows.size());
        for (qsizetype i = 0; i < now().rows.size(); ++i)
            QCOMPARE(now().rows[i].seq, now().rows.size() - i);
        QCOMPARE(now().names.actors, (QList<QString>{u"imke"_s, u"ines"_s}));
        QVERIFY(now().names.kinds.contains(u"note"_s));
        board().readMore(); // there are none
        QVERIFY(!now().reading);
    }

    void filtersNarrow()
    {
        look({u"imke"_s, {}, {}});
        QCOMPARE(now().rows.size(), 3);
        look({{}, u"claim"_s, u"C2"_s});
        QCOMPARE(now().rows.size(), 3);
        look({u"ines"_s, u"claim"_s, {}});
        QVERIFY(now().rows.isEmpty());
        QVERIFY(now().complete);
    }

    void theNewestFilterWins()
    {
        board().setFilter({u"ines"_s, {}, {}});
        board().setFilter({u"imke"_s, {}, {}});
        QTRY_VERIFY(!now().reading);
        for (const AuditRow &row : now().rows)
            QCOMPARE(row.actor, u"imke"_s);
        QCOMPARE(now().rows.size(), 3);
    }

    void theChainIsVerified()
    {
        QVERIFY(!now().intact);
        board().verify();
        QVERIFY(now().verifying);
        QTRY_VERIFY(!now().verifying);
        QCOMPARE(now().intact, true);
        QVERIFY(now().verified >= 703);
    }

    void allThatFitsIsWrittenOut()
    {
        look({u"ines"_s, {}, {}});
        QSignalSpy written(&board(), &AuditBoard::written);
        const QString path = m_fixture->folder.filePath(u"log.jsonl"_s);
        board().writeTo(path);
        QCOMPARE(test::first<qint64>(written, 1), 700);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QVERIFY(!all.contains("words of somebody"));
        const QList<QByteArray> lines = all.trimmed().split('\n');
        QCOMPARE(lines.size(), 700);
        const QJsonObject first = QJsonDocument::fromJson(lines.first()).object();
        QCOMPARE(first[u"actor"_s].toString(), u"ines"_s);
        QCOMPARE(first[u"kind"_s].toString(), u"note"_s);
        QCOMPARE(first[u"hash"_s].toString().size(), 64);
    }

    void whereNothingCanBeWrittenIsSaid()
    {
        look({});
        QSignalSpy failed(&board(), &AuditBoard::failed);
        const QString path = m_fixture->folder.filePath(u"nowhere/log.jsonl"_s);
        board().writeTo(path);
        const Error error = test::first<Error>(failed);
        QCOMPARE(error.code, ErrorCode::Io);
        QCOMPARE(error.subject, path);
    }
};

BATON_TEST(AuditBoardTest)
#include "AuditBoardTest.moc"
