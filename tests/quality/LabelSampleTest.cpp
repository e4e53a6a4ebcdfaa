#include "core/quality/LabelSample.h"

#include "core/domain/Signal.h"
#include "core/quality/Reliability.h"
#include "tests/support/TestProgram.h"

#include <random>

using namespace baton;
using namespace baton::quality;

namespace {

/// That many in a tenth, lots by their rows.
void addCandidates(std::vector<LabelCandidate> &all, int tenth, int count)
{
    for (int i = 0; i < count; ++i) {
        const auto row = qint64(all.size()) + 1;
        all.push_back({row, tenth / 10.0 + 0.05, lotOf(ConversationId(QString::number(row)))});
    }
}

std::array<int, confidenceBins> byTenth(const std::vector<LabelCandidate> &drawn)
{
    std::array<int, confidenceBins> counts{};
    for (const LabelCandidate &one : drawn)
        ++counts[size_t(confidenceBin(one.confidence))];
    return counts;
}

} // namespace

class LabelSampleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachTenthGivesAsManyWhileItHasAny()
    {
        std::vector<LabelCandidate> all;
        addCandidates(all, 9, 5'000);
        addCandidates(all, 8, 700);
        addCandidates(all, 5, 60);
        addCandidates(all, 2, 3);
        const auto drawn = drawLabels(all, 40);
        QCOMPARE(drawn.size(), 40U);
        const std::array<int, confidenceBins> counts{0, 0, 3, 0, 0, 12, 0, 0, 12, 13};
        QCOMPARE(byTenth(drawn), counts);
        // Who stops early has looked at all of them.
        QCOMPARE(byTenth({drawn.begin(), drawn.begin() + 4})[2], 1);
    }

    void theOrderTheyComeInDoesNotMatter()
    {
        std::vector<LabelCandidate> all;
        addCandidates(all, 9, 300);
        addCandidates(all, 6, 300);
        const auto drawn = drawLabels(all, 40);
        std::mt19937 dice(7); // NOLINT(cert-msc51-cpp): the same each time
        for (int i = 0; i < 5; ++i) {
            std::shuffle(all.begin(), all.end(), dice);
            QCOMPARE(drawLabels(all, 40), drawn);
        }
    }

    /// What was looked at is no candidate any more: the next draw goes on where the last ended.
    void theNextOnesAreOthers()
    {
        std::vector<LabelCandidate> all;
        addCandidates(all, 9, 100);
        const auto both = drawLabels(all, 80);
        const std::vector<LabelCandidate> first(both.begin(), both.begin() + 40);
        std::erase_if(all, [&first](const LabelCandidate &one) {
            return std::find(first.begin(), first.end(), one) != first.end();
        });
        QCOMPARE(drawLabels(all, 40), std::vector<LabelCandidate>(both.begin() + 40, both.end()));
    }

    void fewAreAllAndNoneIsNone()
    {
        std::vector<LabelCandidate> all;
        QVERIFY(drawLabels(all, 40).empty());
        addCandidates(all, 0, 2);
        addCandidates(all, 9, 1);
        QCOMPARE(drawLabels(all, 40).size(), 3U);
        QVERIFY(drawLabels(all, 0).empty());
    }
};

BATON_TEST(LabelSampleTest)
#include "LabelSampleTest.moc"
