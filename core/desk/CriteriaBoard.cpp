#include "core/desk/CriteriaBoard.h"

#include "core/base/Async.h"
#include "core/quality/Scorecards.h"
#include "core/store/Store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

bool asksTheSame(const Scorecard &a, const Scorecard &b)
{
    return a.title == b.title && a.criteria == b.criteria;
}

} // namespace

CriteriaBoard::CriteriaBoard(store::Store &store, const Clock &clock, const Agent &agent)
    : m_store(store)
    , m_clock(clock)
    , m_agent(agent)
    , m_cards({quality::bundledScorecard()})
{
    m_shown.kept = m_cards.first();
    m_shown.edited = m_shown.kept;
    m_shown.mayEdit = m_agent.role == Role::Lead;
}

void CriteriaBoard::publish()
{
    m_shown.mayEdit = m_agent.role == Role::Lead;
    const CriteriaSnapshot shown = m_shown;
    Q_EMIT changed(shown);
}

void CriteriaBoard::refreshRole()
{
    if (m_shown.mayEdit != (m_agent.role == Role::Lead))
        publish();
}

void CriteriaBoard::start()
{
    onFinished(m_store.scorecards(), this, [this](const Result<QList<ScorecardVersion>> &versions) {
        if (!versions)
            Q_EMIT failed(versions.error());
        else
            take(*versions);
    });
}

/// Nothing that was edited meanwhile is lost.
void CriteriaBoard::take(const QList<ScorecardVersion> &versions)
{
    const Scorecard bundled = quality::bundledScorecard();
    m_cards.clear();
    m_shown.versions.clear();
    for (ScorecardVersion version : versions) {
        const Result<Scorecard> card = quality::readScorecard(version.file);
        if (!card) {
            Q_EMIT failed(
                {ErrorCode::Corrupt, u"scorecard v%1"_s.arg(version.version), card.error().detail});
            continue;
        }
        m_cards.append(*card);
        version.file.clear();
        m_shown.versions.append(version);
    }
    m_cards.append(bundled);
    const bool follows = !m_shown.isChanged();
    m_shown.kept = m_cards.first();
    m_shown.bundled = asksTheSame(m_shown.kept, bundled);
    if (follows)
        m_shown.edited = m_shown.kept;
    m_shown.edited.version = m_shown.kept.version;
    m_shown.flaws = quality::flawsOf(m_shown.edited);
    Q_EMIT cardsChanged(m_cards);
    publish();
}

void CriteriaBoard::edit(const Scorecard &card)
{
    if (m_agent.role != Role::Lead)
        return;
    m_shown.edited = card;
    m_shown.edited.version = m_shown.kept.version;
    m_shown.flaws = quality::flawsOf(m_shown.edited);
    m_shown.problem.reset();
    publish();
}

void CriteriaBoard::addCriterion()
{
    Scorecard wish = m_shown.edited;
    const auto isTaken = [&](const QString &name) {
        const auto has = [&name](const Scorecard &card) {
            return std::ranges::find(card.criteria, name, &Criterion::name) != card.criteria.end();
        };
        return has(wish) || std::any_of(m_cards.begin(), m_cards.end(), has);
    };
    int number = 1;
    while (isTaken(u"criterion_%1"_s.arg(number)))
        ++number;
    Criterion criterion;
    criterion.name = u"criterion_%1"_s.arg(number);
    wish.criteria.append(criterion);
    edit(wish);
}

void CriteriaBoard::discard()
{
    edit(m_shown.kept);
}

void CriteriaBoard::editBundled()
{
    edit(quality::bundledScorecard());
}

void CriteriaBoard::save()
{
    if (m_agent.role != Role::Lead || !m_shown.isChanged() || !m_shown.flaws.isEmpty()
        || m_shown.saving)
        return;
    Scorecard next = m_shown.edited;
    for (Criterion &criterion : next.criteria) {
        criterion.title = criterion.title.trimmed();
        criterion.hint = criterion.hint.trimmed();
    }
    for (const Scorecard &card : m_cards)
        next.version = std::max(next.version, card.version);
    ++next.version;
    m_shown.saving = true;
    publish();
    const ScorecardVersion version{next.version, m_agent.person(), m_clock.now(),
                                   quality::writeScorecard(next)};
    onFinished(m_store.addScorecard(version), this,
               [this, was = m_shown.edited](const Result<void> &added) {
                   m_shown.saving = false;
                   if (!added) {
                       m_shown.problem = added.error();
                       return publish();
                   }
                   if (m_shown.edited == was)
                       m_shown.edited = m_shown.kept; // follows what is kept
                   publish();
                   start();
               });
}

} // namespace baton
