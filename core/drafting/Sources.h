#pragma once

#include "core/domain/Conversation.h"
#include "core/domain/LookUp.h"
#include "core/domain/Passage.h"
#include "core/drafting/Figures.h"
#include "core/drafting/Phrasing.h"
#include "core/drafting/Wording.h"

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
        Wording wording;
        ContentWords whole; ///< for names
        std::vector<Figure> figures;
        int context = -1;  ///< of headings() above it
        int approved = -1; ///< index in approved()
    };

    const std::vector<Statement> &statements() const { return m_statements; }
    /// What it stands under; null for what stands alone.
    const Wording *contextOf(const Statement &statement) const
    {
        return statement.context < 0 ? nullptr : &m_headings[size_t(statement.context)];
    }
    const QList<Approved> &approved() const { return m_approved; }
    const Written &today() const { return m_today; }

private:
    void addPassages(const QList<Passage> &passages);
    void addSteps(const Conversation &conversation);
    void addOrders(const Conversation &conversation, const QList<baton::LookUp> &lookUps);
    void addLookUps(const QList<baton::LookUp> &lookUps, const QString &currency);
    void addMessages(const Conversation &conversation);
    void addFields(const Conversation &conversation, const Person &agent);
    void add(Origin origin, Support support, const QString &text, const Written &written);
    Written on(Instant instant) const;

    QByteArray m_zone;
    Written m_today;
    QList<Approved> m_approved;
    std::vector<Statement> m_statements;
    std::vector<Wording> m_headings;
};

/// The words for a local day and time, as figures are read from: "2025-11-17 18:00".
QString stamp(Instant instant, const QByteArray &zone);
/// A tool's result or arguments (compact JSON, or a text) as lines "key: value"; amounts get the
/// currency that stands beside them, else the given one. Bounded in depth and length.
QString flattened(const QString &json, const QString &currency);
/// ISO 4217 for none: it matches any.
inline constexpr QStringView noCurrency = u"XXX";
/// The same, but each object of a list apart, with the members of what it lies in: what is true of
/// one order is not true of the next. An amount of which no currency is known has noCurrency.
QStringList recordsOf(const QString &json, const QString &currency);
/// What the customer pays in; empty where nothing tells.
QString currencyOf(const Conversation &conversation);
/// "€179.00" would be found again: "179.00 EUR".
QString written(const Money &money);

} // namespace baton::drafting
