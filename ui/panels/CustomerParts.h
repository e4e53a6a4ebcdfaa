#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace baton::ui {

class Avatar;
class FactRow;
struct ContactText;
struct FactText;
class Label;

/// Lines that are made anew when what they show changes.
class FactList : public QWidget
{
    Q_OBJECT

public:
    explicit FactList(const Look &look, QWidget *parent = nullptr);

protected:
    void clear();
    void add(const FactText &text);
    void add(QWidget *row);
    void addQuiet(const QString &words);
    const Look &m_look;

private:
    QVBoxLayout *m_column;
};

/// Who the customer is: name, contact, local time, identity, attributes, value.
class CustomerFacts : public FactList
{
    Q_OBJECT

public:
    CustomerFacts(const Look &look, const Clock &clock, QWidget *parent = nullptr);
    /// Their mood is left out while the conversation is not read.
    void setCustomer(const Customer &customer, const std::optional<Judged> &judged);
    void refreshTimes();
    void setCornerRoom(int width) { m_cornerRoom = width; } ///< kept free right of the name, px

private:
    QString theirTime() const;
    void addMood(const Mood &mood);

    const Clock &m_clock;
    Customer m_customer;
    std::optional<Mood> m_mood;
    Label *m_time = nullptr;
    bool m_apart = false; ///< the time stands below the address, not behind it
    int m_cornerRoom = 0;
};

class OrderList : public FactList
{
    Q_OBJECT

public:
    OrderList(const Look &look, const Clock &clock, QWidget *parent = nullptr);
    void setOrders(const QList<Order> &orders);

private:
    static QString itemName(const OrderItem &item);
    void addOrder(const Order &order);
    void addPayment(const Payment &payment);

    const Clock &m_clock;
    QList<Order> m_orders;
};

/// Other conversations, which can be opened.
class ContactList : public FactList
{
    Q_OBJECT

public:
    using FactList::FactList;

Q_SIGNALS:
    void openRequested(const baton::ConversationId &id);

protected:
    void addContact(const ConversationId &id, const ContactText &text);
};

class EarlierContacts : public ContactList
{
    Q_OBJECT

public:
    EarlierContacts(const Look &look, const Clock &clock, QWidget *parent = nullptr);
    void setContacts(const QList<QueueRow> &rows);

private:
    const Clock &m_clock;
    QList<QueueRow> m_rows;
};

/// What other customers asked that is like this, and what it took.
class SimilarCases : public ContactList
{
    Q_OBJECT

public:
    using ContactList::ContactList;
    void setCases(const QList<SimilarCase> &cases);

private:
    QList<SimilarCase> m_cases;
};

} // namespace baton::ui
