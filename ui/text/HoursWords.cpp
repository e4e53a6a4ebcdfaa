#include "ui/text/HoursWords.h"

#include "ui/text/JudgedWords.h"
#include "ui/text/Words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui::words {

namespace {

struct Hours
{
    Q_DECLARE_TR_FUNCTIONS(Hours)
};

constexpr int minutesADay = 1440;

QString clockText(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

/// "8", "8:30" and "08:30"; −1 where it is no time.
int minuteOf(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,2})(?:[:.](\\d{2}))?$"_s);
    const auto found = form.match(text.trimmed());
    if (!found.hasMatch())
        return -1;
    const int minutes = found.captured(2).toInt();
    const int all = found.captured(1).toInt() * 60 + minutes;
    return minutes < 60 && all <= minutesADay ? all : -1;
}

/// "queue=payments tier=C" as the file has it: names of queues hold no blanks there.
QString selectorName(const QString &selector)
{
    if (selector == "all"_L1)
        return Hours::tr("everything else");
    QStringList parts;
    QString number;
    for (const QString &one : selector.split(u' ')) {
        const QString value = one.section(u'=', 1);
        if (one.startsWith(u'#'))
            number = one;
        else if (value.isEmpty() && !parts.isEmpty())
            parts.last() += u' ' + one; // of a name with a blank
        else if (one.startsWith("tier="_L1))
            parts.append(Hours::tr("tier %1").arg(value));
        else
            parts.append(value);
    }
    const QString name = parts.join(u", "_s);
    return number.isEmpty() ? name : Hours::tr("%1 (%2)", "whom, a number").arg(name, number);
}

QString spansOf(const QString &json)
{
    QList<QString> spans;
    for (const QJsonValue &span : QJsonDocument::fromJson(json.toUtf8()).array())
        spans.append(span[0].toString() + u'–' + span[1].toString());
    return spans.isEmpty() ? Hours::tr("closed") : spans.join(u", "_s);
}

} // namespace

QString valueName(ValueTier value)
{
    switch (value) {
    case ValueTier::Vip:
        return Hours::tr("VIP");
    case ValueTier::Plus:
        return Hours::tr("Plus");
    case ValueTier::Standard:
        return Hours::tr("Standard");
    case ValueTier::Absent:
        break;
    }
    return {};
}

QHash<QString, QString> queueNames(const QList<policy::Queue> &queues)
{
    QHash<QString, QString> names;
    for (const policy::Queue &queue : queues)
        names.insert(queue.id.text(), queue.name);
    return names;
}

QString targetName(const policy::Target &target, const QHash<QString, QString> &queues)
{
    QStringList parts;
    if (target.queue)
        parts.append(queues.value(target.queue->text(), target.queue->text()));
    if (target.tier)
        parts.append(tierName(*target.tier));
    if (target.channel)
        parts.append(of(*target.channel));
    if (target.value)
        parts.append(valueName(*target.value));
    return parts.isEmpty() ? Hours::tr("Everything else") : parts.join(u", "_s);
}

