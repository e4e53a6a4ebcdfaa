#include "core/sync/demo/Ledger.h"

namespace baton::sync::demo {

void Ledger::note(const Customer &customer)
{
    const std::lock_guard lock(m_mutex);
    m_customers.insert(customer.id.text(), customer);
    for (const Order &order : customer.orders)
        m_sales.insert(order.id, {order, customer.id.text()});
}

void Ledger::setOpen(bool open)
{
    const std::lock_guard lock(m_mutex);
    m_open = open;
}

bool Ledger::isOpen() const
{
    const std::lock_guard lock(m_mutex);
    return m_open;
}

std::optional<Customer> Ledger::customer(const QString &id) const
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_customers.constFind(id);
    return at == m_customers.cend() ? std::nullopt : std::optional(*at);
}

std::optional<Ledger::Sale> Ledger::sale(const QString &order) const
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_sales.constFind(order);
    return at == m_sales.cend() ? std::nullopt : std::optional(*at);
}

} // namespace baton::sync::demo
