#include "app/batonctl/Command.h"
#include "app/batonctl/Figures.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/StopLossParts.h"
#include "core/quality/StopLossTrial.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr int triedYears = 10'000;
constexpr int triedFalls = 2'000;

double toFour(double share)
{
    return std::round(share * 1e4) / 1e4;
}

} // namespace

/// The bundled limits on invented years.
Exit stopLoss(Session &session)
{
    if (session.options.operands == QStringList{u"arc"_s})
        return automationArc(session);
    if (session.options.operands == QStringList{u"replay"_s})
        return replayStopLoss(session);
    if (session.options.operands == QStringList{u"pack"_s})
        return packStopLoss(session);
    if (session.options.operands != QStringList{u"selftest"_s}) {
        session.output.problem(u"stoploss takes replay, pack, selftest or arc"_s);
        return Exit::Usage;
    }
    const Interrupt interrupt;
    const quality::StopLossTrial trial
        = quality::tryStopLoss({}, session.options.seed, triedYears, triedFalls, [&](double done) {
              session.output.progress(u"trying limits"_s, done);
              return !Interrupt::isRequested();
          });
    session.output.endProgress();
    const nlohmann::ordered_json figures{
        {"segment_years", trial.segmentYears},
        {"false_trips_per_segment_year", toFour(trial.falseTripsPerSegmentYear)},
        {"falls", trial.falls},
        {"detected_12pt_3_weeks", toFour(trial.detected12ptIn3Weeks)},
        {"detected_8pt_6_weeks", toFour(trial.detected8ptIn6Weeks)},
        {"others_tripped_meanwhile", toFour(trial.othersTripped)}};
    writeScores(session, figures);
    return Interrupt::isRequested() ? Exit::CouldNot : Exit::Done;
}

} // namespace baton::ctl
