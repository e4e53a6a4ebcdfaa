#pragma once

#include "core/domain/Draft.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringView>

#include <vector>

/// What a sentence does and is about, by its words; English, German, Spanish. Pure; any thread.
namespace baton::drafting {

/// All words, plain, with one blank before, between and after them.
QByteArray spaced(QStringView text);

/// A plain word that only holds a sentence together in one of the three languages.
bool isStopWord(const QByteArray &plainWord);

/// The words that carry a text's meaning, as sorted hashes, each once: plain, without stop words
/// and without numbers, cut to their first six letters so that endings do not matter.
using ContentWords = std::vector<uint>;
ContentWords contentWords(QStringView text);

/// The same of whole words, stop words too: for names, of which every letter counts.
ContentWords wholeWords(QStringView text);

/// 0 … 1: share of said that stands in any of the two.
double shareIn(const ContentWords &said, const ContentWords &first, const ContentWords &second);

/// Whether the text says that something is not so.
bool negates(QStringView text);

/// Whether something is said to be in a state now, under no condition: "is packed".
bool tellsState(QStringView text);

/// Whether it says what one must, may or need not do.
bool isNorm(QStringView text);

/// measures: whether the sentence holds an amount, percentage, date, time or duration; then it is
/// no mere courtesy.
SentenceKind kindOf(QStringView sentence, bool measures);
/// What it would cost if it were not true. Law goes before money, money before dates.
Subject subjectOf(QStringView sentence, bool amounts, bool dates);

/// "en", "de", "es" by the commonest words; empty where none has least more of them than the
/// others.
QString languageOf(QStringView text, int least = 0);

/// A person's name as a sentence addresses, mentions or signs it; offsets into the text.
struct Named
{
    int begin = 0;
    int end = 0;
    bool addressed = false; ///< in the greeting
};
std::vector<Named> namesIn(QStringView sentence);

/// Whether a sentence only repeats what the customer says: "You write that …".
bool repeatsCustomer(QStringView sentence);

} // namespace baton::drafting
