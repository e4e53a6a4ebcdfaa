#include "core/base/Text.h"
#include "core/knowledge/HtmlTree.h"
#include "core/knowledge/OutlineBuilder.h"

#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

constexpr qsizetype largestPage = 4 << 20; // bytes; of text, beside which scripts are much

enum class Box { Inline, Block, Heading, Row, Cell, Break, Hidden };

Box boxOf(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
        return Box::Hidden;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
        return Box::Heading;
    case GUMBO_TAG_TR:
        return Box::Row;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
        return Box::Cell;
    case GUMBO_TAG_BR:
        return Box::Break;
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN: // of a site's own making: mostly around a word
        return Box::Inline;
    default:
        return Box::Block;
    }
}

bool isHidden(const GumboNode *node)
{
    const char *aria = attributeOf(node, "aria-hidden");
    const char *role = attributeOf(node, "role");
    return attributeOf(node, "hidden") || (aria && qstrcmp(aria, "true") == 0)
        || (role && qstrcmp(role, "navigation") == 0);
}

/// What is looked for before the text is read.
struct Page
{
    QString title;
    QSet<const GumboNode *> layouts; ///< tables that hold headings or tables: no rows of data
    QList<const GumboNode *> mains;
};

Page surveyed(const GumboNode *root)
{
    Page page;
    std::vector<const GumboNode *> tables; // that are open
    const auto enter = [&](const GumboNode *node) {
        if (node->type != GUMBO_NODE_ELEMENT)
            return false;
        const GumboTag tag = node->v.element.tag;
        if (tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_MATH)
            return false;
        if ((boxOf(tag) == Box::Heading || tag == GUMBO_TAG_TABLE) && !tables.empty())
            page.layouts.insert(tables.back());
        if (tag == GUMBO_TAG_TABLE)
            tables.push_back(node);
        if (tag == GUMBO_TAG_MAIN && !isHidden(node))
            page.mains.append(node);
        const GumboVector *children = childrenOf(node);
        if (tag == GUMBO_TAG_TITLE && page.title.isEmpty() && children->length > 0) {
            const auto *text = static_cast<const GumboNode *>(children->data[0]);
            if (text->type == GUMBO_NODE_TEXT)
                page.title = text::firstWords(QString::fromUtf8(text->v.text.text), 300);
        }
        return true;
    };
    visit(root, enter, [&](const GumboNode *node) {
        if (!tables.empty() && tables.back() == node)
            tables.pop_back();
    });
    return page;
}

class Reader
{
public:
    explicit Reader(const Page &page)
        : m_page(page)
    { }

    bool enter(const GumboNode *node);
    void leave(const GumboNode *node);
    OutlineBuilder &outline() { return m_outline; }
    const QString &firstHeading() const { return m_first; }

private:
    void text(const GumboNode *node);
    void endLine();
    /// Cells of a table that only lays out are blocks.
    Box boxOf(const GumboNode *node) const;

    const Page &m_page;
    OutlineBuilder m_outline;
    std::vector<const GumboNode *> m_tables;
    QByteArray m_line;
    QStringList m_cells;
    QString m_first; ///< heading of the first rank
    int m_inRow = 0;
    int m_inHeading = 0;
    int m_inPre = 0;
};

Box Reader::boxOf(const GumboNode *node) const
{
    const Box box = knowledge::boxOf(node->v.element.tag);
    const bool laysOut = m_tables.empty() || m_page.layouts.contains(m_tables.back());
    return (box == Box::Row || box == Box::Cell) && laysOut ? Box::Block : box;
}

bool Reader::enter(const GumboNode *node)
{
    if (node->type != GUMBO_NODE_ELEMENT) {
        text(node);
        return false;
    }
    const GumboTag tag = node->v.element.tag;
    const Box box = boxOf(node);
    if (box == Box::Hidden || isHidden(node) || m_outline.isTooLong())
        return false;
    if (box != Box::Inline && box != Box::Cell)
        endLine();
    m_inRow += box == Box::Row;
    m_inHeading += box == Box::Heading;
    m_inPre += tag == GUMBO_TAG_PRE;
    if (tag == GUMBO_TAG_TABLE)
        m_tables.push_back(node);
    return true;
}

