#include "core/base/JsonNode.h"
#include "core/signals/Lexicon.h"
#include "core/signals/Plain.h"

#include <QtCore/QCryptographicHash>

using namespace Qt::StringLiterals;

namespace baton::signs {

namespace {

QByteArray plainKey(const QString &text)
{
    return plain(text).simplified();
}

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
            readValues(node.at("words"), 4, [&](const QByteArray &word, float value) {
                language.words[word].valence = value;
            });
            if (node.has("boosters"))
                readValues(node.at("boosters"), 1, [&](const QByteArray &word, float value) {
                    language.words[word].booster = value;
                });
            if (node.has("negations")) {
                for (const JsonNode &word : node.at("negations").list())
                    language.words[plainKey(word.text())].negates = true;
            }
            if (node.has("idioms"))
                readValues(node.at("idioms"), 4, [&](const QByteArray &words, float value) {
                    language.idioms.insert(words, value);
                    language.words[words.split(' ').first()].beginsIdiom = true;
                    language.longestIdiom
                        = std::max(language.longestIdiom, int(words.count(' ')) + 1);
                });
        }
        if (root.has("emoji")) {
            for (const QString &key : root.at("emoji").keys()) {
                const JsonNode node = root.at("emoji").at(key.toStdString());
                if (key.isEmpty())
                    node.fail(u"expected an emoji"_s);
                else
                    lexicon.m_signs[key.front().unicode()].append({key, float(node.real(-4, 4))});
            }
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
