#include "app/Services.h"

#include "app/EvidencePage.h"
#include "core/base/Async.h"
#include "core/base/Log.h"
#include "core/desk/ConversationJudge.h"
#include "core/desk/Kinship.h"
#include "core/desk/Knowledge.h"
#include "core/desk/KnowledgeBoard.h"
#include "core/desk/LiveBoard.h"
#include "core/desk/Measures.h"
#include "core/desk/MonitorBoard.h"
#include "core/desk/PlaybookBoard.h"
#include "core/desk/PolicyBoard.h"
#include "core/desk/Profile.h"
#include "core/desk/Rebuild.h"
#include "core/desk/ReplyDrafter.h"
#include "core/desk/ScorecardBoard.h"
#include "core/desk/StopBoard.h"
#include "core/drafting/Snippets.h"
#include "core/knowledge/Bundled.h"
#include "core/live/HttpLiveSystem.h"
#include "core/store/ProfileFiles.h"
#include "core/sync/Reconcile.h"
#include "core/sync/demo/DemoUpstream.h"
#include "core/sync/folder/FolderUpstream.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using Judge = std::shared_ptr<const ConversationJudge>;

/// The demo begins at its own beginning each time, so what a desk kept of the last one must go.
Result<void> forget(const store::Paths &paths)
{
    if (!QFileInfo::exists(paths.data))
        return {};
    const auto lock = store::FileLock::take(paths.lockFile());
    if (!lock)
        return lock.error();
    QDir folder(paths.data);
    for (const QString &name : folder.entryList({u"desk.sqlite*"_s, u"cache.sqlite*"_s})) {
        if (!folder.remove(name))
            return Error{ErrorCode::Io, folder.filePath(name), {}};
    }
    QFile::remove(paths.auditHeadFile());
    QFile::remove(paths.data + "/models/corrections.jsonl"_L1);
    QDir(PlaybookBoard::folderIn(paths.data)).removeRecursively();
    QFile::remove(MonitorBoard::fileIn(paths.data));
    QDir(StopBoard::folderIn(paths.data)).removeRecursively();
    return {};
}

} // namespace

Services::Services()
    : m_secrets(std::make_unique<secrets::SystemKeychain>())
{ }

Services::~Services()
{
    *m_stopping = true;
}

/// A demo has settings of its own, which begin as the shared ones.
Result<Settings> Services::settingsFor(const Options &options)
{
    const QString shared = m_profile.settingsFile;
    if (options.demoSeed)
        m_profile.settingsFile = m_profile.paths.data + "/settings.json"_L1;
    auto settings
        = loadSettings(QFileInfo::exists(m_profile.settingsFile) ? m_profile.settingsFile : shared);
    if (!settings)
        return settings;
    if (options.demoSeed) {
        // A lead sees all of it; the avatar's menu switches, and that is kept.
        const Role role
            = QFileInfo::exists(m_profile.settingsFile) ? settings->agent.role : Role::Lead;
        settings->agent = Agent{AgentId(u"ines"_s), u"Ines Okafor"_s, role};
        settings->folder.clear();
        settings->embeddings = {}; // a seed gives one day
    } else if (!options.folder.isEmpty()) {
        settings->folder = QFileInfo(options.folder).absoluteFilePath();
    }
    if (settings->agent.id.isEmpty())
        settings->agent = accountHolder();
    return settings;
}

/// Null where there is none.
Result<std::unique_ptr<sync::Upstream>> Services::upstreamFor(const Options &options,
                                                              const Settings &settings)
{
    if (options.demoSeed) {
        const sync::DemoUpstream::Parts parts{*options.demoSeed, settings.agent.person(),
                                              sync::Past::SixMonths, &m_ledger};
        return std::unique_ptr<sync::Upstream>(
            std::make_unique<sync::DemoUpstream>(parts, *m_clock, *m_demo));
    }
    if (settings.folder.isEmpty())
        return std::unique_ptr<sync::Upstream>();
    auto folder
        = sync::FolderUpstream::open(settings.folder, settings.agent, m_store->attachments());
    if (!folder)
        return folder.error();
    return std::unique_ptr<sync::Upstream>(std::move(folder).value());
}

