#pragma once

#include "core/domain/Conversation.h"
#include "core/domain/LookUp.h"
#include "core/domain/Passage.h"
#include "core/drafting/Figures.h"
#include "core/drafting/Phrasing.h"

namespace baton::drafting {

/// A sentence of a playbook with its slots filled: it may be said as it stands, in its language,
/// because of what it rests on. Without supports it is a courtesy.
struct Approved
{
    QString text;
    QList<Support> supports;
    bool operator==(const Approved &) const = default;
};

/// All that a draft may rest on.
struct Grounds
{
    Conversation conversation;
    QList<Passage> passages;
    QList<LookUp> lookUps;
    QList<Approved> approved;
    Person agent; ///< who will send it
    Instant now;
    QByteArray zone = "UTC"; ///< IANA; the days in which we and the customer speak
};

/// Grounds made ready: cut into statements, with their figures and words. Immutable.
class Sources
{
public:
    explicit Sources(const Grounds &grounds);

    enum class Origin {
        Passage,
        Approved,
        Step,
        FailedStep,
        Order,
        LookUp,
        CustomerMessage,
        BotMessage,
        OwnMessage, ///< of colleagues, notes too
        Field
    };

    /// The smallest piece that can support a sentence.
    struct Statement
    {
        Origin origin = Origin::Field;
        Support support; ///< of an approved sentence: its first
        QString text;
        ContentWords words;
        ContentWords whole;   ///< for names
        ContentWords context; ///< of the headings above it
        std::vector<Figure> figures;
        bool negates = false;
        int approved = -1; ///< index in approved()
    };

    const std::vector<Statement> &statements() const { return m_statements; }
    const QList<Approved> &approved() const { return m_approved; }
    const Written &today() const { return m_today; }

private:
    void addPassages(const QList<Passage> &passages);
    void addSteps(const Conversation &conversation);
    void addOrders(const Conversation &conversation);
    void addLookUps(const QList<baton::LookUp> &lookUps, const QString &currency);
    void addMessages(const Conversation &conversation);
    void addFields(const Conversation &conversation, const Person &agent);
    void add(Origin origin, Support support, const QString &text, const Written &written);
    Written on(Instant instant) const;

    QByteArray m_zone;
    Written m_today;
    QList<Approved> m_approved;
    std::vector<Statement> m_statements;
};

/// The words for a local day and time, as figures are read from: "2025-11-17 18:00".
QString stamp(Instant instant, const QByteArray &zone);
/// A tool's result or arguments (compact JSON, or a text) as lines "key: value"; amounts get the
/// currency that stands beside them, else the given one. Bounded in depth and length.
QString flattened(const QString &json, const QString &currency);
/// What the customer pays in; empty where nothing tells.
QString currencyOf(const Conversation &conversation);
/// "€179.00" would be found again: "179.00 EUR".
QString written(const Money &money);

} // namespace baton::drafting
