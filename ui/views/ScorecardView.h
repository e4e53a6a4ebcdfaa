#pragma once

#include "core/desk/Desk.h"
#include "core/desk/ScorecardBoard.h"
#include "core/desk/StopTypes.h"
#include "ui/theme/Look.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QGridLayout;
class QScrollArea;
class QStackedWidget;

namespace baton::ui {

class ActionRegistry;
enum class ActionId;
class BackBars;
class ChartCard;
class Button;
class ContactsSheet;
class CostPane;
class EmptyState;
class Gauge;
class IntentTable;
class Label;
class ReliabilityChart;
class Segmented;
class StopPane;
class TrendChart;

/// Scorecard: the figures of some weeks with their stop marks, their trends, each intent, and how
/// the stop-loss stands; behind every number its conversations. All of it by keys.
class ScorecardView : public QWidget
{
    Q_OBJECT

public:
    ScorecardView(Desk &desk, const Look &look, ActionRegistry &actions, QWidget *parent = nullptr);

    const QList<Gauge *> &gauges() const { return m_gauges; }
    TrendChart &trend() const { return *m_trend; }
    BackBars &bars() const { return *m_bars; }
    ReliabilityChart &curve() const { return *m_curve; }
    CostPane &costs() const { return *m_costs; }
    IntentTable &table() const { return *m_table; }
    StopPane &stopPane() const { return *m_stop; }
    ContactsSheet *sheet() const; ///< null where none is open
    void take(const ScorecardSnapshot &snapshot);
    void drill(const ScoreDrill &drill);
    int tripped() const; ///< what trippedChanged() tells

Q_SIGNALS:
    void trippedChanged(int intents); ///< that are held; where none is, that trip now
    void conversationRequested(const baton::ConversationId &id);
    void policyRequested(); ///< where who owns an intent is set

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildBar();
    QWidget *buildFigures();
    QWidget *buildCharts();
    QWidget *buildReadings();
    QWidget *buildTable();
    void connectBoard();
    void connectActions();
    void chooseArms(quality::Arms arms);
    void choosePeriod();
    void chooseExport();
    void exportAs(const QString &ending);
    void layGauges();
    void showAlso();
    void takeStops(const StopSnapshot &stops);
    void tellTripped();
    void orderTabs();
    std::optional<ActionId> actionFor(const QKeyEvent *event) const;

    Desk &m_desk;
    ScorecardBoard &m_board;
    const Look &m_look;
    ActionRegistry &m_actions;
    QWidget *m_bar = nullptr;
    Button *m_period;
    Segmented *m_arms;
    Button *m_stopToggle;
    Button *m_export;
    QStackedWidget *m_middle;
    EmptyState *m_nothing;
    QScrollArea *m_scroll = nullptr;
    QGridLayout *m_grid = nullptr;
    QList<Gauge *> m_gauges;
    TrendChart *m_trend;
    ChartCard *m_barsCard = nullptr;
    BackBars *m_bars;
    ReliabilityChart *m_curve;
    Label *m_curveWords;
    CostPane *m_costs;
    IntentTable *m_table;
    Label *m_also;
    StopPane *m_stop;
    QPointer<ContactsSheet> m_sheet;
    ScorecardSnapshot m_shown;
    int m_columns = 0;
    int m_held = 0;            ///< segments that people send for
    bool m_stopWanted = false; ///< beside the figures where there is little room
};

} // namespace baton::ui