Result<std::unique_ptr<Services>> Services::create(const Options &options)
{
    std::unique_ptr<Services> s(new Services);
    s->m_profile = profileFor(options.dataDir, options.demoSeed ? u"demo"_s : options.profile);
    const Profile &profile = s->m_profile;
    const auto settings = s->settingsFor(options);
    if (!settings)
        return settings.error();

    if (options.demoSeed) {
        if (const auto forgotten = forget(profile.paths); !forgotten)
            return forgotten.error();
        auto clock = std::make_unique<sync::DemoClock>(sync::DemoUpstream::startsAt(), s->m_system);
        s->m_demo = std::make_unique<sync::DemoControl>(*clock, sync::DemoUpstream::scenes());
        s->m_clock = std::move(clock);
    } else if (options.clockFrom) {
        s->m_clock = std::make_unique<ScenarioClock>(*options.clockFrom);
    } else {
        s->m_clock = std::make_unique<SystemClock>();
    }
    if (const auto read = s->readPolicy(profile.paths); !read)
        return read.error();
    const store::Rules rules{&sync::reconcile,
                             [held = s->m_held.get()](const Conversation &c, const auto &judged) {
                                 return policy::place(c, *held->get(), judged);
                             },
                             settings->agent, kinshipBy(s->m_policy), measureBy(s->m_policy)};
    auto store = store::Store::open(profile.paths, store::Access::ReadWrite, rules, *s->m_clock);
    if (!store)
        return store.error();
    s->m_store = std::move(store).value();
    // The store has made the folders, so the log has a place now.
    if (const auto started = log::start({profile.logFile}); !started)
        return started.error();

    auto upstream = s->upstreamFor(options, *settings);
    if (!upstream)
        return upstream.error();
    if (*upstream)
        s->m_engine = std::make_unique<sync::SyncEngine>(*s->m_store, std::move(upstream).value(),
                                                         *s->m_clock);
    Desk::Parts parts{*s->m_store, s->m_engine.get(), s->m_policy, *s->m_clock,
                      profile.settingsFile};
    parts.secrets = &s->m_secrets;
    s->m_desk = std::make_unique<Desk>(std::move(parts), *settings);
    s->readLiveSystems();
    s->m_desk->stopBoard().setWords(stopWords());
    QObject::connect(&s->m_desk->policyBoard(), &PolicyBoard::published, s->m_desk.get(),
                     [services = s.get()](const PolicyVersion &v) { services->hold(v); });
    QObject::connect(&s->m_desk->knowledgeBoard(), &KnowledgeBoard::documentsChanged,
                     s->m_desk.get(), [services = s.get()] { services->readKnowledge(); });
    s->m_desk->playbookBoard().useBundled(options.demoSeed.has_value());
    QObject::connect(&s->m_desk->playbookBoard(), &PlaybookBoard::playbooksChanged, s->m_desk.get(),
                     [services = s.get()] { services->readKnowledge(); });
    QObject::connect(s->m_desk.get(), &Desk::settingsChanged, s->m_desk.get(),
                     [services = s.get(), had = settings->model](const Settings &now) mutable {
                         if (std::exchange(had, now.model).address.isEmpty()
                             != now.model.address.isEmpty())
                             services->readKnowledge();
                     });
    return s;
}

/// The newest that was published, else the bundled one. A newer Baton's, or a file that does not
/// open, is told of when the store is opened.
Result<void> Services::readPolicy(const store::Paths &paths)
{
    m_policy = policy::bundledPolicy();
    const auto newest = store::Store::newestPolicy(paths);
    if (newest && *newest) {
        auto read = policy::readPolicy((*newest)->file);
        if (!read)
            return read.error();
        m_policy = std::move(read).value();
    }
    m_held = std::make_unique<policy::InForce>(m_policy);
    return {};
}

/// Deadlines first, then who reads and drafts; the queue is read anew.
void Services::hold(const PolicyVersion &version)
{
    auto read = policy::readPolicy(version.file);
    if (!read) {
        Q_EMIT m_desk->failed(read.error());
        return;
    }
    m_policy = std::move(read).value();
    m_held->set(m_policy);
    onFinished(m_store->setMeasure(kinshipBy(m_policy), measureBy(m_policy)), m_desk.get(),
               [this](const Result<void> &) { m_desk->scorecardBoard().refreshLater(); });
    if (const auto judge = m_desk->policyBoard().judge())
        m_desk->setJudge(judge->under(m_policy));
    readKnowledge();
}

/// A file that cannot be read costs the live systems only, and is told.
void Services::readLiveSystems()
{
    std::optional<Result<QByteArray>> own; // the demo's
    if (m_demo) {
        auto shop = sync::demo::ShopServer::start(m_ledger);
        if (shop) {
            m_shop = std::move(shop).value();
            own = m_shop->declarations();
        } else {
            own = shop.error();
        }
    }
    const auto made
        = m_background.run([file = m_profile.liveFile, own]() -> Result<live::Declarations> {
              if (!own)
                  return live::loadDeclarations(file);
              if (!*own)
                  return own->error();
              return live::readDeclarations(**own);
          });
    onFinished(
        made, m_desk.get(),
        [desk = m_desk.get(), secrets = &m_secrets](const Result<live::Declarations> &declared) {
            if (declared) {
                QStringList names;
                for (const live::System &system : declared->systems) {
                    if (system.inKeychain)
                        names += system.secretName;
                }
                // Where none is declared, what was approved before ends and is told.
                secrets->fetch(names, desk, [desk, secrets, declared = *declared] {
                    desk->liveBoard().setLive(declared,
                                              std::make_unique<live::HttpLiveSystem>(
                                                  [secrets](const live::System &system) {
                                                      return system.inKeychain
                                                          ? secrets->known(system.secretName)
                                                          : live::HttpLiveSystem::fromEnvironment(
                                                              system);
                                                  }));
                });
                return;
            }
            Error error = declared.error();
            log::error("live", error);
            error.subject = u"%1 (%2)"_s.arg(error.subject, error.detail);
            Q_EMIT desk->failed(error);
        });
}

