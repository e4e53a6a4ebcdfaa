#include "app/Services.h"

#include "core/base/Async.h"
#include "core/base/Log.h"
#include "core/desk/ConversationJudge.h"
#include "core/desk/Knowledge.h"
#include "core/desk/Profile.h"
#include "core/desk/Rebuild.h"
#include "core/sync/Reconcile.h"
#include "core/sync/folder/FolderUpstream.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using Judge = std::shared_ptr<const ConversationJudge>;

}

Services::Services() = default;

Services::~Services()
{
    *m_stopping = true;
}

Result<std::unique_ptr<Services>> Services::create(const Options &options)
{
    std::unique_ptr<Services> s(new Services);
    s->m_profile = profileFor(options.dataDir, options.profile);
    const Profile &profile = s->m_profile;

    auto settings = loadSettings(profile.settingsFile);
    if (!settings)
        return settings.error();
    if (settings->agent.id.isEmpty())
        settings->agent = accountHolder();
    if (!options.folder.isEmpty())
        settings->folder = QFileInfo(options.folder).absoluteFilePath();

    if (options.clockFrom)
        s->m_clock = std::make_unique<ScenarioClock>(*options.clockFrom);
    else
        s->m_clock = std::make_unique<SystemClock>();
    s->m_policy = policy::bundledPolicy();
    const store::Rules rules{&sync::reconcile,
                             [policy = s->m_policy](const Conversation &c, const auto &judged) {
                                 return policy::place(c, policy, judged);
                             },
                             settings->agent};
    auto store = store::Store::open(profile.paths, store::Access::ReadWrite, rules, *s->m_clock);
    if (!store)
        return store.error();
    s->m_store = std::move(store).value();
    // The store has made the folders, so the log has a place now.
    if (const auto started = log::start({profile.logFile}); !started)
        return started.error();

    if (!settings->folder.isEmpty()) {
        auto upstream = sync::FolderUpstream::open(settings->folder, settings->agent);
        if (!upstream)
            return upstream.error();
        s->m_engine = std::make_unique<sync::SyncEngine>(*s->m_store, std::move(upstream).value(),
                                                         *s->m_clock);
    }
    s->m_desk = std::make_unique<Desk>(
        Desk::Parts{*s->m_store, s->m_engine.get(), s->m_policy, *s->m_clock, profile.settingsFile},
        *settings);
    return s;
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

void Services::addKnowledge()
{
    m_background.run([this] {
        if (const auto added = addBundledKnowledge(*m_store); !added)
            log::error("knowledge", added.error());
    });
}

} // namespace baton
