#include "core/quality/EditDistance.h"
#include "core/quality/DraftUses.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::quality;

namespace {

/// By its definition, one end at a time.
qsizetype byDefinition(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.size() + b.size();
    if (a.back() == b.back())
        return byDefinition(a.chopped(1), b.chopped(1));
    return 1
        + std::min({byDefinition(a.chopped(1), b), byDefinition(a, b.chopped(1)),
                    byDefinition(a.chopped(1), b.chopped(1))});
}

} // namespace

class EditDistanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownPairs_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("distance");
        QTest::newRow("kitten") << u"kitten"_s << u"sitting"_s << 3;
        QTest::newRow("same") << u"as it was"_s << u"as it was"_s << 0;
        QTest::newRow("empty") << QString() << u"four"_s << 4;
        QTest::newRow("inside") << u"within 2 banking days"_s << u"within 12 banking days"_s << 1;
    }
    void knownPairs()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(int, distance);
        QCOMPARE(levenshtein(a, b), distance);
        QCOMPARE(levenshtein(b, a), distance);
    }

    void agreesWithItsDefinition()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator dice(seed);
        const auto word = [&dice] {
            QString out;
            for (int i = dice.bounded(8); i > 0; --i)
                out += QChar(u'a' + dice.bounded(3));
            return out;
        };
        for (int i = 0; i < 300; ++i) {
            const QString a = word();
            const QString b = word();
            QCOMPARE(levenshtein(a, b), byDefinition(a, b));
        }
    }

    void theShareIsOfTheLongerText()
    {
        QCOMPARE(editDistance({}, {}), 0.0);
        QCOMPARE(editDistance(u"abcd"_s, u"abxx"_s), 0.5);
        QCOMPARE(editDistance(u"abcd"_s, QString()), 1.0);
    }

    void whatBecameOfADraft()
    {
        const QString draft
            = u"Hello Maren. The second charge is a duplicate and comes back within "
              u"2 banking days. We will also credit €20 to your account."_s;
        QCOMPARE(useOf(draft, draft, Began::WithTheDraft).fate, DraftFate::AsIs);

        const DraftUse light = useOf(draft,
                                     u"Hello Maren. The second charge is a duplicate and came back "
                                     u"within 2 banking days."_s,
                                     Began::WithTheDraft);
        QCOMPARE(light.fate, DraftFate::Light);
        QCOMPARE(light.survival,
                 QList<Survival>({Survival::Kept, Survival::Edited, Survival::Removed}));
        QVERIFY(light.distance > 0.2 && light.distance < 0.5);

        const QString own = u"Good morning, I have asked the courier and shall call you."_s;
        QCOMPARE(useOf(draft, own, Began::WithTheDraft).fate, DraftFate::Rewritten);
        QCOMPARE(useOf(draft, own, Began::Unknown).fate, DraftFate::Unused);

        const DraftUse gone = discarded(draft, u"wrong_facts"_s);
        QCOMPARE(gone.fate, DraftFate::Discarded);
        QCOMPARE(gone.distance, 1.0);
        QCOMPARE(gone.survival.count(Survival::Removed), 3);
        QCOMPARE(gone.why, u"wrong_facts"_s);
    }
};

BATON_TEST(EditDistanceTest)
#include "EditDistanceTest.moc"
