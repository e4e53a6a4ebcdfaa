#include "core/knowledge/TokenizerSteps.h"

#include <QtCore/QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

using Json = nlohmann::json;

constexpr std::size_t mostSteps = 256;
constexpr int stepsDeep = 4; // of sequences within sequences

const Json &stepMember(const Json &json, const char *name)
{
    static const Json none;
    const auto found = json.is_object() ? json.find(name) : json.end();
    return json.is_object() && found != json.end() ? *found : none;
}

QString stepText(const Json &json)
{
    const auto *text = json.get_ptr<const std::string *>();
    return text ? QString::fromStdString(*text) : QString();
}

bool stepFlag(const Json &json, const char *name, bool assumed)
{
    const Json &value = stepMember(json, name);
    return value.is_boolean() ? value.get<bool>() : assumed;
}

Error unfit(const QString &pointer, const QString &what)
{
    return {ErrorCode::InvalidInput, {}, pointer + u": "_s + what};
}

Error unknownStep(const Json &step, const QString &pointer, const QString &known)
{
    return unfit(pointer + u"/type"_s,
                 u"“%1” is not known, only %2; take a model2vec model made from a WordPiece or "
                 "Unigram tokenizer"_s.arg(stepText(stepMember(step, "type")).left(60), known));
}

/// Code points that stay, some of them altered.
template <class Fn>
QString mapped(const QString &text, Fn fn)
{
    QList<char32_t> points;
    for (const uint point : text.toUcs4())
        fn(char32_t(point), points);
    return QString::fromUcs4(points.constData(), points.size());
}

bool isCjk(char32_t c)
{
    static constexpr std::pair<char32_t, char32_t> ranges[]
        = {{0x4E00, 0x9FFF},   {0x3400, 0x4DBF},   {0x20000, 0x2A6DF}, {0x2A700, 0x2B73F},
           {0x2B740, 0x2B81F}, {0x2B820, 0x2CEAF}, {0xF900, 0xFAFF},   {0x2F800, 0x2FA1F}};
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [c](const auto &range) { return c >= range.first && c <= range.second; });
}

bool isWhite(char32_t c)
{
    return c == U'\t' || c == U'\n' || c == U'\r' || QChar::isSpace(c);
}

QString clean(const QString &text)
{
    return mapped(text, [](char32_t c, QList<char32_t> &out) {
        const auto category = QChar::category(c);
        if (isWhite(c))
            out.append(U' ');
        else if (c != 0xFFFD && category != QChar::Other_Control && category != QChar::Other_Format
                 && category != QChar::Other_PrivateUse && category != QChar::Other_NotAssigned
                 && category != QChar::Other_Surrogate)
            out.append(c);
    });
}

QString apartCjk(const QString &text)
{
    return mapped(text, [](char32_t c, QList<char32_t> &out) {
        if (isCjk(c))
            out << U' ' << c << U' ';
        else
            out << c;
    });
}

QString withoutMarks(const QString &text)
{
    return mapped(text, [](char32_t c, QList<char32_t> &out) {
        if (QChar::category(c) != QChar::Mark_NonSpacing)
            out.append(c);
    });
}

QString decomposed(const QString &text)
{
    return text.normalized(QString::NormalizationForm_D);
}

Rewrite bert(const Json &step)
{
    const bool lower = stepFlag(step, "lowercase", true);
    const bool strip = stepFlag(step, "strip_accents", lower); // null: as lowercase
    return [cleans = stepFlag(step, "clean_text", true),
            parts = stepFlag(step, "handle_chinese_chars", true), strip, lower](QString text) {
        if (cleans)
            text = clean(text);
        if (parts)
            text = apartCjk(text);
        if (strip)
            text = withoutMarks(decomposed(text));
        return lower ? text.toLower() : text;
    };
}

