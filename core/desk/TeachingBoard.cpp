#include "core/desk/TeachingBoard.h"

#include "core/base/Post.h"
#include "core/desk/ConversationJudge.h"
#include "core/desk/RouteComparison.h"
#include "core/signals/IntentLesson.h"
#include "core/store/Store.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr double learningShare = 0.9; // of the progress; the rest is comparing routes

using Labelled = QList<signs::LabelledText>;

QString modelsOf(const store::Store &store)
{
    return store.paths().data + u"/models"_s;
}

Labelled sorted(Labelled examples)
{
    std::sort(examples.begin(), examples.end(),
              [](const signs::LabelledText &a, const signs::LabelledText &b) {
                  return std::tie(a.text, a.intent) < std::tie(b.text, b.intent);
              });
    return examples;
}

} // namespace

/// A judge with what was learnt, that is not in use yet.
struct TeachingBoard::Learnt
{
    std::shared_ptr<const ConversationJudge> judge;
    Examples examples;
    TeachingReport report;
};

TeachingBoard::TeachingBoard(store::Store &store)
    : m_store(store)
    , m_taught(std::make_unique<const Examples>())
{ }

TeachingBoard::~TeachingBoard()
{
    m_cancelled = true;
}

bool TeachingBoard::event(QEvent *event)
{
    return runPosted(this, event) || QObject::event(event);
}

void TeachingBoard::compareTaught()
{
    m_shown.upToDate = sorted(signs::examplesOf(m_shown.all)) == sorted(*m_taught);
}

void TeachingBoard::publish()
{
    const TeachingSnapshot shown = m_shown;
    Q_EMIT changed(shown);
}

void TeachingBoard::setJudge(std::shared_ptr<const ConversationJudge> judge)
{
    m_judge = std::move(judge);
    const Catalogue &catalogue = m_judge->catalogue();
    m_shown.catalogueVersion = catalogue.version;
    m_shown.intents = int(catalogue.intents.size());
    m_shown.examples = int(m_judge->model().heldOut().size());
    m_shown.heldOut = signs::heldOutRight(m_judge->model());
    for (const Intent &intent : catalogue.intents)
        m_shown.titles.insert(intent.name, intent.title);
    if (m_shown.step == TeachingStep::NoModel)
        m_shown.step = TeachingStep::Ready;
    readTaught();
    refresh();
}

void TeachingBoard::readTaught()
{
    const auto reading = m_work.run([models = modelsOf(m_store)] {
        return signs::taughtExamples(models, signs::TaughtBy::Corrections);
    });
    onFinished(reading, this, [this](const Result<Labelled> &taught) {
        if (!taught)
            m_shown.problem = taught.error();
        m_taught = std::make_unique<const Examples>(taught.value_or({}));
        m_shown.corrections = int(m_taught->size());
        compareTaught();
        publish();
    });
}

void TeachingBoard::refresh()
{
    onFinished(m_store.corrections(), this,
               [this, asked = ++m_asked](const Result<QList<IntentCorrection>> &all) {
                   if (asked != m_asked)
                       return;
                   if (all) {
                       m_shown.all = *all;
                       compareTaught();
                   } else {
                       m_shown.problem = all.error();
                   }
                   publish();
               });
}

const IntentCorrection *TeachingBoard::find(const ConversationId &id) const
{
    const auto at
        = std::find_if(m_shown.all.begin(), m_shown.all.end(),
                       [&](const IntentCorrection &one) { return one.conversation == id; });
    return at == m_shown.all.end() ? nullptr : &*at;
}

void TeachingBoard::write(const QFuture<Result<void>> &writing)
{
    m_shown.problem.reset();
    m_shown.justUsed = false;
    onFinished(writing, this, [this](const Result<void> &done) {
        if (!done)
            m_shown.problem = done.error();
        refresh();
    });
}

void TeachingBoard::correct(const IntentCorrection &correction)
{
    onFinished(m_store.correctIntent(correction), this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(done.error());
        refresh();
    });
}

void TeachingBoard::use(const ConversationId &id)
{
    if (const IntentCorrection *known = find(id)) {
        IntentCorrection correction = *known;
        correction.used = true;
        write(m_store.keepCorrection(correction));
    }
}

void TeachingBoard::leaveOut(const ConversationId &id)
{
    if (const IntentCorrection *known = find(id)) {
        IntentCorrection correction = *known;
        correction.used = false;
        write(m_store.keepCorrection(correction));
    }
}

void TeachingBoard::remove(const ConversationId &id)
{
    if (const IntentCorrection *known = find(id)) {
        const IntentCorrection correction = *known;
        write(m_store.removeCorrection(id));
        Q_EMIT removed(correction);
    }
}

