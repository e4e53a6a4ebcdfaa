#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringView>

#include <vector>

namespace baton::facts {

/// A piece of text as Figures reads it; offsets in UTF-16 units.
struct Token
{
    enum Kind { Word, Number, Code, Contact, IsoDate, Clock, Sign };
    Kind kind = Word;
    int begin = 0;
    int end = 0;
    QByteArray plain;   ///< without case and accents; a sign as its UTF-8
    qint64 value = 0;   ///< of a number, ten-thousandths
    bool exact = false; ///< a number with a leading zero or of many digits: its digits count
};

std::vector<Token> tokensOf(QStringView text);

} // namespace baton::facts
