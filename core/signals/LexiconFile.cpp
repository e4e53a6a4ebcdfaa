#include "core/base/JsonNode.h"
#include "core/signals/Lexicon.h"
#include "core/signals/Plain.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace baton::signs {

namespace {

std::string plainKey(const QString &text)
{
    return plain(text).simplified().toStdString();
}

constexpr std::array turning{"but",  "however", "though", "although",  "aber",
                             "pero", "jedoch",  "aunque", "allerdings"};
constexpr std::array thanking{"thank", "thanks",   "thanx",  "thx",   "thnx", "tks",    "thks",
                              "ty",    "thankyou", "cheers", "danke", "dank", "gracias"};

/// Calls take(key, value) for each.
template <class Fn>
void readValues(const JsonNode &node, double most, Fn take)
{
    if (!node.isObject())
        node.fail(u"expected an object"_s);
    for (const QString &key : node.keys())
        take(plainKey(key), float(node.at(key.toStdString()).real(-most, most)));
}

} // namespace

Lexicon::Entry &Lexicon::Language::entry(std::string_view word)
{
    Entry &entry = words.at(word);
    entry.word = word;
    return entry;
}

Result<Lexicon> Lexicon::read(const QByteArray &json)
{
    const nlohmann::json document = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    if (document.is_discarded())
        return Error{ErrorCode::InvalidInput, u"lexicon"_s, u": not JSON"_s};
    std::optional<Error> problem;
    const JsonNode root(document, u"lexicon"_s, problem);
    Lexicon lexicon;
    if (root.object({"lexicon", "version", "languages"}, {"emoji"})) {
        if (root.at("lexicon").text() != "baton-lexicon/1"_L1)
            root.at("lexicon").fail(u"expected baton-lexicon/1"_s);
        root.at("version").number(1, 1'000'000);
        for (const QString &name : root.at("languages").keys()) {
            const JsonNode node = root.at("languages").at(name.toStdString());
            if (!node.object({"words"}, {"boosters", "negations", "idioms"}))
                continue;
            Language &language = lexicon.m_languages[name];
            readValues(node.at("words"), 4, [&](const std::string &word, float value) {
                language.entry(word).valence = value;
            });
            if (node.has("boosters"))
                readValues(node.at("boosters"), 1, [&](const std::string &word, float value) {
                    language.entry(word).booster = value;
                });
            if (node.has("negations")) {
                for (const JsonNode &word : node.at("negations").list())
                    language.entry(plainKey(word.text())).negates = true;
            }
            if (node.has("idioms"))
                readValues(node.at("idioms"), 4, [&](const std::string &words, float value) {
                    language.idioms.at(words) = value;
                    language.entry(words.substr(0, words.find(' '))).beginsIdiom = true;
                    const auto blanks = std::count(words.begin(), words.end(), ' ');
                    language.longestIdiom = std::max(language.longestIdiom, int(blanks) + 1);
                });
            for (const char *word : turning)
                language.entry(word).turns = true;
            for (const char *word : thanking)
                language.entry(word).thanks = true;
        }
        if (root.has("emoji")) {
            for (const QString &key : root.at("emoji").keys()) {
                const JsonNode node = root.at("emoji").at(key.toStdString());
                if (key.isEmpty())
                    node.fail(u"expected an emoji"_s);
                else
                    lexicon.m_signs[key.front().unicode()].append({key, float(node.real(-4, 4))});
            }
            for (const char16_t first : lexicon.m_signs.keys())
                lexicon.m_beginsSign.set(first);
            for (QList<Sign> &list : lexicon.m_signs)
                std::sort(list.begin(), list.end(), [](const Sign &a, const Sign &b) {
                    return a.text.size() > b.text.size();
                });
        }
    }
    if (!problem && !lexicon.m_languages.contains(u"en"_s))
        root.at("languages").fail(u"expected en among them"_s);
    if (problem)
        return *problem;
    lexicon.m_fingerprint = QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex();
    return lexicon;
}

} // namespace baton::signs
