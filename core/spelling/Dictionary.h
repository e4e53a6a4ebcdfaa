#pragma once

#include "core/domain/Misspelling.h"

#include <QtCore/QList>
#include <QtCore/QSet>
#include <QtCore/QStringDecoder>
#include <QtCore/QStringEncoder>

#include <memory>

class Hunspell;

namespace baton::spelling {

/// A Hunspell dictionary as the system has it (LibreOffice and browsers use the same). Any thread,
/// one at a time.
class Dictionary
{
public:
    /// Where Debian, Flatpak and the user (XDG data folders) keep them: "…/hunspell".
    static QStringList standardFolders();
    /// That of a language: the region's if it is there ("de-AT"), else the language's own country
    /// (de_DE, en_GB, es_ES), else the first by name. Null where there is none, or where its
    /// encoding is unknown here. Blocking; some 10 ms.
    static std::unique_ptr<Dictionary> open(const QString &locale,
                                            const QStringList &folders = standardFolders());
    ~Dictionary();

    /// The words of a text that it does not know, the first mostMisspelt. Left alone: words with
    /// digits, short ones in capitals, addresses, "{slots}" and "[MASKS]", and those in known
    /// (folded case).
    QList<Misspelling> misspelt(const QString &text, const QSet<QString> &known) const;

    static constexpr int mostMisspelt = 50;

private:
    Dictionary(std::unique_ptr<Hunspell> words, const QByteArray &encoding);
    bool knows(const QString &word) const;
    QStringList insteadOf(const QString &word) const;

    std::unique_ptr<Hunspell> m_words;
    mutable QStringEncoder m_encoder;
    mutable QStringDecoder m_decoder;
};

} // namespace baton::spelling