void Services::rebuildArchive()
{
    if (!m_store->openReport().cacheIsNew)
        return;
    m_background.run([this] {
        const auto done = rebuildFromImports(*m_store, [this](double) { return !*m_stopping; });
        if (!done)
            log::error("rebuild", done.error());
    });
}

void Services::readJudge()
{
    const auto made
        = m_background.run([this, folder = m_profile.paths.data + u"/models"_s]() -> Result<Judge> {
              Catalogue catalogue = policy::bundledCatalogue();
              auto reader = signs::SignalReader::open(catalogue, folder,
                                                      [this](double) { return !*m_stopping; });
              if (!reader)
                  return reader.error();
              return std::make_shared<const ConversationJudge>(
                  std::move(reader).value(), *m_held->get(), std::move(catalogue));
          });
    onFinished(made, m_desk.get(), [this, desk = m_desk.get()](const Result<Judge> &judge) {
        if (judge) // a version may have come meanwhile
            desk->setJudge((*judge)->policy() == m_policy ? *judge : (*judge)->under(m_policy));
        else if (judge.error().code != ErrorCode::Cancelled)
            log::error("judge", judge.error());
    });
}

/// The team's own in the place of those it begins with; a wrong file costs only itself.
Services::Books Services::withOwn(drafting::Playbooks books) const
{
    auto own = drafting::readPlaybookFolder(PlaybookBoard::folderIn(m_profile.paths.data));
    for (const drafting::Playbook &book : std::as_const(own.books))
        books.insert(book.intent, book);
    return {std::move(books), std::move(own.wrong)};
}

Result<Services::Drafting> Services::demoDrafter(const policy::Policy &policy)
{
    if (const auto added = addBundledKnowledge(*m_store, knowledge::bundledDocuments()); !added)
        return added.error();
    // What was added or retired since counts too.
    const Result<QList<Document>> documents = m_store->currentDocuments().result();
    if (!documents)
        return documents.error();
    auto bundled = drafting::readPlaybooks(u":/playbooks"_s);
    if (!bundled)
        return bundled.error();
    Books books = withOwn(std::move(bundled).value());
    return Drafting{
        std::make_shared<const ReplyDrafter>(std::move(books.books), *documents, policy),
        std::move(books.wrong)};
}

/// Null where a team has neither documents nor playbooks, and no model that could write: then
/// nothing is checked either. What a model writes is checked against the conversation at least.
Result<Services::Drafting> Services::teamDrafter(const policy::Policy &policy, Need need)
{
    const Result<QList<Document>> documents = m_store->currentDocuments().result();
    if (!documents)
        return documents.error();
    Books books = withOwn({});
    if (documents->isEmpty() && books.books.isEmpty() && need == Need::IfThereIsSomething)
        return Drafting{{}, std::move(books.wrong)};
    return Drafting{
        std::make_shared<const ReplyDrafter>(std::move(books.books), *documents, policy),
        std::move(books.wrong)};
}

/// A wrong file of a team's says so, and the others' work goes on without snippets.
void Services::readSnippets()
{
    const auto made = m_background.run(
        [folder = m_demo ? u":/snippets"_s : m_profile.paths.data + u"/snippets"_s] {
            return drafting::readSnippetsIn(folder);
        });
    onFinished(made, m_desk.get(),
               [desk = m_desk.get()](const Result<QList<drafting::SnippetForm>> &forms) {
                   if (!forms) {
                       log::error("snippets", forms.error());
                       Q_EMIT desk->failed(forms.error());
                   } else if (!forms->isEmpty()) {
                       desk->setSnippets(std::make_shared<const drafting::SnippetShelf>(
                           *forms, drafting::bundledPhrases()));
                   }
               });
}

void Services::readKnowledge()
{
    // What was used up to now must not stay in use when the last of it is gone.
    const Need need = m_drafts || !m_desk->settings().model.address.isEmpty()
        ? Need::Always
        : Need::IfThereIsSomething;
    const auto made = m_background.run([this, need] {
        const auto policy = m_held->get();
        return m_demo ? demoDrafter(*policy) : teamDrafter(*policy, need);
    });
    onFinished(made, m_desk.get(), [this](const Result<Drafting> &drafting) {
        if (!drafting) {
            log::error("drafter", drafting.error());
            Q_EMIT m_desk->failed(drafting.error());
            return;
        }
        for (const Error &error : drafting->wrong) {
            log::error("playbooks", error);
            Q_EMIT m_desk->failed(error);
        }
        if (drafting->drafter) {
            m_drafts = true;
            m_desk->setDrafter(drafting->drafter);
        }
    });
}

} // namespace baton
