#pragma once

#include "core/base/Async.h"
#include "core/desk/ApprovalBoard.h"
#include "core/desk/AttachmentBoard.h"
#include "core/desk/AuditBoard.h"
#include "core/desk/Autosave.h"
#include "core/desk/CoachingBoard.h"
#include "core/desk/CriteriaBoard.h"
#include "core/desk/DayBoard.h"
#include "core/desk/Desk.h"
#include "core/desk/HandoverBoard.h"
#include "core/desk/KnowledgeBoard.h"
#include "core/desk/KnowledgeSearch.h"
#include "core/desk/LabelBoard.h"
#include "core/desk/LiveBoard.h"
#include "core/desk/LoadBoard.h"
#include "core/desk/ModelBoard.h"
#include "core/desk/ModelWriter.h"
#include "core/desk/MonitorBoard.h"
#include "core/desk/OpenConversation.h"
#include "core/desk/PlaybookBoard.h"
#include "core/desk/PolicyBoard.h"
#include "core/desk/QueueFeed.h"
#include "core/desk/ReviewBoard.h"
#include "core/desk/ScorecardBoard.h"
#include "core/desk/SpellBoard.h"
#include "core/desk/StatusBoard.h"
#include "core/desk/StopBoard.h"
#include "core/desk/TeachingBoard.h"
#include "core/desk/UndoWindow.h"
#include "core/policy/Policy.h"
#include "core/store/Store.h"
#include "core/sync/SyncEngine.h"

namespace baton {

/// The parts behind the one door. Only Desk*.cpp include this.
struct Desk::Private
{
    Private(Parts given, Settings chosen)
        : parts(std::move(given))
        , settings(std::move(chosen))
        , autosave(parts.store)
        , feed(parts.store, parts.clock, settings.agent.id)
        , knowledge(parts.store)
        , conversation({parts.store, knowledge, autosave, parts.clock, settings.agent,
                        [this](const Conversation &c, const auto &judged) {
                            return policy::place(c, parts.policy, judged);
                        },
                        [this](const ConversationId &of) { return live.evidence(of); },
                        [this] { return writer.isSetUp(); },
                        [this](ConversationSnapshot &shown) { tellApproval(shown); }})
        , status(parts.store, parts.engine != nullptr)
        , undo(parts.clock, parts.undoMs)
        , day({parts.store, parts.clock,
               [this](Instant since, const store::ConversationRecord &record) {
                   return policy::repliesSince(since, settings.agent.id, record.conversation,
                                               parts.policy, record.row.judged);
               }})
        , board(parts.store, parts.clock)
        , teaching(parts.store)
        , attachments(parts.store, disk)
        , reviews(parts.store, parts.clock, settings.agent)
        , audit(parts.store)
        , monitors(parts.store, parts.clock, settings.agent)
        , approvals(parts.store, parts.clock, settings.agent)
        , coaching(parts.store)
        , criteria(parts.store, parts.clock, settings.agent)
        , playbooks(parts.store, parts.clock, settings.agent)
        , policies(parts.store, parts.clock, settings.agent)
        , labels(parts.store, parts.clock, settings.agent, policies)
        , scorecard(parts.store, parts.clock)
        , load(parts.store, parts.clock, parts.policy)
        , handover(parts.store, parts.clock, settings.agent.id)
        , stops(parts.store, parts.clock, settings.agent, policies)
        , live({parts.store, parts.clock, parts.policy, settings.agent})
        , writer(parts.clock)
    {
        writer.setSource(settings.model);
        if (settings.lastHere && *settings.lastHere < parts.clock.now())
            handover.setLeft(settings.lastHere);
    }

    Parts parts;
    Settings settings;
    SerialExecutor disk; ///< settings.json
    Autosave autosave;
    QueueFeed feed;
    bool readsQueue = false; ///< its first page was asked for
    KnowledgeSearch knowledge;
    OpenConversation conversation;
    StatusBoard status;
    UndoWindow undo;
    DayBoard day;
    KnowledgeBoard board;
    TeachingBoard teaching;
    AttachmentBoard attachments;
    SpellBoard spelling;
    ReviewBoard reviews;
    AuditBoard audit;
    MonitorBoard monitors;
    ApprovalBoard approvals;
    CoachingBoard coaching;
    CriteriaBoard criteria;
    PlaybookBoard playbooks;
    PolicyBoard policies;
    LabelBoard labels;
    ScorecardBoard scorecard;
    LoadBoard load;
    HandoverBoard handover;
    StopBoard stops;
    LiveBoard live;
    ModelWriter writer;
    ModelBoard models;
    QList<IntentName> intents;
    bool hasDrafter = false;

    void wake() const
    {
        if (parts.engine)
            parts.engine->wake();
    }
    void startEngine() const
    {
        if (parts.engine)
            parts.engine->start();
    }
    Act act(ActKind kind) const; ///< on the open conversation, as seen now
    /// The acts that must come first: a claim where nobody has it.
    QList<store::NewAct> claimFirst(Act &act) const;
    /// A claim where nobody has it, and the reply.
    QList<store::NewAct> replyTo(const store::ConversationRecord &record,
                                 const QString &text) const;
    /// Whether a reply of this agent's needs a lead, by the policy that holds.
    std::optional<ApprovalNeed> approvalNeed(const QString &intent) const;
    void tellApproval(ConversationSnapshot &shown) const;
    /// A reply of this agent's, now.
    ApprovalRequest requestFor(const ConversationId &id, const QString &text, const Base &base,
                               const ApprovalNeed &need) const;
    void offerUndo(const OutboxEntry &reply, const QString &name, const QList<ActKey> &keys,
                   int replies = 1);
};

} // namespace baton
