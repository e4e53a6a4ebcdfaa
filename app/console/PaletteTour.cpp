#include "app/console/PaletteTour.h"

#include "ui/window/CommandPalette.h"
#include "ui/window/MainWindow.h"
#include "ui/window/PaletteModel.h"

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>

namespace baton {

bool findsInPalette(ui::MainWindow &window, const WaitUntil &until)
{
    auto *palette = window.findChild<ui::CommandPalette *>();
    palette->findChild<QLineEdit *>()->setText(QStringLiteral("ref"));
    const auto *rows = palette->findChild<QListView *>()->model();
    const auto finds = [rows](ui::PaletteRow::Kind kind) {
        for (int i = 0; i < rows->rowCount(); ++i)
            if (static_cast<const ui::PaletteModel *>(rows)->row(i).kind == kind)
                return true;
        return false;
    };
    return until("the palette finds more than actions", [&] {
        return finds(ui::PaletteRow::Kind::Conversation) && finds(ui::PaletteRow::Kind::Passage);
    });
}

} // namespace baton
