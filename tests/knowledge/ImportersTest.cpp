#include "MadeFiles.h"
#include "core/knowledge/DocumentReader.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::knowledge;
using namespace baton::tests;

namespace {

Document read(const QString &file, const QByteArray &bytes)
{
    Result<Document> document = readDocument(file, bytes);
    if (!document)
        qFatal("%s: %s", qPrintable(document.error().subject), qPrintable(document.error().detail));
    return *std::move(document);
}

/// "heading: text" of each passage, with ↵ for line breaks.
QStringList told(const QString &file, const QByteArray &bytes)
{
    QStringList lines;
    for (const Passage &passage : read(file, bytes).passages)
        lines.append(passage.heading + u": "_s + QString(passage.text).replace(u'\n', u'↵'));
    return lines;
}

QString complaint(const QString &file, const QByteArray &bytes)
{
    const Result<Document> document = readDocument(file, bytes);
    return document ? QString() : document.error().subject + u' ' + document.error().detail;
}

QStringList html(const QByteArray &bytes)
{
    return told(u"x.html"_s, bytes);
}

QStringList csv(const QByteArray &bytes)
{
    return told(u"x.csv"_s, bytes);
}

} // namespace

class ImportersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    // HTML

    void aPageIsItsHeadingsParagraphsListsAndTables()
    {
        const QByteArray page
            = "<!doctype html><html lang=\"de-AT\"><head><title>Shop &ndash; Returns</title>"
              "<style>p{}</style><script>var a = '<p>no</p>';</script></head><body>"
              "<nav><a href=\"/\">Home</a></nav><h1>Sending <em>things</em> back</h1>"
              "<p>Within&nbsp;30 days,<br>free of <b>ch</b>arge.</p><!-- not this -->"
              "<h2>What to do</h2><ul><li>Print the <a href=\"https://x.example\">label</a>."
              "<li><p>Hand it in.</p></ul><button>Buy</button><p hidden>secret</p>"
              "<table><caption>Fees</caption><tr><th>Size<th>Fee</tr>"
              "<tr><td><p>Small</p><td>&euro;3.90</tr></table><pre>a  b\nc</pre></body>";
        QCOMPARE(html(page),
                 QStringList({u"Sending things back: Within 30 days,↵free of charge."_s,
                              u"What to do: Print the label.↵Hand it in.↵Fees↵Size | Fee↵"
                              "Small | €3.90↵a b↵c"_s}));
        const Document document = read(u"kb/returns.htm"_s, page);
        QCOMPARE(document.id.text(), u"returns"_s);
        QCOMPARE(document.title, u"Sending things back"_s);
        QCOMPARE(document.language, u"de-AT"_s);
    }

    void onlyTheMainPartOfAPageIsRead()
    {
        QCOMPARE(html("<title>Fees</title><div>Basket: 3</div><main><p>Free.</p></main><footer>©"
                      "</footer>"),
                 QStringList({u": Free."_s}));
        QCOMPARE(read(u"x.html"_s, "<title>Fees</title><main><p>Free.</p></main>").title,
                 u"Fees"_s);
    }

    void aTableThatLaysOutAPageHoldsBlocks()
    {
        QCOMPARE(html("<table><tr><td><h2>A</h2><p>One.</p><td><table><tr><td>x<td>y</table>"
                      "</table>"),
                 QStringList({u"A: One.↵x | y"_s}));
    }

    void aPageIsReadInTheEncodingThatItNames()
    {
        QCOMPARE(html("<meta charset=iso-8859-1><p>F\xfcr 5 \x80</p>"),
                 QStringList({u": Für 5 €"_s}));
        QCOMPARE(html("<meta http-equiv=\"Content-Type\" content=\"text/html; "
                      "charset=koi8-r\"><p>\xc4\xc1</p>"),
                 QStringList({u": да"_s}));
        QCOMPARE(html("<p>Gr\xfc\xdf"
                      "e</p>"),
                 QStringList({u": Grüße"_s}));
        QCOMPARE(html("<p>Grüße</p>"), QStringList({u": Grüße"_s}));
        QCOMPARE(html("\xff\xfe<\0p\0>\0\xe4\0"_ba), QStringList({u": ä"_s}));
        QCOMPARE(complaint(u"x.html"_s, "<meta charset='utf-8'>\n<p>\xfc</p>"),
                 u"x.html:2 this is not utf-8; save the file as UTF-8"_s);
        QCOMPARE(complaint(u"x.html"_s, "<meta charset=klingon><p>a</p>"),
                 u"x.html:1 the encoding klingon is not known; save the file as UTF-8"_s);
    }

    void aPageMayBeginWithAHead()
    {
        const Document document
            = read(u"x.html"_s, "---\nid: KB-9\nversion: 3\n---\n<h1>T</h1><p>Text.</p>");
        QCOMPARE(document.id.text(), u"KB-9"_s);
        QCOMPARE(document.version, 3);
    }

    void aPageThatAsksForTooMuchIsRefusedInTime_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("deep") << QByteArray("<div>").repeated(200'000) + "text";
        QTest::newRow("deep spans") << QByteArray("<span><p>").repeated(100'000) + "text";
        QTest::newRow("hidden depth")
            << QByteArray("<div><table></div></table><p>x").repeated(20'000);
        QByteArray fonts;
        for (int i = 0; i < 6'000; ++i)
            fonts += "<font size=" + QByteArray::number(i) + ">";
        QTest::newRow("formats") << fonts + QByteArray("<p>x").repeated(6'000);
        QTest::newRow("large") << QByteArray(5 << 20, 'x');
        QTest::newRow("long attribute") << "<p title='" + QByteArray(3 << 20, 'x');
        QTest::newRow("tables") << QByteArray("<table><tr><td>").repeated(50'000) + "text";
    }
    void aPageThatAsksForTooMuchIsRefusedInTime()
    {
        QFETCH(const QByteArray, page);
        QElapsedTimer timer;
        timer.start();
        const Result<Document> document = readDocument(u"x.html"_s, page);
        QVERIFY(!document || document->passages.size() <= 10'000);
        QVERIFY2(timer.elapsed() < 30'000, QByteArray::number(timer.elapsed()));
        qInfo("%lld ms: %s", timer.elapsed(),
              document ? "read" : qPrintable(document.error().detail));
    }

    // CSV

    void aRowSaysWhatItsColumnsAreCalled()
    {
        QCOMPARE(csv("Size,Fee,Note\nSmall,\"€3.90\",\n\n\"Large, heavy\",€29,\"Two\nmen \"\"carry"
                     "\"\" it\"\n"),
                 QStringList({u": Size: Small | Fee: €3.90↵Size: Large, heavy | Fee: €29 | Note: "
                              "Two men \"carry\" it"_s}));
        QCOMPARE(csv("Name;Preis\r\nKessel;39,95 \x80\r\n"),
                 QStringList({u": Name: Kessel | Preis: 39,95 €"_s}));
        QCOMPARE(csv("\xef\xbb\xbf"
                     "a\tb\n1\t2\n"),
                 QStringList({u": a: 1 | b: 2"_s}));
        QCOMPARE(csv("Kettle,39.95\nToaster,29.95\n"),
                 QStringList({u": Kettle | 39.95↵Toaster | 29.95"_s}));
        QCOMPARE(csv("a,b\n1,2,3\n4\n"), QStringList({u": a: 1 | b: 2 | 3↵a: 4"_s}));
        QCOMPARE(read(u"prices.csv"_s, "---\naudience: customer\n---\na,b\n1,2\n").audience,
                 Audience::Customer);
    }

    void aTableThatCannotBeReadIsRefusedByItsLine()
    {
        QCOMPARE(complaint(u"x.csv"_s, "a,b\n1,2\n3,\"open\n4,5\n"),
                 u"x.csv:3 the quote that begins here has no end; close it"_s);
        QVERIFY(complaint(u"x.csv"_s, "a\n" + QByteArray(2000, ',')).startsWith(u"x.csv:2 more"));
        QVERIFY(
            complaint(u"x.csv"_s,
                      QByteArray(900, ',') + '\n' + (QByteArray(900, ',') + '\n').repeated(1'200))
                .contains(u"1000000 cells"));
        QVERIFY(complaint(u"x.csv"_s, " , \n").contains(u"there is no text"));
    }

    // DOCX

    void aWordDocumentIsItsParagraphsByStyle()
    {
        const QByteArray body = styledParagraph("Titel", "Rücksendung")
            + styledParagraph("Text", "Binnen 30 Tagen.") + styledParagraph("Abschnitt", "Ablauf")
            + "<w:p><w:r><w:t xml:space=\"preserve\">Drucken </w:t></w:r><w:del><w:r><w:delText>"
              "nie</w:delText></w:r></w:del><w:ins><w:r><w:t>Sie</w:t><w:br/><w:t>das</w:t>"
              "<w:tab/><w:t>Etikett.</w:t></w:r></w:ins></w:p>"
              "<w:tbl><w:tr><w:tc>"
            + paragraph("Klein") + "</w:tc><w:tc>" + paragraph("3,90 €") + paragraph("je Stück")
            + "</w:tc></w:tr></w:tbl>"
            + "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>Ohne Stil</w:t></w:r></w:p>"
            + paragraph("Ende &amp; aus.");
        QCOMPARE(told(u"x.docx"_s, docx(body)),
                 QStringList({u"Rücksendung: Binnen 30 Tagen."_s,
                              u"Ablauf: Drucken Sie↵das Etikett.↵Klein | 3,90 € je Stück"_s,
                              u"Ohne Stil: Ende & aus."_s}));
        const Document document = read(u"x.docx"_s, docx(body));
        QCOMPARE(document.title, u"Rücksendung"_s);
        QCOMPARE(document.language, u"de-DE"_s);
        QCOMPARE(read(u"x.docx"_s, docx(paragraph("Text."))).title, u"Kept title"_s);
    }

    void aWordDocumentThatCannotBeReadIsRefused()
    {
        const auto refused = [](const QByteArray &bytes, const char *what) {
            const QString complaint = ::complaint(u"x.docx"_s, bytes);
            return complaint.startsWith(u"x.docx:1 ")
                && complaint.contains(QString::fromUtf8(what));
        };
        QVERIFY(refused("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more", "locked by a password"));
        QVERIFY(refused("PK no zip", "damaged"));
        QVERIFY(refused(zipped({{"mimetype", "application/epub"}}), "no Word document"));
        QVERIFY(refused(zipped({{"word/document.xml", "<w:document><w:body>"}}), "damaged"));
        QVERIFY(refused(docx({}), "there is no text"));
        QVERIFY(refused(docx(QByteArray("<w:sdt>").repeated(20'000) + "x"
                             + QByteArray("</w:sdt>").repeated(20'000)),
                        "within each other"));
        const QByteArray bomb = docx(paragraph(QByteArray(80 << 20, 'x')));
        QVERIFY2(bomb.size() < 1 << 20, QByteArray::number(bomb.size()));
        QVERIFY(refused(bomb, "MB of text when unpacked"));
    }

    // PDF

    void aPdfIsItsHeadingsAndParagraphs()
    {
        const QByteArray page = shown(72, 770, "Sending things back", 20)
            + shown(72, 730, "You can send back what you do not like with-")
            + shown(72, 717, "in 30 days of delivery. It is free of charge.")
            + shown(72, 690, "The label is in the parcel.") + shown(72, 660, "Fees", 11, "F2")
            + shown(72, 640, "Small") + shown(300, 640, "3.90 EUR") + shown(72, 626, "Large")
            + shown(300, 626, "29 EUR");
        const QByteArray file = pdf({page});
        QCOMPARE(told(u"x.pdf"_s, file),
                 QStringList({u"Sending things back: You can send back what you do not like within "
                              "30 days of delivery. It is free of charge.↵The label is in the "
                              "parcel."_s,
                              u"Fees: Small | 3.90 EUR↵Large | 29 EUR"_s}));
        QCOMPARE(read(u"x.pdf"_s, file).title, u"Sending things back"_s);
        QCOMPARE(read(u"x.pdf"_s, pdf({shown(72, 700, "Only this.")})).title,
                 u"Returns, in short"_s);
    }

    void columnsOfProseAreReadOneAfterTheOther()
    {
        QByteArray page;
        for (int i = 0; i < 12; ++i) {
            page += shown(60, 700 - 14 * i,
                          "the left column goes on with words " + QByteArray(1, char('a' + i)));
            page += shown(320, 700 - 14 * i,
                          "the right column goes on like so " + QByteArray(1, char('a' + i)));
        }
        const QStringList lines = told(u"x.pdf"_s, pdf({page}));
        QVERIFY2(lines.first().indexOf(u"words l") < lines.first().indexOf(u"like so a"),
                 qPrintable(lines.first()));
    }

    void whatRepeatsOnPagesIsLeftOut()
    {
        QList<QByteArray> pages;
        for (int i = 1; i <= 4; ++i)
            pages.append(shown(72, 810, "Larkfield handbook")
                         + shown(72, 700, "Page has text of number " + QByteArray(i, 'i') + ".")
                         + shown(72, 680, "And more of it.")
                         + shown(280, 30, "Page " + QByteArray::number(i) + " of 4"));
        const QString text = told(u"x.pdf"_s, pdf(pages)).join(u' ');
        QVERIFY2(text.contains(u"number iiii."), qPrintable(text));
        QVERIFY2(!text.contains(u"handbook") && !text.contains(u"of 4"), qPrintable(text));
    }

    void aPdfThatCannotBeReadIsRefused()
    {
        const QByteArray good = pdf({shown(72, 700, "Text.")});
        QCOMPARE(complaint(u"x.pdf"_s, "%PDF-1.4 and nothing"),
                 u"x.pdf:1 this is no PDF, or a damaged one; save it again"_s);
        QCOMPARE(complaint(u"x.pdf"_s, pdf({"0 0 m 100 100 l S"})),
                 u"x.pdf:1 the pages hold no text, only pictures; read them by OCR first"_s);
        const QByteArray locked = pdf(
            {shown(72, 700, "Text.")},
            "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt "
            "<< /Filter /Standard /V 1 /R 2 /P -4 /O <"
                + QByteArray("5f").repeated(32) + "> /U <" + QByteArray("a7").repeated(32)
                + "> >>");
        QCOMPARE(complaint(u"x.pdf"_s, locked),
                 u"x.pdf:1 the file is locked by a password; save it without"_s);
        QVERIFY(complaint(u"x.pdf"_s, pdf(QList<QByteArray>(2'001, QByteArray("n"))))
                    .contains(u"2001 pages, at most 2000"));
        QVERIFY(readDocument(u"x.pdf"_s, good));
    }
};

BATON_TEST(ImportersTest)
#include "ImportersTest.moc"
