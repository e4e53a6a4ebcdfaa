#pragma once

#include "core/base/Clock.h"
#include "ui/theme/Look.h"

#include <QtCore/QTimeZone>
#include <QtWidgets/QWidget>

namespace baton::ui {

class Button;
class DayTrack;
class IconButton;
class Label;

/// A part of a demo that a presenter can begin.
struct PresenterScene
{
    QString name;
    QString title;
    QString caption;
    bool operator==(const PresenterScene &) const = default;
};

/// Where the demo stands.
struct PresenterState
{
    Instant now;
    bool playing = true;
    int speed = 1;
    QString scene; ///< that runs; empty: an ordinary day
    Instant sceneEnds;
    bool operator==(const PresenterState &) const = default;
};

/// The bar from which somebody shows the demo: play, pause, speed, scenes with their captions, and
/// the scenario's day (TOKENS §8, Presenter).
class PresenterBar : public QWidget
{
    Q_OBJECT

public:
    /// company is what the demo shows; zone is the one that its day is told in.
    PresenterBar(const Look &look, const QString &company, const QList<PresenterScene> &scenes,
                 const QTimeZone &zone, QWidget *parent = nullptr);

    void setState(const PresenterState &state);
    const PresenterState &state() const { return m_state; }

public Q_SLOTS:
    void toggle();    ///< play or pause
    void nextScene(); ///< begins the one after the shown one
    void previousScene();
    void chooseSpeed(int factor);

Q_SIGNALS:
    void playRequested(bool playing);
    void speedRequested(int factor);
    void sceneRequested(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildControls(const QString &company);
    QWidget *buildScene();
    void showScene();
    void begin(int index);

    const Look &m_look;
    const QList<PresenterScene> m_scenes;
    PresenterState m_state;
    int m_shown = -1; ///< the scene whose caption stands there; -1: none has run yet
    // Filled while the parts below are built, so they stand before them.
    IconButton *m_previous = nullptr;
    Button *m_play = nullptr;
    IconButton *m_next = nullptr;
    Button *m_speed = nullptr;
    Label *m_count = nullptr;
    Label *m_title = nullptr;
    Label *m_caption = nullptr;
    DayTrack *m_track;
};

} // namespace baton::ui
