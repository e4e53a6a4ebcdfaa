#include "core/quality/Metrics.h"

#include "core/domain/Review.h"
#include "core/quality/Histogram.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::quality {

namespace {

Figure shareOf(qint64 hits, qint64 n)
{
    Figure figure;
    figure.n = n;
    if (n <= 0)
        return figure;
    const Proportion share{std::clamp<qint64>(hits, 0, n), n};
    figure.value = share.value();
    figure.interval = wilson(share, z95);
    return figure;
}

Figure csat(const Counts &counts)
{
    Figure figure = shareOf(counts[Count::Satisfied], counts[Count::Rated]);
    if (figure.n > 0)
        figure.mean = double(counts[Count::Stars]) / double(figure.n);
    if (counts[Count::Ended] > 0)
        figure.answered = double(figure.n) / double(counts[Count::Ended]);
    return figure;
}

Figure escalationQuality(const Counts &counts)
{
    Figure figure;
    figure.n = counts[Count::Escalated];
    if (figure.n <= 0)
        return figure;
    double product = 1;
    for (const Count part :
         {Count::Complete, Count::NotAskedAgain, Count::RightQueue, Count::InTime})
        product *= double(counts[part]) / double(figure.n);
    figure.value = product;
    return figure;
}

Counts joined(const ArmCounts &counts, Arms arms)
{
    Counts sum;
    if (arms != Arms::WithPerson)
        sum.add(counts.bot);
    if (arms != Arms::BotOnly)
        sum.add(counts.person);
    return sum;
}

} // namespace

Counted countsOf(const ContactFacts &facts, bool cameBack)
{
    Counted counted;
    if (!facts.endedAt)
        return counted;
    Counts &c = counted.counts;
    const bool contained = facts.arm == Arm::BotOnly;
    const auto fate = [&](DraftFate one) { return facts.drafts[static_cast<size_t>(one)]; };
    const bool known = !facts.intent.isEmpty();
    c[Count::Ended] = 1;
    c[Count::Known] = known;
    c[Count::Contained] = contained;
    c[Count::Abandoned] = contained && facts.abandoned;
    c[Count::Back] = cameBack;
    c[Count::ContainedBack] = contained && cameBack;
    c[Count::ContainedKnown] = contained && known;
    c[Count::Resolved] = facts.resolved;
    c[Count::ResolvedBack] = facts.resolved && cameBack;
    c[Count::Once] = facts.once;
    c[Count::OnceBack] = facts.once && cameBack;
    if (facts.csat) {
        c[Count::Rated] = 1;
        c[Count::Satisfied] = *facts.csat >= 4;
        c[Count::Stars] = *facts.csat;
        c[Count::StarSquares] = qint64(*facts.csat) * *facts.csat;
    }
    c[Count::Escalated] = facts.escalated;
    c[Count::Complete] = facts.escalated && facts.complete;
    c[Count::NotAskedAgain] = facts.escalated && facts.notAskedAgain;
    c[Count::RightQueue] = facts.escalated && facts.rightQueue;
    c[Count::InTime] = facts.escalated && facts.inTime;
    c[Count::Replies] = facts.replies;
    for (const int one : facts.drafts)
        c[Count::Drafts] += one;
    c[Count::Covered] = std::min(c[Count::Drafts], c[Count::Replies]);
    c[Count::AsIs] = fate(DraftFate::AsIs);
    c[Count::Light] = fate(DraftFate::Light);
    c[Count::Rewritten] = fate(DraftFate::Rewritten);
    c[Count::Discarded] = fate(DraftFate::Discarded);
    const auto bin = [&](Spread spread, qint64 value) {
        counted.bins.append({spread, binOf(spread, value)});
    };
    bin(Spread::Resolution, *facts.endedAt - facts.createdAt);
    if (facts.firstReplyMs)
        bin(Spread::FirstReply, *facts.firstReplyMs);
    if (facts.handleMs) {
        bin(Spread::Handle, *facts.handleMs);
        c[Count::Handled] = 1;
        c[Count::HandleMs] = *facts.handleMs;
    }
    for (const char distance : facts.distances)
        bin(Spread::EditDistance, distance);
    return counted;
}

Figure figure(Metric metric, const WindowCounts &window, Arms arms)
{
    const Counts all = joined(window.all, arms);
    const Counts matured = joined(window.matured, arms);
    const qint64 ended = matured[Count::Ended];
    switch (metric) {
    case Metric::Containment:
        return arms == Arms::All ? shareOf(all[Count::Contained], all[Count::Ended]) : Figure();
    case Metric::EffectiveContainment:
        return arms == Arms::All
            ? shareOf(matured[Count::ContainedKnown] - matured[Count::ContainedBack],
                      matured[Count::Known])
            : Figure();
    case Metric::Resolution:
        return shareOf(matured[Count::Resolved] - matured[Count::ResolvedBack], ended);
    case Metric::Recontact:
        return shareOf(matured[Count::Back], matured[Count::Known]);
    case Metric::FirstContactResolution:
        return arms == Arms::BotOnly
            ? Figure()
            : shareOf(window.matured.person[Count::Once] - window.matured.person[Count::OnceBack],
                      window.matured.person[Count::Ended]);
    case Metric::CsatBot:
        return arms == Arms::WithPerson ? Figure() : csat(window.all.bot);
    case Metric::CsatPerson:
        return arms == Arms::BotOnly ? Figure() : csat(window.all.person);
    case Metric::DraftAcceptance:
        return shareOf(all[Count::AsIs] + all[Count::Light], all[Count::Drafts]);
    case Metric::DraftCoverage:
        // Where no draft was ever seen, none was kept count of.
        return all[Count::Drafts] > 0 ? shareOf(all[Count::Covered], all[Count::Replies])
                                      : Figure();
    case Metric::EscalationQuality:
        return escalationQuality(all);
    }
    return {};
}

