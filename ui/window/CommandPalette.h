#pragma once

#include "core/domain/Live.h"
#include "core/domain/Passage.h"
#include "core/domain/Queue.h"
#include "ui/theme/Look.h"
#include "ui/window/ActionRegistry.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QListView;

namespace baton::ui {

class Chip;
class Label;
class PaletteModel;
class SearchField;

/// Everything that can be done or opened, found by typing (Ctrl K). Lies over its window while it
/// is open.
class CommandPalette : public QWidget
{
    Q_OBJECT

public:
    CommandPalette(const Look &look, ActionRegistry &actions, QWidget *window);

    void toggle();
    /// What it is about, at the right of the field; empty: nothing is open.
    void setContext(const QString &name);
    /// What live systems can do for it; empty where whoever sits here may have nothing done.
    void setOffers(const QList<ActionOffer> &offers);
    void setArchived(int conversations); ///< how many, told at the foot
    /// Stands below the palette and stays in the light; not owned.
    void keepClear(QWidget *below) { m_below = below; }
    void setFound(const QString &words, const QList<QueueRow> &rows);
    void setPassages(const QString &words, const QList<FoundPassage> &passages);

Q_SIGNALS:
    void searchRequested(const QString &words); ///< answered by setFound()
    void offerChosen(const QString &name);      ///< of an action
    void conversationChosen(const baton::ConversationId &id);
    void passageChosen(const baton::Passage &passage);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void typed(const QString &text);
    QWidget *buildFoot();
    void place();
    void move(int step);
    void run(int row);
    void shut();

    const Look &m_look;
    ActionRegistry &m_actions;
    PaletteModel *m_model;
    SearchField *m_field;
    Chip *m_context;
    Label *m_local; ///< in the foot
    QWidget *m_foot;
    QPointer<QWidget> m_below;
    QListView *m_list;
    QPointer<QWidget> m_before; ///< what had the focus
};

} // namespace baton::ui
