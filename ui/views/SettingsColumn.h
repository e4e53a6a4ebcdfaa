#pragma once

#include "ui/panels/Label.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace baton::ui {

/// One column of rows of 30 pixels, at most 640 wide: a label at the left, a control at the right.
class SettingsColumn : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsColumn(const Look &look, QWidget *parent = nullptr);

    void addHeading(const QString &text);
    /// The control's accessible name becomes the label where it has none.
    void addRow(const QString &label, QWidget *control);
    Label *addFact(const QString &label, const QString &value = {});
    Label *addHint(const QString &text); ///< small, below what it explains
    void addWidget(QWidget *widget);
    void addEnd(); ///< what is left below stays empty

private:
    const Look &m_look;
    QVBoxLayout *m_rows;
};

} // namespace baton::ui
