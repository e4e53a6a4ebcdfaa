#pragma once

#include "core/desk/ApprovalBoard.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QPlainTextEdit;
class QVBoxLayout;

namespace baton::ui {

class Button;
class Label;

/// A reply as a lead reads it before it is sent: what was asked, the words with what the check says
/// of them, what came meanwhile, and the two ways on.
class ApprovalPane : public QWidget
{
    Q_OBJECT

public:
    ApprovalPane(const Look &look, const Clock &clock, QWidget *parent = nullptr);

    void setKeys(const QString &approve); ///< the key that approves, as a hint
    void showApproval(const ApprovalSnapshot &snapshot);
    const ActKey &key() const { return m_shown.approval.request.key; }
    void approve();
    void focusNote();
    Button &approveButton() const { return *m_approve; }
    Button &returnButton() const { return *m_return; }
    QPlainTextEdit &note() const { return *m_note; }
    QStringList checkLines() const; ///< as shown
    QString meanwhile() const;      ///< likewise; empty: nothing moved

Q_SIGNALS:
    void approveRequested(const baton::ActKey &key);
    void returnRequested(const baton::ActKey &key, const QString &note);
    void conversationRequested(const baton::ConversationId &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildFoot();
    void showChecks();
    void showMeanwhile();
    void tellButtons();

    const Look &m_look;
    const Clock &m_clock;
    ApprovalSnapshot m_shown;
    Label *m_title;
    Label *m_about;
    Button *m_open;
    Label *m_meanwhile;
    Label *m_asked;
    Label *m_text;
    Label *m_files; ///< that go with it
    Label *m_sum;
    QVBoxLayout *m_checks;
    QList<Label *> m_lines;
    QPlainTextEdit *m_note;
    Button *m_return;
    Button *m_approve;
    QWidget *m_head = nullptr;
    QWidget *m_foot = nullptr;
};

} // namespace baton::ui
