#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QLabel>

namespace baton::ui {

/// Plain text in a role and an ink of the theme; follows the look. Never reads its text as markup.
class Label : public QLabel
{
    Q_OBJECT

public:
    Label(const Look &look, Role role, QColor Theme::*ink = &Theme::ink, QWidget *parent = nullptr);

    void setInk(QColor Theme::*ink);
    void setWeight(QFont::Weight weight);
    /// One line that is cut with "…"; the whole text becomes the tool tip when it is cut.
    void setElided(Qt::TextElideMode mode);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Look &m_look;
    Role m_role;
    QColor Theme::*m_ink;
    std::optional<QFont::Weight> m_weight;
    Qt::TextElideMode m_elide = Qt::ElideNone;
};

} // namespace baton::ui
