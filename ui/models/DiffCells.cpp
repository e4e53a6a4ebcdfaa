#include "ui/models/DiffCells.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace baton::ui {

namespace {

struct Cells
{
    Q_DECLARE_TR_FUNCTIONS(Cells)
};

QString nameMask()
{
    return Cells::tr("agent", "in place of a name");
}

/// Puts a cell together piece by piece: masked names become words, and planted figures stand out.
class CellMaker
{
public:
    explicit CellMaker(const std::optional<PlantedError> &planted)
        : m_planted(planted ? planted->shown : QString())
    { }

    void add(QStringView text, CellMark mark)
    {
        const qsizetype begin = m_cell.text.size();
        for (const QChar c : text) {
            if (c == maskedName) {
                close(begin, mark);
                m_cell.spans.append(
                    {int(m_cell.text.size()), int(nameMask().size()), CellMark::Masked});
                m_cell.text += nameMask();
                if (mark != CellMark::Plain)
                    return add(text.sliced(text.indexOf(c) + 1), mark);
            } else {
                m_cell.text += c;
            }
        }
        close(begin, mark);
    }

    DiffCell made()
    {
        const qsizetype at = m_planted.isEmpty() ? -1 : m_cell.text.indexOf(m_planted);
        if (at >= 0) {
            m_cell.spans.removeIf([&](const CellSpan &span) {
                return span.begin < at + m_planted.size() && span.begin + span.length > at;
            });
            m_cell.spans.append({int(at), int(m_planted.size()), CellMark::Planted});
        }
        std::sort(m_cell.spans.begin(), m_cell.spans.end(),
                  [](const CellSpan &a, const CellSpan &b) { return a.begin < b.begin; });
        return m_cell;
    }

private:
    void close(qsizetype begin, CellMark mark)
    {
        const int length = int(m_cell.text.size() - begin);
        if (mark != CellMark::Plain && length > 0)
            m_cell.spans.append({int(begin), length, mark});
    }

    QString m_planted;
    DiffCell m_cell;
};

DiffCell sideOf(const QString &whole, const text::Stretch &sentence,
                const QList<text::Stretch> &changed, CellMark mark,
                const std::optional<PlantedError> &planted)
{
    CellMaker maker(planted);
    const QStringView text(whole);
    qsizetype from = sentence.begin;
    for (const text::Stretch &one : changed) {
        maker.add(text.sliced(from, one.begin - from), CellMark::Plain);
        maker.add(text.sliced(one.begin, one.end - one.begin), mark);
        from = one.end;
    }
    maker.add(text.sliced(from, sentence.end - from), CellMark::Plain);
    return maker.made();
}

struct InlineWord
{
    QStringView text;
    bool changed = false;
    bool touches = false; ///< stands right behind the word before it
};

/// As they were compared: a mark at the end of a word is a word of its own.
QList<InlineWord> wordsOf(QStringView whole, const text::Stretch &sentence,
                          const QList<text::Stretch> &changed)
{
    QList<InlineWord> words;
    qsizetype begin = -1;
    qsizetype last = -1; // where the word before ended
    const auto take = [&](qsizetype end) {
        const bool isChanged
            = std::any_of(changed.begin(), changed.end(), [begin](const text::Stretch &one) {
                  return one.begin <= begin && begin < one.end;
              });
        words.append({whole.sliced(begin, end - begin), isChanged, begin == last});
        last = end;
        begin = -1;
    };
    for (qsizetype i = sentence.begin; i < sentence.end; ++i) {
        const bool space = whole[i].isSpace();
        const bool mark = whole[i].isPunct() && (i + 1 == sentence.end || whole[i + 1].isSpace());
        if (begin >= 0 && (space || mark))
            take(i);
        if (begin < 0 && !space)
            begin = i;
        if (mark)
            take(i + 1);
    }
    if (begin >= 0)
        take(sentence.end);
    return words;
}

/// The sentence that was sent, with what went before what came in its place.
DiffCell inlinedOf(const ReviewSnapshot &snapshot, const DiffRow &row)
{
    const QList<InlineWord> draft = wordsOf(snapshot.draft, row.draftAt, row.removed);
    const QList<InlineWord> sent = wordsOf(snapshot.sent, row.sentAt, row.added);
    CellMaker maker(snapshot.planted);
    bool first = true;
    const auto put = [&](const InlineWord &word, CellMark mark) {
        if (!first && !word.touches)
            maker.add(u" ", CellMark::Plain);
        first = false;
        maker.add(word.text, mark);
    };
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < draft.size() || j < sent.size()) {
        if (i < draft.size() && (draft[i].changed || j == sent.size())) {
            put(draft[i++], CellMark::Removed);
        } else if (sent[j].changed || i == draft.size()) {
            put(sent[j++], CellMark::Added);
        } else {
            put(sent[j++], CellMark::Plain);
            ++i;
        }
    }
    return maker.made();
}

