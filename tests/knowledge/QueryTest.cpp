#include "core/knowledge/Query.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;

namespace {

Message said(Sender from, const QString &text, Visibility visibility = Visibility::Public)
{
    Message message;
    message.from = from;
    message.text = text;
    message.visibility = visibility;
    return message;
}

} // namespace

class QueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNeedTheLastMessagesAndTheIntentAreAsked()
    {
        Conversation c;
        c.subject = u"Refund"_s;
        c.handoff.emplace();
        c.handoff->need = u"Wants the refund of a chair"_s;
        c.messages = {said(Sender::Customer, u"too old"_s),
                      said(Sender::Customer, u"I sent it back"_s),
                      said(Sender::Bot, u"It takes five days"_s),
                      said(Sender::Customer, u"That was  last week"_s),
                      said(Sender::Customer, u"a note"_s, Visibility::Internal),
                      said(Sender::Agent, u"Hello"_s),
                      said(Sender::Customer, u"And now?"_s)};
        Message gone = said(Sender::Customer, u"withdrawn"_s);
        gone.presence = Presence::Withdrawn;
        c.messages.append(gone);
        Signals signs;
        signs.intent = {u"refund_missing"_s, 0.9};
        const knowledge::Query query = knowledge::queryFor(c, signs);
        const QList<QueryPart> expected{{u"Wants the refund of a chair"_s, 1},
                                        {u"And now?"_s, 1},
                                        {u"That was last week"_s, 0.6},
                                        {u"I sent it back"_s, 0.36},
                                        {u"refund missing"_s, 2}};
        QVERIFY(query.parts == expected);
        QCOMPARE(query.intents, QList<QString>({u"refund_missing"_s}));
        QVERIFY(query.language.isEmpty() && !query.audience);
    }

    void withoutANeedTheSubjectStandsIn()
    {
        Conversation c;
        c.subject = u"Where is my parcel?"_s;
        const knowledge::Query query = knowledge::queryFor(c, {});
        const QList<QueryPart> expected{{u"Where is my parcel?"_s, 1}};
        QVERIFY(query.parts == expected);
        QVERIFY(query.intents.isEmpty());
    }

    void nothingIsAskedOfAnEmptyConversation()
    {
        QVERIFY(knowledge::queryFor({}, {}).parts.isEmpty());
    }

    void whatNoDocumentKnowsIsLeftOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("asked");
        const auto row = [](const char *text, const char *asked) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(asked);
        };
        row("Where is LF-70413?", "Where is order?");
        row("I paid €179.00 on 3 November", "I paid on");
        row("Write to nadia@post.example or call +44 7700 900123",
            "Write to e-mail address or call phone number");
        row("Refund to DE89 3704 0044 0532 0130 00", "Refund to bank account");
        row("code 83975908 does not work", "code does not work");
        row("Can I pay in 3 instalments?", "Can I pay in 3 instalments?");
        row("The lamp BR-2509 is hot", "The lamp BR-2509 is hot");
    }
    void whatNoDocumentKnowsIsLeftOut()
    {
        QFETCH(QString, text);
        Conversation c;
        c.customer.orders = {{u"LF-70413"_s, {}, {}, {}, {}}};
        c.messages = {said(Sender::Customer, text)};
        QTEST(knowledge::queryFor(c, {}).parts.first().text, "asked");
    }

    void theProductsThatWereNamedAreAsked()
    {
        Conversation c;
        c.customer.orders
            = {{u"LF-1"_s,
                {},
                {},
                {},
                {{u"Lounge chair Ebba, oat"_s, 1, {}}, {u"Floor lamp Tarn"_s, 1, {}}}}};
        c.messages = {said(Sender::Customer, u"The Tarn flickers"_s)};
        const QList<QueryPart> expected{{u"The Tarn flickers"_s, 1}, {u"Floor lamp Tarn"_s, 0.5}};
        QVERIFY(knowledge::queryFor(c, {}).parts == expected);
    }

    void aLongMessageIsCut()
    {
        Conversation c;
        c.messages = {said(Sender::Customer, u"word "_s.repeated(100'000))};
        const knowledge::Query query = knowledge::queryFor(c, {});
        QCOMPARE(query.parts.size(), 1);
        QVERIFY(query.parts.first().text.size() <= 600);
    }
};

BATON_TEST(QueryTest)
#include "QueryTest.moc"
