#pragma once

#include "core/domain/Live.h"

#include <QtCore/QTimeZone>

/// The words for what live systems say and do.
namespace baton::ui {

QString liveValue(const LiveValue &value, Instant now, const QTimeZone &zone);
/// "as of 14:06", "as of 14:06, old"; empty before the first answer.
QString liveAge(const LiveLookUp &lookUp, Instant now, const QTimeZone &zone);
/// What went wrong with the newest asking, a whole sentence; empty where nothing did.
QString liveProblem(const LiveLookUp &lookUp);

/// How it stands, a whole sentence: "Done at 14:07. Refund RF-4101".
QString actionState(const ActionEntry &entry, Instant now, const QTimeZone &zone);
QString actionIcon(ActionStatus status);
/// "Refund €20.00", "Cancel the order": what a button does.
QString actionWords(const QString &title, const std::optional<Money> &amount);

} // namespace baton::ui
