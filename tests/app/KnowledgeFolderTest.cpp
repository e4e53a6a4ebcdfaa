#include "SameProfile.h"

#include "../knowledge/MadeFiles.h"
#include "core/desk/KnowledgeImport.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

/// A folder of files that is read again and again.
class KnowledgeFolderTest : public QObject
{
    Q_OBJECT

    static Ran add(const Desk &desk, const QStringList &more = {})
    {
        return desk.run(QStringList{u"knowledge"_s, u"add"_s, desk.path(u"kb"_s), u"--json"_s}
                        + more);
    }
    /// "id version" of each current document.
    static QStringList current(const Desk &desk)
    {
        QStringList all;
        for (const auto &line : desk.run({u"knowledge"_s, u"list"_s, u"--json"_s}).json()) {
            if (!line.at("retired").get<bool>())
                all.append(QString::fromStdString(line.at("document").get<std::string>())
                           + u" %1"_s.arg(line.at("version").get<int>()));
        }
        return all;
    }

private Q_SLOTS:
    void initTestCase() { qputenv("USER", "imke"); }

    void everyFormatIsReadAndFound()
    {
        const Desk desk;
        QVERIFY(QDir().mkpath(desk.path(u"kb"_s)));
        desk.write(u"kb/a.md"_s, "# Apples\n\nAn apple is round.\n");
        desk.write(u"kb/b.txt"_s, "Bananas\n\nA banana is bent.\n");
        desk.write(u"kb/c.html"_s, "<meta charset=latin1><h1>Cherries</h1><p>R\xf6t cherry.</p>");
        desk.write(u"kb/d.csv"_s,
                   "Fruit,Price\nDate,\xa3"
                   "2\n");
        desk.write(u"kb/e.jsonl"_s,
                   "{\"id\":\"e1\",\"text\":\"An elderberry.\"}\n"
                   "{\"id\":\"e2\",\"text\":\"Another elderberry.\"}\n");
        desk.write(u"kb/f.docx"_s, docx(styledParagraph("Titel", "Figs") + paragraph("One fig.")));
        desk.write(u"kb/g.pdf"_s, pdf({shown(72, 700, "A grape is small.")}));
        const Ran ran = add(desk);
        QVERIFY2(ran.exit == 0, ran.err);
        QCOMPARE(ran.json(), {totals(8, 8, 0, 0, 0)});
        for (const auto &[word, text] : {std::pair{u"apple"_s, "An apple is round."_ba},
                                         {u"banana"_s, "A banana is bent."_ba},
                                         {u"cherry"_s, "Röt cherry."_ba},
                                         {u"date"_s, "Fruit: Date | Price: £2"_ba},
                                         {u"fig"_s, "One fig."_ba},
                                         {u"grape"_s, "A grape is small."_ba}})
            QVERIFY2(desk.run({u"knowledge"_s, u"search"_s, word}).out.contains(text), text);
    }

    void onlyWhatChangedIsReadAgain()
    {
        const Desk desk;
        QVERIFY(QDir().mkpath(desk.path(u"kb"_s)));
        desk.write(u"kb/jar.md"_s, "# Jars\nMarmalade.\n");
        desk.write(u"kb/pot.md"_s, "# Pots\nClay.\n");
        desk.write(u"kb/list.jsonl"_s,
                   "{\"id\":\"x\",\"text\":\"X.\"}\n"
                   "{\"id\":\"y\",\"text\":\"Y.\"}\n");
        QCOMPARE(add(desk).json(), {totals(4, 4, 0, 0, 0)});
        QCOMPARE(add(desk).json(), {totals(4, 0, 0, 4, 0)});
        desk.write(u"kb/jar.md"_s, "# Jars\nHoney.\n");
        desk.write(u"kb/list.jsonl"_s,
                   "{\"id\":\"x\",\"text\":\"X.\"}\n"
                   "{\"id\":\"y\",\"text\":\"Why.\"}\n"
                   "{\"id\":\"z\",\"text\":\"Z.\"}\n");
        QCOMPARE(add(desk).json(), {totals(5, 1, 2, 2, 0)});
        QCOMPARE(current(desk),
                 QStringList({u"jar 2"_s, u"pot 1"_s, u"x 1"_s, u"y 2"_s, u"z 1"_s}));
        QVERIFY(desk.run({u"knowledge"_s, u"search"_s, u"marmalade"_s, u"--json"_s}).out.isEmpty());
        const auto store = openHere(desk);
        const auto was = store->passages(DocumentId(u"jar"_s), 1, u"Jars"_s).result();
        QVERIFY(was && was->first().text == u"Marmalade.");
    }

