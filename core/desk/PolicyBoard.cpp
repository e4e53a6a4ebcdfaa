#include "core/desk/PolicyBoardPrivate.h"

#include "core/desk/PolicyDraft.h"
#include "core/policy/Versions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int windowDays = 30;
constexpr int simulateAfterMs = 200; // a drag goes on
constexpr int mostUndone = 100;

struct HistoryRead
{
    std::shared_ptr<const PolicyHistory> history;
    std::shared_ptr<const std::vector<PlacedLook>> looked; ///< of it
};

} // namespace

PolicyBoard::PolicyBoard(store::Store &store, const Clock &clock, const Agent &agent)
    : d(std::make_unique<Private>(store, clock, agent))
{
    d->whatIf.changedAt = std::make_shared<const std::vector<quint32>>();
    d->settled.setSingleShot(true);
    d->settled.setInterval(simulateAfterMs);
    connect(&d->settled, &QTimer::timeout, this, &PolicyBoard::simulate);
}

PolicyBoard::~PolicyBoard()
{
    *d->stopping = true;
}

void PolicyBoard::setJudge(std::shared_ptr<const ConversationJudge> judge)
{
    // Another policy over the same reading: what was read is as it was.
    const bool readsOtherwise = !d->judge || d->judge->readBy() != judge->readBy();
    d->judge = std::move(judge);
    if (readsOtherwise && d->state.live.version > 0)
        refresh();
}

std::shared_ptr<const ConversationJudge> PolicyBoard::judge() const
{
    return d->judge;
}

const PolicyState &PolicyBoard::state() const
{
    return d->state;
}

const policy::Policy &PolicyBoard::live() const
{
    return d->live;
}

const PolicyWhatIf &PolicyBoard::whatIf() const
{
    return d->whatIf;
}

void PolicyBoard::refreshRole()
{
    if (d->state.mayChange != (d->agent.role == Role::Lead))
        changed();
}

void PolicyBoard::refresh()
{
    onFinished(d->store.policies(), this, [this](const Result<QList<PolicyVersion>> &versions) {
        if (!versions)
            return tellUnread(versions.error());
        takeVersions(*versions);
        readHistory();
    });
}

void PolicyBoard::takeVersions(const QList<PolicyVersion> &published)
{
    QList<PolicyVersion> versions = published;
    versions.append(policy::bundledVersion());
    const PolicyVersion newest = versions.first();
    d->state.versions = versions;
    if (newest != d->state.live) {
        const auto read = policy::readPolicy(newest.file);
        if (!read) {
            Q_EMIT failed(read.error());
            return;
        }
        const bool edited = d->state.isEdited() && d->state.live.version > 0;
        d->draft = edited ? policy::carriedOver(d->draft, d->live, *read) : *read;
        d->live = *read;
        d->undone.clear();
        d->moves.clear();
        d->redone.clear();
        d->state.live = newest;
        d->history.reset();
    }
    changed();
}

void PolicyBoard::readHistory()
{
    if (!d->judge)
        return;
    const quint64 reading = ++d->reading;
    d->whatIf.problem.reset();
    const Instant now = d->clock.now();
    const ReplayWindow window{now + -windowDays * dayMs, now};
    const auto progress = [this, reading](qint64 read) {
        QMetaObject::invokeMethod(this, [this, reading, read] {
            if (reading != d->reading)
                return;
            d->whatIf.stillReading = read;
            Q_EMIT whatIfChanged(d->whatIf);
        });
    };
    using Made = Result<HistoryRead>;
    const auto made = d->texts.run([&store = d->store, judge = d->judge, live = d->live, window,
                                    stopping = d->stopping, progress]() -> Made {
        auto columns = signalsOf(store, *judge, window, Keep::Yes, [&](qint64 read) {
            progress(read);
            return !*stopping;
        });
        if (!columns)
            return columns.error();
        const auto looked = awaited(store.looked());
        if (!looked)
            return looked.error();
        HistoryRead read;
        read.looked = std::make_shared<const std::vector<PlacedLook>>(placedIn(*columns, *looked));
        read.history = std::make_shared<const PolicyHistory>(std::move(columns).value(), live,
                                                             judge->catalogue());
        return read;
    });
    onFinished(made, this, [this, reading](const Made &read) {
        if (reading != d->reading)
            return;
        if (!read)
            return tellUnread(read.error());
        d->history = read->history;
        d->looked = read->looked;
        tryOut();
    });
}

void PolicyBoard::tellUnread(const Error &error)
{
    const bool broke = error.code != ErrorCode::Cancelled;
    d->whatIf.stillReading = 0;
    if (broke)
        d->whatIf.problem = error;
    Q_EMIT whatIfChanged(d->whatIf);
    if (broke)
        Q_EMIT failed(error);
}

std::shared_ptr<const PolicyHistory> PolicyBoard::history() const
{
    return d->history;
}

