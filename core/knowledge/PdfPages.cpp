#include "core/knowledge/PdfPages.h"

#include "core/base/Text.h"

#include <QtCore/QElapsedTimer>

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

constexpr int mostPages = 2'000;
constexpr qsizetype mostWords = 3'000'000;
constexpr qint64 longestMs = 60'000; // asked after each page; a page takes some milliseconds

Error onPage(ErrorCode code, int page, const QString &what)
{
    return {code, QString::number(page), what};
}

QString textOf(const poppler::ustring &text)
{
    const poppler::byte_array utf8 = text.to_utf8();
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

bool isBold(const std::string &font)
{
    const QByteArray name = QByteArray::fromStdString(font).toLower();
    return name.contains("bold") || name.contains("black") || name.contains("heavy");
}

/// A damaged page may put its words anywhere.
bool isPlace(const PdfWord &word)
{
    constexpr double farthest = 1e6;
    const auto near = [](double value) { return std::abs(value) < farthest; }; // no NaN either
    return near(word.box.left()) && near(word.box.right()) && near(word.box.top())
        && near(word.box.bottom()) && near(word.size) && word.size >= 0;
}

QList<PdfWord> wordsOf(const poppler::page &page)
{
    QList<PdfWord> words;
    for (const poppler::text_box &box : page.text_list(poppler::page::text_list_include_font)) {
        const poppler::rectf at = box.bbox();
        PdfWord word{text::folded(textOf(box.text())),
                     QRectF(at.x(), at.y(), at.width(), at.height()), at.height(), false};
        if (box.has_font_info()) {
            word.size = box.get_font_size();
            word.bold = isBold(box.get_font_name(0));
        }
        if (!word.text.isEmpty() && box.rotation() == 0 && isPlace(word))
            words.append(std::move(word));
    }
    return words;
}

Result<PdfFile> pagesOf(QByteArrayView bytes)
{
    // What it makes of a damaged file it would tell on standard error.
    poppler::set_debug_error_function([](const std::string &, void *) {}, nullptr);
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), int(bytes.size())));
    if (!document)
        return onPage(ErrorCode::InvalidInput, 1,
                      u"this is no PDF, or a damaged one; save it again"_s);
    if (document->is_locked())
        return onPage(ErrorCode::InvalidInput, 1,
                      u"the file is locked by a password; save it without"_s);
    const int count = document->pages();
    if (count > mostPages)
        return onPage(ErrorCode::TooLarge, 1,
                      u"%1 pages, at most %2; split the file"_s.arg(count).arg(mostPages));
    PdfFile file;
    file.title = text::folded(textOf(document->get_title()));
    QElapsedTimer timer;
    timer.start();
    qsizetype words = 0;
    for (int i = 0; i < count; ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        if (!page)
            return onPage(ErrorCode::InvalidInput, i + 1,
                          u"this page is damaged; save the file again"_s);
        file.pages.append(wordsOf(*page));
        words += file.pages.last().size();
        if (words > mostWords || timer.elapsed() > longestMs)
            return onPage(ErrorCode::TooLarge, i + 1,
                          u"the file is too long up to this page; split it"_s);
    }
    if (count > 0 && words == 0)
        return onPage(ErrorCode::InvalidInput, 1,
                      u"the pages hold no text, only pictures; read them by OCR first"_s);
    return file;
}

} // namespace

Result<PdfFile> readPdf(QByteArrayView bytes)
{
    try {
        return pagesOf(bytes);
    } catch (const std::exception &) {
        return onPage(ErrorCode::InvalidInput, 1,
                      u"poppler cannot read this file; save it again"_s);
    }
}

} // namespace baton::knowledge
