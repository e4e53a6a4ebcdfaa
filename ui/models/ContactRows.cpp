#include "ui/models/ContactRows.h"

#include "ui/text/JudgedWords.h"

#include <algorithm>

namespace baton::ui {

namespace {

constexpr qsizetype askedAround = 40; // rows that are asked for along with one
constexpr qsizetype keptInMemory = 4000;

} // namespace

ContactRows::ContactRows(QObject *parent)
    : QAbstractListModel(parent)
{
    m_contacts.rows = std::make_shared<const std::vector<qint64>>();
    m_asking.setSingleShot(true);
    m_asking.setInterval(0);
    connect(&m_asking, &QTimer::timeout, this, [this] {
        const qsizetype first = std::exchange(m_firstNeeded, -1);
        Q_EMIT rowsNeeded(m_contacts.generation, std::max<qsizetype>(0, first - askedAround),
                          m_lastNeeded + askedAround);
    });
}

/// Another number's conversations: the subject changes.
void ContactRows::setContacts(const ScoreContacts &contacts)
{
    beginResetModel();
    m_contacts = contacts;
    m_firstNeeded = -1;
    if (m_rows.size() > keptInMemory)
        m_rows.clear();
    endResetModel();
}

void ContactRows::setRows(quint64 generation, qsizetype first, const QList<QueueRow> &rows)
{
    if (generation != m_contacts.generation || rows.isEmpty())
        return;
    for (const QueueRow &row : rows)
        m_rows.insert(row.row, row);
    const auto last = std::min<qsizetype>(first + rows.size(), rowCount()) - 1;
    if (last >= first)
        Q_EMIT dataChanged(index(int(first)), index(int(last)));
}

const QueueRow *ContactRows::row(int index) const
{
    const auto found = m_rows.constFind(m_contacts.rows->at(size_t(index)));
    if (found != m_rows.cend())
        return &*found;
    m_lastNeeded = m_firstNeeded < 0 ? index : std::max<qsizetype>(m_lastNeeded, index);
    m_firstNeeded = m_firstNeeded < 0 ? index : std::min<qsizetype>(m_firstNeeded, index);
    if (!m_asking.isActive())
        m_asking.start();
    return nullptr;
}

int ContactRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_contacts.rows->size());
}

QVariant ContactRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const QueueRow *one = row(index.row());
    if (!one)
        return tr("Is being read");
    return tr("%1. %2. %3.", "tier, who, what they need")
        .arg(words::tierName(one->judged ? one->judged->route : Route::Assist), one->name,
             one->need);
}

} // namespace baton::ui
