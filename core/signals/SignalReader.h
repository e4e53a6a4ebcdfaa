#pragma once

#include "core/domain/Signal.h"
#include "core/signals/IntentModel.h"
#include "core/signals/Sentiment.h"
#include "core/signals/Terms.h"

namespace baton::signs {

/// Everything observed in a conversation, from its messages up to the handoff (DESIGN §4) and from
/// what the packet reports of tools and contacts. A pure function of the conversation and of what
/// the reader was made with. Immutable; any thread.
class SignalReader
{
public:
    SignalReader(Terms terms, Sentiment sentiment, IntentModel model);

    /// With the bundled terms and lexicon and a model of the catalogue, which is read from models
    /// (a folder) or trained, seconds of one core, and kept there where that can be written. Moods
    /// are read by the sentiment model of that folder where a team has trained one. Blocking.
    static Result<SignalReader> open(const Catalogue &catalogue, const QString &models,
                                     const std::function<bool(double)> &goOn = {});

    /// With this model instead; blocking.
    static SignalReader around(IntentModel model, const QString &models);

    Signals read(const Conversation &conversation) const;
    /// The words that decided for the intent that read() names, the weightiest first.
    QList<Evidence> decidedBy(const Conversation &conversation) const;

    /// Hash of models, terms and lexicon: signals with another one have to be read anew.
    const QByteArray &judgedBy() const { return m_judgedBy; }
    const IntentModel &model() const { return m_model; }
    const Terms &terms() const { return m_terms; }

private:
    Terms m_terms;
    Sentiment m_sentiment;
    IntentModel m_model;
    QByteArray m_judgedBy;
};

/// Bundled version 1, from resources/policy.
Terms bundledTerms();
Lexicon bundledLexicon();
/// Where a folder of models keeps what a team has trained on moods.
QString sentimentPath(const QString &models);

/// Messages that the route is judged on: present, and up to the handoff where there was one.
QList<const Message *> judgedMessages(const Conversation &conversation);
/// Whether a text says more than a greeting, a code or a thank-you: at least four words.
bool isSubstantial(QStringView text);

/// What the intent of a conversation is read from, as an example to learn from; empty where the
/// customer said nothing.
QString needText(const Conversation &conversation);

/// The model of the catalogue and of what was taught in that folder (TaughtExamples.h): as it is
/// kept there, else trained and kept. Blocking; goOn as IntentModel::train() asks it.
Result<IntentModel> intentModelFor(const Catalogue &catalogue, const QString &models,
                                   const std::function<bool(double)> &goOn = {});
/// Puts a model where intentModelFor() looks for it. Errors: Io.
Result<void> keepIntentModel(const IntentModel &model, const QString &models);
/// Only this one is left there.
void dropOtherModels(const QString &models, const QByteArray &fingerprint);

} // namespace baton::signs