QString minutesText(int minutes)
{
    if (minutes < 60)
        return Hours::tr("%1 min").arg(minutes);
    return minutes % 60 == 0 ? Hours::tr("%1 h").arg(minutes / 60)
                             : Hours::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString weekdayName(int day)
{
    return QLocale().standaloneDayName(day + 1, QLocale::LongFormat);
}

QString spansText(const QList<policy::Span> &spans)
{
    QStringList parts;
    for (const policy::Span &span : spans)
        parts.append(clockText(span.begin) + u'–' + clockText(span.end));
    return parts.join(u", "_s);
}

QString datesText(const QList<QDate> &dates)
{
    QStringList parts;
    for (const QDate &date : dates)
        parts.append(date.toString(Qt::ISODate));
    return parts.join(u", "_s);
}

SpansRead readSpans(const QString &text)
{
    static const QRegularExpression between(u"[,;]"_s);
    static const QRegularExpression dash(u"[-–—]"_s);
    SpansRead read;
    const auto wrong = [](const QString &problem) { return SpansRead{{}, problem}; };
    for (const QString &part : text.split(between, Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        const QStringList ends = part.split(dash);
        if (ends.size() != 2)
            return wrong(Hours::tr("“%1” is no span: write 08:30–12:30, and a comma before the "
                                   "next.")
                             .arg(part.trimmed()));
        policy::Span span;
        for (const auto &[end, at] : {std::pair(0, &span.begin), std::pair(1, &span.end)}) {
            *at = minuteOf(ends[end]);
            if (*at < 0)
                return wrong(
                    Hours::tr("“%1” is no time from 00:00 to 24:00.").arg(ends[end].trimmed()));
        }
        if (span.begin >= span.end)
            return wrong(Hours::tr("%1 ends before it begins. Hours past midnight stand on the "
                                   "next day.")
                             .arg(spansText({span})));
        if (!read.spans.isEmpty() && span.begin < read.spans.last().end)
            return wrong(Hours::tr("%1 begins before %2 ends.")
                             .arg(spansText({span}), spansText({read.spans.last()})));
        read.spans.append(span);
    }
    return read;
}

DatesRead readDates(const QString &text)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    DatesRead read;
    for (const QString &part : text.split(between, Qt::SkipEmptyParts)) {
        const QDate date = QDate::fromString(part, Qt::ISODate);
        if (!policy::isHoliday(date))
            return {{}, Hours::tr("“%1” is no date: write 2025-12-25.").arg(part)};
        if (!read.dates.contains(date))
            read.dates.append(date);
    }
    std::sort(read.dates.begin(), read.dates.end());
    return read;
}

QString hoursChange(const PolicyChange &change)
{
    const QStringList path = change.place.split(u'/');
    if (path.value(1) == "targets"_L1 && path.size() > 2) {
        const bool minutes = path.last() == "minutes"_L1;
        const QString who
            = selectorName(path.mid(2, path.size() - 2 - (minutes ? 1 : 0)).join(u'/'));
        const auto told = [](const QString &json) {
            return minutesText(
                QJsonDocument::fromJson(json.toUtf8()).object().value("minutes"_L1).toInt());
        };
        if (minutes)
            return Hours::tr("Deadline of %1: %2 → %3")
                .arg(who, minutesText(change.before.toInt()), minutesText(change.after.toInt()));
        return change.before.isEmpty()
            ? Hours::tr("Deadline of %1: %2, new").arg(who, told(change.after))
            : Hours::tr("Deadline of %1 (%2) taken away").arg(who, told(change.before));
    }
    if (path.value(1) == "queues"_L1 && path.size() == 4 && path.last() == "calendar"_L1)
        return Hours::tr("Queue “%1”: hours “%2” → “%3”")
            .arg(path.value(2), change.before, change.after);
    if (path.value(1) != "calendars"_L1 || path.size() < 3)
        return {};
    const QString calendar = path.value(2);
    if (path.size() == 3)
        return change.before.isEmpty() ? Hours::tr("Hours “%1” are new").arg(calendar)
                                       : Hours::tr("Hours “%1” taken away").arg(calendar);
    if (path.last() == "zone"_L1)
        return Hours::tr("Hours “%1”: time zone %2 → %3")
            .arg(calendar, change.before, change.after);
    if (path.last() == "holidays"_L1)
        return change.before.isEmpty()
            ? Hours::tr("Hours “%1”: closed on %2").arg(calendar, change.after)
            : Hours::tr("Hours “%1”: no longer closed on %2").arg(calendar, change.before);
    const auto day
        = std::find_if(std::begin(policy::weekdayKeys), std::end(policy::weekdayKeys),
                       [&](const char *name) { return path.last() == QLatin1StringView(name); });
    if (day == std::end(policy::weekdayKeys))
        return {};
    return Hours::tr("Hours “%1”, %2: %3 → %4")
        .arg(calendar, weekdayName(int(day - std::begin(policy::weekdayKeys))),
             spansOf(change.before), spansOf(change.after));
}

} // namespace baton::ui::words
