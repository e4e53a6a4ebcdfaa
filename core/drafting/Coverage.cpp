#include "core/drafting/Coverage.h"

#include "core/drafting/WordingTables.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QList>

#include <algorithm>

namespace baton::drafting {

namespace {

const QHash<unsigned, QList<unsigned>> &opposites()
{
    static const auto all = [] {
        QHash<unsigned, QList<unsigned>> pairs;
        for (const auto &[one, other] : oppositeWords) {
            const unsigned a = keyOf(one);
            const unsigned b = keyOf(other);
            pairs[a].append(b);
            pairs[b].append(a);
        }
        return pairs;
    }();
    return all;
}

} // namespace

Coverage::Coverage(const Wording &said)
    : m_said(&said)
    , m_covered(said.terms.size(), false)
    , m_weight(said.weight())
{ }

bool Coverage::covers(const Term &term, const Wording &evidence, const Wording *context) const
{
    return evidence.find(term.key) || (context && context->find(term.key))
        || (term.feels > 0 && evidence.good) || (term.feels < 0 && evidence.bad);
}

void Coverage::add(const Wording &evidence, const Wording *context)
{
    for (size_t i = 0; i < m_covered.size(); ++i) {
        const Term &term = m_said->terms[i];
        m_covered[i] = m_covered[i] || covers(term, evidence, context);
        const Term *same = evidence.find(term.key);
        if (same && same->weight == 1) {
            m_deniesSame += same->denied ? 1 : 0;
            m_saidDenied += term.denied ? 1 : 0;
            m_bothDenied += same->denied && term.denied ? 1 : 0;
        }
        const auto opposite = same ? opposites().cend() : opposites().constFind(term.key);
        m_opposite = m_opposite
            || (opposite != opposites().cend()
                && std::any_of(opposite->begin(), opposite->end(), [&](unsigned key) {
                       return evidence.find(key) && !m_said->find(key);
                   }));
    }
    m_strengths |= evidence.strengths | (context ? context->strengths : 0);
}

double Coverage::share() const
{
    double got = 0;
    for (size_t i = 0; i < m_covered.size(); ++i)
        got += m_covered[i] ? double(m_said->terms[i].weight) : 0;
    return m_weight <= 0 ? 0 : got / m_weight;
}

double Coverage::shareWith(const Wording &evidence, const Wording *context) const
{
    double got = 0;
    for (size_t i = 0; i < m_covered.size(); ++i) {
        const Term &term = m_said->terms[i];
        got += m_covered[i] || covers(term, evidence, context) ? double(term.weight) : 0;
    }
    return m_weight <= 0 ? 0 : got / m_weight;
}

bool Coverage::conflicts() const
{
    // Where both deny something, the reach of a "not" may differ by a word or two.
    const int apart = m_deniesSame + m_saidDenied - 2 * m_bothDenied;
    return m_opposite || (m_deniesSame > 0) != (m_saidDenied > 0)
        || (apart > 1 && apart > m_bothDenied);
}

bool Coverage::hasNames() const
{
    for (size_t i = 0; i < m_covered.size(); ++i) {
        if (m_said->terms[i].name && !m_covered[i])
            return false;
    }
    return true;
}

bool Coverage::hasStates() const
{
    for (size_t i = 0; i < m_covered.size(); ++i) {
        if (m_said->terms[i].state && !m_covered[i])
            return false;
    }
    return true;
}

bool Coverage::swaps(const Wording &evidence) const
{
    const auto tells = [](const Term &term) { return term.capital && term.weight == 1; };
    bool added = false;
    for (size_t i = 0; i < m_covered.size(); ++i)
        added = added || (!m_covered[i] && tells(m_said->terms[i]));
    return added
        && std::any_of(evidence.terms.begin(), evidence.terms.end(),
                       [&](const Term &term) { return tells(term) && !m_said->find(term.key); });
}

} // namespace baton::drafting
