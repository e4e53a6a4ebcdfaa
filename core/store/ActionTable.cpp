#include "core/store/ActionTable.h"

#include "core/store/EnumNames.h"

#include <nlohmann/json.hpp>

namespace baton::store {

namespace {

constexpr Names<ActionStatus, 6> actionStatusNames{{
    {ActionStatus::Asked, QLatin1StringView("asked")},
    {ActionStatus::Waiting, QLatin1StringView("waiting")},
    {ActionStatus::Done, QLatin1StringView("done")},
    {ActionStatus::Refused, QLatin1StringView("refused")},
    {ActionStatus::Unconfirmed, QLatin1StringView("unconfirmed")},
    {ActionStatus::Withdrawn, QLatin1StringView("withdrawn")},
}};

constexpr Names<ErrorCode, 7> problemNames{{
    {ErrorCode::Offline, QLatin1StringView("offline")},
    {ErrorCode::Refused, QLatin1StringView("refused")},
    {ErrorCode::NotFound, QLatin1StringView("not-found")},
    {ErrorCode::InvalidInput, QLatin1StringView("invalid-input")},
    {ErrorCode::InvalidArgument, QLatin1StringView("invalid-argument")},
    {ErrorCode::TooLarge, QLatin1StringView("too-large")},
    {ErrorCode::Conflict, QLatin1StringView("conflict")},
}};

#define ACTION_COLUMNS                                                                             \
    "key, conversation, name, title, about, system, method, url, body, key_header, arguments, "    \
    "amount, currency, asked_id, asked_name, asked_at, approved_id, approved_name, approved_at, "  \
    "status, begun, attempts, problem, problem_subject, problem_detail, answer, settled_at, "      \
    "dismissed"

constexpr const char *insertActionSql = R"(
    INSERT INTO action (key, conversation, name, title, about, system, method, url, body, key_header, arguments,
                        amount, currency, asked_id, asked_name, asked_at, approved_id, approved_name, approved_at,
                        status)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";
constexpr const char *updateActionSql = R"(
    UPDATE action SET approved_id = ?, approved_name = ?, approved_at = ?, status = ?, begun = ?, attempts = ?,
                      problem = ?, problem_subject = ?, problem_detail = ?, answer = ?, settled_at = ?,
                      dismissed = ?
    WHERE key = ?)";
constexpr const char *findActionSql = "SELECT " ACTION_COLUMNS " FROM action WHERE key = ?";
constexpr const char *openActionsSql
    = "SELECT " ACTION_COLUMNS " FROM action WHERE status IN "
      "('asked', 'waiting', 'refused', 'unconfirmed') AND dismissed = 0 ORDER BY sequence";
constexpr const char *actionsOfSql
    = "SELECT " ACTION_COLUMNS " FROM action WHERE conversation = ? ORDER BY sequence";

QString argumentsJson(const QMap<QString, QString> &arguments)
{
    nlohmann::json json = nlohmann::json::object();
    for (auto it = arguments.begin(); it != arguments.end(); ++it)
        json[it.key().toStdString()] = it.value().toStdString();
    return QString::fromStdString(
        json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

QMap<QString, QString> argumentsFrom(const QString &text)
{
    QMap<QString, QString> arguments;
    const auto json = nlohmann::json::parse(text.toStdString(), nullptr, false);
    if (!json.is_object())
        return arguments;
    for (const auto &item : json.items()) {
        if (item.value().is_string())
            arguments.insert(QString::fromStdString(item.key()),
                             QString::fromStdString(item.value().get<std::string>()));
    }
    return arguments;
}

ActionEntry readAction(const Query &query)
{
    ActionEntry entry;
    ActionRequest &request = entry.request;
    request.key = ActKey(query.text(0));
    request.conversation = ConversationId(query.text(1));
    request.name = query.text(2);
    request.title = query.text(3);
    request.about = query.text(4);
    request.system = query.text(5);
    request.method = query.text(6);
    request.url = query.text(7);
    request.body = query.text(8);
    request.keyHeader = query.text(9);
    request.arguments = argumentsFrom(query.text(10));
    if (!query.isNull(11))
        request.amount = Money{query.real(11), query.text(12)};
    request.asked = {query.text(13), query.text(14)};
    request.askedAt = {query.integer(15)};
    if (!query.isNull(16)) {
        entry.approved = Person{query.text(16), query.text(17)};
        entry.approvedAt = {query.integer(18)};
    }
    entry.status = fromName(actionStatusNames, query.text(19));
    entry.begun = query.integer(20) != 0;
    entry.attempts = int(query.integer(21));
    if (!query.isNull(22))
        entry.problem
            = Error{fromName(problemNames, query.text(22)), query.text(23), query.text(24)};
    entry.answer = query.text(25);
    entry.settledAt = query.moment(26).value_or(Instant());
    entry.dismissed = query.integer(27) != 0;
    return entry;
}

template <class Member>
std::optional<QString> ofPerson(const std::optional<Person> &person, Member member)
{
    return person ? std::optional((*person).*member) : std::nullopt;
}

std::optional<Instant> approvedAt(const ActionEntry &entry)
{
    return entry.approved ? std::optional(entry.approvedAt) : std::nullopt;
}

} // namespace

void ActionTable::insert(const ActionEntry &entry)
{
    const ActionRequest &request = entry.request;
    m_connection.query(insertActionSql)
        .bind(request.key, request.conversation, request.name, request.title, request.about,
              request.system, request.method, request.url, request.body, request.keyHeader,
              argumentsJson(request.arguments),
              request.amount ? std::optional(request.amount->amount) : std::nullopt,
              request.amount ? std::optional(request.amount->currency) : std::nullopt,
              request.asked.id, request.asked.name, request.askedAt,
              ofPerson(entry.approved, &Person::id), ofPerson(entry.approved, &Person::name),
              approvedAt(entry), nameOf(actionStatusNames, entry.status))
        .run();
}

void ActionTable::update(const ActionEntry &entry)
{
    const auto ofProblem = [&entry](QString Error::*member) {
        return entry.problem ? std::optional((*entry.problem).*member) : std::nullopt;
    };
    m_connection.query(updateActionSql)
        .bind(
            ofPerson(entry.approved, &Person::id), ofPerson(entry.approved, &Person::name),
            approvedAt(entry), nameOf(actionStatusNames, entry.status), entry.begun, entry.attempts,
            entry.problem ? std::optional(nameOf(problemNames, entry.problem->code)) : std::nullopt,
            ofProblem(&Error::subject), ofProblem(&Error::detail), entry.answer,
            entry.isOpen() ? std::nullopt : std::optional(entry.settledAt), entry.dismissed,
            entry.request.key)
        .run();
}

std::optional<ActionEntry> ActionTable::find(const ActKey &key)
{
    Query query = m_connection.query(findActionSql);
    query.bind(key);
    if (!query.step())
        return {};
    return readAction(query);
}

QList<ActionEntry> ActionTable::open()
{
    QList<ActionEntry> entries;
    Query query = m_connection.query(openActionsSql);
    while (query.step())
        entries.append(readAction(query));
    return entries;
}

QList<ActionEntry> ActionTable::of(const ConversationId &conversation)
{
    QList<ActionEntry> entries;
    Query query = m_connection.query(actionsOfSql);
    query.bind(conversation);
    while (query.step())
        entries.append(readAction(query));
    return entries;
}

} // namespace baton::store
