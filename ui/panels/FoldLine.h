#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QAbstractButton>

namespace baton::ui {

/// A line over the thread that says what is folded away above it, and brings it back. Checked:
/// folded.
class FoldLine : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FoldLine(const Look &look, QWidget *parent = nullptr);
    /// aside stands quietly at the other end of the line; it may be empty.
    void setWords(const QString &words, const QString &aside);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QString m_aside;
};

} // namespace baton::ui
