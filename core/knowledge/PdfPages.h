#pragma once

#include "core/base/Result.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QList>
#include <QtCore/QRectF>
#include <QtCore/QString>

namespace baton::knowledge {

/// A word and where it stands, in points from the page's upper left.
struct PdfWord
{
    QString text;
    QRectF box;
    double size = 0; ///< of the letters
    bool bold = false;
    bool operator==(const PdfWord &) const = default;
};

struct PdfFile
{
    QString title;               ///< as its properties say; may be empty
    QList<QList<PdfWord>> pages; ///< each in the order in which it is read
};

/// By poppler. Errors: those of pdfOutline().
Result<PdfFile> readPdf(QByteArrayView bytes);

} // namespace baton::knowledge
