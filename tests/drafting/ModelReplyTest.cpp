#include "core/drafting/ModelReply.h"

#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::drafting;

class ModelReplyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverAModelAnswersIsRead_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cites"); ///< of all sentences
        const QString both = u"Dear Aoife, it left on Monday."_s;
        const QString json = QStringLiteral(
            R"({"sentences":[{"text":"Dear Aoife,","cites":[]},{"text":"it left on Monday.","cites":["P1","M2"]}]})");
        QTest::newRow("as asked for") << json << both << u"P1 M2"_s;
        QTest::newRow("in a fence") << u"```json\n"_s + json + u"\n```"_s << both << u"P1 M2"_s;
        QTest::newRow("after words") << u"Here is the reply:\n"_s + json << both << u"P1 M2"_s;
        QTest::newRow("after thoughts")
            << u"<think>P9? \"text\": no.</think>\n"_s + json << both << u"P1 M2"_s;
        QTest::newRow("with words behind")
            << json + u"\nI hope this helps!"_s << both << u"P1 M2"_s;
        QTest::newRow("a list alone") << QStringLiteral(
            R"([{"text":"Dear Aoife,"},{"text":"it left on Monday.","sources":["P1"]}])")
                                      << both << u"P1"_s;
        QTest::newRow("texts alone")
            << QStringLiteral(R"({"sentences":["Dear Aoife,","it left on Monday."]})") << both
            << u""_s;
        QTest::newRow("one text") << QStringLiteral(
            R"({"reply" : "Dear Aoife, it left on Monday.","escalate" : false })")
                                  << both << u""_s;
        QTest::newRow("cut in a text")
            << json.left(json.indexOf(u"Monday") + 3) << u"Dear Aoife, it left on Mon"_s << u""_s;
        QTest::newRow("cut in an escape")
            << QStringLiteral(R"({"sentences":[{"text":"Dear \u00e)") << u"Dear"_s << u""_s;
        QTest::newRow("a comma too many") << QStringLiteral(
            R"({"sentences":[{"text":"Dear Aoife,","cites":[],},{"text":"it left on Monday.",}],})")
                                          << both << u""_s;
        QTest::newRow("escapes") << QStringLiteral(
            R"({"sentences":[{"text":"Gr\u00fc\u00dfe \ud83d\udc4b \"you\"\n\nnext"}]})")
                                 << u"Grüße 👋 \"you\"\n\nnext"_s << u""_s;
        QTest::newRow("plain") << u"Dear Aoife, it left on Monday."_s << both << u""_s;
        QTest::newRow("plain with labels")
            << u"It left on Monday [P1, M2]. It comes today (P3)."_s
            << u"It left on Monday. It comes today."_s << u"P1 M2 P3"_s;
        QTest::newRow("Markdown") << u"# Reply\n**Dear Aoife**, it left."_s
                                  << u"Reply\nDear Aoife, it left."_s << u""_s;
        QTest::newRow("masks are no labels")
            << u"[NAME_1], it left."_s << u"[NAME_1], it left."_s << u""_s;
        QTest::newRow("paragraphs stay") << u"Dear Aoife,\n\nit left.\n\n\n\nInes"_s
                                         << u"Dear Aoife,\n\nit left.\n\nInes"_s << u""_s;
        QTest::newRow("nothing") << u""_s << u""_s << u""_s;
        QTest::newRow("JSON without a text") << u"{\"ok\": true}"_s << u""_s << u""_s;
        QTest::newRow("thoughts that do not end") << u"<think>what if"_s << u""_s << u""_s;
    }
    void whateverAModelAnswersIsRead()
    {
        QFETCH(QString, answer);
        QFETCH(QString, text);
        QFETCH(QString, cites);
        const ModelReply reply = readModelReply(answer);
        QCOMPARE(reply.text(), text);
        QStringList all;
        for (const ModelSentence &sentence : reply.sentences)
            all += sentence.cites;
        QCOMPARE(all.join(u' '), cites);
    }

    void everyBeginningOfAnAnswerIsABeginningOfItsText()
    {
        const QString json = QStringLiteral(
            R"({"sentences":[{"text":"Dear Aoife,","cites":[]},{"text":"it left \u00fcber 👋 today.","cites":["P1"]}]})");
        const QString whole = readModelReply(json).text();
        for (qsizetype i = 0; i <= json.size(); ++i) {
            const QString some = readModelReply(json.left(i)).text();
            QVERIFY2(whole.startsWith(some), qPrintable(some));
        }
    }

    void linksAreTakenOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("out");
        QTest::newRow("https") << u"See https://evil.example/x?y=1."_s << u"See [LINK_1]."_s;
        QTest::newRow("www") << u"See www.evil.example now"_s << u"See [LINK_1] now"_s;
        QTest::newRow("a host") << u"See evil.com or shop.evil.co.uk/pay"_s
                                << u"See [LINK_1] or [LINK_2]"_s;
        QTest::newRow("other schemes")
            << u"javascript:alert(1) mailto:a@b.example"_s << u"[LINK_1]) [LINK_2]"_s;
        QTest::newRow("no links") << u"It costs 5.00. Call ines@shop.example, e.g. today.Thanks"_s
                                  << u"It costs 5.00. Call ines@shop.example, e.g. today.Thanks"_s;
    }
    void linksAreTakenOut()
    {
        QFETCH(QString, text);
        QFETCH(QString, out);
        QCOMPARE(withoutLinks(text), out);
    }
};

BATON_TEST(ModelReplyTest)
#include "ModelReplyTest.moc"
