#include "core/drafting/Contradictions.h"

#include "core/base/Text.h"
#include "core/drafting/Statements.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

constexpr double oneThing = 0.55;      // likeness from which on two sentences say one thing
constexpr double sameWords = 0.85;     // from which on they say it in the same words
constexpr int fewestShared = 2;        // "the lock ends by itself" is said of any lock
constexpr size_t mostPostings = 2'000; // statements that one word is looked up for
constexpr qint64 dayMs = qint64{24} * 60 * 60 * 1000;
constexpr qsizetype mostFound = 1'000;
constexpr int mostInAPair = 2;      // of documents that speak of one thing
constexpr qsizetype mostOthers = 2; // that two documents may each differ from

bool isCompared(FigureKind kind)
{
    return kind == FigureKind::Amount || kind == FigureKind::Percentage
        || kind == FigureKind::Duration || kind == FigureKind::Time;
}

/// In days, so that hours, weeks and months can be compared; nights are of a kind of their own.
double daysOf(qint64 value, const QByteArray &unit)
{
    constexpr double minutes = 24 * 60;
    constexpr double working = 7.0 / 5;
    constexpr double month = 30.4;
    constexpr double year = 365.25;
    const double number = double(value);
    return unit == "min" ? number / minutes
        : unit == "wd"   ? number * working
        : unit == "mo"   ? number * month
        : unit == "y"    ? number * year
                         : number;
}

/// Whether both can be said of one thing. "5 days" agrees with "3 to 5 days"; between units, what
/// is about the same does.
bool agree(const Figure &a, const Figure &b)
{
    constexpr double near = 1.25;
    if (a.kind != b.kind)
        return true;
    if ((a.kind == FigureKind::Amount && a.unit != b.unit)
        || (a.kind == FigureKind::Duration && (a.unit == "n") != (b.unit == "n")))
        return true;
    if (a.low < 0 || b.low < 0)
        return true;
    if (a.kind != FigureKind::Duration || a.unit == b.unit) {
        const bool single = a.low == a.high || b.low == b.high;
        return single ? a.low <= b.high && b.low <= a.high : a.low == b.low && a.high == b.high;
    }
    const double low = daysOf(a.low, a.unit) / near;
    const double high = daysOf(a.high, a.unit) * near;
    return low <= daysOf(b.high, b.unit) && daysOf(b.low, b.unit) <= high;
}

bool comparable(const Figure &a, const Figure &b)
{
    return a.kind == b.kind && (a.kind != FigureKind::Amount || a.unit == b.unit)
        && (a.kind != FigureKind::Duration || (a.unit == "n") == (b.unit == "n"));
}

/// Indices of figures of a that b has none for that agrees, though it has some to compare.
std::vector<size_t> alone(const Statement &a, const Statement &b)
{
    std::vector<size_t> left;
    for (size_t i = 0; i < a.figures.size(); ++i) {
        bool has = false;
        bool agrees = false;
        for (const Figure &other : b.figures) {
            if (!comparable(a.figures[i], other))
                continue;
            has = true;
            agrees = agrees
                || (isCompared(other.kind) ? agree(a.figures[i], other)
                                           : matches(a.figures[i], other));
        }
        if (has && !agrees)
            left.push_back(i);
    }
    return left;
}

/// Leaves those of theirs that lie on a side on which one of ours does.
void keepBoundsOf(const Statement &a, const std::vector<size_t> &ours, const Statement &b,
                  std::vector<size_t> &theirs)
{
    std::erase_if(theirs, [&](size_t i) {
        return std::none_of(ours.begin(), ours.end(),
                            [&](size_t own) { return a.bounds[own] == b.bounds[i]; });
    });
}

/// Whether both sentences speak of two things, and the figures are of different ones: "the right of
/// 14 days within the period", "the right within the period of 30 days".
bool hangApart(const Statement &a, size_t ours, const Statement &b, size_t theirs)
{
    const uint one = a.anchors[ours];
    const uint other = b.anchors[theirs];
    return one != other && std::binary_search(b.words.begin(), b.words.end(), one)
        && std::binary_search(a.words.begin(), a.words.end(), other);
}

