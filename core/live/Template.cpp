#include "core/live/Template.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace baton::live {

namespace {

using Json = nlohmann::json;

constexpr std::array argumentNames{
    std::pair{Argument::Order, "order"_L1},   std::pair{Argument::Customer, "customer"_L1},
    std::pair{Argument::Email, "email"_L1},   std::pair{Argument::Phone, "phone"_L1},
    std::pair{Argument::Card, "card"_L1},     std::pair{Argument::Conversation, "conversation"_L1},
    std::pair{Argument::Amount, "amount"_L1}, std::pair{Argument::Currency, "currency"_L1},
};

std::optional<Argument> argumentNamed(QStringView name)
{
    for (const auto &[argument, its] : argumentNames) {
        if (name == its)
            return argument;
    }
    return {};
}

/// A stretch of a form: as it stands, or a placeholder's name.
struct FormPiece
{
    QStringView text;
    bool placeholder = false;
};

/// Nothing where a brace is not closed, or closes nothing.
std::optional<QList<FormPiece>> piecesOf(QStringView form)
{
    QList<FormPiece> pieces;
    while (!form.isEmpty()) {
        const qsizetype open = form.indexOf(u'{');
        const QStringView plain = open < 0 ? form : form.first(open);
        if (plain.contains(u'}'))
            return {};
        if (!plain.isEmpty())
            pieces.append({plain, false});
        if (open < 0)
            break;
        const qsizetype close = form.indexOf(u'}', open);
        if (close < 0)
            return {};
        pieces.append({form.sliced(open + 1, close - open - 1), true});
        form = form.sliced(close + 1);
    }
    return pieces;
}

void eachTextIn(const Json &json, const std::function<void(const QString &)> &see)
{
    if (json.is_string())
        see(QString::fromStdString(json.get_ref<const std::string &>()));
    for (const Json &child : json) {
        if (json.is_structured())
            eachTextIn(child, see);
    }
}

} // namespace

QLatin1StringView nameOf(Argument argument)
{
    return argumentNames[size_t(argument)].second;
}

QString filled(const QString &form, const std::function<QString(Argument)> &fill)
{
    QString out;
    const auto pieces = piecesOf(form);
    for (const FormPiece &piece : pieces.value_or(QList<FormPiece>())) {
        const auto argument
            = piece.placeholder ? argumentNamed(piece.text) : std::optional<Argument>();
        out += argument ? fill(*argument) : piece.text.toString();
    }
    return out;
}

QString wrongWith(const QString &form)
{
    const auto pieces = piecesOf(form);
    if (!pieces)
        return u"a brace without its other half"_s;
    for (const FormPiece &piece : *pieces) {
        if (piece.placeholder && !argumentNamed(piece.text)) {
            QStringList names;
            for (const auto &known : argumentNames)
                names.append(known.second);
            return u"no argument {%1}; there are %2"_s.arg(piece.text, names.join(u", "));
        }
    }
    return {};
}

void eachText(const QByteArray &json, const std::function<void(const QString &)> &see)
{
    eachTextIn(Json::parse(json.begin(), json.end(), nullptr, false), see);
}

QList<Argument> argumentsOf(const Endpoint &endpoint)
{
    std::array<bool, argumentNames.size()> used{};
    const auto see = [&used](const QString &form) {
        filled(form, [&used](Argument argument) {
            used[size_t(argument)] = true;
            return QString();
        });
    };
    see(endpoint.path);
    for (const QString &value : endpoint.query)
        see(value);
    eachText(endpoint.body, see);
    for (const Argument argument : endpoint.about)
        used[size_t(argument)] = true;
    QList<Argument> out;
    for (const auto &[argument, name] : argumentNames) {
        if (used[size_t(argument)])
            out.append(argument);
    }
    return out;
}

} // namespace baton::live
