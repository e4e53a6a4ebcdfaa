#pragma once

#include "core/domain/Act.h"

/// Replies that a lead approves before they are sent. Plain values.
namespace baton {

/// Why a reply needs it: the policy names its agent, or what the conversation is about.
struct ApprovalNeed
{
    enum class Why { Agent, Intent } why = Why::Agent;
    QString intent; ///< a name of the catalogue; of Intent
    bool operator==(const ApprovalNeed &) const = default;
};

struct ApprovalRequest
{
    ActKey key; ///< of the reply, once it goes; given by the store where it is empty
    ConversationId conversation;
    Person author;
    Instant at;
    QString text;
    Base base;           ///< what the author saw
    bool closes = false; ///< the conversation, once it was sent
    ApprovalNeed need;
    QList<Attachment> attachments = {};
    bool operator==(const ApprovalRequest &) const = default;
};

enum class ApprovalStatus {
    Asked,
    Approved, ///< it is in the outbox, or was
    Returned, ///< to its author, with a note
    Withdrawn ///< by its author
};

struct Approval
{
    ApprovalRequest request;
    ApprovalStatus status = ApprovalStatus::Asked;
    Person decidedBy;
    Instant decidedAt;
    QString note;      ///< of what was returned
    bool read = false; ///< its author has seen that it was returned
    bool operator==(const Approval &) const = default;
};

} // namespace baton
