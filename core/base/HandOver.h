#pragma once

/// Marks where a value passes from one thread to another by way of Qt, whose libraries are not
/// built for the thread sanitizer: without the marks it sees no order between the two sides and
/// reports races that are none. Nothing in any other build.
#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace baton {

inline void handsOver([[maybe_unused]] const void *what)
{
#if defined(__SANITIZE_THREAD__)
    __tsan_release(const_cast<void *>(what));
#endif
}

inline void takesOver([[maybe_unused]] const void *what)
{
#if defined(__SANITIZE_THREAD__)
    __tsan_acquire(const_cast<void *>(what));
#endif
}

} // namespace baton
