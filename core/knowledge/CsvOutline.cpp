#include "core/base/Text.h"
#include "core/knowledge/OutlineBuilder.h"

#include <QtCore/QSet>

#include <csv.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

constexpr qsizetype mostColumns = 1'000;
constexpr qint64 mostTableCells = 1'000'000;

/// What parts the cells: what the first line has most of, outside of quotes.
char separatorOf(QByteArrayView utf8)
{
    std::array<int, 3> counts{};
    constexpr std::array separators{',', ';', '\t'};
    bool quoted = false;
    for (const char c : utf8) {
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '\n' || c == '\r'))
            break;
        for (size_t i = 0; i < separators.size(); ++i)
            counts[i] += !quoted && c == separators[i];
    }
    return separators[size_t(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

bool isNumber(const QString &cell)
{
    const auto digit = [](QChar c) { return c.isDigit(); };
    const auto letter = [](QChar c) { return c.isLetter(); };
    return std::any_of(cell.begin(), cell.end(), digit)
        && std::none_of(cell.begin(), cell.end(), letter);
}

bool areNames(const QStringList &cells)
{
    return cells.size() > 1 && QSet<QString>(cells.begin(), cells.end()).size() == cells.size()
        && std::none_of(cells.begin(), cells.end(),
                        [](const QString &cell) { return cell.isEmpty() || isNumber(cell); });
}

/// What libcsv tells, as lines.
class Table
{
public:
    void cell(QByteArrayView utf8)
    {
        ++m_count;
        if (m_row.size() <= mostColumns)
            m_row.append(text::folded(QString::fromUtf8(utf8)));
    }
    void endRow()
    {
        const QStringList row = std::exchange(m_row, {});
        m_isTooWide = m_isTooWide || row.size() > mostColumns;
        if (std::all_of(row.begin(), row.end(), [](const QString &c) { return c.isEmpty(); }))
            return;
        if (std::exchange(m_isFirst, false) && areNames(row)) {
            m_names = row;
            return;
        }
        QStringList cells;
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (m_names.isEmpty())
                cells.append(row[i]);
            else if (!row[i].isEmpty())
                cells.append(i < m_names.size() ? m_names[i] + u": "_s + row[i] : row[i]);
        }
        m_outline.row(cells);
    }
    bool isTooLarge() const { return m_isTooWide || m_count > mostTableCells; }
    OutlineBuilder &outline() { return m_outline; }

private:
    OutlineBuilder m_outline;
    QStringList m_names;
    QStringList m_row;
    qint64 m_count = 0;
    bool m_isFirst = true;
    bool m_isTooWide = false;
};

/// libcsv's parser, freed at the end.
class CsvParser
{
public:
    explicit CsvParser(char separator)
        : m_ready(csv_init(&m_parser, 0) == 0)
    {
        csv_set_delim(&m_parser, static_cast<unsigned char>(separator));
    }
    ~CsvParser() { csv_free(&m_parser); }
    CsvParser(const CsvParser &) = delete;
    CsvParser &operator=(const CsvParser &) = delete;

    bool read(QByteArrayView utf8, Table &table)
    {
        return m_ready
            && csv_parse(&m_parser, utf8.data(), size_t(utf8.size()), onCell, onRow, &table)
            == size_t(utf8.size());
    }
    bool finish(Table &table) { return csv_fini(&m_parser, onCell, onRow, &table) == 0; }
    /// Whether a quote was opened that has not been closed.
    bool isWithinQuotes() const
    {
        constexpr int begun = 2; // FIELD_BEGUN in libcsv.c
        return m_parser.quoted != 0 && m_parser.pstate == begun;
    }

private:
    static void onCell(void *text, size_t size, void *table)
    {
        static_cast<Table *>(table)->cell({static_cast<const char *>(text), qsizetype(size)});
    }
    static void onRow(int, void *table) { static_cast<Table *>(table)->endRow(); }

    csv_parser m_parser = {};
    bool m_ready;
};

} // namespace

Result<Outline> csvOutline(QByteArrayView utf8)
{
    Table table;
    CsvParser parser(separatorOf(utf8));
    qsizetype number = 1;
    qsizetype opened = 0; // the line in which the open quote stands
    const auto tooLarge = [&] {
        return Error{ErrorCode::TooLarge, QString::number(number),
                     u"more than %1 columns or %2 cells; split the file"_s.arg(mostColumns)
                         .arg(mostTableCells)};
    };
    for (qsizetype begin = 0; begin < utf8.size(); ++number) {
        qsizetype end = utf8.indexOf('\n', begin);
        end = end < 0 ? utf8.size() : end + 1;
        const bool within = parser.isWithinQuotes();
        if (!parser.read(utf8.sliced(begin, end - begin), table) || table.isTooLarge())
            return tooLarge();
        if (!within && parser.isWithinQuotes())
            opened = number;
        begin = end;
    }
    if (parser.isWithinQuotes())
        return Error{ErrorCode::InvalidInput, QString::number(opened),
                     u"the quote that begins here has no end; close it"_s};
    --number;
    if (!parser.finish(table) || table.isTooLarge())
        return tooLarge();
    return table.outline().take();
}

} // namespace baton::knowledge
