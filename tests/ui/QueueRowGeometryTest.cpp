#include "ui/delegates/QueueRowGeometry.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace baton::ui;

namespace {

QueueRowParts everything()
{
    QueueRowParts parts;
    parts.name = 100;
    parts.pips = 26;
    parts.time = 30;
    parts.ring = true;
    parts.tags = {80, 60};
    parts.tagIcons = {true, false};
    parts.pen = true;
    parts.holder = 22;
    return parts;
}

void insideAndApart(const QueueRowGeometry &g, int width, int height)
{
    QList<QRect> all{g.badge,   g.name, g.pips,   g.ring, g.time, g.need,
                     g.channel, g.pen,  g.holder, g.mood, g.trend};
    all += g.tagIcons;
    all += g.tagTexts;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].isEmpty())
            continue;
        QVERIFY(QRect(0, 0, width, height).contains(all[i]));
        for (qsizetype j = i + 1; j < all.size(); ++j)
            QVERIFY2(!all[i].intersects(all[j]), qPrintable(QStringLiteral("%1 %2").arg(i).arg(j)));
    }
}

} // namespace

/// The figures are those of TOKENS §4.
class QueueRowGeometryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMoodStandsBehindTheChannelAndInItsPlaceInACompactRow()
    {
        QueueRowParts parts = everything();
        parts.mood = true;
        const QueueRowGeometry full = queueRowGeometry(336, RowDensity::Full, 1, parts);
        QCOMPARE(full.mood, QRect(42 + 14 + 6, 50, 14, 14));
        QCOMPARE(full.trend, QRect(full.mood.right() + 2, 52, 10, 10));
        QCOMPARE(full.tagIcons[0].left(), full.trend.right() + 1 + 6);
        insideAndApart(full, 336, 74);
        const QueueRowGeometry compact = queueRowGeometry(288, RowDensity::Compact, 1, parts);
        QVERIFY(compact.channel.isEmpty());
        QCOMPARE(compact.mood.left(), 40);
        QVERIFY(compact.need.left() > compact.trend.right());
        insideAndApart(compact, 288, 56);
    }

    void aFullRowIs336By74()
    {
        const QueueRowGeometry g = queueRowGeometry(336, RowDensity::Full, 1, everything());
        QCOMPARE(queueRowHeight(RowDensity::Full, 1), 74);
        QCOMPARE(g.badge, QRect(12, 10, 20, 20));
        QCOMPARE(g.name, QRect(42, 9, 100, 20));
        QCOMPARE(g.pips.left(), 42 + 100 + 5);
        QCOMPARE(g.time.right() + 1, 322);
        QCOMPARE(g.ring.size(), QSize(14, 14));
        QCOMPARE(g.ring.right() + 1 + 5, g.time.left());
        QCOMPARE(g.ring.center().y(), g.name.center().y());
        QCOMPARE(g.need, QRect(42, 29, 322 - 42, 18));
        QCOMPARE(g.channel, QRect(42, 50, 14, 14));
        QCOMPARE(g.tagTexts[0].top(), 48);
        QCOMPARE(g.tagTexts[0].height(), 18);
        QCOMPARE(g.tagIcons[0].size(), QSize(13, 13));
        QCOMPARE(g.tagIcons[0].left(), 42 + 14 + 6);
        QCOMPARE(g.holder.right() + 1, 322);
        QCOMPARE(g.pen.size(), QSize(13, 13));
        QCOMPARE(g.hairline, 73);
    }

    void aCompactRowIs288By56()
    {
        QueueRowParts parts = everything();
        parts.tags = {0};
        parts.tagIcons = {true};
        const QueueRowGeometry g = queueRowGeometry(288, RowDensity::Compact, 1, parts);
        QCOMPARE(queueRowHeight(RowDensity::Compact, 1), 56);
        QCOMPARE(g.badge, QRect(11, 9, 20, 20));
        QCOMPARE(g.name.topLeft(), QPoint(40, 8));
        QCOMPARE(g.time.right() + 1, 276);
        QCOMPARE(g.tagIcons[0].center().y(), g.name.center().y());
        QVERIFY(g.tagIcons[0].left() > g.pips.right());
        QCOMPARE(g.need.top(), g.channel.top() - 2);
        QVERIFY(g.need.left() > g.channel.right());
        QVERIFY(g.need.right() < g.pen.left());
        QCOMPARE(g.hairline, 55);
    }

    void nothingOverlapsAndNothingSticksOut_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<double>("scale");
        for (const int width : {200, 240, 288, 336, 500})
            for (const double scale : {0.9, 1.0, 1.15, 1.3})
                QTest::addRow("%d at %.2f", width, scale) << width << scale;
    }
    void nothingOverlapsAndNothingSticksOut()
    {
        QFETCH(int, width);
        QFETCH(double, scale);
        for (const RowDensity density : {RowDensity::Full, RowDensity::Compact}) {
            for (const int name : {0, 10, 90, 400}) {
                QueueRowParts parts = everything();
                parts.name = name;
                parts.tags = density == RowDensity::Full ? QList<int>{name, 300} : QList<int>{0, 0};
                insideAndApart(queueRowGeometry(width, density, scale, parts), width,
                               queueRowHeight(density, scale));
            }
        }
    }

    void aLongNameGivesWayToTheDeadline()
    {
        QueueRowParts parts = everything();
        parts.name = 1000;
        const QueueRowGeometry g = queueRowGeometry(336, RowDensity::Full, 1, parts);
        QVERIFY(g.pips.right() < g.ring.left());
        QCOMPARE(g.pips.width(), 26);
        QVERIFY(g.name.width() > 150);
    }

    void withoutADeadlineTheNameGetsTheRoom()
    {
        QueueRowParts parts;
        parts.name = 1000;
        QCOMPARE(queueRowGeometry(336, RowDensity::Full, 1, parts).name.right() + 1, 322);
    }

    void theSkeletonStandsWhereTheRowWillStand()
    {
        const QList<QRect> blocks = queueRowSkeleton(336, RowDensity::Full, 1);
        QCOMPARE(blocks,
                 (QList<QRect>{
                     {12, 10, 20, 20}, {42, 13, 130, 11}, {42, 33, 230, 10}, {42, 52, 90, 9}}));
        QCOMPARE(queueRowSkeleton(288, RowDensity::Compact, 1).size(), 3);
    }

    void everythingGrowsWithTheTextSize()
    {
        QCOMPARE(queueRowHeight(RowDensity::Full, 1.3), 96);
        QCOMPARE(queueRowHeight(RowDensity::Compact, 0.9), 50);
        QCOMPARE(queueRowGeometry(336, RowDensity::Full, 1.3, everything()).badge,
                 QRect(12, 13, 26, 26));
    }
};

BATON_TEST(QueueRowGeometryTest)
#include "QueueRowGeometryTest.moc"
