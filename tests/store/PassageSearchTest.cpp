#include "KnowledgeFixture.h"

#include "core/base/FunctionWords.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

class PassageSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aTitleWeighsMoreThanAHeadingAndAHeadingMoreThanText()
    {
        Profile desk;
        adds(desk,
             {{.id = u"A"_s, .title = u"Other"_s, .passages = {u"Some: kettle here"_s}},
              {.id = u"B"_s, .title = u"Other"_s, .passages = {u"kettle: Some here"_s}},
              {.id = u"C"_s, .title = u"Other kettle"_s, .passages = {u"Other: Some here"_s}},
              {.id = u"D"_s, .title = u"Other"_s, .passages = {u"Some: nothing here"_s}},
              {.id = u"E"_s, .title = u"Other"_s, .passages = {u"Some: nothing here"_s}},
              {.id = u"F"_s, .title = u"Other"_s, .passages = {u"Some: nothing here"_s}},
              {.id = u"G"_s, .title = u"Other"_s, .passages = {u"Some: nothing here"_s}}});
        QCOMPARE(finds(desk, u"kettle"_s), QStringList({u"C/0"_s, u"B/0"_s, u"A/0"_s}));
    }

    void whoNamesADocumentGetsIt()
    {
        Profile desk;
        const QStringList about(2, u"Guarantee: guarantee guarantee"_s);
        adds(desk,
             {{.id = u"A"_s, .title = u"Guarantee of the guarantee terms"_s, .passages = about},
              {.id = u"B"_s, .title = u"The guarantee"_s, .passages = {u"X: Two years"_s}},
              {.id = u"C"_s, .passages = QStringList(6, u"X: nothing"_s)}});
        QCOMPARE(finds(desk, u"guarantee?"_s), QStringList({u"B/0"_s, u"A/0"_s, u"A/1"_s}));
        QCOMPARE(finds(desk, u"guarantee terms"_s), QStringList({u"A/0"_s, u"A/1"_s, u"B/0"_s}));
    }

    void equalScoresStandByDocumentAndPlace()
    {
        Profile desk;
        adds(desk,
             {{.id = u"KB-9"_s, .passages = {u"A: jar"_s, u"A: jar"_s}},
              {.id = u"KB-10"_s, .passages = {u"A: jar"_s, u"A: jar"_s}},
              {.id = u"a"_s, .passages = {u"A: jar"_s}}});
        const QStringList expected{u"KB-10/0"_s, u"KB-10/1"_s, u"KB-9/0"_s, u"KB-9/1"_s, u"a/0"_s};
        QCOMPARE(finds(desk, u"jar"_s), expected);
        QCOMPARE(finds(desk, asking(u"jar"_s, 3)), expected.first(3));
        QCOMPARE(finds(desk, asking(u"jar"_s, 0)), expected.first(1));
    }

    void scoresComeInSteps()
    {
        Profile desk;
        adds(desk, {{.passages = {u"A: jar of jam"_s, u"B: a long tale of no jar at all"_s}}});
        for (const FoundPassage &hit : value(desk->findPassages(asking(u"jam tale"_s))))
            QCOMPARE(hit.score, std::round(hit.score * 1e6) / 1e6);
    }

    void anyOfTheWordsIsEnoughAndFoldingMatters()
    {
        Profile desk;
        adds(desk,
             {{.id = u"A"_s, .passages = {u"X: Rückgabe möglich"_s}},
              {.id = u"B"_s, .passages = {u"X: la devolución"_s}},
              {.id = u"C"_s, .passages = {u"X: LF-48213 shipped"_s}}});
        QCOMPARE(finds(desk, u"RUCKGABE zeppelin"_s), QStringList({u"A/0"_s}));
        QCOMPARE(finds(desk, u"Devolucion"_s), QStringList({u"B/0"_s}));
        QCOMPARE(finds(desk, u"48213"_s), QStringList({u"C/0"_s}));
        QCOMPARE(finds(desk, u"shipped rückgabe"_s).size(), 2);
    }

    void aWordThatIsStillTypedFindsWhatItMayBecome()
    {
        Profile desk;
        adds(desk,
             {{.id = u"A"_s, .passages = {u"X: Refunds take five days"_s}},
              {.id = u"B"_s, .passages = {u"X: nothing of the kind"_s}}});
        PassageQuery query = asking(u"ref"_s);
        QVERIFY(finds(desk, query).isEmpty());
        query.typing = true;
        QCOMPARE(finds(desk, query), QStringList({u"A/0"_s}));
        query.parts[0].text = u"ref "_s; // an end to the word
        QVERIFY(finds(desk, query).isEmpty());
        query.parts[0].text = u"\" * OR ref"_s;
        QCOMPARE(finds(desk, query), QStringList({u"A/0"_s}));
    }

    void functionWordsFindNothingBesideOthers()
    {
        Profile desk;
        adds(desk,
             {{.id = u"A"_s, .passages = {u"X: what is it and where"_s}},
              {.id = u"B"_s, .passages = {u"X: a jar"_s}}});
        QCOMPARE(finds(desk, u"What is in the jar?"_s), QStringList({u"B/0"_s}));
        QCOMPARE(finds(desk, u"what is it"_s), QStringList({u"A/0"_s}));
        for (const char *word : {"the", "nicht", "para", "fur", "esta"})
            QVERIFY(text::isFunctionWord(word));
        for (const char *word : {"hat", "die", "son", "war", "refund", "kettle", "mal", "sin"})
            QVERIFY(!text::isFunctionWord(word));
    }

    void queriesAreNeverASyntax_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"\"jar", "jar\" OR \"1", "title:jar", "jar*", "^jar", "jar AND",
                                 "NEAR(jar pot, 2)", "jar NOT jar", "{title heading}: jar", "-jar",
                                 "jar + pot", "(jar", "jar\\", "'jar'; --"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("NUL") << u"jar"_s + QChar(0) + u"jar"_s;
        QTest::newRow("half a pair") << u"jar "_s + QChar(0xd83d);
    }
    void queriesAreNeverASyntax()
    {
        QFETCH(QString, text);
        Profile desk;
        adds(desk,
             {{.passages = {u"A: a jar"_s}}, {.id = u"KB-2"_s, .passages = {u"A: nothing"_s}}});
        QCOMPARE(finds(desk, text), QStringList({u"KB-1/0"_s}));
    }

    void nothingIsFoundForNothing()
    {
        Profile desk;
        QVERIFY(finds(desk, u"jar"_s).isEmpty());
        adds(desk, {{}});
        QVERIFY(finds(desk, u""_s).isEmpty());
        QVERIFY(finds(desk, u"?! … \"\""_s).isEmpty());
        QVERIFY(finds(desk, PassageQuery()).isEmpty());
        QCOMPARE(finds(desk, u"label "_s.repeated(100'000)).size(), 1);
    }

    void languagesAndReadersAreFiltered()
    {
        Profile desk;
        adds(desk,
             {{.id = u"A"_s, .language = u"en-GB"_s},
              {.id = u"B"_s, .audience = Audience::Internal, .language = u"EN"_s},
              {.id = u"C"_s, .language = u"de"_s},
              {.id = u"D"_s, .language = u""_s}});
        PassageQuery query = asking(u"label"_s);
        QCOMPARE(finds(desk, query), QStringList({u"A/0"_s, u"B/0"_s, u"C/0"_s, u"D/0"_s}));
        query.language = u"en"_s;
        QCOMPARE(finds(desk, query), QStringList({u"A/0"_s, u"B/0"_s, u"D/0"_s}));
        query.language = u"De-CH"_s;
        QCOMPARE(finds(desk, query), QStringList({u"C/0"_s, u"D/0"_s}));
        query.language = u"en"_s;
        query.audience = Audience::Internal;
        QCOMPARE(finds(desk, query), QStringList({u"B/0"_s}));
        query.audience = Audience::Customer;
        QCOMPARE(finds(desk, query), QStringList({u"A/0"_s, u"D/0"_s}));
    }

    void partsAreScoredApartAndAddedByWeight()
    {
        Profile desk;
        adds(desk,
             {{.id = u"A"_s, .passages = {u"X: jar"_s}},
              {.id = u"B"_s, .passages = {u"X: pot"_s}},
              {.id = u"C"_s, .passages = {u"X: pan"_s}}});
        const auto score = [&](const QList<QueryPart> &parts, const QString &id) {
            PassageQuery query;
            query.parts = parts;
            for (const FoundPassage &hit : value(desk->findPassages(query))) {
                if (hit.passage.document.text() == id)
                    return hit.score;
            }
            return 0.0;
        };
        const double alone = score({{u"jar"_s, 1}}, u"A"_s);
        QVERIFY(alone > 0);
        QVERIFY(qAbs(score({{u"jar"_s, 0.5}}, u"A"_s) - alone / 2) < 2e-6);
        QVERIFY(qAbs(score({{u"jar"_s, 1}, {u"jar pot"_s, 2}}, u"A"_s) - 3 * alone) < 4e-6);
        PassageQuery query;
        query.parts = {{u"jar"_s, 1}, {u"pot"_s, 2}};
        QCOMPARE(finds(desk, query), QStringList({u"B/0"_s, u"A/0"_s}));
    }

    void documentsThatNameTheIntentScoreHigherByTheFactor()
    {
        Profile desk;
        adds(desk,
             {{.id = u"A"_s},
              {.id = u"B"_s, .intents = {u"x"_s, u"return_label"_s}},
              {.id = u"C"_s, .passages = {u"X: nothing"_s, u"Y: more"_s, u"Z: of it"_s}}});
        PassageQuery query = asking(u"label"_s);
        QCOMPARE(finds(desk, query), QStringList({u"A/0"_s, u"B/0"_s}));
        query.intents = {u"return_label"_s};
        const QList<FoundPassage> found = value(desk->findPassages(query));
        QCOMPARE(places(found), QStringList({u"B/0"_s, u"A/0"_s}));
        QVERIFY(qAbs(found.first().score - PassageQuery::intentFactor * found.last().score) < 2e-6);
    }

    /// A search of conversations that is replaced interrupts its connection, which knowledge
    /// shares.
    void typingInTheSearchDoesNotDisturb()
    {
        Profile desk;
        adds(desk, {{}});
        desk.takes({{}});
        QList<QFuture<Result<QList<FoundPassage>>>> asked;
        for (int i = 0; i < 200; ++i) {
            (void)desk->searchRows(u"par%1"_s.arg(i), 10);
            asked.append(desk->findPassages(asking(u"label"_s)));
        }
        for (auto &future : asked)
            QCOMPARE(value(future).size(), 1);
    }
};

BATON_TEST(PassageSearchTest)
#include "PassageSearchTest.moc"
