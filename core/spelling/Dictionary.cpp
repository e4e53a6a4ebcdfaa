#include "core/spelling/Dictionary.h"

#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtCore/QStandardPaths>
#include <QtCore/QTextBoundaryFinder>

#include <hunspell/hunspell.hxx>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::spelling {

namespace {

constexpr qsizetype longestChecked = 20'000; // UTF-16 units of a text
constexpr qsizetype longestWord = 60;
constexpr qsizetype longestAbbreviation = 5;
constexpr qsizetype mostInstead = 5;

/// The file without its ending; empty where no folder has one.
QString fileFor(const QString &locale, const QStringList &folders)
{
    const QString wanted = QString(locale).replace(u'-', u'_');
    const QString language = wanted.section(u'_', 0, 0).toLower();
    if (language.size() < 2 || language.size() > 3
        || !std::all_of(language.begin(), language.end(), [](QChar c) { return c.isLetter(); }))
        return {};
    const QString own = language == "en"_L1 ? u"en_GB"_s : language + u'_' + language.toUpper();
    for (const QString &folder : folders) {
        const QDir dir(folder);
        QStringList names;
        for (QString name :
             dir.entryList({language + u"*.aff"_s}, QDir::Files | QDir::Readable, QDir::Name)) {
            name.chop(4);
            if ((name == language || name.startsWith(QString(language + u'_')))
                && dir.exists(name + u".dic"_s))
                names += name;
        }
        for (const QString &name : {wanted, own}) {
            if (names.contains(name))
                return dir.filePath(name);
        }
        if (!names.isEmpty())
            return dir.filePath(names.first());
    }
    return {};
}

/// What stands between two spaces around a word: an address is no word.
bool isAddress(QStringView around)
{
    return around.contains(u'@') || around.contains(u"://") || around.contains(u'/')
        || around.contains(u'\\') || around.startsWith(u"www.");
}

bool isLeftAlone(QStringView word, QStringView around)
{
    const bool digits = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    const bool lower = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLower(); });
    return word.size() < 2 || word.size() > longestWord || digits
        || (!lower && word.size() <= longestAbbreviation) || isAddress(around)
        || around.contains(u'{') || around.contains(u'[');
}

QStringView wordsAround(QStringView text, qsizetype begin, qsizetype end)
{
    while (begin > 0 && !text[begin - 1].isSpace())
        --begin;
    while (end < text.size() && !text[end].isSpace())
        ++end;
    return text.sliced(begin, end - begin);
}

} // namespace

QStringList Dictionary::standardFolders()
{
    return QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, u"hunspell"_s,
                                     QStandardPaths::LocateDirectory);
}

std::unique_ptr<Dictionary> Dictionary::open(const QString &locale, const QStringList &folders)
{
    const QString file = fileFor(locale, folders);
    if (file.isEmpty())
        return {};
    auto words = std::make_unique<Hunspell>(QFile::encodeName(file + u".aff"_s).constData(),
                                            QFile::encodeName(file + u".dic"_s).constData());
    const QByteArray encoding(words->get_dict_encoding().c_str());
    std::unique_ptr<Dictionary> made(new Dictionary(std::move(words), encoding));
    if (!made->m_encoder.isValid() || !made->m_decoder.isValid())
        return {};
    return made;
}

Dictionary::Dictionary(std::unique_ptr<Hunspell> words, const QByteArray &encoding)
    : m_words(std::move(words))
    , m_encoder(encoding.constData(), QStringConverter::Flag::Stateless)
    , m_decoder(encoding.constData(), QStringConverter::Flag::Stateless)
{ }

Dictionary::~Dictionary() = default;

bool Dictionary::knows(const QString &word) const
{
    const QByteArray bytes = m_encoder.encode(word);
    if (m_decoder.decode(bytes) != word)
        return true; // what the dictionary cannot write it cannot judge
    return m_words->spell(bytes.toStdString());
}

QStringList Dictionary::insteadOf(const QString &word) const
{
    const QByteArray bytes = m_encoder.encode(word);
    QStringList instead;
    for (const std::string &each : m_words->suggest(bytes.toStdString())) {
        if (instead.size() == mostInstead)
            break;
        instead += m_decoder.decode(QByteArray::fromStdString(each));
    }
    return instead;
}

QList<Misspelling> Dictionary::misspelt(const QString &text, const QSet<QString> &known) const
{
    QList<Misspelling> found;
    const QString checked = text.first(std::min(text.size(), longestChecked));
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, checked);
    qsizetype begin = -1;
    for (qsizetype at = 0; at != -1 && found.size() < mostMisspelt; at = finder.toNextBoundary()) {
        const auto reasons = finder.boundaryReasons();
        if (begin >= 0 && (reasons & QTextBoundaryFinder::EndOfItem)) {
            QString word = checked.sliced(begin, at - begin);
            if (!isLeftAlone(word, wordsAround(checked, begin, at))
                && !known.contains(word.toCaseFolded()) && !knows(word.replace(u'\u2019', u'\'')))
                found.append({int(begin), int(at), insteadOf(word)});
        }
        begin = reasons & QTextBoundaryFinder::StartOfItem ? at : -1;
    }
    return found;
}

} // namespace baton::spelling
