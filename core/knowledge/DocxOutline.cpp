#include "core/base/Text.h"
#include "core/knowledge/DocxPackage.h"
#include "core/knowledge/OutlineBuilder.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <pugixml.hpp>

#include <vector>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

constexpr int deepest = 500; // elements within each other

/// Without the namespace's prefix, which a writer may choose.
QByteArrayView localName(const char *name)
{
    const QByteArrayView whole(name);
    return whole.sliced(whole.indexOf(':') + 1);
}

pugi::xml_node childOf(const pugi::xml_node &node, const char *name)
{
    return node.find_child([&](const pugi::xml_node &n) { return localName(n.name()) == name; });
}

QByteArrayView valueOf(const pugi::xml_node &node, const char *name)
{
    return node
        .find_attribute([&](const pugi::xml_attribute &a) { return localName(a.name()) == name; })
        .value();
}

Result<std::unique_ptr<pugi::xml_document>> xmlOf(const QByteArray &bytes)
{
    auto xml = std::make_unique<pugi::xml_document>();
    const unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
    if (!bytes.isEmpty() && !xml->load_buffer(bytes.data(), size_t(bytes.size()), options))
        return Error{ErrorCode::InvalidInput, u"1"_s,
                     u"the file is damaged; open it in a word processor and save it again"_s};
    return xml;
}

/// The text of the document within its package.
QByteArray mainPart(const pugi::xml_document &relations)
{
    for (const pugi::xml_node &relation : relations.first_child()) {
        if (!valueOf(relation, "Type").endsWith("/officeDocument"))
            continue;
        QByteArray target = valueOf(relation, "Target").toByteArray();
        return target.startsWith('/') ? target.sliced(1) : target;
    }
    return "word/document.xml";
}

bool isOutlined(const pugi::xml_node &properties)
{
    constexpr int levels = 9; // the tenth is the text
    const pugi::xml_node level = childOf(properties, "outlineLvl");
    return level && valueOf(level, "val").toByteArray().toInt() < levels;
}

/// Ids of the styles of headings; a writer names them in its language, and their names stay
/// English.
QSet<QByteArray> headingStyles(const pugi::xml_document &styles)
{
    QSet<QByteArray> headings;
    QHash<QByteArray, QByteArray> parents;
    for (const pugi::xml_node &style : styles.first_child()) {
        if (localName(style.name()) != "style")
            continue;
        const QByteArray id = valueOf(style, "styleId").toByteArray();
        const QByteArray name
            = valueOf(childOf(style, "name"), "val").toByteArray().toLower().simplified();
        if (name.startsWith("heading ") || name == "title" || isOutlined(childOf(style, "pPr")))
            headings.insert(id);
        parents.insert(id, valueOf(childOf(style, "basedOn"), "val").toByteArray());
    }
    constexpr int generations = 10;
    const QList<QByteArray> ids = parents.keys();
    for (const QByteArray &id : ids) {
        QByteArray of = id;
        for (int i = 0; i < generations && !of.isEmpty() && !headings.contains(of); ++i)
            of = parents.value(of);
        if (headings.contains(of))
            headings.insert(id);
    }
    return headings;
}

class WordReader
{
public:
    explicit WordReader(QSet<QByteArray> headings)
        : m_headings(std::move(headings))
    { }

    /// False where elements lie too deep within each other.
    bool read(const pugi::xml_node &body);
    OutlineBuilder &outline() { return m_outline; }

private:
    bool enter(const pugi::xml_node &node);
    void leave(QByteArrayView name);
    bool isHeading(const pugi::xml_node &properties) const;
    void endLine();

    QSet<QByteArray> m_headings;
    OutlineBuilder m_outline;
    QByteArray m_line;
    QStringList m_cells;
    int m_tables = 0;
    bool m_inHeading = false;
};

bool WordReader::read(const pugi::xml_node &body)
{
    std::vector<pugi::xml_node> path;
    pugi::xml_node node = body;
    while (node) {
        pugi::xml_node next = enter(node) ? node.first_child() : pugi::xml_node();
        if (next) {
            path.push_back(node);
        } else {
            leave(localName(node.name()));
            next = node == body ? pugi::xml_node() : node.next_sibling();
            while (!next && !path.empty()) {
                const pugi::xml_node parent = path.back();
                path.pop_back();
                leave(localName(parent.name()));
                next = parent == body ? pugi::xml_node() : parent.next_sibling();
            }
        }
        if (path.size() > deepest)
            return false;
        node = next;
    }
    return true;
}

