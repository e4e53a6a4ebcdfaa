#include "core/policy/Policy.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

#include <array>
#include <random>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::policy;

namespace {

constexpr std::array phrases{Phrase::Safety,          Phrase::Legal,         Phrase::Fraud,
                             Phrase::AccountTakeover, Phrase::AsksForPerson, Phrase::ThreatToLeave,
                             Phrase::RepeatContact};

Catalogue catalogue()
{
    Catalogue made;
    const auto add = [&made](const QString &name, Level risk, Level complexity) {
        Intent intent;
        intent.name = name;
        intent.risk = risk;
        intent.complexity = complexity;
        made.intents.append(intent);
    };
    add(u"order_status"_s, Level::Low, Level::Low);
    add(u"refund_missing"_s, Level::High, Level::Low);
    add(u"missing_item"_s, Level::Low, Level::High);
    add(u"duplicate_charge"_s, Level::High, Level::High);
    made.index();
    return made;
}

/// What a bot may answer under any sensible policy.
Signals quiet()
{
    Signals signs;
    signs.intent = {u"order_status"_s, 0.93};
    signs.runnerUp = {u"refund_missing"_s, 0.04};
    return signs;
}

PhraseSignal said(Phrase phrase, const QString &text = u"my lawyer"_s)
{
    return {phrase, {MessageId(u"m1"_s), 3, 3 + int(text.size()), text}};
}

QList<Rule> rulesOf(const Decision &decision)
{
    QList<Rule> rules;
    for (const Trigger &trigger : decision.triggers)
        rules.append(trigger.rule);
    return rules;
}

quint32 seed()
{
    bool given = false;
    const uint value = qEnvironmentVariable("BATON_SEED").toUInt(&given);
    const quint32 seed = given ? value : std::random_device()();
    qInfo("BATON_SEED=%u", seed);
    return seed;
}

class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_engine(seed)
    { }
    int below(int n) { return int(m_engine() % uint(n)); }
    bool oneIn(int n) { return below(n) == 0; }
    Signals signs()
    {
        static const QStringList names{u"order_status"_s, u"refund_missing"_s, u"missing_item"_s,
                                       u"duplicate_charge"_s, QString()};
        Signals s;
        s.intent = {names[below(5)], below(10'001) / 10'000.0};
        s.runnerUp = {names[below(5)], 0};
        if (oneIn(2))
            s.botIntent = IntentGuess{oneIn(3) ? names[below(4)] : s.intent.name, 0.5};
        for (const Phrase phrase : phrases) {
            for (int i = oneIn(6) ? 1 + below(2) : 0; i > 0; --i)
                s.phrases.append(said(phrase));
        }
        s.mood.level = oneIn(3) ? 1 + below(5) : 3;
        for (int i = oneIn(4) ? 1 + below(3) : 0; i > 0; --i)
            s.failedTools.append({0, u"orders.find"_s, ToolStatus::Failed});
        s.sameAnswers = below(5);
        s.contacts90d = below(8);
        s.value = ValueTier(below(4));
        s.lot = below(lots);
        return s;
    }
    Policy policy()
    {
        Policy made;
        made.version = 1 + below(9);
        Judgement &j = made.judgement;
        j.containConfidence = (5'000 + below(5'001)) / 10'000.0;
        j.moodAtOrBelow = 1 + below(4);
        j.mostFailedTools = below(3);
        j.mostSameAnswers = 1 + below(3);
        j.mostContacts = below(6);
        j.valueFrom = ValueTier(1 + below(3));
        for (int rule = 0; rule <= int(Rule::HighValue); ++rule) {
            if (oneIn(5))
                j.off.insert(Rule(rule)); // even those that no file can name
        }
        if (oneIn(3))
            j.open.insert(u"missing_item"_s);
        if (oneIn(6))
            j.rolledBack.insert(u"order_status"_s);
        if (oneIn(4))
            j.canary.insert(u"order_status"_s, below(6) / 10.0);
        if (oneIn(8))
            j.rolledBackTiers.insert(oneIn(2) ? Route::Contain : Route::Assist);
        return made;
    }

private:
    std::mt19937 m_engine;
};

