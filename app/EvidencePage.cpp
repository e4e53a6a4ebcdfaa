#include "app/EvidencePage.h"

#include "core/domain/Contact.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using quality::Proportion;
using quality::SegmentVerdict;
using quality::Watch;

/// Where lupdate looks for the words.
struct PackWords
{
    Q_DECLARE_TR_FUNCTIONS(PackWords)
};

constexpr auto style = uR"(
:root { --ink: #1d2230; --soft: #5a6275; --line: #d9dde6; --ground: #fff; --pane: #f5f6f9; --danger: #b3261e; --ok: #1c7a46; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaf0; --soft: #a4abbd; --line: #3a4152; --ground: #161a23; --pane: #1f2430; --danger: #ff8a80; --ok: #6fd39b; }
}
@media print {
  :root { --ink: #000; --soft: #444; --line: #bbb; --ground: #fff; --pane: #fff; --danger: #8c1d18; --ok: #14532d; }
  section, tr, figure { break-inside: avoid; } h2 { break-after: avoid; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.5rem 4rem; background: var(--ground); color: var(--ink);
  font: 15px/1.5 Inter, "Noto Sans", system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0 .75rem; } .soft { color: var(--soft); } .danger { color: var(--danger); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; font-variant-numeric: tabular-nums; }
.card { background: var(--pane); border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.25rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem; text-align: start; vertical-align: top; }
th { color: var(--soft); font-weight: 600; font-size: .85rem; } td.n, th.n { text-align: end; white-space: nowrap; }
tr.window td:first-child { font-weight: 600; } code { font: .85em ui-monospace, "Noto Sans Mono", monospace; word-break: break-all; }
svg { width: 100%; height: auto; display: block; } svg text { fill: var(--soft); font: 11px Inter, "Noto Sans", sans-serif; }
svg .grid { stroke: var(--line); } svg .band { fill: var(--danger); opacity: .1; } svg .line { fill: none; stroke: var(--ink); stroke-width: 2; }
svg .dot { fill: var(--ink); } svg .dot.in { fill: var(--danger); }
)";

QString percent(double share)
{
    return QLocale().toString(100 * share, 'f', 1) + u"\u00a0%"_s;
}

QString points(double share)
{
    return PackWords::tr("%1 points").arg(QLocale().toString(100 * share, 'f', 1));
}

QString chance(double p)
{
    return p < 1e-4 ? QLocale().toString(p, 'e', 1) : QLocale().toString(p, 'g', 2);
}

QString weekText(int week)
{
    int year = 0;
    const QDate monday = QDate(1970, 1, 1).addDays(firstDayOfWeek(week));
    const int number = monday.weekNumber(&year);
    return PackWords::tr("week %1 of %2").arg(number).arg(year);
}

QString momentText(Instant at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC), u"d MMM yyyy HH:mm"_s)
        + u" UTC"_s;
}

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString cell(const QString &text)
{
    return u"<td>"_s + escaped(text) + u"</td>"_s;
}

QString number(const QString &text)
{
    return u"<td class=\"n\">"_s + escaped(text) + u"</td>"_s;
}

QString number(qint64 value)
{
    return number(QLocale().toString(value));
}

QString fact(const QString &name, const QString &value)
{
    return u"<dt>"_s + escaped(name) + u"</dt><dd>"_s + escaped(value) + u"</dd>\n"_s;
}

QString headings(const QStringList &names, int firstNumber, int lastNumber)
{
    QString row = u"<thead><tr>"_s;
    for (qsizetype i = 0; i < names.size(); ++i)
        row += (i >= firstNumber && i <= lastNumber ? u"<th scope=\"col\" class=\"n\">"_s
                                                    : u"<th scope=\"col\">"_s)
            + escaped(names[i]) + u"</th>"_s;
    return row + u"</tr></thead>\n"_s;
}

QString section(const QString &title, const QString &inner)
{
    return u"<section>\n<h2>"_s + escaped(title) + u"</h2>\n"_s + inner + u"</section>\n"_s;
}

QString paragraph(const QString &text)
{
    return u"<p class=\"soft\">"_s + escaped(text) + u"</p>\n"_s;
}

QString table(const QString &head, const QString &rows)
{
    return u"<div class=\"scroll\"><table>\n"_s + head + u"<tbody>\n"_s + rows
        + u"</tbody></table></div>\n"_s;
}

QString shareText(const Proportion &of)
{
    if (of.n == 0)
        return PackWords::tr("unknown");
    const quality::Bounds bounds = quality::wilson(of, quality::z95);
    return PackWords::tr("%1 (95 % interval %2 to %3; n %4)")
        .arg(percent(of.value()), percent(bounds.lower), percent(bounds.upper),
             QLocale().toString(of.n));
}

