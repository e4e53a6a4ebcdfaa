#pragma once

#include "tests/ui/QueueRows.h"
#include "ui/models/QueueModel.h"
#include "ui/panels/QueueHeader.h"
#include "ui/panels/QueueListView.h"
#include "ui/panels/QueuePanel.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStackedWidget>

namespace baton::test {

/// The pane on the left in a window of its own.
struct ShownPanel
{
    ShownPanel()
    {
        panel.setAgent(AgentId(QStringLiteral("ines")));
        panel.setClock(queueNow);
        panel.resize(336, 800);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.activateWindow();
    }
    void show(int rows)
    {
        const auto numbers = queueNumbers(rows);
        panel.setQueue(queueSnapshot(numbers, ListSubject::Changed, queueRows(numbers)));
    }
    void pointAt(int row)
    {
        const QPoint at = panel.list()->rowRect(row).center();
        QTest::mouseMove(panel.list()->viewport(),
                         at - QPoint(9, 0)); // a pointer that stands still says nothing
        QTest::mouseMove(panel.list()->viewport(), at);
        QTRY_VERIFY(panel.list()->hasPointer());
    }
    void pointAway()
    {
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(panel.list()->viewport(), &leave);
    }
    QString heading() const { return panel.findChild<ui::QueueHeader *>()->order(); }
    QString page() const
    {
        return QString::fromLatin1(
            panel.findChild<QStackedWidget *>()->currentWidget()->metaObject()->className());
    }

    ui::Look look;
    ui::QueuePanel panel{look};
};

} // namespace baton::test
