#include "app/EvidencePage.h"
#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Judges.h"
#include "app/batonctl/StopLossParts.h"
#include "app/batonctl/Stores.h"
#include "core/desk/StopEvidence.h"
#include "core/desk/StopFigures.h"
#include "core/policy/Rules.h"
#include "core/quality/Metrics.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;

namespace baton::ctl {

/// The evidence of a segment at the end of a week, whether it tripped or not.
Exit packStopLoss(Session &session)
{
    const QString segment = session.options.files.value(u"segment"_s);
    const QString asked = session.options.files.value(u"week"_s);
    if (segment.isEmpty() || asked.isEmpty() || session.options.output.isEmpty()) {
        session.output.problem(
            u"stoploss pack needs --segment NAME, --week 2025-W46 and --out DIR."_s);
        return Exit::Usage;
    }
    const std::optional<int> week = weekFromIso(asked);
    if (!week) {
        session.output.problem(u"--week takes a week as 2025-W46, not “%1”."_s.arg(asked));
        return Exit::Usage;
    }
    const auto store = openStore(session, store::Access::ReadOnly);
    const auto policy = store ? policyFor(session) : std::nullopt;
    if (!policy)
        return Exit::CouldNot;
    qint64 uncounted = 0;
    const auto history = stopHistoryOf(session, *store, *policy, *week, *week, uncounted);
    if (!history)
        return Exit::CouldNot;
    if (!history->intents.contains(segment)) {
        session.output.problem(
            u"The store has no contacts of “%1” in the weeks that count. It knows %2."_s.arg(
                segment, QStringList(history->intents.keys()).join(u", "_s)));
        return Exit::CouldNot;
    }
    StopEvent event;
    event.week = *week;
    event.segment = segment;
    event.intents = history->intents.value(segment);
    event.policy = policy->version;
    const StopReplay replay = replayStops(*history, policy->stopLoss, *week, *week);
    if (const auto verdict = replay.last.constFind(segment); verdict != replay.last.cend())
        event.figures = QByteArray::fromStdString(baton::toJson(*verdict).dump());
    for (const quality::GuardEvent &one : replay.events) {
        if (one.segment != segment)
            continue;
        event.became = one.became;
        event.cause = one.cause;
        if (one.verdict)
            event.figures = QByteArray::fromStdString(baton::toJson(*one.verdict).dump());
    }
    const Catalogue catalogue = policy::placed(policy::bundledCatalogue(), policy->judgement);
    const auto evidence
        = gatherEvidence(*store, event, *policy, catalogue,
                         quality::maturedDay(session.clock.now(), policy->arrivals.recontactMs));
    if (!evidence) {
        session.output.problem(words(evidence.error(), u"read the evidence"_s));
        return Exit::CouldNot;
    }
    const QString folder = QDir(session.options.output).filePath(evidenceName(event));
    if (const auto written = writeEvidence(folder, *evidence, evidencePage(*evidence)); !written) {
        session.output.problem(words(written.error(), u"write the evidence"_s));
        return Exit::CouldNot;
    }
    if (session.output.isJson())
        session.output.json({{"folder", utf8(folder)}});
    else
        session.output.line(folder);
    return Exit::Done;
}

} // namespace baton::ctl
