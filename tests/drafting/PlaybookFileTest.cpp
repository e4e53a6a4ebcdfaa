#include "Shelf.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QTemporaryDir>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::drafting;
using namespace baton::tests;

namespace {

nlohmann::json smallest()
{
    return {
        {"playbook", "baton-playbook/1"},
        {"intent", "refund_missing"},
        {"sentences",
         {{{"part", "next"},
           {"when", {"order.id"}},
           {"cites", {"KB-118#Card refunds"}},
           {"due_h", 24},
           {"text", {{"en", "I look at {order.id} by {due}."}, {"de", "{order.id} bis {due}"}}}}}}};
}

QString refusal(const nlohmann::json &json)
{
    const auto book = readPlaybook(QByteArray::fromStdString(json.dump()), u"x.json"_s);
    if (book)
        return u"accepted"_s;
    return book.error().subject + u": "_s + book.error().detail;
}

} // namespace

class PlaybookFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatAPlaybookSays()
    {
        const auto book = readPlaybook(QByteArray::fromStdString(smallest().dump()), u"x.json"_s);
        QVERIFY(book);
        const PlaybookSentence &sentence = book->sentences.front();
        QCOMPARE(sentence.part, Part::Next);
        QCOMPARE(sentence.when, QStringList{u"order.id"_s});
        QCOMPARE(sentence.dueHours, 24);
        QCOMPARE(sentence.cites, QList<Cite>({{DocumentId(u"KB-118"_s), u"Card refunds"_s}}));
        QCOMPARE(sentence.text.size(), 2);
    }

    void theBundledOnesAreRead()
    {
        const auto books = readPlaybooks(u":/playbooks"_s);
        QVERIFY2(books, books ? "" : qPrintable(books.error().subject + books.error().detail));
        QCOMPARE(books->size(), QDir(resource(u"playbooks"_s)).entryList({u"*.json"_s}).size());
        QVERIFY(books->contains(noIntent.toString()));
    }

    void tellsWhatIsWrongAndWhere_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *pointer, const char *value, const char *told) {
            QTest::newRow(told) << QString::fromLatin1(pointer) << QString::fromUtf8(value)
                                << QString::fromUtf8(told);
        };
        row("/sentences/0/mod", "1", "x.json: /sentences/0/mod: unknown key");
        row("/note", "\"\"", "x.json: /note: unknown key");
        row("/playbook", "\"baton-playbook/2\"", "x.json: /playbook: expected baton-playbook/1");
        row("/sentences", "[]", "x.json: /sentences: expected 1 to 200 sentences");
        row("/sentences/0/when/0", "\"order.colour\"",
            "x.json: /sentences/0/when/0: no such slot: order.colour");
        row("/sentences/0/cites/0", "\"KB-118\"",
            "x.json: /sentences/0/cites/0: expected DOCUMENT#Heading");
        row("/sentences/0/due_h", "0",
            "x.json: /sentences/0/due_h: expected a whole number from 1 to 8784");
        row("/sentences/0/text/en", "\"I look at {order.id}.\"",
            "x.json: /sentences/0/text/en: has other slots than another language");
        row("/sentences/0/text", "{}", "x.json: /sentences/0/text: expected a text by language");
        row("/sentences/0/text", "{\"en\":\"{colour}\"}",
            "x.json: /sentences/0/text/en: no such slot: colour");
        row("/sentences/0/part", "\"hello\"",
            "x.json: /sentences/0/part: expected one of acknowledge, answer, ask, next, close");
    }
    void tellsWhatIsWrongAndWhere()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        nlohmann::json json = smallest();
        json[nlohmann::json::json_pointer(pointer.toStdString())]
            = nlohmann::json::parse(value.toStdString());
        QTEST(refusal(json), "told");
    }

    void aDueDateNeedsItsHours()
    {
        nlohmann::json json = smallest();
        json["sentences"][0].erase("due_h");
        QCOMPARE(refusal(json), u"x.json: /sentences/0: {due} needs due_h"_s);
    }

    void whatIsNoJsonIsRefusedWithTheFilesName()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"odd.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"playbook\":");
        file.close();
        const auto books = readPlaybooks(folder.path());
        QVERIFY(!books);
        QVERIFY(books.error().subject.endsWith("odd.json"_L1));
        QCOMPARE(books.error().code, ErrorCode::InvalidInput);
        QCOMPARE(readPlaybooks(folder.filePath(u"none"_s)).error().code, ErrorCode::NotFound);
    }

    /// Written and read again each of them is the same.
    void whatIsWrittenIsReadAgain()
    {
        const auto books = readPlaybooks(u":/playbooks"_s).value_or({});
        QVERIFY(!books.isEmpty());
        for (const Playbook &book : books) {
            const auto again = readPlaybook(writePlaybook(book), u"again"_s);
            QVERIFY2(again, qPrintable(book.intent));
            QCOMPARE(*again, book);
        }
    }

    void aWrongFileCostsOnlyItself()
    {
        QTemporaryDir folder;
        const auto write = [&](const QString &name, const QByteArray &text) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write(u"a.json"_s, QByteArray::fromStdString(smallest().dump()));
        write(u"b.json"_s, "no");
        write(u"c.json"_s, QByteArray::fromStdString(smallest().dump()));
        const PlaybookFolder read = readPlaybookFolder(folder.path());
        QCOMPARE(read.books.size(), 1);
        QCOMPARE(read.files.value(u"refund_missing"_s), folder.filePath(u"a.json"_s));
        QCOMPARE(read.wrong.size(), 2);
        QVERIFY(read.wrong.last().detail.contains(u"another file has it"_s));
        QVERIFY(readPlaybookFolder(folder.filePath(u"none"_s)).books.isEmpty());
    }
};

BATON_TEST(PlaybookFileTest)
#include "PlaybookFileTest.moc"
