#include "core/signals/Sentiment.h"
#include "core/signals/SignalReader.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::signs;

namespace {

/// Words that no lexicon knows, so that only what was learnt can speak.
QList<FeltText> madeUpTexts()
{
    QList<FeltText> texts;
    for (const char *thing : {"lamp", "chair", "parcel", "table", "shelf", "clock"}) {
        const QString name = QString::fromLatin1(thing);
        texts.append({u"the %1 is zubbly"_s.arg(name), Feeling::Negative, {}});
        texts.append({u"a %1 came"_s.arg(name), Feeling::Neutral, {}});
        texts.append({u"the %1 is mirfy"_s.arg(name), Feeling::Positive, {}});
    }
    return texts;
}

Lexicon smallLexicon()
{
    return Lexicon::read(R"({"lexicon": "baton-lexicon/1", "version": 1, "languages": {"en":
        {"words": {"good": 2, "bad": -2}, "negations": ["not"]}}})")
        .value();
}

} // namespace

class SentimentModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Result<SentimentModel> model = SentimentModel::train(smallLexicon(), madeUpTexts());
        QVERIFY(model);
        m_model = std::make_unique<SentimentModel>(std::move(model).value());
        m_trained = std::make_unique<Sentiment>(smallLexicon(), *m_model);
    }

    void readsByWhatItLearnt()
    {
        QVERIFY(m_trained->isTrained());
        QVERIFY(m_trained->read(u"my lamp is zubbly"_s).valence < -0.2);
        QVERIFY(m_trained->read(u"my lamp is mirfy"_s).valence > 0.2);
        const auto chances = m_trained->chances(u"my lamp is zubbly"_s);
        QVERIFY(std::abs(chances[0] + chances[1] + chances[2] - 1) < 1e-5);
        QCOMPARE(std::max_element(chances.begin(), chances.end()) - chances.begin(),
                 qsizetype(Feeling::Negative));
        QVERIFY(std::abs(m_trained->read(u"my lamp is zubbly"_s).valence
                         - double(chances[2] - chances[0]))
                < 1e-4);
    }

    void withoutAModelTheLexiconSpeaks()
    {
        const Sentiment rules(smallLexicon());
        QVERIFY(!rules.isTrained());
        QCOMPARE(rules.read(u"zubbly"_s).valence, 0.0);
        QCOMPARE(rules.read(u"a good lamp"_s).valence, smallLexicon().valence(u"a good lamp"_s));
        const auto likeliest = [&](const QString &text) {
            const auto chances = rules.chances(text);
            return Feeling(std::max_element(chances.begin(), chances.end()) - chances.begin());
        };
        QCOMPARE(likeliest(u"a lamp"_s), Feeling::Neutral);
        QCOMPARE(likeliest(u"good, so good"_s), Feeling::Positive);
        QCOMPARE(likeliest(u"bad, so bad"_s), Feeling::Negative);
    }

    void theWordsThatCarriedItAreTheLexicons()
    {
        const auto carriers = m_trained->read(u"a good lamp"_s).carriers;
        QCOMPARE(carriers.size(), 1U);
        QCOMPARE(carriers.front().begin, 2);
        QCOMPARE(carriers.front().end, 6);
    }

    void theSameExamplesGiveTheSameModel()
    {
        const auto again = SentimentModel::train(smallLexicon(), madeUpTexts());
        QVERIFY(again);
        QCOMPARE(again->toBytes(), m_model->toBytes());
        QVERIFY(m_trained->fingerprint() != Sentiment(smallLexicon()).fingerprint());
    }

    void isKeptAndReadBack()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"models/sentiment.bin"_s);
        QCOMPARE(SentimentModel::load(path, smallLexicon()).error().code, ErrorCode::NotFound);
        QVERIFY(m_model->save(path));
        const auto loaded = SentimentModel::load(path, smallLexicon());
        QVERIFY(loaded);
        QCOMPARE(loaded->toBytes(), m_model->toBytes());
        QCOMPARE(SentimentModel::load(path, bundledLexicon()).error().code, ErrorCode::NotFound);
    }

    void aDamagedFileIsRefused()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"sentiment.bin"_s);
        QVERIFY(m_model->save(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        char there = 0;
        QVERIFY(file.getChar(&there));
        QVERIFY(file.seek(file.size() / 2));
        QVERIFY(file.putChar(char(there ^ 1)));
        file.close();
        QCOMPARE(SentimentModel::load(path, smallLexicon()).error().code, ErrorCode::Corrupt);
        QVERIFY(file.resize(10));
        QCOMPARE(SentimentModel::load(path, smallLexicon()).error().code, ErrorCode::Corrupt);
    }

    void needsTwoFeelingsAndCanBeStopped()
    {
        const auto alone = SentimentModel::train(smallLexicon(), {{u"a"_s, Feeling::Neutral, {}}});
        QCOMPARE(alone.error().code, ErrorCode::InvalidInput);
        const auto stopped
            = SentimentModel::train(smallLexicon(), madeUpTexts(), [](double) { return false; });
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }

    void anEmptyTextIsRead()
    {
        QVERIFY(std::abs(m_trained->read({}).valence) <= 1);
        QCOMPARE(Sentiment(smallLexicon()).read({}).valence, 0.0);
    }

private:
    std::unique_ptr<SentimentModel> m_model;
    std::unique_ptr<Sentiment> m_trained;
};

BATON_TEST(SentimentModelTest)
#include "SentimentModelTest.moc"
