#include "ui/text/ReviewWords.h"

#include "ui/text/Format.h"
#include "ui/text/JudgedWords.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton::ui::words {

namespace {

struct Reviewed
{
    Q_DECLARE_TR_FUNCTIONS(Reviewed)
};

QString percentOf(double hundredths)
{
    return format::percent(hundredths / 100);
}

QString lowered(QString words)
{
    if (words.size() > 1 && words[1].isLower())
        words[0] = words[0].toLower();
    return words;
}

} // namespace

QString of(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return Reviewed::tr("Pass");
    case Verdict::Coach:
        return Reviewed::tr("Coach");
    case Verdict::Fail:
        return Reviewed::tr("Fail");
    }
    Q_UNREACHABLE();
}

QString of(DraftFate fate)
{
    switch (fate) {
    case DraftFate::AsIs:
        return Reviewed::tr("Draft sent as it was");
    case DraftFate::Light:
        return Reviewed::tr("Draft edited");
    case DraftFate::Rewritten:
        return Reviewed::tr("Draft rewritten");
    case DraftFate::Discarded:
        return Reviewed::tr("Draft discarded");
    case DraftFate::Unused:
        return Reviewed::tr("Answered without the draft");
    }
    Q_UNREACHABLE();
}

QString of(const Monitor &why)
{
    if (!why.title.isEmpty())
        return why.title;
    switch (why.kind) {
    case MonitorKind::Rule:
        if (const auto rule = ruleNamed(why.name))
            return of(*rule);
        return why.name;
    case MonitorKind::Override:
        return Reviewed::tr("Sent without a source");
    case MonitorKind::LowCsat:
        return Reviewed::tr("Rated %1 or less").arg(int(why.limit));
    case MonitorKind::CameBack:
        return Reviewed::tr("Back within 72 h");
    case MonitorKind::Discarded:
        return Reviewed::tr("Draft discarded");
    case MonitorKind::Rewritten:
        return Reviewed::tr("Edited more than %1").arg(percentOf(why.limit));
    case MonitorKind::Hasty:
        return Reviewed::tr("Accepted under %1 s").arg(int(why.limit));
    case MonitorKind::NewAgent:
        return Reviewed::tr("First %n conversation(s) of a colleague", nullptr, int(why.limit));
    case MonitorKind::LowConfidence:
        return Reviewed::tr("Low confidence");
    case MonitorKind::Intent:
        return Reviewed::tr("Of this intent, %1").arg(percentOf(why.share));
    case MonitorKind::Tier:
        return Reviewed::tr("Tier %1, %2", "a letter, a share").arg(why.name, percentOf(why.share));
    case MonitorKind::Random:
        return Reviewed::tr("Random %1").arg(percentOf(why.share));
    }
    Q_UNREACHABLE();
}

QString reason(const ReviewRow &row)
{
    return row.monitorGone
        ? Reviewed::tr("%1 (monitor removed)", "what a monitor was about").arg(of(row.reason))
        : of(row.reason);
}

QString sampled(const ReviewRow &row)
{
    const QString why = row.reason.title.isEmpty() ? lowered(of(row.reason)) : of(row.reason);
    return row.monitorGone ? Reviewed::tr("Sampled: %1 (monitor removed since)").arg(why)
                           : Reviewed::tr("Sampled: %1").arg(why);
}

QString outcomeLine(const ReviewRow &row)
{
    if (row.contained)
        return Reviewed::tr("Closed by the bot");
    const QString replies = Reviewed::tr("%n repl(ies)", nullptr, row.replies);
    if (!row.fate)
        return replies;
    return Reviewed::tr("%1, %2", "what became of the draft, how many replies")
        .arg(of(*row.fate), replies);
}

