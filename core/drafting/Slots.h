#pragma once

#include "core/drafting/Phrases.h"
#include "core/drafting/Sources.h"

namespace baton::drafting {

struct SlotValue
{
    QString text; ///< in the language's notation
    Support source;
    bool operator==(const SlotValue &) const = default;
};

/// What a conversation says of the things that playbooks speak of: from the packet's fields and
/// orders, from what tools returned, from the words of the customer. What nothing says has no
/// value; nothing is guessed: an order is the one that was named last, or the only one. Immutable.
class Slots
{
public:
    Slots(const Grounds &grounds, const Phrases &phrases, const QString &language);

    /// Every slot that a playbook may name. {due} is none that a conversation gives.
    static const QStringList &names();

    /// Null where nothing gives it.
    const SlotValue *find(const QString &name) const;

private:
    struct Code
    {
        QString text;
        Support source;
    };

    void readPeople(const Grounds &grounds);
    void readCodes(const Grounds &grounds);
    void readOrder(const Grounds &grounds);
    void readPayment(const Grounds &grounds);
    void readCarrier(const Grounds &grounds);
    void readPromise(const Grounds &grounds);
    void put(const QString &name, const QString &text, const Support &source);
    /// Where a tool's result or arguments have the code, newest first; null source where none does.
    static std::optional<Support> lookUpOf(const Conversation &conversation, const QString &code);

    const Phrases &m_phrases;
    QString m_language;
    QHash<QString, SlotValue> m_values;
};

/// The scalar members, as texts, of the first object in a compact JSON that has value as one of
/// them. Empty where none has.
QHash<QString, QString> membersBeside(const QString &json, const QString &value);

} // namespace baton::drafting
