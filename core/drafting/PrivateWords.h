#pragma once

#include "core/domain/Conversation.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QStringView>

#include <vector>

/// What in a text tells who somebody is, what they pay with, or which order is theirs, for leaving
/// it out of what is sent away. Unlike core/base/PersonalData.h, which shows and judges what it is
/// sure of, this one rather takes too much: what it takes comes back.
namespace baton::drafting {

enum class Private { Email, Phone, Card, Iban, Number, Order, Address, Name, Link };

struct PrivateStretch
{
    Private kind = Private::Number;
    qsizetype begin = 0; ///< UTF-16 units
    qsizetype end = 0;
    bool operator==(const PrivateStretch &) const = default;
};

/// What a packet's fields say: names, contacts, numbers. They are found however they are written.
class KnownPrivate
{
public:
    KnownPrivate() = default;
    KnownPrivate(const Conversation &conversation, const Person &agent);

    struct Known
    {
        Private kind = Private::Name;
        QString value;
        QRegularExpression spelling; ///< however it is written
    };
    const std::vector<Known> &all() const { return m_all; } ///< the longest first
    /// Words of what was bought: names of nobody, and numbers of nothing.
    bool isOfProduct(const QString &word) const { return m_products.contains(word); }
    const QString &language() const { return m_language; } ///< "de", or another

private:
    void add(Private kind, const QString &value);
    void addName(const QString &name);

    std::vector<Known> m_all;
    QSet<QString> m_products; ///< lower case
    QString m_language;
};

/// By place, not overlapping. Amounts of money, days and times stay. Linear but for names that are
/// known; meant for a message at a time. Pure; any thread.
std::vector<PrivateStretch> privateIn(const QString &text, const KnownPrivate &known);

} // namespace baton::drafting
