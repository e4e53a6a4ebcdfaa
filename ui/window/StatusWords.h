#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QTimeZone>

/// What the status bar and the banner say, as values. Pure.
namespace baton::ui {

struct StatusItem
{
    QString icon;   ///< empty: none
    QString text;   ///< empty: nothing to say
    QString detail; ///< the tool tip
    paint::Tone tone = paint::Tone::Neutral;
    bool operator==(const StatusItem &) const = default;
};

struct StatusWords
{
    StatusItem connection;
    StatusItem synced;
    StatusItem syncedBriefly; ///< empty: synced is short enough
    StatusItem outbox;
    StatusItem rejected;
    StatusItem audit; ///< empty until the log was verified
    bool operator==(const StatusWords &) const = default;
};

StatusWords statusWords(const StatusSnapshot &status, Instant now, const QTimeZone &zone);

enum class BannerKind { Error, LogAltered, Offline, CacheSetAside, StopLoss };
struct Banner
{
    BannerKind kind = BannerKind::Error;
    QString icon;
    QString title;
    QString sentence;
    QString aside;   ///< at the right, in quiet ink
    QString button;  ///< empty: none
    QString details; ///< for the clipboard
    bool dismissable = false;
    bool operator==(const Banner &) const = default;
};

/// The most pressing first. error is what a local action failed with, if it was not dismissed;
/// stop: what the stop-loss did, likewise.
QList<Banner> banners(const StatusSnapshot &status, const std::optional<Error> &error,
                      qint64 steadyMs, Instant now, const QTimeZone &zone,
                      const std::optional<Banner> &stop = {});

} // namespace baton::ui
