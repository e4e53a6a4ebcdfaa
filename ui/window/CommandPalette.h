#pragma once

#include "core/domain/Queue.h"
#include "ui/theme/Look.h"
#include "ui/window/ActionRegistry.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QFrame;
class QLineEdit;
class QListView;

namespace baton::ui {

class PaletteModel;

/// Everything that can be done or opened, found by typing (Ctrl K). Lies over its window while it
/// is open.
class CommandPalette : public QWidget
{
    Q_OBJECT

public:
    CommandPalette(const Look &look, ActionRegistry &actions, QWidget *window);

    void toggle();
    void setFound(const QString &words, const QList<QueueRow> &rows);

Q_SIGNALS:
    void searchRequested(const QString &words); ///< answered by setFound()
    void conversationChosen(const baton::ConversationId &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void typed(const QString &text);
    void place();
    void move(int step);
    void run(int row);
    void shut();

    const Look &m_look;
    ActionRegistry &m_actions;
    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QPointer<QWidget> m_before; ///< what had the focus
};

} // namespace baton::ui
