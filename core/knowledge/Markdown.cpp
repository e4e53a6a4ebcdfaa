#include "core/base/Text.h"
#include "core/knowledge/Outline.h"

#include <md4c.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

// A short row stands for as many cells as the table's head has: a small file could ask for
// billions.
constexpr qint64 mostCells = 1'000'000;
constexpr int longestHeading = 300; // UTF-16 units
// md4c 0.4.8 walks all lines of a paragraph for each bracket: 1 MiB of "[a]" lines took 15 s.
constexpr qint64 mostBracketLines = 500'000'000;

constexpr std::pair<QByteArrayView, char32_t> entities[]{
    {"&amp;", '&'},      {"&lt;", '<'},        {"&gt;", '>'},       {"&quot;", '"'},
    {"&apos;", '\''},    {"&nbsp;", 0xa0},     {"&pound;", 0xa3},   {"&sect;", 0xa7},
    {"&copy;", 0xa9},    {"&reg;", 0xae},      {"&deg;", 0xb0},     {"&times;", 0xd7},
    {"&Auml;", 0xc4},    {"&Ouml;", 0xd6},     {"&Uuml;", 0xdc},    {"&szlig;", 0xdf},
    {"&auml;", 0xe4},    {"&ouml;", 0xf6},     {"&uuml;", 0xfc},    {"&eacute;", 0xe9},
    {"&ntilde;", 0xf1},  {"&ndash;", 0x2013},  {"&mdash;", 0x2014}, {"&lsquo;", 0x2018},
    {"&rsquo;", 0x2019}, {"&ldquo;", 0x201c},  {"&rdquo;", 0x201d}, {"&bull;", 0x2022},
    {"&euro;", 0x20ac},  {"&hellip;", 0x2026}, {"&trade;", 0x2122},
};