QString causeText(const StopEvidence &evidence)
{
    const StopEvent &event = evidence.event;
    switch (event.cause) {
    case GuardCause::Fall:
        if (!evidence.verdict || evidence.verdict->finding != quality::Finding::Trips)
            return PackWords::tr("No limit trips at the end of this week.");
        if (evidence.verdict->level)
            return evidence.verdict->watch == Watch::NoRecontact
                ? PackWords::tr("More customers than its level came back within 72 hours, surely.")
                : PackWords::tr("Satisfaction with the bot is under its level, surely.");
        return evidence.verdict->watch == Watch::NoRecontact
            ? PackWords::tr("More customers than before came back within 72 hours, and surely.")
            : PackWords::tr("Satisfaction with the bot fell by more than its limit, and surely.");
    case GuardCause::Breaker:
        return PackWords::tr("In one week the bot alone answered conversations that must reach a "
                             "person.");
    case GuardCause::Person:
        return PackWords::tr("%1 tripped it by hand: %2").arg(event.who.name, event.reason);
    case GuardCause::Expired:
        return PackWords::tr("A release for a time has expired.");
    case GuardCause::Level:
    case GuardCause::Recovered:
        break;
    }
    return {};
}

QString figures(const StopEvidence &evidence)
{
    if (!evidence.verdict)
        return paragraph(PackWords::tr("It did not trip by a figure; the weeks below say how it "
                                       "stood."));
    const SegmentVerdict &v = *evidence.verdict;
    const auto shown = [&v](Proportion of) {
        if (v.watch == Watch::NoRecontact)
            of.hits = of.n - of.hits;
        return shareText(of);
    };
    QString list;
    list += fact(v.watch == Watch::NoRecontact ? PackWords::tr("Came back within 72 hours")
                                               : PackWords::tr("Satisfied, of those who rated"),
                 shown(v.now));
    if (v.level) {
        list += fact(PackWords::tr("The level"),
                     percent(v.watch == Watch::NoRecontact ? 1 - *v.level : *v.level));
        list += fact(PackWords::tr("Short of it by"), points(*v.level - v.now.value()));
    } else {
        list += fact(PackWords::tr("Before"), shown(v.before));
        list += fact(PackWords::tr("Change for the worse"),
                     points(v.before.value() - v.now.value()));
    }
    list += fact(PackWords::tr("At least, at the level it is held to"), points(v.interval.lower));
    list += fact(PackWords::tr("Chance that there was none (p)"), chance(v.p));
    list += fact(PackWords::tr("Among all that was looked at (Holm)"), chance(v.counted));
    if (v.level)
        return u"<dl class=\"card\">\n"_s + list + u"</dl>\n"_s;
    const double adjusted = v.watch == Watch::NoRecontact ? 1 - v.adjusted : v.adjusted;
    list += fact(PackWords::tr("With the earlier mix of contacts"), percent(adjusted));
    if (v.watch == Watch::Satisfaction)
        list += fact(PackWords::tr("Share that rated, against before"), percent(v.response));
    const quality::FallLimit &limit = evidence.limits.of(v.watch);
    list += fact(
        PackWords::tr("The limit"),
        v.watch == Watch::NoRecontact
            ? PackWords::tr("%1 more than before, surely below p %2")
                  .arg(percent(limit.fall), chance(limit.alpha))
            : PackWords::tr("%1, surely below p %2").arg(points(limit.fall), chance(limit.alpha)));
    return u"<dl class=\"card\">\n"_s + list + u"</dl>\n"_s;
}

