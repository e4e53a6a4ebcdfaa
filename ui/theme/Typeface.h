#pragma once

namespace baton::ui {

/// Lets this process see Inter with TrueType outlines only, where they are installed. Of
/// PostScript outlines (CFF) Qt thickens the stems and blends the edges with a gamma, so that
/// light text on dark becomes a third heavier than it is drawn. Call before the application is
/// made; what the system has is left as it is.
void chooseTypeface();

} // namespace baton::ui
