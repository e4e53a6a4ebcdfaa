#include "core/knowledge/PdfLines.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

constexpr double columnGap = 1.2;  // between cells, in sizes of the letters
constexpr double rowGap = 2.5;     // between rows of a table, likewise
constexpr double longestMean = 25; // UTF-16 units a cell; columns of prose have more
constexpr double wordGap = 0.12;   // from which on there is a space

using Cells = QList<QList<int>>; // indices of words, by cell

struct Row
{
    double centre = 0;
    QList<int> words;
    Cells cells;
};

QList<Row> rowsOf(const QList<PdfWord> &page)
{
    QList<int> order(page.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return page[a].box.center().y() < page[b].box.center().y();
    });
    QList<Row> rows;
    for (const int i : order) {
        const double centre = page[i].box.center().y();
        if (rows.isEmpty() || centre - rows.last().centre > page[i].size / 2)
            rows.append(Row{centre, {}, {}});
        rows.last().words.append(i);
    }
    for (Row &row : rows) {
        std::stable_sort(row.words.begin(), row.words.end(),
                         [&](int a, int b) { return page[a].box.left() < page[b].box.left(); });
        for (const int i : std::as_const(row.words)) {
            if (row.cells.isEmpty()
                || page[i].box.left() - page[row.cells.last().last()].box.right()
                    > columnGap * page[i].size)
                row.cells.append(QList<int>());
            row.cells.last().append(i);
        }
    }
    return rows;
}

QString joined(const QList<PdfWord> &page, const QList<int> &words)
{
    QString text;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const PdfWord &word = page[words[i]];
        if (i > 0 && word.box.left() - page[words[i - 1]].box.right() > wordGap * word.size)
            text += u' ';
        text += word.text;
    }
    return text;
}

/// Whether two of the cells stand below cells of the other row, at the left or at the right.
bool areAligned(const QList<PdfWord> &page, const Row &row, const Row &above)
{
    int below = 0;
    for (const auto &cell : row.cells) {
        const double near = page[cell.first()].size;
        below += std::any_of(above.cells.begin(), above.cells.end(), [&](const auto &other) {
            return std::abs(page[cell.first()].box.left() - page[other.first()].box.left()) < near
                || std::abs(page[cell.last()].box.right() - page[other.last()].box.right()) < near;
        });
    }
    return below > 1;
}

/// Rows of tables: [first, last].
QList<std::pair<qsizetype, qsizetype>> tablesIn(const QList<PdfWord> &page, const QList<Row> &rows)
{
    QList<std::pair<qsizetype, qsizetype>> tables;
    for (qsizetype first = 0; first < rows.size(); ++first) {
        qsizetype last = first;
        while (last + 1 < rows.size() && rows[last + 1].cells.size() > 1
               && rows[last].cells.size() > 1
               && rows[last + 1].centre - rows[last].centre
                   < rowGap * page[rows[last].words.first()].size
               && areAligned(page, rows[last + 1], rows[last]))
            ++last;
        if (last == first)
            continue;
        double units = 0;
        double cells = 0;
        for (qsizetype i = first; i <= last; ++i) {
            for (const auto &cell : rows[i].cells)
                units += double(joined(page, cell).size());
            cells += double(rows[i].cells.size());
        }
        if (units / cells <= longestMean)
            tables.append({first, last});
        first = last;
    }
    return tables;
}

void extend(PdfLine &line, const PdfWord &word)
{
    if (!line.text.isEmpty() && word.box.left() - line.box.right() > wordGap * word.size)
        line.text += u' ';
    line.text += word.text;
    line.box = line.box.isNull() ? word.box : line.box.united(word.box);
    line.size = std::max(line.size, word.size);
    line.bold = line.bold && word.bold;
}

bool continues(const PdfLine &line, const PdfWord &word)
{
    const double centre = word.box.center().y();
    return centre > line.box.top() && centre < line.box.bottom()
        && word.box.left() > line.box.right() - word.size;
}

} // namespace

QList<PdfLine> linesOf(const QList<PdfWord> &page)
{
    const QList<Row> rows = rowsOf(page);
    const auto tables = tablesIn(page, rows);
    QList<int> tableOf(page.size(), -1);
    for (qsizetype t = 0; t < tables.size(); ++t) {
        for (qsizetype r = tables[t].first; r <= tables[t].second; ++r) {
            for (const int word : rows[r].words)
                tableOf[word] = int(t);
        }
    }
    QList<PdfLine> lines;
    QList<bool> told(tables.size(), false);
    bool open = false;
    for (qsizetype i = 0; i < page.size(); ++i) {
        const int table = tableOf[i];
        if (table < 0) {
            if (!open || !continues(lines.last(), page[i]))
                lines.append(PdfLine{{}, {}, 0, true, false});
            extend(lines.last(), page[i]);
            open = true;
            continue;
        }
        open = false;
        if (std::exchange(told[table], true))
            continue;
        for (qsizetype r = tables[table].first; r <= tables[table].second; ++r) {
            PdfLine line{{}, {}, 0, false, true};
            QStringList cells;
            for (const auto &cell : rows[r].cells)
                cells.append(joined(page, cell));
            for (const int word : rows[r].words)
                extend(line, page[word]);
            line.text = cells.join(u" | ");
            lines.append(std::move(line));
        }
    }
    return lines;
}

} // namespace baton::knowledge
