#include "app/batonctl/Rows.h"

#include "core/base/Text.h"
#include "core/packet/Words.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json;

Json time(const std::optional<Instant> &instant)
{
    return instant ? Json(toRfc3339(*instant).toStdString()) : Json();
}

Json orNull(const QString &text)
{
    return text.isEmpty() ? Json() : Json(text.toStdString());
}

template <class Words, class Enum>
Json word(const Words &words, Enum value)
{
    const auto found = packet::wordOf(words, value);
    return found.empty() ? Json() : Json(std::string(found));
}

const char *stateWord(SlaState state)
{
    switch (state) {
    case SlaState::None:
        return "none";
    case SlaState::Running:
        return "running";
    case SlaState::Paused:
        return "paused";
    case SlaState::Met:
        return "met";
    }
    return "none";
}

Json sourceWord(SlaSource source)
{
    switch (source) {
    case SlaSource::None:
        return {};
    case SlaSource::Unanswered:
        return "unanswered";
    case SlaSource::PromisedWait:
        return "promised_wait";
    case SlaSource::Promise:
        return "promise";
    }
    return {};
}

QString span(qint64 ms)
{
    const qint64 minutes = ms / 60'000;
    if (minutes < 60)
        return u"%1 min"_s.arg(minutes);
    if (minutes < 2880)
        return u"%1 h"_s.arg(minutes / 60);
    return u"%1 d"_s.arg(minutes / 1440);
}

} // namespace

Json toJson(const QueueRow &row)
{
    const std::optional<JudgedLine> &judged = row.judged;
    return {{"id", row.id.text().toStdString()},
            {"name", row.name.toStdString()},
            {"need", row.need.toStdString()},
            {"channel", word(packet::channelWords, row.channel)},
            {"value_tier", word(packet::valueWords, row.value)},
            {"state", word(packet::stateWords, row.state)},
            {"tier", judged ? Json(std::string(1, tierLetter(judged->route))) : Json()},
            {"intent", judged ? orNull(judged->intent) : Json()},
            {"mood", judged ? Json(judged->mood) : Json()},
            {"back_after_ms", row.backMs ? Json(*row.backMs) : Json()},
            {"archived", row.origin == Origin::Archive},
            {"owner", orNull(row.owner.id)},
            {"queue", orNull(row.queue.text())},
            {"deadline", stateWord(row.sla.state)},
            {"deadline_from", sourceWord(row.sla.source)},
            {"started_at", time(row.sla.started)},
            {"due_at", time(row.sla.due)},
            {"waiting_since", time(Instant{row.place.waitingSince})},
            {"snoozed_until", time(row.snoozedUntil)},
            {"unread", row.unread},
            {"draft", row.draft}};
}

QString deadline(const Sla &sla, Instant now)
{
    switch (sla.state) {
    case SlaState::None:
        return u"–"_s;
    case SlaState::Paused:
        return u"paused"_s;
    case SlaState::Met:
        return u"met"_s;
    case SlaState::Running:
        break;
    }
    if (!sla.due)
        return u"–"_s;
    const qint64 left = *sla.due - now;
    return left > 0 ? u"in %1"_s.arg(span(left)) : u"%1 late"_s.arg(span(-left));
}

int idWidth(const QList<QString> &ids)
{
    qsizetype width = 8;
    for (const QString &id : ids)
        width = std::max(width, id.size());
    return static_cast<int>(std::min<qsizetype>(width, 64));
}

QString idColumn(const ConversationId &id, int width)
{
    return id.text().leftJustified(width);
}

QString column(const QString &text, int width)
{
    return text::firstWords(text, width).leftJustified(width);
}

} // namespace baton::ctl
