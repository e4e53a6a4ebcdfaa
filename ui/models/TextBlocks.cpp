#include "ui/models/TextBlocks.h"

namespace baton::ui {

namespace {

/// The end of a piece that begins at begin and is at most units long.
qsizetype cut(const QString &text, qsizetype begin, qsizetype units)
{
    qsizetype end = begin + units;
    if (end >= text.size())
        return text.size();
    const qsizetype near = begin + units / 2;
    for (const QChar wanted : {u'\n', u' '}) {
        const qsizetype found = text.lastIndexOf(wanted, end - 1);
        if (found > near)
            return found + 1;
    }
    if (text[end].isLowSurrogate())
        --end;
    return end;
}

/// The offset just before the line end that closes line number lines, or the size.
qsizetype endOfLine(const QString &text, qsizetype lines)
{
    qsizetype at = -1;
    while (lines-- > 0) {
        at = text.indexOf(u'\n', at + 1);
        if (at < 0)
            return text.size();
    }
    return at;
}

bool tooLong(const QString &text)
{
    return text.size() > foldAboveUnits || endOfLine(text, foldAboveLines) < text.size();
}

} // namespace

QList<TextBlock> textBlocks(const QList<Turn> &turns, const QSet<QString> &unfolded)
{
    QList<TextBlock> blocks;
    blocks.reserve(turns.size());
    for (qsizetype i = 0; i < turns.size(); ++i) {
        const QString &text = turns[i].message.text;
        if (!tooLong(text)) {
            blocks += {i, 0, text.size()};
            continue;
        }
        if (!unfolded.contains(turns[i].key)) {
            const qsizetype end = qMin(cut(text, 0, foldedUnits), endOfLine(text, foldedLines));
            blocks += {i, 0, end, true, true, true};
            continue;
        }
        for (qsizetype begin = 0; begin < text.size();) {
            const qsizetype end = cut(text, begin, partUnits);
            blocks += {i, begin, end - begin, begin == 0, end == text.size()};
            begin = end;
        }
    }
    return blocks;
}

QString displayText(QStringView text)
{
    QString out = text.toString();
    for (qsizetype i = 0; i < out.size(); ++i) {
        const QChar c = out[i];
        if (c == u'\r' && i + 1 < out.size() && out[i + 1] == u'\n')
            out[i] = QChar(0x200b);
        else if (c == u'\n' || c == u'\r' || c == QChar::ParagraphSeparator)
            out[i] = QChar::LineSeparator;
        else if (c.category() == QChar::Other_Control && c != u'\t')
            out[i] = QChar::ReplacementCharacter;
    }
    return out;
}

} // namespace baton::ui
