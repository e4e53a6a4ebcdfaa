#pragma once

#include "core/domain/SignalRecord.h"
#include "core/policy/Judgement.h"

/// Which rules hold: the one place that says so, for a conversation that was read and for a stored
/// record of it alike. decide() adds the words and the places to what is found here.
namespace baton::policy {

/// What the rules look at.
struct Observed
{
    double confidence = 0; ///< 0 … 1
    quint32 phrases = 0;   ///< bit 1 << Phrase
    bool botDisagrees = false;
    int mood = 3;
    int failedTools = 0;
    int sameAnswers = 0;
    int contacts90d = 0;
    ValueTier value = ValueTier::Absent;
    int lot = 0; ///< 0 … lots - 1
};
Observed observedOf(const Signals &signs);
Observed observedOf(const SignalColumns &columns, std::size_t i);

/// Where an intent stands under a policy.
struct Standing
{
    Route tier = Route::Assist; ///< *none of these* counts as tier B
    bool known = false;
    bool open = false;
    bool rolledBack = false; ///< it or its tier
    int alone = lots;        ///< lots below this the bot may answer alone: all, none or a canary's
};
Standing standingOf(const QString &intent, const Judgement &limits, const Catalogue &catalogue);
/// As the policy places it, else as the catalogue does; a pin counts only where it does not.
Cell cellOf(const Intent &intent, const Judgement &limits);
Route tierOf(const Intent &intent, const Judgement &limits);

/// Bits (1 << Rule) of those that no policy or this one has on.
quint32 switchedOn(const Judgement &limits);
constexpr quint32 bitOf(Rule rule)
{
    return 1U << static_cast<unsigned>(rule);
}
/// Bits of what held. on is what switchedOn() says.
quint32 rulesHeld(const Observed &seen, const Standing &intent, const Judgement &limits,
                  quint32 on);
/// Escalate or Assist.
Route leadsTo(Rule rule);
/// First match decides: escalate, assist, else contain.
Route routeOf(quint32 rules);

/// What a policy needs of a conversation, without its text. Pure.
SignalRecord recordOf(const Conversation &conversation, const Signals &signs);

/// The catalogue with its intents where the policy places them.
Catalogue placed(Catalogue catalogue, const Judgement &limits);

} // namespace baton::policy
