#include "core/signals/SignalReader.h"

#include "core/base/Log.h"
#include "core/signals/MoodReader.h"
#include "core/signals/Plain.h"
#include "core/signals/TaughtExamples.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace baton::signs {

namespace {

constexpr int substantialWords = 4;
constexpr size_t answerWords = 4;   // shorter sentences of a bot are courtesy
constexpr float laterWeight = 0.5F; // of the last message beside the first

bool isCustomers(const Message &message)
{
    return message.from == Sender::Customer && message.visibility == Visibility::Public;
}

/// The messages that say what the customer needs: the first that says something and the last, or
/// the first of all.
class Need
{
public:
    void add(const Message &message)
    {
        if (!m_any)
            m_any = &message;
        if (!isSubstantial(message.text))
            return;
        if (!m_first)
            m_first = &message;
        m_last = &message;
    }
    std::vector<const Message *> messages() const
    {
        if (!m_first)
            return m_any ? std::vector{m_any} : std::vector<const Message *>();
        return m_last == m_first ? std::vector{m_first} : std::vector{m_first, m_last};
    }
    std::vector<IntentModel::Part> parts() const
    {
        std::vector<IntentModel::Part> parts;
        for (const Message *message : messages())
            parts.push_back({message->text, parts.empty() ? 1 : laterWeight});
        return parts;
    }

private:
    const Message *m_any = nullptr;
    const Message *m_first = nullptr;
    const Message *m_last = nullptr;
};

Need needOf(const Conversation &conversation)
{
    Need need;
    for (const Message *message : judgedMessages(conversation)) {
        if (isCustomers(*message))
            need.add(*message);
    }
    return need;
}

/// The sentence that the bot said most often, wherever it said it.
QList<Evidence> mostSaid(const QList<const Message *> &messages)
{
    std::map<QByteArray, QList<Evidence>> said;
    for (const Message *message : messages) {
        if (message->from != Sender::Bot)
            continue;
        const QByteArray bytes = plain(message->text);
        for (const Word &sentence : sentencesOf(bytes)) {
            const QByteArray words = bytes.mid(sentence.begin, sentence.end - sentence.begin);
            if (wordsOf(words).size() < answerWords)
                continue;
            QList<Evidence> &places = said[words.simplified()];
            if (!places.isEmpty() && places.last().message == message->id)
                continue;
            places.append({message->id, sentence.begin, sentence.end,
                           message->text.mid(sentence.begin, sentence.end - sentence.begin)});
        }
    }
    QList<Evidence> most;
    for (const auto &[words, places] : said) {
        if (places.size() > most.size())
            most = places;
    }
    return most;
}

QString modelPath(const QString &models, const QByteArray &fingerprint)
{
    return u"%1/intents-%2.bin"_s.arg(models, QString::fromLatin1(fingerprint.left(16)));
}

QByteArray resource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

/// A model that cannot be used is told of, and the lexicon's rules do without it.
Sentiment sentimentIn(const QString &models)
{
    Lexicon lexicon = bundledLexicon();
    const QString path = sentimentPath(models);
    if (!QFile::exists(path))
        return Sentiment(std::move(lexicon));
    Result<SentimentModel> model = SentimentModel::load(path, lexicon);
    if (model)
        return Sentiment(std::move(lexicon), std::move(model).value());
    log::error("signals", model.error());
    return Sentiment(std::move(lexicon));
}

} // namespace

QString sentimentPath(const QString &models)
{
    return models + u"/sentiment.bin"_s;
}

bool isSubstantial(QStringView text)
{
    const QByteArray bytes = plain(text.left(Lexicon::longestText));
    int words = 0;
    for (int at = 0; at < int(bytes.size()) && words < substantialWords;) {
        const int end = wordEnd(bytes, at);
        words += end > at ? 1 : 0;
        at = std::max(end, at + 1);
    }
    return words >= substantialWords;
}

QList<const Message *> judgedMessages(const Conversation &conversation)
{
    QList<const Message *> judged;
    for (const Message &message : conversation.messages) {
        if (message.presence == Presence::Present
            && (!conversation.handedOffAt || message.at <= *conversation.handedOffAt))
            judged.append(&message);
    }
    return judged;
}

SignalReader::SignalReader(Terms terms, Sentiment sentiment, IntentModel model)
    : m_terms(std::move(terms))
    , m_sentiment(std::move(sentiment))
    , m_model(std::move(model))
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_model.fingerprint());
    hash.addData(m_terms.fingerprint());
    hash.addData(m_sentiment.fingerprint());
    m_judgedBy = hash.result().toHex();
}

