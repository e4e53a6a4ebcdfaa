#pragma once

#include "core/base/Async.h"
#include "core/domain/Teaching.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

#include <atomic>
#include <memory>

namespace baton::store {
class Store;
}

namespace baton::signs {
struct LabelledText;
}

namespace baton {

class ConversationJudge;

enum class TeachingStep {
    NoModel, ///< it is being read or learnt still
    Ready,
    Learning,
    Learnt, ///< report says what it would bring; nothing is switched yet
    Keeping ///< it is being put in use
};

/// What was learnt beside the model in use.
struct TeachingReport
{
    QList<TaughtIntent> intents; ///< all, in the catalogue's order; none of these comes last
    TaughtIntent all;            ///< together
    TaughtIntent taught;         ///< of those, the texts that were taught beside the catalogue's
    RouteChanges routes;
    bool operator==(const TeachingReport &) const = default;
};

struct TeachingSnapshot
{
    TeachingStep step = TeachingStep::NoModel;
    double progress = 0; ///< 0 … 1, while learning
    // The model in use
    int catalogueVersion = 0;
    int intents = 0;
    int examples = 0;               ///< that it learnt, corrections included
    int corrections = 0;            ///< of those
    double heldOut = 0;             ///< share read rightly by models that had not seen them
    bool upToDate = true;           ///< it learnt just the corrections that are used
    bool justUsed = false;          ///< it was put in use since the corrections changed last
    QList<IntentCorrection> all;    ///< the newest first
    QHash<QString, QString> titles; ///< of intents, by name
    std::optional<TeachingReport> report;
    std::optional<Error> problem; ///< of what was tried last
    bool operator==(const TeachingSnapshot &) const = default;
};

/// What agents corrected, and how the model of intents learns from it. Lives on the GUI thread and
/// never waits. Answers come by changed().
class TeachingBoard : public QObject
{
    Q_OBJECT

public:
    explicit TeachingBoard(store::Store &store);
    ~TeachingBoard() override; ///< learning ends at once

    void setJudge(std::shared_ptr<const ConversationJudge> judge); ///< the one in use
    void refresh();                                                ///< reads the corrections anew

    void correct(const IntentCorrection &correction);
    void use(const ConversationId &id); ///< learn from it
    void leaveOut(const ConversationId &id);
    void remove(const ConversationId &id); ///< answered by removed() too
    void restore(const IntentCorrection &removed);
    /// Writes those that are used as {"text", "intent"} a line, as `intents train` reads them.
    /// Answered by exported(), or by a problem.
    void exportTo(const QString &path);

    /// Learns beside the model in use. Nothing while a step is under way or there is no model.
    void teach();
    void cancel();    ///< learning, or what was learnt
    void useLearnt(); ///< answered by taught() once it is on disk

    const TeachingSnapshot &snapshot() const { return m_shown; }
    const std::shared_ptr<const ConversationJudge> &judge() const { return m_judge; }

Q_SIGNALS:
    void changed(const baton::TeachingSnapshot &snapshot);
    void removed(const baton::IntentCorrection &correction);
    void exported(const QString &path, int count);
    void taught();                          ///< judge() is to be used from now on
    void failed(const baton::Error &error); ///< a correction could not be recorded

protected:
    bool event(QEvent *event) override;

private:
    struct Learnt;
    using Examples = QList<signs::LabelledText>;
    Result<Learnt> learn(const ConversationJudge &judge, const Examples &examples);
    const IntentCorrection *find(const ConversationId &id) const;
    void write(const QFuture<Result<void>> &writing);
    void readTaught();
    bool goesOn(double done); ///< on the thread that works
    void end(TeachingStep step, const Error &why);
    void compareTaught();
    void publish();

    store::Store &m_store;
    std::shared_ptr<const ConversationJudge> m_judge;
    std::shared_ptr<const Learnt> m_learnt;
    TeachingSnapshot m_shown;
    std::unique_ptr<const Examples> m_taught; ///< corrections that the model in use learnt
    quint64 m_asked = 0;
    std::atomic_bool m_cancelled = false;
    std::atomic_int m_percent = 0;
    SerialExecutor m_work; ///< last: ends before the rest
};

} // namespace baton
