#include "ui/panels/EmptyState.h"
#include "ui/panels/QueueHeader.h"
#include "ui/panels/QueuePanel.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/ViewList.h"
#include "ui/text/ErrorText.h"
#include "ui/text/Format.h"

#include <QtWidgets/QStackedWidget>

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
    m_header->setHintShown(m_model->rowCount() > 0);
    if (m_model->rowCount() > 0 || !shown.complete) {
        m_pages->setCurrentWidget(m_list);
    } else if (shown.search.isEmpty()) {
        m_pages->setCurrentWidget(m_empty);
    } else {
        m_state->setIcon(u"search"_s, &Theme::ink3);
        m_state->setWords(tr("No match for “%1”").arg(shown.search),
                          tr("Searched all views and closed ones."));
        m_state->setDoors({tr("Clear search")});
        m_pages->setCurrentWidget(m_state);
    }
}

void QueuePanel::showOrder()
{
    const QueueSnapshot &shown = m_model->snapshot();
    const bool searching = !shown.search.isEmpty();
    m_views->setMarked(!searching);
    m_header->setVisible(!m_compact || searching);
    const bool byDeadline = !searching && shown.view != QueueView::Archive;
    m_header->setOrderTip(byDeadline
                              ? tr("Safety first, then by the deadline in steps of five minutes; "
                                   "within a step tier C, then value, then who waits longest")
                              : QString());
    if (byDeadline)
        m_header->setOrder(m_asOf ? tr("As of %1, soonest deadline first")
                                        .arg(format::time(*m_asOf, QTimeZone::systemTimeZone()))
                                  : tr("Soonest deadline first"));
    else if (!searching || !m_matches)
        m_header->setOrder(tr("Newest first"));
    else if (*m_matches == 1)
        m_header->setOrder(tr("Newest first · 1 match"));
    else
        m_header->setOrder(tr("Newest first · %1 matches").arg(format::count(*m_matches)));
}

void QueuePanel::stateDoor()
{
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
