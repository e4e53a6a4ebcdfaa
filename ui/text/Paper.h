#pragma once

#include <QtCore/QString>

class QPdfWriter;

namespace baton::ui {

/// A4 with its margins, so many dots an inch, and by whom it was made.
void prepare(QPdfWriter &paper, const QString &title, int dotsPerInch);

} // namespace baton::ui
