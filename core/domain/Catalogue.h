#pragma once

#include "core/domain/Conversation.h"

#include <QtCore/QHash>

/// The intents that a team knows, as plain values (DESIGN §5). core/policy reads the document.
namespace baton {

enum class Level { Low, High };

struct Example
{
    QString text;
    QString language; ///< BCP 47, as "en"
    bool operator==(const Example &) const = default;
};

struct Intent
{
    QString name;
    QString title;
    QString description;
    Level risk = Level::Low;
    Level complexity = Level::Low;
    std::optional<Route> pin; ///< a tier that overrides the matrix
    QueueId queue;
    QList<Example> examples;
    bool operator==(const Intent &) const = default;
};

struct Catalogue
{
    int version = 0;
    QString name;
    QList<Intent> intents;
    QList<Example> none;    ///< texts that are outside the catalogue
    QByteArray fingerprint; ///< SHA-256 of the document, hex

    /// Null where it has no such intent. Points into the catalogue.
    const Intent *find(const QString &intent) const
    {
        const auto at = m_index.constFind(intent);
        return at == m_index.cend() ? nullptr : &intents[*at];
    }
    QString titleOf(const QString &intent) const ///< its name where it has no such intent
    {
        const Intent *known = find(intent);
        return known ? known->title : intent;
    }
    void index() ///< once intents are complete
    {
        m_index.clear();
        for (qsizetype i = 0; i < intents.size(); ++i)
            m_index.insert(intents[i].name, i);
    }

private:
    QHash<QString, qsizetype> m_index;
};

/// Low/low is A, one of both high B, high/high C; a pin overrides (DESIGN §5).
constexpr Route tierOf(Level risk, Level complexity)
{
    if (risk == Level::High && complexity == Level::High)
        return Route::Escalate;
    return risk == Level::Low && complexity == Level::Low ? Route::Contain : Route::Assist;
}
inline Route tierOf(const Intent &intent)
{
    return intent.pin.value_or(tierOf(intent.risk, intent.complexity));
}

} // namespace baton