void TeachingBoard::restore(const IntentCorrection &removed)
{
    write(m_store.keepCorrection(removed));
}

void TeachingBoard::exportTo(const QString &path)
{
    const Labelled examples = signs::examplesOf(m_shown.all);
    const auto writing
        = m_work.run([path, examples] { return signs::writeExamples(path, examples); });
    onFinished(writing, this, [this, path, count = examples.size()](const Result<void> &done) {
        m_shown.problem.reset();
        if (!done)
            m_shown.problem = done.error();
        publish();
        if (done)
            Q_EMIT exported(path, int(count));
    });
}

bool TeachingBoard::goesOn(double done)
{
    const int percent = int(done * 100);
    if (m_percent.exchange(percent) != percent) {
        post(this, [this, percent] {
            if (m_shown.step != TeachingStep::Learning)
                return;
            m_shown.progress = percent / 100.0;
            publish();
        });
    }
    return !m_cancelled;
}

Result<TeachingBoard::Learnt> TeachingBoard::learn(const ConversationJudge &judge,
                                                   const Examples &examples)
{
    const QString models = modelsOf(m_store);
    const Result<Labelled> file = signs::taughtExamples(models, signs::TaughtBy::File);
    const Result<Labelled> knew = signs::taughtExamples(models);
    if (!file || !knew)
        return file ? knew.error() : file.error();
    Result<signs::IntentLesson> lesson
        = signs::teachIntents(judge.catalogue(), judge.model(), *knew, *file + examples,
                              [this](double done) { return goesOn(done * learningShare); });
    if (!lesson)
        return lesson.error();
    Learnt learnt;
    learnt.judge = std::make_shared<const ConversationJudge>(
        signs::SignalReader::around(std::move(lesson->model), models), judge.policy(),
        judge.catalogue());
    learnt.examples = examples;
    learnt.report.taught = lesson->taught;
    learnt.report.all = signs::sumOf(lesson->intents);
    learnt.report.intents = std::move(lesson->intents);
    Result<RouteChanges> routes = compareRoutes(m_store, judge, *learnt.judge, [this](double done) {
        return goesOn(learningShare + done * (1 - learningShare));
    });
    if (!routes)
        return routes.error();
    learnt.report.routes = std::move(routes).value();
    return learnt;
}

void TeachingBoard::end(TeachingStep step, const Error &why)
{
    m_shown.step = step;
    if (why.code != ErrorCode::Cancelled)
        m_shown.problem = why;
    publish();
}

void TeachingBoard::teach()
{
    if (m_shown.step != TeachingStep::Ready)
        return;
    m_cancelled = false;
    m_percent = 0;
    m_shown.step = TeachingStep::Learning;
    m_shown.progress = 0;
    m_shown.problem.reset();
    m_shown.justUsed = false;
    publish();
    const auto learning
        = m_work.run([this, judge = m_judge, examples = signs::examplesOf(m_shown.all)] {
              return learn(*judge, examples);
          });
    onFinished(learning, this, [this](const Result<Learnt> &learnt) {
        if (!learnt)
            return end(TeachingStep::Ready, learnt.error());
        if (m_cancelled)
            return end(TeachingStep::Ready, {ErrorCode::Cancelled, {}, {}});
        m_learnt = std::make_shared<const Learnt>(*learnt);
        m_shown.report = learnt->report;
        m_shown.step = TeachingStep::Learnt;
        publish();
    });
}

void TeachingBoard::cancel()
{
    if (m_shown.step == TeachingStep::Learning)
        m_cancelled = true;
    if (m_shown.step != TeachingStep::Learnt)
        return;
    m_learnt.reset();
    m_shown.report.reset();
    m_shown.problem.reset();
    m_shown.step = TeachingStep::Ready;
    publish();
}

void TeachingBoard::useLearnt()
{
    if (m_shown.step != TeachingStep::Learnt)
        return;
    m_shown.step = TeachingStep::Keeping;
    m_shown.problem.reset();
    publish();
    const auto keeping = m_work.run([learnt = m_learnt, models = modelsOf(m_store)] {
        return signs::keepLesson(models, signs::TaughtBy::Corrections, learnt->examples,
                                 learnt->judge->model());
    });
    onFinished(keeping, this, [this](const Result<void> &kept) {
        if (!kept)
            return end(TeachingStep::Learnt, kept.error());
        m_judge = m_learnt->judge;
        m_learnt.reset();
        m_shown.report.reset();
        m_shown.justUsed = true;
        m_shown.step = TeachingStep::Ready;
        Q_EMIT taught();
    });
}

} // namespace baton
