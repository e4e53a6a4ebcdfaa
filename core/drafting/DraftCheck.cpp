#include "core/drafting/DraftCheck.h"

#include "core/base/Text.h"
#include "core/drafting/FigureCheck.h"

#include <algorithm>

namespace baton::drafting {

namespace {

constexpr double enough = 0.6;  ///< share of a fact's words that what supports it holds
constexpr double related = 0.2; ///< share from which on a second statement adds to the first
constexpr qsizetype mostSupports = 4;

using Statement = Sources::Statement;
using Origin = Sources::Origin;

/// An approved courtesy says nothing.
bool saysSomething(const Statement &statement)
{
    return statement.origin != Origin::Approved || !statement.support.source.isEmpty();
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
        , m_words(contentWords(text))
    { }

    void run()
    {
        const bool measures
            = std::any_of(m_figures.begin(), m_figures.end(), [](const Figure &figure) {
                  return compares(figure) && figure.kind != FigureKind::Number;
              });
        m_sentence.kind = kindOf(m_text, measures);
        m_sentence.subject = subjectOf(m_text, has(FigureKind::Amount),
                                       has(FigureKind::Date) || has(FigureKind::Time)
                                           || has(FigureKind::Duration));
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
        m_alike.reserve(m_statements.size());
        for (const Statement &statement : m_statements)
            m_alike.push_back(shareIn(m_words, statement.words, statement.context));
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
        const FigureCheck check(m_sources, m_figures, m_alike, m_words.size());
        for (const Figure &figure : m_figures) {
            const FigureCheck::Finding found = check.find(figure, m_sentence.kind);
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

    void checkStatement()
    {
        const bool deed = m_sentence.kind == SentenceKind::Action;
        if ((m_sentence.kind != SentenceKind::Fact && !deed) || m_words.empty())
            return;
        const Statement *first = nullptr;
        double share = 0;
        for (size_t i = 0; i < m_statements.size(); ++i) {
            const Statement &statement = m_statements[i];
            if (m_alike[i] > share && saysSomething(statement) && (!deed || showsDeed(statement))) {
                first = &statement;
                share = m_alike[i];
            }
        }
        m_contradicts = first && share >= nearlySame && first->negates != negates(m_text);
        const Statement *second = first && share < enough ? addition(*first, deed, share) : nullptr;
        m_stated = share >= enough;
        if (!m_stated)
            return;
        if (first->approved < 0) {
            m_sentence.supports.removeOne(first->support);
            m_sentence.supports.prepend(first->support);
        }
        addSupports(*first);
        if (second)
            addSupports(*second);
    }

    /// The statement that says most of what first does not; share becomes that of both.
    const Statement *addition(const Statement &first, bool deed, double &share) const
    {
        const Statement *second = nullptr;
        for (size_t i = 0; i < m_statements.size(); ++i) {
            const Statement &other = m_statements[i];
            if (m_alike[i] < related || !saysSomething(other) || (deed && !showsDeed(other)))
                continue;
            ContentWords both;
            std::set_union(first.words.begin(), first.words.end(), other.words.begin(),
                           other.words.end(), std::back_inserter(both));
            const double joint = shareIn(m_words, both, first.context);
            if (joint > share) {
                share = joint;
                second = &other;
            }
        }
        return second;
    }

    void checkName(const Named &name)
    {
        const ContentWords words = wholeWords(m_text.sliced(name.begin, name.end - name.begin));
        for (const Statement &statement : m_statements) {
            if (statement.origin != Origin::Approved && shareIn(words, statement.whole, {}) >= 1) {
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
        m_sentence.blocks = figures || (untrue && m_sentence.subject != Subject::Other);
        if (!m_stated)
            m_sentence.supports.clear();
    }

    const Sources &m_sources;
    const std::vector<Statement> &m_statements;
    QStringView m_text;
    DraftSentence &m_sentence;
    std::vector<Figure> m_figures;
    ContentWords m_words;
    std::vector<double> m_alike; ///< by statement
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

std::optional<Block> blocked(const Draft &draft)
{
    for (qsizetype i = 0; i < draft.sentences.size(); ++i) {
        if (draft.sentences[i].blocks)
            return Block{int(i), draft.sentences[i].subject};
    }
    return {};
}

} // namespace baton::drafting
