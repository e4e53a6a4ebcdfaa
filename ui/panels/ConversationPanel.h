#pragma once

#include "core/desk/Desk.h"
#include "ui/models/ConversationActs.h"
#include "ui/panels/EmptyDesk.h"
#include "ui/panels/HandoffCardView.h"

#include <QtWidgets/QWidget>

class QStackedLayout;
class QVBoxLayout;
class QUrl;

namespace baton::ui {

class ApprovalStrip;
class AskLine;
class CompareView;
class Composer;
class ConversationHeader;
class FoldLine;
class HeldBanner;
class LinkedStrip;
class TranscriptView;

/// The middle of the desk: header, thread, and where one writes; or what stands there while nothing
/// is open. Fed by snapshots, answers by signals about the shown conversation.
class ConversationPanel : public QWidget
{
    Q_OBJECT

public:
    ConversationPanel(const Look &look, const Clock &clock, QWidget *parent = nullptr);

    void setSnapshot(const ConversationSnapshot &snapshot);
    void setStatus(const StatusSnapshot &status);
    void setQueues(const QList<QueueName> &queues);
    void setIntents(const QList<IntentName> &intents) { m_intents = intents; }
    void showNothing(EmptyDesk::Why why, int heldByBot);
    EmptyDesk &emptyDesk() const { return *m_empty; }
    const ConversationId &shown() const { return m_shown.row.id; } ///< empty: nothing is open
    const ConversationSnapshot &snapshot() const { return m_shown; }

    ConversationActs acts() const; ///< what can be done with it now
    bool isDuplicate() const;      ///< of one that is open still, and can be closed as that

    Composer &composer() { return *m_composer; }
    ApprovalStrip &approval() const { return *m_approval; }
    TranscriptView &transcript() { return *m_transcript; }
    ConversationHeader &header() { return *m_header; }
    HandoffCardView &card() { return *m_card; }

public Q_SLOTS:
    void askSnooze();
    void askTransfer();
    void askClose();
    void askDuplicate();     ///< whether to close it, where it is one
    void askMissing();       ///< of the handoff
    void sayComplete();      ///< the handoff lacks nothing
    void askCorrection();    ///< of tier and intent
    void showRule();         ///< why it has its tier
    void showSpan(int step); ///< the next (1) or previous (−1) words that led here, around
    void toggleCard();

Q_SIGNALS:
    void claimRequested();
    void summaryRequested();
    void tagsRequested();
    void releaseRequested();
    void snoozeRequested(baton::Instant until);
    void queueTransferRequested(const baton::QueueId &queue);
    void colleagueTransferRequested(const baton::Person &colleague);
    void closeRequested(baton::OutcomeKind outcome);
    void typed(baton::DraftKind kind, const QString &text);
    void sendRequested(const QString &text, baton::AfterSend after);
    void noteRequested(const QString &text);
    void sendNewRequested(const baton::ActKey &key, const QString &text);
    void sendUnchangedRequested(const baton::ActKey &key, const QString &reason);
    void keepAsNoteRequested(const baton::ActKey &key);
    void discardRequested(const baton::ActKey &key);
    void linkActivated(const QUrl &url);
    void linkedRequested(const baton::ConversationId &id); ///< the other about the same matter
    void duplicateClosed(const QString &note);
    void cardJudged(bool complete, const QString &missing);
    void tierCorrected(baton::Route became);
    void intentCorrected(const QString &became);
    void policyRequested(); ///< whose rules gave the tier
    void checkRequested(const QString &text);
    void modelRequested();
    void modelStopRequested();
    void rewriteRequested(const QString &text, baton::ModelTask task);
    void draftUsed(const QString &suggested);
    void draftDiscarded(const QString &suggested, const QString &why);
    void sentenceKept(const QString &sentence, const QString &why);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectParts();
    void showComparison();
    void showAskLine();
    void fitRoom(); ///< the card and the field give way to the thread
    void fitComparison();
    bool comparesOnly() const; ///< the card and the thread are folded away above what is compared
    void showCard();
    void showThread();
    void refold();
    QList<Evidence> evidence() const; ///< the words that led here
    bool mayJudgeCard(HandoffCardView::Verdict verdict) const;
    QList<Person> colleagues() const;

    const Look &m_look;
    const Clock &m_clock;
    ConversationSnapshot m_shown;
    QList<QueueName> m_queues;
    QList<IntentName> m_intents;
    QStackedLayout *m_pages;
    int m_span = -1; ///< that was shown last, of those that led here
    EmptyDesk *m_empty;
    ConversationHeader *m_header;
    LinkedStrip *m_linked;
    QVBoxLayout *m_cardPlace;
    HandoffCardView *m_card;
    HeldBanner *m_banner;
    QVBoxLayout *m_foldPlace;
    FoldLine *m_fold;
    TranscriptView *m_transcript;
    CompareView *m_compare;
    AskLine *m_askLine;
    QList<ColleagueAt> m_colleagues;
    ActKey m_asked; ///< the held reply for whose sake a colleague was asked
    ApprovalStrip *m_approval;
    Composer *m_composer;
};

} // namespace baton::ui