/// The share of each week that says something, its window shaded.
QString chart(const StopEvidence &evidence)
{
    constexpr double width = 880;
    constexpr double height = 200;
    constexpr double left = 44;
    constexpr double bottom = 24;
    const bool back = evidence.verdict && evidence.verdict->watch == Watch::NoRecontact;
    const auto shareOf = [back](const StopEvidence::WeekLine &week) {
        return back ? Proportion{week.back, week.matured} : Proportion{week.satisfied, week.rated};
    };
    const double step = (width - left - 12) / double(std::max<qsizetype>(1, evidence.weeks.size()));
    const auto yOf = [](double share) { return 10 + (height - bottom - 10) * (1 - share); };
    QString inner;
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0})
        inner += u"<line class=\"grid\" x1=\"%1\" x2=\"%2\" y1=\"%3\" y2=\"%3\"/><text x=\"0\" "
                 "y=\"%4\">%5</text>\n"_s.arg(left)
                     .arg(width)
                     .arg(yOf(share))
                     .arg(yOf(share) + 4)
                     .arg(escaped(QLocale().toString(qRound(100 * share)) + u"\u00a0%"_s));
    QString line;
    QString dots;
    for (qsizetype i = 0; i < evidence.weeks.size(); ++i) {
        const StopEvidence::WeekLine &week = evidence.weeks[i];
        const double x = left + step * (double(i) + 0.5);
        if (week.inWindow)
            inner += u"<rect class=\"band\" x=\"%1\" y=\"10\" width=\"%2\" height=\"%3\"/>\n"_s
                         .arg(x - step / 2)
                         .arg(step)
                         .arg(height - bottom - 10);
        const Proportion share = shareOf(week);
        if (share.n == 0)
            continue;
        line += u"%1,%2 "_s.arg(x).arg(yOf(share.value()));
        dots
            += u"<circle class=\"dot%1\" cx=\"%2\" cy=\"%3\" r=\"3.5\"><title>%4</title></circle>\n"_s
                   .arg(week.inWindow ? u" in"_s : QString())
                   .arg(x)
                   .arg(yOf(share.value()))
                   .arg(escaped(weekText(week.week) + u": "_s + shareText(share)));
    }
    const QString name
        = back ? PackWords::tr("Came back, by week") : PackWords::tr("Satisfied, by week");
    return u"<figure class=\"card\" style=\"margin:0 0 1rem\"><svg viewBox=\"0 0 %1 %2\" "
           u"role=\"img\" "
           "aria-label=\"%3\">%4<polyline class=\"line\" points=\"%5\"/>%6</svg></figure>\n"_s
               .arg(width)
               .arg(height)
               .arg(escaped(name), inner, line, dots);
}

QString weeks(const StopEvidence &evidence)
{
    QString rows;
    for (const StopEvidence::WeekLine &week : evidence.weeks) {
        const auto share = [](qint64 hits, qint64 n) {
            return n > 0 ? percent(double(hits) / double(n)) : u"\u2013"_s;
        };
        rows += (week.inWindow ? u"<tr class=\"window\">"_s : u"<tr>"_s)
            + cell(week.inWindow ? PackWords::tr("%1 (window)").arg(weekText(week.week))
                                 : weekText(week.week))
            + number(week.ended) + number(week.rated) + number(share(week.satisfied, week.rated))
            + number(week.matured) + number(share(week.back, week.matured))
            + number(week.hardEvents) + u"</tr>\n"_s;
    }
    return table(
        headings({PackWords::tr("Week"), PackWords::tr("Ended with the bot"),
                  PackWords::tr("Rated"), PackWords::tr("Satisfied"), PackWords::tr("Matured"),
                  PackWords::tr("Came back"), PackWords::tr("Hard events")},
                 1, 6),
        rows);
}

QString worst(const StopEvidence &evidence)
{
    if (evidence.worst.isEmpty())
        return paragraph(PackWords::tr("No conversation of the bot's ended in the window."));
    QString rows;
    int place = 0;
    for (const StopEvidence::Worst &one : evidence.worst)
        rows += u"<tr>"_s + number(++place) + u"<td><code>"_s + escaped(one.conversation.text())
            + u"</code></td>"_s + cell(momentText(one.endedAt))
            + number(one.csat ? QString::number(*one.csat) : u"\u2013"_s)
            + cell(one.cameBack ? PackWords::tr("yes") : PackWords::tr("no")) + cell(one.need)
            + u"</tr>\n"_s;
    return paragraph(PackWords::tr("%1 of %2 that the bot answered alone in the window. The lowest "
                                   "rating first, unrated ones last; of the same rating those who "
                                   "came back, then the newest.")
                         .arg(QLocale().toString(evidence.worst.size()),
                              QLocale().toString(evidence.ofContacts)))
        + table(headings({u"#"_s, PackWords::tr("Conversation"), PackWords::tr("Ended"),
                          PackWords::tr("Rating"), PackWords::tr("Came back"),
                          PackWords::tr("What it was about")},
                         3, 3),
                rows);
}

