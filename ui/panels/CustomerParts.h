#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace baton::ui {

class Avatar;
class FactRow;
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
    void setCustomer(const Customer &customer, const QString &shownName,
                     const std::optional<Mood> &mood = {});
    void refreshTimes();

private:
    QString theirTime() const;
    void addMood(const Mood &mood);

    const Clock &m_clock;
    Customer m_customer;
    QString m_name;
    std::optional<Mood> m_mood;
    Label *m_time = nullptr;
};

class OrderList : public FactList
{
    Q_OBJECT

public:
    OrderList(const Look &look, const Clock &clock, QWidget *parent = nullptr);
    void setOrders(const QList<Order> &orders);

private:
    void addOrder(const Order &order);

    const Clock &m_clock;
    QList<Order> m_orders;
};

class EarlierContacts : public FactList
{
    Q_OBJECT

public:
    EarlierContacts(const Look &look, const Clock &clock, QWidget *parent = nullptr);
    void setContacts(const QList<QueueRow> &rows);

Q_SIGNALS:
    void openRequested(const baton::ConversationId &id);

private:
    const Clock &m_clock;
    QList<QueueRow> m_rows;
};

/// What other customers asked that is like this, and what it took.
class SimilarCases : public FactList
{
    Q_OBJECT

public:
    explicit SimilarCases(const Look &look, QWidget *parent = nullptr);
    void setCases(const QList<SimilarCase> &cases);

Q_SIGNALS:
    void openRequested(const baton::ConversationId &id);

private:
    QList<SimilarCase> m_cases;
};

} // namespace baton::ui
