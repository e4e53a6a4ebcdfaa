#include "ui/models/TranscriptTurns.h"

#include "core/base/Text.h"
#include "ui/text/Format.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr qint64 noTime = std::numeric_limits<qint64>::max();
constexpr int messageRank = 0;
constexpr int stepRank = 1;
constexpr int passRank = 2;

/// Where a turn stands: time first, then what comes first at one moment. index tells which it is:
/// of the messages, of the steps.
struct Placed
{
    qint64 at = 0;
    int rank = 0;
    qsizetype index = 0;
};

Turn messageTurn(const Message &message)
{
    Turn turn;
    turn.kind = message.visibility == Visibility::Internal ? TurnKind::Note : TurnKind::Message;
    turn.key = u"m:"_s + message.id.text();
    turn.at = message.at;
    turn.message = message;
    return turn;
}

Turn stepTurn(const Step &step, qsizetype index)
{
    Turn turn;
    turn.kind = step.tool ? TurnKind::Tool : TurnKind::Step;
    turn.key = u"s:%1"_s.arg(index);
    turn.at = step.at;
    turn.step = step;
    return turn;
}

Turn passTurn(const Conversation &conversation)
{
    Turn turn;
    turn.kind = TurnKind::Pass;
    turn.key = u"pass"_s;
    turn.at = conversation.handedOffAt;
    turn.botName = conversation.bot ? conversation.bot->name : QString();
    const bool botSpoke = std::any_of(conversation.messages.begin(), conversation.messages.end(),
                                      [](const Message &m) { return m.from == Sender::Bot; });
    if (turn.botName.isEmpty() && botSpoke)
        turn.botName = u"Bot"_s;
    if (conversation.handoff)
        turn.toldWaitMs = conversation.handoff->toldCustomerWaitMs;
    return turn;
}

QList<Turn> inOrder(const Conversation &conversation)
{
    std::vector<Placed> placed;
    placed.reserve(size_t(conversation.messages.size() + conversation.stepsTried.size() + 1));
    for (qsizetype i = 0; i < conversation.messages.size(); ++i)
        placed.push_back({conversation.messages[i].at.ms, messageRank, i});
    for (qsizetype i = 0; i < conversation.stepsTried.size(); ++i) {
        const Step &step = conversation.stepsTried[i];
        const qint64 untimed = conversation.handedOffAt ? conversation.handedOffAt->ms : noTime;
        placed.push_back({step.at ? step.at->ms : untimed, stepRank, i});
    }
    if (conversation.handedOffAt)
        placed.push_back({conversation.handedOffAt->ms, passRank, 0});
    std::stable_sort(placed.begin(), placed.end(), [](const Placed &a, const Placed &b) {
        return std::tie(a.at, a.rank) < std::tie(b.at, b.rank);
    });
    QList<Turn> turns;
    turns.reserve(qsizetype(placed.size()) + 1);
    for (const Placed &p : placed) {
        turns += p.rank == messageRank ? messageTurn(conversation.messages[p.index])
            : p.rank == stepRank       ? stepTurn(conversation.stepsTried[p.index], p.index)
                                       : passTurn(conversation);
    }
    return turns;
}

bool byBot(const Turn &turn)
{
    return turn.kind == TurnKind::Message
        ? turn.message.from == Sender::Bot
        : turn.kind == TurnKind::Tool && turn.step.by == Sender::Bot;
}

bool byAgent(const Turn &turn)
{
    return turn.kind == TurnKind::Message && turn.message.from == Sender::Agent;
}

/// The index of the first turn that people hold.
qsizetype firstHeldByPeople(const QList<Turn> &turns, const Conversation &conversation)
{
    const auto pass = std::find_if(turns.begin(), turns.end(),
                                   [](const Turn &t) { return t.kind == TurnKind::Pass; });
    if (pass != turns.end())
        return pass - turns.begin();
    if (conversation.state == State::Bot)
        return turns.size();
    const auto agent = std::find_if(turns.begin(), turns.end(), byAgent);
    const auto lastBot = std::find_if(std::make_reverse_iterator(agent), turns.rend(), byBot);
    return turns.rend() - lastBot;
}

bool inGutter(const Turn &turn)
{
    return turn.kind == TurnKind::Message || turn.kind == TurnKind::Tool
        || turn.kind == TurnKind::Step;
}

bool isText(const Turn &turn)
{
    return turn.kind == TurnKind::Message || turn.kind == TurnKind::Note;
}

bool isMine(const Turn &turn, const QString &mineId)
{
    const Message &message = turn.message;
    return isText(turn)
        && (message.delivery != Delivery::Delivered
            || (message.from == Sender::Agent && !mineId.isEmpty() && message.author.id == mineId));
}

bool isNews(const Turn &turn)
{
    return isText(turn) && !turn.mine && turn.message.presence == Presence::Present;
}

void insertNewMark(QList<Turn> &turns, const TurnInput &input)
{
    if (input.seen.isEmpty())
        return;
    const QString seenKey = u"m:"_s + input.seen.text();
    const auto seen
        = std::find_if(turns.begin(), turns.end(), [&](const Turn &t) { return t.key == seenKey; });
    if (seen == turns.end())
        return;
    const auto first = std::find_if(seen + 1, turns.end(), isNews);
    if (first == turns.end())
        return;
    Turn mark;
    mark.kind = TurnKind::NewMark;
    mark.key = u"new"_s;
    mark.at = first->at;
    mark.holder = first->holder;
    mark.newCount = int(std::count_if(first, turns.end(), isNews));
    turns.insert(first - turns.begin(), mark);
}

