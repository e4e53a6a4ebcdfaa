#pragma once

#include "core/desk/PlaybookBoard.h"
#include "ui/theme/Look.h"

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

class QBoxLayout;
class QPlainTextEdit;

namespace baton::ui {

class Button;
class Label;
class PlaybookTrial;

/// A playbook as its file has it: what is wrong with it stands below, what it writes beside it.
/// Who may not edit it reads it. What was typed and not saved is there again when it is shown
/// again.
class PlaybookPane : public QWidget
{
    Q_OBJECT

public:
    explicit PlaybookPane(const Look &look, QWidget *parent = nullptr);

    void show(const PlaybookText &playbook);
    void show(const PlaybookLook &look);
    void setSaved(const PlaybookEntry &entry); ///< what is shown was kept, or given up
    void setFailed(const QString &why);        ///< it could not be kept
    void focusText();

    const PlaybookEntry &entry() const { return m_playbook.entry; }
    QPlainTextEdit &field() const { return *m_edit; }
    PlaybookTrial &trial() const { return *m_trial; }
    Button *saveButton() const { return m_save; }
    Button *backButton() const { return m_back; }
    QString fault() const;

Q_SIGNALS:
    void textChanged(const QString &text);
    void saveRequested(const QString &text);
    void bundledRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildText();
    void setEntry(const PlaybookEntry &entry);
    void relook();
    QString text() const; ///< as it stands there
    void retype();
    void mark(); ///< the line that is at fault
    void goToFault();
    void save();
    void offer();
    QString originLine() const;
    void say(const QString &what, QColor Theme::*ink);

    const Look &m_look;
    Label *m_title;
    Label *m_line;
    Button *m_back;
    Button *m_save;
    QWidget *m_text; ///< the half that it is typed in
    QPlainTextEdit *m_edit;
    Label *m_said;
    Button *m_goTo;
    QBoxLayout *m_halves;
    PlaybookTrial *m_trial;
    PlaybookText m_playbook; ///< text is what was kept last
    std::optional<PlaybookFault> m_fault;
    bool m_saving = false;
    QString m_sent;                  ///< to be kept
    QHash<QString, QString> m_typed; ///< and not saved, by intent
};

} // namespace baton::ui
