#include "core/drafting/Superseded.h"

#include <QtCore/QDate>
#include <QtCore/QHash>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

constexpr qsizetype longestAnswer = 32'000;

/// The texts of an answer's own members that name things, as order numbers do: with a digit, and
/// no dates. Empty where the answer is no object.
QHash<QString, QString> namesOf(const LookUp &lookUp)
{
    QHash<QString, QString> names;
    const auto json
        = nlohmann::json::parse(lookUp.result.left(longestAnswer).toStdString(), nullptr, false);
    if (!json.is_object())
        return names;
    for (const auto &item : json.items()) {
        if (!item.value().is_string())
            continue;
        const QString value = QString::fromStdString(item.value().get<std::string>());
        bool number = false;
        value.toDouble(&number);
        const bool digit
            = std::any_of(value.begin(), value.end(), [](QChar c) { return c.isDigit(); });
        if (digit && !number && !value.contains(u' ')
            && !QDate::fromString(value.left(10), Qt::ISODate).isValid())
            names.insert(QString::fromStdString(item.key()), value);
    }
    return names;
}

bool isAboutTheSame(const LookUp &a, const LookUp &b)
{
    const QHash<QString, QString> names = namesOf(a);
    const QHash<QString, QString> others = namesOf(b);
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        if (others.contains(it.key()) && others.value(it.key()) != it.value())
            return false;
    }
    return a.result.startsWith(u'{') && b.result.startsWith(u'{');
}

} // namespace

QList<LookUp> newestOf(const QList<LookUp> &lookUps)
{
    QList<LookUp> newest;
    for (qsizetype i = 0; i < lookUps.size(); ++i) {
        const LookUp &one = lookUps[i];
        bool replaced = false;
        for (qsizetype j = 0; j < lookUps.size() && !replaced; ++j) {
            const LookUp &other = lookUps[j];
            const bool later = other.at == one.at ? j > i : other.at > one.at;
            replaced = j != i && later && other.name == one.name && isAboutTheSame(one, other);
        }
        if (!replaced)
            newest.append(one);
    }
    return newest;
}

QList<Passage> newestOf(const QList<Passage> &passages)
{
    QHash<DocumentId, int> versions;
    for (const Passage &one : passages)
        versions[one.document] = std::max(versions.value(one.document), one.version);
    QList<Passage> newest = passages;
    newest.removeIf([&](const Passage &one) { return one.version < versions.value(one.document); });
    return newest;
}

bool isRepeatedLater(const QList<Step> &steps, qsizetype step)
{
    const auto &tool = steps[step].tool;
    return tool && !tool->arguments.isEmpty()
        && std::any_of(steps.begin() + step + 1, steps.end(), [&](const Step &later) {
               return later.tool && later.tool->status == ToolStatus::Ok
                   && later.tool->name == tool->name && later.tool->arguments == tool->arguments;
           });
}

bool tellsStateOf(const QList<LookUp> &lookUps, const Order &order)
{
    return !order.id.isEmpty()
        && std::any_of(lookUps.begin(), lookUps.end(), [&](const LookUp &one) {
               return one.result.contains(order.id, Qt::CaseInsensitive)
                   && one.result.contains("\"status\""_L1);
           });
}

} // namespace baton::drafting