Result<Rewrite> replacing(const Json &step, const QString &pointer)
{
    const Json &pattern = stepMember(step, "pattern");
    const Json &with = stepMember(step, "content");
    if (!with.is_string())
        return unfit(pointer + u"/content"_s, u"expected a text"_s);
    const QString content = stepText(with);
    if (const QString text = stepText(stepMember(pattern, "String")); !text.isEmpty())
        return Rewrite([text, content](QString all) { return all.replace(text, content); });
    const QRegularExpression expression(stepText(stepMember(pattern, "Regex")),
                                        QRegularExpression::UseUnicodePropertiesOption);
    if (expression.pattern().isEmpty() || !expression.isValid())
        return unfit(pointer + u"/pattern"_s, u"expected a String or a Regex"_s);
    // What is put in is meant word for word: no back-references.
    return Rewrite([expression, content](const QString &all) {
        QString out;
        qsizetype from = 0;
        for (auto it = expression.globalMatch(all); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            out += all.mid(from, match.capturedStart() - from) + content;
            from = match.capturedEnd();
        }
        return out + all.mid(from);
    });
}

Rewrite stripping(const Json &step)
{
    return [left = stepFlag(step, "strip_left", true),
            right = stepFlag(step, "strip_right", true)](const QString &text) {
        qsizetype from = 0;
        qsizetype to = text.size();
        while (left && from < to && text[from].isSpace())
            ++from;
        while (right && to > from && text[to - 1].isSpace())
            --to;
        return text.mid(from, to - from);
    };
}

Rewrite formed(QString::NormalizationForm form)
{
    return [form](const QString &text) { return text.normalized(form); };
}

/// Steps of one kind, each after the other; read makes one of its JSON.
template <class Step, class Read>
Result<Step> inTurn(const Json &steps, const QString &pointer, int depth, Read read)
{
    if (!steps.is_array() || steps.size() > mostSteps || depth > stepsDeep)
        return unfit(pointer, u"expected a list of steps"_s);
    std::vector<Step> all;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto one = read(steps[i], pointer + u'/' + QString::number(i), depth + 1);
        if (!one)
            return one;
        all.push_back(*std::move(one));
    }
    return Step([all = std::move(all)](auto value) {
        for (const Step &one : all)
            value = one(value);
        return value;
    });
}

Result<Rewrite> oneRewrite(const Json &step, const QString &pointer, int depth)
{
    if (step.is_null())
        return Rewrite([](const QString &text) { return text; });
    const QString type = stepText(stepMember(step, "type"));
    if (type == "Sequence"_L1)
        return inTurn<Rewrite>(stepMember(step, "normalizers"), pointer + u"/normalizers"_s, depth,
                               oneRewrite);
    if (type == "BertNormalizer"_L1)
        return bert(step);
    if (type == "Replace"_L1)
        return replacing(step, pointer);
    if (type == "Strip"_L1)
        return stripping(step);
    if (type == "StripAccents"_L1)
        return Rewrite(&withoutMarks);
    if (type == "Lowercase"_L1)
        return Rewrite([](const QString &text) { return text.toLower(); });
    if (type == "Prepend"_L1)
        return Rewrite([before = stepText(stepMember(step, "prepend"))](const QString &text) {
            return text.isEmpty() ? text : before + text;
        });
    if (type == "NFC"_L1)
        return formed(QString::NormalizationForm_C);
    if (type == "NFD"_L1)
        return formed(QString::NormalizationForm_D);
    if (type == "NFKD"_L1)
        return formed(QString::NormalizationForm_KD);
    if (type == "NFKC"_L1)
        return formed(QString::NormalizationForm_KC);
    // sentencepiece's table, which comes along as a blob, is NFKC but for a few rare characters.
    if (type == "Precompiled"_L1 || type == "Nmt"_L1)
        return Rewrite([](const QString &text) {
            return clean(text.normalized(QString::NormalizationForm_KC));
        });
    return unknownStep(step, pointer,
                       u"BertNormalizer, Lowercase, NFC, NFD, NFKC, NFKD, Precompiled, Prepend, "
                       "Replace, Sequence, Strip and StripAccents"_s);
}