void Reader::leave(const GumboNode *node)
{
    const GumboTag tag = node->v.element.tag;
    const Box box = boxOf(node);
    m_inPre -= tag == GUMBO_TAG_PRE;
    if (tag == GUMBO_TAG_TABLE)
        m_tables.pop_back();
    if (box == Box::Heading && --m_inHeading == 0 && m_inRow == 0) {
        const QString heading = text::folded(QString::fromUtf8(std::exchange(m_line, {})));
        m_outline.heading(heading);
        if (tag == GUMBO_TAG_H1 && m_first.isEmpty())
            m_first = heading;
    } else if (box == Box::Cell && m_inRow > 0) {
        m_cells.append(text::folded(QString::fromUtf8(std::exchange(m_line, {}))));
    } else if (box == Box::Row && --m_inRow == 0) {
        m_outline.row(std::exchange(m_cells, {}));
        m_line.clear();
    } else if (box == Box::Block) {
        endLine();
    }
}

/// Within a row or a heading it only parts words.
void Reader::endLine()
{
    if (m_inRow + m_inHeading > 0)
        m_line += ' ';
    else
        m_outline.line(QString::fromUtf8(std::exchange(m_line, {})));
}

void Reader::text(const GumboNode *node)
{
    if (node->type != GUMBO_NODE_TEXT && node->type != GUMBO_NODE_WHITESPACE
        && node->type != GUMBO_NODE_CDATA)
        return;
    const QByteArrayView text(node->v.text.text);
    if (m_inPre == 0 || m_inRow + m_inHeading > 0) {
        m_line += text;
        return;
    }
    qsizetype begin = 0;
    for (qsizetype end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
        m_line += text.sliced(begin, end - begin);
        begin = end + 1;
        endLine();
    }
    m_line += text.sliced(begin);
}

} // namespace

Result<Outline> htmlOutline(QByteArrayView utf8)
{
    const Error tooMuch{
        ErrorCode::TooLarge, u"1"_s,
        u"the page is too large or too deeply nested; split it, or save its text"_s};
    if (utf8.size() > largestPage)
        return tooMuch;
    const HtmlTree tree(utf8);
    if (!tree.document())
        return tooMuch;
    const Page page = surveyed(tree.root());
    Reader reader(page);
    visit(
        page.mains.size() == 1 ? page.mains.first() : tree.root(),
        [&](const GumboNode *node) { return reader.enter(node); },
        [&](const GumboNode *node) { reader.leave(node); });
    if (reader.outline().isTooLong())
        return tooLong(1);
    Outline outline = reader.outline().take();
    if (!reader.firstHeading().isEmpty())
        outline.title = reader.firstHeading();
    else if (!page.title.isEmpty())
        outline.title = page.title;
    if (const char *language = attributeOf(tree.root(), "lang"))
        outline.language = QString::fromUtf8(language);
    return outline;
}

QByteArray charsetOf(QByteArrayView html)
{
    constexpr qsizetype looked = 1024; // as the standard says
    const QByteArray head = html.first(std::min(html.size(), looked)).toByteArray().toLower();
    const qsizetype at = head.indexOf("charset");
    if (at < 0 || head.lastIndexOf("<meta", at) < 0)
        return {};
    qsizetype begin = at + qsizetype(qstrlen("charset"));
    while (begin < head.size() && (head[begin] == ' ' || head[begin] == '='))
        ++begin;
    if (begin < head.size() && (head[begin] == '"' || head[begin] == '\''))
        ++begin;
    qsizetype end = begin;
    while (end < head.size() && !QByteArrayView("\"'>; /\n\r\t").contains(head[end]))
        ++end;
    return head.mid(begin, end - begin);
}

} // namespace baton::knowledge
