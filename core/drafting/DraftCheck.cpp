#include "core/drafting/DraftCheck.h"

#include "core/base/Text.h"
#include "core/drafting/Coverage.h"
#include "core/drafting/FigureCheck.h"
#include "core/drafting/Phrasing.h"

#include <algorithm>
#include <tuple>

namespace baton::drafting {

namespace {

/// Share of what is said that one or two statements have to hold; where an error costs nobody
/// money, time or rights, other words for the same are more likely than a lie.
constexpr double enough = 0.6;
constexpr double enoughOfOther = 0.55;
constexpr double enoughOfDeed = 0.7; ///< what we say that was done is on file, in such words
constexpr double related = 0.2;      ///< share from which on a second statement adds to the first
constexpr double asGood = 0.1;       ///< that much less alike, a statement still says the same
constexpr double something = 0.5;    ///< weight below which nothing is said
constexpr qsizetype mostSupports = 4;

using Statement = Sources::Statement;
using Origin = Sources::Origin;

/// An approved courtesy says nothing.
bool saysSomething(const Statement &statement)
{
    return statement.origin != Origin::Approved || !statement.support.source.isEmpty();
}

/// A promise of ours rests neither on what the customer says nor on what a bot let them hope for.
bool binds(const Statement &statement)
{
    return statement.origin != Origin::CustomerMessage && statement.origin != Origin::BotMessage;
}

bool showsDeed(const Statement &statement)
{
    return statement.origin == Origin::Step || statement.origin == Origin::OwnMessage
        || statement.origin == Origin::Approved || statement.origin == Origin::Order
        || statement.origin == Origin::LookUp;
}

/// One sentence against everything on file.
class Checker
{
public:
    /// text is the sentence as it stands in the draft.
    Checker(const Sources &sources, QStringView text, DraftSentence &sentence)
        : m_sources(sources)
        , m_statements(sources.statements())
        , m_text(text)
        , m_sentence(sentence)
        , m_figures(figuresIn(text, sources.today()))
    { }

    void run()
    {
        const bool measures
            = std::any_of(m_figures.begin(), m_figures.end(), [](const Figure &figure) {
                  return compares(figure) && figure.kind != FigureKind::Number;
              });
        m_sentence.kind = kindOf(m_text, measures);
        m_said = wordingOf(m_text,
                           m_sentence.kind == SentenceKind::Promise && !negates(m_text)
                               ? Effort::LeftOut
                               : Effort::Counts);
        m_sentence.subject = subjectOf(m_text, has(FigureKind::Amount),
                                       has(FigureKind::Date) || has(FigureKind::Time)
                                           || has(FigureKind::Duration));
        m_repeats = repeatsCustomer(m_text);
        m_particular = m_sentence.kind == SentenceKind::Fact && isParticular();
        if (wanted() > enoughOfOther)
            m_said.takeLiterally();
        if (!restsOnOneApproved()) {
            compare();
            checkFigures();
            checkStatement();
        }
        for (const Named &name : namesIn(m_text))
            checkName(name);
        conclude();
    }

private:
    bool has(FigureKind kind) const
    {
        return std::any_of(m_figures.begin(), m_figures.end(),
                           [kind](const Figure &figure) { return figure.kind == kind; });
    }

    void compare()
    {
        const Coverage none(m_said);
        m_alike.reserve(m_statements.size());
        for (const Statement &statement : m_statements)
            m_alike.push_back(none.shareWith(statement.wording, m_sources.contextOf(statement)));
    }

    void add(const Support &support)
    {
        if (!m_sentence.supports.contains(support) && m_sentence.supports.size() < mostSupports)
            m_sentence.supports.append(support);
    }

    void addSupports(const Statement &statement)
    {
        if (statement.approved < 0)
            add(statement.support);
        else
            for (const Support &one : m_sources.approved()[statement.approved].supports)
                add(one);
    }

