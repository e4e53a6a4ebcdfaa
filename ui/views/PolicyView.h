#pragma once

#include "core/desk/Desk.h"
#include "core/desk/PolicyBoard.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class ActionRegistry;
class Button;
class Chip;
class HoursSheet;
class Label;
class LabelSheet;
class PolicyMatrix;
class PolicyRulesPane;
class RouteStrip;
class VersionsPopover;
class WhatIfPane;

/// Policy: rules at the left, who owns which intent in the middle, what if at the right. Leads
/// change it, others see it.
class PolicyView : public QWidget
{
    Q_OBJECT

public:
    PolicyView(Desk &desk, const Look &look, ActionRegistry &actions, QWidget *parent = nullptr);

    PolicyMatrix &matrix() const { return *m_matrix; }
    PolicyRulesPane &rules() const { return *m_rules; }
    WhatIfPane &whatIf() const { return *m_whatIf; }
    Button &undoButton() const { return *m_undo; }
    Label &said() const { return *m_said; }
    HoursSheet *showHours();
    LabelSheet *showLabels();                   ///< for leads
    VersionsPopover *showVersions(int version); ///< beside the newest; 0: the draft

Q_SIGNALS:
    void conversationRequested(const baton::ConversationId &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildTop();
    QWidget *buildMiddle();
    void connectBoard();
    void connectActions();
    void takeState(const PolicyState &state);
    void takeWhatIf(const PolicyWhatIf &whatIf);
    void say(const QString &words);
    void askPublish(const QString &note);

    Desk &m_desk;
    PolicyBoard &m_board;
    const Look &m_look;
    ActionRegistry &m_actions;
    QHash<QString, QString> m_titles;
    QWidget *m_top = nullptr;
    Chip *m_draft;
    Label *m_about;
    Label *m_problems;
    Button *m_undo;
    QWidget *m_left = nullptr;
    PolicyRulesPane *m_rules;
    QWidget *m_dot; ///< before m_said, where that tells what it means
    Label *m_said;
    PolicyMatrix *m_matrix;
    RouteStrip *m_strip;
    WhatIfPane *m_whatIf;
};

} // namespace baton::ui
