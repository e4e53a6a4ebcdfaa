#pragma once

#include "core/desk/Desk.h"
#include "core/domain/Live.h"
#include "ui/theme/Look.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QSplitter;

namespace baton::ui {

class ActionRegistry;
class ContextStrip;
class ConversationPanel;
class CustomerPane;
class LiveFacts;
class QueuePanel;
class QuietRow;
class SummarySheet;
class UndoStrip;

/// How wide the window is, as TOKENS §4 parts it.
enum class Room { Wide, Compact, Narrow };
Room roomFor(int windowWidth);

/// The desk: queue, conversation, customer. Places the panels and carries words
/// between them and the one door.
class DeskView : public QWidget
{
    Q_OBJECT

public:
    DeskView(Desk &desk, const Look &look, ActionRegistry &actions, QWidget *parent = nullptr);

    void setRoom(Room room);
    /// The panes' widths of \p sizes; what is 0 there keeps the designed width.
    void setPaneSizes(const WindowSizes &sizes);
    void addPaneSizes(WindowSizes &sizes) const; ///< as they are now, where they were changed
    void toggleContext();
    void toggleQueue();
    void focusNextPane(int step); ///< +1 or −1, around
    QueuePanel &queue() const { return *m_queue; }
    ConversationPanel &conversation() const { return *m_conversation; }
    CustomerPane &customer() const { return *m_customer; }
    void setToReview(int drafts);         ///< how many wait for a lead
    void showSentToModel();               ///< exactly what left this computer
    void showSummary();                   ///< of the open conversation
    QList<ActionOffer> offers() const;    ///< what whoever sits here can have done
    void openAction(const QString &name); ///< of a live system; asks before it is sent

Q_SIGNALS:
    void panesResized();                                  ///< by hand
    void passageOpened(const baton::PassagePlace &place); ///< to be shown in its document

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectQueue();
    void connectConversation();
    void connectActions();
    // DeskQuiet.cpp
    void addQuietRows();
    void setQuietCount(QuietRow &row, int count);
    void setCounts(const QList<ViewCount> &counts);
    // DeskLive.cpp
    void connectLive();
    void showLive();
    void connectLiveFacts(LiveFacts &facts);
    void chooseAction();
    void openApproval(const ActKey &key);
    // DeskTeam.cpp
    void connectTeam();
    void askAssign(); ///< what is marked, else the open one
    void askTags();   ///< likewise
    QWidget *tagsAnchor() const;
    // DeskIncidents.cpp
    void connectIncidents();
    void followAnswering(const ConversationSnapshot &snapshot);
    void offerToOthers(qint64 incident, const QList<QueueRow> &rows);
    void setStatus(const StatusSnapshot &status);
    void showConversation(const ConversationSnapshot &snapshot);
    void placeWritingKeys();
    void setComparing(bool comparing);
    void showNothing();
    void tellNothing(); ///< its words only
    void applyRoom();
    void layQueueOver(bool over);
    void connectModel();
    void connectReplyApprovals(); // DeskApprovals.cpp
    void connectFiles();          // DeskFiles.cpp
    void askSave(const Attachment &file);
    void placePanes();
    void keepPaneSizes();
    int &queueWidth() { return m_room == Room::Wide ? m_sizes.queue : m_sizes.queueCompact; }
    QList<QWidget *> panes() const;

    Desk &m_desk;
    const Look &m_look;
    ActionRegistry &m_actions;
    QSplitter *m_splitter;
    QueuePanel *m_queue;
    QList<PersonDuty> m_people; ///< of the team, where upstream tells
    QuietRow *m_quietReview = nullptr;
    QuietRow *m_quietMine = nullptr;
    QuietRow *m_quietArchive = nullptr;
    ConversationPanel *m_conversation;
    CustomerPane *m_customer;
    ContextStrip *m_strip;
    QPointer<SummarySheet> m_summary;
    UndoStrip *m_undo;
    /// The file of a message that is looked at, and where it was pressed.
    struct Looking
    {
        ConversationId conversation;
        Attachment file;
        QRect place; ///< global
    };
    std::optional<Looking> m_looking;
    Room m_room = Room::Wide;
    WindowSizes m_sizes; ///< of the panes only
    bool m_contextWanted = true;
    bool m_contextBefore = true; ///< before a comparison took its room
    bool m_queueWanted = true;
    bool m_queueLiesOver = false;
    bool m_offline = false;
    int m_heldByBot = 0;
    int m_toReview = 0;
    /// One of many is being answered, and its reply will be offered to the others.
    struct Answering
    {
        qint64 incident = 0; ///< 0: nothing of the kind
        ConversationId conversation;
        QString name;
        QString text;
    };
    Answering m_answering;
};

} // namespace baton::ui
