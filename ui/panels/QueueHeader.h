#pragma once

#include "ui/panels/Label.h"

#include <QtWidgets/QAbstractButton>

namespace baton::ui {

/// The line over the list: in which order it stands and what it leaves out, and how to move in it.
/// A click asks for another order.
class QueueHeader : public QAbstractButton
{
    Q_OBJECT

public:
    explicit QueueHeader(const Look &look, QWidget *parent = nullptr);

    void setOrder(const QString &text);
    QString order() const { return m_order->text(); }
    void setOrderTip(const QString &text);
    void setKeys(const QString &keys); ///< of the click
    void setHint(const QString &text);
    void setHintShown(bool shown);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void relook();
    void tell();

    const Look &m_look;
    Label *m_order;
    Label *m_hint;
    QString m_tip;
    QString m_keys;
};

} // namespace baton::ui