    /// A sentence of the playbook, as it was drafted.
    bool restsOnOneApproved()
    {
        const QString form = text::comparable(m_text);
        const QList<Approved> &all = m_sources.approved();
        const auto same = std::find_if(all.begin(), all.end(), [&](const Approved &one) {
            return text::comparable(one.text) == form;
        });
        if (same == all.end())
            return false;
        if (same->supports.isEmpty())
            m_sentence.kind = SentenceKind::Courtesy;
        for (const Support &support : same->supports)
            add(support);
        return true;
    }

    Unmatched unmatched(FigureKind kind, int begin, int end) const
    {
        return {kind,
                m_text.sliced(begin, end - begin).toString(),
                m_sentence.begin + begin,
                m_sentence.begin + end,
                {},
                {}};
    }

    void checkFigures()
    {
        const FigureCheck check(m_sources, m_figures, m_alike, m_said.terms.size());
        const bool ours = m_sentence.kind == SentenceKind::Promise
            || m_sentence.kind == SentenceKind::Action || m_said.grants();
        for (const Figure &figure : m_figures) {
            const FigureCheck::Finding found = check.find(figure, ours && !m_repeats);
            if (found.match) {
                addSupports(*found.match);
                continue;
            }
            Unmatched missing = unmatched(figure.kind, figure.begin, figure.end);
            if (found.nearest) {
                missing.nearest = found.nearest->text.sliced(
                    found.instead->begin, found.instead->end - found.instead->begin);
                missing.nearestSource = found.nearest->support;
            }
            m_sentence.unmatched.append(missing);
        }
    }

    /// "Your order LF-70413 is packed": a rule about orders does not show it, nor does another
    /// order.
    bool isParticular() const
    {
        return has(FigureKind::Code) && !has(FigureKind::Duration) && tellsState(m_text);
    }

    bool isAboutThis(const Statement &statement) const
    {
        if (statement.origin != Origin::Passage && statement.origin != Origin::Approved
            && statement.origin != Origin::Order && statement.origin != Origin::Field)
            return true;
        return std::any_of(m_figures.begin(), m_figures.end(), [&](const Figure &own) {
            return own.kind == FigureKind::Code
                && std::any_of(statement.figures.begin(), statement.figures.end(),
                               [&](const Figure &other) { return matches(own, other); });
        });
    }

    bool mayRestOn(const Statement &statement) const
    {
        return saysSomething(statement) && (!m_particular || isAboutThis(statement))
            && (m_sentence.kind != SentenceKind::Action || showsDeed(statement))
            && (binds(statement) || m_repeats
                || (m_sentence.kind != SentenceKind::Promise && m_sentence.subject != Subject::Law
                    && !m_said.grants()));
    }

    Coverage coverageBy(const Statement &statement) const
    {
        Coverage coverage(m_said);
        coverage.add(statement.wording, m_sources.contextOf(statement));
        return coverage;
    }

    double wanted() const
    {
        if (m_sentence.kind == SentenceKind::Action)
            return enoughOfDeed;
        return m_sentence.kind == SentenceKind::Fact && m_sentence.subject == Subject::Other
                && m_figures.empty() && !isNorm(m_text)
            ? enoughOfOther
            : enough;
    }

    /// "I will look into your parcel": one thing, and nothing given.
    bool isMereEffort() const
    {
        constexpr double oneMatter = 1.5;
        return m_sentence.kind == SentenceKind::Promise && m_said.weight() < oneMatter
            && !m_said.grants() && m_said.strengths == 0;
    }

