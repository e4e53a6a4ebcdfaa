#include "ui/models/ScoreIntents.h"

#include "ui/text/Format.h"
#include "ui/text/JudgedWords.h"
#include "ui/text/ScoreWords.h"
#include "ui/text/StopWords.h"

#include <QtCore/QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace baton::ui {

using quality::Metric;

ScoreIntents::ScoreIntents(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void ScoreIntents::setIntents(const QList<ScoreIntent> &intents, qint64 windowMs)
{
    if (std::exchange(m_windowMs, windowMs) != windowMs)
        Q_EMIT headerDataChanged(Qt::Horizontal, Back, Back);
    if (m_lines.isEmpty()) {
        if (intents.isEmpty())
            return;
        beginInsertRows({}, 0, int(intents.size()) - 1);
        m_lines = intents;
        endInsertRows();
        return;
    }
    QHash<QString, int> places;
    for (int i = 0; i < int(intents.size()); ++i)
        places.insert(intents[i].intent, i);
    for (int i = int(m_lines.size()) - 1; i >= 0; --i) {
        if (places.contains(m_lines[i].intent))
            continue;
        beginRemoveRows({}, i, i);
        m_lines.removeAt(i);
        endRemoveRows();
    }
    QSet<QString> known;
    for (const ScoreIntent &line : m_lines)
        known.insert(line.intent);
    QList<ScoreIntent> added;
    std::copy_if(intents.begin(), intents.end(), std::back_inserter(added),
                 [&](const ScoreIntent &line) { return !known.contains(line.intent); });
    if (!added.isEmpty()) {
        beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + added.size()) - 1);
        m_lines += added;
        endInsertRows();
    }
    const bool sameOrder = std::equal(
        intents.begin(), intents.end(), m_lines.begin(),
        [](const ScoreIntent &a, const ScoreIntent &b) { return a.intent == b.intent; });
    if (sameOrder) {
        m_lines = intents;
    } else {
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList from = persistentIndexList();
        QModelIndexList to;
        for (const QModelIndex &one : from)
            to += index(places.value(m_lines[one.row()].intent), one.column());
        m_lines = intents;
        changePersistentIndexList(from, to);
        Q_EMIT layoutChanged();
    }
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_lines.size()) - 1, Columns - 1));
}

void ScoreIntents::setStops(const StopSnapshot &stops)
{
    QHash<QString, GuardState> held;
    for (const StopSegment &one : stops.segments) {
        if (one.state == GuardState::Armed)
            continue;
        for (const QString &intent : one.last.intents)
            held.insert(intent, one.state);
    }
    if (held == m_held)
        return;
    m_held = held;
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, Stop), index(int(m_lines.size()) - 1, Stop));
}

std::optional<GuardState> ScoreIntents::held(const ScoreIntent &line) const
{
    const auto state = m_held.find(line.intent);
    return state == m_held.end() ? std::nullopt : std::optional(*state);
}

Metric ScoreIntents::metricOf(int column)
{
    switch (column) {
    case Contained:
    case Course:
        return Metric::EffectiveContainment;
    case Back:
        return Metric::Recontact;
    case Csat:
    case Stop:
        return Metric::CsatBot;
    default:
        break;
    }
    return Metric::Containment;
}

int ScoreIntents::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ScoreIntents::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QString ScoreIntents::words(const ScoreIntent &line, int column) const
{
    const auto value
        = [&](Metric metric) { return words::valueOf(metric, line.figures[size_t(metric)]); };
    switch (column) {
    case Title:
        return line.title.isEmpty() ? tr("None of these") : line.title;
    case Tier:
        return words::tierName(line.tier);
    case Contacts:
        return format::count(line.contacts);
    case Contained:
        return tr("%1 contained, %2 effectively, n %3")
            .arg(words::valueOf(Metric::Containment, line.contained),
                 value(Metric::EffectiveContainment))
            .arg(line.figures[size_t(Metric::EffectiveContainment)].n);
    case Course: {
        QStringList weeks;
        for (const auto &one : line.course)
            weeks += one ? format::percent(*one) : tr("unknown");
        return weeks.join(QStringLiteral(", "));
    }
    case Back:
        return value(Metric::Recontact);
    case Csat:
        return value(Metric::CsatBot);
    case Stop:
        if (const auto state = held(line))
            return words::of(*state);
        return words::stopOf(line);
    default:
        break;
    }
    return {};
}

QVariant ScoreIntents::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ScoreIntent &line = m_lines[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return words(line, index.column());
    case Qt::AccessibleTextRole: {
        const QString said
            = tr("%1, %2: %3", "an intent, a column's name, its value")
                  .arg(words(line, Title),
                       headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                       words(line, index.column()));
        if (index.column() != Back && index.column() != Csat)
            return said;
        return tr("%1, n %2", "a figure, how many")
            .arg(said, format::count(line.figures[size_t(metricOf(index.column()))].n));
    }
    case Qt::ToolTipRole: {
        const quality::Figure &figure = line.figures[size_t(metricOf(index.column()))];
        if (index.column() < Contained || !figure.value || !figure.interval)
            return {};
        return tr("n %1, 95 % interval: %2 to %3")
            .arg(format::count(figure.n), format::percent(figure.interval->lower),
                 format::percent(figure.interval->upper));
    }
    default:
        break;
    }
    return {};
}

QVariant ScoreIntents::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        const bool number = section == Contacts || section == Back || section == Csat;
        return int(number ? Qt::AlignRight : Qt::AlignLeft);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Intent");
    case Tier:
        return tr("Tier");
    case Contacts:
        return tr("n");
    case Contained:
        return tr("Contained / effectively, %");
    case Course:
        return tr("Effective, 8 wk");
    case Back:
        return tr("Back in %1 h").arg(m_windowMs / hourMs);
    case Csat:
        return tr("CSAT bot");
    case Stop:
        return tr("Stop-loss");
    default:
        break;
    }
    return {};
}

} // namespace baton::ui
