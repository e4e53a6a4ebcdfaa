#include "core/knowledge/Editable.h"

#include "core/knowledge/DocumentReader.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::knowledge;

namespace {

const QDate today(2025, 11, 18);

Document readOf(const QString &markdown)
{
    auto document = readDocument(u"read.md"_s, markdown.toUtf8());
    if (!document)
        qFatal("%s: %s", qPrintable(document.error().subject), qPrintable(document.error().detail));
    return *std::move(document);
}

/// The same but for what an edit alters.
Document next(Document document, int version)
{
    document.version = version;
    document.changed = Instant::from(today.startOfDay(Qt::UTC));
    document.sha256.clear();
    for (Passage &passage : document.passages)
        passage.version = version;
    return document;
}

Document plain(Document document)
{
    document.sha256.clear();
    return document;
}

} // namespace

class EditableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenStaysAsItWas()
    {
        const QString source
            = u"---\nid: KB-1\n# who wrote it\nowner: Priya\nversion: 3\ntags:\n  - a\n  - b\n"
              "intents: x, y\n---\n# Card refunds\n\n- one *day*\n- two\n\n| a | b |\n|---|---|\n"
              "| 1 | 2 |\n"_s;
        const Document document = readOf(source);
        const QString text = editable(document, source, 4, today);
        QVERIFY(text.endsWith(source.mid(source.indexOf(u"# Card refunds"_s))));
        for (const QString &line : {u"# who wrote it\n"_s, u"owner: Priya\n"_s,
                                    u"tags:\n  - a\n  - b\n"_s, u"\nversion: 4\n"_s})
            QVERIFY2(text.contains(line), qPrintable(text));
        QVERIFY(!text.contains(u"version: 3"_s));
        QCOMPARE(plain(readOf(text)), next(document, 4));
    }

    void everyBundledDocumentReadsTheSame()
    {
        const QDir folder(QStringLiteral(BATON_SOURCE_DIR "/resources/knowledge"));
        for (const QString &name : folder.entryList({u"*.md"_s})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString source = QString::fromUtf8(file.readAll());
            const Document document = readOf(source);
            QCOMPARE(plain(readOf(editable(document, source, 99, today))), next(document, 99));
            // From the passages alone the words stay, under their headings.
            const Document again = readOf(editable(document, {}, 99, today));
            QCOMPARE(again.title, document.title);
            QCOMPARE(again.intents, document.intents);
            QCOMPARE(again.passages.size(), document.passages.size());
            for (qsizetype i = 0; i < again.passages.size(); ++i) {
                QCOMPARE(again.passages[i].heading, document.passages[i].heading);
                QCOMPARE(again.passages[i].text, document.passages[i].text);
            }
        }
    }

    void whatMeansSomethingToMarkdownIsNoMore()
    {
        Document document = readOf(u"---\nid: x\ntitle: '\"Quoted\" title'\n---\nWords.\n"_s);
        QCOMPARE(document.title, u"\"Quoted\" title"_s);
        document.passages.first().heading = u"A *b* & <c>"_s;
        document.passages.first().text
            = u"# no heading\n1. no list\n- none either\na_b_c [d](e) `f` \\ g\n---\n> h"_s;
        const Document again = readOf(editable(document, {}, 2, today));
        QCOMPARE(again.title, document.title);
        QCOMPARE(again.passages.size(), 1);
        QCOMPARE(again.passages.first().heading, document.passages.first().heading);
        QCOMPARE(again.passages.first().text, document.passages.first().text);
    }
};

BATON_TEST(EditableTest)
#include "EditableTest.moc"
