#pragma once

#include <QtCore/QtGlobal>

#include <random>

namespace baton::sync {

/// When to try again after failures in a row: 1 s, 2 s, 4 s … 60 s, each shortened by up to half at
/// random, so that desks which lost the same server do not all come back at once. No clock of its
/// own: times are Clock::steadyMs() of the caller.
class Backoff
{
public:
    static constexpr qint64 firstMs = 1000;
    static constexpr qint64 longestMs = 60000;

    explicit Backoff(quint32 seed)
        : m_random(seed)
    { }

    /// Counts a failure at this moment and gives the moment of the next try.
    qint64 failed(qint64 steadyMs);
    void succeeded();
    int failures() const { return m_failures; }

private:
    std::minstd_rand m_random;
    int m_failures = 0;
};

} // namespace baton::sync
