#include "ui/panels/EmptyState.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/IncidentBar.h"
#include "ui/panels/QueueHeader.h"
#include "ui/panels/QueuePanel.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/ViewList.h"
#include "ui/text/ErrorText.h"
#include "ui/text/Format.h"
#include "ui/text/Words.h"

#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

void QueuePanel::setMatchCount(const QString &search, int count)
{
    if (search != m_model->snapshot().search)
        return;
    m_matches = count;
    showOrder();
}

void QueuePanel::setError(const Error &error)
{
    const ErrorText words = errorText(error);
    m_failed = true;
    m_list->setLoading(false);
    m_state->setIcon(u"warning"_s, &Theme::dangerText);
    m_state->setWords(words.happened, words.todo);
    m_state->setDoors({tr("Try again")});
    m_pages->setCurrentWidget(m_state);
}

void QueuePanel::showState()
{
    const QueueSnapshot &shown = m_model->snapshot();
    const bool filtered = m_filter != QueueFilter();
    m_header->setHintShown(m_model->rowCount() > 0 && !m_asOf);
    if (m_model->rowCount() > 0 || !shown.complete) {
        m_pages->setCurrentWidget(m_list);
    } else if (!shown.search.isEmpty()) {
        m_state->setIcon(u"search"_s, &Theme::ink3);
        m_state->setWords(tr("No match for “%1”").arg(shown.search),
                          filtered ? tr("Only where the filter lets through: %1.")
                                         .arg(words::of(m_filter).join(u", "_s))
                                   : tr("Searched all views and closed ones."));
        m_state->setDoors(filtered ? QStringList{tr("Clear search"), tr("Show everything")}
                                   : QStringList{tr("Clear search")});
        m_pages->setCurrentWidget(m_state);
    } else if (filtered) {
        m_state->setIcon(u"filter"_s, &Theme::ink3);
        m_state->setWords(tr("The filter leaves nothing in this view"),
                          words::of(m_filter).join(u", "_s));
        m_state->setDoors({tr("Show everything")});
        m_pages->setCurrentWidget(m_state);
    } else {
        m_empty->setText(hasIncidents() ? tr("All of them are folded into the lines above.")
                                        : tr("No conversations in this view."));
        m_pages->setCurrentWidget(m_empty);
    }
}

bool QueuePanel::hasIncidents() const
{
    return !m_model->snapshot().incidents.isEmpty();
}

QList<IncidentBar *> QueuePanel::incidentBars() const
{
    return m_bars.first(m_model->snapshot().incidents.size());
}

void QueuePanel::showIncidents()
{
    const QueueSnapshot &shown = m_model->snapshot();
    while (m_bars.size() < shown.incidents.size()) {
        auto *bar = new IncidentBar(m_look);
        bar->setKey(m_bars.isEmpty() ? m_incidentKey : QString());
        connect(bar, &IncidentBar::onlyRequested, this, &QueuePanel::chooseIncident);
        connect(bar, &IncidentBar::foldRequested, this, &QueuePanel::incidentFolded);
        connect(bar, &IncidentBar::answerRequested, this, &QueuePanel::incidentAnswered);
        m_incidents->addWidget(bar);
        m_bars += bar;
    }
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        const bool used = i < shown.incidents.size();
        if (used)
            m_bars[i]->setIncident(shown.incidents[i],
                                   shown.only == shown.incidents[i].incident.id
                                       ? IncidentBar::Shown::Alone
                                       : IncidentBar::Shown::AmongAll);
        m_bars[i]->setVisible(
            used && (shown.only == 0 || m_bars[i]->listed().incident.id == shown.only));
    }
}

void QueuePanel::chooseIncident(qint64 incident)
{
    beginLoading();
    Q_EMIT incidentChosen(incident);
}

void QueuePanel::toggleIncident()
{
    const QueueSnapshot &shown = m_model->snapshot();
    if (shown.only != 0)
        chooseIncident(0);
    else if (!shown.incidents.isEmpty())
        chooseIncident(shown.incidents.first().incident.id);
}

void QueuePanel::setIncidentKey(const QString &key)
{
    m_incidentKey = key;
    if (!m_bars.isEmpty())
        m_bars.first()->setKey(key);
}

void QueuePanel::showOrder()
{
    const bool searching = !m_model->snapshot().search.isEmpty();
    const bool filtered = m_filter != QueueFilter();
    const bool byDeadline = sorts() && m_sort == QueueSort::Deadline;
    m_views->setMarked(!searching);
    m_filterButton->setInk(filtered ? &Theme::accentText : &Theme::ink2);
    m_header->setVisible(!m_compact || searching || filtered || (sorts() && !byDeadline));
    m_header->setOrderTip(byDeadline
                              ? tr("Safety first, then by the deadline in steps of five minutes; "
                                   "within a step tier C, then value, then who waits longest")
                              : QString());
    m_header->setOrder((QStringList(orderWords()) + words::of(m_filter)).join(u" · "_s));
}

bool QueuePanel::sorts() const
{
    const QueueSnapshot &shown = m_model->snapshot();
    return shown.search.isEmpty() && shown.view != QueueView::Archive;
}

QString QueuePanel::orderWords() const
{
    const QueueSnapshot &shown = m_model->snapshot();
    if (shown.search.isEmpty()) {
        if (shown.view == QueueView::Archive)
            return words::of(QueueSort::NewestFirst);
        if (m_asOf && m_sort == QueueSort::Deadline)
            return tr("As of %1, soonest deadline first")
                .arg(format::time(*m_asOf, QTimeZone::systemTimeZone()));
        return words::of(m_sort);
    }
    if (!m_matches)
        return words::of(QueueSort::NewestFirst);
    if (*m_matches == 1)
        return tr("Newest first · 1 match");
    return tr("Newest first · %1 matches").arg(format::count(*m_matches));
}

void QueuePanel::stateDoor(int door)
{
    if (!m_failed && (m_asked.isEmpty() || door > 0)) {
        arrange({}, m_sort);
        focusList();
        return;
    }
    if (!m_failed) {
        clearSearch();
        focusSearch();
        return;
    }
    m_pages->setCurrentWidget(m_list);
    if (m_asked.isEmpty()) {
        chooseView(m_views->current());
        return;
    }
    beginLoading();
    Q_EMIT searchChanged({}); // the same words again would not be asked for
    Q_EMIT searchChanged(m_asked);
}

} // namespace baton::ui
