#include "ui/models/PolicyMoves.h"

#include "ui/text/JudgedWords.h"
#include "ui/text/PolicyWords.h"

#include <algorithm>
#include <limits>

namespace baton::ui {

namespace {

constexpr int mostAtOnce = 300;

} // namespace

PolicyMoves::PolicyMoves(QObject *parent)
    : QAbstractListModel(parent)
{
    m_asking.setSingleShot(true);
    m_asking.setInterval(0); // what one painting needs is asked for at once
    connect(&m_asking, &QTimer::timeout, this, [this] {
        const int first = std::exchange(m_firstNeeded, -1);
        Q_EMIT rowsNeeded(m_generation, first, std::exchange(m_lastNeeded, -1));
    });
}

void PolicyMoves::setList(const PolicyWhatIf &whatIf, const PolicyLimits &limits)
{
    if (whatIf.generation == m_generation)
        return; // the same ones
    const int count = int(std::min<std::size_t>(whatIf.changedAt->size(),
                                                std::size_t(std::numeric_limits<int>::max())));
    m_generation = whatIf.generation;
    m_limits = limits;
    m_firstNeeded = m_lastNeeded = -1;
    // While a slider moves the rows that are seen change in place.
    if (count < m_count) {
        beginRemoveRows({}, count, m_count - 1);
        m_count = count;
        endRemoveRows();
    } else if (count > m_count) {
        beginInsertRows({}, m_count, count - 1);
        m_count = count;
        endInsertRows();
    }
    m_moves.clear();
    if (m_count > 0)
        Q_EMIT dataChanged(index(0), index(m_count - 1));
}

void PolicyMoves::setMoves(quint64 generation, qsizetype first, const QList<PolicyMove> &moves)
{
    if (generation != m_generation || moves.isEmpty())
        return;
    for (qsizetype i = 0; i < moves.size(); ++i)
        m_moves.insert(int(first + i), moves[i]);
    Q_EMIT dataChanged(index(int(first)), index(int(first + moves.size() - 1)));
}

const PolicyMove *PolicyMoves::move(int at) const
{
    const auto found = m_moves.constFind(at);
    if (found != m_moves.cend())
        return &*found;
    need(at);
    return nullptr;
}

void PolicyMoves::need(int at) const
{
    const int first = m_firstNeeded < 0 ? at : std::min(m_firstNeeded, at);
    const int last = std::max(m_lastNeeded, at);
    const bool jumped = last - first > mostAtOnce; // what was passed by is not read
    m_firstNeeded = jumped ? at : first;
    m_lastNeeded = jumped ? at : last;
    if (!m_asking.isActive())
        m_asking.start();
}

QString PolicyMoves::title(const PolicyMove &move) const
{
    const QString intent = m_titles.value(move.intent);
    if (move.row.need.isEmpty())
        return intent;
    return intent.isEmpty() ? move.row.need : tr("%1: %2").arg(intent, move.row.need);
}

QString PolicyMoves::reason(const PolicyMove &move) const
{
    return words::reasonOf(move, m_limits);
}

int PolicyMoves::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant PolicyMoves::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const PolicyMove *one = move(index.row());
    if (!one)
        return {};
    return tr("%1 to %2. %3. %4")
        .arg(words::tierName(one->from), words::tierName(one->to), title(*one), reason(*one));
}

} // namespace baton::ui
