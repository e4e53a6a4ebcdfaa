#include "core/signals/CardReader.h"

#include "core/base/Text.h"
#include "core/signals/Plain.h"
#include "core/signals/SignalReader.h"

#include <re2/re2.h>

using namespace Qt::StringLiterals;

namespace baton::signs {

namespace {

constexpr int longestNeed = 160; // UTF-16 units of one quotation
constexpr qsizetype mostPromises = 4;
constexpr qsizetype mostQuestions = 3;
constexpr size_t longestText = 1 << 14; // bytes of plain text that a card is read from

// On plain text: no case, no accents (Plain.h), so "möchte" is "mochte".
const RE2 &asking()
{
    static const RE2 pattern(
        R"(\b(i (?:want|need|expect|would like|demand)|i'd like|please (?:refund|send|cancel|fix|replace|return|call|confirm|change|stop)|can you (?:refund|send|cancel|fix|replace|call|confirm|change|stop)|ich (?:mochte|will|brauche|erwarte)|bitte (?:erstatten|senden|schicken|stornieren|andern|rufen)|quiero|necesito|exijo|espero que|por favor)\b)");
    return pattern;
}

Given given(bool said)
{
    return said ? Given::Said : Given::Missing;
}

void mark(HandoffCard &card, CardField field, Given given)
{
    card.fields[static_cast<size_t>(field)] = given;
}

/// The sentences of one message, with where they stand.
QList<Evidence> sentencesIn(const Message &message, const QByteArray &bytes)
{
    QList<Evidence> out;
    for (const Word &sentence : sentencesOf(bytes)) {
        out.append({message.id, sentence.begin, sentence.end,
                    message.text.mid(sentence.begin, sentence.end - sentence.begin)});
    }
    return out;
}

QByteArray plainOf(const Message &message)
{
    return plain(QStringView(message.text).left(longestText));
}

bool says(const QByteArray &bytes, const Evidence &sentence, const RE2 &pattern)
{
    const re2::StringPiece part(bytes.constData() + sentence.begin,
                                static_cast<size_t>(sentence.end - sentence.begin));
    return RE2::PartialMatch(part, pattern);
}

/// Enough sentences from the first on to be understood.
Evidence opening(const Message &message)
{
    const QByteArray bytes = plainOf(message);
    Evidence all{message.id, 0, 0, {}};
    for (const Evidence &sentence : sentencesIn(message, bytes)) {
        if (all.end > 0 && sentence.end - all.begin > longestNeed)
            break;
        if (all.end == 0)
            all.begin = sentence.begin;
        all.end = sentence.end;
        if (isSubstantial(sentence.text) && all.end - all.begin > longestNeed / 4)
            break;
    }
    all.text = message.text.mid(all.begin, all.end - all.begin);
    return all;
}

CardText quoted(const Evidence &evidence)
{
    return {text::firstWords(evidence.text, longestNeed), Given::Inferred, {evidence}};
}

using Messages = QList<const Message *>;

Messages customersOf(const Messages &messages)
{
    Messages out;
    for (const Message *message : messages) {
        if (message->from == Sender::Customer && message->visibility == Visibility::Public)
            out.append(message);
    }
    return out;
}

void readNeed(HandoffCard &card, const Conversation &conversation, const Messages &customers)
{
    if (conversation.handoff && !conversation.handoff->need.isEmpty()) {
        card.need = {{conversation.handoff->need, Given::Said, {}}};
    } else {
        const auto substantial = [](const Message *m) { return isSubstantial(m->text); };
        const auto first = std::find_if(customers.begin(), customers.end(), substantial);
        const auto last = std::find_if(customers.rbegin(), customers.rend(), substantial);
        if (first != customers.end())
            card.need.append(quoted(opening(**first)));
        if (last != customers.rend() && *last != *first)
            card.need.append(quoted(opening(**last)));
    }
    mark(card, CardField::Need, card.need.isEmpty() ? Given::Missing : card.need.first().given);
}

void readExpectation(HandoffCard &card, const Conversation &conversation, const Messages &customers)
{
    if (conversation.handoff && !conversation.handoff->expectation.isEmpty()) {
        card.expectation = {conversation.handoff->expectation, Given::Said, {}};
    } else {
        for (auto at = customers.rbegin();
             at != customers.rend() && card.expectation.text.isEmpty(); ++at) {
            const QByteArray bytes = plainOf(**at);
            for (const Evidence &sentence : sentencesIn(**at, bytes)) {
                if (says(bytes, sentence, asking()) && isSubstantial(sentence.text))
                    card.expectation = quoted(sentence);
            }
        }
    }
    mark(card, CardField::Expectation, card.expectation.given);
}

QString reasonOf(Rule rule)
{
    switch (rule) {
    case Rule::Safety:
        return u"safety"_s;
    case Rule::Legal:
    case Rule::Fraud:
    case Rule::AccountTakeover:
        return u"legal_or_fraud"_s;
    case Rule::AsksForPerson:
        return u"user_request"_s;
    case Rule::TierC:
    case Rule::TierB:
    case Rule::Rollback:
        return u"policy_forbidden"_s;
    case Rule::NoneOfThese:
        return u"missing_knowledge"_s;
    case Rule::Confidence:
    case Rule::IntentDisagreement:
        return u"low_confidence"_s;
    case Rule::Mood:
    case Rule::ThreatToLeave:
        return u"sentiment"_s;
    case Rule::ToolFailed:
        return u"tool_failed"_s;
    case Rule::SameAnswer:
    case Rule::RepeatContact:
        return u"loop_or_turn_limit"_s;
    case Rule::HighValue:
        return u"high_value"_s;
    case Rule::Vulnerable:
    case Rule::DataProtection:
        return u"policy_forbidden"_s;
    case Rule::RegulatorOrPress:
        return u"legal_or_fraud"_s;
    case Rule::BrokenPromise:
        return u"loop_or_turn_limit"_s;
    }
    return {};
}

void readReason(HandoffCard &card, const Conversation &conversation, const Decision &decision)
{
    if (conversation.handoff && !conversation.handoff->reason.isEmpty())
        card.reason = {conversation.handoff->reason, Given::Said, {}};
    else if (!decision.triggers.isEmpty())
        card.reason = {reasonOf(decision.triggers.first().rule), Given::Inferred,
                       decision.triggers.first().evidence};
    mark(card, CardField::Reason, card.reason.given);
}

void readSteps(HandoffCard &card, const Conversation &conversation, const Signals &signs)
{
    for (const Step &step : conversation.stepsTried) {
        CardStep line{step.what, {}, step.outcome, 1, step.toldCustomer, Given::Said};
        if (step.tool) {
            line.tool = step.tool->name;
            if (step.tool->status != ToolStatus::Ok)
                line.outcome = StepOutcome::Failed;
        }
        if (line.what.isEmpty())
            line.what = line.tool;
        card.steps.append(line);
    }
    mark(card, CardField::Steps, given(!card.steps.isEmpty()));
    if (signs.sameAnswers >= 2 && !signs.sameAnswersShown.isEmpty()) {
        card.steps.append({text::firstWords(signs.sameAnswersShown.first().text, longestNeed),
                           {},
                           StepOutcome::Failed,
                           signs.sameAnswers,
                           true,
                           Given::Inferred});
        if (card.given(CardField::Steps) == Given::Missing)
            mark(card, CardField::Steps, Given::Inferred);
    }
}

CardPromise promiseOf(const Fact &fact)
{
    return {fact.value,
            fact.by,
            fact.said.message,
            fact.said.message.text().isEmpty() ? std::nullopt : std::optional(fact.at),
            fact.due,
            fact.field.isEmpty() ? Given::Inferred : Given::Said};
}

void readPromises(HandoffCard &card, const QList<Fact> &facts, const Messages &messages)
{
    const auto judged = [&](const Fact &fact) {
        return std::any_of(messages.begin(), messages.end(),
                           [&](const Message *m) { return m->id == fact.said.message; });
    };
    for (const Fact &fact : facts) {
        if (fact.kind != FactKind::Promise)
            continue;
        const bool said = !fact.field.isEmpty();
        const bool room
            = card.given(CardField::Promises) != Given::Said && card.promises.size() < mostPromises;
        if (!said && !(room && judged(fact)))
            continue;
        card.promises.append(promiseOf(fact));
        mark(card, CardField::Promises, said ? Given::Said : Given::Inferred);
    }
}

QString flagOf(Phrase phrase)
{
    switch (phrase) {
    case Phrase::Safety:
        return u"safety"_s;
    case Phrase::Legal:
        return u"legal"_s;
    case Phrase::Fraud:
        return u"fraud"_s;
    case Phrase::AccountTakeover:
        return u"account_takeover"_s;
    case Phrase::ThreatToLeave:
        return u"threat_to_leave"_s;
    case Phrase::Vulnerable:
        return u"vulnerable"_s;
    case Phrase::RegulatorOrPress:
        return u"regulator_press"_s;
    case Phrase::DataProtection:
        return u"data_protection"_s;
    case Phrase::AsksForPerson:
    case Phrase::RepeatContact:
    case Phrase::BrokenPromise:
        break;
    }
    return {};
}

void readRisks(HandoffCard &card, const Conversation &conversation, const Signals &signs)
{
    if (conversation.handoff)
        card.riskFlags = conversation.handoff->riskFlags;
    if (!card.riskFlags.isEmpty())
        return; // the packet says so; what was heard besides are the triggers
    for (const PhraseSignal &signal : signs.phrases) {
        const QString flag = flagOf(signal.phrase);
        if (!flag.isEmpty() && !card.riskFlags.contains(flag))
            card.riskFlags.append(flag);
    }
}

/// What the customer asked after the last answer.
void readQuestions(HandoffCard &card, const Conversation &conversation, const Messages &messages)
{
    if (conversation.handoff) {
        for (const QString &question : conversation.handoff->openQuestions)
            card.openQuestions.append({question, Given::Said, {}});
    }
    mark(card, CardField::OpenQuestions, given(!card.openQuestions.isEmpty()));
    if (!card.openQuestions.isEmpty())
        return;
    for (qsizetype i = messages.size(); i-- > 0;) {
        const Message &message = *messages[i];
        if (message.visibility != Visibility::Public || message.from == Sender::System)
            continue;
        if (message.from != Sender::Customer)
            break;
        for (const Evidence &sentence : sentencesIn(message, plainOf(message))) {
            const bool asks = QStringView(message.text).mid(sentence.end).trimmed().startsWith(u'?')
                || sentence.text.endsWith(u'?');
            if (asks && card.openQuestions.size() < mostQuestions)
                card.openQuestions.append(quoted(sentence));
        }
    }
    if (!card.openQuestions.isEmpty())
        mark(card, CardField::OpenQuestions, Given::Inferred);
}

} // namespace

HandoffCard readCard(const Conversation &conversation, const Signals &signs,
                     const Decision &decision, const QList<Fact> &facts)
{
    HandoffCard card;
    const Messages messages = judgedMessages(conversation);
    const Messages customers = customersOf(messages);
    card.handedOffAt = conversation.handedOffAt;
    readNeed(card, conversation, customers);
    readExpectation(card, conversation, customers);
    readReason(card, conversation, decision);
    readSteps(card, conversation, signs);
    readPromises(card, facts, messages);
    readRisks(card, conversation, signs);
    readQuestions(card, conversation, messages);
    mark(card, CardField::Identity, given(conversation.customer.verified.has_value()));
    if (conversation.handoff) {
        if (!conversation.handoff->nextStep.isEmpty())
            card.nextStep = {conversation.handoff->nextStep, Given::Said, {}};
        card.promisedWaitMs = conversation.handoff->toldCustomerWaitMs;
    }
    mark(card, CardField::PromisedWait, given(card.promisedWaitMs.has_value()));
    const bool botKnows
        = conversation.bot && conversation.bot->intent && !conversation.bot->intent->name.isEmpty();
    card.intent = botKnows ? conversation.bot->intent->name : signs.intent.name;
    mark(card, CardField::Intent,
         botKnows                    ? Given::Said
             : card.intent.isEmpty() ? Given::Missing
                                     : Given::Inferred);
    return card;
}

} // namespace baton::signs
