#include "core/desk/TeachingBoard.h"

#include "core/desk/ConversationJudge.h"
#include "core/signals/IntentTrial.h"
#include "core/signals/TaughtExamples.h"
#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QFile>

using namespace Qt::StringLiterals;
using namespace baton;

namespace {

/// Three intents, learnt in no time.
Catalogue things()
{
    QList<signs::LabelledText> texts;
    for (const QString &thing : {u"parcel"_s, u"invoice"_s, u"lamp"_s}) {
        for (const QString &asking : {u"where is my %1"_s, u"tell me of the %1"_s,
                                      u"what about the %1"_s, u"the %1 is not here"_s})
            texts.append({asking.arg(thing), thing});
    }
    Catalogue catalogue = signs::catalogueOf(texts);
    for (Intent &intent : catalogue.intents)
        intent.title = u"The "_s + intent.name;
    catalogue.version = 3;
    catalogue.fingerprint = "things";
    catalogue.index();
    return catalogue;
}

} // namespace

/// A correction becomes an example, is looked over, learnt beside the model in use, and used.
class TeachingBoardTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::DeskFixture> m_fixture;

    QString models() const { return m_fixture->folder.path() + u"/models"_s; }
    Desk &desk() const { return *m_fixture->desk; }
    TeachingBoard &board() const { return desk().teachingBoard(); }
    const TeachingSnapshot &now() const { return board().snapshot(); }

    void startDesk()
    {
        const Catalogue catalogue = things();
        auto model = signs::intentModelFor(catalogue, models());
        QVERIFY(model);
        m_fixture->makeDesk().setJudge(std::make_shared<const ConversationJudge>(
            signs::SignalReader::around(std::move(model).value(), models()), m_fixture->policy,
            catalogue));
        QTRY_COMPARE(now().step, TeachingStep::Ready);
        QTRY_VERIFY(now().examples > 0);
    }
    void correct(const QString &id, const QString &became)
    {
        desk().open(ConversationId(id));
        QSignalSpy shown(&desk(), &Desk::conversationChanged);
        QTRY_VERIFY(!shown.isEmpty() && shown.last().first().value<ConversationSnapshot>().judged
                    && shown.last().first().value<ConversationSnapshot>().row.id.text() == id);
        desk().correctIntent(became);
        QTRY_VERIFY(std::any_of(now().all.begin(), now().all.end(),
                                [&](const auto &one) { return one.conversation.text() == id; }));
    }
    void teachDoodads()
    {
        correct(u"d1"_s, u"lamp"_s);
        correct(u"d2"_s, u"lamp"_s);
        correct(u"d3"_s, u"lamp"_s);
        board().teach();
        QTRY_COMPARE_WITH_TIMEOUT(now().step, TeachingStep::Learnt, 60000);
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<test::DeskFixture>();
        m_fixture->arrive({m_fixture->conversation(u"p"_s, u"where is my parcel please"_s),
                           m_fixture->conversation(u"d1"_s, u"the doodad invoice went poof"_s),
                           m_fixture->conversation(u"d2"_s, u"my doodad invoice goes poof"_s),
                           m_fixture->conversation(u"d3"_s, u"poof says the doodad invoice"_s),
                           m_fixture->conversation(u"d4"_s, u"doodad invoice and then poof"_s)});
        startDesk();
    }
    void cleanup() { m_fixture.reset(); }

    void theModelInUseIsToldOf()
    {
        QCOMPARE(now().catalogueVersion, 3);
        QCOMPARE(now().intents, 3);
        QCOMPARE(now().examples, 12);
        QCOMPARE(now().corrections, 0);
        QCOMPARE(now().titles.value(u"lamp"_s), u"The lamp"_s);
        QVERIFY(now().heldOut > 0.5);
        QTRY_VERIFY(now().upToDate);
    }

    void theOpenConversationSaysWhichWordsDecided()
    {
        QSignalSpy shown(&desk(), &Desk::conversationChanged);
        desk().open(ConversationId(u"p"_s));
        const auto open = test::first<ConversationSnapshot>(shown);
        QCOMPARE(open.intentTitle, u"The parcel"_s);
        QVERIFY(!open.runnerUpTitle.isEmpty());
        // They come after the card, and stay when the conversation is read again.
        const auto deciders
            = [&] { return shown.last().first().value<ConversationSnapshot>().decidedBy; };
        QTRY_VERIFY(!deciders().isEmpty());
        QVERIFY(deciders().first().text.contains(u"parcel"_s));
        shown.clear();
        desk().addNote(u"It was asked for twice."_s);
        QTRY_VERIFY(!shown.isEmpty());
        QVERIFY(!deciders().isEmpty());
        desk().closeConversation();
        shown.clear();
        desk().open(ConversationId(u"p"_s));
        QTRY_VERIFY(!shown.isEmpty() && !deciders().isEmpty());
        // To another and back before that is read: nothing of either is lost or mixed up.
        desk().open(ConversationId(u"d1"_s));
        desk().open(ConversationId(u"p"_s));
        QTRY_VERIFY(shown.last().first().value<ConversationSnapshot>().row.id.text() == u"p"_s
                    && !deciders().isEmpty());
        QVERIFY(deciders().first().text.contains(u"parcel"_s));
    }

    void aCorrectionIsAnExampleWithWhoAndWhat()
    {
        correct(u"d1"_s, u"lamp"_s);
        const IntentCorrection one = now().all.first();
        QCOMPARE(one.text, u"the doodad invoice went poof"_s);
        QCOMPARE(one.was, u"invoice"_s);
        QCOMPARE(one.became, u"lamp"_s);
        QCOMPARE(one.agent, m_fixture->ines.person());
        QVERIFY(one.used);
        QVERIFY(!now().upToDate);
        board().leaveOut(one.conversation);
        QTRY_VERIFY(!now().all.first().used && now().upToDate);
        board().use(one.conversation);
        QTRY_VERIFY(now().all.first().used && !now().upToDate);
        QSignalSpy removed(&board(), &TeachingBoard::removed);
        board().remove(one.conversation);
        QTRY_VERIFY(now().all.isEmpty());
        board().restore(removed.first().first().value<IntentCorrection>());
        QTRY_COMPARE(now().all, QList{one});
    }

    void nothingIsSwitchedUntilItIsUsed()
    {
        teachDoodads();
        QVERIFY(now().report.has_value());
        const TeachingReport report = *now().report;
        QCOMPARE(report.taught.texts, 3);
        QVERIFY(report.taught.after > report.taught.before);
        QCOMPARE(report.all.texts, 15);
        QCOMPARE(report.routes.compared, 5);
        QVERIFY(report.routes.all);
        const auto fourth = std::find_if(
            report.routes.changes.begin(), report.routes.changes.end(),
            [](const RouteChange &one) { return one.conversation.text() == u"d4"_s; });
        QVERIFY(fourth != report.routes.changes.end());
        QCOMPARE(fourth->customer, u"Customer d4"_s);
        QCOMPARE(fourth->intentBefore, u"invoice"_s);
        QCOMPARE(fourth->intentAfter, u"lamp"_s);
        QVERIFY(!QFile::exists(models() + u"/corrections.jsonl"_s));

        board().cancel();
        QCOMPARE(now().step, TeachingStep::Ready);
        QVERIFY(!now().report);
        QVERIFY(!QFile::exists(models() + u"/corrections.jsonl"_s));
        QCOMPARE(now().corrections, 0);
    }

    void whatIsUsedJudgesTheQueueAnewAndStays()
    {
        teachDoodads();
        board().useLearnt();
        QTRY_VERIFY(now().justUsed && now().corrections == 3);
        QVERIFY(now().upToDate);
        QVERIFY(!now().report);
        QCOMPARE(now().examples, 15);
        const auto intentOf = [this](const QString &id) {
            const auto row = m_fixture->store->rows(QList{ConversationId(id)}).result();
            return row->first().judged->intent;
        };
        QTRY_COMPARE(intentOf(u"d4"_s), u"lamp"_s);
        QCOMPARE(intentOf(u"p"_s), u"parcel"_s);
        QCOMPARE(desk().intents().size(), 3); // each once, after another judge too

        m_fixture->desk.reset();
        startDesk();
        QTRY_COMPARE(now().corrections, 3);
        QCOMPARE(now().examples, 15);
        QTRY_VERIFY(now().upToDate && now().all.size() == 3);
    }

    void aTierThatAnAgentCorrectedStays()
    {
        desk().open(ConversationId(u"d4"_s));
        QSignalSpy shown(&desk(), &Desk::conversationChanged);
        QTRY_VERIFY(!shown.isEmpty());
        QVERIFY(m_fixture->store
                    ->addFeedback({ConversationId(u"d4"_s),
                                   FeedbackKind::Tier,
                                   u"B"_s,
                                   u"C"_s,
                                   {},
                                   m_fixture->ines.person(),
                                   {1}})
                    .result());
        teachDoodads();
        for (const RouteChange &one : now().report->routes.changes) {
            if (one.conversation.text() == u"d4"_s) {
                QCOMPARE(one.before, Route::Escalate);
                QCOMPARE(one.after, Route::Escalate);
            }
        }
    }

    void learningCanBeCancelled()
    {
        correct(u"d1"_s, u"lamp"_s);
        QList<TeachingStep> steps;
        connect(&board(), &TeachingBoard::changed, this, [&steps](const TeachingSnapshot &shown) {
            if (steps.isEmpty() || steps.last() != shown.step)
                steps += shown.step;
        });
        board().teach();
        board().cancel();
        QTRY_COMPARE_WITH_TIMEOUT(now().step, TeachingStep::Ready, 60000);
        QCOMPARE(steps, QList({TeachingStep::Learning, TeachingStep::Ready}));
        QVERIFY(!now().report && !now().problem);
    }

    void whatCannotBeKeptIsTold()
    {
        teachDoodads();
        // A folder stands where the file would be.
        QVERIFY(QDir().mkpath(models() + u"/corrections.jsonl/in"_s));
        board().useLearnt();
        QTRY_VERIFY(now().problem.has_value());
        QCOMPARE(now().problem->code, ErrorCode::Io);
        QCOMPARE(now().step, TeachingStep::Learnt); // it can be tried again
        QVERIFY(now().report.has_value());
        QDir(models() + u"/corrections.jsonl"_s).removeRecursively();
        board().useLearnt();
        QTRY_VERIFY(now().justUsed);
    }

    void whatIsUsedIsExported()
    {
        correct(u"d1"_s, u"lamp"_s);
        correct(u"d2"_s, u"lamp"_s);
        board().leaveOut(ConversationId(u"d2"_s));
        QTRY_VERIFY(std::any_of(now().all.begin(), now().all.end(),
                                [](const auto &one) { return !one.used; }));
        const QString path = m_fixture->folder.filePath(u"out.jsonl"_s);
        QSignalSpy exported(&board(), &TeachingBoard::exported);
        board().exportTo(path);
        QTRY_COMPARE(exported.count(), 1);
        QCOMPARE(exported.first().at(1).toInt(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 "{\"text\":\"the doodad invoice went poof\",\"intent\":\"lamp\"}\n"_ba);
        board().exportTo(u"/no/such/folder/out.jsonl"_s);
        QTRY_VERIFY(now().problem.has_value());
        QCOMPARE(exported.count(), 1);
    }
};

BATON_TEST(TeachingBoardTest)
#include "TeachingBoardTest.moc"
