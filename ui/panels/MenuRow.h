#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QAbstractButton>

namespace baton::ui {

/// A line of a popover that does something: icon, words, and its key at the right. A checkable one
/// has a check mark before its key while it is on.
class MenuRow : public QAbstractButton
{
    Q_OBJECT

public:
    MenuRow(const Look &look, const QString &icon, const QString &text, const QString &key,
            QWidget *parent = nullptr);
    QString key() const { return m_key; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;

private:
    int wordsAt() const; ///< px; at the edge where there is no icon

    const Look &m_look;
    QString m_icon;
    QString m_key;
};

} // namespace baton::ui
