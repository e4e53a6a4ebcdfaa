#include "core/base/Parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace baton {

void inParallel(int count, const std::function<void(int)> &job)
{
    constexpr int mostOthers = 3;
    std::atomic<int> next{0};
    const auto work = [&] {
        for (int i = next++; i < count; i = next++)
            job(i);
    };
    const int cores = std::max(1, int(std::thread::hardware_concurrency()));
    std::vector<std::thread> others(size_t(std::clamp(std::min(cores, count) - 1, 0, mostOthers)));
    for (std::thread &other : others)
        other = std::thread(work);
    work();
    for (std::thread &other : others)
        other.join();
}

} // namespace baton
