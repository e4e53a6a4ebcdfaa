#pragma once

class QString;
class QWidget;

namespace baton {

void say(const QString &line); ///< on standard output, at once

/// Writes what a person sees of the widget, with the popover that lies over it, and says so.
void shoot(QWidget &widget, const QString &path);

} // namespace baton
