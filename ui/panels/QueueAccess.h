#pragma once

#include <QtGui/QAccessible>

namespace baton::ui {

class QueueListView;

/// Lets assistive tools read the rows of the queue. Rows become objects only when they are asked
/// for.
void installQueueAccess();
void announceRow(QueueListView *view, QAccessible::Event event, int row);

} // namespace baton::ui
