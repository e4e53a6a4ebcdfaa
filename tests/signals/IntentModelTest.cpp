#include "core/signals/IntentModel.h"
#include "core/policy/Policy.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::signs;

class IntentModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_catalogue = policy::bundledCatalogue();
        QElapsedTimer timer;
        timer.start();
        Result<IntentModel> trained = IntentModel::train(m_catalogue);
        QVERIFY(trained);
        m_model = std::move(trained).value();
        qInfo("trained in %lld ms; %.1f %% right on examples held apart", timer.elapsed(),
              m_model.heldOutAccuracy() * 100);
    }

    void theBundledCatalogueIsLearnt()
    {
        QVERIFY(m_catalogue.intents.size() >= 40);
        for (const Intent &intent : m_catalogue.intents)
            QVERIFY2(intent.examples.size() >= 15, qPrintable(intent.name));
        QVERIFY(m_model.heldOutAccuracy() >= 0.55);
    }

    void knowsWhatATextIsAbout_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("intent");
        QTest::newRow("en") << u"you charged my card two times for one order"_s
                            << u"duplicate_charge"_s;
        QTest::newRow("de") << u"Mein Passwort geht nicht, ich möchte es zurücksetzen"_s
                            << u"password_reset"_s;
        QTest::newRow("es") << u"¿Cuáles son los horarios de atención del chat?"_s
                            << u"opening_hours"_s;
        QTest::newRow("none") << u"what is the capital of Mongolia"_s << QString();
    }
    void knowsWhatATextIsAbout()
    {
        QFETCH(QString, text);
        const auto prediction = m_model.predict({{text}});
        QTEST(prediction.best.name, "intent");
        QVERIFY(prediction.best.confidence > prediction.runnerUp.confidence);
        QVERIFY(prediction.best.confidence + prediction.runnerUp.confidence <= 1.0001);
    }

    void saysWhichWordsDecided()
    {
        const QString text = u"Hello, could you tell me where the refund for my lamp is"_s;
        const std::vector<IntentModel::Decider> words = m_model.deciders({{text}});
        QVERIFY(!words.empty() && words.size() <= 3);
        QStringList said;
        float before = words.front().weight;
        for (const IntentModel::Decider &word : words) {
            QCOMPARE(word.part, size_t(0));
            QVERIFY(word.weight > 0 && word.weight <= before);
            before = word.weight;
            said += text.mid(word.begin, word.end - word.begin);
        }
        QVERIFY2(said.join(u' ').contains(u"refund"_s), qPrintable(said.join(u", "_s)));
        QVERIFY(m_model.deciders({}).empty());
        QVERIFY(m_model.deciders({{u"…"}}).empty());
    }

    void wordsOfALaterPartDecideToo()
    {
        const QString first = u"hello there and good morning"_s;
        const QString second = u"I forgot my password"_s;
        const auto words = m_model.deciders({{first}, {second, 1}});
        QVERIFY(!words.empty());
        QCOMPARE(words.front().part, size_t(1));
        QVERIFY(second.mid(words.front().begin).startsWith(u"password"_s)
                || second.mid(0, words.front().end).endsWith(u"password"_s));
    }

    void theSameModelComesBackFromItsFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"models/intents.bin"_s);
        QVERIFY(m_model.save(path));
        const Result<IntentModel> loaded = IntentModel::load(path, m_catalogue.fingerprint);
        QVERIFY(loaded);
        const QString text = u"the parcel says delivered but nothing is here"_s;
        QCOMPARE(loaded->predict({{text}}).best, m_model.predict({{text}}).best);
        QCOMPARE(loaded->predict({{text}}).runnerUp, m_model.predict({{text}}).runnerUp);
        QCOMPARE(IntentModel::load(path, "another").error().code, ErrorCode::NotFound);
    }

    void aDamagedFileIsRefused()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"intents.bin"_s);
        QCOMPARE(IntentModel::load(path, m_catalogue.fingerprint).error().code,
                 ErrorCode::NotFound);
        QVERIFY(m_model.save(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        QCOMPARE(file.write("x", 1), 1);
        file.close();
        QCOMPARE(IntentModel::load(path, m_catalogue.fingerprint).error().code, ErrorCode::Corrupt);
        QVERIFY(file.resize(20));
        QCOMPARE(IntentModel::load(path, m_catalogue.fingerprint).error().code, ErrorCode::Corrupt);
    }

    void trainingTwiceGivesTheSameModel()
    {
        Catalogue small = m_catalogue;
        small.intents.resize(4);
        const QString text = u"where is my order"_s;
        QCOMPARE(IntentModel::train(small)->predict({{text}}).best,
                 IntentModel::train(small)->predict({{text}}).best);
    }

    void trainingCanBeCancelled()
    {
        int asked = 0;
        const auto stopped
            = IntentModel::train(m_catalogue, [&asked](double) { return ++asked < 2; });
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QCOMPARE(asked, 2);
    }

    void oneIntentIsNotEnough()
    {
        Catalogue one;
        one.intents = {m_catalogue.intents.first()};
        QCOMPARE(IntentModel::train(one).error().code, ErrorCode::InvalidInput);
    }

private:
    Catalogue m_catalogue;
    IntentModel m_model;
};

BATON_TEST(IntentModelTest)
#include "IntentModelTest.moc"
