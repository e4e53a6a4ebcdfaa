#include "core/sync/demo/Script.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::sync::demo {

namespace {

constexpr quint64 scriptStream = 0x736372697074;

QList<Beat> beatsFor(const QList<Turn> &turns, const Facts &facts)
{
    QList<Beat> beats;
    for (const Turn &turn : turns) {
        Beat beat{turn.afterMs, turn.from, facts.fill(turn.text), {}, turn.attachments};
        if (turn.tool) {
            ToolCall tool = *turn.tool;
            tool.arguments = facts.fill(tool.arguments);
            tool.result = facts.fill(tool.result);
            beat.step = Step{{},           facts.fill(turn.what), turn.from, tool,
                             turn.outcome, turn.toldCustomer,     {}};
        }
        beats += beat;
    }
    return beats;
}

std::optional<Handoff> handoffFor(const Template &story, const Facts &facts, Dice &dice)
{
    const int complete = dice.below(100);
    if (!story.handoff || (!story.fixed && complete < 20))
        return {};
    Handoff handoff = *story.handoff;
    for (QString *text : {&handoff.need, &handoff.expectation, &handoff.nextStep})
        *text = facts.fill(*text);
    for (QString &question : handoff.openQuestions)
        question = facts.fill(question);
    if (!story.fixed && complete < 30)
        handoff.nextStep.clear();
    return handoff;
}

Bot botFor(const Template &story, Dice &dice)
{
    const double shift = story.fixed ? 0 : double(dice.between(-3, 3)) / 100;
    const auto near = [shift](double value) {
        return double(qRound(std::clamp(value + shift, 0.05, 0.99) * 100)) / 100;
    };
    Bot bot;
    bot.name = wren().name;
    bot.policyVersion = u"1"_s;
    bot.intent = IntentGuess{story.intent, near(story.confidence)};
    if (!story.runnerUp.isEmpty())
        bot.runnerUp
            = IntentGuess{story.runnerUp, double(qRound((1 - near(story.confidence)) * 60)) / 100};
    if (story.answerConfidence)
        bot.answerConfidence = near(*story.answerConfidence);
    return bot;
}

Phrases filled(Phrases phrases, const Facts &facts)
{
    for (QList<QString> *list : {&phrases.thanks, &phrases.closing, &phrases.impatient}) {
        for (QString &phrase : *list)
            phrase = facts.fill(phrase);
    }
    for (QString *phrase : {&phrases.botAgain, &phrases.againReply})
        *phrase = facts.fill(*phrase);
    return phrases;
}

QString nextId(const Conversation &conversation)
{
    return u"%1-m%2"_s.arg(conversation.id.text()).arg(conversation.messages.size() + 1);
}

void add(Conversation &conversation, Message message)
{
    ++conversation.version;
    conversation.messages += std::move(message);
}

} // namespace

Person wren()
{
    return {u"wren"_s, u"Wren"_s};
}

QString conversationId(int number)
{
    return u"LF-C-%1"_s.arg(10000 + number);
}

Script scriptFor(const Stage &stage, quint64 seed, const Template &story, const Contact &contact)
{
    Dice dice(seed, scriptStream, quint64(contact.number));
    const Facts facts
        = factsFor(stage, story, contact, Dice(seed, scriptStream + 1, quint64(contact.number)));
    Script script;
    script.story = &story;
    script.number = contact.number;
    script.beats = beatsFor(story.turns, facts);
    script.after = beatsFor(story.afterReply, facts);
    for (const TemplatePromise &promise : story.promises) {
        const bool namesDay = promise.text.contains(u"{promise_date}"_s);
        script.promises += {promise.turn, facts.fill(promise.text), promise.dueAfterMs,
                            namesDay ? facts.promiseDue : std::nullopt};
    }
    script.handsOff = story.handsOff();
    script.route = story.route;
    script.handoff = handoffFor(story, facts, dice);
    script.reply = facts.fill(story.reply);
    script.note = facts.fill(story.note);
    script.outcome = story.outcome;
    script.csat = story.csat;
    if (story.comesBack)
        script.comesBack = ComesBack{story.comesBack->afterMs, facts.fill(story.comesBack->text)};
    script.phrases = filled(stage.phrases.value(story.language), facts);

    Conversation &blank = script.blank;
    blank.id = ConversationId(conversationId(contact.number));
    blank.channel = story.channel;
    blank.locale = facts.locale;
    blank.subject = facts.fill(story.subject);
    blank.createdAt = contact.start;
    blank.state = State::Bot;
    blank.customer = facts.customer;
    blank.queue = QueueId(stage.queueOf(story.intent, facts.customer.value));
    blank.bot = botFor(story, dice);
    return script;
}

