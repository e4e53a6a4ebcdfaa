#pragma once

#include "core/base/Result.h"
#include "core/domain/Audit.h"
#include "core/domain/Contact.h"
#include "core/domain/Feedback.h"
#include "core/domain/Passage.h"
#include "core/domain/Queue.h"
#include "core/domain/Review.h"
#include "core/domain/TeamLoad.h"
#include "core/packet/Packet.h"
#include "core/store/SignalTypes.h"

#include <QtCore/QHash>

#include <functional>

namespace baton::store {

enum class Access { ReadOnly, ReadWrite };

/// Folders are made 0700. state holds what must not lie beside the audit log (its head hash).
struct Paths
{
    QString data; ///< …/baton/<profile>: desk.sqlite, cache.sqlite, imports/, lock
    QString state;
    QString deskFile() const { return data + QStringLiteral("/desk.sqlite"); }
    QString cacheFile() const { return data + QStringLiteral("/cache.sqlite"); }
    QString importsFolder() const { return data + QStringLiteral("/imports"); }
    QString attachmentsFolder() const { return data + QStringLiteral("/attachments"); }
    QString lockFile() const { return data + QStringLiteral("/lock"); }
    QString auditHeadFile() const { return state + QStringLiteral("/audit-head"); }
};

/// How conversations are found to be about the same as they arrive: pure functions. As made it
/// finds no texts alike.
struct Kinship
{
    std::function<Sketch(const Conversation &)> sketch;
    /// How alike two sketches' words are, 0 … 1; 0 where they do not say the same.
    std::function<double(const QByteArray &, const QByteArray &, bool sameIntent)> likeness;
    ArrivalLimits limits;
};

/// What a contact is measured by, beside the conversation as this desk shows it.
struct MeasuredBy
{
    std::optional<JudgedLine> judged;
    std::optional<Instant> endedAt; ///< absent while it is open
    int closes = 0;                 ///< by this desk's agent, and not refused
    bool passedOn = false;          ///< this desk gave it to another queue
    QList<DraftUse> drafts;         ///< without their texts
};

/// How contacts are counted: pure functions. As made it counts nothing.
struct Measure
{
    std::function<ContactFacts(const Conversation &, const MeasuredBy &)> facts;
    std::function<void(ContactFacts &, const QList<DraftUse> &)> drafts;
    std::function<Counted(const ContactFacts &, bool cameBack)> counts;
    qint64 windowMs = 0; ///< within which a customer comes back
    qint64 by = 0; ///< changes with what any of these makes of the same; then all is counted anew
};

/// Judgement that the store applies and does not know: pure functions, called on the writer and
/// reader threads.
struct Rules
{
    /// The conversation as this desk shows it: the packet (base) with this desk's acts folded in.
    std::function<Conversation(const Conversation &, const QList<OutboxEntry> &)> reconcile;
    std::function<Placement(const Conversation &, const std::optional<JudgedLine> &)> place;
    Agent agent; ///< whose conversations count as mine; for audit too
    Kinship kinship = {};
    Measure measure = {};
};

/// What is read in a conversation: what is decided, and what another policy would need.
struct Reading
{
    JudgedLine line; ///< whose by is set from the judge
    std::optional<SignalRecord> signs;
};

/// What reads conversations and decides on them; a pure function, called on the writer thread.
struct Judge
{
    std::function<Reading(const Conversation &)> read;
    qint64 by = 0;     ///< changes with the reader and the policy; never 0
    qint64 readBy = 0; ///< with the reader alone; never 0 where there are signs
};

struct OpenReport
{
    QString cacheSetAside; ///< where the damaged cache lies now; empty if it was sound
    QString cacheProblem;  ///< what was wrong with it
    int actsFolded = 0;
    bool cacheIsNew = false; ///< so imports/ and upstream are to be read again
};

/// One of a team's own files was written, or removed in favour of the bundled one.
struct FileChange
{
    QString kind;      ///< "playbook", "monitors"
    QString name;      ///< which one
    QByteArray sha256; ///< empty: it was removed
};

struct Incoming
{
    packet::Packet packet;
    QString file;
    qint64 line = 0;
};

struct ApplyReport
{
    int added = 0;
    int updated = 0;
    int unchanged = 0;                 ///< the same version again, or an older one
    QList<packet::Rejection> rejected; ///< version conflicts
    QList<ConversationId> changed;
};

struct NewAct
{
    Act act; ///< key empty: the store makes one
    Instant notBefore;
};

struct Settlement
{
    ActKey key;
    ActStatus status = ActStatus::Acknowledged;
    HoldReason hold = HoldReason::None;
    QString lastError;
    bool attempted = true; ///< counts as an attempt
};

struct QueueQuery
{
    QueueView view = QueueView::AllWaiting;
    AgentId agent;
    Instant soon; ///< BreachingSoon: due before this
    QueueFilter filter = {};
    QueueSort sort = QueueSort::Deadline; ///< Archive is newest first, whatever this says
    bool isArranged() const { return filter != QueueFilter() || sort != QueueSort::Deadline; }
};

struct QueueIds
{
    std::shared_ptr<const std::vector<qint64>> rows; ///< never null
};

struct ViewCounts
{
    int allWaiting = 0;
    int mine = 0;
    int tierC = 0;
    int recontacts = 0;
    int breachingSoon = 0;
    int archive = 0;
    int heldByBot = 0; ///< upstream conversations in state bot
    bool operator==(const ViewCounts &) const = default;
};

struct ConversationRecord
{
    QueueRow row;
    Conversation conversation; ///< reconciled; own messages carry their delivery
    Conversation upstream;     ///< as the packet says
    QList<TypedDraft> drafts;
    QList<Attachment> attached; ///< what is to go with the reply that is written
    QList<OutboxEntry> acts;    ///< this desk's acts on it, not undone or discarded, by sequence
    MessageId seen;             ///< the last message the agent has looked at
    QList<Feedback> feedback;   ///< in the order given
};

/// What a shift is told of.
struct ShiftRows
{
    QList<ConversationRecord> records; ///< without drafts; the newest touched first
    int more = 0;                      ///< that were left out
};

/// begin and end are UTF-16 offsets of hits in excerpt.
struct Span
{
    int begin = 0;
    int end = 0;
    bool operator==(const Span &) const = default;
};
struct SearchHit
{
    QueueRow row;
    QString where; ///< "customer", "subject" or "message"
    QString excerpt;
    QList<Span> spans;
};

struct ExportLine
{
    qint64 row = 0;
    QByteArray line;
};
struct ExportPage
{
    QList<ExportLine> lines;
    bool last = true;
};

struct AuditReport
{
    qint64 entries = 0;
    std::optional<qint64> firstBad; ///< sequence number of the first altered or missing entry
    QString problem;
    QByteArray head;
};

struct Health
{
    QString deskProblem; ///< empty if quick_check was content
    QString cacheProblem;
    int deskVersion = 0;
    int cacheVersion = 0;
    qint64 deskBytes = 0;
    qint64 cacheBytes = 0;
    qint64 conversations = 0;
    qint64 waitingActs = 0;
    qint64 heldActs = 0;
    qint64 drafts = 0;
};

struct RefusedDocument
{
    qsizetype index = 0; ///< in the list that was given
    Error error;
};

struct DocumentsReport
{
    int added = 0;     ///< new, or a lower version than the current one, kept as history
    int updated = 0;   ///< a higher version than was known
    int unchanged = 0; ///< the same version of the same file
    /// Those of the unchanged that are retired, and stay so: by index in the list that was given.
    QList<qsizetype> retired;
    QList<RefusedDocument> refused;
};

/// A file that documents were read from.
struct KnowledgeFile
{
    QString path;           ///< absolute
    QByteArray fingerprint; ///< SHA-256, hex, of when all of it was taken; empty where not all was
    QList<DocumentId> documents;
    QList<DocumentId> gone; ///< were in it once
    bool operator==(const KnowledgeFile &) const = default;
};

/// The Markdown, in UTF-8, that documents were read from, by Document::sha256.
using DocumentSources = QHash<QByteArray, QByteArray>;

/// The newest version of a document.
struct KnownDocument
{
    Document document; ///< without its passages
    int passages = 0;
    bool retired = false;
};

/// How often agents answered with a version of a document, and how often they disputed it.
struct CitationCount
{
    DocumentId document;
    int version = 0;
    int cited = 0;
    int disputed = 0;
};

/// The knowledge at one moment, as a team looks over it.
struct KnowledgeOverview
{
    QList<KnownDocument> documents; ///< by id
    QList<CitationCount> citations; ///< by document and version
    QList<Gap> gaps;                ///< the newest first
};

/// A current document and where its passages lie in the search index, in their order.
struct IndexedDocument
{
    Document document;
    QList<qint64> rows;
};

/// What the search index gives a passage for a text.
struct PassageScore
{
    qint64 row = 0;
    double score = 0; ///< BM25, > 0
};

/// What an embedding model makes of texts: f32, little-endian, by a text's SHA-256 (raw).
using TextVectors = QHash<QByteArray, QByteArray>;

/// Which fields of a passage are searched.
enum class Searched { All, WithoutTitle };

struct ChangeSet
{
    QList<ConversationId> conversations; ///< empty with everything = true
    bool everything = false;             ///< more changed than is worth listing
    bool order = true;                   ///< membership or order of a view may have changed
    bool outbox = false;
};

} // namespace baton::store

Q_DECLARE_METATYPE(baton::store::ChangeSet)
