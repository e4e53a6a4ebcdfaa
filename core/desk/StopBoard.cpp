#include "core/desk/StopBoard.h"

#include "core/base/Log.h"
#include "core/desk/ConversationJudge.h"
#include "core/desk/PolicyBoard.h"
#include "core/desk/StopEvidence.h"
#include "core/desk/StopLooking.h"
#include "core/policy/Rules.h"
#include "core/quality/Metrics.h"
#include "core/store/Store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int lookSoonMs = 300'000;    // after something was stored
constexpr int lookAnywayMs = 3600'000; // a week ends by itself

bool needsPolicy(const StopEvent &event)
{
    return event.isTrip() || event.isGivenBack();
}

bool needsPack(const StopEvent &event)
{
    return event.isTrip();
}

} // namespace

StopBoard::StopBoard(store::Store &store, const Clock &clock, const Agent &agent,
                     PolicyBoard &policies)
    : m_store(store)
    , m_clock(clock)
    , m_agent(agent)
    , m_policies(policies)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(lookSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &StopBoard::look);
    m_hourly.setInterval(lookAnywayMs);
    connect(&m_hourly, &QTimer::timeout, this, &StopBoard::look);
    connect(&m_policies, &PolicyBoard::stateChanged, this, [this](const PolicyState &state) {
        if (m_waits && !state.publishing && state.live.version > 0) {
            m_waits = false;
            m_policySeen = state.live.version;
            changePolicy();
        } else if (m_scene && !m_busy && m_policySeen != state.live.version) {
            m_policySeen = state.live.version; // a person may have given something back
            if (releasedByPolicy())
                reread();
        }
    });
    connect(&m_policies, &PolicyBoard::failed, this, [this] {
        if (std::exchange(m_waits, false)) { // the versions did not read
            m_busy = false;
            publish();
        }
    });
    connect(&m_policies, &PolicyBoard::published, this, [this] {
        if (m_busy)
            m_again = true;
        else
            reread();
    });
}

StopBoard::~StopBoard() = default;

QString StopBoard::folderIn(const QString &dataFolder)
{
    return dataFolder + u"/stop-loss"_s;
}

void StopBoard::setJudge(std::shared_ptr<const ConversationJudge> judge)
{
    m_judge = std::move(judge);
    m_hourly.start();
    look();
}

void StopBoard::setWords(StopWords words)
{
    m_words = std::move(words);
}

void StopBoard::lookLater()
{
    if (m_judge && !m_soon.isActive())
        m_soon.start();
}

void StopBoard::refreshRole()
{
    if (m_shown.isRead)
        publish();
}

void StopBoard::look()
{
    m_soon.stop();
    if (!m_judge)
        return;
    if (m_busy) {
        m_again = true;
        return;
    }
    m_busy = true;
    m_again = false;
    m_skipped.clear();
    read();
}

/// What is kept, then the sums, then the facts; the pure part runs beside the GUI.
void StopBoard::read()
{
    auto scene = std::make_shared<StopScene>();
    scene->limits = m_judge->policy().stopLoss;
    scene->catalogue = policy::placed(m_judge->catalogue(), m_judge->policy().judgement);
    scene->thisWeek = weekOfDay(dayOf(m_clock.now()));
    scene->folder = folderIn(m_store.paths().data);
    const int from = scene->thisWeek - weeksRead(scene->limits);
    const int firstDay = firstDayOfWeek(from);
    const int lastDay = firstDayOfWeek(scene->thisWeek + 1) - 1;
    const int matured = quality::maturedDay(m_clock.now(), m_judge->policy().arrivals.recontactMs);
    const auto made = m_work.run([&store = m_store, scene, from, firstDay, lastDay,
                                  matured]() -> Result<Scene> {
        auto record = awaited(store.stopRecord());
        if (!record)
            return record.error();
        scene->record = std::move(record).value();
        const auto tallies = awaited(store.tallies({firstDay, lastDay, matured, store::By::Week}));
        if (!tallies)
            return tallies.error();
        // They are read one by one, unlike sums: no further back than a level is held.
        const int firstWeek = std::max(from, factsFrom(*scene));
        const auto facts
            = awaited(store.stopFacts(firstDayOfWeek(firstWeek), lastDay, hardPhrases()));
        if (!facts)
            return facts.error();
        scene->isWhole
            = tallies->uncounted == 0 && tallies->last >= firstDayOfWeek(scene->thisWeek);
        scene->history
            = stopHistory(*tallies, *facts, scene->catalogue, scene->limits, from, scene->thisWeek);
        return Scene(scene);
    });
    onFinished(made, this, [this](const Result<Scene> &read) {
        if (!read)
            return end(read.error());
        take(*read);
    });
}