/// fn(part, out) appends what becomes of it; nothing empty is kept.
template <class Fn>
Cut cutting(Fn fn)
{
    return [fn](const QStringList &parts) {
        QStringList cut;
        for (const QString &part : parts)
            fn(part, cut);
        cut.removeAll(QString());
        return cut;
    };
}

bool isMark(QChar c)
{
    return c.isPunct() || (c.unicode() < 128 && c.unicode() > 32 && !c.isLetterOrNumber());
}

void cutAtSpaces(const QString &part, QStringList &out)
{
    qsizetype from = 0;
    for (qsizetype at = 0; at <= part.size(); ++at) {
        if (at < part.size() && !part[at].isSpace())
            continue;
        out.append(part.mid(from, at - from));
        from = at + 1;
    }
}

void apartMarks(const QString &part, QStringList &out)
{
    qsizetype from = 0;
    for (qsizetype at = 0; at < part.size(); ++at) {
        if (!isMark(part[at]))
            continue;
        out.append(part.mid(from, at - from));
        out.append(part.mid(at, 1));
        from = at + 1;
    }
    out.append(part.mid(from));
}

void wordsAndMarks(const QString &part, QStringList &out)
{
    static const QRegularExpression words(u"\\w+|[^\\w\\s]+"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    for (auto it = words.globalMatch(part); it.hasNext();)
        out.append(it.next().captured());
}

Result<Cut> metaspace(const Json &step, const QString &pointer)
{
    const QString sign = stepText(stepMember(step, "replacement"));
    if (sign.size() != 1)
        return unfit(pointer + u"/replacement"_s, u"expected one character"_s);
    const QString scheme = stepText(stepMember(step, "prepend_scheme"));
    const bool prepends
        = scheme.isEmpty() ? stepFlag(step, "add_prefix_space", true) : scheme != "never"_L1;
    const bool onlyFirst = scheme == "first"_L1;
    const bool splits = stepFlag(step, "split", true);
    return Cut([=](const QStringList &parts) {
        QStringList cut;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            QString text = QString(parts[i]).replace(u' ', sign[0]);
            if (prepends && (i == 0 || !onlyFirst) && !text.startsWith(sign))
                text.prepend(sign);
            qsizetype from = 0;
            for (qsizetype at = 1; splits && at < text.size(); ++at) {
                if (text[at] != sign[0])
                    continue;
                cut.append(text.mid(from, at - from));
                from = at;
            }
            cut.append(text.mid(from));
        }
        return cut;
    });
}

Result<Cut> oneCut(const Json &step, const QString &pointer, int depth)
{
    if (step.is_null())
        return Cut([](const QStringList &parts) { return parts; });
    const QString type = stepText(stepMember(step, "type"));
    if (type == "Sequence"_L1)
        return inTurn<Cut>(stepMember(step, "pretokenizers"), pointer + u"/pretokenizers"_s, depth,
                           oneCut);
    if (type == "Metaspace"_L1)
        return metaspace(step, pointer);
    if (type == "WhitespaceSplit"_L1)
        return cutting(&cutAtSpaces);
    if (type == "Punctuation"_L1)
        return cutting(&apartMarks);
    if (type == "Whitespace"_L1)
        return cutting(&wordsAndMarks);
    if (type == "BertPreTokenizer"_L1)
        return cutting([](const QString &part, QStringList &out) {
            QStringList words;
            cutAtSpaces(part, words);
            for (const QString &word : std::as_const(words))
                apartMarks(word, out);
        });
    return unknownStep(step, pointer,
                       u"BertPreTokenizer, Metaspace, Punctuation, Sequence, Whitespace and "
                       "WhitespaceSplit"_s);
}

} // namespace

Result<Rewrite> rewriteOf(const Json &normaliser, const QString &pointer)
{
    return oneRewrite(normaliser, pointer, 0);
}

Result<Cut> cutOf(const Json &cutter, const QString &pointer)
{
    return oneCut(cutter, pointer, 0);
}

} // namespace baton::knowledge
