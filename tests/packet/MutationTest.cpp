#include "Mutator.h"
#include "RandomConversation.h"
#include "core/packet/Packet.h"
#include "core/packet/PacketWriter.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QMap>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtTest/QTest>
#include <nlohmann/json.hpp>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

constexpr int mutants = 5000;

} // namespace

class MutationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void eachMutantIsRefusedByNameOrKeptAsItCame();

private:
    void checkRefusal(const packet::Rejection &rejection, const QByteArray &mutant);
    void checkAcceptance(const packet::Packet &packet, const QByteArray &mutant);

    packet::Reader m_reader;
};

void MutationTest::checkRefusal(const packet::Rejection &rejection, const QByteArray &mutant)
{
    static const QSet<QString> codes
        = {u"too-long"_s,     u"not-json"_s,      u"bad-utf8"_s,     u"bad-number"_s, u"too-deep"_s,
           u"too-many"_s,     u"duplicate-key"_s, u"schema"_s,       u"bad-time"_s,   u"bad-id"_s,
           u"bad-duration"_s, u"duplicate-id"_s,  u"text-too-long"_s};
    QVERIFY2(codes.contains(rejection.code), qPrintable(rejection.code));
    QVERIFY(!rejection.found.isEmpty() && rejection.found.size() <= 80);
    QVERIFY(!rejection.expected.isEmpty());
    // What the walk for the place could not name; valijson and the walk must not differ.
    QVERIFY(rejection.expected != u"a baton-handoff/1 packet"_s);

    const bool mark = mutant.startsWith("\xEF\xBB\xBF");
    const bool syntax = rejection.code == u"not-json"_s || rejection.code == u"bad-utf8"_s
        || rejection.code == u"bad-number"_s;
    if (syntax && !mark && !mutant.contains('\0'))
        QVERIFY(!nlohmann::json::accept(mutant.begin(), mutant.end()));
}

void MutationTest::checkAcceptance(const packet::Packet &packet, const QByteArray &mutant)
{
    const auto independent = nlohmann::json::parse(mutant.begin(), mutant.end(), nullptr, false);
    QVERIFY(!independent.is_discarded());
    QVERIFY(nlohmann::json::parse(packet.line.begin(), packet.line.end()) == independent);

    const auto trusted = packet::parseTrusted(packet.line);
    QVERIFY(trusted);
    QVERIFY(*trusted == packet.conversation);
    packet::Reading again = m_reader.read(packet::write(packet.conversation));
    QVERIFY2(again, qPrintable(again.rejection().toString()));
    QVERIFY(again.packet().conversation == packet.conversation);
}

void MutationTest::eachMutantIsRefusedByNameOrKeptAsItCame()
{
    Random random(Random::seed());
    RandomConversation conversations(random);
    Mutator mutator(random);
    QMap<QString, int> verdicts;
    for (int i = 0; i < mutants; ++i) {
        const QByteArray mutant = mutator.mutate(packet::write(conversations.make()));
        packet::Reading reading = m_reader.read(mutant);
        if (reading)
            checkAcceptance(reading.packet(), mutant);
        else
            checkRefusal(reading.rejection(), mutant);
        if (QTest::currentTestFailed()) {
            qInfo("mutant %d: %s", i,
                  mutant.first(qMin(mutant.size(), qsizetype(4000))).constData());
            return;
        }
        ++verdicts[reading ? u"accepted"_s : reading.rejection().code];
    }
    for (auto it = verdicts.cbegin(); it != verdicts.cend(); ++it)
        qInfo("%5d %s", it.value(), qPrintable(it.key()));
    for (const QString &verdict :
         {u"accepted"_s, u"not-json"_s, u"bad-utf8"_s, u"bad-number"_s, u"too-deep"_s,
          u"duplicate-key"_s, u"schema"_s, u"bad-time"_s, u"bad-id"_s, u"duplicate-id"_s})
        QVERIFY2(verdicts.value(verdict) > 0, qPrintable(verdict));
}

BATON_TEST(MutationTest)
#include "MutationTest.moc"