DiffCell remark(const QString &text)
{
    DiffCell cell;
    cell.text = text;
    cell.quiet = true;
    return cell;
}

const DraftSentence *sentenceOf(const ReviewSnapshot &snapshot, int index)
{
    return index >= 0 && index < snapshot.checked.sentences.size()
        ? &snapshot.checked.sentences[index]
        : nullptr;
}

QString whyRemoved(const DraftSentence *sentence)
{
    if (!sentence || sentence->supported())
        return Cells::tr("Removed");
    return sentence->unmatched.isEmpty()
        ? Cells::tr("Removed: nothing supports it")
        : Cells::tr("Removed: nothing supports %1").arg(sentence->unmatched.first().text);
}

QList<int> sourcesOf(const DraftSentence *sentence, const QList<SourceLine> &lines,
                     const Conversation &conversation)
{
    QList<int> numbers;
    if (!sentence || !sentence->isClaim())
        return numbers;
    for (const Support &support : sentence->supports) {
        const int number = sourceNumber(lines, support, conversation);
        if (number > 0 && !numbers.contains(number))
            numbers.append(number);
    }
    return numbers;
}

} // namespace

QList<DiffCells> diffCells(const ReviewSnapshot &snapshot, const QList<SourceLine> &lines)
{
    QList<DiffCells> all;
    const bool drafted = !snapshot.draft.isEmpty();
    for (const DiffRow &row : snapshot.rows) {
        DiffCells cells;
        cells.change = drafted && !snapshot.sent.isEmpty() ? row.change : 0;
        cells.sentence = row.sent;
        const DraftSentence *sentence = sentenceOf(snapshot, drafted ? row.draft : row.sent);
        const QList<int> sources = sourcesOf(sentence, lines, snapshot.conversation);
        const bool alone = cells.change == 0;
        if (row.draft >= 0) {
            cells.draft
                = sideOf(snapshot.draft, row.draftAt, alone ? QList<text::Stretch>() : row.removed,
                         CellMark::Removed, snapshot.planted);
            cells.draft.sources = sources;
        } else if (drafted) {
            cells.draft = remark(Cells::tr("Added"));
        }
        if (row.sent >= 0) {
            cells.sent
                = sideOf(snapshot.sent, row.sentAt, alone ? QList<text::Stretch>() : row.added,
                         CellMark::Added, snapshot.planted);
            if (!drafted)
                cells.sent.sources = sources;
        } else {
            cells.sent = remark(snapshot.sent.isEmpty() ? QString() : whyRemoved(sentence));
        }
        cells.inlined
            = alone ? (row.sent >= 0 ? cells.sent : cells.draft) : inlinedOf(snapshot, row);
        cells.inlined.sources = sources;
        all.append(cells);
    }
    return all;
}

Conversation readableCopy(Conversation conversation)
{
    for (Message &message : conversation.messages)
        message.text.replace(maskedName, nameMask());
    return conversation;
}

} // namespace baton::ui
