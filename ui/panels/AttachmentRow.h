#pragma once

#include "core/domain/Conversation.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class FileChip;
class FlowRow;
class IconLabel;
class Label;

/// What goes with the reply, one chip a file, each with a button that removes it (Delete does too);
/// and a line for what is wrong. Hidden while there is neither.
class AttachmentRow : public QWidget
{
    Q_OBJECT

public:
    enum class Files { Removable, Fixed };
    explicit AttachmentRow(const Look &look, QWidget *parent = nullptr);

    /// The focus stays among the chips where it was.
    void setFiles(const QList<Attachment> &files, Files how);
    /// Something that is going on.
    void setBusy(const QString &words);
    /// Something to look at; empty: nothing. It is spoken once.
    void setWarning(const QString &words);
    QString warning() const;

Q_SIGNALS:
    void removed(const QString &sha256);
    void lastRemoved(); ///< the keys had been on it
    void heightChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tell();
    void addChip();
    void showChips();

    const Look &m_look;
    QList<Attachment> m_files;
    Files m_how = Files::Removable;
    /// At least one a file, the rest hidden: made once, so that the keys find them in their place.
    QList<FileChip *> m_chips;
    QWidget *m_place;
    FlowRow *m_flow;
    QWidget *m_line;
    IconLabel *m_icon;
    Label *m_words;
    QString m_busy;
    QString m_warning;
};

} // namespace baton::ui
