#pragma once

#include "core/base/Clock.h"
#include "core/base/Id.h"

#include <QtCore/QStringList>

/// What a language model writes for an agent (DESIGN §6), and what becomes of it. Plain values.
namespace baton {

enum class ModelTask { Reply, Warmer, Plainer, Shorter, MoreFormal, SorryOnce, Translate, Summary };
/// Of the agent's own words, in their language: figures have to stay.
constexpr bool keepsFigures(ModelTask task)
{
    return task != ModelTask::Reply && task != ModelTask::Translate && task != ModelTask::Summary;
}

enum class ModelState {
    Connecting,
    Waiting, ///< the server has the request
    Streaming,
    Complete,
    Truncated, ///< the server allowed no more
    Filtered,
    Cancelled,
    Interrupted, ///< it ended, or fell silent, in the middle
    Failed       ///< before any text
};
constexpr bool isOver(ModelState state)
{
    return state > ModelState::Streaming;
}

/// Why a text is not complete.
enum class ModelTrouble {
    None,
    Address,    ///< is none
    Connection, ///< nobody answers, or hangs up
    Silence,    ///< not in time
    Busy,
    NoQuota,
    Key,      ///< is wrong, or may not
    NoKey,    ///< its environment variable is not set
    NotThere, ///< the path or the model
    TooLong,  ///< more text than the server takes
    Redirect,
    Declined, ///< by a filter or the model
    NoAnswer, ///< what came is no answer, or an empty one
    TooLarge,
    Server,    ///< an error of its own
    StaysHere, ///< the policy keeps the conversation from models
    Unchecked  ///< nothing that a draft could be checked against
};

/// Written so far, or to the end. Only Complete may go out without a warning.
struct ModelText
{
    quint64 run = 0; ///< of the same number: one text
    ConversationId conversation;
    ModelTask task = ModelTask::Reply;
    ModelState state = ModelState::Connecting;
    ModelTrouble trouble = ModelTrouble::None;
    QString text;            ///< as it would go out; masks are put back
    QString original;        ///< what a rewrite stands in place of
    QStringList altered;     ///< figures of the original that a rewrite lacks, or made up
    bool thinks = false;     ///< reasons, and has written nothing yet
    bool readInPart = false; ///< the server took only a part of what was sent
    qint64 sinceSteadyMs = 0;
    bool operator==(const ModelText &) const = default;
};

/// Exactly what left this computer.
struct SentToModel
{
    Instant at;
    ConversationId conversation;
    ModelTask task = ModelTask::Reply;
    QString place;   ///< the server's address
    QByteArray body; ///< without headers, so without the key
    bool operator==(const SentToModel &) const = default;
};

} // namespace baton
