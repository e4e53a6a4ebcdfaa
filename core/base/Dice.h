#pragma once

#include <QtCore/QList>
#include <QtCore/QtGlobal>

namespace baton {

/// Numbers that depend on a key and on nothing else: the same on every platform and compiler, which
/// the standard's distributions do not promise. SplitMix64 (Steele, Lea, Flood 2014). What happens
/// to one conversation throws dice of its own, so that nothing else shifts them.
class Dice
{
public:
    /// Different streams and numbers of one seed give unrelated dice.
    explicit Dice(quint64 seed, quint64 stream = 0, quint64 number = 0)
        : m_state(mixed(mixed(mixed(seed) ^ stream) ^ number))
    { }

    quint64 next() { return mixed(m_state += step); }
    /// 0 … count − 1; count ≥ 1.
    int below(qsizetype count) { return int((next() >> 32) * quint64(count) >> 32); }
    /// low … high, both included.
    int between(int low, int high) { return low + below(qsizetype(high) - low + 1); }
    double unit() { return double(next() >> 11) * 0x1p-53; } ///< 0 … 1, 1 excluded
    bool chance(int percent) { return below(100) < percent; }
    template <class T>
    const T &pick(const QList<T> &list)
    {
        return list[below(list.size())];
    }
    /// An index into weights, each as likely as its weight; their sum is ≥ 1.
    qsizetype weighted(const QList<int> &weights)
    {
        qint64 sum = 0;
        for (const int weight : weights)
            sum += weight;
        qint64 left = below(sum);
        for (qsizetype i = 0; i < weights.size(); ++i) {
            left -= weights[i];
            if (left < 0)
                return i;
        }
        return weights.size() - 1;
    }

private:
    static constexpr quint64 step = 0x9e3779b97f4a7c15;
    static constexpr quint64 mixed(quint64 z)
    {
        z += step;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    quint64 m_state;
};

} // namespace baton
