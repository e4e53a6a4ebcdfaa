#include "Batonctl.h"
#include "core/packet/PacketWriter.h"
#include "tests/live/LiveFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

/// batonctl live, the real program.
class LiveCommandTest : public QObject
{
    Q_OBJECT

    Desk m_live;

private Q_SLOTS:
    void whatIsWrongIsNamed()
    {
        const QByteArray good = shopDeclaration(u"https://shop.example"_s);
        const Ran fine = m_live.run({u"live"_s, u"check"_s, m_live.write(u"good.json"_s, good)});
        QCOMPARE(fine.exit, 0);
        QVERIFY(fine.out.contains("look-ups 2, actions 1"));
        QByteArray bad = good;
        bad.replace("{order}", "{ordre}");
        const Ran wrong = m_live.run({u"live"_s, u"check"_s, m_live.write(u"bad.json"_s, bad)});
        QCOMPARE(wrong.exit, 1);
        QVERIFY(wrong.err.contains("/look_ups/0/path: no argument {ordre}"));
        QCOMPARE(m_live.run({u"live"_s, u"check"_s, m_live.path(u"none.json"_s)}).exit, 3);
        QCOMPARE(m_live.run({u"live"_s, u"lookup"_s, u"order0"_s}).exit, 2);
        QCOMPARE(m_live.run({u"live"_s, u"act"_s}).exit, 2);
    }

    void aLookUpTellsWhatWasAnswered()
    {
        ShopServer shop;
        fillShop(shop);
        const QString systems = m_live.write(u"live.json"_s, shopDeclaration(shop.address()));
        const auto lookUp = [&](const QString &customer) {
            const Conversation conversation = conversationOf(customer, u"#W1000001"_s);
            QProcess process;
            m_live.start(process,
                         {u"live"_s, u"lookup"_s, u"order0"_s, u"--json"_s, u"--systems"_s, systems,
                          u"--packet"_s,
                          m_live.write(u"one.jsonl"_s, packet::write(conversation) + '\n')});
            // This thread is the shop's.
            (void)QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 30'000);
            return std::pair(process.exitCode(), process.readAllStandardOutput());
        };
        const auto [exit, out] = lookUp(u"ada"_s);
        QCOMPARE(exit, 0);
        const QJsonObject told = QJsonDocument::fromJson(out).object();
        QCOMPARE(told[u"about"_s].toString(), u"#W1000001"_s);
        QCOMPARE(told[u"shown"_s][u"Paid"_s].toString(), u"106.00 USD"_s);
        const auto [lied, none] = lookUp(u"bo"_s);
        QCOMPARE(lied, 1);
        QVERIFY(QJsonDocument::fromJson(none).object()[u"shown"_s].toObject().isEmpty());
    }
};

BATON_TEST(LiveCommandTest)
#include "LiveCommandTest.moc"
