#include "core/signals/Terms.h"

#include "core/base/JsonNode.h"
#include "core/signals/PatternSet.h"
#include "core/signals/Plain.h"

#include <QtCore/QCryptographicHash>

#include <re2/re2.h>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace baton::signs {

struct Pattern
{
    Phrase phrase = Phrase::Safety;
    bool excepts = false; ///< a hit that it overlaps does not count
};

namespace {

constexpr std::size_t longestPattern = 8000; // bytes

/// Patterns meet plain text, so they lose their accents too.
std::string plainPattern(const QString &pattern)
{
    std::string out;
    for (const QChar c : pattern) {
        if (c.unicode() < 0x80)
            out += char(c.unicode());
        else
            out += plain(QStringView(&c, 1)).toStdString();
    }
    return out;
}

/// Hits of one pattern that are no empty text, in order.
void findAll(const RE2 &pattern, const QByteArray &text, std::vector<Word> &hits)
{
    const re2::StringPiece all(text.constData(), size_t(text.size()));
    re2::StringPiece hit;
    size_t from = 0;
    while (from < all.size() && pattern.Match(all, from, all.size(), RE2::UNANCHORED, &hit, 1)) {
        const auto begin = size_t(hit.data() - all.data());
        if (!hit.empty())
            hits.push_back({int(begin), int(begin + hit.size())});
        from = std::max(begin + hit.size(), begin + 1);
    }
}

bool overlaps(const Word &a, const Word &b)
{
    return a.begin < b.end && b.begin < a.end;
}

/// Sorted by place; those that overlap become one.
std::vector<Word> united(std::vector<Word> hits)
{
    std::sort(hits.begin(), hits.end(), [](const Word &a, const Word &b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    std::vector<Word> merged;
    for (const Word &hit : hits) {
        if (!merged.empty() && overlaps(merged.back(), hit))
            merged.back().end = std::max(merged.back().end, hit.end);
        else
            merged.push_back(hit);
    }
    return merged;
}

Phrase readPhrase(const JsonNode &node)
{
    return node.oneOf<Phrase>({{"safety"_L1, Phrase::Safety},
                               {"legal"_L1, Phrase::Legal},
                               {"fraud"_L1, Phrase::Fraud},
                               {"account_takeover"_L1, Phrase::AccountTakeover},
                               {"asks_for_person"_L1, Phrase::AsksForPerson},
                               {"threat_to_leave"_L1, Phrase::ThreatToLeave},
                               {"repeat_contact"_L1, Phrase::RepeatContact},
                               {"vulnerable"_L1, Phrase::Vulnerable},
                               {"regulator_press"_L1, Phrase::RegulatorOrPress},
                               {"data_protection"_L1, Phrase::DataProtection},
                               {"broken_promise"_L1, Phrase::BrokenPromise}});
}

} // namespace

struct Terms::Private
{
    PatternSet set;
    std::vector<Pattern> patterns; ///< by their number in set
    QByteArray fingerprint;
    QList<TermExample> examples;

    void add(const JsonNode &node, Pattern pattern)
    {
        for (const JsonNode &entry : node.list()) {
            const int error = set.add(plainPattern(entry.text(longestPattern)));
            if (error == 0)
                patterns.push_back(pattern);
            else
                entry.fail(u"no regular expression that RE2 takes (error %1)"_s.arg(error));
        }
    }

    void addExamples(const JsonNode &node, Phrase phrase)
    {
        const JsonNode given = node.at("examples");
        if (!given.object({"fires", "quiet"}))
            return;
        const auto add = [&](const char *key, bool fires) {
            for (const JsonNode &text : given.at(key).list())
                examples.append({phrase, node.at("rule").text(), node.at("language").text(),
                                 text.text(longestPattern), fires});
        };
        add("fires", true);
        add("quiet", false);
    }

    void compile()
    {
        std::vector<QByteArray> usual;
        usual.reserve(size_t(examples.size()));
        for (const TermExample &example : std::as_const(examples))
            usual.push_back(plain(example.text));
        set.compile(usual);
    }
};

Terms::Terms(std::unique_ptr<Private> own)
    : d(std::move(own))
{ }
Terms::Terms(Terms &&) noexcept = default;
Terms &Terms::operator=(Terms &&) noexcept = default;
Terms::~Terms() = default;

Result<Terms> Terms::read(const QByteArray &json)
{
    const nlohmann::json document = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    if (document.is_discarded())
        return Error{ErrorCode::InvalidInput, u"terms"_s, u": not JSON"_s};
    std::optional<Error> problem;
    const JsonNode root(document, u"terms"_s, problem);
    auto d = std::make_unique<Private>();
    if (root.object({"terms", "version", "rules"})) {
        if (root.at("terms").text() != "baton-terms/1"_L1)
            root.at("terms").fail(u"expected baton-terms/1"_s);
        root.at("version").number(1, 1'000'000);
        for (const JsonNode &node : root.at("rules").list()) {
            if (!node.object({"rule", "language", "patterns"}, {"except", "examples"}))
                continue;
            const Phrase phrase = readPhrase(node.at("rule"));
            if (node.has("examples"))
                d->addExamples(node, phrase);
            node.at("language").text();
            d->add(node.at("patterns"), {phrase, false});
            if (node.has("except"))
                d->add(node.at("except"), {phrase, true});
        }
    }
    if (problem)
        return *problem;
    d->compile();
    d->fingerprint = QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex();
    return Terms(std::move(d));
}

QList<PhraseSignal> Terms::find(const Message &message) const
{
    const QByteArray text = plain(QStringView(message.text).left(longestText));
    const std::vector<int> candidates = d->set.candidates(text);
    std::map<Phrase, std::vector<Word>> hits;
    for (const int number : candidates) {
        const Pattern &pattern = d->patterns[size_t(number)];
        if (!pattern.excepts)
            findAll(d->set.pattern(number), text, hits[pattern.phrase]);
    }
    std::erase_if(hits, [](const auto &entry) { return entry.second.empty(); });
    // Most texts say nothing, so exceptions are looked for only where there is something to except.
    std::map<Phrase, std::vector<Word>> exceptions;
    for (const int number : candidates) {
        const Pattern &pattern = d->patterns[size_t(number)];
        if (pattern.excepts && hits.contains(pattern.phrase))
            findAll(d->set.pattern(number), text, exceptions[pattern.phrase]);
    }
    QList<PhraseSignal> found;
    for (auto &[phrase, counting] : hits) {
        const std::vector<Word> &excepting = exceptions[phrase];
        std::erase_if(counting, [&excepting](const Word &hit) {
            return std::any_of(excepting.begin(), excepting.end(),
                               [&](const Word &except) { return overlaps(hit, except); });
        });
        int kept = 0;
        for (const Word &hit : united(std::move(counting))) {
            if (kept++ == mostHits)
                break;
            found.append({phrase,
                          {message.id, hit.begin, hit.end,
                           message.text.mid(hit.begin, hit.end - hit.begin)}});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const PhraseSignal &a, const PhraseSignal &b) {
        return a.evidence.begin < b.evidence.begin;
    });
    return found;
}

const QList<TermExample> &Terms::examples() const
{
    return d->examples;
}

QList<TermExample> Terms::wrongExamples() const
{
    QList<TermExample> wrong;
    Message message;
    message.from = Sender::Customer;
    for (const TermExample &example : d->examples) {
        message.text = example.text;
        const QList<PhraseSignal> found = find(message);
        const bool fires = std::any_of(found.begin(), found.end(), [&](const PhraseSignal &one) {
            return one.phrase == example.phrase;
        });
        if (fires != example.fires)
            wrong.append(example);
    }
    return wrong;
}

const QByteArray &Terms::fingerprint() const
{
    return d->fingerprint;
}

} // namespace baton::signs
