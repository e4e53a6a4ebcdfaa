#include "core/knowledge/DocumentReader.h"
#include "core/knowledge/Bundled.h"
#include "core/knowledge/Outline.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::knowledge;

namespace {

Document document(const QString &file, const QByteArray &bytes)
{
    Result<Document> read = readDocument(file, bytes);
    if (!read)
        qFatal("%s: %s", qPrintable(read.error().subject), qPrintable(read.error().detail));
    return *std::move(read);
}

/// "heading: text" of each passage, with ↵ for line breaks.
QStringList passages(const Document &document)
{
    QStringList lines;
    for (const Passage &passage : document.passages)
        lines.append(passage.heading + u": "_s + QString(passage.text).replace(u'\n', u'↵'));
    return lines;
}

QStringList markdown(const char *utf8)
{
    return passages(document(u"note.md"_s, utf8));
}

Instant day(int year, int month, int day)
{
    return Instant::from(QDate(year, month, day).startOfDay(Qt::UTC));
}

} // namespace

class DocumentReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aHeadSaysWhatTheDocumentIs()
    {
        const QByteArray bytes
            = "---\nid: KB-7\ntitle: SOP: failed payments\nversion: 4\nkind: sop\n"
              "audience: customer\nlanguage: de-AT\nchanged: 2025-11-04\n"
              "review: 2026-05-04\nintents: payment_failed, refund_status\n---\n"
              "# Payments\n\nPay again.\n";
        const Document read = document(u"folder/x.md"_s, bytes);
        QCOMPARE(read.id.text(), u"KB-7"_s);
        QCOMPARE(read.title, u"SOP: failed payments"_s);
        QCOMPARE(read.version, 4);
        QCOMPARE(read.kind, u"sop"_s);
        QCOMPARE(read.audience, Audience::Customer);
        QCOMPARE(read.language, u"de-AT"_s);
        QVERIFY(read.changed == day(2025, 11, 4));
        QVERIFY(read.review == day(2026, 5, 4));
        QCOMPARE(read.intents, QList<QString>({u"payment_failed"_s, u"refund_status"_s}));
        QCOMPARE(read.sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QCOMPARE(read.passages.size(), 1);
        const Passage expected{DocumentId(u"KB-7"_s), 4, u"SOP: failed payments"_s,
                               u"Payments"_s,         0, u"Pay again."_s};
        QVERIFY(read.passages.first() == expected);
    }

    void aHeadOfAnotherSystemIsReadToo()
    {
        const Document read = document(
            u"x.md"_s,
            "\xef\xbb\xbf---\r\ntitle: \"Returns, and more\"\r\n# a remark\r\nlayout: page\r\n"
            "tags:\r\n  - a\r\n  - b\r\nintents:\r\n- return_how_to\r\n- 'exchange_size'\r\n"
            "version: '2'\r\n---\r\nText.\r\n");
        QCOMPARE(read.title, u"Returns, and more"_s);
        QCOMPARE(read.version, 2);
        QCOMPARE(read.intents, QList<QString>({u"return_how_to"_s, u"exchange_size"_s}));
        QCOMPARE(document(u"y.md"_s, "---\nintents: [a, \"b\"]\n---\nText.").intents,
                 QList<QString>({u"a"_s, u"b"_s}));
    }

    void aFileWithoutAHeadIsNamedByItsFile()
    {
        const Document read = document(u"/kb/Gift cards.md"_s, "Before.\n\n## Gift *cards*\nText.");
        QCOMPARE(read.id.text(), u"Gift cards"_s);
        QCOMPARE(read.version, 1);
        QCOMPARE(read.title, u"Gift cards"_s);
        QCOMPARE(read.audience, Audience::Internal);
        QCOMPARE(passages(read), QStringList({u": Before."_s, u"Gift cards: Text."_s}));
        QCOMPARE(document(u"a.b.md"_s, "No heading.").title, u"a.b"_s);
    }

    void aTextMayBeginWithARule()
    {
        QCOMPARE(markdown("---\n\nText.\n\n---\n"), QStringList({u": Text."_s}));
    }

    void saysWhichLineIsWrongAndWhatToDo_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("detail");
        const auto head = [](const char *name, const char *line, const char *detail) {
            QTest::newRow(name) << u"x.md"_s << "---\nid: a\n"_ba + line + "\n---\nText.\n"
                                << u"x.md:3"_s << QString::fromUtf8(detail);
        };
        head("no name", "what is this", "expected \"name: value\"");
        head("version", "version: 1.5", "version: expected a whole number");
        head("version 0", "version: 0", "version: expected a whole number");
        head("audience", "audience: everybody", "audience: expected customer or internal");
        head("language", "language: English please", "language: expected a language as en");
        head("day", "changed: 4.11.2025", "changed: expected a day as 2025-11-18");
        head("no such day", "review: 2025-02-30", "review: expected a day");
        head("twice", "id: b", "id was given in line 2 already");
        QTest::newRow("long") << u"x.md"_s << "---\ntitle: "_ba + QByteArray(301, 'x') + "\n---\nx"
                              << u"x.md:2"_s << u"title: expected at most 300 characters"_s;
        QTest::newRow("no end") << u"x.md"_s << "---\nid: a\n\nText.\n"_ba << u"x.md:4"_s
                                << u"--- at the end of the head"_s;
        QTest::newRow("no end at all")
            << u"x.md"_s << "---\nid: a\n"_ba << u"x.md:1"_s << u"close it with a line of ---"_s;
        QTest::newRow("not UTF-8") << u"x.txt"_s << "one\ntwo\nth\xe9 third\n"_ba << u"x.txt:3"_s
                                   << u"save the file in that encoding"_s;
        QTest::newRow("cut UTF-8")
            << u"x.txt"_s << "one\n\xe2\x82"_ba << u"x.txt:2"_s << u"this is not UTF-8"_s;
        QTest::newRow("no text") << u"x.md"_s << "---\nid: a\n---\n# Only a heading\n"_ba
                                 << u"x.md:4"_s << u"there is no text"_s;
        QTest::newRow("empty") << u"x.md"_s << ""_ba << u"x.md:1"_s << u"there is no text"_s;
        QTest::newRow("kind") << u"x.rtf"_s << "text"_ba << u"x.rtf:1"_s
                              << u"save it as one of .md"_s;
        QTest::newRow("no name of its own")
            << u".md"_s << "text"_ba << u".md:1"_s << u"the document has no id"_s;
    }
    void saysWhichLineIsWrongAndWhatToDo()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, subject);
        QFETCH(QString, detail);
        const Result<Document> read = readDocument(file, bytes);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
        QCOMPARE(read.error().subject, subject);
        QVERIFY2(read.error().detail.contains(detail), qPrintable(read.error().detail));
    }

    void markdownBecomesPlainText()
    {
        QCOMPARE(markdown("# One\nSome *bold* and `code` of\na [link](https://x.example).\n\n"
                          "Second&nbsp;paragraph &amp; &#8364;5 &copy; &unknown; <b>here</b>.\\*\n"
                          "# Two\n"
                          "1. first\n2. second\n   with more\n   - inner\n\n"
                          "> quoted\n"),
                 QStringList({u"One: Some bold and code of a link.↵Second paragraph & €5 © "
                              "&unknown; here.*"_s,
                              u"Two: first↵second with more↵inner↵quoted"_s}));
    }

    void aTablesRowIsALine()
    {
        QCOMPARE(markdown("## Times\n| Method | Days |\n|---|--:|\n| Card | 3–5<br>days |\n"
                          "| *SEPA* | |\n|  | |\n\nAfter.\n"),
                 QStringList({u"Times: Method | Days↵Card | 3–5 days↵SEPA |↵After."_s}));
    }

    void commentsAndCodeAreNoProse()
    {
        QCOMPARE(
            markdown("<!-- do not show -->\n\nText <!-- nor this -->here.\n\n```\na  b\nc\n```\n"),
            QStringList({u": Text here.↵a b↵c"_s}));
    }

    void anEmptyHeadingGivesNoPassage()
    {
        QCOMPARE(markdown("# A\n\n## B\ntext\n\n# C\n"), QStringList({u"B: text"_s}));
    }

    void hardBreaksKeepAddressesApart()
    {
        QCOMPARE(markdown("Larkfield  \nQuay 4\\\nDublin\n"),
                 QStringList({u": Larkfield↵Quay 4↵Dublin"_s}));
    }

    void plainTextIsReadByParagraphs()
    {
        const Document read = document(u"opening.txt"_s,
                                       "Opening hours\r\n\r\nWe are open\r\n"
                                       "on weekdays.\r\n- Monday\r\n- Friday\r\n"
                                       "\r\n# not a heading\r\n");
        QCOMPARE(read.title, u"Opening hours"_s);
        QCOMPARE(passages(read),
                 QStringList({u": Opening hours↵We are open on weekdays.↵- Monday↵- "
                              "Friday↵# not a heading"_s}));
    }

    void limitsAreKept()
    {
        const Result<Document> large = readDocument(u"x.txt"_s, QByteArray(largestFile + 1, 'x'));
        QVERIFY(!large);
        QCOMPARE(large.error().code, ErrorCode::TooLarge);
        QVERIFY(large.error().detail.contains(u"split the file"_s));

        QByteArray many;
        for (int i = 0; i <= mostPassages; ++i)
            many += "# h\nt\n\n";
        const Result<Document> passages = readDocument(u"x.md"_s, many);
        QVERIFY(!passages);
        QCOMPARE(passages.error().code, ErrorCode::TooLarge);
        many.chop(7);
        QCOMPARE(document(u"x.md"_s, many).passages.size(), mostPassages);
    }

    /// A short row stands for as many cells as the head has.
    void aTableCannotBlowUp()
    {
        const QByteArray wide = "|" + QByteArray("a|").repeated(20'000) + "\n|"
            + QByteArray("---|").repeated(20'000) + "\n";
        const Result<Document> read
            = readDocument(u"x.md"_s, wide + QByteArray("|b|\n").repeated(20'000));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::TooLarge);
        QVERIFY2(read.error().detail.contains(u"table cells"_s), qPrintable(read.error().detail));
    }

    /// Each took minutes once, here or in md4c.
    void noFileKeepsTheReaderBusy_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        for (const char *piece : {"[a]\n", "a.", "[", "![", "> ", "| a ", "*a_ ", "# a\n"})
            QTest::newRow(piece) << u"x.md"_s << QByteArray(piece).repeated(200'000);
        QTest::newRow("text") << u"x.txt"_s << QByteArray("a.").repeated(2'000'000);
    }
    void noFileKeepsTheReaderBusy()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QElapsedTimer timer;
        timer.start();
        const Result<Document> read = readDocument(file, bytes);
        QVERIFY(read || read.error().code != ErrorCode::Internal);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }

    void anyBytesAreReadOrRefused()
    {
        const QByteArray given = qgetenv("BATON_SEED");
        const quint32 seed
            = given.isEmpty() ? QRandomGenerator::global()->generate() : given.toUInt();
        qInfo() << "BATON_SEED =" << seed;
        QRandomGenerator random(seed);
        const QList<QByteArray> pieces{"---\n", "# ", "\n", "\n\n", "| a | b |\n", "|---|---|\n",
                                       "- ",    "> ", "*",  "`",    "```\n",       "<!-- ",
                                       "[x](",  ")",  "&#", ";",    "id: a\n",     "version: 2\n",
                                       "word ", "é",  "\t", "\\",   "    ",        "\xff"};
        for (int i = 0; i < 2000; ++i) {
            QByteArray bytes;
            for (int n = random.bounded(60); n >= 0; --n)
                bytes += pieces.at(random.bounded(int(pieces.size())));
            const Result<Document> read
                = readDocument(random.bounded(2) ? u"x.md"_s : u"x.txt"_s, bytes);
            if (!read) {
                QVERIFY(!read.error().subject.isEmpty() && !read.error().detail.isEmpty());
                continue;
            }
            for (qsizetype p = 0; p < read->passages.size(); ++p) {
                QCOMPARE(read->passages.at(p).place, p);
                QVERIFY(!read->passages.at(p).text.trimmed().isEmpty());
            }
        }
    }

    void everyBundledDocumentReads()
    {
        const QList<Document> documents = bundledDocuments();
        const QStringList files
            = QDir(QStringLiteral(BATON_SOURCE_DIR "/resources/knowledge")).entryList({u"*.md"_s});
        QCOMPARE(documents.size(), files.size());
        QVERIFY(documents.size() >= 131);
        QCOMPARE(bundledFingerprint().size(), 64);
        QCOMPARE(bundledFingerprint(), bundledFingerprint());
        for (qsizetype i = 0; i < documents.size(); ++i) {
            QVERIFY(files.at(i).startsWith(documents.at(i).id.text() + u'-'));
            QVERIFY(documents.at(i).passages.size() >= 3);
            QVERIFY(documents.at(i).review && !documents.at(i).intents.isEmpty());
        }
    }

    /// What a playbook cites is there under the very heading.
    void everyCiteOfAPlaybookIsAPassage()
    {
        QSet<QString> headings;
        for (const Document &document : bundledDocuments()) {
            for (const Passage &passage : document.passages)
                headings.insert(document.id.text() + u'#' + passage.heading);
        }
        const QDir folder(QStringLiteral(BATON_SOURCE_DIR "/resources/playbooks"));
        int cites = 0;
        for (const QString &name : folder.entryList({u"*.json"_s})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto book = nlohmann::json::parse(file.readAll().toStdString());
            for (const auto &sentence : book.at("sentences")) {
                for (const auto &cite : sentence.value("cites", nlohmann::json::array())) {
                    const QString wanted = QString::fromStdString(cite.get<std::string>());
                    QVERIFY2(headings.contains(wanted), qPrintable(name + u": "_s + wanted));
                    ++cites;
                }
            }
        }
        QVERIFY(cites > 100);
    }
};

BATON_TEST(DocumentReaderTest)
#include "DocumentReaderTest.moc"
