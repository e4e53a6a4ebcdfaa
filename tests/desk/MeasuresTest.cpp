#include "core/base/Dice.h"
#include "core/quality/ContactFacts.h"
#include "core/quality/Metrics.h"
#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"

#include <map>

using namespace Qt::StringLiterals;
using namespace baton;

namespace {

using Sums = std::map<TallyKey, Counts>;
using Bins = std::map<std::tuple<QString, Arm, Spread>, Histogram>;

constexpr Instant firstMorning{1763424000000}; // 2025-11-18T00:00:00Z
const QStringList matters{u"parcel"_s, u"refund"_s, u""_s, u"invoice"_s};
const Person ines{u"ines"_s, u"Ines Okafor"_s};

/// A version of a conversation: anything in it may differ from the one before.
Conversation versionOf(test::DeskFixture &f, int number, int version, quint64 seed)
{
    Dice fixed(seed, 1, quint64(number));
    Dice dice(seed, 2, quint64(number * 100 + version));
    Conversation c = f.conversation(u"c%1"_s.arg(number), u"Where is it?"_s);
    c.version = version;
    c.customer.id = CustomerId(u"u%1"_s.arg(fixed.below(120)));
    c.channel = Channel(fixed.below(3));
    c.createdAt = firstMorning + fixed.below(20 * 24 * 60) * minuteMs;
    c.messages.first().at = c.createdAt;
    c.subject = dice.pick(matters);
    c.bot = Bot();
    c.bot->name = u"Wren"_s;
    if (!c.subject.isEmpty())
        c.bot->intent = IntentGuess{c.subject, 0.9};
    Instant at = c.createdAt + dice.between(1, 600) * minuteMs;
    if (dice.chance(50)) {
        c.handedOffAt = at;
        for (int i = 0; i < dice.below(3); ++i) {
            Message m;
            m.id = MessageId(u"c%1-r%2"_s.arg(number).arg(i));
            m.at = at = at + dice.between(1, 90) * minuteMs;
            m.from = Sender::Agent;
            m.author = dice.chance(80) ? ines : Person{u"tom"_s, u"Tom"_s};
            m.text = dice.chance(30) ? u"What is your order number?"_s : u"It comes."_s;
            c.messages += m;
        }
    }
    if (dice.chance(75)) {
        c.state = State::Closed;
        c.waitingSince.reset();
        Outcome outcome;
        outcome.kind = OutcomeKind(dice.below(5));
        outcome.at = at + dice.between(1, 60 * 24) * minuteMs;
        if (dice.chance(40))
            outcome.csat = dice.between(1, 5);
        outcome.reopened = dice.chance(10);
        c.outcome = outcome;
    }
    return c;
}

struct Recount
{
    Sums sums;
    Bins bins;
};

/// Trivial: every contact against every other.
Recount recount(const QList<ContactFacts> &all)
{
    Recount made;
    for (const ContactFacts &one : all) {
        if (!one.endedAt)
            continue;
        const bool back
            = !one.intent.isEmpty() && std::any_of(all.begin(), all.end(), [&](const auto &later) {
                  return later.customer == one.customer && later.intent == one.intent
                      && later.createdAt > one.createdAt
                      && later.createdAt - *one.endedAt <= 72 * hourMs;
              });
        const Counted counted = quality::countsOf(one, back);
        const int day = dayOf(*one.endedAt);
        made.sums[{day, one.intent, one.channel, one.arm}].add(counted.counts);
        for (const auto &[spread, bin] : counted.bins)
            ++made.bins[{one.intent, one.arm, spread}][bin];
    }
    return made;
}

Recount kept(test::DeskFixture &f)
{
    const auto tallies = f.store->tallies({0, 1'000'000, 0, store::By::Day}).result();
    Recount made;
    for (const store::TallyLine &line : tallies->lines)
        made.sums[{line.at, line.intent, line.channel, line.arm}] = line.counts;
    const auto spreads = f.store->spreads(0, 1'000'000).result();
    for (const store::SpreadLine &line : *spreads)
        made.bins[{line.intent, line.arm, line.spread}] = line.histogram;
    return made;
}

JudgedLine judgedBySubject(const Conversation &c)
{
    JudgedLine line;
    line.intent = c.subject == u"invoice"_s ? u"refund"_s : c.subject;
    line.confidence = 0.9;
    return line;
}

DraftUse draftOf(int number, int nth, Dice &dice)
{
    DraftUse use;
    use.conversation = ConversationId(u"c%1"_s.arg(number));
    use.suggested = u"It comes."_s;
    use.sent = u"It comes soon."_s;
    use.fate = DraftFate(dice.below(5));
    use.distance = dice.unit();
    use.survival = {Survival::Kept};
    use.agent = ines;
    use.shownAt = firstMorning + nth * secondMs;
    use.at = use.shownAt + minuteMs;
    return use;
}

} // namespace

class MeasuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// 10,000 events in random order, one in six twice, old versions after newer ones, drafts
    /// before and after the conversations that they belong to, the judge in the middle, a restart.
    void sumsEqualTheRecountWhateverTheOrder()
    {
        const quint64 seed = qEnvironmentVariableIntValue("BATON_SEED") > 0
            ? quint64(qEnvironmentVariableIntValue("BATON_SEED"))
            : 20251118;
        qInfo("seed %llu", seed);
        constexpr int conversations = 1500;
        constexpr int events = 10'000;
        test::DeskFixture f;
        Dice dice(seed);
        std::vector<int> newest(conversations, 0);
        std::map<int, QList<DraftUse>> drafts;
        QList<Conversation> batch;
        const auto flush = [&] {
            f.arrive(batch);
            batch.clear();
        };
        for (int i = 0; i < events; ++i) {
            const int number = dice.below(conversations);
            if (dice.chance(15)) {
                const DraftUse use = draftOf(number, i, dice);
                drafts[number] += use;
                flush();
                QVERIFY(f.store->addDraftUses({use}).result());
                if (dice.chance(17))
                    QVERIFY(f.store->addDraftUses({use}).result());
                continue;
            }
            const int version = dice.between(1, 8);
            newest[size_t(number)] = std::max(newest[size_t(number)], version);
            batch += versionOf(f, number, version, seed);
            if (dice.chance(17))
                batch += batch.last();
            if (batch.size() > 200)
                flush();
            if (i == events / 2) {
                flush();
                QVERIFY(f.store
                            ->setJudge({[](const Conversation &c) {
                                            return store::Reading{judgedBySubject(c), {}};
                                        },
                                        7})
                            .result());
            }
            if (i == events * 3 / 4) {
                flush();
                f.reopenStore();
                QVERIFY(f.store
                            ->setJudge({[](const Conversation &c) {
                                            return store::Reading{judgedBySubject(c), {}};
                                        },
                                        7})
                            .result());
            }
        }
        flush();
        const auto measure = measureBy(f.policy);
        QList<ContactFacts> all;
        for (int number = 0; number < conversations; ++number) {
            if (newest[size_t(number)] == 0)
                continue;
            const Conversation c = versionOf(f, number, newest[size_t(number)], seed);
            store::MeasuredBy by;
            by.judged = judgedBySubject(c);
            if (c.outcome)
                by.endedAt = c.outcome->at;
            by.drafts = drafts[number];
            all += measure.facts(c, by);
        }
        const Recount wanted = recount(all);
        const Recount found = kept(f);
        qint64 back = 0;
        for (const auto &[key, counts] : wanted.sums) {
            back += counts[Count::Back];
            const auto at = found.sums.find(key);
            QVERIFY2(at != found.sums.end(), qPrintable(key.intent));
            QCOMPARE(at->second.of, counts.of);
        }
        QCOMPARE(found.sums.size(), wanted.sums.size());
        QCOMPARE(found.bins, wanted.bins);
        QVERIFY(back > 50);
    }

    void aLaterContactTakesContainmentBack()
    {
        test::DeskFixture f;
        const auto contact = [&](const QString &id, int hour) {
            Conversation c = f.conversation(id, u"Where is it?"_s);
            c.customer.id = CustomerId(u"u1"_s);
            c.createdAt = firstMorning + hour * hourMs;
            c.messages.first().at = c.createdAt;
            c.bot = Bot();
            c.bot->intent = IntentGuess{u"parcel"_s, 0.9};
            c.state = State::Closed;
            c.waitingSince.reset();
            c.outcome = Outcome{OutcomeKind::AssumedResolution, c.createdAt + hourMs, {}, false};
            return c;
        };
        const auto sum = [&](Count kind) {
            qint64 all = 0;
            const auto told = f.store->tallies({0, 1'000'000, 0, store::By::Whole}).result();
            for (const store::TallyLine &line : told->lines)
                all += line.counts[kind];
            return all;
        };
        f.arrive({contact(u"a"_s, 1)});
        QCOMPARE(sum(Count::Contained), 1);
        QCOMPARE(sum(Count::ContainedBack), 0);
        f.arrive({contact(u"late"_s, 1 + 1 + 72 + 1)}); // an hour after W
        QCOMPARE(sum(Count::ContainedBack), 0);
        f.arrive({contact(u"b"_s, 50)});
        QCOMPARE(sum(Count::Contained), 3);
        QCOMPARE(sum(Count::ContainedBack), 2); // a, and b by the late one
        // What was read as another matter is none.
        Conversation other = contact(u"b"_s, 50);
        other.version = 2;
        other.bot->intent->name = u"refund"_s;
        f.arrive({other});
        QCOMPARE(sum(Count::ContainedBack), 0);
    }

    /// Sums are of one measure only, whatever was counted before it came.
    void anotherPolicyCountsAllAnew()
    {
        test::DeskFixture f;
        Conversation c = versionOf(f, 1, 1, 3);
        c.customer.id = CustomerId(u"u1"_s);
        c.bot->intent = IntentGuess{u"parcel"_s, 0.9};
        c.createdAt = firstMorning;
        c.handedOffAt.reset();
        c.messages = {c.messages.first()};
        c.messages.first().at = firstMorning;
        c.state = State::Closed;
        c.outcome = Outcome{OutcomeKind::AssumedResolution, firstMorning + hourMs, {}, false};
        Conversation later = c;
        later.id = ConversationId(u"later"_s);
        later.createdAt = firstMorning + 30 * hourMs;
        later.messages.first().at = later.createdAt;
        later.outcome->at = later.createdAt + hourMs;
        f.arrive({c, later});
        const auto back = [&] {
            qint64 all = 0;
            const auto told = f.store->tallies({0, 1'000'000, 0, store::By::Whole}).result();
            for (const store::TallyLine &line : told->lines)
                all += line.counts[Count::Back];
            return all;
        };
        QCOMPARE(back(), 1);
        policy::Policy narrow = f.policy;
        narrow.arrivals.recontactMs = 24 * hourMs;
        QVERIFY(f.store->setMeasure(kinshipBy(narrow), measureBy(narrow)).result());
        QCOMPARE(back(), 0);
        QCOMPARE(f.store->tallies({0, 1'000'000, 0, store::By::Whole}).result()->uncounted, 0);
        QVERIFY(f.store->setMeasure(kinshipBy(f.policy), measureBy(f.policy)).result());
        QCOMPARE(back(), 1);
    }

    void theContactsBehindANumberAreListed()
    {
        test::DeskFixture f;
        QList<Conversation> all;
        for (int i = 0; i < 40; ++i) {
            Conversation c = f.conversation(u"c%1"_s.arg(i), u"Where is it?"_s);
            c.createdAt = firstMorning + i * hourMs;
            c.messages.first().at = c.createdAt;
            c.state = State::Closed;
            c.waitingSince.reset();
            c.outcome
                = Outcome{OutcomeKind::AssumedResolution, c.createdAt + minuteMs, i % 5 + 1, false};
            all += c;
        }
        f.arrive(all);
        const int day = dayOf(firstMorning);
        const auto unhappy = [](const ContactFacts &facts, bool back) {
            return quality::partOf(quality::Metric::CsatBot, facts, back) == quality::Part::Miss;
        };
        const auto rows = f.store->contacts(day, day, unhappy).result();
        QVERIFY(rows);
        QCOMPARE(rows->rows->size(), 15U); // of 24 on the first day
        const auto shown
            = f.store->rows(QList<qint64>(rows->rows->begin(), rows->rows->end())).result();
        QCOMPARE(shown->first().id, ConversationId(u"c22"_s));
    }

    void aQuestionThatTheBotHadAskedIsNotToBeAskedAgain()
    {
        const test::DeskFixture f;
        Conversation c = f.conversation(u"c"_s, u"My parcel is late"_s);
        const auto say = [&](Sender from, const QString &text) {
            Message m;
            m.id = MessageId(QString::number(c.messages.size()));
            m.from = from;
            m.text = text;
            m.at = c.createdAt + c.messages.size() * minuteMs;
            c.messages += m;
        };
        say(Sender::Bot, u"What is your order number?"_s);
        say(Sender::Customer, u"48812345"_s);
        c.handedOffAt = c.createdAt + 2 * minuteMs;
        say(Sender::Agent, u"Thank you. I am looking it up."_s);
        QVERIFY(quality::factsOf(c, {}).notAskedAgain);
        say(Sender::Agent, u"What is your order number?"_s);
        QVERIFY(!quality::factsOf(c, {}).notAskedAgain);
        QCOMPARE(quality::factsOf(c, {}).firstReplyMs, minuteMs);
        QCOMPARE(quality::factsOf(c, {}).arm, Arm::WithPerson);
        QVERIFY(!quality::factsOf(c, {}).complete);
    }
};

BATON_TEST(MeasuresTest)
#include "MeasuresTest.moc"
