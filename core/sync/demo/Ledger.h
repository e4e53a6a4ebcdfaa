#pragma once

#include "core/domain/Conversation.h"

#include <QtCore/QHash>

#include <mutex>

namespace baton::sync::demo {

/// The books of the invented company: its customers and their orders as they come up in
/// conversations. Any thread.
class Ledger
{
public:
    void note(const Customer &customer);
    void setOpen(bool open); ///< false while a scene has taken the network away

    bool isOpen() const;
    std::optional<Customer> customer(const QString &id) const;
    /// The order and whose it is.
    struct Sale
    {
        Order order;
        QString customer;
    };
    std::optional<Sale> sale(const QString &order) const;

private:
    mutable std::mutex m_mutex;
    bool m_open = true;
    QHash<QString, Customer> m_customers;
    QHash<QString, Sale> m_sales;
};

} // namespace baton::sync::demo
