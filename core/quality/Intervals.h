#pragma once

#include <QtCore/QtGlobal>

#include <vector>

/// The statistics that limits rest on (DESIGN §7). Pure. A level is given as the number of standard
/// deviations z that a one-sided interval leaves out, or as the p-value it stands for.
namespace baton::quality {

/// How many of n did. 0 ≤ hits ≤ n.
struct Proportion
{
    qint64 hits = 0;
    qint64 n = 0;
    double value() const { return n > 0 ? double(hits) / double(n) : 0; }
    Proportion &operator+=(const Proportion &other)
    {
        hits += other.hits;
        n += other.n;
        return *this;
    }
    bool operator==(const Proportion &) const = default;
};

struct Bounds
{
    double lower = 0;
    double upper = 1;
};

/// A mean and what it was made of. variance is the unbiased one; n ≥ 2 where it is used.
struct Sample
{
    double mean = 0;
    double variance = 0;
    qint64 n = 0;
};

double tailOf(double z);  ///< of the standard normal distribution, above z
double levelOf(double p); ///< z, so that tailOf(z) is p; 0 < p < 1

inline constexpr double z95 = 1.959963984540054; ///< of a two-sided interval of 95 %

/// The score interval of one proportion, without continuity correction. {0, 1} of nothing.
/// (E. B. Wilson, Journal of the American Statistical Association 22, 1927, 209–212.)
Bounds wilson(const Proportion &of, double z);

/// Of a − b, by the score intervals of both: method 10 of R. G. Newcombe, "Interval estimation for
/// the difference between independent proportions", Statistics in Medicine 17, 1998, 873–890.
Bounds newcombe(const Proportion &a, const Proportion &b, double z);

/// How surely a is greater than b: the p-value at which the one-sided interval of newcombe() just
/// holds 0. 1 where a is not greater.
double fallOf(const Proportion &a, const Proportion &b);

/// How surely a share is under a level: the p-value at which the one-sided interval of wilson()
/// just holds the level. 1 where it is not under it, or of nothing. 0 < level < 1.
double shortOf(double level, const Proportion &of);

/// How surely a's mean is greater than b's: one-sided, with unequal variances.
/// (B. L. Welch, Biometrika 34, 1947, 28–35; degrees of freedom by Satterthwaite.)
struct Welch
{
    double t = 0;
    double freedom = 0;
    double p = 1;
};
Welch welch(const Sample &a, const Sample &b);

/// Each p-value as it counts among all that were looked at: those at most alpha are rejected with a
/// family-wise error of at most alpha. (S. Holm, Scandinavian Journal of Statistics 6, 1979,
/// 65–70.)
std::vector<double> holm(const std::vector<double> &p);

} // namespace baton::quality
