#include "core/quality/Monitors.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>

#include <algorithm>

namespace baton::quality {

namespace {

bool held(const ReviewFacts &facts, const QString &name)
{
    const std::optional<Rule> rule = ruleNamed(name);
    return rule && (facts.rules >> int(*rule) & 1U) != 0;
}

bool isAbout(const Monitor &monitor, const ReviewFacts &facts)
{
    switch (monitor.kind) {
    case MonitorKind::Rule:
        return held(facts, monitor.name);
    case MonitorKind::Override:
        return facts.overrides > 0;
    case MonitorKind::LowCsat:
        return facts.csat && *facts.csat <= monitor.limit;
    case MonitorKind::CameBack:
        return facts.contained && facts.cameBack;
    case MonitorKind::Discarded:
        return facts.fate == DraftFate::Discarded;
    case MonitorKind::Rewritten:
        return facts.fate == DraftFate::Rewritten
            || (facts.fate == DraftFate::Light && facts.changed * 100 >= monitor.limit);
    case MonitorKind::Hasty:
        return facts.fate == DraftFate::AsIs && facts.tookMs
            && *facts.tookMs <= monitor.limit * secondMs;
    case MonitorKind::NewAgent:
        return facts.ordinal > 0 && facts.ordinal <= monitor.limit;
    case MonitorKind::LowConfidence:
        return facts.confidence < monitor.limit;
    case MonitorKind::Intent:
        return facts.intent == monitor.name;
    case MonitorKind::Tier:
        return monitor.name == QChar::fromLatin1(tierLetter(facts.tier));
    case MonitorKind::Random:
        return true;
    }
    return false;
}

} // namespace

int lotsOf(const Monitors &monitors)
{
    return monitors.lots > 0 ? monitors.lots : monitors.version;
}

double lot(Lot what, int version, qsizetype monitor, const ConversationId &id)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(int(what)) + '/' + QByteArray::number(version) + '/'
                 + QByteArray::number(monitor) + '/' + id.text().toUtf8());
    const quint64 bits = qFromBigEndian<quint64>(hash.result().constData()) >> 11;
    return double(bits) / double(quint64(1) << 53);
}

namespace {

qsizetype placeOf(const Monitors &monitors, qsizetype index)
{
    const int place = monitors.list[index].place;
    return place > 0 ? place - 1 : index;
}

bool picks(const ReviewFacts &facts, const Monitors &monitors, qsizetype index)
{
    const Monitor &monitor = monitors.list[index];
    return isAbout(monitor, facts)
        && lot(Lot::Sampled, lotsOf(monitors), placeOf(monitors, index), facts.conversation) * 100
        < monitor.share;
}

/// From then on their order does not matter.
void keepPlaces(Monitors &monitors)
{
    for (qsizetype i = 0; i < monitors.list.size(); ++i)
        monitors.list[i].place = int(placeOf(monitors, i)) + 1;
}

} // namespace

bool hasLike(const Monitors &monitors, const Monitor &monitor)
{
    return std::any_of(monitors.list.begin(), monitors.list.end(), [&monitor](const Monitor &one) {
        return one.kind == monitor.kind && one.name == monitor.name && one.title == monitor.title;
    });
}

Result<Monitors> withMonitor(Monitors monitors, Monitor monitor, qsizetype at)
{
    if (hasLike(monitors, monitor))
        return Error{ErrorCode::Conflict, QStringLiteral("monitors"),
                     QStringLiteral("one is about the same")};
    if (monitors.list.size() >= mostMonitors)
        return Error{ErrorCode::TooLarge, QStringLiteral("monitors"),
                     QStringLiteral("expected %1 at most").arg(mostMonitors)};
    keepPlaces(monitors);
    if (monitor.place == 0) {
        for (const Monitor &one : monitors.list)
            monitor.place = std::max(monitor.place, one.place);
        ++monitor.place;
    }
    monitors.list.insert(std::clamp<qsizetype>(at, 0, monitors.list.size()), monitor);
    return monitors;
}

Monitors withoutMonitor(Monitors monitors, qsizetype at)
{
    keepPlaces(monitors);
    if (at >= 0 && at < monitors.list.size())
        monitors.list.removeAt(at);
    return monitors;
}

std::optional<Sampled> sampled(const ReviewFacts &facts, const Monitors &monitors)
{
    const ConversationId &id = facts.conversation;
    const int lots = lotsOf(monitors);
    std::optional<Sampled> picked;
    for (qsizetype i = 0; i < monitors.list.size(); ++i) {
        const Monitor &monitor = monitors.list[i];
        if ((!picked || monitor.kind < picked->reason.kind) && picks(facts, monitors, i))
            picked = Sampled{monitor};
    }
    if (picked) {
        picked->doubled = lot(Lot::Doubled, lots, 0, id) * 100 < monitors.doubled;
        picked->planted = lot(Lot::Planted, lots, 0, id) * 100 < monitors.planted;
    }
    return picked;
}

Picks picksOf(const QList<ReviewFacts> &all, const Monitors &monitors)
{
    Picks counted;
    counted.each = QList<int>(monitors.list.size(), 0);
    counted.of = int(all.size());
    for (const ReviewFacts &facts : all) {
        bool any = false;
        for (qsizetype i = 0; i < monitors.list.size(); ++i) {
            if (!picks(facts, monitors, i))
                continue;
            ++counted.each[i];
            any = true;
        }
        counted.all += any ? 1 : 0;
    }
    return counted;
}

} // namespace baton::quality
