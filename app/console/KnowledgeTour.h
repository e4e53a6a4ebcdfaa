#pragma once

#include <functional>

namespace baton {

class Desk;

namespace ui {
class MainWindow;
}

/// Waits until something has come about; false: it did not.
using WaitUntil = std::function<bool(const char *what, const std::function<bool()> &reached)>;

/// Shows what a team knows, with the document that was cited most where there is one.
bool showKnowledge(Desk &desk, ui::MainWindow &window, const WaitUntil &until);

} // namespace baton