Script scriptAgain(const Stage &stage, const Script &earlier, int number, Instant start)
{
    Script script = earlier;
    script.number = number;
    script.blank.id = ConversationId(conversationId(number));
    script.blank.createdAt = start;
    script.blank.customer.contacts90d = earlier.blank.customer.contacts90d.value_or(1) + 1;
    script.blank.queue
        = QueueId(stage.queueOf(earlier.story->intent, earlier.blank.customer.value));
    script.beats
        = {{0, Sender::Customer, earlier.comesBack ? earlier.comesBack->text : QString(), {}},
           {8000, Sender::Bot, earlier.phrases.botAgain, {}}};
    script.promises.clear();
    script.handsOff = true;
    script.route = std::max(earlier.route, Route::Assist);
    const QString need
        = QString(earlier.phrases.againNeed).replace(u"{subject}"_s, earlier.blank.subject);
    script.handoff
        = Handoff{u"loop_or_turn_limit"_s, u"policy"_s, need, {}, {u"recontact"_s}, {}, {}, {}};
    script.reply = earlier.phrases.againReply;
    script.note.clear();
    script.after.clear();
    script.comesBack.reset();
    return script;
}

void begin(Conversation &conversation, const Script &script)
{
    conversation = script.blank;
}

void play(Conversation &conversation, const Script &script, qsizetype beat, Instant at)
{
    const Beat &it = script.beats[beat];
    if (it.step) {
        ++conversation.version;
        Step step = *it.step;
        step.at = at;
        conversation.stepsTried += step;
        return;
    }
    say(conversation, it.from, it.from == Sender::Bot ? wren() : Person{}, it.text, at);
    conversation.messages.last().attachments = it.attachments;
    for (const ScriptPromise &promise : script.promises) {
        if (promise.beat != beat)
            continue;
        std::optional<Instant> due = promise.dueAt;
        if (!due && promise.dueAfterMs)
            due = at + *promise.dueAfterMs;
        conversation.promises += {conversation.messages.last().id, promise.text, due};
    }
}

void handOff(Conversation &conversation, const Script &script, Instant at)
{
    ++conversation.version;
    conversation.state = State::Waiting;
    conversation.handedOffAt = at;
    conversation.waitingSince = at;
    conversation.routeTaken = script.route;
    conversation.handoff = script.handoff;
}

void say(Conversation &conversation, Sender from, const Person &author, const QString &text,
         Instant at, const QString &id)
{
    Message message;
    message.id = MessageId(id.isEmpty() ? nextId(conversation) : id);
    message.at = at;
    message.from = from;
    message.author = author;
    message.text = text;
    add(conversation, std::move(message));
}

void note(Conversation &conversation, const Person &author, const QString &text, Instant at,
          const QString &id)
{
    say(conversation, Sender::Agent, author, text, at, id);
    conversation.messages.last().visibility = Visibility::Internal;
}

void close(Conversation &conversation, OutcomeKind outcome, Instant at)
{
    ++conversation.version;
    conversation.state = State::Closed;
    conversation.snoozedUntil.reset();
    if (!conversation.routeTaken)
        conversation.routeTaken = Route::Contain;
    const bool before = conversation.outcome && conversation.outcome->reopened;
    conversation.outcome = Outcome{outcome, at, {}, before};
}

} // namespace baton::sync::demo
