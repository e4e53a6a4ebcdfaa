#pragma once

#include "core/base/Result.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QStringView>

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

    const QByteArray &fingerprint() const
    {
        return m_fingerprint;
    } ///< SHA-256 of the document, hex

private:
    struct Entry
    {
        float valence = 0; ///< −4 … 4
        float booster = 0; ///< what it adds to the strength of the next words, a share
        bool negates = false;
        bool beginsIdiom = false;
    };
    struct Language
    {
        QHash<QByteArray, Entry> words;  ///< plain (Plain.h)
        QHash<QByteArray, float> idioms; ///< words joined by one blank
        int longestIdiom = 1;            ///< words
    };
    struct Sign
    {
        QString text;
        float valence = 0;
    };
    struct Token;
    struct Hit;

    /// bytes is the text made plain, without addresses; tokens point into it.
    std::vector<Token> tokensOf(QStringView text, const QByteArray &bytes,
                                const Language &language) const;
    const Sign *signAt(QStringView text, qsizetype at) const;
    static std::vector<Hit> hitsIn(const std::vector<Token> &tokens, const Language &language);

    QHash<QString, Language> m_languages;
    QHash<char16_t, QList<Sign>>
        m_signs; ///< emoji and emoticons by their first unit; longest first
    QByteArray m_fingerprint;
};

} // namespace baton::signs