void insertDays(QList<Turn> &turns, const QTimeZone &zone)
{
    QList<Turn> out;
    out.reserve(turns.size() + 8);
    // Asking a zone for a date is slow beside all else here: once a day is enough.
    QDate day;
    Instant dayBegins;
    Instant dayEnds;
    for (Turn &turn : turns) {
        if (turn.at && (day.isNull() || *turn.at < dayBegins || *turn.at >= dayEnds)) {
            day = turn.at->utc().toTimeZone(zone).date();
            dayBegins = Instant::from(day.startOfDay(zone));
            dayEnds = Instant::from(day.addDays(1).startOfDay(zone));
            Turn separator;
            separator.kind = TurnKind::Day;
            separator.key = u"d:"_s + day.toString(Qt::ISODate);
            separator.at = turn.at;
            separator.holder = turn.holder;
            out += separator;
        }
        out += std::move(turn);
    }
    turns = std::move(out);
}

QString valueText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

/// Overlapping stretches become one.
QList<TextMark> marksOf(const Turn &turn, const QList<Evidence> &evidence)
{
    QList<TextMark> marks;
    for (const Evidence &shown : evidence) {
        const int end = qMin(shown.end, int(turn.message.text.size()));
        if (shown.message == turn.message.id && shown.begin >= 0 && shown.begin < end)
            marks.append({shown.begin, end});
    }
    std::sort(marks.begin(), marks.end(),
              [](const TextMark &a, const TextMark &b) { return a.begin < b.begin; });
    QList<TextMark> apart;
    for (const TextMark &mark : std::as_const(marks)) {
        if (!apart.isEmpty() && mark.begin <= apart.last().end)
            apart.last().end = qMax(apart.last().end, mark.end);
        else
            apart.append(mark);
    }
    return apart;
}

/// How long a call took, where its result tells: "0.4 s"; taken out of what it tells.
QString takeDuration(QJsonObject &result)
{
    for (const auto &[name, perSecond] : {std::pair(u"seconds"_s, 1.0), {u"duration_ms"_s, 1e3}}) {
        const QJsonValue value = result.value(name);
        if (!value.isDouble() || value.toDouble() < 0)
            continue;
        result.remove(name);
        return format::seconds(value.toDouble() / perSecond);
    }
    return {};
}

/// "amount: 106.00, payment: P-77120"; what is null says nothing.
QString memberText(const QJsonObject &object)
{
    QStringList parts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isNull())
            parts += it.key() + u": "_s + valueText(it.value());
    }
    return parts.join(u", "_s);
}

} // namespace

QList<Turn> transcriptTurns(const TurnInput &input)
{
    QList<Turn> turns = inOrder(input.conversation);
    const qsizetype people = firstHeldByPeople(turns, input.conversation);
    for (qsizetype i = people; i < turns.size(); ++i)
        turns[i].holder = Holder::Person;
    for (Turn &turn : turns)
        turn.mine = isMine(turn, input.mineId);
    if (!input.evidence.isEmpty()) {
        for (Turn &turn : turns) {
            if (turn.kind == TurnKind::Message)
                turn.marks = marksOf(turn, input.evidence);
        }
    }
    insertNewMark(turns, input);
    insertDays(turns, input.zone);
    for (qsizetype i = 0; i + 1 < turns.size(); ++i)
        turns[i].joined = inGutter(turns[i]) && inGutter(turns[i + 1]);
    return turns;
}

QString toolCallText(const ToolCall &call, int limit)
{
    const QJsonDocument arguments = QJsonDocument::fromJson(call.arguments.toUtf8());
    QString inside;
    if (arguments.isObject()) {
        inside = memberText(arguments.object());
    } else {
        inside = call.arguments;
    }
    return text::firstWords(call.name + u'(' + inside + u')', limit);
}

QString toolResultText(const ToolCall &call, int limit)
{
    const QJsonDocument result = QJsonDocument::fromJson(call.result.toUtf8());
    if (!result.isObject())
        return text::firstWords(call.result, limit);
    QJsonObject members = result.object();
    const QString took = takeDuration(members);
    QStringList parts;
    if (const QString problem = members.value("error"_L1).toString();
        call.status != ToolStatus::Ok && !problem.isEmpty()) {
        members.remove(u"error"_s); // that it is one is said before it
        parts += problem;
    }
    parts += memberText(members);
    parts += took;
    parts.removeAll(QString());
    return text::firstWords(parts.join(u", "_s), limit);
}

QList<Link> linksIn(QStringView text)
{
    // The pattern is linear: no nested repetition for a hostile message to stretch.
    static const QRegularExpression pattern(
        uR"(\bhttps?://[^\s<>"'`\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}]+)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static constexpr QStringView trailing = u".,;:!?)]}…”’»";
    QList<Link> links;
    if (!text.contains(u"://"))
        return links;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        QStringView written = match.capturedView();
        while (!written.isEmpty() && trailing.contains(written.back())
               && !(written.back() == u')' && written.count(u'(') >= written.count(u')')))
            written.chop(1);
        const QUrl url(written.toString(), QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
            continue;
        links += Link{match.capturedStart(), written.size(), written.toString(),
                      QString::fromLatin1(QUrl::toAce(url.host()))};
    }
    return links;
}

} // namespace baton::ui
