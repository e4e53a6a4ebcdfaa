#pragma once

#include "core/desk/ScorecardTypes.h"

#include <QtCore/QAbstractTableModel>

namespace baton::ui {

/// The scorecard by intent, most contacts first; a new scorecard alters the rows that it has.
class ScoreIntents : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Title, Tier, Contacts, Contained, Course, Back, Csat, Stop, Columns };

    explicit ScoreIntents(QObject *parent = nullptr);

    void setIntents(const QList<ScoreIntent> &intents, qint64 windowMs);
    const ScoreIntent &line(int row) const { return m_lines[row]; }
    /// The figure that a column shows; Metric::Containment for those that show none.
    static quality::Metric metricOf(int column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString words(const ScoreIntent &line, int column) const;

    QList<ScoreIntent> m_lines;
    qint64 m_windowMs = quality::recontactWindowMs;
};

} // namespace baton::ui
