#pragma once

#include "core/drafting/PrivateWords.h"

#include <QtCore/QRegularExpression>

/// The parts of PrivateWords: each takes what it finds among what is still free.
namespace baton::drafting {

/// A text of which stretches are taken, or are to stay as they are.
class Taken
{
public:
    explicit Taken(const QString &whole)
        : text(whole)
        , m_free(size_t(whole.size()), true)
    { }

    const QString &text; ///< outlives this
    bool isFree(qsizetype at) const { return at >= 0 && at < text.size() && m_free[size_t(at)]; }
    bool isFree(qsizetype begin, qsizetype end) const;
    void keep(qsizetype begin, qsizetype end); ///< stays, and nothing else takes it
    void take(Private kind, qsizetype begin, qsizetype end);
    /// Whatever a pattern's group matches and is free as a whole.
    void takeAll(Private kind, const QRegularExpression &pattern, int group = 0);
    void keepAll(const QRegularExpression &pattern);
    std::vector<PrivateStretch> stretches() const; ///< by place

private:
    std::vector<bool> m_free;
    std::vector<PrivateStretch> m_taken;
};

/// A mask as it is written, brackets or none: its kind and number are groups 1 and 2, or 3 and 4.
const QRegularExpression &writtenMask();

void takeAddresses(Taken &taken);
void takeNumbers(Taken &taken, const KnownPrivate &known);
void takeNames(Taken &taken, const KnownPrivate &known);

} // namespace baton::drafting