Result<IntentModel> intentModelFor(const Catalogue &catalogue, const QString &models,
                                   const std::function<bool(double)> &goOn)
{
    const Result<QList<LabelledText>> examples = taughtExamples(models);
    if (!examples)
        log::error("signals", examples.error());
    const Catalogue learnt = taught(catalogue, examples.value_or({}));
    Result<IntentModel> model
        = IntentModel::load(modelPath(models, learnt.fingerprint), learnt.fingerprint);
    if (model)
        return model;
    model = IntentModel::train(learnt, goOn);
    if (!model)
        return model;
    if (const auto saved = keepIntentModel(*model, models); !saved)
        log::error("signals", saved.error());
    else
        dropOtherModels(models, learnt.fingerprint);
    return model;
}

Result<void> keepIntentModel(const IntentModel &model, const QString &models)
{
    return model.save(modelPath(models, model.fingerprint()));
}

void dropOtherModels(const QString &models, const QByteArray &fingerprint)
{
    const QString kept = QFileInfo(modelPath(models, fingerprint)).fileName();
    QDir folder(models);
    for (const QString &name : folder.entryList({u"intents-*.bin"_s}, QDir::Files)) {
        if (name != kept)
            folder.remove(name);
    }
}

Result<SignalReader> SignalReader::open(const Catalogue &catalogue, const QString &models,
                                        const std::function<bool(double)> &goOn)
{
    Result<IntentModel> model = intentModelFor(catalogue, models, goOn);
    if (!model)
        return model.error();
    return around(std::move(model).value(), models);
}

SignalReader SignalReader::around(IntentModel model, const QString &models)
{
    return SignalReader(bundledTerms(), sentimentIn(models), std::move(model));
}

Signals SignalReader::read(const Conversation &conversation) const
{
    const QList<const Message *> messages = judgedMessages(conversation);
    Signals signs;
    MoodReader mood(m_sentiment, conversation.locale);
    Need need;
    for (const Message *message : messages) {
        if (!isCustomers(*message))
            continue;
        signs.phrases += m_terms.find(*message);
        mood.add(*message);
        need.add(*message);
    }
    signs.mood = mood.take();
    const IntentModel::Prediction prediction = m_model.predict(need.parts());
    signs.intent = prediction.best;
    signs.runnerUp = prediction.runnerUp;
    if (conversation.bot)
        signs.botIntent = conversation.bot->intent;
    for (qsizetype i = 0; i < conversation.stepsTried.size(); ++i) {
        const auto &tool = conversation.stepsTried[i].tool;
        if (tool && tool->status != ToolStatus::Ok)
            signs.failedTools.append({int(i), tool->name, tool->status});
    }
    const QList<Evidence> answers = mostSaid(messages);
    signs.sameAnswers = int(answers.size());
    if (answers.size() > 1)
        signs.sameAnswersShown = answers;
    signs.contacts90d = conversation.customer.contacts90d.value_or(0);
    signs.value = conversation.customer.value;
    signs.lot = lotOf(conversation.id);
    return signs;
}

QList<Evidence> SignalReader::decidedBy(const Conversation &conversation) const
{
    const Need need = needOf(conversation);
    const std::vector<const Message *> messages = need.messages();
    QList<Evidence> words;
    for (const IntentModel::Decider &one : m_model.deciders(need.parts())) {
        const Message &message = *messages[one.part];
        words.append(
            {message.id, one.begin, one.end, message.text.mid(one.begin, one.end - one.begin)});
    }
    return words;
}

QString needText(const Conversation &conversation)
{
    QStringList texts;
    for (const Message *message : needOf(conversation).messages())
        texts.append(message->text.left(longestRead).trimmed());
    return texts.join(u'\n');
}

Terms bundledTerms()
{
    Result<Terms> terms = Terms::read(resource(u":/policy/terms.json"_s));
    if (!terms)
        qFatal("terms: %s", qPrintable(terms.error().detail));
    return std::move(terms).value();
}

Lexicon bundledLexicon()
{
    Result<Lexicon> lexicon = Lexicon::read(resource(u":/policy/lexicon.json"_s));
    if (!lexicon)
        qFatal("lexicon: %s", qPrintable(lexicon.error().detail));
    return std::move(lexicon).value();
}

} // namespace baton::signs
