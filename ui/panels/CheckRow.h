#pragma once

#include "ui/models/ReplyMarks.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

/// The checks of a whole reply: each with a check or a warning sign, and words.
class CheckRow : public QWidget
{
    Q_OBJECT

public:
    explicit CheckRow(const Look &look, QWidget *parent = nullptr);

    void setChecks(const QList<WholeCheck> &checks);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QList<WholeCheck> m_checks;
};

} // namespace baton::ui
