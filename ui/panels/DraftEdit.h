#pragma once

#include "core/domain/Misspelling.h"
#include "ui/models/ReplyMarks.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QTextEdit>

namespace baton::ui {

class DraftMarks;

/// A field for plain text that grows with it up to a limit. Text that is pasted or dropped becomes
/// plain text; files and pictures are handed on. An empty line between two paragraphs is only a few
/// pixels high.
class DraftEdit : public QTextEdit
{
    Q_OBJECT

public:
    DraftEdit(const Look &look, const QString &name, QWidget *parent = nullptr);

    QString plainText() const; ///< see plainTextOf()
    /// Where the new text only puts something above the old, the cursor and the undo steps stay.
    void setPlain(const QString &text);
    /// What grows at its end while it is written by somebody else: the cursor stays, the view
    /// follows the end.
    void follow(const QString &text);
    void setLines(int least, int most);
    QRect cursorPlace() const;             ///< global
    int heightOf(int lines) const;         ///< with the room around them
    void setGround(QColor Theme::*ground); ///< the colour behind the text
    /// Shown in the text and not part of it, until the next ones; they move with edits.
    void setMarks(const QList<SourceMark> &sources, const QList<Doubt> &doubts);
    /// Where text is what stands in the field. The menu offers what may have been meant.
    void setMisspelt(const QString &text, const QList<Misspelling> &wrong);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sourceClicked(int number, const QRect &globalPlace);
    void wordLearnt(const QString &word); ///< it is right
    void filesGiven(const QStringList &paths);
    void pictureGiven(const QImage &picture);
    void snippetTyped(const QRect &globalPlace); ///< ";" where a word would begin; it stands there

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool startsWord(int position) const;
    DraftMarks &marks();
    void replaceWord(const Misspelling &wrong, const QString &with);
    void relook();
    void spaceLines();
    void grow();
    QPointF origin() const; ///< of the document, in the viewport

    const Look &m_look;
    QColor Theme::*m_ground = &Theme::surface;
    DraftMarks *m_marks = nullptr; ///< made with the first marks
    int m_least = 3;
    int m_most = 10;
};

/// Local files, where that is what was dropped or pasted.
QStringList filesIn(const QMimeData &source);

/// As typed; unlike QTextDocument::toPlainText() it keeps no-break spaces.
QString plainTextOf(const QTextDocument &document);

} // namespace baton::ui
