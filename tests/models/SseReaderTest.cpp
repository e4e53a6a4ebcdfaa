#include "core/models/SseReader.h"

#include "tests/support/TestProgram.h"

#include <QtCore/QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::models;

namespace {

QList<SseEvent> all(const QByteArray &bytes, qsizetype step)
{
    SseReader reader;
    QList<SseEvent> events;
    for (qsizetype i = 0; i < bytes.size(); i += step)
        events += *reader.take(bytes.mid(i, step));
    return events + reader.flush();
}

} // namespace

class SseReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAnEvent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<QByteArray>>("data");
        QTest::newRow("one") << "data: a\n\n"_ba << QList<QByteArray>{"a"};
        QTest::newRow("returns and feeds")
            << "data: a\r\n\r\ndata: b\r\n\r\n"_ba << QList<QByteArray>{"a", "b"};
        QTest::newRow("returns alone")
            << "data: a\r\rdata: b\r\r"_ba << QList<QByteArray>{"a", "b"};
        QTest::newRow("lines join")
            << "data: a\ndata:b\ndata\n\n"_ba << QList<QByteArray>{"a\nb\n"};
        QTest::newRow("comments and unknown fields")
            << ": alive\n\nevent: x\nid: 1\nretry: 5\ndata: a\n: more\n\n: alive\n\n"_ba
            << QList<QByteArray>{"a"};
        QTest::newRow("one blank is cut") << "data:  a\n\n"_ba << QList<QByteArray>{" a"};
        QTest::newRow("several in one read")
            << "data: a\n\ndata: b\n\ndata: c\n\n"_ba << QList<QByteArray>{"a", "b", "c"};
        QTest::newRow("a tail without an empty line")
            << "data: a\n\ndata: b"_ba << QList<QByteArray>{"a", "b"};
        QTest::newRow("a byte order mark") << "\xef\xbb\xbf"
                                              "data: a\n\n"_ba
                                           << QList<QByteArray>{"a"};
        QTest::newRow("empty data") << "data\n\n"_ba << QList<QByteArray>{""};
        QTest::newRow("UTF-8") << "data: Grüße 👋\n\n"_ba << QList<QByteArray>{"Grüße 👋"};
    }
    void whatIsAnEvent()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<QByteArray>, data);
        for (qsizetype step = 1; step <= bytes.size(); ++step) {
            QList<QByteArray> read;
            for (const SseEvent &event : all(bytes, step))
                read += event.data;
            QCOMPARE(read, data);
        }
    }

    void anErrorFieldIsTold()
    {
        const QList<SseEvent> events = all("error: {\"code\":500}\n\n", 3);
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.first().error, "{\"code\":500}"_ba);
    }

    void aLineWithoutEndIsRefused()
    {
        SseReader reader;
        const QByteArray piece(64 << 10, 'x');
        Result<QList<SseEvent>> read = reader.take("data: ");
        for (int i = 0; i < 17 && read; ++i)
            read = reader.take(piece);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::TooLarge);
    }

    void piecesOfAnySizeReadTheSame()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator dice(seed);
        const QList<QByteArray> parts{"data: é\n", "\n",         "\r\n",   "\r",  ": c\n",
                                      "data:b",    "error: x\n", "data\n", "\n\n"};
        for (int round = 0; round < 500; ++round) {
            QByteArray bytes;
            for (int i = 0; i < 20; ++i)
                bytes += parts[dice.bounded(parts.size())];
            const QList<SseEvent> whole = all(bytes, bytes.size());
            SseReader reader;
            QList<SseEvent> pieces;
            for (qsizetype at = 0; at < bytes.size();) {
                const qsizetype step = dice.bounded(1, 6);
                pieces += *reader.take(bytes.mid(at, step));
                at += step;
            }
            QCOMPARE(pieces + reader.flush(), whole);
        }
    }
};

BATON_TEST(SseReaderTest)
#include "SseReaderTest.moc"