void PolicyBoard::refreshLooked()
{
    if (!d->history)
        return;
    const auto asked = ++d->readingLooked;
    onFinished(
        d->store.looked(), this,
        [this, asked, history = d->history](const Result<std::vector<store::LookedLine>> &found) {
            if (asked != d->readingLooked || history != d->history)
                return;
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            auto placed = placedIn(history->columns(), *found);
            if (placed == *d->looked)
                return;
            d->looked = std::make_shared<const std::vector<PlacedLook>>(std::move(placed));
            tryOut();
        });
}

void PolicyBoard::changed()
{
    PolicyState &state = d->state;
    state.mayChange = d->agent.role == Role::Lead;
    state.canUndo = !d->undone.isEmpty();
    state.canRedo = !d->redone.isEmpty();
    state.lastMoved = d->moves.isEmpty() ? QString() : d->moves.last();
    describe(state, d->live, d->draft, d->intents(), d->judge.get());
    state.changes.clear();
    if (d->draft != d->live) {
        const auto before = policy::withSettings(state.live.file, d->live);
        const auto after = policy::withSettings(state.live.file, d->draft);
        state.changes = policy::differences(before.value_or({}), after.value_or({}));
    }
    state.problems = policy::conflictsIn(d->draft, d->intents());
    Q_EMIT stateChanged(state);
    tryOut();
}

/// Once at a time; what changed meanwhile is tried when it has ended.
void PolicyBoard::tryOut()
{
    if (!d->history)
        return;
    d->settled.start();
    if (d->busy) {
        d->again = true;
        return;
    }
    d->busy = true;
    d->again = false;
    const quint64 trying = ++d->trying;
    const auto made
        = d->work.run([history = d->history, looked = d->looked, live = d->live, draft = d->draft] {
              PolicyWhatIf whatIf = whatIfOf(*history, live, draft);
              addLooked(whatIf, history->columns(), *looked, live, draft);
              return whatIf;
          });
    Tried tried{d->history, d->live, d->draft};
    onFinished(made, this, [this, trying, tried = std::move(tried)](const PolicyWhatIf &whatIf) {
        d->busy = false;
        d->tried = tried;
        const auto before = d->whatIf.before;
        const auto after = d->whatIf.after;
        d->whatIf = whatIf;
        d->whatIf.generation = trying;
        d->whatIf.before = before; // until they are simulated anew
        d->whatIf.after = after;
        Q_EMIT whatIfChanged(d->whatIf);
        if (d->again)
            tryOut();
    });
}

void PolicyBoard::simulate()
{
    if (!d->history)
        return;
    if (d->busy) {
        d->settled.start();
        return;
    }
    const auto made
        = d->work.run([history = d->history, draft = d->draft] { return history->tryOut(draft); });
    onFinished(made, this, [this, trying = d->trying](const PolicyTrial &trial) {
        if (trying != d->trying)
            return;
        addLoads(d->whatIf, trial);
        Q_EMIT whatIfChanged(d->whatIf);
    });
}

void PolicyBoard::change(const QString &moved, bool goesOn,
                         const std::function<void(policy::Policy &)> &fn)
{
    if (d->agent.role != Role::Lead || d->state.live.version == 0)
        return;
    policy::Policy next = d->draft;
    fn(next);
    if (next == d->draft)
        return;
    if (!(goesOn && d->changing)) {
        d->undone.append(d->draft);
        d->moves.append(moved);
        if (d->undone.size() > mostUndone) {
            d->undone.removeFirst();
            d->moves.removeFirst();
        }
    }
    d->changing = goesOn;
    d->redone.clear();
    d->draft = std::move(next);
    changed();
}

void PolicyBoard::moveIntent(const QString &name, Level risk, Level complexity)
{
    const Intent *intent = d->intents().find(name);
    if (!intent)
        return;
    change(name, false, [&](policy::Policy &draft) {
        const policy::Cell cell{risk, complexity};
        // Back where the catalogue has it: then nothing is said of it.
        if (!intent->pin && cell == policy::Cell{intent->risk, intent->complexity})
            draft.judgement.matrix.remove(name);
        else
            draft.judgement.matrix.insert(name, cell);
    });
}

void PolicyBoard::setLimits(const PolicyLimits &limits)
{
    change({}, true, [&](policy::Policy &draft) { baton::setLimits(draft, limits); });
}

void PolicyBoard::endChange()
{
    d->changing = false;
}

void PolicyBoard::switchRule(Rule rule, bool on)
{
    if (!policy::isSwitchable(rule))
        return;
    change({}, false, [&](policy::Policy &draft) {
        if (on)
            draft.judgement.off.remove(rule);
        else
            draft.judgement.off.insert(rule);
    });
}

void PolicyBoard::openIntent(const QString &name, bool open)
{
    change({}, false, [&](policy::Policy &draft) {
        if (open)
            draft.judgement.open.insert(name);
        else
            draft.judgement.open.remove(name);
    });
}

void PolicyBoard::release(const QString &name)
{
    change({}, false, [&](policy::Policy &draft) {
        const bool tried = draft.judgement.canary.contains(name);
        draft = policy::givenBack(draft, {name}, tried ? 1 : draft.stopLoss.canaryShare);
    });
}

