#include "ui/window/StatusWords.h"

#include "ui/text/ErrorText.h"
#include "ui/text/Format.h"

#include <QtCore/QCoreApplication>

namespace baton::ui {

using namespace Qt::StringLiterals;
using paint::Tone;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Status)
};

QString connectedTo(const QString &upstream)
{
    if (upstream == "folder"_L1)
        return Words::tr("Connected to the folder");
    if (upstream == "demo"_L1)
        return Words::tr("Connected to the demo");
    if (upstream.isEmpty())
        return Words::tr("Connected");
    return Words::tr("Connected to %1").arg(upstream);
}

StatusItem connectionItem(const StatusSnapshot &status, Instant now)
{
    switch (status.connection) {
    case Connection::Starting:
        return {u"sync"_s, Words::tr("Connecting"), {}, Tone::Neutral};
    case Connection::Online:
        if (status.busy && status.progress < 1)
            return {
                u"sync"_s,
                Words::tr("Reading, %1 done", "a percentage").arg(format::percent(status.progress)),
                connectedTo(status.upstreamName), Tone::Neutral};
        if (status.upstreamName == "demo"_L1)
            return {
                u"demo"_s, Words::tr("Demo · invented data"),
                Words::tr("An invented company, simulated on this computer. Nothing leaves it."),
                Tone::Ai};
        return {u"online"_s, connectedTo(status.upstreamName), {}, Tone::Ok};
    case Connection::Offline: {
        const QString why = status.problem ? errorText(*status.problem).happened : QString();
        if (!status.offlineSince)
            return {u"offline"_s, Words::tr("Offline"), why, Tone::Warn};
        return {u"offline"_s,
                Words::tr("Offline %1", "for how long")
                    .arg(format::durationInWords(now - *status.offlineSince)),
                why, Tone::Warn};
    }
    case Connection::NoUpstream:
        return {u"package"_s, Words::tr("Archive only, no folder chosen"), {}, Tone::Neutral};
    }
    Q_UNREACHABLE();
}

StatusItem syncedItem(const StatusSnapshot &status, Instant now, const QTimeZone &zone)
{
    if (!status.lastSync || status.connection == Connection::NoUpstream)
        return {};
    if (status.connection == Connection::Offline)
        return {u"sync"_s,
                Words::tr("Last sync %1").arg(format::when(*status.lastSync, now, zone)),
                {},
                Tone::Neutral};
    return {u"sync"_s,
            Words::tr("Synced %1", "14 s ago").arg(format::ago(*status.lastSync, now, zone)),
            {},
            Tone::Neutral};
}

/// "3 s ago": the sign says of what.
StatusItem syncedBriefly(const StatusSnapshot &status, Instant now, const QTimeZone &zone)
{
    if (!status.lastSync || status.connection == Connection::NoUpstream
        || status.connection == Connection::Offline)
        return {};
    return {u"sync"_s, format::ago(*status.lastSync, now, zone), syncedItem(status, now, zone).text,
            Tone::Neutral};
}

StatusItem outboxItem(const StatusSnapshot &status)
{
    if (status.outboxRefused > 0)
        return {u"outbox"_s, Words::tr("Outbox %n refused", nullptr, status.outboxRefused),
                Words::tr("They stay here with their reasons."), Tone::Danger};
    if (status.outboxHeld > 0)
        return {u"outbox"_s, Words::tr("Outbox %n held", nullptr, status.outboxHeld),
                Words::tr("The conversation moved on; look before it is sent."), Tone::Warn};
    if (status.outboxWaiting > 0)
        return {u"outbox"_s, Words::tr("Outbox %n waiting", nullptr, status.outboxWaiting),
                Words::tr("Saved on disk."),
                status.connection == Connection::Offline ? Tone::Warn : Tone::Neutral};
    return {u"outbox"_s, Words::tr("Outbox empty"), {}, Tone::Neutral};
}

StatusItem rejectedItem(const StatusSnapshot &status)
{
    if (status.rejectedLines == 0)
        return {};
    return {u"warning"_s, Words::tr("Rejected lines: %1").arg(format::count(status.rejectedLines)),
            status.lastRejected.mid(0, 5).join(u'\n'), Tone::Warn};
}

StatusItem auditItem(const StatusSnapshot &status)
{
    if (!status.auditChecked)
        return {};
    if (status.auditIntact)
        return {u"chain"_s, Words::tr("Log intact"),
                Words::tr("The record of what was done here was verified at start."),
                Tone::Neutral};
    return {u"risk"_s, Words::tr("Log altered"), {}, Tone::Danger};
}

std::optional<Banner> offlineBanner(const StatusSnapshot &status, qint64 steadyMs, Instant now,
                                    const QTimeZone &zone)
{
    if (status.connection != Connection::Offline)
        return {};
    Banner b;
    b.kind = BannerKind::Offline;
    b.icon = u"offline"_s;
    b.title = status.offlineSince
        ? Words::tr("Working offline since %1.").arg(format::when(*status.offlineSince, now, zone))
        : Words::tr("Working offline.");
    b.sentence = Words::tr("Replies wait and are compared with the thread before they leave. "
                           "Actions wait too.");
    const qint64 wait = status.nextTrySteadyMs - steadyMs;
    if (status.nextTrySteadyMs > 0 && wait > 0)
        b.aside = Words::tr("Next try in %1").arg(format::duration(wait + 999));
    b.button = Words::tr("Try now");
    return b;
}

} // namespace

StatusWords statusWords(const StatusSnapshot &status, Instant now, const QTimeZone &zone)
{
    return {connectionItem(status, now),
            syncedItem(status, now, zone),
            syncedBriefly(status, now, zone),
            outboxItem(status),
            rejectedItem(status),
            auditItem(status)};
}

QList<Banner> banners(const StatusSnapshot &status, const std::optional<Error> &error,
                      qint64 steadyMs, Instant now, const QTimeZone &zone,
                      const std::optional<Banner> &stop)
{
    QList<Banner> out;
    if (error) {
        const ErrorText words = errorText(*error);
        out += Banner{BannerKind::Error,    u"warning"_s, words.happened,
                      words.todo,           {},           Words::tr("Copy details"),
                      errorDetails(*error), true};
    }
    if (stop)
        out += *stop;
    if (status.auditChecked && !status.auditIntact)
        out += Banner{BannerKind::LogAltered,
                      u"risk"_s,
                      Words::tr("The log was altered."),
                      Words::tr("“batonctl audit verify” names the first entry that does not fit."),
                      {},
                      {},
                      {},
                      false};
    if (const auto offline = offlineBanner(status, steadyMs, now, zone))
        out += *offline;
    if (!status.cacheSetAside.isEmpty())
        out += Banner{BannerKind::CacheSetAside,
                      u"info"_s,
                      Words::tr("The cache was damaged and has been set aside."),
                      Words::tr("It is built again from upstream and imports; nothing typed was "
                                "in it."),
                      {},
                      Words::tr("Copy path"),
                      status.cacheSetAside,
                      true};
    return out;
}

} // namespace baton::ui
