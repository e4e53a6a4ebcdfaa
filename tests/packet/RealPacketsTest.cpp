#include "core/packet/LineSource.h"
#include "core/packet/Packet.h"
#include "core/packet/PacketWriter.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QDir>
#include <QtTest/QTest>

#include <ctime>

using namespace baton;

/// The 25,430 conversations of ../shared/data/packets.
class RealPacketsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void allAreAccepted();
    void whatTheDomainCarriesSurvivesAWrite();

private:
    QStringList m_files;
};

void RealPacketsTest::initTestCase()
{
    const QDir folder(QStringLiteral(BATON_SHARED_DATA "/packets"));
    for (const QString &name :
         folder.entryList({QStringLiteral("*.jsonl.gz")}, QDir::Files, QDir::Name))
        m_files += folder.filePath(name);
    if (m_files.isEmpty())
        QSKIP("../shared/data/packets is not there");
}

void RealPacketsTest::allAreAccepted()
{
    const packet::Reader reader;
    const std::clock_t start = std::clock();
    qint64 lines = 0;
    qint64 messages = 0;
    qint64 bytes = 0;
    for (const QString &file : m_files) {
        auto source = packet::LineSource::open(file);
        QVERIFY(source);
        packet::LineSource &stream = **source;
        packet::LineSource::Next next;
        while ((next = stream.next()) == packet::LineSource::Next::Line) {
            packet::Reading reading = reader.read(stream.line());
            QVERIFY2(reading, qPrintable(reading.rejection().toString()));
            ++lines;
            bytes += stream.line().size() + 1;
            messages += reading.packet().conversation.messages.size();
        }
        QCOMPARE(next, packet::LineSource::Next::End);
        QCOMPARE(stream.bytesRead(), stream.bytesTotal());
    }
    const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
    qInfo("%lld packets, %.1f MB in %.2f s of CPU: %.0f packets/s, %.1f MB/s", lines,
          double(bytes) / 1e6, seconds, double(lines) / seconds, double(bytes) / 1e6 / seconds);
    QCOMPARE(lines, 25430);
    QCOMPARE(messages, 144272);
}

void RealPacketsTest::whatTheDomainCarriesSurvivesAWrite()
{
    const packet::Reader reader;
    for (const QString &file : m_files) {
        auto source = packet::LineSource::open(file);
        QVERIFY(source);
        while ((*source)->next() == packet::LineSource::Next::Line) {
            if ((*source)->number() % 10 != 1)
                continue;
            packet::Reading first = reader.read((*source)->line());
            packet::Reading second = reader.read(packet::write(first.packet().conversation));
            QVERIFY2(second, qPrintable(second.rejection().toString()));
            QVERIFY(first.packet().conversation == second.packet().conversation);
        }
    }
}

BATON_TEST(RealPacketsTest)
#include "RealPacketsTest.moc"
