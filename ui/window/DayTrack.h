#pragma once

#include "core/base/Clock.h"
#include "ui/theme/Look.h"

#include <QtCore/QTimeZone>
#include <QtWidgets/QWidget>

namespace baton::ui {

/// A day from midnight to midnight, where the scenario stands in it, and what is left of a scene.
class DayTrack : public QWidget
{
    Q_OBJECT

public:
    DayTrack(const Look &look, const QTimeZone &zone, QWidget *parent = nullptr);

    void setMoment(Instant now);
    /// From now to its end; an empty title: none runs.
    void setScene(const QString &title, Instant ends);
    QSize sizeHint() const override { return {320, 90}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double share(Instant moment) const; ///< of the day, 0 to 1
    void paintMoment(QPainter &p, double now) const;

    const Look &m_look;
    QTimeZone m_zone;
    Instant m_now;
    QString m_title;
    Instant m_ends;
};

} // namespace baton::ui
