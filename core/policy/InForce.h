#pragma once

#include "core/policy/Policy.h"

#include <QtCore/QMutex>

#include <memory>

namespace baton::policy {

/// The policy that holds now, for whoever asks on whatever thread.
class InForce
{
public:
    explicit InForce(Policy policy)
        : m_policy(std::make_shared<const Policy>(std::move(policy)))
    { }

    std::shared_ptr<const Policy> get() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_policy;
    }
    void set(Policy policy)
    {
        auto next = std::make_shared<const Policy>(std::move(policy));
        const QMutexLocker lock(&m_mutex);
        m_policy.swap(next);
    }

private:
    mutable QMutex m_mutex;
    std::shared_ptr<const Policy> m_policy;
};

} // namespace baton::policy
