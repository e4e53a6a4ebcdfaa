#pragma once

#include "core/desk/StopTypes.h"
#include "ui/panels/PivotLever.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QVBoxLayout;

namespace baton::ui {

class Button;
class Chip;
class HeldPart;
class Label;
class StateLine;

/// How the stop-loss stands: what it holds, why and by what figures, what a release wants, what
/// came before, and the rule it goes by. A lead trips and releases here.
class StopPane : public QWidget
{
    Q_OBJECT

public:
    explicit StopPane(const Look &look, QWidget *parent = nullptr);

    void setScorecard(const ScorecardSnapshot &snapshot);
    void setStops(const StopSnapshot &stops); ///< what is held by it
    bool isTripped() const { return m_tripped; }
    /// The segment that is told of; empty: none is held.
    QString chosen() const { return m_chosen; }
    void choose(const QString &segment); ///< one that is held
    QComboBox &held() const { return *m_held; }
    StateLine &states() const { return *m_states; }
    PivotLever &lever() const { return *m_lever; }
    HeldPart &part() const { return *m_part; }
    Button &canary() const { return *m_canary; }
    Button &overrule() const { return *m_override; }
    void askOverride(); ///< a release that comes early, or a trip by hand; for leads

Q_SIGNALS:
    void intentRequested(const QString &intent); ///< the conversations behind its figures
    void policyRequested();                      ///< where who owns an intent is set
    void tripRequested(const QString &segment, const QString &reason);
    void releaseRequested(const QString &segment, const QString &reason, int weeks);
    void evidenceRequested(const QString &folder);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildFoot();
    void showHead();
    void showFoot();
    void fillHeld();
    void showPart();
    void rebuild();
    void addHeading(const QString &text);
    void addReason(const ScoreIntent &line, const ScorecardSnapshot &snapshot);
    void addReasons();
    void addLog();
    void addLimit();
    void addLine(const QString &text, QColor Theme::*ink);
    void addSeparator();
    void takePull(PivotLever::Detent detent);
    void askTrip();
    void askRelease();

    const Look &m_look;
    Chip *m_chip;
    Label *m_when;
    QComboBox *m_held;
    StateLine *m_states;
    PivotLever *m_lever;
    Label *m_about;
    HeldPart *m_part;
    QVBoxLayout *m_column; ///< what is added goes there
    QWidget *m_foot = nullptr;
    Button *m_canary;
    Button *m_override;
    ScorecardSnapshot m_shown;
    StopSnapshot m_stops;
    QString m_chosen;
    bool m_tripped = false;
};

} // namespace baton::ui
