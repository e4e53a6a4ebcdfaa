#pragma once

#include "core/desk/PolicyTypes.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QHash>
#include <QtCore/QTimer>

namespace baton::ui {

/// The conversations that would change route, the newest first. Knows how many; rows come by page
/// as they are looked at.
class PolicyMoves : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PolicyMoves(QObject *parent = nullptr);

    void setList(const PolicyWhatIf &whatIf, const PolicyLimits &limits);
    void setTitles(const QHash<QString, QString> &titles) { m_titles = titles; }
    void setMoves(quint64 generation, qsizetype first, const QList<PolicyMove> &moves);

    /// Null where it is not there yet: then it is asked for.
    const PolicyMove *move(int index) const;
    QString title(const PolicyMove &move) const;
    QString reason(const PolicyMove &move) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void rowsNeeded(quint64 generation, qsizetype first, qsizetype last) const;

private:
    void need(int index) const;

    QHash<QString, QString> m_titles;
    PolicyLimits m_limits;
    quint64 m_generation = 0;
    int m_count = 0;
    QHash<int, PolicyMove> m_moves;
    mutable int m_firstNeeded = -1;
    mutable int m_lastNeeded = -1;
    mutable QTimer m_asking;
};

} // namespace baton::ui
