#pragma once

#include "core/desk/ConversationJudge.h"
#include "core/desk/Labels.h"
#include "core/desk/PolicyBoard.h"
#include "core/desk/PolicyReplay.h"
#include "core/store/Store.h"

#include <atomic>

namespace baton {

/// What the shown figures speak of.
struct Tried
{
    std::shared_ptr<const PolicyHistory> history;
    policy::Policy live;
    policy::Policy draft;
};

struct PolicyBoard::Private
{
    Private(store::Store &s, const Clock &c, const Agent &a)
        : store(s)
        , clock(c)
        , agent(a)
    { }

    store::Store &store;
    const Clock &clock;
    const Agent &agent;
    std::shared_ptr<const ConversationJudge> judge;
    std::optional<Catalogue> bundled;
    /// The judge's; until there is one the bundled one, which is read once it is asked for: that
    /// takes a while.
    const Catalogue &intents()
    {
        if (judge)
            return judge->catalogue();
        if (!bundled)
            bundled = policy::bundledCatalogue();
        return *bundled;
    }
    policy::Policy live = policy::bundledPolicy();
    policy::Policy draft = live;
    QList<policy::Policy> undone;
    QList<policy::Policy> redone;
    QList<QString> moves;  ///< beside undone: which intent each change moved, or empty
    bool changing = false; ///< the newest change goes on
    PolicyState state;
    Tried tried; ///< by whatIf
    PolicyWhatIf whatIf;
    std::shared_ptr<const PolicyHistory> history;
    /// Beside history, what people looked at of it.
    std::shared_ptr<const std::vector<PlacedLook>> looked
        = std::make_shared<const std::vector<PlacedLook>>();
    quint64 reading = 0;
    quint64 readingLooked = 0;
    quint64 trying = 0;
    bool busy = false;
    bool again = false;
    QTimer settled;
    std::shared_ptr<std::atomic<bool>> stopping = std::make_shared<std::atomic<bool>>(false);
    SerialExecutor texts; ///< reading takes long
    SerialExecutor work;  ///< last: ends before the rest
};

} // namespace baton
