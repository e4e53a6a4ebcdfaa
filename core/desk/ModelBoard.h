#pragma once

#include "core/base/Result.h"
#include "core/desk/Settings.h"
#include "core/domain/ModelText.h"
#include "core/models/ModelNames.h"

#include <QtCore/QElapsedTimer>

namespace baton::secrets {
class Secrets;
}

namespace baton {

enum class TrialStep {
    Idle,
    Listing, ///< its models are asked for
    Asking,  ///< a first answer is
    Done
};

/// What came of trying a source.
struct ModelTrial
{
    TrialStep step = TrialStep::Idle;
    ModelSource source;
    QStringList names;             ///< of its models, as the server calls them
    QString said;                  ///< the first words that it wrote
    std::optional<qint64> firstMs; ///< until the first of them
    ModelTrouble trouble = ModelTrouble::None;
    QString detail;          ///< "HTTP 404"
    bool inTheClear = false; ///< what is sent there can be read on the way
    bool operator==(const ModelTrial &) const = default;
};

/// Tries whether a source of models works: lists its models, then has it say a few words, which
/// hold nothing of anybody. GUI thread, waits for nothing; a new trial ends the one before.
class ModelBoard : public QObject
{
    Q_OBJECT

public:
    ModelBoard();
    ~ModelBoard() override;

    void setSecrets(secrets::Secrets *secrets) { m_secrets = secrets; } ///< outlives this
    void tryOut(const ModelSource &source);
    /// Keeps a key in the keychain under that name, or takes it out where it is empty; keyKept()
    /// answers.
    void keepKey(const QString &name, const QByteArray &key);
    void cancel();
    const ModelTrial &trial() const { return m_trial; }

Q_SIGNALS:
    void changed(const baton::ModelTrial &trial);
    void keyKept(const QString &name, const std::optional<baton::Error> &error);

private:
    void list();
    void listed();
    void answered();
    void end(ModelTrouble trouble, const QString &detail);
    void ask();

    secrets::Secrets *m_secrets = nullptr;
    ModelTrial m_trial;
    quint64 m_round = 0; ///< grows with each trial and its end
    QByteArray m_key;
    QElapsedTimer m_asked;
    std::unique_ptr<models::ModelNames> m_names;
    std::unique_ptr<models::ChatStream> m_stream;
};

} // namespace baton
