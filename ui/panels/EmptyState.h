#pragma once

#include "ui/panels/Button.h"
#include "ui/panels/Label.h"

#include <QtWidgets/QWidget>

class QHBoxLayout;

namespace baton::ui {

/// One sentence of fact, one of what happens next, and at most three doors (TOKENS §6).
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const Look &look, const QString &icon, QWidget *parent = nullptr);

    void setWords(const QString &title, const QString &sentence);
    void setIcon(const QString &icon, QColor Theme::*ink = &Theme::ink2);
    void setDoors(const QStringList &labels); ///< three at most
    Button *door(int index) const { return m_doors.value(index); }

Q_SIGNALS:
    void doorOpened(int index);

private:
    void paintIcon();

    const Look &m_look;
    QString m_iconName;
    QColor Theme::*m_ink = &Theme::ink2;
    QLabel *m_icon;
    Label *m_title;
    Label *m_sentence;
    QHBoxLayout *m_row;
    QList<Button *> m_doors;
};

} // namespace baton::ui
