#include "ui/text/Paper.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPageLayout>
#include <QtGui/QPdfWriter>

namespace baton::ui {

void prepare(QPdfWriter &paper, const QString &title, int dotsPerInch)
{
    paper.setPageSize(QPageSize(QPageSize::A4));
    paper.setPageMargins(QMarginsF(14, 14, 14, 14), QPageLayout::Millimeter);
    paper.setResolution(dotsPerInch);
    paper.setTitle(title);
    paper.setCreator(QCoreApplication::applicationName());
}

} // namespace baton::ui
