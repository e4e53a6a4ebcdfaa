#include "core/packet/Refusal.h"
#include "core/packet/ToDomain.h"

#include <cmath>
#include <initializer_list>
#include <limits>

namespace baton::packet {

namespace {

using Names = std::initializer_list<const char *>;

const Json *firstOf(const Json &object, Names names)
{
    for (const char *name : names) {
        const auto member = object.find(name);
        if (member != object.end() && !member->is_null())
            return &*member;
    }
    return nullptr;
}

/// Strings as they are, whole numbers as digits.
QString word(const Json &object, Names names)
{
    const Json *value = firstOf(object, names);
    if (value && value->is_string())
        return toText(value->get_ref<const std::string &>());
    if (value && value->is_number_integer())
        return QString::fromStdString(value->dump());
    return {};
}

std::optional<double> amount(const Json &value)
{
    bool ok = value.is_number();
    double number = ok ? value.get<double>() : 0;
    if (value.is_string())
        number = toText(value.get_ref<const std::string &>()).toDouble(&ok);
    if (!ok || !std::isfinite(number))
        return {};
    return number;
}

/// 12.5, "12.50" or {"amount": 12.5, "currency": "EUR"}.
std::optional<Money> money(const Json *value, const QString &currency)
{
    if (!value)
        return {};
    if (value->is_object()) {
        const Json *inner = firstOf(*value, {"amount", "value"});
        if (!inner || inner->is_object())
            return {};
        const QString own = word(*value, {"currency", "currency_code"});
        return money(inner, own.isEmpty() ? currency : own);
    }
    const std::optional<double> number = amount(*value);
    return number ? std::optional(Money{*number, currency}) : std::nullopt;
}

OrderItem toItem(const Json &value, const QString &orderCurrency)
{
    OrderItem item;
    if (value.is_string())
        item.name = toText(value.get_ref<const std::string &>());
    if (!value.is_object())
        return item;
    item.name = word(value, {"name", "title", "product", "product_name", "description", "sku"});
    const Json *quantity = firstOf(value, {"quantity", "qty", "count"});
    if (quantity && quantity->is_number()) {
        const double number = quantity->get<double>();
        if (number >= 0 && number <= std::numeric_limits<int>::max())
            item.quantity = int(number);
    }
    const QString own = word(value, {"currency", "currency_code"});
    item.price = money(firstOf(value, {"price", "unit_price", "amount"}),
                       own.isEmpty() ? orderCurrency : own);
    return item;
}

Payment toPayment(const Json &value, const QString &orderCurrency)
{
    Payment payment;
    if (!value.is_object())
        return payment;
    const QString own = word(value, {"currency", "currency_code"});
    payment.id = word(value, {"id", "payment_id", "reference", "number", "name"});
    payment.status = word(value, {"status", "state"});
    payment.amount
        = money(firstOf(value, {"amount", "total", "value"}), own.isEmpty() ? orderCurrency : own);
    payment.at = instantFromRfc3339(word(value, {"at", "captured_at", "created_at", "date"}));
    payment.due = instantFromRfc3339(word(value, {"due", "due_at", "due_date"}));
    return payment;
}

/// {"names": ["…"], "amounts": [12]}: two lists side by side.
QList<OrderItem> fromColumns(const Json &columns, const QString &currency)
{
    QList<OrderItem> items;
    const Json *names = firstOf(columns, {"names"});
    const Json *amounts = firstOf(columns, {"amounts", "prices"});
    if (!names || !names->is_array())
        return items;
    for (size_t i = 0; i < names->size(); ++i) {
        OrderItem item = toItem((*names)[i], currency);
        if (amounts && amounts->is_array() && i < amounts->size())
            item.price = money(&(*amounts)[i], currency);
        items += item;
    }
    return items;
}

} // namespace

Order toOrder(const Json &value)
{
    Order order;
    if (!value.is_object())
        return order;
    const QString currency = word(value, {"currency", "currency_code"});
    order.id = word(value, {"id", "order_id", "orderId", "order_number", "number", "reference"});
    order.status = word(value, {"status", "order_status", "shipping_status", "fulfillment_status"});
    order.total = money(
        firstOf(value, {"total", "total_amount", "grand_total", "total_price", "amount", "price"}),
        currency);
    order.at = instantFromRfc3339(word(
        value,
        {"at", "created_at", "ordered_at", "placed_at", "order_date", "date", "purchase_date"}));
    if (const Json *items = firstOf(value, {"items", "line_items", "products", "lines"})) {
        if (items->is_object())
            order.items = fromColumns(*items, currency);
        if (items->is_array()) {
            for (const Json &item : *items)
                order.items += toItem(item, currency);
        }
    }
    const Json *payments = firstOf(value, {"payments", "captures", "instalments", "installments"});
    if (payments && payments->is_array()) {
        for (const Json &payment : *payments)
            order.payments += toPayment(payment, currency);
    }
    return order;
}

} // namespace baton::packet
