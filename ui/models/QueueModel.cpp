#include "ui/models/QueueModel.h"

#include "ui/models/QueueDiff.h"

#include <algorithm>

namespace baton::ui {

namespace {

// Several steps need a copy of the list, and each moves half of it on average. Above these limits
// one change of layout is quicker: measured, 12 ms instead of 40 for 20 steps in 1,000,000 rows.
constexpr qint64 movedNumbersLimit = 10'000'000;
constexpr size_t copiedNumbersLimit = 200'000;
constexpr int blocksAtOnce = 4;

} // namespace

QueueModel::QueueModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_rows(std::make_shared<const std::vector<qint64>>())
{ }

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == NumberRole)
        return number(index.row());
    if (role != RowRole && role != TextRole && role != Qt::DisplayRole
        && role != Qt::AccessibleTextRole)
        return {};
    look(index.row());
    const QueueRow *shown = row(index.row());
    if (role == RowRole)
        return shown ? QVariant::fromValue(*shown) : QVariant();
    if (role == TextRole)
        return shown ? QVariant::fromValue(queueRowText(*shown, m_context)) : QVariant();
    if (!shown)
        return tr("Loading");
    return role == Qt::DisplayRole ? shown->name : queueRowSpoken(*shown, m_context);
}

qint64 QueueModel::number(int position) const
{
    return position >= 0 && position < int(m_rows->size()) ? (*m_rows)[size_t(position)] : 0;
}

int QueueModel::position(qint64 number) const
{
    const auto found = std::find(m_rows->begin(), m_rows->end(), number);
    return found == m_rows->end() ? -1 : int(found - m_rows->begin());
}

int QueueModel::position(const ConversationId &id) const
{
    const QueueRow *known = m_cache.find(id);
    return known ? position(known->row) : -1;
}

void QueueModel::setContext(const QueueContext &context)
{
    m_context = context;
}

void QueueModel::setSnapshot(const QueueSnapshot &snapshot)
{
    if (!snapshot.rows)
        return;
    m_cache.age();
    m_asked.clear();
    if (snapshot.subjectChanged) {
        beginResetModel();
        m_wanted.clear();
        m_shown.clear();
        for (const QueueRow &row : snapshot.ready)
            m_cache.put(row);
        take(snapshot);
        m_count = int(m_rows->size());
        endResetModel();
        return;
    }
    change(snapshot);
    setRows(snapshot.ready);
    const QList<int> blocks = m_shown;
    for (const int shown : blocks)
        for (int i = shown * block; i < std::min((shown + 1) * block, m_count); ++i)
            if (m_cache.look(number(i)) == QueueRowCache::Age::Old)
                look(i);
}

void QueueModel::take(const QueueSnapshot &snapshot)
{
    m_rows = snapshot.rows;
    m_snapshot = snapshot;
    m_snapshot.ready.clear();
}

void QueueModel::change(const QueueSnapshot &snapshot)
{
    const auto diff = queueDiff(*m_rows, *snapshot.rows);
    const auto quick = [&] {
        return diff->steps.size() <= 1
            || (m_rows->size() <= copiedNumbersLimit
                && qint64(diff->steps.size() * m_rows->size() / 2) <= movedNumbersLimit);
    };
    if (diff && quick())
        walk(*diff, snapshot);
    else
        rearrange(snapshot);
}

void QueueModel::walk(const QueueDiff &diff, const QueueSnapshot &snapshot)
{
    // A single step goes from vector to vector; only between several steps is there a list of its
    // own.
    const bool single = diff.steps.size() <= 1;
    std::shared_ptr<std::vector<qint64>> between;
    if (!single) {
        between = std::make_shared<std::vector<qint64>>();
        between->reserve(std::max(m_rows->size(), snapshot.rows->size()));
        *between = *m_rows;
        m_rows = between;
    }
    const auto numbers = [&] { return between->begin(); };
    for (const QueueStep &step : diff.steps) {
        switch (step.kind) {
        case QueueStep::Kind::Remove:
            beginRemoveRows({}, step.at, step.at + step.count - 1);
            if (single)
                take(snapshot);
            else
                between->erase(numbers() + step.at, numbers() + step.at + step.count);
            m_count -= step.count;
            endRemoveRows();
            break;
        case QueueStep::Kind::Insert:
            beginInsertRows({}, step.at, step.at + step.count - 1);
            if (single)
                take(snapshot);
            else
                between->insert(numbers() + step.at, snapshot.rows->begin() + step.source,
                                snapshot.rows->begin() + step.source + step.count);
            m_count += step.count;
            endInsertRows();
            break;
        case QueueStep::Kind::Move:
            beginMoveRows({}, step.at, step.at, {}, step.to);
            if (single)
                take(snapshot);
            else if (step.to > step.at)
                std::rotate(numbers() + step.at, numbers() + step.at + 1, numbers() + step.to);
            else
                std::rotate(numbers() + step.to, numbers() + step.at, numbers() + step.at + 1);
            endMoveRows();
            break;
        }
    }
    Q_ASSERT(*m_rows == *snapshot.rows);
    take(snapshot);
}

