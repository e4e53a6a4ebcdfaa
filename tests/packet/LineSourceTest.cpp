#include "core/packet/LineSource.h"

#include "Random.h"
#include "core/packet/Packet.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <zlib.h>

#include <cstdio>

using namespace baton;
using namespace Qt::StringLiterals;
using packet::LineSource;

namespace {

QByteArray gzip(const QByteArray &plain)
{
    z_stream zip = {};
    deflateInit2(&zip, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(qsizetype(deflateBound(&zip, uLong(plain.size()))), Qt::Uninitialized);
    zip.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    zip.avail_in = uInt(plain.size());
    zip.next_out = reinterpret_cast<Bytef *>(packed.data());
    zip.avail_out = uInt(packed.size());
    deflate(&zip, Z_FINISH);
    packed.truncate(qsizetype(zip.total_out));
    deflateEnd(&zip);
    return packed;
}

} // namespace

class LineSourceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void linesAreNumberedAndBlankOnesSkipped_data();
    void linesAreNumberedAndBlankOnesSkipped();
    void standardInputIsReadAsItIs();
    void aLongLineIsSkipped_data();
    void aLongLineIsSkipped();
    void aLineOfExactlyTheLimitIsRead();
    void aCutFileGivesItsWholeLinesAndSaysSo();
    void aDamagedFileSaysSo();
    void bytesAfterTheCompressedDataAreNotPassedOver();
    void anyCutOfAnyFileIsToldOrHarmless();
    void whatCannotBeOpenedIsNamed();
    void anyTextIsCutWhereItsLineEndsStand();

private:
    QString write(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"%1"_s.arg(m_files++)));
        const bool opened = file.open(QIODevice::WriteOnly);
        Q_UNUSED(opened)
        file.write(bytes);
        return file.fileName();
    }

    /// "1:first 3:second end", each line by number and text; "long" for a skipped one, "broken" at
    /// damage.
    static QByteArray read(const QString &path)
    {
        auto source = LineSource::open(path);
        if (!source)
            return "not open";
        QByteArray told;
        for (;;) {
            const LineSource::Next next = (*source)->next();
            if (next == LineSource::Next::End)
                return told + "end";
            if (next == LineSource::Next::Broken)
                return told + "broken";
            const bool tooLong = next == LineSource::Next::TooLong;
            told += QByteArray::number((*source)->number()) + ':'
                + (tooLong ? "long" : (*source)->line()) + ' ';
        }
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void LineSourceTest::linesAreNumberedAndBlankOnesSkipped_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("empty") << QByteArray() << QByteArray("end");
    QTest::newRow("one") << QByteArray("a\n") << QByteArray("1:a end");
    QTest::newRow("no line end at the end") << QByteArray("a\nb") << QByteArray("1:a 2:b end");
    QTest::newRow("blank ones") << QByteArray("\n \t\na\n\r\n\nb\n\n") << QByteArray("3:a 6:b end");
    QTest::newRow("line ends of another system")
        << QByteArray("a\r\nb\r\n") << QByteArray("1:a 2:b end");
    QTest::newRow("a carriage return inside") << QByteArray("a\rb\n") << QByteArray("1:a\rb end");
    QTest::newRow("byte order mark")
        << QByteArray("\xEF\xBB\xBF{}\n\xEF\xBB\xBF\n") << QByteArray("1:{} 2:\xEF\xBB\xBF end");
    QTest::newRow("two bytes") << QByteArray("ab") << QByteArray("1:ab end");
}

void LineSourceTest::linesAreNumberedAndBlankOnesSkipped()
{
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, told);
    QCOMPARE(read(write(plain)), told);
    QCOMPARE(read(write(gzip(plain))), told);
    const qsizetype half = plain.size() / 2;
    QCOMPARE(read(write(gzip(plain.first(half)) + gzip({}) + gzip(plain.sliced(half)))), told);
    QCOMPARE(read(write(gzip(plain) + QByteArray(1000, 0))), told);
}

void LineSourceTest::standardInputIsReadAsItIs()
{
    QVERIFY(std::freopen(QFile::encodeName(write(gzip("a\nb\n"))).constData(), "rb", stdin));
    QCOMPARE(read(u"-"_s), QByteArray("1:a 2:b end"));
    QVERIFY(std::freopen(QFile::encodeName(write("c\n")).constData(), "rb", stdin));
    QCOMPARE(read(u"-"_s), QByteArray("1:c end"));
}

void LineSourceTest::aLongLineIsSkipped_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::newRow("line feed") << QByteArray("\n");
    QTest::newRow("carriage return and line feed") << QByteArray("\r\n");
}

