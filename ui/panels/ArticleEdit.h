#pragma once

#include "ui/theme/Look.h"

#include <QtGui/QTextCursor>
#include <QtWidgets/QWidget>

class QPlainTextEdit;

namespace baton::ui {

class Button;
class Label;

/// A document as Markdown with its head, to be written and saved. Esc leaves it; what was typed is
/// given to whoever asks for text().
class ArticleEdit : public QWidget
{
    Q_OBJECT

public:
    explicit ArticleEdit(const Look &look, QWidget *parent = nullptr);

    /// A text to write, the cursor after its last word.
    void begin(const QString &text);
    /// A text to alter, the cursor at its beginning.
    void alter(const QString &title, const QString &text);
    QString text() const;
    void setSaving(bool saving);
    void setWrong(const QString &what); ///< why it could not be saved; empty: it may be
    QString wrong() const;
    Button *saveButton() const { return m_save; }

Q_SIGNALS:
    void saveRequested(const QString &text);
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void relook();
    void save();
    void show(const QString &title, const QString &line, const QString &text,
              QTextCursor::MoveOperation cursor);

    const Look &m_look;
    Label *m_title;
    Label *m_line;
    QPlainTextEdit *m_edit;
    Label *m_wrong;
    Button *m_save;
};

} // namespace baton::ui
