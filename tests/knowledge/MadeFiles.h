#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QStringList>

#include <zip.h>

#include <utility>

/// Files as other programs write them, written here.
namespace baton::tests {

/// A PDF of pages with these content streams; F1 is Helvetica, F2 Helvetica-Bold. trailer is put
/// into the trailer's dictionary.
inline QByteArray pdf(const QList<QByteArray> &pages, const QByteArray &trailer = {})
{
    QList<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R >>", QByteArray(),
                              "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                              "/Encoding /WinAnsiEncoding >>",
                              "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold "
                              "/Encoding /WinAnsiEncoding >>",
                              "<< /Title (Returns, in short) >>"};
    QByteArray kids;
    for (const QByteArray &content : pages) {
        objects.append("<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n"
                       + content + "\nendstream");
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
                       + QByteArray::number(objects.size())
                       + " 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>");
        kids += QByteArray::number(objects.size()) + " 0 R ";
    }
    objects[1]
        = "<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(pages.size()) + " >>";
    QByteArray file = "%PDF-1.4\n";
    QByteArray offsets = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        offsets += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(file.size());
    return file + "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n" + offsets
        + "trailer\n<< /Size " + QByteArray::number(objects.size() + 1)
        + " /Root 1 0 R /Info 5 0 R " + trailer + " >>\nstartxref\n" + start + "\n%%EOF\n";
}

/// Shows a text at a place, in points from the lower left.
inline QByteArray shown(int x, int y, const QByteArray &text, int size = 11,
                        const QByteArray &font = "F1")
{
    return "BT /" + font + ' ' + QByteArray::number(size) + " Tf " + QByteArray::number(x) + ' '
        + QByteArray::number(y) + " Td (" + text + ") Tj ET\n";
}

/// A zip file of these parts.
inline QByteArray zipped(const QList<std::pair<QByteArray, QByteArray>> &parts)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t *archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto &[name, bytes] : parts)
        zip_file_add(archive, name.constData(),
                     zip_source_buffer(archive, bytes.constData(), zip_uint64_t(bytes.size()), 0),
                     ZIP_FL_ENC_UTF_8);
    if (zip_close(archive) != 0)
        qFatal("cannot write the zip file");
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    QByteArray file(qsizetype(zip_source_tell(target)), Qt::Uninitialized);
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, file.data(), zip_uint64_t(file.size()));
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return file;
}

inline QByteArray wordXml(const QByteArray &element, const QByteArray &inner)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + element
        + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + inner
        + "</w:" + element + ">";
}

inline QByteArray styledParagraph(const QByteArray &style, const QByteArray &text)
{
    return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t>" + text
        + "</w:t></w:r></w:p>";
}

inline QByteArray paragraph(const QByteArray &text)
{
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

/// A Word document of this body, with styles as a German Word names them.
inline QByteArray docx(const QByteArray &body)
{
    const QByteArray styles
        = "<w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/>"
          "</w:style><w:style w:styleId=\"Abschnitt\"><w:name w:val=\"Abschnitt\"/>"
          "<w:basedOn w:val=\"berschrift1\"/></w:style>"
          "<w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
          "<w:style w:styleId=\"Text\"><w:name w:val=\"Body Text\"/></w:style>";
    return zipped({{"[Content_Types].xml", "<Types/>"},
                   {"_rels/.rels",
                    "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats."
                    "org/officeDocument/2006/relationships/officeDocument\" "
                    "Target=\"word/document.xml\"/></Relationships>"},
                   {"word/document.xml", wordXml("document", "<w:body>" + body + "</w:body>")},
                   {"word/styles.xml", wordXml("styles", styles)},
                   {"docProps/core.xml",
                    "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>Kept title"
                    "</dc:title><dc:language>de-DE</dc:language></cp:coreProperties>"}});
}

} // namespace baton::tests
