#include "ui/models/ReviewModel.h"

#include "ui/text/Format.h"
#include "ui/text/JudgedWords.h"
#include "ui/text/ReviewWords.h"

#include <algorithm>

namespace baton::ui {

namespace {

constexpr qint64 todoHeading = -1;
constexpr qint64 doneHeading = -2;
constexpr qsizetype around = 40;     // rows that are asked for along with one
constexpr qsizetype mostRows = 4000; // kept in memory

} // namespace

ReviewModel::ReviewModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_entries{todoHeading}
{
    m_list.rows = std::make_shared<const std::vector<qint64>>();
    m_asking.setSingleShot(true);
    m_asking.setInterval(0);
    connect(&m_asking, &QTimer::timeout, this, [this] {
        const qsizetype first = std::exchange(m_firstNeeded, -1);
        Q_EMIT rowsNeeded(m_list.generation, std::max<qsizetype>(0, first - around),
                          m_lastNeeded + around);
    });
}

void ReviewModel::setIntents(const QList<IntentName> &intents)
{
    m_intents.clear();
    for (const IntentName &intent : intents)
        m_intents.insert(intent.name, intent.title);
}

void ReviewModel::setList(const ReviewList &list)
{
    std::vector<qint64> next;
    next.reserve(list.rows->size() + 2);
    next.push_back(todoHeading);
    next.insert(next.end(), list.rows->begin(), list.rows->begin() + list.todo);
    if (list.todo < qsizetype(list.rows->size())) {
        next.push_back(doneHeading);
        next.insert(next.end(), list.rows->begin() + list.todo, list.rows->end());
    }
    m_list = list;
    m_firstNeeded = -1;
    // What both begin and end with stays; verdicts may have come to what is done.
    const auto [a, b] = std::mismatch(m_entries.begin(), m_entries.end(), next.begin(), next.end());
    const auto shared = a - m_entries.begin();
    const auto [c, d] = std::mismatch(m_entries.rbegin(), m_entries.rend() - shared, next.rbegin(),
                                      next.rend() - shared);
    const auto oldEnd = m_entries.rend() - c;
    const auto newEnd = next.rend() - d;
    if (oldEnd > shared) {
        beginRemoveRows({}, int(shared), int(oldEnd) - 1);
        m_entries.erase(m_entries.begin() + shared, m_entries.begin() + oldEnd);
        endRemoveRows();
    }
    for (auto it = next.begin() + shared; it != next.begin() + newEnd; ++it)
        m_rows.remove(*it);
    if (newEnd > shared) {
        beginInsertRows({}, int(shared), int(newEnd) - 1);
        m_entries.insert(m_entries.begin() + shared, next.begin() + shared, next.begin() + newEnd);
        endInsertRows();
    }
    if (m_rows.size() > mostRows)
        m_rows.clear();
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ReviewModel::setRows(quint64 generation, qsizetype first, const QList<ReviewRow> &rows)
{
    if (generation != m_list.generation || rows.isEmpty())
        return;
    for (const ReviewRow &row : rows)
        m_rows.insert(row.row, row);
    const qsizetype last = std::min(first + rows.size(), qsizetype(m_list.rows->size())) - 1;
    if (last >= first)
        Q_EMIT dataChanged(index(indexAt(first)), index(indexAt(last)));
}

ReviewModel::Heading ReviewModel::heading(int index) const
{
    const qint64 entry = m_entries.at(size_t(index));
    return entry == todoHeading ? Heading::Todo
        : entry == doneHeading  ? Heading::Done
                                : Heading::None;
}

int ReviewModel::headingCount(int index) const
{
    return heading(index) == Heading::Todo ? int(m_list.todo)
                                           : int(m_list.rows->size()) - int(m_list.todo);
}

qsizetype ReviewModel::place(int index) const
{
    const qsizetype below = index - 1;
    return below >= m_list.todo ? below - 1 : below;
}

int ReviewModel::indexAt(qsizetype at) const
{
    return int(at) + (at >= m_list.todo ? 2 : 1);
}

qint64 ReviewModel::number(int index) const
{
    return m_entries.at(size_t(index));
}

const ReviewRow *ReviewModel::row(int index) const
{
    if (heading(index) != Heading::None)
        return nullptr;
    const auto found = m_rows.constFind(number(index));
    if (found != m_rows.cend())
        return &*found;
    need(place(index));
    return nullptr;
}

void ReviewModel::need(qsizetype at) const
{
    m_lastNeeded = m_firstNeeded < 0 ? at : std::max(m_lastNeeded, at);
    m_firstNeeded = m_firstNeeded < 0 ? at : std::min(m_firstNeeded, at);
    if (!m_asking.isActive())
        m_asking.start();
}

QString ReviewModel::title(const ReviewRow &row) const
{
    const QString title = m_intents.value(row.intent);
    return title.isEmpty() ? row.need : title;
}

QString ReviewModel::aside(const ReviewRow &row) const
{
    return row.verdict ? words::of(*row.verdict)
                       : format::duration(std::max<qint64>(minuteMs, m_now - row.closedAt));
}

int ReviewModel::indexOfNumber(qint64 row) const
{
    const auto found = std::find(m_entries.begin(), m_entries.end(), row);
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int ReviewModel::step(int from, int rows) const
{
    int at = from;
    int last = from;
    for (int left = std::abs(rows); left > 0;) {
        at += rows > 0 ? 1 : -1;
        if (at < 0 || at >= rowCount())
            break;
        if (heading(at) == Heading::None) {
            last = at;
            --left;
        }
    }
    return last;
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    if (heading(index.row()) != Heading::None)
        return tr("%1, %2", "a heading, how many")
            .arg(heading(index.row()) == Heading::Todo ? tr("To review") : tr("Done"))
            .arg(headingCount(index.row()));
    const ReviewRow *shown = row(index.row());
    if (!shown)
        return tr("Is being read");
    return tr("%1. %2. %3. %4. %5.", "tier, what about, what was done, why it is here, when")
        .arg(words::tierName(shown->tier), title(*shown), words::outcomeLine(*shown),
             words::reason(*shown), aside(*shown));
}

Qt::ItemFlags ReviewModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || heading(index.row()) != Heading::None)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace baton::ui