QString policyChanges(const StopEvidence &evidence)
{
    if (evidence.policy.isEmpty())
        return paragraph(PackWords::tr("No version of the policy was published in the window."));
    QString inner;
    for (const StopEvidence::Version &one : evidence.policy) {
        inner += u"<p><strong>"_s + escaped(PackWords::tr("Version %1").arg(one.version))
            + u"</strong> \u00b7 "_s + escaped(momentText(one.at)) + u" \u00b7 "_s
            + escaped(one.author.name) + u"<br>"_s + escaped(one.note) + u"</p>\n"_s;
        QString rows;
        for (const PolicyChange &change : one.changes)
            rows += u"<tr><td><code>"_s + escaped(change.place) + u"</code></td><td><code>"_s
                + escaped(change.before.isEmpty() ? u"\u2013"_s : change.before)
                + u"</code></td><td><code>"_s
                + escaped(change.after.isEmpty() ? u"\u2013"_s : change.after)
                + u"</code></td></tr>\n"_s;
        if (!rows.isEmpty())
            inner += table(headings({PackWords::tr("Setting"), PackWords::tr("Before"),
                                     PackWords::tr("After")},
                                    -1, -1),
                           rows);
    }
    return inner;
}

QString knowledgeChanges(const StopEvidence &evidence)
{
    if (evidence.knowledge.isEmpty())
        return paragraph(PackWords::tr("No document changed in the window."));
    QString rows;
    for (const KnowledgeChange &one : evidence.knowledge)
        rows += u"<tr>"_s + cell(momentText(one.at)) + cell(one.title) + u"<td><code>"_s
            + escaped(one.document.text()) + u"</code></td>"_s
            + cell(one.retired ? PackWords::tr("retired")
                               : PackWords::tr("version %1").arg(one.version))
            + cell(one.author) + u"</tr>\n"_s;
    return table(headings({PackWords::tr("When"), PackWords::tr("Document"),
                           PackWords::tr("Number"), PackWords::tr("What"), PackWords::tr("Who")},
                          -1, -1),
                 rows);
}

} // namespace

QByteArray evidencePage(const StopEvidence &evidence)
{
    const StopEvent &event = evidence.event;
    const QString title = PackWords::tr("Stop-loss: %1").arg(evidence.title);
    QString page
        = u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"color-scheme\" content=\"light dark\">\n"_s.arg(QLocale().bcp47Name());
    page += u"<title>"_s + escaped(title) + u"</title>\n<style>"_s + QString::fromUtf16(style)
        + u"</style></head>\n<body>\n<h1>"_s + escaped(title) + u"</h1>\n"_s;
    page += u"<p class=\"danger\">"_s + escaped(causeText(evidence)) + u"</p>\n"_s;
    QString facts = fact(PackWords::tr("Looked at at the end of"), weekText(event.week));
    if (event.at.ms > 0)
        facts += fact(PackWords::tr("Recorded"), momentText(event.at));
    facts += fact(
        PackWords::tr("Window"),
        PackWords::tr("%1 to %2").arg(weekText(evidence.windowFrom), weekText(evidence.windowTo)));
    facts += fact(PackWords::tr("Held against"),
                  PackWords::tr("%1 to %2")
                      .arg(weekText(evidence.referenceFrom), weekText(evidence.windowFrom - 1)));
    facts += fact(PackWords::tr("Intents"), event.intents.join(u", "_s));
    if (event.policy > 0)
        facts += fact(PackWords::tr("Policy"), PackWords::tr("version %1").arg(event.policy));
    page += u"<dl>\n"_s + facts + u"</dl>\n"_s;
    page += section(PackWords::tr("The figures"), figures(evidence));
    page += section(PackWords::tr("Week by week, of the bot alone"),
                    chart(evidence) + weeks(evidence));
    page += section(PackWords::tr("The worst conversations"), worst(evidence));
    page += section(PackWords::tr("What changed in the policy"), policyChanges(evidence));
    page += section(PackWords::tr("What changed in the knowledge"), knowledgeChanges(evidence));
    return (page + u"</body></html>\n"_s).toUtf8();
}

QString noteOf(const StopEvent &event, const QString &title)
{
    if (event.became == GuardState::Canary)
        return PackWords::tr("%1 given back to the bot, for a share at first: %2")
            .arg(title, event.reason);
    if (event.became == GuardState::Armed)
        return PackWords::tr("%1 given back to the bot: its trial held").arg(title);
    if (event.cause == GuardCause::Person)
        return PackWords::tr("%1 taken from the bot by hand: %2").arg(title, event.reason);
    switch (event.cause) {
    case GuardCause::Breaker:
        return PackWords::tr("%1 taken from the bot: hard events").arg(title);
    case GuardCause::Expired:
        return PackWords::tr("%1 taken from the bot: a release has expired").arg(title);
    default:
        return PackWords::tr("%1 taken from the bot: its figures fell past the limit").arg(title);
    }
}

StopWords stopWords()
{
    return {&noteOf, &evidencePage};
}

} // namespace baton
