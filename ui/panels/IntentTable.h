#pragma once

#include "ui/models/ScoreIntents.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QTableView>

namespace baton::ui {

/// The scorecard by intent: walked by arrows, cell by cell; Enter opens the conversations behind
/// the figure in a cell.
class IntentTable : public QTableView
{
    Q_OBJECT

public:
    explicit IntentTable(const Look &look, QWidget *parent = nullptr);

    void setIntents(const ScorecardSnapshot &snapshot);
    const ScoreIntents &rows() const { return *m_model; }

Q_SIGNALS:
    void drillRequested(const QString &intent, baton::quality::Metric metric);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyboardSearch(const QString &) override { } ///< letters are keys of the screen
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void relook();
    void drill(const QModelIndex &index);

    const Look &m_look;
    ScoreIntents *m_model;
};

} // namespace baton::ui
