#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QLineEdit>

namespace baton::ui {

/// A one-line field in the look of TOKENS: 30 px, an icon on the left where it has one. Esc clears
/// it, and leaves it when it is empty already.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    SearchField(const Look &look, const QString &icon, const QString &placeholder,
                QWidget *parent = nullptr);

    void setBare();                       ///< no field around it: what it stands in is one
    void setKeyHint(const QString &keys); ///< shown at the right while empty and not focused
    void setWrong(const QString &why);    ///< red edge and tool tip; empty: right again
    QSize sizeHint() const override;

Q_SIGNALS:
    void left(); ///< Esc in an empty field

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void restyle();
    int side() const; ///< of the icon, px

    const Look &m_look;
    QString m_icon;
    QString m_keyHint;
    bool m_bare = false;
};

} // namespace baton::ui
