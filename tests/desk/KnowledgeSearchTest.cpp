#include "core/desk/KnowledgeSearch.h"
#include "core/store/Store.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;

namespace {

Document document(const QString &id, const QString &title, const QStringList &passages)
{
    Document made;
    made.id = DocumentId(id);
    made.version = 1;
    made.title = title;
    made.sha256
        = QCryptographicHash::hash((id + passages.join(u'\n')).toUtf8(), QCryptographicHash::Sha256)
              .toHex();
    for (const QString &passage : passages)
        made.passages.append({made.id, 1, title, passage.section(u':', 0, 0),
                              int(made.passages.size()), passage.section(u':', 1).trimmed()});
    return made;
}

PassageQuery asks(const QString &text)
{
    PassageQuery query;
    query.parts = {{text, 1}};
    return query;
}

Citation cited(const QString &conversation, const QString &document, CitationKind kind)
{
    return {ConversationId(conversation),
            {DocumentId(document), 1, {}},
            kind,
            u"my thingummy"_s,
            {},
            {},
            {},
            {}};
}

} // namespace

class KnowledgeSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const store::Rules rules{
            [](const Conversation &c, const QList<OutboxEntry> &) { return c; },
            [](const Conversation &c, const auto &) {
                return Placement{{}, {.id = c.id.text()}, c.queue};
            },
            {AgentId(u"imke"_s), u"Imke"_s, Role::Agent}};
        auto opened
            = store::Store::open({m_folder->filePath(u"data"_s), m_folder->filePath(u"s"_s)},
                                 store::Access::ReadWrite, rules, m_clock);
        QVERIFY(opened);
        m_store = std::move(opened).value();
        Document lamp
            = document(u"lamp"_s, u"Guarantee"_s,
                       {u"Term: Two years on all we sell."_s, u"Lamps: A lamp is mended."_s});
        lamp.audience = Audience::Customer;
        lamp.intents = {u"broken"_s};
        const auto report
            = m_store
                  ->addDocuments({document(u"refund"_s, u"Refunds"_s,
                                           {u"Way: Money goes back to the card."_s,
                                            u"Time: A refund takes five days."_s}),
                                  lamp, document(u"leer"_s, u"Lieferung"_s, {u"Tage: Montags."_s})})
                  .result();
        QVERIFY(report);
        QCOMPARE(report->added, 3);
    }
    void cleanup() { m_store.reset(); }

    void passagesStandByTheirDocumentsAndTheirOwnWords()
    {
        KnowledgeSearch search(*m_store);
        const QStringList found = places(search, asks(u"when was I refunded"_s));
        QCOMPARE(found.first(2), QStringList({u"refund/Time"_s, u"refund/Way"_s}));
        PassageQuery one = asks(u"refund"_s);
        one.limit = 1;
        QCOMPARE(places(search, one), QStringList{u"refund/Time"_s});
        QCOMPARE(places(search, asks({})), QStringList());
    }

    void onlyWhatIsWantedIsRanked()
    {
        KnowledgeSearch search(*m_store);
        PassageQuery query = asks(u"refund"_s);
        query.audience = Audience::Customer;
        QCOMPARE(ranked(search, query), QStringList{u"lamp"_s});
        QCOMPARE(ranked(search, asks(u"refund"_s),
                        [](const Document &one) { return one.title == u"Lieferung"; }),
                 QStringList{u"leer"_s});
    }

    void anIntentFavoursItsDocuments()
    {
        KnowledgeSearch search(*m_store);
        PassageQuery query = asks(u"money on my card, for a lamp"_s);
        QCOMPARE(ranked(search, query).first(), u"refund"_s);
        query.intents = {u"broken"_s};
        QCOMPARE(ranked(search, query).first(), u"lamp"_s);
    }

    void citationsAreLearntUntilTheyAreDisputed()
    {
        m_store->addCitations({cited(u"k1"_s, u"leer"_s, CitationKind::Cited)}).waitForFinished();
        KnowledgeSearch search(*m_store);
        QVERIFY(search.learn(lessons()).result());
        QCOMPARE(ranked(search, asks(u"the thingummy"_s)).first(), u"leer"_s);

        m_store->addCitations({cited(u"k1"_s, u"leer"_s, CitationKind::Disputed)})
            .waitForFinished();
        QVERIFY(lessons().citations.isEmpty());
        QVERIFY(search.learn(lessons()).result());
        const auto scores = search.rank(asks(u"thingummy"_s)).result();
        QVERIFY(scores && scores->first().score == 0);
        QCOMPARE(m_store->citationsOf(DocumentId(u"leer"_s), 10).result()->size(), 2);
        QCOMPARE(m_store->citations(1).result()->first().kind, CitationKind::Disputed);
    }

    void anAnswerThatRestsOnTwoPassagesIsOneLesson()
    {
        const QList<Citation> twice(2, cited(u"k1"_s, u"refund"_s, CitationKind::Cited));
        QCOMPARE(lessonsOf(twice).citations.size(), 1);
        QCOMPARE(lessonsOf({cited(u"k1"_s, u"refund"_s, CitationKind::Disputed),
                            cited(u"k2"_s, u"refund"_s, CitationKind::Cited)})
                     .citations.size(),
                 1);
    }

    void whatIsRetiredIsForgotten()
    {
        KnowledgeSearch search(*m_store);
        QCOMPARE(ranked(search, asks(u"refund"_s)).first(), u"refund"_s);
        m_store->retireDocument(DocumentId(u"refund"_s)).waitForFinished();
        QVERIFY(!places(search, asks(u"refund"_s)).contains(u"refund/Time"_s)); // at once
        QVERIFY(search.learn({}).result());
        QVERIFY(!ranked(search, asks(u"refund"_s)).contains(u"refund"_s));
    }

private:
    KnowledgeLessons lessons() { return lessonsOf(*m_store->citations(10).result()); }
    static QStringList ranked(KnowledgeSearch &search, const PassageQuery &query,
                              const KnowledgeSearch::Wanted &wanted = {})
    {
        const auto documents = search.rank(query, wanted).result();
        QStringList ids;
        if (documents)
            for (const RankedDocument &one : *documents)
                ids.append(one.id.text());
        return ids;
    }
    static QStringList places(KnowledgeSearch &search, const PassageQuery &query)
    {
        const auto passages = search.find(query).result();
        QStringList places;
        if (passages)
            for (const FoundPassage &one : *passages)
                places.append(one.passage.document.text() + u'/' + one.passage.heading);
        return places;
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Store> m_store;
};

BATON_TEST(KnowledgeSearchTest)
#include "KnowledgeSearchTest.moc"
