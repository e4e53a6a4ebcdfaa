#include "core/knowledge/DocumentReader.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::knowledge;

namespace {

ReadFile lines(const QByteArray &bytes)
{
    return readDocuments(u"kb.jsonl"_s, bytes);
}

QStringList refusals(const QByteArray &bytes)
{
    QStringList all;
    for (const Error &error : lines(bytes).refused)
        all.append(error.subject + u' ' + error.detail);
    return all;
}

} // namespace

class DocumentLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void eachLineIsADocument()
    {
        const ReadFile read = lines(
            "\xef\xbb\xbf{\"id\":\"a\",\"title\":\"First\",\"text\":\"## Fee\\n\\nIt is €5.\"}\n\n"
            "{\"id\":7,\"text\":\"Plain text.\",\"kind\":\"sop\",\"audience\":\"customer\","
            "\"language\":\"de\",\"intents\":[\"x\",\"y\"],\"version\":4,\"changed\":\"2025-11-"
            "01\","
            "\"review\":\"2026-11-01\",\"flow\":{\"other\":[1]},\"title\":null}\r\n");
        QVERIFY(read.refused.isEmpty());
        QCOMPARE(read.documents.size(), 2);
        const Document first = read.documents[0].document;
        QCOMPARE(first.id.text(), u"a"_s);
        QCOMPARE(first.version, 0);
        QCOMPARE(first.passages.first().heading, u"Fee"_s);
        QCOMPARE(first.passages.first().text, u"It is €5."_s);
        const Document second = read.documents[1].document;
        QCOMPARE(read.documents[1].line, 3);
        QCOMPARE(second.id.text(), u"7"_s);
        QCOMPARE(second.title, u"7"_s);
        QCOMPARE(second.kind, u"sop"_s);
        QCOMPARE(second.audience, Audience::Customer);
        QCOMPARE(second.language, u"de"_s);
        QCOMPARE(second.intents, QList<QString>({u"x"_s, u"y"_s}));
        QCOMPARE(second.version, 4);
        QVERIFY(second.changed && second.review);
        QVERIFY(first.sha256 != second.sha256 && first.sha256.size() == 64);
    }

    void linesOfOneIdThatNameAHeadingAreItsSections()
    {
        const ReadFile read = lines("{\"id\":\"a\",\"heading\":\"One\",\"text\":\"First.\"}\n"
                                    "{\"id\":\"b\",\"text\":\"Other.\"}\n"
                                    "{\"id\":\"a\",\"section\":\"Two\",\"text\":\"Second.\"}\n"
                                    "{\"id\":\"b\",\"text\":\"Again.\"}\n");
        QCOMPARE(read.documents.size(), 2);
        const auto &passages = read.documents[0].document.passages;
        QCOMPARE(passages.size(), 2);
        QCOMPARE(passages[1].heading, u"Two"_s);
        QCOMPARE(passages[1].place, 1);
        QCOMPARE(read.refused.size(), 1);
        QCOMPARE(read.refused.first().subject, u"kb.jsonl:4"_s);
        QVERIFY(read.refused.first().detail.startsWith(u"b was given in line 2 already"));
    }

    void aBadLineCostsOnlyItself()
    {
        const QByteArray bad = "{\"id\":\"a\",\"text\":\"Good.\"}\n"
                               "not json\n"
                               "[1]\n"
                               "{\"text\":\"No id.\"}\n"
                               "{\"id\":\"b\"}\n"
                               "{\"id\":\"c\",\"text\":\"\"}\n"
                               "{\"id\":{},\"text\":\"x\"}\n"
                               "{\"id\":\"d\",\"text\":\"x\",\"version\":1.5}\n"
                               "{\"id\":\"e\",\"text\":\"x\",\"changed\":\"soon\"}\n"
                               "{\"id\":\"f\",\"text\":\"caf\xe9\"}\n"
                               "{\"id\":\"g\",\"text\":\"#\"}\n"
                               "{\"id\":\"h\",\"text\":\"Good too.\"}";
        QCOMPARE(lines(bad).documents.size(), 2);
        const QStringList refused = refusals(bad);
        QCOMPARE(refused.size(), 10);
        for (int line = 2; line <= 11; ++line)
            QVERIFY2(std::any_of(refused.begin(), refused.end(),
                                 [&](const QString &r) {
                                     return r.startsWith(u"kb.jsonl:%1 "_s.arg(line));
                                 }),
                     QByteArray::number(line));
        QVERIFY(refused[5].contains(u"id: expected a string"));
        QVERIFY(refused[6].contains(u"version: expected a whole number"));
    }

    void theSameContentHasTheSameHash()
    {
        const auto hash
            = [](const QByteArray &line) { return lines(line).documents.value(0).document.sha256; };
        QCOMPARE(hash("{\"id\":\"a\",\"text\":\"x\"}"),
                 hash("{ \"text\": \"x\", \"id\": \"a\" }\n"));
        QVERIFY(hash("{\"id\":\"a\",\"text\":\"x\"}") != hash("{\"id\":\"a\",\"text\":\"y\"}"));
        const QByteArray line = "{\"id\":\"a\",\"text\":\"x\"}";
        const auto assumed = readDocuments(u"a.jsonl"_s, line, {Audience::Customer, u"de"_s});
        QCOMPARE(assumed.documents[0].document.audience, Audience::Customer);
        QCOMPARE(assumed.documents[0].document.language, u"de"_s);
        QVERIFY(assumed.documents[0].document.sha256 != hash(line));
    }

    void depthAndLengthHaveLimits()
    {
        const QByteArray deep = "{\"id\":\"a\",\"text\":\"x\",\"more\":" + QByteArray(200'000, '[')
            + QByteArray(200'000, ']') + "}";
        QCOMPARE(refusals(deep).size(), 1);
        const QByteArray wide = "{\"id\":\"a\",\"text\":\"" + QByteArray(5 << 20, 'x') + "\"}";
        QVERIFY(refusals(wide).value(0).contains(u"MB in a line"));
        QCOMPARE(refusals(QByteArray("x\n").repeated(5'000)).size(), 1'000);
    }
};

BATON_TEST(DocumentLinesTest)
#include "DocumentLinesTest.moc"
