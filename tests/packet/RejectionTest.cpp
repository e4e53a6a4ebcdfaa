#include "SmallestPacket.h"
#include "core/packet/Packet.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

/// Where the first byte stands that breaks one of the lines below, by a look at what was put there.
qsizetype offender(const QByteArray &line)
{
    for (const char *bad :
         {"NaN", "/*", "\x01", "\xC0", "\xE0", "\xED", "\xF4", "\x80", "\xE2", "\xFC"}) {
        if (const qsizetype position = line.indexOf(bad); position >= 0)
            return position;
    }
    return smallest().size();
}

} // namespace

class RejectionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void aRefusalNamesPlaceFoundAndExpected_data();
    void aRefusalNamesPlaceFoundAndExpected();
    void wordsForPeopleShowNoControlCharacters();
    void aLongPointerIsCut();

private:
    packet::Reader m_reader;
};

void RejectionTest::aRefusalNamesPlaceFoundAndExpected_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &line, const QString &code,
                        const QString &pointer, const QString &found, const QString &expected) {
        QTest::newRow(name) << line << code << pointer << found << expected;
    };
    const QString json = u"JSON"_s;
    const QString schema = u"schema"_s;
    const QString time = u"an RFC 3339 time with an offset, from 1970 to 2200"_s;

    QByteArray padded = smallest();
    padded += QByteArray(packet::maxLine + 1 - padded.size(), ' ');
    row("too long", padded, u"too-long"_s, {}, u"8388609 bytes"_s, u"at most 8388608 bytes"_s);

    row("cut", smallest().chopped(20), u"not-json"_s, u"/messages/0/from"_s,
        u"the end of the line"_s, json);
    row("empty", {}, u"not-json"_s, {}, u"the end of the line"_s, json);
    row("two values", smallest() + "{}", u"not-json"_s, {}, u"'{' at byte"_s, json);
    row("a NUL after it", smallest() + QByteArray(1, 0) + "}", u"not-json"_s, {},
        u"byte 0x00 at byte"_s, json);
    row("byte order mark", "\xEF\xBB\xBF" + smallest(), u"not-json"_s, {}, u"a byte order mark"_s,
        json);
    row("raw control character", replaced("\"k1\"", "\"k\x01\""), u"not-json"_s, u"/customer/id"_s,
        u"byte 0x01 at byte"_s, json);
    row("NaN", replaced("\"version\":1", "\"version\":NaN"), u"not-json"_s, u"/version"_s,
        u"'N' at byte"_s, json);
    row("comment", replaced("\"version\":1", "\"version\":/*1*/1"), u"not-json"_s, u"/version"_s,
        u"'/' at byte"_s, json);

    const QString utf8 = u"valid UTF-8"_s;
    row("overlong", replaced("\"k1\"", "\"\xC0\xAF\""), u"bad-utf8"_s, u"/customer/id"_s,
        u"byte 0xc0 at byte"_s, utf8);
    row("overlong, three bytes", replaced("\"k1\"", "\"\xE0\x80\xAF\""), u"bad-utf8"_s,
        u"/customer/id"_s, u"byte 0xe0 at byte"_s, utf8);
    row("surrogate", replaced("\"k1\"", "\"\xED\xA0\x80\""), u"bad-utf8"_s, u"/customer/id"_s,
        u"byte 0xed at byte"_s, utf8);
    row("beyond U+10FFFF", replaced("\"k1\"", "\"\xF4\x90\x80\x80\""), u"bad-utf8"_s,
        u"/customer/id"_s, u"byte 0xf4 at byte"_s, utf8);
    row("stray byte", replaced("\"k1\"", "\"\x80\""), u"bad-utf8"_s, u"/customer/id"_s,
        u"byte 0x80 at byte"_s, utf8);
    row("cut sequence", replaced("\"k1\"", "\"\xE2\x82\""), u"bad-utf8"_s, u"/customer/id"_s,
        u"byte 0xe2 at byte"_s, utf8);
    row("Latin-1 file", replaced("\"text\":\"\"", "\"text\":\"Gr\xFC\xDF\x65\""), u"bad-utf8"_s,
        u"/messages/0/text"_s, u"byte 0xfc at byte"_s, utf8);
    row("half a pair", replaced("\"k1\"", "\"\\uD83D\""), u"bad-utf8"_s, u"/customer/id"_s,
        u"half a surrogate pair before byte 146"_s, u"whole surrogate pairs"_s);

    row("a huge number", replaced("\"version\":1", "\"version\":1e400"), u"bad-number"_s,
        u"/version"_s, u"a number too large"_s, u"a number within the range of a double"_s);
    row("65 levels", replaced("\"k1\"", "\"k1\",\"x\":" + nested(63)), u"too-deep"_s,
        u"/customer/x"_s + u"/0"_s.repeated(62), u"more than 64 levels"_s, u"at most 64 levels"_s);
    row("8 MiB of brackets", QByteArray(packet::maxLine, '['), u"too-deep"_s, u"/0"_s.repeated(64),
        u"more than 64 levels"_s, u"at most 64 levels"_s);
    QByteArray zeros = "[0";
    for (int i = 0; i < packet::maxValues; ++i)
        zeros += ",0";
    row("a million zeros", zeros + "]", u"too-many"_s, u"/999999"_s, u"more than 1000000 values"_s,
        u"at most 1000000 values"_s);
    row("a member twice", replaced("\"id\":\"k1\"", "\"id\":\"k1\",\"\\u0069d\":\"k1\""),
        u"duplicate-key"_s, u"/customer/id"_s, u"the member again"_s, u"a member only once"_s);
    row("a member twice in an unknown place",
        replaced("\"k1\"", "\"k1\",\"a/b~\":[7,{\"z\":1,\"z\":2}]"), u"duplicate-key"_s,
        u"/customer/a~1b~0/1/z"_s, u"the member again"_s, u"a member only once"_s);

    row("no object", "[]", schema, {}, u"an array"_s, u"an object"_s);
    row("another kind", with("/packet", "\"baton-handoff/2\""), schema, u"/packet"_s,
        u"\"baton-handoff/2\""_s, u"\"baton-handoff/1\""_s);
    row("no id", with("/id", {}), schema, u"/id"_s, u"nothing"_s,
        u"a string of 1 to 512 characters"_s);
    row("an empty id", with("/id", "\"\""), schema, u"/id"_s, u"\"\""_s,
        u"a string of 1 to 512 characters"_s);
    row("a long id", with("/customer/id", '"' + QByteArray(513, 'x') + '"'), schema,
        u"/customer/id"_s, u'"' + u"x"_s.repeated(78) + u'…', u"a string of 1 to 512 characters"_s);
    row("version 0", with("/version", "0"), schema, u"/version"_s, u"0"_s,
        u"a whole number from 1 to 2147483647"_s);
    row("version 1.5", with("/version", "1.5"), schema, u"/version"_s, u"1.5"_s,
        u"a whole number from 1 to 2147483647"_s);
    row("version beyond int", with("/version", "18446744073709551615"), schema, u"/version"_s,
        u"18446744073709551615"_s, u"a whole number from 1 to 2147483647"_s);
    row("a channel misspelt", with("/channel", "\"caht\""), schema, u"/channel"_s, u"\"caht\""_s,
        u"one of chat, email, voice, social, web, form"_s);
    row("no created_at", with("/created_at", {}), schema, u"/created_at"_s, u"nothing"_s,
        u"an RFC 3339 time"_s);
    row("a state that is none", with("/state", "null"), schema, u"/state"_s, u"null"_s,
        u"one of bot, waiting, claimed, snoozed, closed"_s);
    row("no customer id", with("/customer/id", {}), schema, u"/customer/id"_s, u"nothing"_s,
        u"a string of 1 to 512 characters"_s);
    row("a tier that is none", with("/customer/value_tier", "\"gold\""), schema,
        u"/customer/value_tier"_s, u"\"gold\""_s, u"one of standard, plus, vip or null"_s);
    row("an order that is none", with("/customer/orders", "[{},7]"), schema,
        u"/customer/orders/1"_s, u"7"_s, u"an object"_s);
    row("messages null", with("/messages", "null"), schema, u"/messages"_s, u"null"_s,
        u"an array"_s);
    row("a message without text", with("/messages/0/text", {}), schema, u"/messages/0/text"_s,
        u"nothing"_s, u"a string"_s);
    row("a sender that is none", with("/messages/0/from", "\"human\""), schema,
        u"/messages/0/from"_s, u"\"human\""_s, u"one of customer, bot, agent, system"_s);
    row("seconds for a time", with("/messages/0/at", "1767600000"), schema, u"/messages/0/at"_s,
        u"1767600000"_s, u"an RFC 3339 time"_s);
    row("negative bytes", with("/messages/0/attachments", "[{\"bytes\":-1}]"), schema,
        u"/messages/0/attachments/0/bytes"_s, u"-1"_s,
        u"a whole number from 0 to 9007199254740991 or null"_s);
    row("a tool status", with("/steps_tried", "[{\"tool\":{\"status\":\"broken\"}}]"), schema,
        u"/steps_tried/0/tool/status"_s, u"\"broken\""_s, u"one of ok, failed, timeout or null"_s);
    row("told_customer in words", with("/steps_tried", "[{\"told_customer\":\"yes\"}]"), schema,
        u"/steps_tried/0/told_customer"_s, u"\"yes\""_s, u"true or false or null"_s);
    row("six stars", with("/outcome", "{\"csat\":6}"), schema, u"/outcome/csat"_s, u"6"_s,
        u"a whole number from 1 to 5 or null"_s);
    row("confidence in words", with("/bot", "{\"intent\":{\"confidence\":\"high\"}}"), schema,
        u"/bot/intent/confidence"_s, u"\"high\""_s, u"a number or null"_s);
    row("a class that is none", with("/handoff", "{\"class\":\"other\"}"), schema,
        u"/handoff/class"_s, u"\"other\""_s,
        u"one of capability, policy, user_requested or null"_s);

    row("a date only", with("/created_at", "\"2026-01-05\""), u"bad-time"_s, u"/created_at"_s,
        u"\"2026-01-05\""_s, time);
    row("no offset", with("/messages/0/at", "\"2026-01-05T08:00:00\""), u"bad-time"_s,
        u"/messages/0/at"_s, u"\"2026-01-05T08:00:00\""_s, time);
    row("the year 9999", with("/snoozed_until", "\"9999-12-31T23:59:59Z\""), u"bad-time"_s,
        u"/snoozed_until"_s, u"\"9999-12-31T23:59:59Z\""_s, time);
    row("no such day", with("/customer/verified", "{\"at\":\"2026-02-30T08:00:00Z\"}"),
        u"bad-time"_s, u"/customer/verified/at"_s, u"\"2026-02-30T08:00:00Z\""_s, time);
    for (const char *place : {"/handed_off_at", "/waiting_since"})
        row(place, with(place, "\"soon\""), u"bad-time"_s, QString::fromLatin1(place),
            u"\"soon\""_s, time);
    row("a step's time", with("/steps_tried", "[{},{\"at\":\"\"}]"), u"bad-time"_s,
        u"/steps_tried/1/at"_s, u"\"\""_s, time);
    row("a promise's time", with("/promises", "[{\"due_at\":\"tomorrow\"}]"), u"bad-time"_s,
        u"/promises/0/due_at"_s, u"\"tomorrow\""_s, time);
    row("an outcome's time", with("/outcome", "{\"at\":\"then\"}"), u"bad-time"_s, u"/outcome/at"_s,
        u"\"then\""_s, time);
    row("a wait in words", with("/handoff", "{\"told_customer_wait\":\"5 minutes\"}"),
        u"bad-duration"_s, u"/handoff/told_customer_wait"_s, u"\"5 minutes\""_s,
        u"an ISO 8601 duration up to 366 days"_s);

    const QString plainId = u"an id without control characters"_s;
    row("a line end in an id", with("/id", "\"a\\nb\""), u"bad-id"_s, u"/id"_s, u"\"a\\u000ab\""_s,
        plainId);
    row("NUL in a message id", with("/messages/0/id", "\"a\\u0000\""), u"bad-id"_s,
        u"/messages/0/id"_s, u"\"a\\u0000\""_s, plainId);
    row("an owner's id", with("/owner", "{\"id\":\"\\u007F\"}"), u"bad-id"_s, u"/owner/id"_s,
        u"\"\\u007f\""_s, plainId);
    row("two messages, one id",
        with("/messages/1",
             "{\"id\":\"m1\",\"at\":\"2026-01-05T08:00:00Z\",\"from\":\"bot\",\"text\":\"\"}"),
        u"duplicate-id"_s, u"/messages/1/id"_s, u"\"m1\""_s, u"an id that no other message has"_s);
    row("a long text", with("/messages/0/text", '"' + QByteArray(packet::maxText + 1, 'x') + '"'),
        u"text-too-long"_s, u"/messages/0/text"_s, u"1048577 bytes"_s, u"at most 1048576 bytes"_s);
}

