#include "core/drafting/Slots.h"

#include <QtCore/QSet>

#include <nlohmann/json.hpp>

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

void append(QString &out, const Json &json, const QString &key, QString currency, int depth)
{
    if (depth > deepest || out.size() > longest)
        return;
    if (json.is_object()) {
        const auto own = json.find("currency");
        if (own != json.end() && own->is_string())
            currency = text(own->get_ref<const std::string &>());
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
    QString value = scalar(json);
    if (isAmount(key) && isNumber(value) && !currency.isEmpty())
        value += u' ' + currency;
    if (!out.isEmpty())
        out += u'\n';
    out += QString(key).replace(u'_', u' ') + u": "_s + value;
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

} // namespace baton::drafting
