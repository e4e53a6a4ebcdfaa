#include "KnowledgeFixture.h"
#include "tests/support/TestProgram.h"

#include <SQLiteCpp/Database.h>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

class KnowledgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theSameVersionOfTheSameFileChangesNothing()
    {
        Profile desk;
        QCOMPARE(counts(adds(desk, {{}})), u"1 0 0 0"_s);
        QCOMPARE(counts(adds(desk, {{}})), u"0 0 1 0"_s);
        QCOMPARE(value(desk->documents()).size(), 1);
        QCOMPARE(finds(desk, u"label"_s), QStringList({u"KB-1/0"_s}));
    }

    void aKnownVersionIsNeverReplaced()
    {
        Profile desk;
        adds(desk, {{}});
        Written other;
        other.passages = {u"How to return: Bring it to a shop."_s};
        Written second{.id = u"KB-2"_s};
        const DocumentsReport report = adds(desk, {other, second});
        QCOMPARE(counts(report), u"1 0 0 1"_s);
        QCOMPARE(report.refused.first().index, 0);
        QCOMPARE(report.refused.first().error.code, ErrorCode::Conflict);
        QCOMPARE(report.refused.first().error.subject, u"KB-1 version 1"_s);
        QVERIFY(report.refused.first().error.detail.startsWith(u"version-conflict"_s));
        QVERIFY(finds(desk, u"shop"_s).isEmpty());
        QCOMPARE(finds(desk, u"label"_s), QStringList({u"KB-1/0"_s, u"KB-2/0"_s}));
    }

    void aHigherVersionIsFoundAndALowerOneIsHistory()
    {
        Profile desk;
        adds(desk, {{.version = 2, .passages = {u"A: second"_s, u"B: more"_s}}});
        QCOMPARE(counts(adds(desk, {{.version = 3, .passages = {u"A: third"_s}}})), u"0 1 0 0"_s);
        QCOMPARE(counts(adds(desk, {{.version = 1, .passages = {u"A: first"_s}}})), u"1 0 0 0"_s);
        QVERIFY(finds(desk, u"first second more"_s).isEmpty());
        QCOMPARE(finds(desk, u"third"_s), QStringList({u"KB-1/0"_s}));
        QCOMPARE(value(desk->documents()).first().document.version, 3);
        QCOMPARE(value(desk->documents()).first().passages, 1);
        for (const auto &[version, text] :
             {std::pair{1, u"first"_s}, std::pair{2, u"second"_s}, std::pair{3, u"third"_s}})
            QCOMPARE(value(desk->passages(DocumentId(u"KB-1"_s), version, u"A"_s)).first().text,
                     text);
    }

    void whatADocumentSaysOfItselfIsKept()
    {
        Profile desk;
        const Written written{.audience = Audience::Internal,
                              .language = u"de-AT"_s,
                              .intents = {u"return_how_to"_s, u"exchange_size"_s}};
        adds(desk, {written});
        Document expected = written.document();
        expected.passages.clear();
        QVERIFY(value(desk->documents()).first().document == expected);
        const FoundPassage hit = value(desk->findPassages(asking(u"label"_s))).first();
        QVERIFY(hit.passage == written.document().passages.first());
        QCOMPARE(hit.audience, Audience::Internal);
        QVERIFY(hit.score > 0);
    }

    void aRetiredDocumentIsFoundNoMoreButStillOpens()
    {
        Profile desk;
        adds(desk, {{}, {.id = u"KB-2"_s}});
        done(desk->retireDocument(DocumentId(u"KB-1"_s)));
        done(desk->retireDocument(DocumentId(u"KB-1"_s)));
        QCOMPARE(finds(desk, u"label"_s), QStringList({u"KB-2/0"_s}));
        QVERIFY(value(desk->documents()).first().retired);
        QCOMPARE(counts(adds(desk, {{}})), u"0 0 1 0"_s);
        desk.reopen();
        QCOMPARE(finds(desk, u"label"_s), QStringList({u"KB-2/0"_s}));
        QCOMPARE(value(desk->passages(DocumentId(u"KB-1"_s), 1, u"How to return"_s)).size(), 1);
        adds(desk, {{.version = 2}});
        QCOMPARE(finds(desk, u"label"_s), QStringList({u"KB-1/0"_s, u"KB-2/0"_s}));
        QVERIFY(!value(desk->documents()).first().retired);
        QCOMPARE(get(desk->retireDocument(DocumentId(u"KB-9"_s))).error().code,
                 ErrorCode::NotFound);
    }

    void aPassageOpensAsItWas()
    {
        Profile desk;
        adds(desk, {{.passages = {u"A: one"_s, u"B: two"_s, u"A: three"_s}}});
        const DocumentId id(u"KB-1"_s);
        const QList<Passage> passages = value(desk->passages(id, 1, u"A"_s));
        QCOMPARE(passages.size(), 2);
        QVERIFY(passages.first() == (Passage{id, 1, u"Returns"_s, u"A"_s, 0, u"one"_s}));
        QCOMPARE(passages.last().place, 2);
        QCOMPARE(get(desk->passages(id, 1, u"a"_s)).error().code, ErrorCode::NotFound);
        QCOMPARE(get(desk->passages(id, 2, u"A"_s)).error().code, ErrorCode::NotFound);
    }

    void aLostCacheIsMadeAgainFromTheDocuments()
    {
        Profile desk;
        adds(desk, {{}, {.id = u"KB-2"_s}, {.id = u"KB-3"_s}});
        done(desk->retireDocument(DocumentId(u"KB-2"_s)));
        const QList<FoundPassage> before = value(desk->findPassages(asking(u"return label"_s)));
        desk.close();
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(desk.paths().cacheFile() + suffix);
        desk.open();
        QCOMPARE(before.size(), 2);
        QVERIFY(value(desk->findPassages(asking(u"return label"_s))) == before);
    }

    void aCacheOfAnotherDeskForgetsItsPassages()
    {
        Profile one;
        Profile other;
        adds(one, {{}, {.id = u"KB-2"_s}});
        adds(other, {{.id = u"KB-9"_s}, {.id = u"KB-10"_s}, {.id = u"KB-11"_s}});
        one.close();
        other.close();
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(one.paths().deskFile() + suffix);
        QVERIFY(QFile::copy(other.paths().deskFile(), one.paths().deskFile()));
        one.open();
        QCOMPARE(finds(one, u"label"_s), QStringList({u"KB-10/0"_s, u"KB-11/0"_s, u"KB-9/0"_s}));
    }

    void documentsWrittenBehindTheCacheAreFollowedAtOpen()
    {
        Profile desk;
        adds(desk, {{}});
        desk.close();
        SQLite::Database database(desk.paths().deskFile().toStdString(), SQLite::OPEN_READWRITE);
        database.exec("INSERT INTO knowledge SELECT 2, 'KB-2', version, sha256, title, kind, "
                      "audience, language, changed, review, intents, passages, author, at, body "
                      "FROM knowledge");
        desk.open();
        QCOMPARE(finds(desk, u"label"_s), QStringList({u"KB-1/0"_s, u"KB-2/0"_s}));
    }

    void rowsAreNeitherAlteredNorRemoved()
    {
        Profile desk;
        adds(desk, {{}});
        done(desk->retireDocument(DocumentId(u"KB-1"_s)));
        desk.close();
        SQLite::Database database(desk.paths().deskFile().toStdString(), SQLite::OPEN_READWRITE);
        for (const char *sql :
             {"UPDATE knowledge SET title = 'x'", "DELETE FROM knowledge",
              "UPDATE knowledge_retired SET version = 2", "DELETE FROM knowledge_retired"})
            QVERIFY_THROWS_EXCEPTION(SQLite::Exception, database.exec(sql));
    }

    void whatWasAddedIsInTheAuditLog()
    {
        Profile desk;
        const qint64 before = value(desk->verifyAudit()).entries;
        adds(desk, {{}, {.id = u"KB-2"_s}});
        adds(desk, {{}});
        done(desk->retireDocument(DocumentId(u"KB-2"_s)));
        const AuditReport report = value(desk->verifyAudit());
        QCOMPARE(report.entries, before + 3);
        QVERIFY(!report.firstBad && report.problem.isEmpty());
    }

    void whatIsNoDocumentIsRefused()
    {
        Profile desk;
        Document nameless = Written().document();
        nameless.id = DocumentId();
        Document unborn = Written().document();
        unborn.version = -1;
        Document unhashed = Written().document();
        unhashed.sha256.clear();
        const auto report = value(desk->addDocuments({nameless, unborn, unhashed}));
        QCOMPARE(counts(report), u"0 0 0 3"_s);
        QVERIFY(value(desk->documents()).isEmpty());
    }

    void manyDocumentsLeaveRoomForOtherWrites()
    {
        Profile desk;
        QList<Document> documents;
        for (int i = 0; i < 400; ++i) {
            Written written{.id = u"KB-%1"_s.arg(i)};
            for (int p = 0; p < 5; ++p)
                written.passages.append(u"Part %1: "_s.arg(p)
                                        + u"some words of text "_s.repeated(40));
            documents.append(written.document());
        }
        auto adding = desk->addDocuments(documents);
        desk.types(u"typed meanwhile"_s);
        QVERIFY(!adding.isFinished());
        QCOMPARE(value(adding).added, 400);
        QCOMPARE(finds(desk, u"label"_s).size(), 100);
    }

    void aBulkLoadUnderWayIsNoObstacle()
    {
        Profile desk;
        done(desk->beginBulk());
        desk.takes({{}}, Origin::Archive);
        QCOMPARE(counts(adds(desk, {{}})), u"1 0 0 0"_s);
        desk.takes({{.id = u"c2"_s}}, Origin::Archive);
        done(desk->finishBulk());
        QCOMPARE(finds(desk, u"label"_s), QStringList({u"KB-1/0"_s}));
        QCOMPARE(desk.found(u"parcel"_s), QStringList({u"c2"_s, u"c1"_s}));
    }

    void whatADocumentWasReadFromIsKept()
    {
        Profile desk;
        const QByteArray hash = Written().document().sha256;
        QVERIFY(value(desk->documentSource(hash)).isNull());
        done(desk->saveDocumentSources({{hash, "# One"}}));
        done(desk->saveDocumentSources({{hash, "# Two"}})); // a hash names one text
        desk.reopen();
        QCOMPARE(value(desk->documentSource(hash)), "# One"_ba);
    }

    void theArchiveTellsWhatCustomersAskedFor()
    {
        Profile desk;
        desk.takes({{.id = u"open"_s, .subject = u"a lamp"_s},
                    {.id = u"one"_s, .state = u"closed"_s, .subject = u"a chair"_s},
                    {.id = u"two"_s, .state = u"closed"_s, .subject = u"a chair"_s},
                    {.id = u"three"_s, .state = u"closed"_s, .subject = u"a desk"_s}});
        QCOMPARE(value(desk->closedNeeds(10)), QStringList({u"a desk"_s, u"a chair"_s}));
        QCOMPARE(value(desk->closedNeeds(1)), QStringList({u"a desk"_s}));
    }

    void theSeedIsKept()
    {
        Profile desk;
        QVERIFY(value(desk->knowledgeSeed()).isEmpty());
        done(desk->saveKnowledgeSeed("one"));
        done(desk->saveKnowledgeSeed("two"));
        desk.reopen();
        QCOMPARE(value(desk->knowledgeSeed()), "two"_ba);
    }

    void aReadOnlyStoreFindsAndRefusesToAdd()
    {
        Profile desk;
        adds(desk, {{}});
        auto reader = desk.tryOpen(Access::ReadOnly);
        QVERIFY(reader);
        QCOMPARE(places(value((*reader)->findPassages(asking(u"label"_s)))),
                 QStringList({u"KB-1/0"_s}));
        QCOMPARE(get((*reader)->addDocuments({})).error().code, ErrorCode::InvalidArgument);
    }
};

BATON_TEST(KnowledgeTest)
#include "KnowledgeTest.moc"