/// Compares statements; made for one set of documents.
class Finder
{
public:
    Finder(const QList<Document> &documents, const Written &written)
        : m_documents(documents)
        , m_statements(documents, written)
    { }

    QList<Contradiction> run();

private:
    using Pair = std::pair<size_t, size_t>; ///< of figures

    void index();
    std::vector<uint> tellingWords(const Statement &statement) const;
    bool mayMeet(const Statement &a, const Statement &b) const;
    std::optional<Pair> conflict(const Statement &a, const Statement &b) const;
    int sharedNames(const Statement &a, const Statement &b) const;
    bool isExplained(const Statement &a, const Figure &figure, const Statement &b,
                     double alike) const;
    Claim claimOf(const Statement &statement, size_t figure) const;

    const QList<Document> &m_documents;
    Statements m_statements;
    QHash<uint, std::vector<size_t>> m_byWord;
    QHash<int, std::vector<size_t>> m_byDocument;
};

/// The rarest words, so many that without one of them in common two statements cannot be alike
/// enough.
std::vector<uint> Finder::tellingWords(const Statement &statement) const
{
    std::vector<std::pair<double, uint>> words;
    double all = 0;
    for (const uint word : statement.words) {
        words.emplace_back(-m_statements.weightOf(word), word);
        all += m_statements.weightOf(word);
    }
    std::sort(words.begin(), words.end());
    std::vector<uint> telling;
    double left = all;
    for (const auto &[weight, word] : words) {
        if (left < all * oneThing * oneThing) // words may be borrowed from headings
            break;
        telling.push_back(word);
        left += weight;
    }
    return telling;
}

void Finder::index()
{
    const auto &all = m_statements.all();
    for (size_t i = 0; i < all.size(); ++i) {
        m_byDocument[all[i].document].push_back(i);
        for (const uint word : tellingWords(all[i])) {
            std::vector<size_t> &postings = m_byWord[word];
            if (postings.size() < mostPostings)
                postings.push_back(i);
        }
    }
}

bool Finder::mayMeet(const Statement &a, const Statement &b) const
{
    const Document &one = m_documents[a.document];
    const Document &other = m_documents[b.document];
    return one.id != other.id && text::sameLanguage(one.language, other.language);
}

/// The figures that contradict each other. Where something else differs too, a size or a date, the
/// two speak of different things.
std::optional<Finder::Pair> Finder::conflict(const Statement &a, const Statement &b) const
{
    std::vector<size_t> ours = alone(a, b);
    std::vector<size_t> theirs = alone(b, a);
    if (ours.size() != theirs.size()) {
        // "costs €4 and is free from €60" beside "costs €5"
        keepBoundsOf(a, ours, b, theirs);
        keepBoundsOf(b, theirs, a, ours);
    }
    if (ours.empty() || ours.size() != theirs.size())
        return {};
    const FigureKind kind = a.figures[ours.front()].kind;
    for (size_t i = 0; i < ours.size(); ++i) {
        const Figure &figure = a.figures[ours[i]];
        const Figure &other = b.figures[theirs[i]];
        const Bound bound = a.bounds[ours[i]];
        const Bound otherBound = b.bounds[theirs[i]];
        const bool oneIsUnsaid = bound == Bound::Unsaid || otherBound == Bound::Unsaid;
        if (figure.kind != kind || !isCompared(kind) || !comparable(figure, other)
            || (bound != otherBound && (!oneIsUnsaid || kind == FigureKind::Amount))
            || hangApart(a, ours[i], b, theirs[i]))
            return {};
    }
    return Pair(ours.front(), theirs.front());
}

/// Words that name what both speak of, in the sentences or above them.
int Finder::sharedNames(const Statement &a, const Statement &b) const
{
    const auto isIn = [](const ContentWords &words, uint word) {
        return std::binary_search(words.begin(), words.end(), word);
    };
    int shared = 0;
    for (const ContentWords *words : {&a.words, &a.context}) {
        for (const uint word : *words) {
            if (isIn(b.words, word) || isIn(b.context, word))
                shared += m_statements.namesIn(word);
        }
    }
    return shared;
}

