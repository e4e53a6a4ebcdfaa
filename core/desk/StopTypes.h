#pragma once

#include "core/desk/ScorecardTypes.h"
#include "core/domain/PolicyVersion.h"
#include "core/domain/StopEvent.h"
#include "core/quality/StopLossGuard.h"

#include <algorithm>
#include <functional>

/// What the stop-loss shows, and what its evidence is. Plain values.
namespace baton {

/// How one segment stands.
struct StopSegment
{
    QString segment;
    QString title; ///< of the intent; the tier's letter
    GuardState state = GuardState::Armed;
    quality::GuardWeek week;  ///< the newest that is over
    int weeksSince = 0;       ///< its last change
    int weeksAtLevel = 0;     ///< in a row
    std::optional<int> until; ///< the week at whose end an early release expires
    StopEvent last;           ///< seq 0: nothing has happened yet
    QString evidence;         ///< its folder; empty: none was written
    bool operator==(const StopSegment &other) const
    {
        return segment == other.segment && state == other.state && last == other.last
            && evidence == other.evidence;
    }
};

struct StopSnapshot
{
    bool isRead = false;
    int lookedWeek = 0; ///< 0: no week was looked at yet
    quality::GuardLimits limits;
    QString owner;
    bool mayAct = false;         ///< only leads do
    bool acting = false;         ///< something is being written
    Instant at;                  ///< when it was made
    QList<StopSegment> segments; ///< what is not armed first, then by title
    QList<StopEvent> log;        ///< the newest first, at most mostLogged

    const StopSegment *find(const QString &segment) const
    {
        for (const StopSegment &one : segments) {
            if (one.segment == segment)
                return &one;
        }
        return nullptr;
    }
    int held() const ///< segments that people send for
    {
        return int(std::count_if(segments.begin(), segments.end(),
                                 [](const StopSegment &one) { return !isAlone(one.state); }));
    }
    QString titleOf(const QString &segment) const ///< its name where it is none of these
    {
        const StopSegment *one = find(segment);
        return one ? one->title : segment;
    }
};
inline constexpr int mostLogged = 8;

/// What a trip rests on.
struct StopEvidence
{
    struct WeekLine
    {
        int week = 0;
        bool inWindow = false; ///< else what it is held against
        qint64 ended = 0;      ///< of the bot alone
        qint64 rated = 0;
        qint64 satisfied = 0;
        qint64 matured = 0; ///< ended on matured days
        qint64 back = 0;    ///< of those
        int hardEvents = 0;
    };
    /// One of the worst: the lowest rating first, unrated ones last; of the same those who came
    /// back, then the newest.
    struct Worst
    {
        ConversationId conversation;
        Instant endedAt;
        std::optional<int> csat;
        bool cameBack = false;
        QString intent;
        QString need; ///< in a line, personal data masked
    };
    struct Version
    {
        int version = 0;
        Person author;
        Instant at;
        QString note;
        QList<PolicyChange> changes; ///< since the version before
    };
    StopEvent event;
    QString title;
    std::optional<quality::SegmentVerdict> verdict;
    quality::GuardLimits limits;
    int windowFrom = 0; ///< weeks, both included
    int windowTo = 0;
    int referenceFrom = 0; ///< up to windowFrom − 1
    QList<WeekLine> weeks;
    qint64 ofContacts = 0; ///< that the worst were chosen from
    QList<Worst> worst;
    QList<Version> policy;
    QList<KnowledgeChange> knowledge;
};
inline constexpr int mostWorst = 20;

/// What people read; made where words are made.
struct StopWords
{
    std::function<QString(const StopEvent &event, const QString &title)> note; ///< of a version
    std::function<QByteArray(const StopEvidence &evidence)> page;              ///< HTML
};

} // namespace baton