/// Too much has changed to be told step by step: the length changes at the end, the order at once,
/// and what somebody holds on to is found again by its number.
void QueueModel::rearrange(const QueueSnapshot &snapshot)
{
    const int length = int(snapshot.rows->size());
    if (length > m_count) {
        beginInsertRows({}, m_count, length - 1);
        m_count = length;
        endInsertRows();
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList held = persistentIndexList();
    QHash<qint64, int> positions;
    for (const QModelIndex &index : held)
        if (const qint64 row = number(index.row()))
            positions.insert(row, -1);
    QModelIndexList found;
    const auto old = m_rows;
    take(snapshot);
    if (!positions.isEmpty())
        for (int i = 0; i < length; ++i)
            if (const auto at = positions.find((*m_rows)[size_t(i)]); at != positions.end())
                *at = i;
    for (const QModelIndex &index : held) {
        const int before = index.row();
        const qint64 row = before < int(old->size()) ? (*old)[size_t(before)] : 0;
        const int now = positions.value(row, -1);
        found.append(now < 0 ? QModelIndex() : createIndex(now, 0));
    }
    changePersistentIndexList(held, found);
    Q_EMIT layoutChanged();
    if (length < m_count) {
        beginRemoveRows({}, length, m_count - 1);
        m_count = length;
        endRemoveRows();
    }
}

void QueueModel::setRows(const QList<QueueRow> &rows)
{
    m_asked.clear();
    std::vector<qint64> changed;
    for (const QueueRow &row : rows)
        if (m_cache.put(row))
            changed.push_back(row.row);
    if (!changed.empty())
        tell(std::move(changed));
}

/// Rows mostly change where somebody looks; only the others are searched for in the whole list.
void QueueModel::tell(std::vector<qint64> numbers)
{
    std::sort(numbers.begin(), numbers.end());
    size_t left = numbers.size();
    int first = -1;
    int last = -1;
    const auto flush = [&] {
        if (first >= 0)
            Q_EMIT dataChanged(index(first), index(last));
        first = -1;
    };
    const auto tellIn = [&](int begin, int end) {
        for (int i = begin; i < end && left > 0; ++i) {
            if (!std::binary_search(numbers.begin(), numbers.end(), number(i)))
                continue;
            --left;
            if (first >= 0 && i == last + 1) {
                last = i;
                continue;
            }
            flush();
            first = last = i;
        }
        flush();
    };
    QList<int> blocks = m_shown;
    std::sort(blocks.begin(), blocks.end());
    int done = 0;
    for (const int shown : std::as_const(blocks)) {
        tellIn(shown * block, std::min((shown + 1) * block, m_count));
        done = (shown + 1) * block;
    }
    if (left == 0)
        return;
    done = 0;
    for (const int shown : std::as_const(blocks)) {
        tellIn(done, std::min(shown * block, m_count));
        done = (shown + 1) * block;
    }
    tellIn(done, m_count);
}

void QueueModel::look(int position) const
{
    const int wanted = position / block;
    if (m_shown.isEmpty() || m_shown.last() != wanted) {
        m_shown.removeOne(wanted);
        m_shown.append(wanted);
        if (m_shown.size() > blocksAtOnce)
            m_shown.removeFirst();
    }
    const QueueRowCache::Age age = m_cache.look(number(position));
    if (age == QueueRowCache::Age::Fresh || m_rows->empty() || m_asked.contains(wanted)
        || m_wanted.contains(wanted))
        return;
    m_wanted.append(wanted);
    if (m_asking)
        return;
    m_asking = true;
    QMetaObject::invokeMethod(const_cast<QueueModel *>(this), &QueueModel::ask,
                              Qt::QueuedConnection);
}

void QueueModel::ask()
{
    m_asking = false;
    QList<int> blocks = std::exchange(m_wanted, {});
    if (blocks.size() > blocksAtOnce)
        blocks = blocks.last(blocksAtOnce);
    if (blocks.isEmpty())
        return;
    std::sort(blocks.begin(), blocks.end());
    m_asked += blocks;
    for (qsizetype i = 0; i < blocks.size();) {
        const int first = blocks[i];
        int last = first;
        for (++i; i < blocks.size() && blocks[i] == last + 1; ++i)
            last = blocks[i];
        const int end = std::min((last + 1) * block, m_count) - 1;
        if (first * block <= end)
            Q_EMIT needRows(m_snapshot.generation, first * block, end);
    }
}

} // namespace baton::ui
