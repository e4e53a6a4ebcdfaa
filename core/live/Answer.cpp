#include "core/live/Answer.h"

#include "core/base/Text.h"
#include "core/packet/JsonDocument.h"

using namespace Qt::StringLiterals;

namespace baton::live {

namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

constexpr int longestShown = 200; // UTF-16 units
constexpr qsizetype currencyLength = 3;

Error bad(const QByteArray &pointer, const QString &what)
{
    return {ErrorCode::InvalidInput, QString::fromUtf8(pointer), what};
}

std::optional<Error> errorOfStatus(int status)
{
    const QString detail = u"HTTP %1"_s.arg(status);
    if (status >= 200 && status < 300)
        return {};
    if (status == 404 || status == 410)
        return Error{ErrorCode::NotFound, {}, detail};
    if (status == 408 || status == 425 || status == 429 || (status >= 500 && status < 600))
        return Error{ErrorCode::Offline, {}, detail};
    if (status >= 300 && status < 500)
        return Error{ErrorCode::Refused, {}, detail};
    return Error{ErrorCode::InvalidInput, {}, detail};
}

/// Null where nothing stands there, or null does.
const Json *valueAt(const Json &root, const QByteArray &pointer)
{
    try {
        const Json::json_pointer place(pointer.toStdString());
        if (!root.contains(place))
            return nullptr;
        const Json &value = root.at(place);
        return value.is_null() ? nullptr : &value;
    } catch (const Json::exception &) {
        return nullptr; // an index that is no number, and the like
    }
}

std::optional<QString> plainText(const Json &value)
{
    if (value.is_string())
        return QString::fromStdString(value.get_ref<const std::string &>());
    if (value.is_number_integer())
        return QString::fromStdString(value.dump());
    return {};
}

/// Order numbers are compared by letters and digits: "#W2611340" is W2611340.
QString comparableArgument(Argument argument, const QString &value)
{
    if (argument == Argument::Email)
        return value.toCaseFolded();
    if (argument != Argument::Order)
        return value;
    QString kept;
    for (const QChar c : value) {
        if (c.isLetterOrNumber())
            kept += c.toUpper();
    }
    return kept;
}

Result<void> checkAbout(const Endpoint &endpoint, const Known &asked, const Json &root)
{
    for (auto it = endpoint.about.begin(); it != endpoint.about.end(); ++it) {
        const Json *value = valueAt(root, it.key());
        const std::optional<QString> said = value ? plainText(*value) : std::nullopt;
        if (!said)
            return bad(it.key(), u"does not say what it is about"_s);
        if (comparableArgument(it.value(), *said)
            != comparableArgument(it.value(), asked.value(it.value())))
            return Error{ErrorCode::Conflict, nameOf(it.value()),
                         u"%1 is another one's"_s.arg(QString::fromUtf8(it.key()))};
    }
    return {};
}

std::optional<double> numberIn(const Json &value)
{
    if (value.is_number())
        return value.get<double>();
    const auto text = plainText(value);
    bool ok = false;
    const double number = text ? text->toDouble(&ok) : 0; // in the C locale: "106.00"
    return ok && qIsFinite(number) ? std::optional(number) : std::nullopt;
}

Result<LiveValue> moneyOf(const Shown &shown, const Json &value, const Json &root)
{
    const auto amount = numberIn(value);
    if (!amount)
        return bad(shown.pointer, u"expected an amount"_s);
    QString currency = shown.currency;
    if (!shown.currencyAt.isEmpty()) {
        const Json *there = valueAt(root, shown.currencyAt);
        const auto code = there && there->is_string() ? plainText(*there) : std::nullopt;
        const auto letter = [](QChar c) { return c >= u'A' && c <= u'Z'; };
        if (!code || code->size() != currencyLength
            || !std::all_of(code->begin(), code->end(), letter))
            return bad(shown.currencyAt, u"expected a currency such as EUR"_s);
        currency = *code;
    }
    return LiveValue(Money{*amount, currency});
}

Result<LiveValue> shownValue(const Shown &shown, const Json &value, const Json &root)
{
    switch (shown.shape) {
    case Shape::Text:
        if (const auto text = plainText(value))
            return LiveValue(text::firstWords(*text, longestShown));
        return bad(shown.pointer, u"expected a text"_s);
    case Shape::Number:
        if (!numberIn(value))
            return bad(shown.pointer, u"expected a number"_s);
        return LiveValue(value.is_string() ? *plainText(value)
                                           : QString::fromStdString(value.dump()));
    case Shape::Money:
        return moneyOf(shown, value, root);
    case Shape::Time: {
        const auto at = value.is_string() ? instantFromRfc3339(*plainText(value)) : std::nullopt;
        if (!at)
            return bad(shown.pointer, u"expected a time with its offset"_s);
        return LiveValue(*at);
    }
    case Shape::Flag:
        if (!value.is_boolean())
            return bad(shown.pointer, u"expected true or false"_s);
        return LiveValue(value.get<bool>());
    }
    Q_UNREACHABLE();
}

/// Figures as the check of drafts reads them.
OrderedJson evidenceOf(const LiveValue &value)
{
    if (const auto *money = std::get_if<Money>(&value))
        return u"%1 %2"_s.arg(money->amount, 0, 'f', 2).arg(money->currency).toStdString();
    if (const auto *at = std::get_if<Instant>(&value))
        return at->utc().toString(u"yyyy-MM-dd HH:mm").toStdString();
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? "yes" : "no";
    return std::get<QString>(value).toStdString();
}

} // namespace

Result<Answer> answerOf(const Endpoint &endpoint, const Known &asked, const Reply &reply)
{
    if (const auto error = errorOfStatus(reply.status))
        return *error;
    if (reply.body.size() > largestAnswer)
        return Error{ErrorCode::TooLarge, {}, u"more than %1 bytes"_s.arg(largestAnswer)};
    packet::JsonDocument document;
    if (const auto rejection = packet::readJson(reply.body, document))
        return Error{ErrorCode::InvalidInput, rejection->pointer, rejection->code};
    if (!document.root.is_object())
        return bad({}, u"expected an object"_s);
    if (const auto about = checkAbout(endpoint, asked, document.root); !about)
        return about.error();
    Answer answer;
    OrderedJson evidence = OrderedJson::object();
    for (const Shown &shown : endpoint.shown) {
        const Json *value = valueAt(document.root, shown.pointer);
        if (!value)
            continue;
        Result<LiveValue> read = shownValue(shown, *value, document.root);
        if (!read)
            return read.error();
        evidence[shown.label.toStdString()] = evidenceOf(*read);
        answer.lines.append({shown.label, std::move(read).value()});
    }
    answer.evidence = QString::fromStdString(
        evidence.dump(-1, ' ', false, OrderedJson::error_handler_t::replace));
    return answer;
}

} // namespace baton::live
