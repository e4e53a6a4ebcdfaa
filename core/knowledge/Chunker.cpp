#include "core/knowledge/Chunker.h"

#include "core/base/Text.h"

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

/// Pieces joined by between, as many to a part as fit.
QStringList packed(const QStringList &pieces, QStringView between)
{
    QStringList parts;
    for (const QString &piece : pieces) {
        if (!parts.isEmpty()
            && parts.last().size() + between.size() + piece.size() <= longestPassage)
            parts.last() += between.toString() + piece;
        else
            parts.append(piece);
    }
    return parts;
}

QStringList cutAnywhere(const QString &sentence)
{
    QStringList parts;
    qsizetype begin = 0;
    while (sentence.size() - begin > longestPassage) {
        qsizetype end = begin + longestPassage;
        const qsizetype space
            = QStringView(sentence).sliced(begin, longestPassage + 1).lastIndexOf(u' ');
        if (space > longestPassage / 2)
            end = begin + space;
        else if (sentence.at(end).isLowSurrogate())
            --end;
        parts.append(sentence.sliced(begin, end - begin));
        begin = sentence.at(end) == u' ' ? end + 1 : end;
    }
    if (begin < sentence.size())
        parts.append(sentence.sliced(begin));
    return parts;
}

QStringList cutLine(const QString &line)
{
    if (line.size() <= longestPassage)
        return {line};
    QStringList pieces;
    const QStringList sentences = text::sentences(line);
    for (const QString &sentence : sentences)
        pieces += sentence.size() <= longestPassage ? QStringList(sentence) : cutAnywhere(sentence);
    return packed(pieces, u" ");
}

} // namespace

QList<Passage> chunk(const QList<Section> &sections)
{
    QList<Passage> passages;
    for (const Section &section : sections) {
        QStringList lines;
        for (const QString &line : section.lines)
            lines += cutLine(line);
        const QStringList texts = packed(lines, u"\n");
        for (const QString &text : texts) {
            Passage passage;
            passage.heading = section.heading;
            passage.place = static_cast<int>(passages.size());
            passage.text = text;
            passages.append(std::move(passage));
        }
    }
    return passages;
}

} // namespace baton::knowledge
