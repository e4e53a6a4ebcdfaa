#include "core/signals/IntentLesson.h"
#include "core/signals/SignalReader.h"
#include "core/signals/TaughtExamples.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::signs;

namespace {

/// Three intents that are easy to tell apart, and what is outside.
Catalogue lessonCatalogue()
{
    QList<LabelledText> texts;
    for (const QString &thing : {u"parcel"_s, u"invoice"_s, u"lamp"_s}) {
        for (const QString &asking : {u"where is my %1"_s, u"tell me of the %1"_s,
                                      u"what about the %1"_s, u"the %1 is not here"_s})
            texts.append({asking.arg(thing), thing});
    }
    Catalogue catalogue = catalogueOf(
        texts, {u"sing me a song"_s, u"what is the weather"_s, u"sing about the weather"_s});
    catalogue.index();
    return catalogue;
}

QList<LabelledText> slang()
{
    return {{u"the doodad went poof"_s, u"lamp"_s},
            {u"my doodad goes poof again"_s, u"lamp"_s},
            {u"poof says the doodad"_s, u"lamp"_s},
            {u"doodad and then poof"_s, u"lamp"_s}};
}

} // namespace

class IntentLessonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_catalogue = lessonCatalogue();
        m_catalogue.fingerprint = "lesson";
        Result<IntentModel> model = IntentModel::train(m_catalogue);
        QVERIFY(model);
        m_model = std::move(model).value();
    }

    void whatWasTaughtIsReadByModelsThatHadNotSeenIt()
    {
        const auto lesson = teachIntents(m_catalogue, m_model, {}, slang());
        QVERIFY(lesson);
        QCOMPARE(lesson->taught.texts, 4);
        QVERIFY(lesson->taught.after > lesson->taught.before);
        QCOMPARE(lesson->taught.after, 4);
        QStringList names;
        for (const TaughtIntent &one : lesson->intents)
            names += one.intent;
        QCOMPARE(names, QStringList({u"parcel"_s, u"invoice"_s, u"lamp"_s, QString()}));
        QCOMPARE(lesson->intents[2].texts, 8);
        QCOMPARE(lesson->intents[2].taught, 4);
        QCOMPARE(lesson->intents[0].taught, 0);
        for (const TaughtIntent &one : lesson->intents)
            QVERIFY(one.flips >= std::abs(one.after - one.before));
        const TaughtIntent all = sumOf(lesson->intents);
        QCOMPARE(all.texts, 19);
        QCOMPARE(double(all.after) / all.texts, heldOutRight(lesson->model));
        QCOMPARE(lesson->model.fingerprint(), taught(m_catalogue, slang()).fingerprint);
    }

    void theSameAgainIsNotLearntAnew()
    {
        const auto first = teachIntents(m_catalogue, m_model, {}, slang());
        QVERIFY(first);
        int asked = 0;
        const auto again
            = teachIntents(m_catalogue, first->model, slang(), slang(), [&asked](double) {
                  ++asked;
                  return true;
              });
        QVERIFY(again);
        QCOMPARE(asked, 0);
        // Before is what models that had not seen the texts read, as after is.
        for (const TaughtIntent &one : again->intents)
            QCOMPARE(one.before, one.after);
        QCOMPARE(again->taught.before, first->taught.after);
    }

    void whatIsUnlearntIsGone()
    {
        const auto first = teachIntents(m_catalogue, m_model, {}, slang());
        QVERIFY(first);
        const auto back = teachIntents(m_catalogue, first->model, slang(), {});
        QVERIFY(back);
        QCOMPARE(back->taught, TaughtIntent());
        QCOMPARE(back->model.toBytes(), m_model.toBytes());
    }

    void whatLearningAnewMovesByItselfIsChance()
    {
        QVERIFY(!isMoved({u"lamp"_s, 95, 52, 43, 25}));
        QVERIFY(isMoved({u"lamp"_s, 95, 52, 37, 19}));
        QVERIFY(isMoved({u"lamp"_s, 95, 52, 67, 19}));
        QVERIFY(!isMoved({}));
    }

    void itCanBeCancelled()
    {
        const auto stopped
            = teachIntents(m_catalogue, m_model, {}, slang(), [](double) { return false; });
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }

    void aFileAndCorrectionsAreKeptApart()
    {
        const QTemporaryDir folder;
        const QString models = folder.filePath(u"models"_s);
        const QList<LabelledText> file{{u"from a file"_s, u"lamp"_s}};
        QVERIFY(keepTaught(models, TaughtBy::File, file));
        QVERIFY(keepTaught(models, TaughtBy::Corrections, slang()));
        QCOMPARE(*taughtExamples(models), file + slang());
        QVERIFY(keepTaught(models, TaughtBy::File, {}));
        QCOMPARE(*taughtExamples(models), slang());
        QVERIFY(keepTaught(models, TaughtBy::Corrections, {}));
        QVERIFY(taughtExamples(models)->isEmpty());
    }

    void oneModelIsKeptAtATime()
    {
        const QTemporaryDir folder;
        QVERIFY(intentModelFor(m_catalogue, folder.path()));
        const auto lesson = teachIntents(m_catalogue, m_model, {}, slang());
        QVERIFY(keepLesson(folder.path(), TaughtBy::Corrections, slang(), lesson->model));
        QCOMPARE(QDir(folder.path()).entryList({u"intents-*.bin"_s}).size(), 1);
        int asked = 0;
        const auto read = intentModelFor(m_catalogue, folder.path(), [&asked](double) {
            ++asked;
            return true;
        });
        QVERIFY(read);
        QCOMPARE(read->fingerprint(), lesson->model.fingerprint());
        QCOMPARE(asked, 0);
    }

    void whatIsLeftOutIsNoExample()
    {
        IntentCorrection newer{ConversationId(u"c2"_s), u"newer"_s, {}, u"lamp"_s, {}, {2}};
        IntentCorrection older{ConversationId(u"c1"_s), u"older"_s, u"lamp"_s, {}, {}, {1}};
        const QList<LabelledText> both{{u"older"_s, {}}, {u"newer"_s, u"lamp"_s}};
        QCOMPARE(examplesOf({newer, older}), both);
        older.used = false;
        QCOMPARE(examplesOf({newer, older}), both.last(1));
    }

    void aFileThatCannotBeWrittenIsToldByItsName()
    {
        const QString path = u"/no/such/folder/examples.jsonl"_s;
        const Result<void> written = writeExamples(path, slang());
        QCOMPARE(written.error().code, ErrorCode::Io);
        QCOMPARE(written.error().subject, path);
    }

private:
    Catalogue m_catalogue;
    IntentModel m_model;
};

BATON_TEST(IntentLessonTest)
#include "IntentLessonTest.moc"
