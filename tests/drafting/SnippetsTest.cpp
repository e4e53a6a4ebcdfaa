#include "core/drafting/Snippets.h"
#include "Shelf.h"
#include "core/drafting/Playbook.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QTemporaryDir>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::drafting;
using namespace baton::tests;

namespace {

nlohmann::json twoSnippets()
{
    return {{"snippets", "baton-snippets/1"},
            {"entries",
             {{{"title", {{"en", "Order seen"}, {"de", "Bestellung gesehen"}}},
               {"text", {{"en", "I see {order.id}."}, {"de", "Ich sehe {order.id}."}}}},
              {{"title", {{"en", "at once"}}}, {"text", {{"en", "Return {return.id}."}}}}}}};
}

QString refusalOf(const nlohmann::json &json)
{
    const auto forms = readSnippets(QByteArray::fromStdString(json.dump()), u"x.json"_s);
    return forms ? u"accepted"_s : forms.error().subject + u": "_s + forms.error().detail;
}

Grounds groundsOf(const Conversation &conversation)
{
    Grounds grounds;
    grounds.conversation = conversation;
    grounds.agent = {u"a1"_s, u"Ana Duarte"_s};
    grounds.zone = "Europe/Berlin";
    return grounds;
}

} // namespace

class SnippetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsWhatIsKnownAndLeavesTheRest()
    {
        const auto forms
            = readSnippets(QByteArray::fromStdString(twoSnippets().dump()), u"x.json"_s);
        QVERIFY(forms);
        const SnippetShelf shelf(*forms, bundledPhrases());
        QCOMPARE(shelf.snippetsFor(groundsOf(demoPacket("LF-C-8841"_L1))),
                 QList<Snippet>({{u"at once"_s, u"Return {return.id}."_s},
                                 {u"Order seen"_s, u"I see LF-70413."_s}}));
    }

    void speaksTheCustomersLanguageElseEnglish()
    {
        Conversation german = demoPacket("LF-C-8841"_L1);
        german.locale = u"de-DE"_s;
        german.messages.clear();
        const auto forms
            = readSnippets(QByteArray::fromStdString(twoSnippets().dump()), u"x.json"_s);
        const SnippetShelf shelf(*forms, bundledPhrases());
        QStringList titles;
        for (const Snippet &snippet : shelf.snippetsFor(groundsOf(german)))
            titles += snippet.title;
        QCOMPARE(titles, QStringList({u"at once"_s, u"Bestellung gesehen"_s}));
    }

    void refusesWhatItCannotMean_data()
    {
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const char *patch, const char *detail) {
            QTest::newRow(name) << QString::fromUtf8(patch) << QString::fromUtf8(detail);
        };
        row("unknown key", R"([{"op":"add","path":"/entries/0/key","value":1}])",
            "x.json: /entries/0/key: unknown key");
        row("unknown slot",
            R"([{"op":"replace","path":"/entries/1/text/en","value":"{order.nr}"}])",
            "x.json: /entries/1/text/en: no such slot: order.nr");
        row("other slots",
            R"([{"op":"replace","path":"/entries/0/text/de","value":"Ich sehe es."}])",
            "x.json: /entries/0/text/en: has other slots than another language");
        row("a language without a title", R"([{"op":"remove","path":"/entries/0/title/de"}])",
            "x.json: /entries/0: title and text are not in the same languages");
        row("slot in a title",
            R"([{"op":"replace","path":"/entries/1/title/en","value":"{order.id}"}])",
            "x.json: /entries/1/title: a title has no slots");
        row("version", R"([{"op":"replace","path":"/snippets","value":"baton-snippets/2"}])",
            "x.json: /snippets: expected baton-snippets/1");
    }
    void refusesWhatItCannotMean()
    {
        QFETCH(QString, patch);
        QFETCH(QString, detail);
        QCOMPARE(refusalOf(twoSnippets()), u"accepted"_s);
        QCOMPARE(refusalOf(twoSnippets().patch(nlohmann::json::parse(patch.toStdString()))),
                 detail);
    }

    void readsAFolderInOrderAndNamesTheWrongFile()
    {
        QTemporaryDir dir;
        const auto write = [&dir](const QString &name, const QByteArray &text) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        QVERIFY(readSnippetsIn(dir.filePath(u"none"_s))->isEmpty());
        write(u"b.json"_s, QByteArray::fromStdString(twoSnippets().dump()));
        write(u"a.json"_s, QByteArray::fromStdString(twoSnippets().dump()));
        QCOMPARE(readSnippetsIn(dir.path())->size(), 4);
        write(u"c.json"_s, "{");
        const auto wrong = readSnippetsIn(dir.path());
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().subject, dir.filePath(u"c.json"_s));
    }

    void theBundledOnesSpeakThreeLanguages()
    {
        const auto forms = readSnippetsIn(u":/snippets"_s);
        QVERIFY2(forms, forms ? "" : qPrintable(forms.error().subject + forms.error().detail));
        QVERIFY(forms->size() >= 12);
        for (const SnippetForm &form : *forms) {
            for (const QString &language : {u"en"_s, u"de"_s, u"es"_s})
                QVERIFY2(form.text.contains(language), qPrintable(form.title.value(u"en"_s)));
        }
    }
};

BATON_TEST(SnippetsTest)
#include "SnippetsTest.moc"