/// Whether b's document says a's figure too, of what is as much like a: then b is the exception, or
/// the words do not tell the things apart.
bool Finder::isExplained(const Statement &a, const Figure &figure, const Statement &b,
                         double alike) const
{
    const auto said = m_byDocument.value(b.document);
    return std::any_of(said.begin(), said.end(), [&](size_t i) {
        const Statement &other = m_statements.all()[i];
        if (&other == &b
            || std::none_of(other.figures.begin(), other.figures.end(), [&](const Figure &f) {
                   return comparable(f, figure) && agree(f, figure);
               }))
            return false;
        const double likeness = m_statements.likeness(a, other);
        return likeness >= (alike < sameWords ? 0.75 * alike : alike);
    });
}

Claim Finder::claimOf(const Statement &statement, size_t figure) const
{
    const Figure &of = statement.figures[figure];
    return {{m_documents[statement.document].id, statement.passage->version,
             statement.passage->heading},
            statement.passage->title,
            text::folded(statement.sentence),
            statement.sentence.sliced(of.begin, of.end - of.begin)};
}

/// Documents that are written alike speak of different things of one kind, as two cards or two
/// plans: they differ in many places, and each from many others. An error stands alone.
void leaveParallelsOut(QList<Contradiction> &found)
{
    QHash<QPair<DocumentId, DocumentId>, int> places;
    QHash<DocumentId, QSet<DocumentId>> others;
    for (const Contradiction &one : found) {
        const DocumentId &first = one.first.place.document;
        const DocumentId &second = one.second.place.document;
        ++places[{first, second}];
        others[first].insert(second);
        others[second].insert(first);
    }
    found.removeIf([&](const Contradiction &one) {
        const DocumentId &first = one.first.place.document;
        const DocumentId &second = one.second.place.document;
        return places.value({first, second}) > mostInAPair
            || (others.value(first).size() > mostOthers
                && others.value(second).size() > mostOthers);
    });
}

QList<Contradiction> Finder::run()
{
    index();
    const auto &all = m_statements.all();
    QList<Contradiction> found;
    for (size_t i = 0; i < all.size(); ++i) {
        std::set<size_t> others;
        for (const uint word : tellingWords(all[i])) {
            for (const size_t other : m_byWord.value(word)) {
                if (other > i)
                    others.insert(other);
            }
        }
        for (const size_t other : others) {
            const Statement &a = all[i];
            const Statement &b = all[other];
            if (!mayMeet(a, b))
                continue;
            const auto figures = conflict(a, b);
            if (!figures)
                continue;
            const double alike = m_statements.likeness(a, b);
            const Figure &ours = a.figures[figures->first];
            if (alike < oneThing || sharedNames(a, b) < fewestShared
                || isExplained(a, ours, b, alike)
                || isExplained(b, b.figures[figures->second], a, alike))
                continue;
            Claim first = claimOf(a, figures->first);
            Claim second = claimOf(b, figures->second);
            if (second.place.document.text() < first.place.document.text())
                std::swap(first, second);
            found.append({ours.kind, std::move(first), std::move(second), alike});
        }
    }
    leaveParallelsOut(found);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.alike > b.alike; });
    if (found.size() > mostFound)
        found.resize(mostFound);
    return found;
}

} // namespace

KnowledgeCheck checkKnowledge(const QList<Document> &documents, Instant now)
{
    KnowledgeCheck check;
    check.contradictions = Finder(documents, {now.utc().date(), false}).run();
    for (const Document &document : documents) {
        if (document.review && document.review->ms + dayMs <= now.ms)
            check.overdue.append({document.id, document.version, document.title, *document.review});
    }
    std::stable_sort(check.overdue.begin(), check.overdue.end(),
                     [](const auto &a, const auto &b) { return a.review < b.review; });
    return check;
}

} // namespace baton::drafting
