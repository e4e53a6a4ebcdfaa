#pragma once

#include "core/base/Result.h"
#include "core/signals/TextTable.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QStringView>

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace baton::signs {

/// How warm or cold words are (resources/policy/lexicon.json). The rule is VADER's (Hutto and
/// Gilbert 2014) with constants of our own, measured on the airline set: a negated bad word is
/// hardly good, what follows a "but" weighs more, and thanks beside a complaint are courtesy.
/// Immutable once read; any thread.
class Lexicon
{
public:
    /// InvalidInput: the detail is "POINTER: what"; unknown keys are refused.
    static Result<Lexicon> read(const QByteArray &json);

    static constexpr qsizetype longestText
        = 4'000; ///< UTF-16 units of a message that are looked at

    /// −1 very upset … 1 very pleased, in steps of 1e-4; 0 where no word speaks. locale is BCP 47;
    /// one the lexicon does not know is read as English.
    double valence(QStringView text, QStringView locale = {}) const;

    /// What the lexicon knows of a word.
    struct Entry
    {
        std::string word;  ///< plain (Plain.h)
        float valence = 0; ///< −4 … 4
        float booster = 0; ///< what it adds to the strength of the next words, a share
        bool negates = false;
        bool beginsIdiom = false;
        bool turns = false;  ///< a "but"
        bool thanks = false; ///< courtesy, where there is a complaint too
    };
    struct Token
    {
        enum class Kind : quint8 { Word, Sign, Stop } kind = Kind::Word;
        int begin = 0; ///< UTF-16 units into the text
        int end = 0;
        std::string_view word;        ///< plain, as the lexicon writes it where it knows it
        const Entry *entry = nullptr; ///< of this lexicon; null for what the language lacks
        float valence = 0;            ///< of a sign
    };
    /// A word, an idiom or a sign that spoke, and what it added when all rules were applied.
    struct Carrier
    {
        int begin = 0; ///< UTF-16 units into the text
        int end = 0;
        float valence = 0;
        int token = 0; ///< the place of its first one
        bool thanks = false;
    };
    struct Reading
    {
        double valence = 0;
        std::vector<Carrier> carriers; ///< by place
        std::vector<Token> tokens;     ///< by place; valid while this and the lexicon are
        QByteArray plain;
    };
    /// valence() and what it rests on.
    Reading reading(QStringView text, QStringView locale = {}) const;

    const QByteArray &fingerprint() const
    {
        return m_fingerprint;
    } ///< SHA-256 of the document, hex

private:
    struct Language
    {
        TextTable<Entry> words;
        TextTable<float> idioms; ///< words joined by one blank
        int longestIdiom = 1;    ///< words

        Entry &entry(std::string_view word);
        std::pair<int, float> idiomAt(const std::vector<Token> &tokens, int at) const;
        std::vector<Carrier> carriersIn(const std::vector<Token> &tokens) const;
    };
    struct Sign
    {
        QString text;
        float valence = 0;
    };

    const Language &languageOf(QStringView locale) const;
    std::vector<Token> tokensOf(QStringView text, const QByteArray &bytes,
                                const Language &language) const;
    const Sign *signAt(QStringView text, qsizetype at) const;

    QHash<QString, Language> m_languages;
    QHash<char16_t, QList<Sign>>
        m_signs; ///< emoji and emoticons by their first unit; longest first
    std::bitset<0x10000> m_beginsSign;
    QByteArray m_fingerprint;
};

} // namespace baton::signs