    void whatIsGoneIsRetiredWhenAskedFor()
    {
        const Desk desk;
        QVERIFY(QDir().mkpath(desk.path(u"kb/sub"_s)));
        desk.write(u"kb/jar.md"_s, "Marmalade.\n");
        desk.write(u"kb/sub/pot.md"_s, "Clay.\n");
        desk.write(u"kb/list.jsonl"_s,
                   "{\"id\":\"x\",\"text\":\"X.\"}\n"
                   "{\"id\":\"y\",\"text\":\"Y.\"}\n");
        desk.write(u"other.md"_s, "Elsewhere.\n");
        QCOMPARE(desk.run({u"knowledge"_s, u"add"_s, desk.path(u"other.md"_s)}).exit, 0);
        add(desk);
        QVERIFY(QFile::remove(desk.path(u"kb/sub/pot.md"_s)));
        QVERIFY(QFile::remove(desk.path(u"other.md"_s)));
        desk.write(u"kb/list.jsonl"_s, "{\"id\":\"x\",\"text\":\"X.\"}\n");
        QCOMPARE(add(desk).json(), {totals(2, 0, 0, 2, 0)});
        QCOMPARE(current(desk).size(), 5);
        const Ran ran = add(desk, {u"--retire-missing"_s});
        QCOMPARE(ran.exit, 0);
        QCOMPARE(ran.json(), QList<nlohmann::json>({totals(2, 0, 0, 2, 0), {{"retired", 2}}}));
        QCOMPARE(current(desk), QStringList({u"jar 1"_s, u"other 1"_s, u"x 1"_s}));
        QCOMPARE(add(desk, {u"--retire-missing"_s}).json().last(),
                 nlohmann::json({{"retired", 0}}));

        desk.write(u"kb/sub/pot.md"_s, "Clay.\n");
        add(desk);
        QCOMPARE(current(desk), QStringList({u"jar 1"_s, u"other 1"_s, u"pot 2"_s, u"x 1"_s}));

        QVERIFY(QDir(desk.path(u"kb"_s)).removeRecursively());
        QVERIFY(QDir().mkpath(desk.path(u"kb"_s)));
        const Ran empty = add(desk, {u"--retire-missing"_s});
        QCOMPARE(empty.exit, 3);
        QVERIFY2(empty.err.contains("nothing was retired"), empty.err);
        QCOMPARE(current(desk).size(), 4);
    }

    void aFileThatMovedIsTheSameDocument()
    {
        const Desk desk;
        QVERIFY(QDir().mkpath(desk.path(u"kb/new"_s)));
        desk.write(u"kb/jar.md"_s, "Marmalade.\n");
        add(desk);
        QVERIFY(QFile::rename(desk.path(u"kb/jar.md"_s), desk.path(u"kb/new/jar.md"_s)));
        QCOMPARE(add(desk, {u"--retire-missing"_s}).json(),
                 QList<nlohmann::json>({totals(1, 0, 0, 1, 0), {{"retired", 0}}}));
        QCOMPARE(current(desk), QStringList({u"jar 1"_s}));
    }

    void twoFilesDoNotTakeTurnsUnderOneId()
    {
        const Desk desk;
        QVERIFY(QDir().mkpath(desk.path(u"kb/b"_s)));
        desk.write(u"kb/a.md"_s, "One.\n");
        desk.write(u"kb/b/a.txt"_s, "Two.\n");
        const Ran ran = add(desk);
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.json(), {totals(2, 1, 0, 0, 1)});
        QVERIFY2(ran.err.contains("a was read from ") && ran.err.contains("a.md too"), ran.err);
        QCOMPARE(add(desk).json(), {totals(2, 0, 0, 1, 1)});
        QCOMPARE(current(desk), QStringList({u"a 1"_s}));
    }

    void aBadLineIsToldEachTimeAndCostsOnlyItself()
    {
        const Desk desk;
        QVERIFY(QDir().mkpath(desk.path(u"kb"_s)));
        desk.write(u"kb/list.jsonl"_s, "{\"id\":\"x\",\"text\":\"X.\"}\nbroken\n");
        for (const auto &expected : {totals(2, 1, 0, 0, 1), totals(2, 0, 0, 1, 1)}) {
            const Ran ran = add(desk, {u"--retire-missing"_s});
            QCOMPARE(ran.exit, 1);
            QCOMPARE(ran.json().first(), expected);
            QVERIFY2(ran.err.contains("list.jsonl:2: expected a JSON object"), ran.err);
        }
        desk.write(u"kb/list.jsonl"_s, "broken\n");
        QCOMPARE(add(desk, {u"--retire-missing"_s}).json().last(),
                 nlohmann::json({{"retired", 0}}));
        QCOMPARE(current(desk), QStringList({u"x 1"_s}));
    }

    void whatIsAssumedOfDocumentsMakesThemOthers()
    {
        const Desk desk;
        QVERIFY(QDir().mkpath(desk.path(u"kb"_s)));
        desk.write(u"kb/a.md"_s, "One.\n");
        desk.write(u"kb/b.md"_s, "---\naudience: internal\nlanguage: en\n---\nTwo.\n");
        add(desk);
        const Ran ran = add(desk, {u"--audience"_s, u"customer"_s, u"--language"_s, u"de"_s});
        QCOMPARE(ran.json(), {totals(2, 0, 2, 0, 0)});
        const auto lines = desk.run({u"knowledge"_s, u"list"_s, u"--json"_s}).json();
        QCOMPARE(lines[0].at("audience"), "customer");
        QCOMPARE(lines[0].at("language"), "de");
        QCOMPARE(lines[1].at("audience"), "internal");
        QCOMPARE(lines[1].at("language"), "en");
    }
};

BATON_TEST(KnowledgeFolderTest)
#include "KnowledgeFolderTest.moc"
