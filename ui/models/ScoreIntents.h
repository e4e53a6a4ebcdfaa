#pragma once

#include "core/desk/StopTypes.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>

#include <optional>

namespace baton::ui {

/// The scorecard by intent, most contacts first; a new scorecard alters the rows that it has.
class ScoreIntents : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Title, Tier, Contacts, Contained, Course, Back, Csat, Stop, Columns };

    explicit ScoreIntents(QObject *parent = nullptr);

    void setIntents(const QList<ScoreIntent> &intents, qint64 windowMs);
    /// Those that the stop-loss holds, or gives back on trial.
    void setStops(const StopSnapshot &stops);
    const ScoreIntent &line(int row) const { return m_lines[row]; }
    /// How the stop-loss holds an intent; absent where it is armed.
    std::optional<GuardState> held(const ScoreIntent &line) const;
    /// The figure that a column shows; Metric::Containment for those that show none.
    static quality::Metric metricOf(int column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString words(const ScoreIntent &line, int column) const;

    QList<ScoreIntent> m_lines;
    QHash<QString, GuardState> m_held; ///< by intent
    qint64 m_windowMs = quality::recontactWindowMs;
};

} // namespace baton::ui