void StopBoard::take(const Scene &scene)
{
    m_scene = scene;
    onFinished(m_work.run([scene] { return lookAt(*scene); }), this, [this](const StopLook &found) {
        if (!found.isNothing())
            return keep(found.events, found.weeks);
        follow();
    });
}

void StopBoard::keep(QList<StopEvent> events, const QList<int> &weeks)
{
    const auto &known = m_scene->record.events;
    const qint64 after = known.isEmpty() ? 0 : known.last().seq;
    onFinished(m_store.addStopEvents(std::move(events), weeks, after), this,
               [this](const Result<StopRecord> &record) { goOn(record); });
}

void StopBoard::publish()
{
    m_shown = snapshotOf(*m_scene);
    m_shown.mayAct = m_agent.role == Role::Lead;
    m_shown.acting = m_busy;
    m_shown.at = m_clock.now();
    const StopSnapshot shown = m_shown;
    Q_EMIT changed(shown);
}

/// Nothing more in this look; what is left is tried again at the next.
void StopBoard::end(const Error &error)
{
    if (error.code != ErrorCode::Cancelled) {
        log::error("stop-loss", error);
        Q_EMIT failed(error);
    }
    m_busy = false;
    if (m_scene)
        publish();
    if (std::exchange(m_again, false))
        look();
}

/// The first step that was not taken, in the order of the events.
const StopEvent *StopBoard::next(StopStep &step) const
{
    const StopRecord &record = m_scene->record;
    for (const StopEvent &event : record.events) {
        if (!needsPolicy(event))
            continue;
        for (const StopStep one : {StopStep::Policy, StopStep::Pack, StopStep::Told}) {
            const bool wanted
                = one != StopStep::Pack || (needsPack(event) && !m_skipped.contains(event.seq));
            if (wanted && !record.find(event.seq, one)) {
                step = one;
                return &event;
            }
        }
    }
    return nullptr;
}

void StopBoard::follow()
{
    StopStep step = StopStep::Policy;
    const StopEvent *event = next(step);
    m_busy = event != nullptr;
    publish();
    if (!event) {
        if (const auto released = releasedByPolicy()) {
            m_busy = true;
            return keep({*released}, {});
        }
        if (std::exchange(m_again, false))
            look();
        return;
    }
    switch (step) {
    case StopStep::Policy:
        m_waits = true;
        m_policies.readVersions();
        return;
    case StopStep::Pack:
        return writePack(*event);
    case StopStep::Told:
        Q_EMIT told(*event, m_scene->catalogue.titleOf(event->segment));
        return done(*event, StopStep::Told, {});
    }
}

/// A lead gave intents back in the policy itself: the guard learns of it as of a release.
std::optional<StopEvent> StopBoard::releasedByPolicy() const
{
    const PolicyVersion &live = m_policies.state().live;
    if (live.version == 0)
        return {};
    return releaseByVersion(*m_scene, m_policies.live().judgement, live);
}

