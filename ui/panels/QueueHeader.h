#pragma once

#include "ui/panels/Label.h"

namespace baton::ui {

/// The line over the list: in which order it stands, and how to move in it.
class QueueHeader : public QWidget
{
    Q_OBJECT

public:
    explicit QueueHeader(const Look &look, QWidget *parent = nullptr);

    void setOrder(const QString &text);
    QString order() const { return m_order->text(); }
    void setOrderTip(const QString &text);
    void setHint(const QString &text);
    void setHintShown(bool shown);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void relook();

    const Look &m_look;
    Label *m_order;
    Label *m_hint;
};

} // namespace baton::ui
