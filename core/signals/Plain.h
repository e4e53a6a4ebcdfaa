#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringView>

#include <vector>

/// Text as the judging of words needs it. Pure; any thread. (The namespace of this folder is signs:
/// moc reserves the word signals.)
namespace baton::signs {

/// One byte for each UTF-16 unit, so that offsets carry over: Latin letters without case and
/// accents, straight quotes and dashes, other letters and digits as '_', § and currency signs as a
/// control character each, everything else as itself or a blank.
QByteArray plain(QStringView text);

/// A word of plain text: letters, digits, '_' and inner apostrophes.
struct Word
{
    int begin = 0;
    int end = 0;
};
std::vector<Word> wordsOf(const QByteArray &plain);
/// Where the word ends that begins at a place; the place itself where none does.
int wordEnd(const QByteArray &plain, int begin);

/// Sentences by their ends (. ! ? and line ends), trimmed; none is empty.
std::vector<Word> sentencesOf(const QByteArray &plain);

} // namespace baton::signs
