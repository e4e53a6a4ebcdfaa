#pragma once

#include "core/desk/Desk.h"
#include "core/desk/Profile.h"
#include "core/drafting/Playbook.h"
#include "core/policy/InForce.h"
#include "core/secrets/Secrets.h"
#include "core/store/Store.h"
#include "core/sync/SyncEngine.h"
#include "core/sync/demo/DemoControl.h"
#include "core/sync/demo/ShopServer.h"

#include <atomic>
#include <memory>

namespace baton {

/// The object graph of the console, built in dependency order: clock, policy, store, upstream,
/// engine, desk. Members are destroyed in the reverse order, so what was typed reaches the disk
/// before the store closes.
class Services
{
public:
    struct Options
    {
        QString dataDir; ///< empty: the XDG folders
        QString profile = QStringLiteral("default");
        QString folder; ///< a folder upstream for this run; empty: the one in the settings
        std::optional<Instant> clockFrom; ///< where the clock starts; empty: the time it is
        /// The invented company of this seed, in the profile "demo", which starts afresh; then
        /// profile, folder and clockFrom do not count.
        std::optional<quint64> demoSeed;
    };

    /// Errors: those of loadSettings, Store::open and FolderUpstream::open; Locked where another
    /// demo runs. Blocking, before the window is shown.
    static Result<std::unique_ptr<Services>> create(const Options &options);
    ~Services();

    Desk &desk() { return *m_desk; }
    const Profile &profile() const { return m_profile; }
    /// For a presenter's bar; null where this is no demo.
    sync::DemoControl *demo() { return m_demo.get(); }
    /// Reads imports/ again where the cache is new; does nothing else. Runs beside the desk.
    void rebuildArchive();
    /// Reads the terms and the intent model (at first start it is learnt, which takes seconds) and
    /// hands them to the desk. Runs beside it.
    void readJudge();
    /// Hands the desk what replies are drafted from and checked against: the demo's company brings
    /// its documents and playbooks along; a team has its own, documents in the store (`batonctl
    /// knowledge add`) and playbooks in the profile's folder of that name, which the Knowledge
    /// screen edits. Runs beside the desk.
    void readKnowledge();
    /// Hands the desk the demo's snippets, or a team's: the files of the profile's folder
    /// `snippets`. Runs beside the desk.
    void readSnippets();

private:
    Services();
    struct Books
    {
        drafting::Playbooks books;
        QList<Error> wrong; ///< one a file
    };
    struct Drafting
    {
        std::shared_ptr<const ReplyDrafter> drafter;
        QList<Error> wrong;
    };
    enum class Need { IfThereIsSomething, Always };
    Books withOwn(drafting::Playbooks books) const;
    Result<Drafting> demoDrafter(const policy::Policy &policy);
    Result<Drafting> teamDrafter(const policy::Policy &policy, Need need);
    Result<Settings> settingsFor(const Options &options);
    Result<std::unique_ptr<sync::Upstream>> upstreamFor(const Options &options,
                                                        const Settings &settings);
    void readLiveSystems();
    Result<void> readPolicy(const store::Paths &paths);
    void hold(const PolicyVersion &version); ///< from now on

    SystemClock m_system;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<sync::DemoControl> m_demo;
    sync::demo::Ledger m_ledger;                    ///< of the demo
    std::unique_ptr<sync::demo::ShopServer> m_shop; ///< likewise
    secrets::Secrets m_secrets;
    policy::Policy m_policy;                 ///< on the GUI thread
    std::unique_ptr<policy::InForce> m_held; ///< the same, for every thread
    Profile m_profile;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<sync::SyncEngine> m_engine;
    bool m_drafts = false; ///< replies are drafted or checked
    SerialExecutor m_background;
    std::shared_ptr<std::atomic<bool>> m_stopping = std::make_shared<std::atomic<bool>>(false);
    std::unique_ptr<Desk> m_desk;
};

} // namespace baton
