#include "core/sync/Backoff.h"

#include <algorithm>

namespace baton::sync {

qint64 Backoff::failed(qint64 steadyMs)
{
    constexpr int enough = 6; // 2^6 s is beyond the longest wait
    const qint64 full = std::min(longestMs, firstMs << std::min(m_failures, enough));
    ++m_failures;
    const qint64 shortest = std::max(firstMs, full / 2);
    return steadyMs + std::uniform_int_distribution<qint64>(shortest, full)(m_random);
}

void Backoff::succeeded()
{
    m_failures = 0;
}

} // namespace baton::sync
