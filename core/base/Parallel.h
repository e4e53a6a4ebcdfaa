#pragma once

#include <functional>

namespace baton {

/// Runs job(0) … job(count − 1), each once and in about this order, on the calling thread and on as
/// many more as there are other cores, at most three. Returns when all are done. Jobs throw
/// nothing.
void inParallel(int count, const std::function<void(int)> &job);

} // namespace baton
