#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QLineEdit>

namespace baton::ui {

/// A number that is typed or stepped by the arrow keys; what is no number or out of range goes back
/// to what it was.
class NumberField : public QLineEdit
{
    Q_OBJECT

public:
    struct Form
    {
        double least = 0;
        double most = 1;
        double step = 0.01;
        int decimals = 2;
        QString unit = {}; ///< behind it: " pt"
    };
    NumberField(const Look &look, const QString &name, const Form &form, QWidget *parent = nullptr);

    void setValue(double value); ///< says nothing; leaves alone what is being typed
    double value() const { return m_value; }

Q_SIGNALS:
    void changed(double value);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString shown(double value) const;
    void take();

    const Look &m_look;
    Form m_form;
    double m_value = 0;
};

} // namespace baton::ui