void StopBoard::changePolicy()
{
    StopStep step = StopStep::Policy;
    const StopEvent *event = next(step);
    if (!event || step != StopStep::Policy)
        return reread();
    const policy::Policy &live = m_policies.live();
    const bool isSo
        = std::all_of(event->intents.begin(), event->intents.end(), [&](const QString &one) {
              return stateIn(live.judgement, one) == event->became;
          });
    if (isSo) // a person was first
        return done(*event, StopStep::Policy, QString::number(m_policies.state().live.version));
    const QString title = m_scene->catalogue.titleOf(event->segment);
    const QString note = m_words.note ? m_words.note(*event, title) : title;
    // published() goes on; where it fails, that is told, and the next look tries again.
    m_busy = false;
    const StopEvent to = *event;
    if (to.isTrip())
        m_policies.rollBack(to.intents, note, to.seq, to.who);
    else
        m_policies.letGo(to.intents,
                         to.became == GuardState::Canary ? live.stopLoss.canaryShare : 1, note,
                         to.seq, to.who);
    publish();
}

void StopBoard::writePack(const StopEvent &event)
{
    QString name = evidenceName(event);
    int before = 0;
    for (const StopEvent &one : m_scene->record.events)
        before += one.seq < event.seq && needsPack(one) && evidenceName(one) == name ? 1 : 0;
    if (before > 0)
        name += u"-%1"_s.arg(before + 1);
    const auto written = m_work.run(
        [&store = m_store, event, policy = m_judge->policy(), catalogue = m_scene->catalogue,
         words = m_words, name, folder = m_scene->folder + u'/' + name,
         matured = quality::maturedDay(m_clock.now(),
                                       m_judge->policy().arrivals.recontactMs)]() -> Result<void> {
            const auto evidence = gatherEvidence(store, event, policy, catalogue, matured);
            if (!evidence)
                return evidence.error();
            return writeEvidence(folder, *evidence,
                                 words.page ? words.page(*evidence) : QByteArray());
        });
    onFinished(written, this, [this, event, name](const Result<void> &result) {
        if (result)
            return done(event, StopStep::Pack, name);
        log::error("stop-loss", result.error());
        Q_EMIT failed(result.error());
        m_skipped.insert(event.seq);
        follow();
    });
}

void StopBoard::done(const StopEvent &event, StopStep step, const QString &detail)
{
    onFinished(m_store.addStopStep({event.seq, step, detail}), this,
               [this](const Result<void> &kept) {
                   if (!kept)
                       return end(kept.error());
                   reread();
               });
}

void StopBoard::reread()
{
    if (!m_scene)
        return;
    m_busy = true;
    onFinished(m_store.stopRecord(), this,
               [this](const Result<StopRecord> &record) { goOn(record); });
}

/// What is kept now, upon the same sums; then on with what follows.
void StopBoard::goOn(const Result<StopRecord> &record)
{
    if (!record) // another one was first: what it kept is read
        return end(record.error());
    auto scene = std::make_shared<StopScene>(*m_scene);
    scene->record = *record;
    m_scene = scene;
    follow();
}

void StopBoard::act(const std::function<std::optional<StopEvent>(const StopScene &)> &fn)
{
    if (m_agent.role != Role::Lead || !m_scene || m_busy) {
        Q_EMIT failed({ErrorCode::Refused, u"stop-loss"_s,
                       m_busy ? u"something is being written"_s : u"a lead is needed"_s});
        return;
    }
    const auto event = fn(*m_scene);
    if (!event) {
        Q_EMIT failed({ErrorCode::Refused, u"stop-loss"_s,
                       u"a reason, and a state that allows it, are needed"_s});
        return;
    }
    m_busy = true;
    keep({*event}, {});
}

void StopBoard::trip(const QString &segment, const QString &reason)
{
    act([&](const StopScene &scene) {
        return tripByHand(scene, segment, reason, m_agent.person());
    });
}

void StopBoard::release(const QString &segment, const QString &reason, int weeks)
{
    act([&](const StopScene &scene) {
        return releaseByHand(scene, segment, reason, weeks, m_agent.person());
    });
}

} // namespace baton
