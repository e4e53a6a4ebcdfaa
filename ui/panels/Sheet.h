#pragma once

#include "ui/panels/Button.h"
#include "ui/panels/Label.h"

#include <QtCore/QPointer>
#include <QtWidgets/QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace baton::ui {

class IconButton;

/// A dialog over its window: title and a cross in a bar, one sentence, facts, whatever the caller
/// puts into body(), and buttons at the right. Esc cancels. Never blocks: open() it and listen to
/// accepted().
class Sheet : public QDialog
{
    Q_OBJECT

public:
    Sheet(const Look &look, const QString &title, QWidget *parent);

    void setSentence(const QString &text);
    void setIcon(const QString &icon);     ///< before the title
    void setFootnote(const QString &text); ///< left of the buttons
    /// Narrower, and its title stands over the sentence instead of in a bar of its own.
    void setQuestion();
    void addFact(const QString &label, const QString &value); ///< a row of two columns
    Label *factLabel(const QString &label) const; ///< for the first of them; the caller's
    QVBoxLayout *body() { return m_body; }
    /// The button that does it. A risky one leaves the focus to Cancel.
    Button *setAction(const QString &text, ButtonKind kind = ButtonKind::Primary);
    Button *addButton(const QString &text, ButtonKind kind = ButtonKind::Outlined);
    Button *action() { return m_action; }
    Button *cancel() { return m_cancel; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    const Look &m_look;
    QHBoxLayout *m_header;
    Label *m_title;
    IconButton *m_cross;
    Label *m_sentence;
    QVBoxLayout *m_content;
    QVBoxLayout *m_facts;
    QVBoxLayout *m_body;
    QHBoxLayout *m_buttons;
    Button *m_cancel;
    Button *m_action = nullptr;
    bool m_question = false;
    QPointer<QWidget> m_scrim;
};

} // namespace baton::ui