void RejectionTest::aRefusalNamesPlaceFoundAndExpected()
{
    QFETCH(QByteArray, line);
    packet::Reading reading = m_reader.read(line);
    QVERIFY(!reading);
    QTEST(reading.rejection().code, "code");
    QFETCH(QString, pointer);
    QCOMPARE(reading.rejection().pointer, pointer);
    QFETCH(QString, found);
    if (found.endsWith(u"at byte"_s))
        found += u" %1"_s.arg(1 + offender(line));
    QCOMPARE(reading.rejection().found, found);
    QTEST(reading.rejection().expected, "expected");
    QVERIFY(reading.rejection().found.size() <= 80);
}

void RejectionTest::wordsForPeopleShowNoControlCharacters()
{
    packet::Reading reading
        = m_reader.read(replaced("\"k1\"", "\"k1\",\"\\u001b[31m\\u202e\":{\"x\":1,\"x\":2}"));
    packet::Rejection rejection = reading.rejection();
    rejection.file = u"in\n.jsonl"_s;
    rejection.line = 7;
    QCOMPARE(rejection.toString(),
             u"in\\u000a.jsonl:7: /customer/\\u001b[31m\\u202e/x: "
             u"expected a member only once, found the member again"_s);
    QCOMPARE(m_reader.read("[]").rejection().toString(),
             u":0: (line): expected an object, found an array"_s);
}

void RejectionTest::aLongPointerIsCut()
{
    const QByteArray key(1 << 20, 'k');
    packet::Reading reading = m_reader.read("{\"" + key + "\":1,\"" + key + "\":2}");
    QCOMPARE(reading.rejection().code, u"duplicate-key"_s);
    QCOMPARE(reading.rejection().pointer.size(), 240);
    QVERIFY(reading.rejection().pointer.endsWith(u'…'));
}

BATON_TEST(RejectionTest)
#include "RejectionTest.moc"
