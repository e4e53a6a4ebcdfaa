#include "core/domain/Tags.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;

class TagsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameIsOneShortLine()
    {
        QCOMPARE(tagName(u"  Late \n delivery\t"_s), u"Late delivery"_s);
        QCOMPARE(tagName(u"a,b"_s), u"a b"_s);
        QCOMPARE(tagName(u" \x01 "_s), QString());
        QCOMPARE(tagName(QString(100, u'x')).size(), longestTag);
        const QString pairs = u"x"_s + QString::fromUcs4(U"😀").repeated(30);
        QVERIFY(!tagName(pairs).back().isHighSurrogate());
    }

    void severalAreTypedAtOnceAndEachCountsOnce()
    {
        QCOMPARE(tagList(u"vip, Late delivery,,VIP , late DELIVERY"_s),
                 QStringList({u"vip"_s, u"Late delivery"_s}));
        QVERIFY(tagList(u" , "_s).isEmpty());
    }

    void addingAndRemovingDoNotMindTheCase()
    {
        const QStringList tags{u"Lamp"_s, u"vip"_s};
        QCOMPARE(withTags(tags, {u"VIP"_s, u"new"_s}, {u"LAMP"_s}),
                 QStringList({u"vip"_s, u"new"_s}));
        QCOMPARE(withTags(tags, {}, {u"none"_s}), tags);
        QStringList many;
        for (int i = 0; i < 30; ++i)
            many += QString::number(i);
        QCOMPARE(withTags({}, many, {}).size(), mostTags);
    }

    void aSearchNamesATag_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("words");
        QTest::newRow("alone") << u"tag:vip"_s << u"vip"_s << u""_s;
        QTest::newRow("with words") << u"lamp TAG:vip broken"_s << u"vip"_s << u"lamp broken"_s;
        QTest::newRow("two words") << u"tag:\"late delivery\" x"_s << u"late delivery"_s << u"x"_s;
        QTest::newRow("open quote") << u"tag:\"late del"_s << u"late del"_s << u""_s;
        QTest::newRow("nothing named") << u"tag: vip"_s << u""_s << u"tag: vip"_s;
        QTest::newRow("in a word") << u"hashtag:vip"_s << u""_s << u"hashtag:vip"_s;
        QTest::newRow("none") << u"a lamp"_s << u""_s << u"a lamp"_s;
    }
    void aSearchNamesATag()
    {
        QFETCH(QString, typed);
        QFETCH(QString, tag);
        QFETCH(QString, words);
        QCOMPARE(tagSearch(typed), (TagSearch{tag, words}));
    }

    void theyAreStoredAndFoundByLines()
    {
        const QStringList tags{u"Lamp"_s, u"VIP"_s};
        QCOMPARE(tagsOf(lineOf(tags)), tags);
        QVERIFY(tagsOf(lineOf({})).isEmpty());
        QVERIFY(tagKeys(tags).contains(tagKeys({u"vip"_s})));
        QVERIFY(!tagKeys(tags).contains(tagKeys({u"vi"_s})));
        QCOMPARE(tagKeys({}), QString());
    }
};

BATON_TEST(TagsTest)
#include "TagsTest.moc"
