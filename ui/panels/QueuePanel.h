#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/panels/QueueListView.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace baton::ui {

class EmptyState;
class IncidentBar;
class Label;
class MarksBar;
class QueueHeader;
class QueueNews;
class IconButton;
class SearchField;
class ViewList;

/// The pane on the left: search, views, the rows, and below them whatever is docked there. Shows
/// what it is given and says what the person asks for; it never waits.
class QueuePanel : public QWidget
{
    Q_OBJECT

public:
    explicit QueuePanel(const Look &look, QWidget *parent = nullptr);

    void setAgent(const AgentId &me);
    void setQueues(const QList<QueueName> &queues);
    /// The list may be old: it was brought up to date then. Nothing: it is up to date.
    void setAsOf(const std::optional<Instant> &moment);
    void setColleagues(const QList<ColleagueAt> &colleagues);
    /// The keys of "J K to move", as people read them; empty for none.
    void setMoveKeys(const QString &next, const QString &previous);
    void setSearchKey(const QString &key);
    void setIncidentKey(const QString &key);
    void setTags(const QStringList &inUse) { m_tags = inUse; } ///< to filter by
    void setArrangeKeys(const QString &filter, const QString &sort);
    /// Docks a widget under the list and owns it.
    void setFooter(QWidget *footer);

    QueueListView *list() const { return m_list; }
    ViewList *views() const { return m_views; }
    SearchField *searchField() const { return m_search; }
    QueueHeader *header() const { return m_header; }
    IconButton *filterButton() const { return m_filterButton; }
    const QueueFilter &filter() const { return m_filter; }
    const QueueModel &model() const { return *m_model; }
    /// What is marked, in no order.
    QList<ConversationId> marked() const;
    MarksBar *marksBar() const { return m_marks; }
    bool hasIncidents() const;                 ///< that are listed over the rows
    QList<IncidentBar *> incidentBars() const; ///< those that are shown
    bool isWaitingForPointer() const { return m_waiting.has_value(); }

public Q_SLOTS:
    void setQueue(const baton::QueueSnapshot &snapshot);
    void setRows(quint64 generation, const QList<baton::QueueRow> &rows);
    void setCounts(const QList<baton::ViewCount> &counts);
    void setMatchCount(const QString &search, int count);
    void setCompact(bool compact);
    /// Which conversation is open; an empty id for none. The list shows it as selected and says
    /// nothing.
    void setOpen(const baton::ConversationId &id);
    /// What time it is; once a second.
    void setClock(baton::Instant now);
    /// The list could not be read.
    void setError(const baton::Error &error);

    void chooseView(baton::QueueView view); ///< as a click on it
    void clearSearch();
    void focusSearch();
    void focusList();
    void openFilter();
    void clearMarks();
    void openSort();
    void toggleIncident(); ///< only the first one's conversations, or the whole list again
    void next();
    void previous();
    void openCurrent();

Q_SIGNALS:
    void viewChosen(baton::QueueView view);
    void searchChanged(const QString &text); ///< without spaces at its ends
    void arranged(const baton::QueueFilter &filter, baton::QueueSort sort);
    void opened(const baton::ConversationId &id);  ///< show it; the list keeps the focus
    void entered(const baton::ConversationId &id); ///< Enter or double click: show it and go there
    void needRows(quint64 generation, int first, int last);
    void incidentChosen(qint64 incident); ///< show only its conversations; 0: the whole list
    void incidentFolded(qint64 incident, bool folded);
    void incidentAnswered(qint64 incident);
    void assignRequested(); ///< what is marked
    void tagsRequested();   ///< likewise

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectParts();
    void relook();
    void apply(const QueueSnapshot &snapshot);
    void applyWaiting();
    bool wouldJump(const QueueSnapshot &snapshot) const;
    void showNews();
    void showState();
    void showIncidents();
    void chooseIncident(qint64 incident);
    void showOrder();
    void arrange(const QueueFilter &filter, QueueSort sort);
    QString orderWords() const;
    bool sorts() const; ///< matches and the archive have one order only
    void beginLoading();
    void searchEdited(const QString &text);
    void stateDoor(int door);
    void enterFirst();
    void pickedRow(int row);
    void openSoon();
    void reselect();

    const Look &m_look;
    QueueModel *m_model;
    SearchField *m_search;
    IconButton *m_filterButton;
    QAction *m_clear = nullptr;
    ViewList *m_views;
    QVBoxLayout *m_incidents;
    QList<IncidentBar *> m_bars; ///< made as they are needed, and kept
    QString m_incidentKey;
    QStringList m_tags;
    QueueHeader *m_header;
    QStackedWidget *m_pages;
    QueueListView *m_list;
    QueueNews *m_news;
    MarksBar *m_marks;
    Label *m_empty;
    EmptyState *m_state;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_footer = nullptr;

    bool m_compact = false;
    bool m_failed = false;
    std::optional<Instant> m_asOf;
    QueueFilter m_filter;
    QueueSort m_sort = QueueSort::Deadline;
    QString m_asked; ///< the search that was asked for last, without spaces at its ends
    std::optional<int> m_matches;
    std::optional<QueueSnapshot> m_waiting; ///< until the pointer leaves or two seconds have passed
    QTimer m_waitingEnds;
    ConversationId m_open;
    qint64 m_picked = 0; ///< row number that is to be opened as soon as its id is known
    bool m_entering = false;
    bool m_enterFirst = false; ///< as soon as the matches are there
    QTimer m_openPause;        ///< between two openings while a key is held down
};

} // namespace baton::ui
