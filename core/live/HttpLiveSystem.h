#pragma once

#include "core/live/LiveSystem.h"

#include <memory>

namespace baton::live {

/// By HTTP. Follows no redirect, keeps no cookie, and reads no more than largestAnswer bytes. The
/// secret goes into its header alone, never into an error or a log.
class HttpLiveSystem final : public LiveSystem
{
public:
    /// Gives a system's secret; empty where there is none. Called by ask().
    using SecretOf = std::function<QByteArray(const System &system)>;
    static QByteArray fromEnvironment(const System &system);

    explicit HttpLiveSystem(SecretOf secretOf = &fromEnvironment);
    ~HttpLiveSystem() override; ///< gives up what is under way
    QFuture<Result<Reply>> ask(const Call &call) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace baton::live
