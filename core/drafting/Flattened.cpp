#include "core/drafting/Slots.h"

#include <QtCore/QSet>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

using Json = nlohmann::json;

constexpr int deepest = 8;
constexpr qsizetype longest = 8'000; ///< of what is flattened, and of the result

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

bool isAmount(const QString &key)
{
    static const QSet<QString> keys{u"amount"_s, u"total"_s,    u"price"_s,   u"balance"_s,
                                    u"refund"_s, u"paid"_s,     u"charged"_s, u"fee"_s,
                                    u"value"_s,  u"captured"_s, u"refunded"_s};
    return keys.contains(key.section(u'_', 0, 0)) || keys.contains(key.section(u'_', -1));
}

bool isNumber(const QString &value)
{
    bool ok = false;
    value.toDouble(&ok);
    return ok;
}

QString scalar(const Json &json)
{
    return json.is_string() ? text(json.get_ref<const std::string &>()) : text(json.dump());
}

/// "orderStatus" and "order_status" are words.
QString spokenKey(const QString &key)
{
    QString words;
    for (qsizetype i = 0; i < key.size(); ++i) {
        if (i > 0 && key[i].isUpper() && key[i - 1].isLower())
            words += u' ';
        words += key[i] == u'_' || key[i] == u'-' ? QChar(u' ') : key[i];
    }
    return words;
}

/// The unit that a key names beside its number: "refund_days: 5".
QString unitIn(const QString &spoken)
{
    static const QSet<QString> units{u"days"_s,  u"hours"_s,  u"minutes"_s,
                                     u"weeks"_s, u"months"_s, u"years"_s};
    for (const QString &word : spoken.toLower().split(u' ')) {
        if (units.contains(word))
            return u' ' + word;
        if (word == "percent"_L1 || word == "pct"_L1)
            return u" %"_s;
    }
    return {};
}

QString valueOf(const Json &json, const QString &key, const QString &currency)
{
    if (json.is_boolean())
        return json.get<bool>() ? u"yes"_s : u"no"_s;
    QString value = scalar(json);
    const QString spoken = spokenKey(key);
    if (isNumber(value)) {
        if (!currency.isEmpty()
            && (isAmount(key) || isAmount(QString(spoken.toLower()).replace(u' ', u'_'))))
            return value + u' ' + currency;
        return value + unitIn(spoken);
    }
    const bool digits
        = std::any_of(value.begin(), value.end(), [](QChar c) { return c.isDigit(); });
    return digits || value.contains(u' ') ? value : value.replace(u'_', u' ');
}

QString currencyIn(const Json &object, const QString &currency)
{
    const auto own = object.find("currency");
    return own != object.end() && own->is_string() ? text(own->get_ref<const std::string &>())
                                                   : currency;
}

void append(QString &out, const Json &json, const QString &key, QString currency, int depth)
{
    if (depth > deepest || out.size() > longest)
        return;
    if (json.is_object()) {
        currency = currencyIn(json, currency);
        for (const auto &item : json.items())
            append(out, item.value(), text(item.key()), currency, depth + 1);
        return;
    }
    if (json.is_array()) {
        for (const Json &item : json)
            append(out, item, key, currency, depth + 1);
        return;
    }
    if (json.is_null())
        return;
    if (!out.isEmpty())
        out += u'\n';
    out += spokenKey(key) + u": "_s + valueOf(json, key, currency);
}

bool isListOfObjects(const Json &json)
{
    return json.is_array() && !json.empty()
        && std::all_of(json.begin(), json.end(), [](const Json &one) { return one.is_object(); });
}

/// above: the lines of what the object lies in.
void collect(QStringList &records, const Json &object, const QString &above, QString currency,
             int depth)
{
    constexpr qsizetype mostRecords = 200;
    if (depth > deepest || records.size() >= mostRecords)
        return;
    currency = currencyIn(object, currency);
    QString lines = above;
    for (const auto &item : object.items()) {
        if (!isListOfObjects(item.value()))
            append(lines, item.value(), text(item.key()), currency, depth + 1);
    }
    if (lines != above)
        records.append(lines.left(longest));
    for (const auto &item : object.items()) {
        if (!isListOfObjects(item.value()))
            continue;
        for (const Json &one : item.value())
            collect(records, one, lines.left(longest), currency, depth + 1);
    }
}

const Json *objectWith(const Json &json, const QString &value, int depth)
{
    if (depth > deepest || !json.is_structured())
        return nullptr;
    for (const Json &member : json) {
        const bool here = json.is_object() && member.is_primitive()
            && scalar(member).compare(value, Qt::CaseInsensitive) == 0;
        if (here)
            return &json;
        if (const Json *below = objectWith(member, value, depth + 1))
            return below;
    }
    return nullptr;
}

} // namespace

QHash<QString, QString> membersBeside(const QString &json, const QString &value)
{
    QHash<QString, QString> members;
    const Json root = Json::parse(json.left(longest * 4).toStdString(), nullptr, false);
    const Json *object = root.is_discarded() ? nullptr : objectWith(root, value, 0);
    if (!object)
        return members;
    for (const auto &item : object->items()) {
        if (item.value().is_primitive() && !item.value().is_null())
            members.insert(text(item.key()), scalar(item.value()));
    }
    return members;
}

QString flattened(const QString &json, const QString &currency)
{
    const QString bounded = json.left(longest * 4);
    const Json value = Json::parse(bounded.toStdString(), nullptr, false);
    if (value.is_discarded() || !value.is_structured())
        return bounded.left(longest);
    QString out;
    append(out, value, {}, currency, 0);
    return out.left(longest);
}

QStringList recordsOf(const QString &json, const QString &currency)
{
    const QString bounded = json.left(longest * 4);
    const Json value = Json::parse(bounded.toStdString(), nullptr, false);
    const QString known = currency.isEmpty() ? noCurrency.toString() : currency;
    QStringList records;
    if (value.is_object()) {
        collect(records, value, {}, known, 0);
    } else if (isListOfObjects(value)) {
        for (const Json &one : value)
            collect(records, one, {}, known, 0);
    } else {
        records.append(flattened(json, currency));
    }
    return records;
}

} // namespace baton::drafting
