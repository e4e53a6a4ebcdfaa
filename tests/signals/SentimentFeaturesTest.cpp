#include "core/signals/SentimentFeatures.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace baton::signs;

namespace {

Lexicon fewWords()
{
    const nlohmann::json json{
        {"lexicon", "baton-lexicon/1"},
        {"version", 1},
        {"languages", {{"en", {{"words", {{"good", 2}}}, {"negations", {"not"}}}}}},
        {"emoji", {{":(", -2}}}};
    return Lexicon::read(QByteArray::fromStdString(json.dump())).value();
}

} // namespace

class SentimentFeaturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNegationMakesOtherWordsOfTheNextFour()
    {
        // The stretches of letters stay as they are, so only words and pairs differ.
        QVERIFY(shared(u"not a b c lamp"_s, u"x a b c lamp"_s, u"lamp"_s) < wordsIn(u"lamp"_s));
        QCOMPARE(shared(u"not a b c d lamp"_s, u"x a b c d lamp"_s, u"lamp"_s), wordsIn(u"lamp"_s));
        QCOMPARE(shared(u"not. lamp"_s, u"x. lamp"_s, u"lamp"_s), wordsIn(u"lamp"_s));
    }

    void digitsCountAsOneDigit() { QCOMPARE(hashes(u"order 123"_s), hashes(u"order 987"_s)); }

    void onlyTheBeginningIsRead()
    {
        const QString first = QString(longestRead, u'a');
        QCOMPARE(hashes(first + u" lamp"_s), hashes(first));
    }

    void theShapeSaysHowItIsWritten()
    {
        const auto calm = shape(u"the lamp is here"_s);
        QCOMPARE(calm, shape(u"the lamp is gone"_s));
        for (const auto &other :
             {u"the LAMP is here"_s, u"the lamp is here!"_s, u"the lamp is here?"_s,
              u"the laaamp is here"_s, u"the lamp is here 7"_s, u"the lamp is not here"_s,
              u"the lamp is good"_s, u"the lamp is here :("_s, u"the lamp is here..."_s})
            QVERIFY2(shape(other) != calm, qPrintable(other));
    }

private:
    std::vector<quint64> hashes(const QString &text) const
    {
        auto found = moodHashes(m_lexicon.reading(text));
        std::sort(found.begin(), found.end());
        return found;
    }
    std::array<float, moodShapes> shape(const QString &text) const
    {
        return moodShape(text, m_lexicon.reading(text));
    }
    qsizetype wordsIn(const QString &text) const { return qsizetype(hashes(text).size()) - 1; }
    /// How many features of a text, but for its pair with what stood before, both others have.
    qsizetype shared(const QString &one, const QString &other, const QString &text) const
    {
        const auto a = hashes(one);
        const auto b = hashes(other);
        qsizetype count = 0;
        for (const quint64 hash : hashes(text))
            count += std::binary_search(a.begin(), a.end(), hash)
                    && std::binary_search(b.begin(), b.end(), hash)
                ? 1
                : 0;
        return count;
    }

    Lexicon m_lexicon = fewWords();
};

BATON_TEST(SentimentFeaturesTest)
#include "SentimentFeaturesTest.moc"
