#pragma once

#include "core/base/Result.h"
#include "core/domain/Conversation.h"
#include "core/quality/Reliability.h"

#include <QtCore/QList>

/// The immutable snapshots that LabelBoard publishes. Values; thread-free.
namespace baton {

inline constexpr int labelsAtOnce = 40;

enum class LabelState { Open, Right, Wrong, Skipped };

/// A reading that is looked at.
struct LabelItem
{
    qint64 row = 0;
    ConversationId id;
    QString text; ///< what the intent was read from; never empty
    Channel channel = Channel::Chat;
    QString locale;        ///< of the packet; may be empty
    QString intent;        ///< as it was read
    double confidence = 0; ///< 0 … 1
    LabelState state = LabelState::Open;
    QString became; ///< of a wrong one; empty: none of these
    bool operator==(const LabelItem &) const = default;
};

struct LabelSnapshot
{
    bool isRead = false; ///< false: they are being drawn
    QList<LabelItem> items;
    qsizetype at = 0;    ///< the one that is looked at; items.size(): all were
    qint64 readings = 0; ///< of the window, that name an intent
    qint64 looked = 0;   ///< of those, by somebody before
    std::optional<Error> problem;

    int count(LabelState state) const;
    bool isOver() const { return isRead && at >= items.size(); }
    quality::Proportion right() const { return {count(LabelState::Right), told()}; }
    qint64 told() const { return count(LabelState::Right) + count(LabelState::Wrong); }
    quality::Bounds interval() const { return quality::wilson(right(), quality::z95); }
};

} // namespace baton
