#pragma once

/// Loops over floats that the compiler makes vectors of. No sum is put in another order and no
/// product is fused, so that all of them give the same bits on every machine.
///
/// A function marked BATON_INLINE may be called from one marked BATON_AVX2 and from a plain one:
/// the same words, compiled for two kinds of processors, picked by hasAvx2() when the program runs.
#if defined(__x86_64__)
#define BATON_AVX2 __attribute__((target("avx2")))
#else
#define BATON_AVX2
#endif
#define BATON_INLINE __attribute__((always_inline)) inline

namespace baton::signs {

inline bool hasAvx2()
{
#if defined(__x86_64__)
    static const bool has = __builtin_cpu_supports("avx2") != 0;
    return has;
#else
    return false;
#endif
}

/// Asks for memory that is read soon; says nothing of what is in it.
template <class Number>
BATON_INLINE void fetchSoon(const Number *from, int size)
{
    constexpr int line = 64 / int(sizeof(Number));
    for (int i = 0; i < size; i += line)
        __builtin_prefetch(from + i, 1);
}

/// to += factor × of
template <class Number>
BATON_INLINE void addScaled(float *__restrict to, const Number *__restrict of, float factor,
                            int size)
{
    for (int i = 0; i < size; ++i)
        to[i] += factor * float(of[i]);
}

/// The sum of the products, in eight parts that are added up in one order.
BATON_INLINE float product(const float *__restrict a, const float *__restrict b, int size)
{
    constexpr int lanes = 8;
    float sums[lanes] = {};
    int i = 0;
    for (; i + lanes <= size; i += lanes) {
        for (int lane = 0; lane < lanes; ++lane)
            sums[lane] += a[i + lane] * b[i + lane];
    }
    for (; i < size; ++i)
        sums[0] += a[i] * b[i];
    return ((sums[0] + sums[1]) + (sums[2] + sums[3]))
        + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

} // namespace baton::signs
