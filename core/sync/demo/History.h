#pragma once

#include "core/sync/demo/Hours.h"
#include "core/sync/demo/Script.h"

#include <vector>

namespace baton::sync::demo {

/// Six months before the scenario: closed conversations, each made when it is asked for. What was
/// planned once (who wrote when about what, and who came back) takes a few milliseconds; each
/// conversation is a function of the seed and its index.
class History
{
public:
    static constexpr int planned = 12000; ///< beside those of fixed customers

    History(std::shared_ptr<const Stage> stage, quint64 seed);

    int size() const { return int(m_entries.size()) + int(m_fixed.size()); }
    /// Newest first; fixed customers' own come before all others.
    Conversation at(int index) const;
    /// The index of a conversation, −1 where there is none of that id.
    int find(const ConversationId &id) const;
    /// What at(index) played out.
    Script scriptAt(int index) const;

    /// How many people of a region have written so far: numbers below are taken.
    int peopleOf(qsizetype region) const { return m_people[size_t(region)]; }
    /// Numbers below are taken by conversations.
    int conversations() const { return int(m_entries.size()) + 1; }
    /// One who wrote lately, for coming back: the customer of the index-th newest conversation.
    Somebody lately(int index) const;

private:
    struct Entry
    {
        Instant start;
        qint32 story = 0;
        qint32 region = 0;
        qint32 person = 0;
        qint32 number = 0;   ///< of the conversation
        qint32 earlier = -1; ///< number of the conversation that this one comes back from
        qint32 contacts = 1;
    };
    void plan();
    Instant startFor(int number, qint64 lengthMs) const;
    Script scriptOf(const Entry &entry) const;
    Conversation fixed(int index) const;

    std::shared_ptr<const Stage> m_stage;
    quint64 m_seed;
    Hours m_hours;
    std::vector<Entry> m_entries; ///< newest first
    std::vector<Entry> m_planned; ///< by number, from 1
    std::vector<int> m_people;    ///< by region
    std::vector<const EarlierContact *> m_fixed;
    std::vector<const Template *> m_fixedStories;
};

/// Plays a script to its end: the bot, a colleague where it was handed off, the customer's thanks,
/// the close.
Conversation playedOut(const Script &script, const Stage &stage, const Hours &hours, Dice dice);

} // namespace baton::sync::demo
