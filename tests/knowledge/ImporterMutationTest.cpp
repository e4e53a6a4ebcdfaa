#include "../packet/Random.h"
#include "MadeFiles.h"
#include "core/knowledge/DocumentReader.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

namespace {

/// One thing that a broken disk, network or program might do to a file.
QByteArray mutated(const QByteArray &file, Random &random)
{
    QByteArray mutant = file;
    const auto somewhere = [&] { return qsizetype(random.below(size_t(mutant.size()))); };
    for (int left = random.between(1, 4); left > 0 && !mutant.isEmpty(); --left) {
        const qsizetype at = somewhere();
        const qsizetype length = std::min(qsizetype(random.between(1, 40)), mutant.size() - at);
        switch (random.below(7)) {
        case 0:
            mutant[at] = char(random.below(256));
            break;
        case 1:
            mutant.remove(at, length);
            break;
        case 2:
            mutant.insert(at, mutant.mid(somewhere(), length));
            break;
        case 3:
            mutant.insert(at, QByteArray(length, char(random.below(256))));
            break;
        case 4:
            mutant.truncate(at);
            break;
        case 5: // another number, as lengths and offsets are
            for (qsizetype i = at; i < mutant.size() && i < at + length; ++i) {
                if (mutant[i] >= '0' && mutant[i] <= '9')
                    mutant[i] = char('0' + random.below(10));
            }
            break;
        default:
            mutant.insert(at, mutant.mid(at, length).repeated(random.between(2, 50)));
        }
    }
    return mutant;
}

} // namespace

/// Whatever is done to a file: it is read, or refused by name, and the same each time.
class ImporterMutationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachMutantIsReadOrRefusedByName_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<int>("mutants");
        QTest::newRow("html") << u"a.html"_s
                              << QByteArray("<!doctype html><html lang=en><head><title>T</title>"
                                            "</head><body><h1>Fees</h1><p>A <b>label</b> is &euro;5"
                                            "<ul><li>One<li>Two</ul><table><tr><th>a<td>b</table>"
                                            "<pre>x\ny</pre><font size=2><p>Text</font></body>")
                              << 4'000;
        QTest::newRow("csv") << u"a.csv"_s
                             << QByteArray("Name,Price\n\"Kettle, small\",\"€39\n\"\"net\"\"\"\n"
                                           "Toaster,29\n")
                             << 4'000;
        QTest::newRow("jsonl") << u"a.jsonl"_s
                               << QByteArray(
                                      "{\"id\":\"a\",\"title\":\"T\",\"text\":\"# H\\nText\","
                                      "\"version\":3,\"intents\":[\"x\"]}\n"
                                      "{\"id\":\"b\",\"heading\":\"H\",\"text\":\"Text\"}\n")
                               << 4'000;
        QTest::newRow("docx") << u"a.docx"_s
                              << docx(styledParagraph("Titel", "Fees") + paragraph("A label is €5.")
                                      + "<w:tbl><w:tr><w:tc>" + paragraph("a")
                                      + "</w:tc></w:tr></w:tbl>")
                              << 1'500;
        QTest::newRow("pdf") << u"a.pdf"_s
                             << pdf({shown(72, 700, "Fees", 20) + shown(72, 660, "A label is 5.")
                                         + shown(72, 640, "Small") + shown(300, 640, "3.90")
                                         + shown(72, 626, "Large") + shown(300, 626, "29"),
                                     shown(72, 700, "More.")})
                             << 1'500;
        // Behind the zip file's checksum.
        QTest::newRow("xml") << u"xml.docx"_s
                             << wordXml("document",
                                        "<w:body>" + styledParagraph("Titel", "Fees")
                                            + paragraph("A label is €5.") + "<w:tbl><w:tr><w:tc>"
                                            + paragraph("a") + "</w:tc></w:tr></w:tbl></w:body>")
                             << 1'500;
    }
    void eachMutantIsReadOrRefusedByName()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, good);
        QFETCH(const int, mutants);
        const bool part = file == u"xml.docx";
        Random random(Random::seed());
        int accepted = 0;
        for (int i = 0; i < mutants; ++i) {
            QByteArray mutant = mutated(good, random);
            if (part)
                mutant = zipped({{"word/document.xml", mutant}});
            const knowledge::ReadFile read = knowledge::readDocuments(file, mutant);
            for (const Error &error : read.refused)
                QVERIFY2(error.subject.startsWith(file + u':') && !error.detail.isEmpty(),
                         qPrintable(error.subject));
            for (const auto &[document, line, source] : read.documents) {
                QVERIFY(!document.id.isEmpty() && !document.title.isEmpty() && line >= 1);
                QVERIFY(source.size() <= mutant.size() * 3);
                QVERIFY(document.sha256.size() == 64 && !document.passages.isEmpty());
                for (const Passage &passage : document.passages)
                    QVERIFY(!passage.text.trimmed().isEmpty());
            }
            QVERIFY(file.endsWith(u"jsonl") || read.documents.size() + read.refused.size() == 1);
            const knowledge::ReadFile again = knowledge::readDocuments(file, mutant);
            QCOMPARE(again.refused, read.refused);
            QCOMPARE(again.documents.size(), read.documents.size());
            for (qsizetype d = 0; d < read.documents.size(); ++d)
                QVERIFY(again.documents[d].document == read.documents[d].document);
            accepted += !read.documents.isEmpty();
        }
        qInfo("%d of %d were read", accepted, mutants);
        QVERIFY(accepted > 0);
        QVERIFY(accepted < mutants || file == u"a.html");
    }
};

BATON_TEST(ImporterMutationTest)
#include "ImporterMutationTest.moc"
