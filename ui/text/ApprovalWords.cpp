#include "ui/text/ApprovalWords.h"

#include <QtCore/QCoreApplication>

namespace baton::ui::words {

namespace {

struct ApprovalText
{
    Q_DECLARE_TR_FUNCTIONS(ApprovalText)
};

} // namespace

QString whyApproval(const ApprovalNeed &need, const QString &intentTitle)
{
    if (need.why == ApprovalNeed::Why::Agent)
        return ApprovalText::tr("By the policy a lead approves your replies before they are sent.");
    return ApprovalText::tr(
               "By the policy a lead approves replies about “%1” before they are sent.",
               "an intent")
        .arg(intentTitle.isEmpty() ? need.intent : intentTitle);
}

QString whyApprovalOf(const ApprovalRequest &request, const QString &intentTitle)
{
    if (request.need.why == ApprovalNeed::Why::Agent)
        return ApprovalText::tr("The policy names %1", "a person").arg(displayName(request.author));
    return ApprovalText::tr("The policy names “%1”", "an intent")
        .arg(intentTitle.isEmpty() ? request.need.intent : intentTitle);
}

} // namespace baton::ui::words
