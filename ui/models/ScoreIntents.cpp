#include "ui/models/ScoreIntents.h"

#include "ui/text/Format.h"
#include "ui/text/JudgedWords.h"
#include "ui/text/ScoreWords.h"

namespace baton::ui {

using quality::Metric;

ScoreIntents::ScoreIntents(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void ScoreIntents::setIntents(const QList<ScoreIntent> &intents)
{
    const int before = int(m_lines.size());
    const int now = int(intents.size());
    if (now < before) {
        beginRemoveRows({}, now, before - 1);
        m_lines = intents;
        endRemoveRows();
    } else if (now > before) {
        beginInsertRows({}, before, now - 1);
        m_lines = intents;
        endInsertRows();
    } else {
        m_lines = intents;
    }
    if (now > 0)
        Q_EMIT dataChanged(index(0, 0),
                           index(std::min(before, now) - 1 < 0 ? 0 : now - 1, Columns - 1));
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
        return format::count(std::max(line.figures[size_t(Metric::Containment)].n,
                                      line.figures[size_t(Metric::Resolution)].n));
    case Contained:
        return tr("%1 contained, %2 effectively, n %3")
            .arg(value(Metric::Containment), value(Metric::EffectiveContainment))
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
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3", "an intent, a column's name, its value")
            .arg(words(line, Title),
                 headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 words(line, index.column()));
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
        return tr("Back in 72 h");
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
