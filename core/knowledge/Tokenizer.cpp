#include "core/knowledge/Tokenizer.h"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

using Json = nlohmann::json;

constexpr int mostTokens = 4'000'000;
constexpr int longestWord = 100; // characters, where the file does not say

struct Model
{
    PieceCutter cutter;
    int size = 0;
};

Error badModel(const QString &member, const QString &what)
{
    return {ErrorCode::InvalidInput, {}, u"/model"_s + member + u": "_s + what};
}

const Json &modelMember(const Json &json, const char *name)
{
    static const Json none;
    const auto found = json.find(name);
    return found == json.end() ? none : *found;
}

QString modelText(const Json &json, const QString &assumed)
{
    const auto *text = json.get_ptr<const std::string *>();
    return text ? QString::fromStdString(*text) : assumed;
}

Result<Model> wordPieceModel(const Json &model)
{
    const Json &vocabulary = modelMember(model, "vocab");
    if (!vocabulary.is_object() || vocabulary.empty())
        return badModel(u"/vocab"_s, u"expected an object of tokens"_s);
    const QString unknown = modelText(modelMember(model, "unk_token"), u"[UNK]"_s);
    const QString prefix = modelText(modelMember(model, "continuing_subword_prefix"), u"##"_s);
    const Json &limit = modelMember(model, "max_input_chars_per_word");
    PieceTable beginning;
    PieceTable continuing;
    int size = 0;
    for (const auto &[text, number] : vocabulary.items()) {
        const auto id = number.is_number_unsigned() ? number.get<quint64>() : quint64(mostTokens);
        if (id >= quint64(mostTokens))
            return badModel(u"/vocab/"_s + QString::fromStdString(text).left(60),
                            u"expected a number below %1"_s.arg(mostTokens));
        size = std::max(size, int(id) + 1);
        const QString piece = QString::fromStdString(text);
        if (piece.isEmpty() || piece == unknown)
            continue;
        if (!prefix.isEmpty() && piece.startsWith(prefix) && piece.size() > prefix.size())
            continuing.add({piece.sliced(prefix.size()), int(id)});
        // A word of the text may begin with the very sign.
        beginning.add({piece, int(id)});
    }
    beginning.sort();
    continuing.sort();
    return Model{wordPieces(std::move(beginning), std::move(continuing),
                            limit.is_number_unsigned() && limit.get<quint64>() < 10'000
                                ? int(limit.get<quint64>())
                                : longestWord),
                 size};
}

Result<Model> unigramModel(const Json &model)
{
    const Json &vocabulary = modelMember(model, "vocab");
    if (!vocabulary.is_array() || vocabulary.empty() || vocabulary.size() > std::size_t(mostTokens))
        return badModel(u"/vocab"_s, u"expected a list of tokens"_s);
    if (modelMember(model, "byte_fallback") == true)
        return badModel(u"/byte_fallback"_s, u"is not supported; take another model"_s);
    const Json &unk = modelMember(model, "unk_id");
    const qint64 unknown = unk.is_number_unsigned() ? qint64(unk.get<quint32>()) : -1;
    PieceTable pieces;
    double rarest = 0;
    for (std::size_t i = 0; i < vocabulary.size(); ++i) {
        const Json &entry = vocabulary[i];
        if (!entry.is_array() || entry.size() != 2 || !entry[0].is_string()
            || !entry[1].is_number())
            return badModel(u"/vocab/%1"_s.arg(i), u"expected a text and a number"_s);
        const auto score = entry[1].get<double>();
        rarest = i == 0 ? score : std::min(rarest, score);
        QString text = QString::fromStdString(entry[0].get_ref<const std::string &>());
        if (!text.isEmpty() && qint64(i) != unknown)
            pieces.add({std::move(text), int(i), score});
    }
    pieces.sort();
    return Model{unigramPieces(std::move(pieces), rarest), int(vocabulary.size())};
}

Result<Model> modelOf(const Json &model)
{
    if (!model.is_object())
        return badModel({}, u"expected an object"_s);
    // Files of old leave the kind out, and are told by what they hold.
    const QString type = modelText(modelMember(model, "type"),
                                   model.contains("unk_id") ? u"Unigram"_s : u"WordPiece"_s);
    if (type == "WordPiece"_L1)
        return wordPieceModel(model);
    if (type == "Unigram"_L1)
        return unigramModel(model);
    return badModel(u"/type"_s,
                    u"“%1” is not known, only WordPiece and Unigram; take a model2vec "
                    "model made from such a tokenizer"_s.arg(type.left(60)));
}

} // namespace

Result<Tokenizer> Tokenizer::read(const QString &path, const QByteArray &bytes)
{
    const auto in = [&path](Error error) {
        error.subject = path;
        return error;
    };
    const Json json = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!json.is_object())
        return in({ErrorCode::InvalidInput, {}, u"expected a JSON object"_s});
    Tokenizer tokenizer;
    auto rewrite = rewriteOf(modelMember(json, "normalizer"), u"/normalizer"_s);
    if (!rewrite)
        return in(rewrite.error());
    auto cut = cutOf(modelMember(json, "pre_tokenizer"), u"/pre_tokenizer"_s);
    if (!cut)
        return in(cut.error());
    auto model = modelOf(modelMember(json, "model"));
    if (!model)
        return in(model.error());
    tokenizer.m_rewrite = *std::move(rewrite);
    tokenizer.m_cut = *std::move(cut);
    tokenizer.m_pieces = std::move(model->cutter);
    tokenizer.m_size = model->size;
    return tokenizer;
}

std::vector<int> Tokenizer::idsOf(const QString &text) const
{
    std::vector<int> ids;
    const QString rewritten = m_rewrite(text);
    if (rewritten.isEmpty())
        return ids;
    for (const QString &word : m_cut({rewritten}))
        m_pieces(word, ids);
    return ids;
}

} // namespace baton::knowledge
