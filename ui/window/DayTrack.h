#pragma once

#include "core/base/Clock.h"
#include "ui/theme/Look.h"

#include <QtCore/QTimeZone>
#include <QtWidgets/QWidget>

namespace baton::ui {

/// A day from midnight to midnight, where the scenario stands in it, when scenes began, and what is
/// left of the one that runs.
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
    void paintScenes(QPainter &p, double width) const;
    void paintMoment(QPainter &p, double now) const;

    const Look &m_look;
    QTimeZone m_zone;
    Instant m_now;
    QString m_title;
    Instant m_ends;
    /// From its first moment to its last; the last one may still run.
    struct Scene
    {
        Instant began;
        Instant ended;
    };
    QList<Scene> m_scenes; ///< of this day
};

} // namespace baton::ui
