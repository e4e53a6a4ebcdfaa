#pragma once

#include <QtCore/QString>

namespace baton::ui {

class DraftEdit;
class Look;
class Sheet;

/// A field for why; the sheet's action, set before, waits for words in it.
DraftEdit *addReasonField(Sheet &sheet, const Look &look, const QString &placeholder);

} // namespace baton::ui
