#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace baton::ui {

/// One of several, below each other, each with quiet words at its right. Arrows move the choice,
/// digits pick one.
class ChoiceList : public QWidget
{
    Q_OBJECT

public:
    ChoiceList(const Look &look, const QString &name, QWidget *parent = nullptr);

    /// beside, if given, stands to the right of the choice and belongs to it.
    void add(const QString &text, const QString &quiet = {}, QWidget *beside = nullptr);
    int current() const;
    void setCurrent(int index);
    int count() const;

Q_SIGNALS:
    void chosen(int index);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Look &m_look;
    QVBoxLayout *m_column;
    QButtonGroup *m_group;
};

} // namespace baton::ui
