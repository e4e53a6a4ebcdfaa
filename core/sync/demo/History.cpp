#include "core/sync/demo/History.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::sync::demo {

namespace {

constexpr quint64 historyStream = 0x686973746f7279;
constexpr int days = 183;
constexpr qint64 settledMs = 4 * hourMs; ///< what began later than that may still be going on

/// The end of what a colleague and the customer still do once it was handed off.
qint64 tailMs(const Template &story)
{
    qint64 tail = settledMs;
    for (const Turn &turn : story.afterReply)
        tail += turn.afterMs;
    return tail;
}

qsizetype pickRegion(const Stage &stage, const QString &language, bool pounds, Dice &dice)
{
    const QList<qsizetype> regions = stage.cast.regionsOf(language);
    if (pounds)
        return regions.first();
    QList<int> weights;
    for (const qsizetype region : regions)
        weights += stage.cast.regions[region].weight;
    return regions[dice.weighted(weights)];
}

/// One of those at work, or who of all begins first.
const Person &colleagueAt(const Stage &stage, const Hours &hours, Instant at, Dice &dice,
                          Instant &answers)
{
    QList<const Colleague *> first;
    for (const Colleague &one : stage.cast.colleagues) {
        const Instant there = hours.atWork(at, one.from, one.to);
        if (!first.isEmpty() && there > answers)
            continue;
        if (first.isEmpty() || there < answers)
            first.clear();
        answers = there;
        first += &one;
    }
    return dice.pick(first)->person;
}

/// Most of what is written is routine, and most of what the bot passes on comes with all it asked.
int weightOf(const Template &story)
{
    if (story.fixed || story.onlyInItsScene())
        return 0;
    if (story.scene == "fraud_wave"_L1)
        return 6;
    if (!story.handoff)
        return 90;
    const Handoff &handoff = *story.handoff;
    const bool whole = !handoff.need.isEmpty() && !handoff.expectation.isEmpty()
        && handoff.toldCustomerWaitMs.has_value();
    return whole ? 24 : 4;
}

/// Another story about the same, or the same again.
qint32 alikeOf(const Stage &stage, qint32 story, Dice &dice)
{
    const Template &one = stage.templates[story];
    QList<qint32> alike;
    for (qint32 i = 0; i < qint32(stage.templates.size()); ++i) {
        const Template &other = stage.templates[i];
        if (i != story && other.intent == one.intent && other.language == one.language
            && other.countsInPounds == one.countsInPounds && weightOf(other) > 0)
            alike += i;
    }
    return alike.isEmpty() ? story : dice.pick(alike);
}

} // namespace

Conversation playedOut(const Script &script, const Stage &stage, const Hours &hours, Dice dice)
{
    Conversation c;
    begin(c, script);
    Instant at = c.createdAt;
    for (qsizetype i = 0; i < script.beats.size(); ++i) {
        at = at + script.beats[i].afterMs;
        play(c, script, i, at);
    }
    if (script.handsOff) {
        handOff(c, script, at + 5000);
        const int patience = dice.between(0, 99);
        const int minutes = patience < 85 ? dice.between(2, 12) : dice.between(15, 90);
        Instant answers;
        const Person &who = colleagueAt(stage, hours, at + minutes * minuteMs, dice, answers);
        c.owner = who;
        if (!script.note.isEmpty() && dice.chance(70))
            note(c, who, script.note, answers + (-20'000));
        say(c, Sender::Agent, who, script.reply, answers);
        at = answers;
        for (const Beat &beat : script.after) {
            at = at + beat.afterMs;
            say(c, Sender::Customer, {}, beat.text, at);
        }
    }
    at = at + dice.between(2, 40) * minuteMs;
    close(c, script.outcome, at);
    // A person who puts right what went wrong is thanked for more than what came of it.
    if (script.csat && dice.chance(45))
        c.outcome->csat = std::clamp(
            *script.csat
                + (script.handsOff ? dice.between(0, 2) : dice.between(-1, 1) * dice.below(2)),
            1, 5);
    c.outcome->reopened = dice.chance(3);
    return c;
}

History::History(std::shared_ptr<const Stage> stage, quint64 seed)
    : m_stage(std::move(stage))
    , m_seed(seed)
    , m_people(size_t(m_stage->cast.regions.size()), 0)
{
    for (const Template &story : m_stage->templates) {
        for (const EarlierContact &earlier : story.before) {
            m_fixed.push_back(&earlier);
            m_fixedStories.push_back(&story);
        }
    }
    plan();
}

/// A day by how much is written on it, an hour likewise.
Instant History::startFor(int number, qint64 lengthMs) const
{
    Dice dice(m_seed, historyStream, quint64(number));
    for (;;) {
        const Instant start
            = scenarioStart + (-(qint64(dice.below(qint64(days) * 24 * 60)) * minuteMs + lengthMs));
        if (dice.below(34) < m_hours.customersAnHour(start))
            return start;
    }
}

void History::plan()
{
    m_planned.reserve(planned);
    QList<int> weights;
    for (const Template &story : m_stage->templates)
        weights += weightOf(story);
    while (int(m_planned.size()) < planned) {
        const int number = int(m_planned.size()) + 1;
        Dice dice(m_seed, historyStream + 1, quint64(number));
        Entry entry;
        entry.number = number;
        entry.story = qint32(dice.weighted(weights));
        const Template &story = m_stage->templates[entry.story];
        entry.start = startFor(number, story.lengthMs() + tailMs(story));
        const bool pounds = story.countsInPounds;
        const Entry *again = nullptr;
        if (number > 100 && dice.chance(12)) {
            again = &m_planned[size_t(dice.below(number - 1))];
            if (m_stage->templates[again->story].language != story.language || pounds
                || again->start >= entry.start)
                again = nullptr;
        }
        if (again) {
            entry.region = again->region;
            entry.person = again->person;
            entry.contacts = entry.start - again->start < 90 * dayMs ? again->contacts + 1 : 1;
        } else {
            entry.region = qint32(pickRegion(*m_stage, story.language, pounds, dice));
            entry.person = m_people[size_t(entry.region)]++;
        }
        m_planned.push_back(entry);
        Entry back = entry;
        back.number = number + 1;
        ++back.contacts;
        back.start = entry.start + story.lengthMs();
        if (story.comesBack && dice.chance(60)) {
            back.earlier = number;
            back.start = back.start + story.comesBack->afterMs + hourMs;
        } else if (dice.chance(story.handoff ? 6 : 9)) {
            back.story = alikeOf(*m_stage, entry.story, dice);
            back.start = back.start + dice.between(3, 64) * hourMs;
        } else {
            continue;
        }
        const Template &second = m_stage->templates[back.story];
        if (scenarioStart - back.start > second.lengthMs() + tailMs(second)
            && int(m_planned.size()) < planned)
            m_planned.push_back(back);
    }
    m_entries = m_planned;
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
        return std::pair(a.start, a.number) > std::pair(b.start, b.number);
    });
}

