#include "SameProfile.h"

#include "core/desk/Knowledge.h"
#include "core/knowledge/Bundled.h"
#include "core/knowledge/Query.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

namespace {

QString corpus()
{
    return QStringLiteral(BATON_SOURCE_DIR "/resources/knowledge");
}

template <class T>
T get(QFuture<Result<T>> future)
{
    future.waitForFinished();
    Result<T> result = future.takeResult();
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return *std::move(result);
}

PassageQuery asking(const QString &text)
{
    PassageQuery query;
    query.parts = {{text, 1}};
    return query;
}

} // namespace

class KnowledgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("USER", "imke"); }

    void addsAFolderOnceAndFindsWhatItSays()
    {
        const Desk desk;
        const int count = int(QDir(corpus()).entryList({u"*.md"_s}).size());
        const Ran first = desk.run({u"knowledge"_s, u"add"_s, corpus(), u"--json"_s});
        QVERIFY2(first.exit == 0, first.err);
        QVERIFY2(first.err.isEmpty(), first.err);
        QCOMPARE(first.json(), {totals(count, count, 0, 0, 0)});
        const Ran second = desk.run({u"knowledge"_s, u"add"_s, corpus(), u"--json"_s});
        QCOMPARE(second.exit, 0);
        QCOMPARE(second.json(), {totals(count, 0, 0, count, 0)});

        const Ran list = desk.run({u"knowledge"_s, u"list"_s, u"--json"_s});
        QCOMPARE(list.json().size(), count);
        QCOMPARE(list.json().first().at("document"), "KB-101");
        QCOMPARE(list.json().first().at("retired"), false);
        QCOMPARE(desk.run({u"knowledge"_s, u"list"_s, u"--limit"_s, u"3"_s}).lines().size(), 3);

        const Ran found = desk.run({u"knowledge"_s, u"search"_s, u"When does"_s, u"SEPA"_s,
                                    u"refund arrive?"_s, u"--limit"_s, u"5"_s, u"--json"_s});
        QVERIFY2(found.exit == 0, found.err);
        QCOMPARE(found.json().size(), 5);
        double before = 1e9;
        for (const nlohmann::json &hit : found.json()) {
            QCOMPARE(hit.size(), size_t(6));
            for (const char *key : {"document", "title", "heading", "text"})
                QVERIFY(hit.at(key).is_string());
            QVERIFY(hit.at("version").get<int>() >= 1);
            QVERIFY(hit.at("score").get<double>() <= before);
            before = hit.at("score").get<double>();
        }
        QVERIFY(found.out.contains("SEPA"));
    }

    void filtersByReadersAndLanguage()
    {
        const Desk desk;
        const QByteArray text
            = "---\nid: %1\naudience: %2\nlanguage: %3\n---\nThe jar is cracked.\n";
        desk.write(
            u"a.md"_s,
            QByteArray(text).replace("%1", "A").replace("%2", "customer").replace("%3", "en"));
        desk.write(
            u"b.md"_s,
            QByteArray(text).replace("%1", "B").replace("%2", "internal").replace("%3", "de"));
        QCOMPARE(
            desk.run({u"knowledge"_s, u"add"_s, desk.path(u"a.md"_s), desk.path(u"b.md"_s)}).out,
            "2 read: 2 added, 0 updated, 0 unchanged, 0 rejected\n"_ba);
        const auto ids = [&](const QString &what, const QStringList &options) {
            QByteArray all;
            for (const auto &line :
                 desk.run(QStringList{u"knowledge"_s, what} + options + QStringList{u"--json"_s})
                     .json())
                all += QByteArray::fromStdString(line.at("document").get<std::string>());
            return all;
        };
        QCOMPARE(ids(u"search"_s, {u"jar"_s}), "AB"_ba);
        QCOMPARE(ids(u"search"_s, {u"jar"_s, u"--audience"_s, u"customer"_s}), "A"_ba);
        QCOMPARE(ids(u"search"_s, {u"jar"_s, u"--language"_s, u"de-AT"_s}), "B"_ba);
        QCOMPARE(ids(u"list"_s, {u"--audience"_s, u"internal"_s}), "B"_ba);
        QCOMPARE(ids(u"list"_s, {u"--language=en"_s}), "A"_ba);
        QCOMPARE(desk.run({u"knowledge"_s, u"search"_s, u"zeppelin"_s}).out, "Nothing found.\n"_ba);
        QVERIFY(
            desk.run({u"knowledge"_s, u"search"_s, u"jar"_s}).out.contains("The jar is cracked."));
    }

    void aBadFileCostsOnlyItselfAndIsNamed()
    {
        const Desk desk;
        QVERIFY(QDir().mkpath(desk.path(u"kb/deep/er"_s)));
        desk.write(u"kb/good.txt"_s, "Opening hours\n\nOn weekdays.\n");
        desk.write(u"kb/deep/bad.md"_s, "---\nversion: none\n---\nText.\n");
        desk.write(u"kb/deep/er/odd.md"_s, "caf\xe9\n");
        desk.write(u"kb/picture.png"_s, "no text");
        const Ran ran = desk.run({u"knowledge"_s, u"add"_s, desk.path(u"kb"_s), u"--json"_s});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.json(), {totals(3, 1, 0, 0, 2)});
        const QList<QByteArray> complaints = ran.err.trimmed().split('\n');
        QCOMPARE(complaints.size(), 2);
        QVERIFY2(complaints[0].startsWith(desk.path(u"kb/deep/bad.md"_s).toUtf8()
                                          + ":2: version: expected"),
                 complaints[0]);
        QVERIFY2(complaints[1].startsWith(desk.path(u"kb/deep/er/odd.md"_s).toUtf8()
                                          + ":1: this is not UTF-8"),
                 complaints[1]);
    }

    void aVersionThatAFileGivesItselfIsNeverReplaced()
    {
        const Desk desk;
        const auto add = [&](const QByteArray &text) {
            const QString file = desk.write(u"jar.md"_s, text);
            return desk.run({u"knowledge"_s, u"add"_s, file, u"--json"_s});
        };
        QCOMPARE(add("---\nversion: 1\n---\n# Jars\nMarmalade.\n").json(), {totals(1, 1, 0, 0, 0)});
        const Ran conflict = add("---\nversion: 1\n---\n# Jars\nHoney.\n");
        QCOMPARE(conflict.exit, 1);
        QCOMPARE(conflict.json(), {totals(1, 0, 0, 0, 1)});
        QVERIFY2(conflict.err.startsWith(desk.path(u"jar.md"_s).toUtf8()
                                         + ": jar version 1: version-conflict"),
                 conflict.err);
        QCOMPARE(add("---\nversion: 2\n---\n# Jars\nHoney.\n").json(), {totals(1, 0, 1, 0, 0)});
        QVERIFY(desk.run({u"knowledge"_s, u"search"_s, u"marmalade"_s, u"--json"_s}).out.isEmpty());
        QCOMPARE(desk.run({u"knowledge"_s, u"search"_s, u"honey"_s, u"--json"_s}).json().size(), 1);
    }

    void whatContradictsItselfIsListedAndWhatIsOverdue()
    {
        const Desk desk;
        const QString a = desk.write(u"a.md"_s,
                                     "---\nid: A\nlanguage: en\nreview: 2099-01-01\n---\n"
                                     "# Jars\n\nA broken jar is refunded within 14 days.\n");
        QCOMPARE(desk.run({u"knowledge"_s, u"add"_s, a}).exit, 0);
        const Ran clean = desk.run({u"knowledge"_s, u"check"_s});
        QCOMPARE(clean.exit, 0);
        QVERIFY(clean.out.startsWith("No contradictions"));
        const QString b = desk.write(u"b.md"_s,
                                     "---\nid: B\nversion: 3\nreview: 2020-01-31\n---\n"
                                     "## Refunds\n\nBroken jars: refund within 30 days.\n");
        QCOMPARE(desk.run({u"knowledge"_s, u"add"_s, b}).exit, 0);
        const Ran ran = desk.run({u"knowledge"_s, u"check"_s, u"--json"_s});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.json().size(), 2);
        const nlohmann::json one = ran.json().first();
        QCOMPARE(one.at("check"), "contradiction");
        QCOMPARE(one.at("kind"), "duration");
        QCOMPARE(one.at("first"),
                 nlohmann::json({{"document", "A"},
                                 {"version", 1},
                                 {"title", "Jars"},
                                 {"heading", "Jars"},
                                 {"sentence", "A broken jar is refunded within 14 days."},
                                 {"figure", "14 days"}}));
        QCOMPARE(one.at("second").at("figure"), "30 days");
        QCOMPARE(one.at("second").at("version"), 3);
        QCOMPARE(ran.json().last().at("check"), "overdue");
        QCOMPARE(ran.json().last().at("review"), "2020-01-31");
        const Ran told = desk.run({u"knowledge"_s, u"check"_s});
        QVERIFY2(told.out.startsWith("14 days or 30 days?  A version 1, Jars: “A broken"),
                 told.out);
        QVERIFY2(told.out.contains("Review was due on 2020-01-31:  B version 3"), told.out);
    }

    void anAbsentPathEndsWith3AndAddsNothing()
    {
        const Desk desk;
        const Ran ran = desk.run({u"knowledge"_s, u"add"_s, corpus(), desk.path(u"absent"_s)});
        QCOMPARE(ran.exit, 3);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(ran.err.contains("absent is not there"), ran.err);
        QVERIFY(!QFile::exists(desk.dataDir()));
        const Ran search = desk.run({u"knowledge"_s, u"search"_s, u"jar"_s});
        QCOMPARE(search.exit, 3);
        QVERIFY2(search.err.startsWith("batonctl: Nothing is stored in "), search.err);
    }

    void theBundledDocumentsComeIntoAnEmptyStoreOnce()
    {
        const Desk desk;
        {
            const auto store = openHere(desk);
            const auto first = addBundledKnowledge(*store, knowledge::bundledDocuments());
            QVERIFY(first && first->refused.isEmpty());
            QCOMPARE(first->added, int(knowledge::bundledDocuments().size()));
            const auto second = addBundledKnowledge(*store, knowledge::bundledDocuments());
            QVERIFY(second && second->added + second->unchanged == 0);
            QVERIFY(store->saveKnowledgeSeed("of an older program").result());
            const auto third = addBundledKnowledge(*store, knowledge::bundledDocuments());
            QVERIFY(third && third->unchanged == first->added);
        }
        const Desk own;
        const QString file = own.write(u"own.md"_s, "Our own knowledge.\n");
        QCOMPARE(own.run({u"knowledge"_s, u"add"_s, file}).exit, 0);
        const auto store = openHere(own);
        const auto report = addBundledKnowledge(*store, knowledge::bundledDocuments());
        QVERIFY(report && report->added == 0);
        QCOMPARE(get(store->documents()).size(), 1);
    }

    /// Titles of the bundled documents find them; and a query is quick.
    void aTitleFindsItsDocumentFirst()
    {
        const Desk desk;
        const auto store = openHere(desk);
        QVERIFY(addBundledKnowledge(*store, knowledge::bundledDocuments()));
        const QList<Document> documents = knowledge::bundledDocuments();
        QElapsedTimer timer;
        timer.start();
        for (const Document &document : documents) {
            const auto found = get(store->findPassages(asking(document.title)));
            QVERIFY2(!found.isEmpty() && found.first().passage.document == document.id,
                     qPrintable(document.id.text() + u' ' + document.title));
        }
        qInfo("%.2f ms a query by title",
              double(timer.nsecsElapsed()) / 1e6 / double(documents.size()));
    }

    /// What a playbook cites for an intent stands among the first hits of the conversations that
    /// were written for it.
    void conversationsFindWhatTheirPlaybooksCite()
    {
        const Desk desk;
        const auto store = openHere(desk);
        QVERIFY(addBundledKnowledge(*store, knowledge::bundledDocuments()));
        const QDir stories(QStringLiteral(BATON_SOURCE_DIR "/resources/demo/conversations"));
        int asked = 0;
        int cited = 0;
        int onIntent = 0;
        double ms = 0;
        for (const QString &name : stories.entryList({u"*.json"_s})) {
            const auto story = nlohmann::json::parse(readAll(stories.filePath(name)).toStdString());
            const QString intent = QString::fromStdString(story.at("intent").get<std::string>());
            if (intent == u"none_of_these")
                continue;
            const auto book = nlohmann::json::parse(
                readAll(QStringLiteral(BATON_SOURCE_DIR "/resources/playbooks/") + intent
                        + u".json"_s)
                    .toStdString());
            QSet<QString> cites;
            for (const auto &sentence : book.at("sentences")) {
                for (const auto &cite : sentence.value("cites", nlohmann::json::array()))
                    cites.insert(QString::fromStdString(cite.get<std::string>()));
            }
            Conversation conversation;
            conversation.subject = QString::fromStdString(story.value("subject", std::string()));
            for (const auto &turn : story.at("turns")) {
                if (turn.at("from") != "customer" || !turn.contains("text"))
                    continue;
                Message message;
                message.text = QString::fromStdString(turn.at("text").get<std::string>());
                conversation.messages.append(message);
            }
            Signals signs;
            signs.intent = {intent, 0.9};
            QElapsedTimer timer;
            timer.start();
            const auto found = get(store->findPassages(knowledge::queryFor(conversation, signs)));
            ms += double(timer.nsecsElapsed()) / 1e6;
            ++asked;
            cited += std::any_of(found.begin(), found.end(), [&](const FoundPassage &hit) {
                return cites.contains(hit.passage.document.text() + u'#' + hit.passage.heading);
            });
            const QString first
                = found.isEmpty() ? QString() : found.first().passage.document.text();
            onIntent += std::any_of(cites.begin(), cites.end(), [&](const QString &cite) {
                return cite.startsWith(first + u'#');
            });
        }
        qInfo("%d conversations: a cited passage among ten for %d, a cited document first for %d, "
              "%.2f ms a query",
              asked, cited, onIntent, ms / asked);
        QVERIFY(asked >= 100);
        QVERIFY(cited >= 0.8 * asked);
    }
};

BATON_TEST(KnowledgeTest)
#include "KnowledgeTest.moc"