bool WordReader::isHeading(const pugi::xml_node &properties) const
{
    return isOutlined(properties)
        || m_headings.contains(valueOf(childOf(properties, "pStyle"), "val").toByteArray());
}

/// False where nothing in it is to be read.
bool WordReader::enter(const pugi::xml_node &node)
{
    static const QSet<QByteArray> skipped{"del",   "moveFrom",    "instrText", "delText",
                                          "pPr",   "rPr",         "sectPr",    "Fallback",
                                          "tblPr", "delInstrText"};
    const QByteArrayView name = localName(node.name());
    if (skipped.contains(name.toByteArray()) || m_outline.isTooLong())
        return false;
    if (name == "p") {
        m_inHeading = m_tables == 0 && isHeading(childOf(node, "pPr"));
    } else if (name == "t") {
        m_line += node.child_value();
        return false;
    } else if (name == "tab") {
        m_line += ' ';
    } else if (name == "noBreakHyphen") {
        m_line += '-';
    } else if (name == "br" || name == "cr" || name == "txbxContent") {
        endLine();
    } else if (name == "tbl") {
        ++m_tables;
    }
    return true;
}

void WordReader::leave(QByteArrayView name)
{
    if (name == "p" && m_inHeading) {
        m_outline.heading(QString::fromUtf8(std::exchange(m_line, {})));
        m_inHeading = false;
    } else if (name == "p") {
        endLine();
    } else if (name == "tc" && m_tables == 1) {
        m_cells.append(text::folded(QString::fromUtf8(std::exchange(m_line, {}))));
    } else if (name == "tr" && m_tables == 1) {
        m_outline.row(std::exchange(m_cells, {}));
    } else if (name == "tbl") {
        --m_tables;
    }
}

/// Within a heading or a cell it only parts words.
void WordReader::endLine()
{
    if (m_inHeading || m_tables > 0)
        m_line += ' ';
    else
        m_outline.line(QString::fromUtf8(std::exchange(m_line, {})));
}

/// The parts that the text is read with.
struct Parts
{
    std::unique_ptr<pugi::xml_document> relations, text, styles, core;
};

Result<void> load(const DocxPackage &package, const QByteArray &name,
                  std::unique_ptr<pugi::xml_document> &xml)
{
    const Result<QByteArray> bytes = package.part(name);
    if (!bytes)
        return bytes.error();
    auto read = xmlOf(*bytes);
    if (!read)
        return read.error();
    xml = *std::move(read);
    return {};
}

Result<Parts> partsOf(const DocxPackage &package)
{
    Parts parts;
    if (const auto done = load(package, "_rels/.rels", parts.relations); !done)
        return done.error();
    const QByteArray text = mainPart(*parts.relations);
    const QByteArray styles = text.first(text.lastIndexOf('/') + 1) + "styles.xml";
    for (const auto &[name, xml] : {std::pair(text, &parts.text), {styles, &parts.styles}}) {
        if (const auto done = load(package, name, *xml); !done)
            return done.error();
    }
    if (const auto done = load(package, "docProps/core.xml", parts.core); !done)
        return done.error();
    return parts;
}

} // namespace

Result<Outline> docxOutline(QByteArrayView bytes)
{
    const auto package = DocxPackage::open(bytes);
    if (!package)
        return package.error();
    const Result<Parts> parts = partsOf(**package);
    if (!parts)
        return parts.error();
    const pugi::xml_node body = childOf(parts->text->first_child(), "body");
    if (!body)
        return Error{ErrorCode::InvalidInput, u"1"_s,
                     u"this is no Word document; save it as .docx"_s};
    WordReader reader(headingStyles(*parts->styles));
    if (!reader.read(body))
        return Error{
            ErrorCode::TooLarge, u"1"_s,
            u"more than %1 elements within each other; save its text alone"_s.arg(deepest)};
    if (reader.outline().isTooLong())
        return tooLong(1);
    Outline outline = reader.outline().take();
    const pugi::xml_node core = parts->core->first_child();
    if (outline.title.isEmpty())
        outline.title = text::folded(QString::fromUtf8(childOf(core, "title").child_value()));
    outline.language = QString::fromUtf8(childOf(core, "language").child_value());
    return outline;
}

} // namespace baton::knowledge