QString after(const ReviewSnapshot &snapshot, Instant now)
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const auto &outcome = snapshot.conversation.outcome;
    const QString rated = outcome && outcome->csat
        ? Reviewed::tr("Rated %1 of 5.").arg(*outcome->csat)
        : Reviewed::tr("Not rated.");
    const auto hours = (snapshot.windowEnds - snapshot.row.closedAt) / hourMs;
    const QString back = snapshot.cameBack ? Reviewed::tr("Back about the same on %1.")
                                                 .arg(format::moment(*snapshot.cameBack, now, zone))
        : snapshot.windowEnds > now
        ? Reviewed::tr("No contact since; the %1 h window closes on %2.")
              .arg(hours)
              .arg(format::date(snapshot.windowEnds, now, zone))
        : Reviewed::tr("No contact within %1 h.").arg(hours);
    return Reviewed::tr("%1 %2", "two sentences").arg(rated, back);
}

QString handoffLine(const ReviewSnapshot &snapshot)
{
    if (!snapshot.conversation.handedOffAt)
        return Reviewed::tr("There was none: the bot held it to the end.");
    QStringList lines{
        Reviewed::tr("%1 of %2 fields.", "given, all").arg(snapshot.fieldsGiven).arg(cardFields)};
    if (snapshot.cardComplete)
        lines += *snapshot.cardComplete ? Reviewed::tr("The agent marked it complete.")
                                        : Reviewed::tr("The agent marked it incomplete.");
    if (snapshot.firstReplyMs && snapshot.promisedWaitMs)
        lines += Reviewed::tr("First reply after %1 of %2.", "how long, the wait that was promised")
                     .arg(format::duration(*snapshot.firstReplyMs),
                          format::duration(*snapshot.promisedWaitMs));
    else if (snapshot.firstReplyMs)
        lines
            += Reviewed::tr("First reply after %1.").arg(format::duration(*snapshot.firstReplyMs));
    if (snapshot.revealed)
        lines += snapshot.askedAgain ? Reviewed::tr("They were asked again for what they gave.")
                                     : Reviewed::tr("They repeated nothing.");
    return lines.join(u' ');
}

QString progress(const ReviewList &list)
{
    return Reviewed::tr("Week %1: %2 of %3 reviewed")
        .arg(list.week)
        .arg(format::count(list.weekDone), format::count(list.weekDone + list.weekTodo));
}

QString timeLeft(const ReviewList &list)
{
    if (!list.figures.medianMs || list.weekTodo == 0)
        return {};
    const qint64 left = *list.figures.medianMs * list.weekTodo;
    const int minutes = int((left + minuteMs - 1) / minuteMs);
    return minutes < 100 ? Reviewed::tr("about %n min left", nullptr, minutes)
                         : Reviewed::tr("about %n h left", nullptr, (minutes + 30) / 60);
}

QString agreement(const Agreement &agreement)
{
    if (!agreement.kappa)
        return {};
    return Reviewed::tr("Two reviewers agree: kappa %1, n %2")
        .arg(QString::number(*agreement.kappa, 'f', 2))
        .arg(agreement.n);
}

QString iconOf(const Monitor &why)
{
    switch (why.kind) {
    case MonitorKind::Rule:
        if (const auto rule = ruleNamed(why.name))
            return iconOf(*rule);
        return u"flag"_s;
    case MonitorKind::Override:
        return u"quote"_s;
    case MonitorKind::LowCsat:
        return u"mood-2"_s;
    case MonitorKind::CameBack:
        return u"recontact"_s;
    case MonitorKind::Discarded:
        return u"discard"_s;
    case MonitorKind::Rewritten:
        return u"diff"_s;
    case MonitorKind::Hasty:
        return u"speed"_s;
    case MonitorKind::NewAgent:
        return u"user"_s;
    case MonitorKind::LowConfidence:
        return u"help"_s;
    case MonitorKind::Intent:
        return u"tag"_s;
    case MonitorKind::Tier:
        return u"flag"_s;
    case MonitorKind::Random:
        return u"monitor"_s;
    }
    Q_UNREACHABLE();
}

QString iconOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return u"check"_s;
    case Verdict::Coach:
        return u"coach"_s;
    case Verdict::Fail:
        return u"close"_s;
    }
    Q_UNREACHABLE();
}

} // namespace baton::ui::words
