#include "core/store/DeskWriter.h"

#include "core/base/Log.h"
#include "core/store/EnumNames.h"

#include <QtCore/QUuid>

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

bool isText(ActKind kind)
{
    return kind == ActKind::Reply || kind == ActKind::Note;
}

DraftKind draftKindOf(ActKind kind)
{
    return kind == ActKind::Note ? DraftKind::Note : DraftKind::Reply;
}

Error notFound(const ActKey &key)
{
    return {ErrorCode::NotFound, key.text(), u"no such act"_s};
}

Error conflict(const OutboxEntry &entry, const QString &wanted)
{
    return {ErrorCode::Conflict, entry.act.key.text(),
            u"%1 is not possible: the act is %2, attempts %3"_s.arg(
                wanted, nameOf(actStatusNames, entry.status), QString::number(entry.attempts))};
}

} // namespace

DeskWriter::DeskWriter(Connection &connection, const Paths &paths, const Rules &rules,
                       const Clock &clock)
    : m_rules(rules)
    , m_clock(clock)
    , m_outbox(connection)
    , m_approvals(connection)
    , m_drafts(connection)
    , m_seen(connection)
    , m_feedback(connection)
    , m_citations(connection)
    , m_corrections(connection)
    , m_reviews(connection)
    , m_policies(connection)
    , m_stops(connection)
    , m_audit(connection, paths.auditHeadFile())
{ }

void DeskWriter::audit(const QString &kind, const QString &subject, const QString &detail)
{
    m_audit.append({m_clock.now(), m_rules.agent.id.text(), kind, subject, detail});
}

void DeskWriter::auditAct(const QString &kind, const Act &act)
{
    QString detail = act.key.text();
    if (isText(act.kind))
        detail += u' ' + m_audit.hashed(act.text);
    for (const Attachment &file : act.attachments)
        detail += u' ' + m_audit.hashed(file.sha256);
    audit(kind, act.conversation.text(), detail);
}

Result<void> DeskWriter::checkAudit()
{
    return m_audit.transact(u"audit"_s, [&]() -> Result<void> {
        m_audit.compareWithHead(m_clock.now());
        return {};
    });
}

Result<QList<OutboxEntry>> DeskWriter::record(QList<NewAct> acts)
{
    return m_audit.transact(u"outbox"_s, [&]() -> Result<QList<OutboxEntry>> {
        QList<OutboxEntry> entries;
        for (NewAct &act : acts) {
            Result<OutboxEntry> entry = recordOne(std::move(act));
            if (!entry)
                return entry.error();
            entries.append(*std::move(entry));
        }
        return entries;
    });
}