/// The same kind of change, one step less far.
std::optional<Change> nearer(const Change &change, const Signals &signs)
{
    const auto step = [](int value, int origin) -> std::optional<int> {
        if (std::abs(value - origin) <= 1)
            return {};
        return value + (value < origin ? 1 : -1);
    };
    if (const auto *confidence = std::get_if<WithConfidence>(&change)) {
        const auto less = step(qRound(confidence->confidence * 10'000),
                               qRound(signs.intent.confidence * 10'000));
        return less ? std::optional<Change>(WithConfidence{*less / 10'000.0}) : std::nullopt;
    }
    if (const auto *mood = std::get_if<WithMood>(&change)) {
        const auto less = step(mood->level, signs.mood.level);
        return less ? std::optional<Change>(WithMood{*less}) : std::nullopt;
    }
    if (const auto *failed = std::get_if<WithFailedTools>(&change)) {
        const auto less = step(failed->count, int(signs.failedTools.size()));
        return less ? std::optional<Change>(WithFailedTools{*less}) : std::nullopt;
    }
    if (const auto *same = std::get_if<WithSameAnswers>(&change)) {
        const auto less = step(same->count, signs.sameAnswers);
        return less ? std::optional<Change>(WithSameAnswers{*less}) : std::nullopt;
    }
    if (const auto *contacts = std::get_if<WithContacts>(&change)) {
        const auto less = step(contacts->count, signs.contacts90d);
        return less ? std::optional<Change>(WithContacts{*less}) : std::nullopt;
    }
    if (const auto *value = std::get_if<WithValue>(&change)) {
        const auto less = step(int(value->value), int(signs.value));
        return less ? std::optional<Change>(WithValue{ValueTier(*less)}) : std::nullopt;
    }
    return {};
}

/// Every single change that explain() could have named, on the whole range of each signal.
QList<Change> everySingleChange(const Signals &signs)
{
    QList<Change> all{WithBotAgreeing{}};
    for (int steps = 0; steps <= 10'000; steps += 1)
        all.append(WithConfidence{steps / 10'000.0});
    for (int level = 1; level <= 5; ++level)
        all.append(WithMood{level});
    for (int count = 0; count < 10; ++count)
        all += QList<Change>{WithFailedTools{count}, WithSameAnswers{count}, WithContacts{count}};
    for (int value = 0; value < 4; ++value)
        all.append(WithValue{ValueTier(value)});
    for (const Phrase phrase : phrases)
        all.append(WithoutPhrase{phrase});
    if (!signs.runnerUp.name.isEmpty())
        all.append(WithIntent{signs.runnerUp.name});
    return all;
}

Signals with(Signals signs, const QList<Change> &changes)
{
    for (const Change &change : changes)
        signs = changed(std::move(signs), change);
    return signs;
}

} // namespace

class DecideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuietRoutineContactIsContained()
    {
        const Decision decision = decide(quiet(), m_policy, m_catalogue);
        QCOMPARE(decision.route, Route::Contain);
        QVERIFY(decision.triggers.isEmpty());
        QCOMPARE(decision.policyVersion, m_policy.version);
    }

    void everyTriggerThatHeldIsListedWhateverDecided()
    {
        Signals signs = quiet();
        signs.intent.confidence = 0.7;
        signs.phrases = {said(Phrase::Legal), said(Phrase::ThreatToLeave)};
        signs.mood.level = 1;
        const Decision decision = decide(signs, m_policy, m_catalogue);
        QCOMPARE(decision.route, Route::Escalate);
        QCOMPARE(rulesOf(decision),
                 QList({Rule::Legal, Rule::Confidence, Rule::Mood, Rule::ThreatToLeave}));
        QCOMPARE(decision.triggers[1].observed, u"0.7000"_s);
        QCOMPARE(decision.triggers[1].limit, u"0.8500"_s);
        QCOMPARE(decision.triggers[0].evidence, QList({signs.phrases[0].evidence}));
    }

    void theTierOfTheIntentCounts()
    {
        Signals signs = quiet();
        signs.intent.name = u"refund_missing"_s;
        QCOMPARE(rulesOf(decide(signs, m_policy, m_catalogue)), QList({Rule::TierB}));
        signs.intent.name = u"duplicate_charge"_s;
        QCOMPARE(decide(signs, m_policy, m_catalogue).route, Route::Escalate);
        signs.intent.name.clear();
        const Decision none = decide(signs, m_policy, m_catalogue);
        QCOMPARE(none.route, Route::Assist);
        QCOMPARE(rulesOf(none), QList({Rule::TierB, Rule::NoneOfThese}));
    }

    void aPolicyOpensTierBButNeverTierC()
    {
        m_policy.judgement.open = {u"refund_missing"_s, u"duplicate_charge"_s};
        Signals signs = quiet();
        signs.intent.name = u"refund_missing"_s;
        QCOMPARE(decide(signs, m_policy, m_catalogue).route, Route::Contain);
        signs.intent.name = u"duplicate_charge"_s;
        QCOMPARE(decide(signs, m_policy, m_catalogue).route, Route::Escalate);
        m_policy.judgement.open.clear();
    }

    void aRollbackTakesAnIntentFromTheBot()
    {
        m_policy.judgement.rolledBack = {u"order_status"_s};
        QCOMPARE(rulesOf(decide(quiet(), m_policy, m_catalogue)), QList({Rule::Rollback}));
        m_policy.judgement.rolledBack.clear();
        m_policy.judgement.rolledBackTiers = {Route::Contain};
        QCOMPARE(decide(quiet(), m_policy, m_catalogue).route, Route::Assist);
        m_policy.judgement.rolledBackTiers.clear();
    }

    void aCanaryLetsTheBotAnswerItsShare()
    {
        m_policy.judgement.canary = {{u"order_status"_s, 0.05}};
        Signals signs = quiet();
        signs.lot = 499;
        QCOMPARE(decide(signs, m_policy, m_catalogue).route, Route::Contain);
        signs.lot = 500;
        const Decision held = decide(signs, m_policy, m_catalogue);
        QCOMPARE(rulesOf(held), QList({Rule::Rollback}));
        QCOMPARE(held.triggers.first().observed, u"0.0500"_s);
        QCOMPARE(held.triggers.first().limit, u"0.0500"_s);
        signs.lot = 0;
        m_policy.judgement.rolledBack = {u"order_status"_s}; // which wins
        QCOMPARE(rulesOf(decide(signs, m_policy, m_catalogue)), QList({Rule::Rollback}));
        m_policy.judgement.rolledBack.clear();
        m_policy.judgement.canary.clear();
    }

    void lotsAreDrawnEvenlyAndAlwaysTheSame()
    {
        QCOMPARE(lotOf(ConversationId(u"c-1"_s)), lotOf(ConversationId(u"c-1"_s)));
        QCOMPARE(lotOf(ConversationId(u"abc"_s)), int(0xa9993e36U % 10'000U)); // FIPS 180's example
        int below = 0;
        for (int i = 0; i < 20'000; ++i) {
            const int lot = lotOf(ConversationId(QString::number(i)));
            QVERIFY(lot >= 0 && lot < lots);
            below += lot < lots / 20 ? 1 : 0;
        }
        QVERIFY2(std::abs(below - 1000) < 150, qPrintable(QString::number(below))); // 5 sigma
    }

    void aBotThatDisagreesAboutTheIntentIsATrigger()
    {
        Signals signs = quiet();
        signs.botIntent = IntentGuess{u"missing_item"_s, 0.99};
        QCOMPARE(rulesOf(decide(signs, m_policy, m_catalogue)), QList({Rule::IntentDisagreement}));
        QCOMPARE(explain(signs, m_policy, m_catalogue)->changes,
                 QList<Change>({WithBotAgreeing{}}));
    }

    void theFlipIsTheNearestValue()
    {
        Signals signs = quiet();
        signs.intent.confidence = 0.81;
        auto flip = explain(signs, m_policy, m_catalogue);
        QCOMPARE(flip->changes, QList<Change>({WithConfidence{0.85}}));
        QCOMPARE(flip->to, Route::Contain);
        signs.intent.confidence = 0.93;
        flip = explain(signs, m_policy, m_catalogue);
        QCOMPARE(flip->changes, QList<Change>({WithConfidence{0.8499}}));
        QCOMPARE(flip->to, Route::Assist);
    }

    void withoutTheLegalAndTheDisputeWordingItWouldHaveBeenAnother()
    {
        Signals signs = quiet();
        signs.phrases = {said(Phrase::Legal), said(Phrase::Fraud)};
        const auto flip = explain(signs, m_policy, m_catalogue);
        QCOMPARE(flip->changes,
                 QList<Change>({WithoutPhrase{Phrase::Legal}, WithoutPhrase{Phrase::Fraud}}));
        QCOMPARE(flip->to, Route::Contain);
    }

    void noPolicyTurnsALockedTriggerOff()
    {
        Dice dice(seed());
        for (int i = 0; i < 2'000; ++i) {
            Policy policy = dice.policy();
            for (int rule = 0; rule <= int(Rule::HighValue); ++rule)
                policy.judgement.off.insert(Rule(rule));
            policy.judgement.open = {u"order_status"_s, u"refund_missing"_s, u"duplicate_charge"_s};
            Signals signs = dice.signs();
            const Phrase locked = phrases[size_t(dice.below(5))];
            signs.phrases.append(said(locked));
            const Decision decision = decide(signs, policy, m_catalogue);
            QCOMPARE(decision.route, Route::Escalate);
            QVERIFY(rulesOf(decision).contains(ruleOf(locked)));
        }
    }

    void explainIsExact()
    {
        Dice dice(seed());
        int flips = 0;
        for (int i = 0; i < 21'000; ++i) {
            const Signals signs = dice.signs();
            const Policy policy = dice.policy();
            const Route route = decide(signs, policy, m_catalogue).route;
            const auto flip = explain(signs, policy, m_catalogue);
            if (!flip)
                continue;
            ++flips;
            const auto routeWith = [&](const QList<Change> &changes) {
                return decide(with(signs, changes), policy, m_catalogue).route;
            };
            QVERIFY(flip->to != route);
            QCOMPARE(routeWith(flip->changes), flip->to);
            for (qsizetype one = 0; one < flip->changes.size(); ++one) {
                QList<Change> others = flip->changes;
                const Change change = others.takeAt(one);
                if (!others.isEmpty())
                    QCOMPARE(routeWith(others), route);
                if (const auto less = nearer(change, signs)) {
                    others.insert(one, *less);
                    QCOMPARE(routeWith(others), route);
                }
            }
        }
        QVERIFY2(flips > 15'000, qPrintable(QString::number(flips)));
    }

    void whereOneChangeIsEnoughExplainNamesOne()
    {
        Dice dice(seed());
        for (int i = 0; i < 150; ++i) {
            const Signals signs = dice.signs();
            const Policy policy = dice.policy();
            const Route route = decide(signs, policy, m_catalogue).route;
            const auto flip = explain(signs, policy, m_catalogue);
            if (flip && flip->changes.size() == 1)
                continue;
            for (const Change &change : everySingleChange(signs))
                QCOMPARE(decide(changed(signs, change), policy, m_catalogue).route, route);
        }
    }

private:
    const Catalogue m_catalogue = catalogue();
    Policy m_policy;
};

BATON_TEST(DecideTest)
#include "DecideTest.moc"
