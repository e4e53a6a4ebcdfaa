#pragma once

#include "core/desk/PolicyTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QListView;
class QPlainTextEdit;

namespace baton::ui {

class ActionRegistry;
class Button;
class Label;
class PolicyMoves;
class SankeyView;

/// The right of the policy screen: what the draft would have done with the last weeks, the
/// conversations that it touches, and its publishing.
class WhatIfPane : public QWidget
{
    Q_OBJECT

public:
    WhatIfPane(const Look &look, const ActionRegistry &actions, QWidget *parent = nullptr);

    void setState(const PolicyState &state);
    void setWhatIf(const PolicyWhatIf &whatIf);
    PolicyMoves &moves() const { return *m_moves; }
    QListView &list() const { return *m_list; }
    QPlainTextEdit &note() const { return *m_note; }
    Button &publishButton() const { return *m_publish; }
    Button &discardButton() const { return *m_discard; }
    Button &labelButton() const { return *m_label; }
    SankeyView &flows() const { return *m_flows; }
    QString headline() const;
    void publish(); ///< asks for a note first where there is none

Q_SIGNALS:
    void publishRequested(const QString &note);
    void discardRequested();
    void labelRequested(); ///< some readings are to be looked at
    void conversationRequested(const baton::ConversationId &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildFigures();
    QWidget *buildFoot(const ActionRegistry &actions);
    void able();

    const Look &m_look;
    PolicyState m_state;
    PolicyWhatIf m_whatIf;
    Label *m_title;
    Label *m_took;
    Label *m_number;
    Label *m_of;
    Label *m_from;
    Label *m_to;
    SankeyView *m_flows;
    QWidget *m_tiles = nullptr;
    Label *m_hours;
    Label *m_late;
    Label *m_known;
    Label *m_unknown;
    Label *m_listTitle;
    PolicyMoves *m_moves;
    QListView *m_list;
    QWidget *m_foot = nullptr;
    QPlainTextEdit *m_note;
    Button *m_label;
    Button *m_discard;
    Button *m_publish;
};

} // namespace baton::ui
