#pragma once

#include "core/desk/ArcStory.h"
#include "ui/panels/ArcChart.h"
#include "ui/panels/Sheet.h"

#include <QtCore/QTimer>

class QSlider;

namespace baton::ui {

/// The automation arc as a scene: a year that let the bot contain everything, beside the same year
/// with a stop-loss. Plays week by week, at ×1 to ×600; jumps from scene to scene, with captions.
class ArcSheet : public Sheet
{
    Q_OBJECT

public:
    ArcSheet(const Look &look, quint64 seed, QWidget *parent);

    int week() const { return m_week; } ///< from 0
    bool isPlaying() const { return m_play.isActive(); }
    QString caption() const { return m_caption->text(); }
    QString sums() const { return m_sums->text(); }

public Q_SLOTS:
    void showWeek(int week);
    void toggle(); ///< play or pause; at the end: from the start
    void setSpeed(int factor);
    void jump(int step); ///< to the next or the previous scene

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *buildCharts();
    QWidget *buildControls();
    void showPlaying();
    QString captionAt(int week) const;
    QList<int> sceneWeeks() const; ///< ascending

    const Look &m_look;
    quality::AutomationArc m_story;
    int m_week = 0;
    int m_speed = 10;
    QTimer m_play;
    QList<ArcChart *> m_charts;
    QList<Label *> m_readOuts;
    Label *m_at;
    Label *m_caption;
    Label *m_sums;
    QSlider *m_slider;
    Button *m_toggle;
    QList<Button *> m_speeds;
};

} // namespace baton::ui
