#pragma once

#include "core/base/Result.h"
#include "core/desk/Compare.h"
#include "core/domain/Approval.h"
#include "core/domain/Draft.h"
#include "core/domain/Feedback.h"
#include "core/domain/HandoffCard.h"
#include "core/domain/ModelText.h"
#include "core/domain/Queue.h"
#include "core/domain/Snippet.h"

#include <memory>
#include <vector>

/// The immutable snapshots that Desk publishes and ui shows (DESIGN §2). Values; thread-free.
namespace baton {

struct ViewCount
{
    QueueView view = QueueView::AllWaiting;
    std::optional<int> count; ///< absent while it is being counted
    bool operator==(const ViewCount &) const = default;
};

/// An incident that rows of the list belong to; folded: its line stands for those that are alike.
struct ListedIncident
{
    Incident incident;
    bool folded = true;
    bool operator==(const ListedIncident &) const = default;
};

/// The list on the left. generation grows with each snapshot; rows are the store's row numbers in
/// order.
struct QueueSnapshot
{
    quint64 generation = 0;
    QueueView view = QueueView::AllWaiting;
    QString search; ///< empty: the view in its order; else matches in all views and closed ones,
                    ///< newest first
    QueueFilter filter;
    QueueSort sort = QueueSort::Deadline;
    std::shared_ptr<const std::vector<qint64>> rows;
    bool complete = false;           ///< false: only the first page is there yet
    bool subjectChanged = false;     ///< another view or another search: the model resets
    QList<QueueRow> ready;           ///< rows that come along, those of the first page
    QList<ListedIncident> incidents; ///< with most waiting first; none in a search
    qint64 only = 0;                 ///< the incident whose conversations alone are shown; 0: all
};

enum class Connection { Starting, Online, Offline, NoUpstream };
struct StatusSnapshot
{
    Connection connection = Connection::Starting;
    QString upstreamName; ///< "folder" …
    bool busy = false;
    double progress = 1;
    std::optional<Instant> offlineSince;
    std::optional<Instant> lastSync;
    qint64 nextTrySteadyMs = 0;
    std::optional<Error> problem;
    int outboxWaiting = 0;
    int outboxHeld = 0;
    int outboxRefused = 0;
    QString cacheSetAside; ///< path of a damaged cache that was set aside at start
    int rejectedLines = 0;
    QStringList lastRejected; ///< FILE:LINE: POINTER: what
    int heldByBot = 0;
    QList<ColleagueAt> colleagues; ///< who is where, where upstream tells
    QList<PersonDuty> people;      ///< who is there to work, where upstream tells
    bool auditChecked = false;
    bool auditIntact = false; ///< as verified at start; says nothing until auditChecked
    bool operator==(const StatusSnapshot &) const = default;
};

/// The reason a row stands where it stands, in values; words are made in ui/text.
struct PlaceExplanation
{
    bool safety = false;
    Sla sla;
    ValueTier value = ValueTier::Absent;
    std::optional<Instant> waitingSince;
    bool operator==(const PlaceExplanation &) const = default;
};

/// What this upstream can take; a control exists only where it can.
struct Offers
{
    bool claim = true;
    bool note = true;
    bool snooze = true;
    bool transfer = true;
    bool close = true;
    bool tag = true;
    bool attach = true; ///< files go with replies
    bool operator==(const Offers &) const = default;
};

struct QueueName
{
    QueueId id;
    QString name;
    bool operator==(const QueueName &) const = default;
};

struct IntentName
{
    QString name;
    QString title;
    bool operator==(const IntentName &) const = default;
};

/// A closed conversation that the open one resembles.
struct SimilarCase
{
    QueueRow row;
    double likeness = 0; ///< 0 … 1, in steps of 0.01
    int replies = 0;     ///< public ones of people that it took
    bool operator==(const SimilarCase &) const = default;
};

/// Whether a language model may write here.
enum class ModelOffer {
    None, ///< none is set up, or nothing could be checked
    Offered,
    StaysHere ///< the policy keeps this conversation from models
};

constexpr int earlierContactsShown = 20; ///< of a customer, at most

/// The conversation in the middle and the customer on the right.
struct ConversationSnapshot
{
    QueueRow row;
    Conversation conversation;
    PlaceExplanation place;
    std::optional<Judged> judged;    ///< absent until a judge is there
    std::optional<HandoffCard> card; ///< likewise
    std::optional<Draft> suggestion; ///< a reply that could be written; absent where none fits
    QString intentTitle;             ///< of the intent that was read; empty: none of these
    QString runnerUpTitle;           ///< likewise of the next; empty too where there is none
    QList<Evidence> decidedBy;       ///< the words that decided between them, weightiest first
    QList<Snippet> snippets;         ///< filled for this conversation
    ModelOffer model = ModelOffer::None;
    bool checksReplies = false; ///< what is typed is checked; Desk::replyChecked tells
    QList<Feedback> feedback;   ///< of agents, in the order given
    QList<TypedDraft> drafts;
    QList<Attachment> attached;           ///< to go with the reply that is written; on disk
    QList<OutboxEntry> outbox;            ///< Waiting, Held or Refused
    std::optional<Comparison> comparison; ///< a held reply and what moved meanwhile
    MessageId seen;                       ///< the last message looked at before this opening
    std::optional<QueueRow> duplicateOf;  ///< their older one about the same, open still
    QList<QueueRow> earlier;              ///< the customer's other contacts, newest first;
                                          ///< at most earlierContactsShown
    QList<SimilarCase> similar;           ///< solved, of other customers; most alike first
    bool mine = false;
    Offers offers;
    std::optional<ApprovalNeed> approvalNeed; ///< a reply of this agent's needs a lead
    std::optional<Approval> approval;         ///< waits for one, or came back from one unread
};

/// One of several replies that go out together.
struct AddressedReply
{
    ConversationId conversation;
    QString text;
    bool operator==(const AddressedReply &) const = default;
};

/// Who is to have conversations: a person, or a queue; neither: they go back to the queue that
/// they are in.
struct Assignee
{
    QueueId queue;
    std::optional<Person> person;
    bool operator==(const Assignee &) const = default;
};

/// What can be called back.
enum class Undoable { Reply, Assignment, Tags };

/// A reply that can still be called back, or several together; or what was done to many.
struct UndoOffer
{
    ActKey key;
    ConversationId conversation;
    QString name; ///< the customer
    bool closes = false;
    qint64 endsAtSteadyMs = 0;
    int replies = 1; ///< or conversations
    Undoable what = Undoable::Reply;
    int leftOut = 0; ///< that could not be done with the others
    bool operator==(const UndoOffer &) const = default;
};

} // namespace baton
