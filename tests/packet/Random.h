#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDebug>
#include <QtCore/QRandomGenerator>

#include <random>
#include <vector>

/// The same numbers for the same seed everywhere (the standard's distributions differ by library).
class Random
{
public:
    explicit Random(quint64 seed)
        : m_engine(seed)
    { }

    /// The seed in BATON_TEST_SEED, else a new one; either way it is printed.
    static quint64 seed()
    {
        bool given = false;
        quint64 seed = qgetenv("BATON_TEST_SEED").toULongLong(&given);
        if (!given)
            seed = QRandomGenerator::global()->generate64();
        qInfo("seed: BATON_TEST_SEED=%llu", seed);
        return seed;
    }

    /// 0 to count − 1.
    size_t below(size_t count) { return size_t(m_engine() % count); }
    int between(int least, int most) { return least + int(below(size_t(most - least + 1))); }
    bool oneIn(size_t count) { return below(count) == 0; }

    template <class Container>
    const auto &oneOf(const Container &container)
    {
        return *(std::begin(container) + qsizetype(below(std::size(container))));
    }

private:
    std::mt19937_64 m_engine;
};