Figure containmentOfMatured(const WindowCounts &window)
{
    const Counts matured = joined(window.matured, Arms::All);
    return shareOf(matured[Count::ContainedKnown], matured[Count::Known]);
}

Part partOf(Metric metric, const ContactFacts &facts, bool cameBack)
{
    const auto part = [](bool counts, bool hit) {
        return !counts ? Part::Beside : hit ? Part::Hit : Part::Miss;
    };
    const Counts c = countsOf(facts, cameBack).counts;
    const bool bot = facts.arm == Arm::BotOnly;
    switch (metric) {
    case Metric::Containment:
        return part(true, bot);
    case Metric::EffectiveContainment:
        return part(!facts.intent.isEmpty(), bot && !cameBack);
    case Metric::Resolution:
        return part(true, facts.resolved && !cameBack);
    case Metric::Recontact:
        return part(!facts.intent.isEmpty(), cameBack);
    case Metric::FirstContactResolution:
        return part(!bot, facts.once && !cameBack);
    case Metric::CsatBot:
        return part(bot && facts.csat, c[Count::Satisfied] != 0);
    case Metric::CsatPerson:
        return part(!bot && facts.csat, c[Count::Satisfied] != 0);
    case Metric::DraftAcceptance:
        return part(c[Count::Drafts] > 0, c[Count::AsIs] + c[Count::Light] == c[Count::Drafts]);
    case Metric::DraftCoverage:
        return part(facts.replies > 0, c[Count::Drafts] >= c[Count::Replies]);
    case Metric::EscalationQuality:
        return part(facts.escalated,
                    facts.complete && facts.notAskedAgain && facts.rightQueue && facts.inTime);
    }
    return Part::Beside;
}

bool needsMaturity(Metric metric)
{
    return metric == Metric::EffectiveContainment || metric == Metric::Resolution
        || metric == Metric::Recontact || metric == Metric::FirstContactResolution;
}

bool higherIsBetter(Metric metric)
{
    return metric != Metric::Recontact;
}

QLatin1StringView nameOf(Metric metric)
{
    static constexpr std::array<QLatin1StringView, metrics> names{
        "containment"_L1,       "effective_containment"_L1, "resolution"_L1,
        "recontact"_L1,         "first_contact"_L1,         "csat_bot"_L1,
        "csat_person"_L1,       "draft_acceptance"_L1,      "draft_coverage"_L1,
        "escalation_quality"_L1};
    return names[static_cast<size_t>(metric)];
}

Cost costPerResolution(const WindowCounts &counts, Arm arm, const Costs &rates)
{
    const Counts &c = counts.matured.of(arm);
    const bool person = arm == Arm::WithPerson;
    Cost cost;
    cost.n = std::max<qint64>(0, c[Count::Resolved] - c[Count::ResolvedBack]);
    cost.contacts = c[Count::Ended];
    cost.timed = person ? c[Count::Handled] : 0;
    cost.hours = person ? double(c[Count::HandleMs]) / hourMs : 0;
    cost.byBot = person ? c[Count::Escalated] : c[Count::Ended];
    if (person && !rates.agentHour)
        cost.lack = CostLack::AgentHour;
    else if (!rates.botContact && (!person || cost.byBot > 0))
        cost.lack = CostLack::BotContact;
    else if (cost.n == 0)
        cost.lack = CostLack::Resolutions;
    else if (person && cost.timed == 0)
        cost.lack = CostLack::Times;
    else
        cost.value = (cost.hours * rates.agentHour.value_or(0)
                      + double(cost.byBot) * rates.botContact.value_or(0))
            / double(cost.n);
    return cost;
}

std::optional<double> levelOf(Metric metric)
{
    switch (metric) {
    case Metric::EffectiveContainment:
        return 0.65;
    case Metric::Resolution:
        return 0.60;
    case Metric::Recontact:
        return 0.15;
    case Metric::CsatBot:
        return 0.75;
    case Metric::CsatPerson:
        return 0.80;
    case Metric::DraftAcceptance:
        return 0.50;
    case Metric::EscalationQuality:
        return 0.70;
    case Metric::Containment:
    case Metric::FirstContactResolution:
    case Metric::DraftCoverage:
        break;
    }
    return {};
}

Levels bundledLevels()
{
    Levels levels;
    for (int i = 0; i < metrics; ++i)
        levels[size_t(i)] = levelOf(static_cast<Metric>(i));
    return levels;
}

} // namespace baton::quality
