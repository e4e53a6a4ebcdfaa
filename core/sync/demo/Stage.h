#pragma once

#include "core/domain/Catalogue.h"
#include "core/sync/demo/Cast.h"
#include "core/sync/demo/Scene.h"
#include "core/sync/demo/Template.h"

#include <memory>

namespace baton::sync::demo {

/// 2025-11-18 14:06 in Berlin, when the scenario starts.
constexpr Instant scenarioStart{1763471160000};

/// Short sentences for what no template has.
struct Phrases
{
    QList<QString> thanks;
    QList<QString> closing;
    QList<QString> impatient;
    QString botAgain; ///< the bot, to a customer who is back
    QString againNeed;
    QString againReply;
    QString goodwill;        ///< what a draft promised and nothing supported
    QList<QString> coaching; ///< what leads write to colleagues
    /// Words of a reply, and what its draft said in their place.
    QList<std::pair<QString, QString>> drafted;
};

/// A conversation that is there when the scenario starts.
struct OpeningEntry
{
    qsizetype story = 0; ///< index into templates
    int minutesAgo = 0;  ///< it was handed off, or begun with the bot
    QString customer;    ///< empty: whoever comes
    ValueTier value = ValueTier::Absent;
    QString owner;  ///< "me", a colleague's id, or empty
    QString noteBy; ///< a colleague's id, who has written the story's note already; or empty
};

/// Everything that is written down for the demo, read once. A value; any thread may read it.
struct Stage
{
    QList<Template> templates;
    Cast cast;
    QHash<QString, Phrases> phrases; ///< by language
    QList<OpeningEntry> waiting;
    QList<OpeningEntry> withTheBot;
    QHash<QString, QString> queues; ///< by intent

    QString queueOf(const QString &intent, ValueTier value) const;
};

QList<Scene> bundledScenes();
/// From resources/demo and the bundled catalogue. About 30 ms.
std::shared_ptr<const Stage> bundledStage();

} // namespace baton::sync::demo