    void checkStatement()
    {
        if (!m_sentence.isClaim() || m_said.weight() < something || isMereEffort())
            return;
        std::vector<size_t> order; // the most alike first
        for (size_t i = 0; i < m_statements.size(); ++i) {
            if (m_alike[i] > 0 && mayRestOn(m_statements[i]))
                order.push_back(i);
        }
        std::stable_sort(order.begin(), order.end(),
                         [this](size_t a, size_t b) { return m_alike[a] > m_alike[b]; });
        const auto agrees = [this](size_t i) {
            const Coverage coverage = coverageBy(m_statements[i]);
            return !coverage.conflicts() && !speaksOfAnother(i);
        };
        const auto agreeing = std::find_if(order.begin(), order.end(), agrees);
        const double best = order.empty() ? 0 : m_alike[order.front()];
        const double agreed = agreeing == order.end() ? 0 : m_alike[*agreeing];
        m_contradicts
            = (best >= nearlySame && agreed < best - asGood) || isTurnedRound(order, agrees);
        m_stated = m_contradicts;
        if (!m_contradicts && agreeing != order.end())
            m_stated = restsOn(m_statements[*agreeing], order);
        if (!m_stated && best >= wanted() && agreed < best)
            m_contradicts = m_stated = true;
        if (m_contradicts)
            addSupports(m_statements[order.front()]);
    }

    /// Whether it says much the same, of something with another name.
    bool speaksOfAnother(size_t i) const
    {
        return m_alike[i] >= enough && coverageBy(m_statements[i]).swaps(m_statements[i].wording);
    }

    /// Whether what is on file says the same and no more, but for a "not" or a name; others that
    /// have all its words among many do not weigh against it.
    template <class Agrees>
    bool isTurnedRound(const std::vector<size_t> &order, const Agrees &agrees) const
    {
        constexpr double threeWords = 2.5; // of fewer, opinions differ
        if (m_said.weight() < threeWords)
            return false;
        double same = 0;
        double other = 0;
        for (const size_t i : order) {
            if (m_alike[i] < nearlySame)
                break;
            const Coverage back(m_statements[i].wording);
            const double alike = std::min(m_alike[i], back.shareWith(m_said, nullptr));
            double &most = agrees(i) ? same : other;
            most = alike >= nearlySame ? std::max(most, alike) : most;
        }
        return other > 0 && same < other - asGood;
    }

    /// On the first alone, or on it and one that says most of what it does not.
    bool restsOn(const Statement &first, const std::vector<size_t> &order)
    {
        Coverage coverage = coverageBy(first);
        const Statement *second = nullptr;
        if (!suffices(coverage)) {
            double share = coverage.share();
            const Coverage alone = coverage;
            for (const size_t i : order) {
                const Statement &other = m_statements[i];
                if (m_alike[i] < related
                    || alone.shareWith(other.wording, m_sources.contextOf(other)) <= share
                    || speaksOfAnother(i))
                    continue;
                Coverage both = alone;
                both.add(other.wording, m_sources.contextOf(other));
                if (both.conflicts())
                    continue;
                share = both.share();
                coverage = both;
                second = &other;
            }
        }
        if (!suffices(coverage))
            return false;
        if (first.approved < 0) {
            m_sentence.supports.removeOne(first.support);
            m_sentence.supports.prepend(first.support);
        }
        addSupports(first);
        if (second)
            addSupports(*second);
        return true;
    }

    bool suffices(const Coverage &coverage) const
    {
        return coverage.share() >= wanted() && coverage.goesAsFar() && coverage.hasNames()
            && (!m_particular || coverage.hasStates());
    }

    void checkName(const Named &name)
    {
        const ContentWords words = wholeWords(m_text.sliced(name.begin, name.end - name.begin));
        for (const Statement &statement : m_statements) {
            const bool ofOthers = name.addressed && statement.origin == Origin::Passage;
            if (statement.origin != Origin::Approved && !ofOthers
                && shareIn(words, statement.whole, {}) >= 1) {
                addSupports(statement);
                return;
            }
        }
        if (words.empty())
            return;
        Unmatched missing = unmatched(FigureKind::Name, name.begin, name.end);
        const auto customer
            = std::find_if(m_statements.begin(), m_statements.end(), [](const Statement &one) {
                  return one.support.source == QLatin1StringView("customer.name");
              });
        if (customer != m_statements.end()) {
            missing.nearest = customer->text;
            missing.nearestSource = customer->support;
        }
        m_sentence.unmatched.append(missing);
    }