Script History::scriptOf(const Entry &entry) const
{
    if (entry.earlier >= 0)
        return scriptAgain(*m_stage, scriptOf(m_planned[size_t(entry.earlier - 1)]), entry.number,
                           entry.start);
    const Contact contact{
        entry.number,   entry.start, somebody(m_stage->cast, m_seed, entry.region, entry.person),
        entry.contacts, {},          ValueTier::Absent};
    return scriptFor(*m_stage, m_seed, m_stage->templates[entry.story], contact);
}

Conversation History::at(int index) const
{
    if (index < int(m_fixed.size()))
        return fixed(index);
    const Entry &entry = m_entries[size_t(index) - m_fixed.size()];
    return playedOut(scriptOf(entry), *m_stage, m_hours,
                     Dice(m_seed, historyStream + 2, quint64(entry.number)));
}

int History::find(const ConversationId &id) const
{
    for (size_t i = 0; i < m_fixed.size(); ++i) {
        if (m_fixed[i]->id == id.text())
            return int(i);
    }
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (conversationId(m_entries[i].number) == id.text())
            return int(i + m_fixed.size());
    }
    return -1;
}

Script History::scriptAt(int index) const
{
    if (index >= int(m_fixed.size()))
        return scriptOf(m_entries[size_t(index) - m_fixed.size()]);
    const Contact contact{0,  scenarioStart,    somebody(m_stage->cast, m_seed, 0, 0), 1,
                          {}, ValueTier::Absent};
    return scriptFor(*m_stage, m_seed, *m_fixedStories[size_t(index)], contact);
}

Somebody History::lately(int index) const
{
    const Entry &entry = m_entries[size_t(index) % m_entries.size()];
    return somebody(m_stage->cast, m_seed, entry.region, entry.person);
}

Conversation History::fixed(int index) const
{
    const EarlierContact &earlier = *m_fixed[size_t(index)];
    Conversation c = scriptAt(index).blank;
    const Instant end = scenarioStart + (-earlier.endedAgoMs);
    c.id = ConversationId(earlier.id);
    c.subject = earlier.subject;
    c.queue = QueueId(m_stage->queueOf(earlier.intent, c.customer.value));
    c.bot->intent = IntentGuess{earlier.intent, 0.9};
    c.bot->runnerUp.reset();
    const Template &story = *m_fixedStories[size_t(index)];
    c.customer.contacts90d = int(&earlier - story.before.constData()) + 1;
    c.createdAt = end + (-10 * minuteMs);
    if (c.customer.verified)
        c.customer.verified->at = c.createdAt;
    const Colleague *colleague = m_stage->cast.colleague(earlier.by);
    Instant at = c.createdAt;
    for (const Turn &turn : earlier.turns) {
        if (turn.from == Sender::Agent && colleague) {
            c.owner = colleague->person;
            c.handedOffAt = at + 5000;
            c.routeTaken = Route::Assist;
        }
        say(c, turn.from,
            turn.from == Sender::Bot         ? wren()
                : turn.from == Sender::Agent ? c.owner.value_or(Person{})
                                             : Person{},
            turn.text, at);
        at = at + 2 * minuteMs;
    }
    close(c, earlier.outcome, end);
    c.outcome->csat = earlier.csat;
    return c;
}

} // namespace baton::sync::demo