void LineSourceTest::aLongLineIsSkipped()
{
    QFETCH(QByteArray, lineEnd);
    const QByteArray bytes = 'a' + lineEnd + QByteArray(packet::maxLine + 1, 'x') + lineEnd + 'b'
        + lineEnd + QByteArray(5 * packet::maxLine, 'y');
    for (const QString &path : {write(bytes), write(gzip(bytes))}) {
        QCOMPARE(read(path), QByteArray("1:a 2:long 3:b 4:long end"));
        auto source = LineSource::open(path);
        QCOMPARE((*source)->next(), LineSource::Next::Line);
        QCOMPARE((*source)->next(), LineSource::Next::TooLong);
        QCOMPARE((*source)->line().capacity(), 0);
    }
}

void LineSourceTest::aLineOfExactlyTheLimitIsRead()
{
    for (const QByteArray &lineEnd : {QByteArray("\n"), QByteArray("\r\n"), QByteArray()}) {
        auto source = LineSource::open(write(QByteArray(packet::maxLine, 'x') + lineEnd));
        QCOMPARE((*source)->next(), LineSource::Next::Line);
        QCOMPARE((*source)->line().size(), packet::maxLine);
        QCOMPARE((*source)->next(), LineSource::Next::End);
    }
}

void LineSourceTest::aCutFileGivesItsWholeLinesAndSaysSo()
{
    Random random(Random::seed());
    QByteArray plain;
    for (int i = 0; i < 20000; ++i)
        plain += QByteArray::number(quint64(random.below(1'000'000'000))) + '\n';
    const QByteArray packed = gzip(plain);
    const QString path = write(packed.first(packed.size() / 2));
    auto source = LineSource::open(path);
    QVERIFY(source);
    QByteArray whole;
    LineSource::Next next;
    while ((next = (*source)->next()) == LineSource::Next::Line)
        whole += (*source)->line() + '\n';
    QCOMPARE(next, LineSource::Next::Broken);
    QVERIFY(whole.size() > plain.size() / 4);
    QVERIFY(plain.startsWith(whole));
    QCOMPARE((*source)->error(),
             (Error{ErrorCode::Corrupt, path, u"the compressed data ends too early"_s}));
    QCOMPARE((*source)->next(), LineSource::Next::Broken);
}

void LineSourceTest::aDamagedFileSaysSo()
{
    QByteArray packed = gzip(QByteArray("some text\n").repeated(1000));
    packed[packed.size() - 6] = char(packed[packed.size() - 6] ^ 0x55);
    auto source = LineSource::open(write(packed));
    QVERIFY(source);
    while ((*source)->next() == LineSource::Next::Line) { }
    QCOMPARE((*source)->error().code, ErrorCode::Corrupt);
    QCOMPARE((*source)->error().detail, u"the compressed data is damaged: incorrect data check"_s);
}

void LineSourceTest::bytesAfterTheCompressedDataAreNotPassedOver()
{
    QCOMPARE(read(write(gzip("a\n") + "b\n")), QByteArray("1:a broken"));
    QCOMPARE(read(write(gzip("a\n") + "\x1Fz")), QByteArray("1:a broken"));
    QCOMPARE(read(write(gzip("a\n") + gzip("b\n").first(5))), QByteArray("1:a broken"));
}

void LineSourceTest::anyCutOfAnyFileIsToldOrHarmless()
{
    const QByteArray packed = gzip("first\nsecond\n") + gzip("third\n");
    const QByteArray begin = gzip("first\nsecond\n");
    for (qsizetype size = 2; size < packed.size(); ++size) {
        const QByteArray told = read(write(packed.first(size)));
        QVERIFY2(told.endsWith("broken") || size == begin.size(), told.constData());
    }
    QCOMPARE(read(write(begin)), QByteArray("1:first 2:second end"));
}

void LineSourceTest::whatCannotBeOpenedIsNamed()
{
    const QString absent = m_folder.filePath(u"absent.jsonl"_s);
    const auto missing = LineSource::open(absent);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QCOMPARE(missing.error().subject, absent);
    const auto folder = LineSource::open(m_folder.path());
    QVERIFY(!folder);
    QCOMPARE(folder.error().code, ErrorCode::Io);
}

void LineSourceTest::anyTextIsCutWhereItsLineEndsStand()
{
    Random random(Random::seed());
    for (int round = 0; round < 200; ++round) {
        QByteArray plain;
        for (int i = random.between(0, 60); i > 0; --i) {
            const size_t size = random.oneIn(10) ? random.below(300'000) : random.below(50);
            plain += QByteArray(qsizetype(size), char('a' + random.below(26))) + '\n';
        }
        if (random.oneIn(2) && !plain.isEmpty())
            plain.chop(1);
        QByteArray expected;
        const QList<QByteArray> lines = plain.split('\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (!lines[i].isEmpty())
                expected += QByteArray::number(i + 1) + ':' + lines[i] + ' ';
        }
        QVERIFY(read(write(random.oneIn(2) ? plain : gzip(plain))) == expected + "end");
    }
}

BATON_TEST(LineSourceTest)
#include "LineSourceTest.moc"
