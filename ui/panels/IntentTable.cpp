#include "ui/panels/IntentTable.h"

#include "ui/delegates/ScoreIntentDelegate.h"

namespace baton::ui {

namespace {

constexpr int titleLeast = 140;

} // namespace

IntentTable::IntentTable(const Look &look, QWidget *parent)
    : PlainTable(look, tr("Figures by intent"), new ScoreIntents,
                 new ScoreIntentDelegate(look, nullptr), parent)
    , m_model(static_cast<ScoreIntents *>(model()))
{
    setMouseTracking(true);
    setHeadMargin(cellSide, firstCellSide);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    // Of ScoreIntents::Column; the first takes the rest.
    setWidths({0, 48, 66, 238, 108, 100, 84, 126}, titleLeast);
    setNothing(tr("No contact has ended in these weeks."));
}

void IntentTable::setIntents(const ScorecardSnapshot &snapshot)
{
    m_model->setIntents(snapshot.intents, snapshot.windowMs);
}

void IntentTable::setStops(const StopSnapshot &stops)
{
    m_model->setStops(stops);
}

void IntentTable::choose(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT drillRequested(m_model->line(index.row()).intent,
                              ScoreIntents::metricOf(index.column()));
}

} // namespace baton::ui
