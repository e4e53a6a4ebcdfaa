#pragma once

#include "core/domain/Approval.h"

/// The plain words for replies that a lead approves.
namespace baton::ui::words {

/// Why a reply needs a lead, to its author; intentTitle: of need.intent, where it is known.
QString whyApproval(const ApprovalNeed &need, const QString &intentTitle);
/// The same to a lead.
QString whyApprovalOf(const ApprovalRequest &request, const QString &intentTitle);

} // namespace baton::ui::words
