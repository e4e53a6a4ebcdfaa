#include "app/Services.h"

#include "core/base/Async.h"
#include "core/base/Log.h"
#include "core/desk/ConversationJudge.h"
#include "core/desk/Kinship.h"
#include "core/desk/Knowledge.h"
#include "core/desk/KnowledgeBoard.h"
#include "core/desk/LiveBoard.h"
#include "core/desk/Measures.h"
#include "core/desk/Profile.h"
#include "core/desk/Rebuild.h"
#include "core/desk/ReplyDrafter.h"
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
using Drafter = std::shared_ptr<const ReplyDrafter>;

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
    return {};
}

} // namespace

Services::Services() = default;

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
    auto folder = sync::FolderUpstream::open(settings.folder, settings.agent);
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
    s->m_policy = policy::bundledPolicy();
    const store::Rules rules{&sync::reconcile,
                             [policy = s->m_policy](const Conversation &c, const auto &judged) {
                                 return policy::place(c, policy, judged);
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
    s->m_desk = std::make_unique<Desk>(
        Desk::Parts{*s->m_store, s->m_engine.get(), s->m_policy, *s->m_clock, profile.settingsFile},
        *settings);
    s->readLiveSystems();
    QObject::connect(&s->m_desk->knowledgeBoard(), &KnowledgeBoard::documentsChanged,
                     s->m_desk.get(), [services = s.get()] { services->readKnowledge(); });
    QObject::connect(s->m_desk.get(), &Desk::settingsChanged, s->m_desk.get(),
                     [services = s.get(), had = settings->model](const Settings &now) mutable {
                         if (std::exchange(had, now.model).address.isEmpty()
                             != now.model.address.isEmpty())
                             services->readKnowledge();
                     });
    return s;
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
        made, m_desk.get(), [desk = m_desk.get()](const Result<live::Declarations> &declared) {
            if (declared) {
                // Where none is declared, what was approved before ends and is told.
                desk->liveBoard().setLive(*declared, std::make_unique<live::HttpLiveSystem>());
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
        const auto done = rebuildFromImports(*m_store, [this](double) { return !m_stopping; });
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
              return std::make_shared<const ConversationJudge>(std::move(reader).value(), m_policy,
                                                               std::move(catalogue));
          });
    onFinished(made, m_desk.get(), [desk = m_desk.get()](const Result<Judge> &judge) {
        if (judge)
            desk->setJudge(*judge);
        else if (judge.error().code != ErrorCode::Cancelled)
            log::error("judge", judge.error());
    });
}

Result<Drafter> Services::demoDrafter()
{
    if (const auto added = addBundledKnowledge(*m_store, knowledge::bundledDocuments()); !added)
        return added.error();
    // What was added or retired since counts too.
    const Result<QList<Document>> documents = m_store->currentDocuments().result();
    if (!documents)
        return documents.error();
    auto books = drafting::readPlaybooks(u":/playbooks"_s);
    if (!books)
        return books.error();
    return std::make_shared<const ReplyDrafter>(std::move(books).value(), *documents, m_policy);
}

/// Null where a team has neither documents nor playbooks, and no model that could write: then
/// nothing is checked either. What a model writes is checked against the conversation at least.
Result<Drafter> Services::teamDrafter(bool hasModel)
{
    const Result<QList<Document>> documents = m_store->currentDocuments().result();
    if (!documents)
        return documents.error();
    drafting::Playbooks books;
    const QString folder = m_profile.paths.data + u"/playbooks"_s;
    if (QFileInfo::exists(folder)) {
        auto read = drafting::readPlaybooks(folder);
        if (!read)
            return read.error();
        books = std::move(read).value();
    }
    if (documents->isEmpty() && books.isEmpty() && !hasModel)
        return Drafter();
    return std::make_shared<const ReplyDrafter>(std::move(books), *documents, m_policy);
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
    const auto made
        = m_background.run([this, hasModel = !m_desk->settings().model.address.isEmpty()] {
              return m_demo ? demoDrafter() : teamDrafter(hasModel);
          });
    onFinished(made, m_desk.get(), [desk = m_desk.get()](const Result<Drafter> &drafter) {
        if (!drafter) {
            log::error("drafter", drafter.error());
            Q_EMIT desk->failed(drafter.error());
        } else if (*drafter) {
            desk->setDrafter(*drafter);
        }
    });
}

} // namespace baton
