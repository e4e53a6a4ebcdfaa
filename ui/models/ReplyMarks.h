#pragma once

#include "core/domain/Conversation.h"
#include "core/domain/Draft.h"
#include "ui/models/LiveSigns.h"
#include "ui/models/SourceLines.h"

#include <QtCore/QSet>

namespace baton::ui {

/// The numbers that stand behind a sentence of a reply. Offsets are UTF-16 units of its text.
struct SourceMark
{
    struct Number
    {
        int number = 0; ///< as the evidence list counts
        SupportKind kind = SupportKind::Field;
        bool old = false; ///< and cannot be, or was not, looked up again
        bool operator==(const Number &) const = default;
    };
    int at = 0; ///< right behind the sentence
    QList<Number> numbers;
    bool operator==(const SourceMark &) const = default;
};

/// Puts what is on file in the place of what is not.
struct SentenceFix
{
    int begin = 0;
    int end = 0;
    QString with;
    bool operator==(const SentenceFix &) const = default;
};

/// A sentence that needs a look, and why.
struct Doubt
{
    int begin = 0;
    int end = 0;
    QString sentence; ///< folded: what a reason for keeping it belongs to
    QString what;     ///< "Nothing supports €20."
    QString detail;   ///< "KB-212 v7 has €10."; may be empty
    std::optional<SentenceFix> fix;
    bool blocks = false;
    bool operator==(const Doubt &) const = default;
};

/// One of the checks that look at the whole reply.
struct WholeCheck
{
    QString words;
    bool passed = true;
    bool operator==(const WholeCheck &) const = default;
};

/// What a checked reply shows of itself.
struct ReplyMarks
{
    QList<SourceMark> sources;
    QList<Doubt> doubts; ///< by place; without what is kept
    QList<WholeCheck> checks;
    int claims = 0;
    int grounded = 0;
    bool operator==(const ReplyMarks &) const = default;
};

/// kept: sentences (folded) that the agent keeps without a source, for a reason.
ReplyMarks replyMarks(const Draft &checked, const Conversation &conversation,
                      const QSet<QString> &kept, const LiveSigns &live = {});

} // namespace baton::ui
