#pragma once

#include "ui/theme/Paintkit.h"

#include <QtWidgets/QAbstractButton>

namespace baton::ui {

/// A word with a tone. Fact: only says something. Action: can be pressed and has the focus.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Kind { Fact, Action };
    Chip(const Look &look, const paint::ChipText &text, Kind kind = Kind::Fact,
         QWidget *parent = nullptr);

    void setChip(const paint::ChipText &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    paint::ChipText m_chip;
};

} // namespace baton::ui