/// The character that an entity stands for; as it was written where we do not know it.
QByteArray characterOf(QByteArrayView entity)
{
    char32_t code = 0;
    if (entity.startsWith("&#")) {
        const bool hex = entity.size() > 2 && (entity[2] == 'x' || entity[2] == 'X');
        const QByteArray digits
            = entity.sliced(hex ? 3 : 2, entity.size() - (hex ? 4 : 3)).toByteArray();
        code = digits.toUInt(nullptr, hex ? 16 : 10);
        if (code == 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
            return "\xef\xbf\xbd";
    }
    for (const auto &[name, character] : entities) {
        if (entity == name)
            code = character;
    }
    return code == 0 ? entity.toByteArray() : QString::fromUcs4(&code, 1).toUtf8();
}

/// The line where a paragraph begins that would keep md4c busy for long; 0 where none does.
qsizetype lineOfTangle(QByteArrayView utf8)
{
    qint64 lines = 0;
    qint64 brackets = 0;
    qsizetype number = 1;
    for (qsizetype begin = 0; begin < utf8.size(); ++number) {
        qsizetype end = utf8.indexOf('\n', begin);
        end = end < 0 ? utf8.size() : end;
        const QByteArrayView line = utf8.sliced(begin, end - begin);
        begin = end + 1;
        if (line.trimmed().isEmpty())
            lines = brackets = 0;
        else
            ++lines;
        brackets += std::count(line.begin(), line.end(), '[');
        if (lines * brackets > mostBracketLines)
            return number - lines + 1;
    }
    return 0;
}

/// What md4c tells, as an outline. A callback that gives something else than 0 ends the parse.
class Walker
{
public:
    explicit Walker(QByteArrayView utf8)
        : m_utf8(utf8)
    { }

    int enter(MD_BLOCKTYPE type);
    int leave(MD_BLOCKTYPE type);
    int text(MD_TEXTTYPE type, QByteArrayView text);

    Outline &outline() { return m_outline; }
    /// The line in which the last text stood.
    qsizetype line() const { return m_utf8.first(m_read).count('\n') + 1; }

private:
    void endLine();

    QByteArrayView m_utf8;
    qsizetype m_read = 0;
    Outline m_outline;
    QString m_heading;
    bool m_sectionIsOpen = false;
    bool m_inHeading = false;
    bool m_inCode = false;
    bool m_inHtml = false;
    int m_cell = -1; ///< of the row that is read; -1 outside of rows
    qint64 m_cells = 0;
    QByteArray m_line;
};

int Walker::enter(MD_BLOCKTYPE type)
{
    // Again for what follows: md4c does not ask what became of a row.
    if (m_cells > mostCells)
        return 1;
    endLine();
    switch (type) {
    case MD_BLOCK_H:
        m_inHeading = true;
        break;
    case MD_BLOCK_CODE:
        m_inCode = true;
        break;
    case MD_BLOCK_HTML:
        m_inHtml = true;
        break;
    case MD_BLOCK_TR:
        m_cell = -1;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        if (++m_cell > 0)
            m_line += " | ";
        return ++m_cells > mostCells;
    default:
        break;
    }
    return 0;
}

int Walker::leave(MD_BLOCKTYPE type)
{
    if (m_cells > mostCells)
        return 1;
    switch (type) {
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        return 0;
    case MD_BLOCK_TR:
        m_cell = -1;
        break;
    case MD_BLOCK_H: {
        m_inHeading = false;
        m_heading = text::firstWords(QString::fromUtf8(m_line), longestHeading);
        m_line.clear();
        m_sectionIsOpen = false;
        if (m_outline.title.isEmpty())
            m_outline.title = m_heading;
        break;
    }
    case MD_BLOCK_CODE:
        m_inCode = false;
        break;
    case MD_BLOCK_HTML:
        m_inHtml = false;
        break;
    default:
        break;
    }
    endLine();
    return m_outline.sections.size() > mostPassages;
}

int Walker::text(MD_TEXTTYPE type, QByteArrayView text)
{
    if (text.data() >= m_utf8.data() && text.data() <= m_utf8.data() + m_utf8.size())
        m_read = text.data() - m_utf8.data();
    const bool oneLine = m_inHeading || m_cell >= 0;
    switch (type) {
    case MD_TEXT_HTML:
        if (!m_inHtml && text.toByteArray().toLower().startsWith("<br"))
            oneLine ? void(m_line += ' ') : endLine();
        break;
    case MD_TEXT_BR:
        oneLine ? void(m_line += ' ') : endLine();
        break;
    case MD_TEXT_SOFTBR:
        m_line += ' ';
        break;
    case MD_TEXT_ENTITY:
        m_line += characterOf(text);
        break;
    case MD_TEXT_NULLCHAR:
        break;
    default:
        if (m_inCode && text == "\n")
            endLine();
        else
            m_line += text;
        break;
    }
    return 0;
}

void Walker::endLine()
{
    // A cell's own paragraphs would be none: a row ends with the row.
    if (m_cell >= 0)
        return;
    const QString line = text::folded(QString::fromUtf8(m_line));
    m_line.clear();
    const auto says = [](QChar c) { return c != u' ' && c != u'|'; };
    if (std::none_of(line.begin(), line.end(), says))
        return;
    if (!m_sectionIsOpen)
        m_outline.sections.append({m_heading, {}});
    m_sectionIsOpen = true;
    m_outline.sections.last().lines.append(line);
}

} // namespace

Result<Outline> markdownOutline(QByteArrayView utf8)
{
    if (const qsizetype line = lineOfTangle(utf8); line > 0)
        return Error{ErrorCode::TooLarge, QString::number(line),
                     u"too many lines and links without an empty line; part them by some"_s};
    MD_PARSER parser = {};
    parser.flags = MD_FLAG_COLLAPSEWHITESPACE | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH
        | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void *, void *walker) {
        return static_cast<Walker *>(walker)->enter(type);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *walker) {
        return static_cast<Walker *>(walker)->leave(type);
    };
    parser.enter_span = [](MD_SPANTYPE, void *, void *) { return 0; };
    parser.leave_span = [](MD_SPANTYPE, void *, void *) { return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *walker) {
        return static_cast<Walker *>(walker)->text(type, {text, qsizetype(size)});
    };
    Walker walker(utf8);
    const int ended = md_parse(utf8.data(), static_cast<MD_SIZE>(utf8.size()), &parser, &walker);
    if (ended != 0)
        return Error{ErrorCode::TooLarge, QString::number(walker.line()),
                     u"more than %1 headings with text, or %2 table cells; split the file"_s
                         .arg(mostPassages)
                         .arg(mostCells)};
    return std::move(walker.outline());
}

} // namespace baton::knowledge
