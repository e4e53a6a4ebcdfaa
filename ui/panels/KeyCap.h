#pragma once

#include "ui/theme/Look.h"

#include <QtGui/QKeySequence>
#include <QtWidgets/QWidget>

namespace baton::ui {

/// The keys of an action as caps: "Ctrl" "K".
class KeyCap : public QWidget
{
    Q_OBJECT

public:
    KeyCap(const Look &look, const QKeySequence &keys, QWidget *parent = nullptr);

    void setKeys(const QKeySequence &keys);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// The caps of a sequence in order; "G , D" gives two.
    static QStringList caps(const QKeySequence &keys);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QKeySequence m_keys;
};

} // namespace baton::ui
