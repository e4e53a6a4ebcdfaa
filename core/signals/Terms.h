#pragma once

#include "core/base/Result.h"
#include "core/domain/Signal.h"

#include <memory>

namespace baton::signs {

/// A text that a rule has to fire on, or must not.
struct TermExample
{
    Phrase phrase = Phrase::Safety;
    QString rule;     ///< as the document names it
    QString language; ///< of the text
    QString text;
    bool fires = false;
};

/// Phrases that fire a rule, from a document of patterns (resources/policy/terms.json): regular
/// expressions in RE2's syntax, matched in linear time against plain text (Plain.h), without regard
/// to case and accents. Immutable once read; any thread.
class Terms
{
public:
    /// InvalidInput: the detail is "POINTER: what"; unknown keys and patterns that RE2 refuses are
    /// errors.
    static Result<Terms> read(const QByteArray &json);
    Terms(Terms &&) noexcept;
    Terms &operator=(Terms &&) noexcept;
    ~Terms();

    static constexpr int mostHits = 8; ///< kept of one phrase in one message
    static constexpr qsizetype longestText
        = 20'000; ///< UTF-16 units of a message that are looked at

    /// What a customer's message says, by place; overlapping hits of one phrase are one.
    QList<PhraseSignal> find(const Message &message) const;

    /// Of the document; patterns of all languages meet every text.
    const QList<TermExample> &examples() const;
    QList<TermExample> wrongExamples() const; ///< those on which find() says otherwise

    const QByteArray &fingerprint() const; ///< SHA-256 of the document, hex

private:
    struct Private;
    explicit Terms(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace baton::signs
