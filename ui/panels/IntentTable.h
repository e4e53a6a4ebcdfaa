#pragma once

#include "ui/models/ScoreIntents.h"
#include "ui/panels/PlainTable.h"

namespace baton::ui {

/// The scorecard by intent: walked by arrows, cell by cell; Enter opens the conversations behind
/// the figure in a cell.
class IntentTable : public PlainTable
{
    Q_OBJECT

public:
    explicit IntentTable(const Look &look, QWidget *parent = nullptr);

    void setIntents(const ScorecardSnapshot &snapshot);
    void setStops(const StopSnapshot &stops);
    const ScoreIntents &rows() const { return *m_model; }

Q_SIGNALS:
    void drillRequested(const QString &intent, baton::quality::Metric metric);

protected:
    void choose(const QModelIndex &index) override;

private:
    ScoreIntents *m_model;
};

} // namespace baton::ui
