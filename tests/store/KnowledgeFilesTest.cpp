#include "KnowledgeFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

namespace {

QList<DocumentId> ids(const QStringList &texts)
{
    QList<DocumentId> list;
    for (const QString &text : texts)
        list.append(DocumentId(text));
    return list;
}

} // namespace

/// Documents without a version of their own, and where documents come from.
class KnowledgeFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aDocumentWithoutAVersionBecomesTheNext()
    {
        Profile desk;
        const Written first{.version = 0, .passages = {u"A: first"_s}};
        const Written second{.version = 0, .passages = {u"A: second"_s}};
        QCOMPARE(counts(adds(desk, {first})), u"1 0 0 0"_s);
        QCOMPARE(counts(adds(desk, {first})), u"0 0 1 0"_s);
        QCOMPARE(counts(adds(desk, {second})), u"0 1 0 0"_s);
        QCOMPARE(counts(adds(desk, {first})), u"0 1 0 0"_s); // it was changed back
        QCOMPARE(value(desk->documents()).first().document.version, 3);
        const Passage opened = value(desk->passages(DocumentId(u"KB-1"_s), 2, u"A"_s)).first();
        QCOMPARE(opened.text, u"second"_s);
        QCOMPARE(opened.version, 2);
        QCOMPARE(value(desk->findPassages(asking(u"first"_s))).first().passage.version, 3);
        adds(desk, {{.version = 7, .passages = {u"A: seventh"_s}}});
        QCOMPARE(counts(adds(desk, {second})), u"0 1 0 0"_s);
        QCOMPARE(value(desk->documents()).first().document.version, 8);
    }

    void aRetiredDocumentComesBackAsTheNextVersionOrStaysRetired()
    {
        Profile desk;
        const Written without{.version = 0};
        const Written with{.id = u"KB-2"_s, .version = 4};
        QVERIFY(adds(desk, {without, with}).retired.isEmpty());
        done(desk->retireDocument(DocumentId(u"KB-1"_s)));
        done(desk->retireDocument(DocumentId(u"KB-2"_s)));
        const DocumentsReport report = adds(desk, {without, with});
        QCOMPARE(counts(report), u"0 1 1 0"_s);
        QCOMPARE(report.retired, QList<qsizetype>({1}));
        QCOMPARE(value(desk->currentDocuments()).size(), 1);
        QCOMPARE(value(desk->documents()).first().document.version, 2);
    }

    void aDocumentComesFromTheFileThatItWasLastReadFrom()
    {
        Profile desk;
        QVERIFY(value(desk->knowledgeFiles()).isEmpty());
        const QByteArray hash(64, 'a');
        const KnowledgeFile a{u"/kb/a.md"_s, hash, ids({u"A"_s}), {}};
        const KnowledgeFile list{u"/kb/list.jsonl"_s, {}, ids({u"B"_s, u"C"_s}), ids({u"D"_s})};
        done(desk->saveKnowledgeFiles({list, a}));
        QCOMPARE(value(desk->knowledgeFiles()), QList<KnowledgeFile>({a, list}));
        const KnowledgeFile moved{u"/kb/sub/a.md"_s, hash, ids({u"A"_s, u"C"_s}), {}};
        done(desk->saveKnowledgeFiles({moved}));
        desk.close();
        desk.open();
        KnowledgeFile rest = list;
        rest.documents = ids({u"B"_s});
        QCOMPARE(value(desk->knowledgeFiles()), QList<KnowledgeFile>({rest, moved}));
        done(desk->saveKnowledgeFiles({{rest.path, hash, {}, {}}}));
        QCOMPARE(value(desk->knowledgeFiles()), QList<KnowledgeFile>({moved}));
    }
};

BATON_TEST(KnowledgeFilesTest)
#include "KnowledgeFilesTest.moc"
