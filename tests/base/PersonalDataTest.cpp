#include "core/base/PersonalData.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton::text;

namespace {

QString namedKinds(const QString &text)
{
    static const QStringList names{u"email"_s, u"phone"_s, u"card"_s, u"iban"_s};
    QStringList out;
    for (const PersonalStretch &one : personalDataIn(text))
        out += names[int(one.kind)] + u' ' + one.value;
    return out.join(u"; "_s);
}

} // namespace

class PersonalDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatTellsWhoOneIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *text, const char *found) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(found);
        };
        row("Write to Nadia.F@Post.example.", "email nadia.f@post.example");
        row("(ana+shop@mail.example.org)", "email ana+shop@mail.example.org");
        row("@airline call me at 020 7946 1907", "phone 02079461907");
        row("my mobile: +44 20 7946 1907", "phone +442079461907");
        row("Ruf an: 030/901820 99", "phone 03090182099");
        row("mi móvil es 612 345 678", "phone 612345678");
        row("800.323.2323 or (116) 048-7515", "phone 8003232323; phone 1160487515");
        row("call our team at 8773993086", "phone 8773993086");
        row("4111 1111 1111 1111", "card 1111");
        row("card 4111111111111111 please", "card 1111");
        row("3782 822463 10005", "card 0005");
        row("DE89 3704 0044 0532 0130 00 bitte", "iban DE89370400440532013000");
        row("ES9121000418450200051332", "iban ES9121000418450200051332");

        row("nothing@nowhere, a@b and @handle", "");
        row("4111 1111 1111 1112", "");
        row("order 4056829914837231", "");
        row("DE88 3704 0044 0532 0130 00", "");
        row("on 20.11.2025, by 2025-11-20 and 11/20/2025", "");
        row("it cost $1,299.00 or 1.299,00 €", "");
        row("order 83975908 and account number 93418043810", "");
        row("Flight 20436584151, ref #20436584151", "");
        row("@116705 and @317049 @36439", "");
        row("1234567890123456789012345678901234567890", "");
        row("0000000000", "");
    }
    void findsWhatTellsWhoOneIs()
    {
        QFETCH(QString, text);
        QTEST(namedKinds(text), "found");
    }

    void masksEachAndLeavesTheRest()
    {
        QCOMPARE(masked(u"Mail nadia@post.example, call +44 20 7946 1907."),
                 u"Mail n•••a@post.example, call •••907."_s);
        QCOMPARE(masked(u"4111-1111-1111-1111 from DE89370400440532013000"),
                 u"•••• 1111 from DE•••3000"_s);
        QCOMPARE(masked(u"a@b.example"), u"•••@b.example"_s);
        QCOMPARE(masked(u"Visa ending 4471, order LF-70413, €179.00"),
                 u"Visa ending 4471, order LF-70413, €179.00"_s);
        QVERIFY(masked(u"").isEmpty());
    }

    /// Placed in any text, what was masked is not in what is shown.
    void oddTextsAreReadToTheirEnd()
    {
        const QStringList odd{u"١٢٣٤٥٦٧٨٩"_s,
                              u"\u202e4111 1111 1111 1111\u202c"_s,
                              u"@@@@@@@"_s,
                              u"+"_s,
                              u"((((("_s,
                              u"+ ( ) - . /"_s,
                              u"a@"_s,
                              u"@a.bc"_s,
                              QString(QChar(0xd83d))};
        for (const QString &text : odd) {
            for (const PersonalStretch &one : personalDataIn(text))
                QVERIFY(one.begin < one.end && one.end <= text.size());
        }
        QVERIFY(!masked(odd[1]).contains(u"4111"));
        QCOMPARE(personalDataIn(u"1 "_s.repeated(50'000) + u"a@b.example"_s).size(), size_t(1));
        QCOMPARE(personalDataIn(u"@"_s.repeated(50'000)).size(), size_t(0));
        QCOMPARE(personalDataIn(u"9"_s.repeated(50'000)).size(), size_t(0));
    }
};

BATON_TEST(PersonalDataTest)
#include "PersonalDataTest.moc"