    void conclude()
    {
        std::sort(m_sentence.unmatched.begin(), m_sentence.unmatched.end(),
                  [](const Unmatched &a, const Unmatched &b) { return a.begin < b.begin; });
        if (!m_sentence.unmatched.isEmpty())
            m_sentence.lack = Lack::Figures;
        else if (m_contradicts)
            m_sentence.lack = Lack::Contradicts;
        else if (!m_stated)
            m_sentence.lack = Lack::Statement;
        const bool figures
            = std::any_of(m_sentence.unmatched.begin(), m_sentence.unmatched.end(),
                          [](const Unmatched &one) { return one.kind != FigureKind::Name; });
        const bool untrue = !m_stated || m_contradicts;
        if (untrue && m_sentence.subject == Subject::Other && m_said.grants())
            m_sentence.subject = Subject::Money;
        m_sentence.blocks = figures || (untrue && m_sentence.subject != Subject::Other);
        if (!m_stated)
            m_sentence.supports.clear();
    }

    const Sources &m_sources;
    const std::vector<Statement> &m_statements;
    QStringView m_text;
    DraftSentence &m_sentence;
    std::vector<Figure> m_figures;
    Wording m_said;
    std::vector<double> m_alike; ///< by statement
    bool m_repeats = false;      ///< what the customer says
    bool m_particular = false;
    bool m_stated = true;
    bool m_contradicts = false;
};

} // namespace

DraftCheck::DraftCheck(const Grounds &grounds)
    : m_sources(grounds)
{ }

DraftSentence DraftCheck::checked(const QString &text, int begin, int end) const
{
    const QStringView part = QStringView(text).sliced(begin, end - begin);
    DraftSentence sentence;
    sentence.begin = begin;
    sentence.end = end;
    sentence.text = text::folded(part);
    Checker(m_sources, part, sentence).run();
    return sentence;
}

Draft DraftCheck::check(const QString &text, DraftProvider provider) const
{
    Draft draft;
    draft.provider = provider;
    draft.language = languageOf(text);
    draft.text = text;
    const QStringView looked = QStringView(text).first(std::min(text.size(), longestText));
    for (const text::Stretch &stretch : text::sentenceStretches(looked))
        draft.sentences.append(checked(text, int(stretch.begin), int(stretch.end)));
    if (looked.size() < text.size()) {
        constexpr int shown = 200;
        DraftSentence rest;
        rest.begin = int(looked.size());
        rest.end = int(text.size());
        rest.text = text::firstWords(QStringView(text).sliced(looked.size()), shown);
        rest.lack = Lack::Statement;
        rest.blocks = true;
        draft.sentences.append(rest);
    }
    return draft;
}

DraftSentence DraftCheck::sentence(const QString &text) const
{
    const Draft parts = check(text, DraftProvider::Model);
    const QList<DraftSentence> &all = parts.sentences;
    const auto gravest = std::max_element(
        all.begin(), all.end(), [](const DraftSentence &a, const DraftSentence &b) {
            const auto grave = [](const DraftSentence &one) {
                return std::tuple(!one.supported(), one.blocks, one.isClaim());
            };
            return grave(a) < grave(b);
        });
    DraftSentence whole = gravest == all.end() ? DraftSentence() : *gravest;
    whole.text = text::folded(text);
    whole.begin = 0;
    whole.end = int(text.size());
    if (all.isEmpty())
        whole.kind = SentenceKind::Courtesy;
    for (const DraftSentence &part : all) {
        for (const Support &support : part.supports) {
            if (whole.supported() && !whole.supports.contains(support))
                whole.supports.append(support);
        }
    }
    return whole;
}

std::optional<Block> blocked(const Draft &draft)
{
    for (qsizetype i = 0; i < draft.sentences.size(); ++i) {
        if (draft.sentences[i].blocks)
            return Block{int(i), draft.sentences[i].subject};
    }
    return {};
}

} // namespace baton::drafting
