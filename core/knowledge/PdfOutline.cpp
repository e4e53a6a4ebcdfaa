#include "core/knowledge/OutlineBuilder.h"
#include "core/knowledge/PdfLines.h"

#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

constexpr double larger = 1.15;        // than the text: a heading
constexpr double paragraphGap = 0.6;   // between lines, in sizes of the letters
constexpr qsizetype longestHead = 120; // UTF-16 units
constexpr int fewestRepeats = 3;       // pages

/// A line at the edge of a page, whatever number it bears.
QString withoutNumbers(const QString &text)
{
    static const QRegularExpression digits(u"[0-9]+"_s);
    return QString(text).replace(digits, u"#"_s);
}

/// Takes out what stands first or last on most pages, and page numbers.
void dropEdges(QList<QList<PdfLine>> &pages)
{
    const auto edges = [](const QList<PdfLine> &lines) {
        const auto higher
            = [](const PdfLine &a, const PdfLine &b) { return a.box.top() < b.box.top(); };
        const auto [top, foot] = std::minmax_element(lines.begin(), lines.end(), higher);
        return std::pair(top - lines.begin(), foot - lines.begin());
    };
    QHash<QString, int> seen;
    for (const auto &lines : pages) {
        if (lines.isEmpty())
            continue;
        const auto [top, foot] = edges(lines);
        ++seen[withoutNumbers(lines[top].text)];
        if (foot != top)
            ++seen[withoutNumbers(lines[foot].text)];
    }
    for (auto &lines : pages) {
        if (lines.size() < 2)
            continue;
        const auto [top, foot] = edges(lines);
        for (const auto at : {std::max(top, foot), std::min(top, foot)}) {
            const QString text = withoutNumbers(lines[at].text);
            const int times = seen.value(text);
            if ((times >= fewestRepeats && times * 2 >= pages.size()) || text == u"#")
                lines.removeAt(at);
        }
    }
}

/// The size that most letters have.
double bodySize(const QList<QList<PdfLine>> &pages)
{
    QMap<int, qsizetype> letters; // by half points
    for (const auto &lines : pages) {
        for (const PdfLine &line : lines)
            letters[int(std::lround(line.size * 2))] += line.text.size();
    }
    const auto most = std::max_element(letters.begin(), letters.end());
    return most == letters.end() ? 0 : most.key() / 2.0;
}

bool opensItem(const QString &text)
{
    static const QRegularExpression item(u"^([-*•–▪◦‣·]|[0-9]{1,3}[.)])\\s"_s);
    return item.match(text).hasMatch();
}

/// Makes paragraphs and headings of lines.
class Paragraphs
{
public:
    explicit Paragraphs(double body)
        : m_body(body)
    { }

    void add(const PdfLine &line);
    void end();
    OutlineBuilder &outline() { return m_outline; }

private:
    bool isHeading(const PdfLine &line) const
    {
        return !line.isRow && line.text.size() <= longestHead
            && (line.size >= larger * m_body || (line.bold && line.size >= 0.95 * m_body));
    }
    bool isBroken(const PdfLine &line) const;

    double m_body;
    OutlineBuilder m_outline;
    PdfLine m_last;
    QString m_text;
    bool m_isHeading = false;
};

/// Whether line begins something new behind the last one.
bool Paragraphs::isBroken(const PdfLine &line) const
{
    if (line.isRow || m_last.isRow || isHeading(line) != m_isHeading || opensItem(line.text)
        || std::abs(line.size - m_last.size) > 0.1 * m_last.size)
        return true;
    const double gap = line.box.top() - m_last.box.bottom();
    if (gap > paragraphGap * line.size)
        return true;
    // The next column or page goes on where the sentence does.
    const bool jumps = gap < -line.size;
    return jumps && (m_isHeading || !line.text.front().isLower());
}

void Paragraphs::add(const PdfLine &line)
{
    if (!m_text.isEmpty() && isBroken(line))
        end();
    const bool parted = m_text.size() > 1 && m_text.endsWith(u'-')
        && m_text.at(m_text.size() - 2).isLetter() && line.text.front().isLower();
    if (parted)
        m_text.chop(1);
    else if (!m_text.isEmpty())
        m_text += u' ';
    m_isHeading = isHeading(line);
    m_text += line.text;
    m_last = line;
}

void Paragraphs::end()
{
    const QString text = std::exchange(m_text, {});
    const bool sentence = text.endsWith(u'.') || text.endsWith(u',') || text.endsWith(u';');
    if (m_isHeading && !sentence && text.size() <= longestHead)
        m_outline.heading(text);
    else
        m_outline.line(text);
}

} // namespace

Result<Outline> pdfOutline(QByteArrayView bytes)
{
    const Result<PdfFile> file = readPdf(bytes);
    if (!file)
        return file.error();
    QList<QList<PdfLine>> pages;
    for (const auto &page : file->pages)
        pages.append(linesOf(page));
    dropEdges(pages);
    Paragraphs paragraphs(bodySize(pages));
    for (qsizetype page = 0; page < pages.size(); ++page) {
        for (const PdfLine &line : std::as_const(pages[page]))
            paragraphs.add(line);
        if (paragraphs.outline().isTooLong())
            return tooLong(page + 1);
    }
    paragraphs.end();
    Outline outline = paragraphs.outline().take();
    if (outline.title.isEmpty())
        outline.title = file->title;
    return outline;
}

} // namespace baton::knowledge
