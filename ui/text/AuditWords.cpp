#include "ui/text/AuditWords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

using namespace Qt::StringLiterals;

namespace baton::ui::words {

namespace {

struct Audited
{
    Q_DECLARE_TR_FUNCTIONS(Audited)
};

const QHash<QString, const char *> &kinds()
{
    static const QHash<QString, const char *> all{
        {u"claim"_s, QT_TRANSLATE_NOOP("Audited", "Claimed")},
        {u"release"_s, QT_TRANSLATE_NOOP("Audited", "Put back into the queue")},
        {u"reply"_s, QT_TRANSLATE_NOOP("Audited", "Reply written")},
        {u"note"_s, QT_TRANSLATE_NOOP("Audited", "Note written")},
        {u"snooze"_s, QT_TRANSLATE_NOOP("Audited", "Snoozed")},
        {u"transfer"_s, QT_TRANSLATE_NOOP("Audited", "Passed on")},
        {u"tag"_s, QT_TRANSLATE_NOOP("Audited", "Tags changed")},
        {u"close"_s, QT_TRANSLATE_NOOP("Audited", "Closed")},
        {u"undo"_s, QT_TRANSLATE_NOOP("Audited", "Undone")},
        {u"discard"_s, QT_TRANSLATE_NOOP("Audited", "Discarded")},
        {u"hold"_s, QT_TRANSLATE_NOOP("Audited", "Held: something came in between")},
        {u"release-hold"_s, QT_TRANSLATE_NOOP("Audited", "Sent in spite of that")},
        {u"acknowledged"_s, QT_TRANSLATE_NOOP("Audited", "Taken by upstream")},
        {u"refused"_s, QT_TRANSLATE_NOOP("Audited", "Refused by upstream")},
        {u"action-asked"_s, QT_TRANSLATE_NOOP("Audited", "Action asked of a lead")},
        {u"action-approved"_s, QT_TRANSLATE_NOOP("Audited", "Action approved")},
        {u"action-withdrawn"_s, QT_TRANSLATE_NOOP("Audited", "Action withdrawn")},
        {u"action-done"_s, QT_TRANSLATE_NOOP("Audited", "Action done")},
        {u"action-refused"_s, QT_TRANSLATE_NOOP("Audited", "Action refused")},
        {u"action-unconfirmed"_s, QT_TRANSLATE_NOOP("Audited", "Action not confirmed")},
        {u"feedback-card"_s, QT_TRANSLATE_NOOP("Audited", "Handoff judged")},
        {u"feedback-intent"_s, QT_TRANSLATE_NOOP("Audited", "Intent corrected")},
        {u"feedback-intent-stands"_s, QT_TRANSLATE_NOOP("Audited", "Intent confirmed")},
        {u"feedback-tier"_s, QT_TRANSLATE_NOOP("Audited", "Tier corrected")},
        {u"feedback-draft"_s, QT_TRANSLATE_NOOP("Audited", "Draft used or discarded")},
        {u"feedback-sentence"_s, QT_TRANSLATE_NOOP("Audited", "Sentence kept without support")},
        {u"correction-used"_s, QT_TRANSLATE_NOOP("Audited", "Correction taken as an example")},
        {u"correction-left-out"_s, QT_TRANSLATE_NOOP("Audited", "Correction left out")},
        {u"correction-removed"_s, QT_TRANSLATE_NOOP("Audited", "Correction removed")},
        {u"cited"_s, QT_TRANSLATE_NOOP("Audited", "Passage cited")},
        {u"disputed"_s, QT_TRANSLATE_NOOP("Audited", "Passage disputed")},
        {u"import"_s, QT_TRANSLATE_NOOP("Audited", "Imported")},
        {u"knowledge"_s, QT_TRANSLATE_NOOP("Audited", "Document added")},
        {u"knowledge-retired"_s, QT_TRANSLATE_NOOP("Audited", "Document retired")},
        {u"playbook"_s, QT_TRANSLATE_NOOP("Audited", "Playbook changed")},
        {u"monitors"_s, QT_TRANSLATE_NOOP("Audited", "Monitors changed")},
        {u"scorecard-saved"_s, QT_TRANSLATE_NOOP("Audited", "Review scorecard changed")},
        {u"review-pass"_s, QT_TRANSLATE_NOOP("Audited", "Reviewed: pass")},
        {u"review-coach"_s, QT_TRANSLATE_NOOP("Audited", "Reviewed: coach")},
        {u"review-fail"_s, QT_TRANSLATE_NOOP("Audited", "Reviewed: fail")},
        {u"coaching-read"_s, QT_TRANSLATE_NOOP("Audited", "Coaching notes read")},
        {u"approval-asked"_s, QT_TRANSLATE_NOOP("Audited", "Reply sent for approval")},
        {u"approval-given"_s, QT_TRANSLATE_NOOP("Audited", "Reply approved")},
        {u"approval-returned"_s, QT_TRANSLATE_NOOP("Audited", "Reply returned")},
        {u"approval-withdrawn"_s, QT_TRANSLATE_NOOP("Audited", "Reply taken back")},
        {u"policy-publish"_s, QT_TRANSLATE_NOOP("Audited", "Policy published")},
        {u"policy-by-stop-loss"_s, QT_TRANSLATE_NOOP("Audited", "Policy by the stop-loss")},
        {u"stop-loss-trip"_s, QT_TRANSLATE_NOOP("Audited", "Stop-loss tripped")},
        {u"stop-loss-not-ready"_s, QT_TRANSLATE_NOOP("Audited", "Stop-loss: no longer ready")},
        {u"stop-loss-ready"_s, QT_TRANSLATE_NOOP("Audited", "Stop-loss: ready to let go")},
        {u"stop-loss-release"_s, QT_TRANSLATE_NOOP("Audited", "Stop-loss released")},
        {u"stop-loss-armed"_s, QT_TRANSLATE_NOOP("Audited", "Stop-loss armed")},
        {u"stop-loss-evidence"_s, QT_TRANSLATE_NOOP("Audited", "Evidence pack written")},
    };
    return all;
}

} // namespace

QString ofAudit(const QString &kind)
{
    const char *words = kinds().value(kind);
    return words ? Audited::tr(words) : kind;
}

} // namespace baton::ui::words
