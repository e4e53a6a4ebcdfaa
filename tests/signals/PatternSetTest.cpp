#include "core/signals/PatternSet.h"

#include "core/signals/Plain.h"
#include "core/signals/SignalReader.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QFile>
#include <QtTest/QTest>
#include <nlohmann/json.hpp>
#include <re2/re2.h>

using namespace baton;
using namespace baton::signs;

namespace {

PatternSet setOf(const std::vector<std::string> &patterns, const std::vector<QByteArray> &usual)
{
    PatternSet set;
    for (const std::string &pattern : patterns) {
        if (set.add(pattern) != 0)
            qFatal("RE2 refuses %s", pattern.c_str());
    }
    set.compile(usual);
    return set;
}

bool matches(const re2::RE2 &pattern, const QByteArray &text)
{
    return re2::RE2::PartialMatch(re2::StringPiece(text.constData(), size_t(text.size())), pattern);
}

/// As Terms reads them: what is no ASCII loses its accents.
std::string asRead(const std::string &utf8)
{
    std::string bytes;
    for (const QChar c : QString::fromStdString(utf8))
        bytes += c.unicode() < 0x80 ? std::string(1, char(c.unicode()))
                                    : plain(QStringView(&c, 1)).toStdString();
    return bytes;
}

} // namespace

class PatternSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatCanMatch()
    {
        const PatternSet set = setOf({"lawyer|solicitor", "refund.*now", "court"}, {});
        QCOMPARE(set.candidates("my solicitor wants a refund"), (std::vector<int>{0}));
        QCOMPARE(set.candidates("refund me now"), (std::vector<int>{1}));
        QCOMPARE(set.candidates("court and lawyer"), (std::vector<int>{0, 2}));
        QCOMPARE(set.candidates("good morning"), std::vector<int>());
        QCOMPARE(set.candidates(""), std::vector<int>());
    }

    void asksForTheRarestPieceFirst()
    {
        // Ten patterns share "promised"; in one re2::FilteredRE2 it would be left out.
        std::vector<std::string> patterns;
        for (const char *subject :
             {"have", "has", "had", "been", "were", "you", "they", "she", "was", "are"})
            patterns.push_back(std::string("\\b") + subject + "\\s+(?:\\w+\\s+)?promised\\b");
        const PatternSet set
            = setOf(patterns, {"you have it", "they were", "have you", "promised"});
        QCOMPARE(set.candidates("have you been there, they were and she was"), std::vector<int>());
        QCOMPARE(set.candidates("they promised"), (std::vector<int>{6}));
    }

    void aPatternWithoutPiecesIsAlwaysACandidate()
    {
        const PatternSet set = setOf({"\\d+", "card"}, {});
        QCOMPARE(set.candidates("nothing"), (std::vector<int>{0}));
        QCOMPARE(set.candidates("a card"), (std::vector<int>{0, 1}));
    }

    void refusesWhatRe2Refuses()
    {
        PatternSet set;
        QCOMPARE(set.add("("), int(re2::RE2::ErrorMissingParen));
        QCOMPARE(set.add("card"), 0);
        set.compile({});
        QCOMPARE(set.size(), 1);
        QCOMPARE(set.candidates("a card"), (std::vector<int>{0}));
    }

    void aSetWithoutPatternsHasNoCandidates()
    {
        const PatternSet set = setOf({}, {"usual"});
        QCOMPARE(set.candidates("usual"), std::vector<int>());
    }

    /// The guards come from RE2's own conditions; what they leave out must not match.
    void missesNoMatchOfTheBundledPatterns()
    {
        QFile file(QStringLiteral(":/policy/terms.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto document = nlohmann::json::parse(file.readAll().toStdString());
        PatternSet set;
        for (const auto &rule : document.at("rules")) {
            for (const char *kind : {"patterns", "except"}) {
                for (const auto &pattern : rule.value(kind, nlohmann::json::array())) {
                    QCOMPARE(set.add(asRead(pattern.get<std::string>())), 0);
                }
            }
        }
        const Terms terms = bundledTerms();
        std::vector<QByteArray> texts;
        for (const TermExample &example : terms.examples())
            texts.push_back(plain(example.text));
        set.compile({texts.begin(), texts.begin() + qsizetype(texts.size() / 2)});

        qint64 tried = 0;
        qint64 found = 0;
        constexpr size_t every = 10; // texts; on all of them all patterns take 20 s
        for (size_t i = 0; i < texts.size(); i += every) {
            const QByteArray &text = texts[i];
            const std::vector<int> candidates = set.candidates(text);
            tried += qint64(candidates.size());
            for (int number = 0; number < set.size(); ++number) {
                if (!matches(set.pattern(number), text))
                    continue;
                ++found;
                QVERIFY2(std::binary_search(candidates.begin(), candidates.end(), number),
                         set.pattern(number).pattern().c_str());
            }
        }
        QVERIFY(found > 50);
        const double share
            = double(tried * qint64(every)) / double(texts.size()) / double(set.size());
        QVERIFY2(share < 0.02, qPrintable(QString::number(share)));
    }
};

BATON_TEST(PatternSetTest)
#include "PatternSetTest.moc"
