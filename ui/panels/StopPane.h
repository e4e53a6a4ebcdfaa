#pragma once

#include "core/desk/StopTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QScrollArea>

class QVBoxLayout;

namespace baton::ui {

class Label;
class StopSegments;

/// How the stop-loss stands: whether it would trip now, by what figures, which rule it goes by, and
/// when it tripped before.
class StopPane : public QScrollArea
{
    Q_OBJECT

public:
    explicit StopPane(const Look &look, QWidget *parent = nullptr);

    void setScorecard(const ScorecardSnapshot &snapshot);
    void setStops(const StopSnapshot &stops); ///< what is held by it
    StopSegments &segments() const { return *m_segments; }
    bool isTripped() const { return m_tripped; }

Q_SIGNALS:
    void intentRequested(const QString &intent); ///< the conversations behind its figures

private:
    void rebuild();
    void addHead();
    void addHeading(const QString &text);
    void addReason(const ScoreIntent &line, const ScorecardSnapshot &snapshot);
    void addLine(const QString &text, QColor Theme::*ink);
    void addGap();

    const Look &m_look;
    QVBoxLayout *m_head;
    StopSegments *m_segments;
    QVBoxLayout *m_column; ///< what is added goes there
    ScorecardSnapshot m_shown;
    bool m_held = false;    ///< a segment is not the bot's now
    bool m_watched = false; ///< weeks are looked at
    bool m_tripped = false;
};

} // namespace baton::ui