void PolicyBoard::setHours(const QList<policy::Target> &targets,
                           const QList<policy::Calendar> &calendars,
                           const QList<policy::Queue> &queues)
{
    policy::Policy next = d->draft;
    next.targets = targets;
    next.calendars = calendars;
    for (policy::Queue &queue : next.queues) {
        const auto set = std::ranges::find(queues, queue.id, &policy::Queue::id);
        if (set != queues.end())
            queue.calendar = set->calendar;
    }
    if (const auto file = policy::withSettings(d->state.live.file, next); !file) {
        Q_EMIT failed(file.error());
        return;
    }
    change({}, false, [&next](policy::Policy &draft) { draft = next; });
}

void PolicyBoard::undo()
{
    if (d->agent.role != Role::Lead || d->undone.isEmpty())
        return;
    d->redone.append(d->draft);
    d->draft = d->undone.takeLast();
    d->moves.removeLast();
    d->changing = false;
    changed();
}

void PolicyBoard::redo()
{
    if (d->agent.role != Role::Lead || d->redone.isEmpty())
        return;
    d->undone.append(d->draft);
    d->moves.append(QString());
    d->draft = d->redone.takeLast();
    d->changing = false;
    changed();
}

void PolicyBoard::discard()
{
    change({}, false, [this](policy::Policy &draft) { draft = d->live; });
}

void PolicyBoard::draftFrom(int version)
{
    const auto &versions = d->state.versions;
    const auto found
        = std::find_if(versions.begin(), versions.end(),
                       [&](const PolicyVersion &one) { return one.version == version; });
    const auto old = found == versions.end()
        ? Result<policy::Policy>(Error{ErrorCode::NotFound, u"policy"_s, {}})
        : policy::readPolicy(found->file);
    if (!old) {
        Q_EMIT failed(old.error());
        return;
    }
    change({}, false, [&](policy::Policy &draft) { policy::takeSettings(draft, *old); });
}

void PolicyBoard::publish(const QString &note)
{
    if (d->agent.role != Role::Lead || note.trimmed().isEmpty() || !d->state.isEdited()) {
        Q_EMIT failed(
            {ErrorCode::Refused, u"policy"_s, u"a lead, a change and a note are needed"_s});
        return;
    }
    policy::Policy next = d->draft;
    next.version = d->state.draftVersion();
    const auto file = policy::withSettings(d->state.live.file, next);
    if (!file) {
        Q_EMIT failed(file.error());
        return;
    }
    add({next.version, d->agent.person(), d->clock.now(), note.trimmed(), policy::hashOf(*file),
         *file});
}

void PolicyBoard::add(const PolicyVersion &version, qint64 event)
{
    if (d->state.publishing)
        return;
    d->state.publishing = true;
    Q_EMIT stateChanged(d->state);
    onFinished(event > 0 ? d->store.addPolicyFor(version, event) : d->store.addPolicy(version),
               this, [this, version, event, sent = d->draft](const Result<void> &done) {
                   d->state.publishing = false;
                   if (!done) {
                       Q_EMIT stateChanged(d->state);
                       Q_EMIT failed(done.error());
                       return;
                   }
                   if (event == 0 && version.author.id == d->agent.id.text() && d->draft == sent) {
                       d->draft = d->live; // it is in the version
                       d->state.changes.clear();
                   }
                   Q_EMIT published(version);
                   refresh();
               });
}

QList<PolicyChange> PolicyBoard::differences(int from, int to) const
{
    const auto fileOf = [this](int version) {
        for (const PolicyVersion &one : d->state.versions) {
            if (one.version == version)
                return one.file;
        }
        return policy::withSettings(d->state.live.file, d->draft).value_or({});
    };
    return policy::differences(policy::complete(fileOf(from)), policy::complete(fileOf(to)));
}

void PolicyBoard::needMoves(quint64 generation, qsizetype first, qsizetype last)
{
    const Tried &tried = d->tried;
    if (!tried.history || generation != d->whatIf.generation)
        return;
    const std::vector<quint32> &all = *d->whatIf.changedAt;
    first = std::max<qsizetype>(0, first);
    last = std::min(last, qsizetype(all.size()) - 1);
    if (first > last)
        return;
    QList<qint64> rows;
    QHash<qint64, PolicyMove> moves;
    for (qsizetype i = first; i <= last; ++i) {
        const std::size_t at = all[std::size_t(i)];
        rows.append(tried.history->columns().row[at]);
        moves.insert(rows.last(),
                     moveOf(*tried.history, at, tried.live, tried.draft, d->intents()));
    }
    onFinished(d->store.rows(rows), this,
               [this, generation, first, rows, moves](const Result<QList<QueueRow>> &found) {
                   if (!found) {
                       Q_EMIT failed(found.error());
                       return;
                   }
                   if (generation != d->whatIf.generation)
                       return;
                   QHash<qint64, PolicyMove> known = moves;
                   for (const QueueRow &row : *found)
                       known[row.row].row = row;
                   QList<PolicyMove> list;
                   for (const qint64 row : rows)
                       list.append(known.value(row));
                   Q_EMIT movesReady(generation, first, list);
               });
}

} // namespace baton
