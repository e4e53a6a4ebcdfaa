#include "core/sync/demo/DemoUpstream.h"

#include "core/packet/PacketWriter.h"
#include "core/sync/demo/PastWork.h"
#include "core/sync/demo/Simulation.h"

#include <nlohmann/json.hpp>

#include <atomic>

using namespace Qt::StringLiterals;

namespace baton::sync {

namespace {

/// How far a desk has pulled.
struct Position
{
    qint64 change = 0;
    qint64 past = 0;
};

Cursor toCursor(const Position &position)
{
    const nlohmann::json json{{"change", position.change}, {"past", position.past}};
    return QByteArray::fromStdString(json.dump());
}

/// Whatever is no cursor of ours reads as the beginning.
Position fromCursor(const Cursor &cursor)
{
    const auto json = nlohmann::json::parse(cursor.begin(), cursor.end(), nullptr, false);
    const auto number = [&json](const char *key) -> qint64 {
        const auto at = json.is_object() ? json.find(key) : json.end();
        return at != json.end() && at->is_number_integer() ? at->get<qint64>() : 0;
    };
    return {number("change"), number("past")};
}

} // namespace

struct DemoUpstream::Private
{
    Private(const Parts &parts, const Clock &time, DemoControl &presenter)
        : clock(time)
        , control(presenter)
        , ledger(parts.ledger)
        , stage(demo::bundledStage())
        , history(std::make_shared<demo::History>(stage, parts.seed))
        , simulation(stage, history, parts.seed, parts.agent)
        , seed(parts.seed)
        , agent(parts.agent)
        , pastSize(parts.past == Past::SixMonths ? history->size() : 0)
    { }

    /// To now. Errors: Cancelled, Offline.
    Result<void> advance();
    Result<store::Incoming> incoming(const Conversation &conversation) const;

    const Clock &clock;
    DemoControl &control;
    demo::Ledger *ledger;
    std::shared_ptr<const demo::Stage> stage;
    std::shared_ptr<const demo::History> history;
    demo::Simulation simulation;
    packet::Reader reader;
    quint64 seed;
    Person agent;
    qint64 pastSize;
    std::atomic<bool> aborted = false;
};

Result<void> DemoUpstream::Private::advance()
{
    if (aborted.exchange(false))
        return Error{ErrorCode::Cancelled, u"demo"_s, {}};
    for (const DemoControl::Begun &begun : control.takeBegun()) {
        simulation.advanceTo(begun.at);
        simulation.begin(begun.scene);
    }
    simulation.advanceTo(clock.now());
    control.tell(simulation.scene() ? simulation.scene()->name : QString(), simulation.sceneEnds());
    const bool down = simulation.network() == demo::Network::Down;
    if (ledger)
        ledger->setOpen(!down);
    if (down)
        return Error{ErrorCode::Offline, u"demo"_s, u"the scene has taken the network away"_s};
    return {};
}

Result<store::Incoming> DemoUpstream::Private::incoming(const Conversation &conversation) const
{
    packet::Reading reading = reader.read(packet::write(conversation));
    if (!reading)
        return Error{ErrorCode::Internal, conversation.id.text(), reading.rejection().toString()};
    return store::Incoming{std::move(reading.packet()), u"demo"_s, 0};
}

DemoUpstream::DemoUpstream(const Parts &parts, const Clock &clock, DemoControl &control)
    : d(std::make_unique<Private>(parts, clock, control))
{ }

DemoUpstream::~DemoUpstream() = default;

Instant DemoUpstream::startsAt()
{
    return demo::scenarioStart;
}

QList<demo::Scene> DemoUpstream::scenes()
{
    return demo::bundledScenes();
}

Result<Delta> DemoUpstream::pull(const Cursor &since, int limit)
{
    if (const auto done = d->advance(); !done)
        return done.error();
    Position position = fromCursor(since);
    if (position.change > d->simulation.lastChange())
        position = {}; // of an earlier run
    Delta delta;
    const auto add = [&](const Conversation &conversation) -> Result<void> {
        auto packet = d->incoming(conversation);
        if (!packet)
            return packet.error();
        if (d->ledger)
            d->ledger->note(conversation.customer);
        delta.packets += std::move(packet).value();
        return {};
    };
    for (const auto &change : d->simulation.changedAfter(position.change)) {
        if (delta.packets.size() >= limit)
            break;
        if (const auto done = add(*change.conversation); !done)
            return done.error();
        position.change = change.number;
    }
    for (; position.past < d->pastSize && delta.packets.size() < limit; ++position.past) {
        // The oldest first, as it happened: what comes last is found first.
        const int index = int(d->pastSize - 1 - position.past);
        const Conversation past = d->history->at(index);
        if (d->simulation.knows(past.id))
            continue; // it goes on there
        if (const auto done = add(past); !done)
            return done.error();
        if (demo::isLately(past)) {
            const demo::PastWork work(past, d->history->scriptAt(index).phrases, d->seed);
            delta.draftUses += work.draftUses();
            delta.reviews += work.reviews(d->agent);
        }
    }
    delta.colleagues = d->simulation.presence();
    delta.people = d->simulation.duties();
    delta.next = toCursor(position);
    delta.more = position.past < d->pastSize || position.change < d->simulation.lastChange();
    delta.progress = d->pastSize > 0 ? double(position.past) / double(d->pastSize) : 1;
    return delta;
}

Result<PushReceipt> DemoUpstream::push(const OutboxEntry &entry)
{
    if (const auto done = d->advance(); !done)
        return done.error();
    const auto taken = d->simulation.take(entry.act);
    if (!taken)
        return taken.error();
    return PushReceipt{*taken};
}

Result<bool> DemoUpstream::hasTaken(const ActKey &key)
{
    if (const auto done = d->advance(); !done)
        return done.error();
    return d->simulation.hasTaken(key);
}

Capabilities DemoUpstream::capabilities() const
{
    return {.name = u"demo"_s,
            .claim = true,
            .note = true,
            .snooze = true,
            .transfer = true,
            .close = true,
            .tag = true,
            .presence = true,
            .reportsState = true,
            .attachments = true,
            .attachmentsAt = u":/demo/attachments"_s};
}

void DemoUpstream::abort()
{
    d->aborted = true;
}

} // namespace baton::sync
