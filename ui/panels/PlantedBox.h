#pragma once

#include "core/desk/ReviewTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class Label;

/// Says, after the verdict, that the copy held a planted error, and whether it was caught.
class PlantedBox : public QWidget
{
    Q_OBJECT

public:
    explicit PlantedBox(const Look &look, QWidget *parent = nullptr);

    void show(const PlantedError &error, bool caught, const QString &customer,
              const ReviewFigures &figures);
    using QWidget::show;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    Label *m_title;
    Label *m_caught;
    Label *m_words;
    Label *m_mine;
    Label *m_all;
    bool m_wasCaught = false;
};

} // namespace baton::ui
