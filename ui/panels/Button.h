#pragma once

#include "ui/theme/Look.h"

#include <QtCore/QVariantAnimation>
#include <QtWidgets/QPushButton>

namespace baton::ui {

/// Risky: a red label on an outlined button that opens a sheet with the facts. OnToast: outlined on
/// the toast's dark ground. Link: words in the accent, for what only shows something.
/// Machine: quiet, in the ink of what a machine wrote.
/// Careful: outlined in amber, for what somebody else will look at.
enum class ButtonKind { Primary, Outlined, Quiet, Risky, OnToast, Link, Machine, Careful };
enum class ButtonSize { Normal, Small };
/// Which corners are round: all, or one side of a split button.
enum class ButtonEdge { Whole, Left, Right };

/// A push button with an icon, a label and a key hint. Its accessible name is its label; while busy
/// a ring turns in the place of the icon and the width stays.
class Button : public QPushButton
{
    Q_OBJECT

public:
    Button(const Look &look, const QString &text, ButtonKind kind = ButtonKind::Outlined,
           QWidget *parent = nullptr);

    void setKind(ButtonKind kind);
    void setButtonSize(ButtonSize size);
    void setIconName(const QString &name);
    void setTrailingIcon(const QString &name); ///< behind the label, such as "chevron-down"
    void setKeyHint(const QString &keys);      ///< shown behind the label, never pressed by itself
    void setBusy(bool busy);
    void setEdge(ButtonEdge edge);
    bool isBusy() const { return m_busy; }
    ButtonKind kind() const { return m_kind; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Colours;
    Colours colours() const;
    int iconSide() const;
    int beforeKeys() const; ///< besides the gap
    QFont labelFont() const;
    void restyle();

    const Look &m_look;
    ButtonKind m_kind;
    ButtonSize m_size = ButtonSize::Normal;
    ButtonEdge m_edge = ButtonEdge::Whole;
    QString m_icon;
    QString m_trailing;
    QString m_keyHint;
    bool m_busy = false;
    QVariantAnimation m_sweep;
};

} // namespace baton::ui
