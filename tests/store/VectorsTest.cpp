#include "KnowledgeFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

namespace {

QByteArray textHash(char sign)
{
    return QByteArray(32, sign);
}

} // namespace

/// What embedding models make of texts.
class VectorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void areKeptByModelAndText()
    {
        Profile desk;
        const TextVectors made{{textHash('a'), "12345678"_ba}, {textHash('b'), "87654321"_ba}};
        done(desk->saveVectors(u"m"_s, 2, made));
        QCOMPARE(value(desk->vectors(u"m"_s, 2)), made);
        QVERIFY(value(desk->vectors(u"m"_s, 3)).isEmpty());
        QVERIFY(value(desk->vectors(u"other"_s, 2)).isEmpty());
        done(desk->saveVectors(u"m"_s, 2, {{textHash('a'), "abcdefgh"_ba}}));
        QCOMPARE(value(desk->vectors(u"m"_s, 2)).value(textHash('a')), "abcdefgh"_ba);
        desk.close();
        desk.open();
        QCOMPARE(value(desk->vectors(u"m"_s, 2)).size(), 2);
    }

    void areForgottenWhereNobodyNeedsThem()
    {
        Profile desk;
        done(
            desk->saveVectors(u"m"_s, 1, {{textHash('a'), "1234"_ba}, {textHash('b'), "1234"_ba}}));
        done(desk->saveVectors(u"old"_s, 1, {{textHash('a'), "1234"_ba}}));
        QCOMPARE(value(desk->forgetVectors(u"m"_s, {textHash('b')})), 2);
        QCOMPARE(value(desk->forgetVectors(u"m"_s, {textHash('b')})), 0);
        QCOMPARE(value(desk->vectors(u"m"_s, 1)).keys(), QList<QByteArray>{textHash('a')});
        QVERIFY(value(desk->vectors(u"old"_s, 1)).isEmpty());
    }

    void ofAnotherSizeAreRefusedAsAWhole()
    {
        Profile desk;
        const Result<void> saved
            = desk->saveVectors(u"m"_s, 2,
                                {{textHash('a'), "12345678"_ba}, {textHash('b'), "1"_ba}})
                  .result();
        QVERIFY(!saved);
        QVERIFY(value(desk->vectors(u"m"_s, 2)).isEmpty());
    }
};

BATON_TEST(VectorsTest)
#include "VectorsTest.moc"
