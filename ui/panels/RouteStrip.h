#pragma once

#include "core/desk/PolicyTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

/// The steps by which a conversation is routed, in their order, with how many left at each.
class RouteStrip : public QWidget
{
    Q_OBJECT

public:
    explicit RouteStrip(const Look &look, QWidget *parent = nullptr);
    void setCounts(const PolicyWhatIf &whatIf);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Step
    {
        QString title;
        QString words;
        QString answer;
        Route tier = Route::Assist;
        qint64 count = 0;
    };
    void paintStep(QPainter &p, const QRect &card, const Step &step) const;
    void describe();

    const Look &m_look;
    QList<Step> m_steps;
    qint64 m_otherwise = 0;
    bool m_known = false;
};

} // namespace baton::ui