Result<OutboxEntry> DeskWriter::recordOne(NewAct made)
{
    Act &act = made.act;
    if (act.conversation.isEmpty())
        return Error{ErrorCode::InvalidArgument, act.key.text(),
                     u"the act names no conversation"_s};
    if (act.key.isEmpty())
        act.key = ActKey(QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (const std::optional<StoredAct> known = m_outbox.find(act.key)) {
        if (known->entry.act == act)
            return known->entry;
        return Error{ErrorCode::Conflict, act.key.text(), u"another act has this key"_s};
    }
    OutboxEntry entry = m_outbox.insert(made);
    if (isText(act.kind))
        m_drafts.remove(act.conversation, draftKindOf(act.kind));
    takeFiles(act.conversation, act.attachments);
    auditAct(nameOf(actKindNames, act.kind), act);
    return entry;
}

Result<OutboxEntry> DeskWriter::undo(const ActKey &key)
{
    return m_audit.transact(u"outbox"_s, [&]() -> Result<OutboxEntry> {
        std::optional<StoredAct> stored = m_outbox.find(key);
        if (!stored)
            return notFound(key);
        OutboxEntry &entry = stored->entry;
        if (entry.status == ActStatus::Undone)
            return entry;
        if (entry.status != ActStatus::Waiting || entry.attempts > 0)
            return conflict(entry, u"undo"_s);
        entry.status = ActStatus::Undone;
        m_outbox.update(*stored);
        giveTextBack(entry.act);
        auditAct(u"undo"_s, entry.act);
        return entry;
    });
}

Result<void> DeskWriter::discard(const ActKey &key)
{
    return m_audit.transact(u"outbox"_s, [&]() -> Result<void> {
        std::optional<StoredAct> stored = m_outbox.find(key);
        if (!stored)
            return notFound(key);
        OutboxEntry &entry = stored->entry;
        if (entry.status == ActStatus::Discarded)
            return {};
        if (entry.status != ActStatus::Held && entry.status != ActStatus::Refused)
            return conflict(entry, u"discard"_s);
        entry.status = ActStatus::Discarded;
        m_outbox.update(*stored);
        giveTextBack(entry.act);
        auditAct(u"discard"_s, entry.act);
        return {};
    });
}

void DeskWriter::giveTextBack(const Act &act)
{
    if (isText(act.kind) && !act.text.isEmpty())
        giveTextBack({act.conversation, draftKindOf(act.kind), act.text, act.base, m_clock.now()});
    giveFilesBack(act.conversation, act.attachments);
}

/// What has been typed since stays, below what comes back.
void DeskWriter::giveTextBack(const TypedDraft &draft)
{
    TypedDraft whole = draft;
    if (const auto typed = m_drafts.find(draft.conversation, draft.kind)) {
        if (typed->text != draft.text)
            whole.text += u"\n\n"_s + typed->text;
    }
    m_drafts.save(whole);
}

Result<bool> DeskWriter::beginPush(const ActKey &key)
{
    return m_audit.transact(u"outbox"_s, [&]() -> Result<bool> {
        std::optional<StoredAct> stored = m_outbox.find(key);
        if (!stored)
            return notFound(key);
        if (stored->entry.status != ActStatus::Waiting)
            return false;
        if (!stored->begun) {
            stored->begun = true;
            ++stored->entry.attempts;
            m_outbox.update(*stored);
        }
        return true;
    });
}

Result<void> DeskWriter::settle(const Settlement &settlement)
{
    return m_audit.transact(u"outbox"_s, [&]() -> Result<void> {
        std::optional<StoredAct> stored = m_outbox.find(settlement.key);
        if (!stored)
            return notFound(settlement.key);
        OutboxEntry &entry = stored->entry;
        if (entry.status != ActStatus::Waiting) {
            // Said before, or overtaken by what the agent did.
            if (entry.status == settlement.status || settlement.status == ActStatus::Waiting)
                return {};
            return conflict(entry, nameOf(actStatusNames, settlement.status));
        }
        entry.status = settlement.status;
        entry.hold = settlement.status == ActStatus::Held ? settlement.hold : HoldReason::None;
        entry.lastError = settlement.lastError;
        if (stored->begun != settlement.attempted)
            entry.attempts += settlement.attempted ? 1 : -1;
        stored->begun = false;
        m_outbox.update(*stored);
        if (entry.status == ActStatus::Held)
            auditAct(u"hold"_s, entry.act);
        else if (entry.status != ActStatus::Waiting)
            auditAct(nameOf(actStatusNames, entry.status), entry.act);
        return {};
    });
}

Result<OutboxEntry> DeskWriter::release(const ActKey &key, const QString &text, const Base &base)
{
    return m_audit.transact(u"outbox"_s, [&]() -> Result<OutboxEntry> {
        std::optional<StoredAct> stored = m_outbox.find(key);
        if (!stored)
            return notFound(key);
        OutboxEntry &entry = stored->entry;
        if (entry.status == ActStatus::Waiting && entry.act.text == text && entry.act.base == base)
            return entry;
        if (entry.status != ActStatus::Held)
            return conflict(entry, u"release"_s);
        entry.status = ActStatus::Waiting;
        entry.hold = HoldReason::None;
        entry.act.text = text;
        entry.act.base = base;
        entry.notBefore = m_clock.now();
        m_outbox.update(*stored);
        auditAct(u"release-hold"_s, entry.act);
        return entry;
    });
}

Result<QList<OutboxEntry>> DeskWriter::outbox()
{
    return attempt(u"outbox"_s, [&]() -> Result<QList<OutboxEntry>> { return m_outbox.open(); });
}

Result<void> DeskWriter::postponeWaiting(Instant notBefore)
{
    return m_audit.transact(u"outbox"_s, [&]() -> Result<void> {
        m_outbox.postpone(notBefore);
        return {};
    });
}

Result<bool> DeskWriter::saveDraft(const TypedDraft &draft)
{
    return m_audit.transact(u"draft"_s, [&]() -> Result<bool> {
        const bool before = !m_drafts.of(draft.conversation).isEmpty();
        if (draft.text.isEmpty())
            m_drafts.remove(draft.conversation, draft.kind);
        else
            m_drafts.save(draft);
        return before == m_drafts.of(draft.conversation).isEmpty();
    });
}

Result<QList<TypedDraft>> DeskWriter::drafts(const ConversationId &conversation)
{
    return attempt(u"draft"_s,
                   [&]() -> Result<QList<TypedDraft>> { return m_drafts.of(conversation); });
}

Result<bool> DeskWriter::markSeen(const ConversationId &conversation, const MessageId &message)
{
    return m_audit.transact(u"seen"_s, [&]() -> Result<bool> {
        if (m_seen.of(conversation) == message)
            return false;
        m_seen.save(conversation, message, m_outbox.nextChange());
        return true;
    });
}

Result<void> DeskWriter::addFeedback(const Feedback &feedback)
{
    return m_audit.transact(u"feedback"_s, [&]() -> Result<void> {
        m_feedback.add(feedback);
        audit(u"feedback-"_s + nameOf(feedbackKindNames, feedback.kind),
              feedback.conversation.text());
        return {};
    });
}

Result<void> DeskWriter::recordFileChange(const FileChange &change)
{
    return m_audit.transact(u"file"_s, [&]() -> Result<void> {
        audit(change.kind, change.name,
              change.sha256.isEmpty() ? QString() : QString::fromLatin1(change.sha256.toHex()));
        return {};
    });
}

Result<void> DeskWriter::correctIntent(const IntentCorrection &correction)
{
    return m_audit.transact(u"feedback"_s, [&]() -> Result<void> {
        m_feedback.add({correction.conversation, FeedbackKind::Intent, correction.was,
                        correction.became, QString(), correction.agent, correction.at});
        if (!correction.text.isEmpty())
            m_corrections.save(correction);
        audit(correction.stands() ? u"feedback-intent-stands"_s : u"feedback-intent"_s,
              correction.conversation.text());
        return {};
    });
}

Result<void> DeskWriter::keepCorrection(const IntentCorrection &correction)
{
    return m_audit.transact(u"correction"_s, [&]() -> Result<void> {
        m_corrections.save(correction);
        audit(correction.used ? u"correction-used"_s : u"correction-left-out"_s,
              correction.conversation.text());
        return {};
    });
}

Result<void> DeskWriter::removeCorrection(const ConversationId &conversation)
{
    return m_audit.transact(u"correction"_s, [&]() -> Result<void> {
        m_corrections.remove(conversation);
        audit(u"correction-removed"_s, conversation.text());
        return {};
    });
}

Result<void> DeskWriter::addCitations(const QList<Citation> &citations)
{
    return m_audit.transact(u"citation"_s, [&]() -> Result<void> {
        for (const Citation &one : citations) {
            m_citations.add(one);
            audit(nameOf(citationKindNames, one.kind), one.conversation.text(),
                  u"%1 version %2"_s.arg(one.place.document.text()).arg(one.place.version));
        }
        return {};
    });
}

Result<void> DeskWriter::recordImport(const ApplyReport &report)
{
    return m_audit.transact(u"audit"_s, [&]() -> Result<void> {
        audit(u"import"_s, QString(),
              u"%1 added, %2 updated"_s.arg(report.added).arg(report.updated));
        return {};
    });
}

} // namespace baton::store
