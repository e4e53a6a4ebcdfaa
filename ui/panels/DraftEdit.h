#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QTextEdit>

namespace baton::ui {

/// A field for plain text that grows with it up to a limit. Whatever is pasted or dropped becomes
/// plain text.
class DraftEdit : public QTextEdit
{
    Q_OBJECT

public:
    DraftEdit(const Look &look, const QString &name, QWidget *parent = nullptr);

    QString plainText() const; ///< as typed; unlike toPlainText() it keeps no-break spaces
    /// Where the new text only puts something above the old, the cursor and the undo steps stay.
    void setPlain(const QString &text);
    void setLines(int least, int most);
    void setGround(QColor Theme::*ground); ///< the colour behind the text

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void relook();
    void grow();
    int heightOf(int lines) const;

    const Look &m_look;
    QColor Theme::*m_ground = &Theme::surface;
    int m_least = 3;
    int m_most = 10;
};

} // namespace baton::ui
