#include "StoreFixture.h"

#include "core/store/SearchQueries.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void findsNamesOrdersAndWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("ids");
        const QStringList both({u"c2"_s, u"c1"_s});
        QTest::newRow("name") << u"Lindqvist"_s << QStringList({u"c1"_s});
        QTest::newRow("name begun") << u"lind"_s << QStringList({u"c1"_s});
        QTest::newRow("accents do not matter") << u"odegard jose"_s << QStringList();
        QTest::newRow("accents do not matter, one word") << u"jose"_s << QStringList({u"c2"_s});
        QTest::newRow("order id") << u"NW-48213"_s << QStringList({u"c1"_s});
        QTest::newRow("order id begun") << u"nw-48"_s << QStringList({u"c1"_s});
        QTest::newRow("order number alone") << u"48213"_s << QStringList({u"c1"_s});
        QTest::newRow("conversation id") << u"c2"_s << QStringList({u"c2"_s});
        QTest::newRow("word in a message") << u"broken"_s << QStringList({u"c2"_s});
        QTest::newRow("all words must occur") << u"lindqvist broken"_s << QStringList();
        QTest::newRow("newest first") << u"parcel"_s << both;
        QTest::newRow("one letter") << u"p"_s << both;
        QTest::newRow("no stemming") << u"parcels"_s << QStringList();
        QTest::newRow("nothing") << u"  "_s << QStringList();
        QTest::newRow("only signs") << u"*\"'()^:-"_s << QStringList();
        QTest::newRow("operators are words") << u"parcel NOT broken"_s << QStringList();
        QTest::newRow("quotes") << u"\"my parcel\""_s << QStringList({u"c1"_s});
        QTest::newRow("column syntax") << u"body:parcel"_s << QStringList();
    }
    void findsNamesOrdersAndWords()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, ids);
        Profile desk;
        desk.takes({{.id = u"c1"_s, .order = u"NW-48213"_s},
                    {.id = u"c2"_s,
                     .name = u"José Álvarez"_s,
                     .subject = u"Parcel"_s,
                     .messages = {{u"m1"_s, u"customer"_s, u"It came, but it is brökén"_s, 0}}}});
        QCOMPARE(desk.found(typed), ids);
        QCOMPARE(value(desk->searchIds(typed)).rows->size(), static_cast<size_t>(ids.size()));
        QCOMPARE(value(desk->search(typed, 10)).size(), ids.size());
    }

    void noTextBreaksTheQuery()
    {
        Profile desk;
        desk.takes({{}});
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo() << "seed" << seed;
        QRandomGenerator random(seed);
        const QString alphabet
            = u"ab1 \"'*-+^:(){}[]NEAR/AND OR,.\\%_\u00e9\u4e2d\U0001F600\u0301~;@#"_s + QChar(0)
            + QChar(0xd800);
        for (int i = 0; i < 2000; ++i) {
            QString typed;
            for (int n = random.bounded(40); n > 0; --n)
                typed += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
            const auto found = get(desk->searchIds(typed));
            QVERIFY2(found.has_value(), qPrintable(typed));
        }
        QVERIFY(get(desk->searchIds(QString(100'000, u'a'))).has_value());
    }

    void aHitShowsTheWordsAroundIt()
    {
        Profile desk;
        desk.takes({{.messages = {{u"m1"_s, u"customer"_s, u"Something else entirely"_s, 0},
                                  {u"m2"_s, u"customer"_s,
                                   u"I want a Refund for it, the refund please"_s, 1}}}});
        const QList<SearchHit> hits = value(desk->search(u"refund"_s, 10));
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first().where, u"message"_s);
        QCOMPARE(hits.first().excerpt, u"I want a Refund for it, the refund please"_s);
        QCOMPARE(hits.first().spans, QList<Span>({{9, 15}, {28, 34}}));
        QCOMPARE(value(desk->search(u"mara"_s, 10)).first().where, u"customer"_s);
        QCOMPARE(value(desk->search(u"where"_s, 10)).first().where, u"subject"_s);
    }

    void anExcerptIsCutAroundTheFirstHit()
    {
        const QString marked
            = u"word "_s.repeated(60) + u"\u0002hit\u0003 "_s + u"tail "_s.repeated(60);
        const Excerpt excerpt = excerptOf(marked, 80);
        QVERIFY(excerpt.text.size() <= 82);
        QVERIFY(excerpt.text.startsWith(u"…word "_s));
        QVERIFY(excerpt.text.endsWith(u'…'));
        QCOMPARE(excerpt.spans.size(), 1);
        const Span span = excerpt.spans.first();
        QCOMPARE(excerpt.text.mid(span.begin, span.end - span.begin), u"hit"_s);
        QCOMPARE(excerptOf(u"plain"_s, 80).text, u"plain"_s);
    }

    void aNewerSearchEndsAnOlderOne()
    {
        Profile desk;
        QList<Incoming> packets;
        for (int i = 0; i < 2000; ++i)
            packets.append(Made{.id = u"c%1"_s.arg(i)}.incoming());
        value(desk->apply(packets, Origin::Upstream));
        QList<QFuture<Result<QueueIds>>> ids;
        QList<QFuture<Result<QList<QueueRow>>>> rows;
        const QString typed = u"parcel"_s;
        for (int length = 1; length <= typed.size(); ++length) {
            rows.append(desk->searchRows(typed.left(length), 200));
            ids.append(desk->searchIds(typed.left(length)));
        }
        // Asking for the rows and for the ids of the same text does not disturb either.
        QCOMPARE(value(rows.takeLast()).size(), 200);
        QCOMPARE(value(ids.takeLast()).rows->size(), 2000u);
        for (auto &older : rows) {
            const auto result = get(older);
            QVERIFY(result ? result->size() == 200 : result.error().code == ErrorCode::Cancelled);
        }
        for (auto &older : ids) {
            const auto result = get(older);
            QVERIFY(result ? result->rows->size() == 2000
                           : result.error().code == ErrorCode::Cancelled);
        }
    }

    void whatWasWithdrawnIsStillFoundAndWhatWasReplacedIsNot()
    {
        Profile desk;
        desk.takes(
            {{.subject = u"Kettle"_s, .messages = {{u"m1"_s, u"customer"_s, u"whistle"_s, 0}}}});
        desk.takes({{.version = 2,
                     .subject = u"Toaster"_s,
                     .messages = {{u"m2"_s, u"customer"_s, u"crumbs"_s, 1}}}});
        QCOMPARE(desk.found(u"kettle"_s), QStringList());
        QCOMPARE(desk.found(u"toaster"_s), QStringList({u"c1"_s}));
        QCOMPARE(desk.found(u"whistle"_s), QStringList({u"c1"_s}));
        const Health health = value(desk->health());
        QCOMPARE(health.cacheProblem, QString());
    }
};

BATON_TEST(SearchTest)
#include "SearchTest.moc"
