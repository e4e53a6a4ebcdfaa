#pragma once

#include "core/desk/Desk.h"
#include "core/desk/LiveBoard.h"
#include "ui/models/TypedTexts.h"
#include "ui/panels/ComposerBars.h"

#include <QtCore/QHash>
#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

namespace baton::ui {

class AttachmentRow;
class Button;
class ComposerTab;
class DraftEdit;
class IconLabel;
class Label;
class ReplyCheck;

/// Where replies and notes are written, and what goes out of a held reply. What is typed stays
/// until it is known to be recorded; nothing from outside writes over it.
class Composer : public QFrame
{
    Q_OBJECT

public:
    Composer(const Look &look, const Clock &clock, QWidget *parent = nullptr);

    void setSnapshot(const ConversationSnapshot &snapshot);
    void setSending(Sending sending);
    /// What live systems say, and when upstream was heard last: how old a reply's sources are.
    void setLive(const LiveSnapshot &live);
    void setLastSync(const std::optional<Instant> &at);
    DraftKind kind() const { return m_kind; }
    QString text(DraftKind kind) const { return m_texts.text(kind); }
    /// Of the field, before it scrolls; at least three are shown.
    void setMostLines(int lines);
    int frameHeight() const; ///< all but the lines of the field
    bool isComparing() const { return m_held.has_value(); }
    ReplyCheck &check() { return *m_check; }
    AttachmentRow &files() { return *m_files; }
    ActChoice attachChoice() const; ///< whether files can be attached to what stands here
    void setAttachKey(const QString &key) { m_sendBar->setAttachKey(key); }

public Q_SLOTS:
    void send(); ///< reply, note, or what is new, as the composer stands
    void sendAndClose();
    void toggleKind();
    void focusReply();
    void focusNote();
    /// Puts the drafted reply into an empty field; what somebody typed is never written over.
    void useDraft();
    void askSnippet(); ///< at the cursor; Ctrl ; the button, or ";" where a word would begin
    void askAttach();  ///< which files
    void offerFiles(const QStringList &paths);
    void offerPicture(const QImage &picture);
    /// Files are on their way, and a send waits for them.
    void setAttaching(const baton::ConversationId &id, bool busy);
    void tellNotAttached(const baton::ConversationId &id, const baton::Error &error);
    /// Asks for a draft by the model, which streams into the empty field.
    void draftByModel();
    void stopModel();
    void askRewrite(); ///< in which way the model says the selection, or all, again
    void rewrite(baton::ModelTask task);
    void regenerate(); ///< drafts anew where a draft was written on
    void showModelText(const baton::ModelText &text);
    /// Asks why, then empties the field; what was suggested is recorded with the reason.
    void askDiscard();
    /// What a check says of the reply, where it is of the words that stand in the field.
    void showCheck(const baton::Draft &checked);
    void showSpelling(const QString &text, const QList<baton::Misspelling> &wrong);
    void keepHeldAsNote();
    void discardHeld();
    void sendHeldUnchanged(); ///< asks why first
    /// A reply of this conversation is on disk.
    void confirmSent(const baton::ConversationId &id);
    /// A local action failed: what was handed over is here again, and is saved again.
    void takeBack();
    void draftSaved(const baton::ConversationId &id, baton::Instant at);

Q_SIGNALS:
    void checkRequested(const QString &text); ///< a send waits for it
    void modelRequested();
    void modelStopRequested();
    void rewriteRequested(const QString &text, baton::ModelTask task);
    void sentToModelRequested(); ///< to be shown
    void draftUsed(const QString &suggested);
    void draftDiscarded(const QString &suggested, const QString &why);
    void sentenceKept(const QString &sentence, const QString &why); ///< in a reply that goes out
    void shownCheckChanged();
    void filesOffered(const baton::ConversationId &id, const QStringList &paths);
    void pictureOffered(const baton::ConversationId &id, const QImage &picture);
    void attachmentRemoved(const baton::ConversationId &id, const QString &sha256);
    void filesShownChanged();
    void typed(baton::DraftKind kind, const QString &text);
    void wordLearnt(const QString &word); ///< it is spelt right
    void left();                          ///< Esc: the keys of the queue are wanted again
    void sendRequested(const QString &text, baton::AfterSend after);
    void noteRequested(const QString &text);
    void sendNewRequested(const baton::ActKey &key, const QString &text);
    void sendUnchangedRequested(const baton::ActKey &key, const QString &reason);
    void keepAsNoteRequested(const baton::ActKey &key);
    void discardRequested(const baton::ActKey &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void buildFiles();
    void setFiles(const ConversationSnapshot &snapshot, bool other);
    bool mayAttach();
    void showFiles();
    void showAges();
    DraftEdit *edit(DraftKind kind) const { return kind == DraftKind::Reply ? m_reply : m_note; }
    void setKind(DraftKind kind);
    void edited(DraftKind kind);
    void handOver(AfterSend after);
    void confirmNotes(const Conversation &conversation);
    void follow(const std::optional<Comparison> &comparison);
    void put(DraftKind kind, const QString &text);
    void saveAgain();
    void showTexts();
    void showState();
    void showWords(const ActChoice &choice, std::optional<double> changed);
    void showDraft();
    void openSnippets(const QRect &globalPlace, bool typed);
    void insertSnippet(const QString &text, bool typed);
    bool mayUseDraft() const; ///< whether one is there for a reply that may be written
    /// How much of the draft the reply has changed; nothing where it is another text.
    std::optional<double> changedFromDraft() const;
    QString draftText() const;
    void putBuiltIn();
    ActChoice regenerateChoice(std::optional<double> changed) const;
    bool mustWait(AfterSend after); ///< for a check, or for the agent to look at a sentence
    QString checkWords(std::optional<double> changed) const; ///< behind the origin
    void buildModel();
    bool modelRuns() const;
    bool followsModel() const;
    bool mayUseModel() const;
    void endModel(const ModelText &text, bool followed);
    void putRewritten(const ModelText &text);
    void useReady();
    void editedBesideModel();
    bool isHeldAsPartial();
    void showModel();
    QString modelWords() const; ///< while it writes

    const Look &m_look;
    const Clock &m_clock;
    TypedTexts m_texts;
    DraftKind m_kind = DraftKind::Reply;
    Sending m_sending = Sending::Now;
    LiveSnapshot m_live;
    std::optional<Instant> m_lastSync;
    QTimer m_ageing; ///< of what the reply rests on
    ConversationActs m_acts;
    QString m_customer;
    QString m_approval;           ///< why a lead looks at a reply first; empty: none does
    std::optional<ActKey> m_held; ///< the reply whose comparison is shown
    QString m_proposed;           ///< what was put into the field for it
    QString m_before;             ///< what had been typed until then
    bool m_newHandedOver = false; ///< what was handed over last came out of a comparison
    std::optional<Instant> m_savedAt;
    Instant m_noteAt;

    ComposerTab *m_replyTab = nullptr;
    ComposerTab *m_noteTab = nullptr;
    Label *m_title = nullptr;
    IconLabel *m_originIcon = nullptr; ///< of a reply that began as a draft
    Label *m_origin = nullptr;
    Label *m_state = nullptr;
    Button *m_draft = nullptr;
    Button *m_byModel = nullptr;
    Button *m_rewrite = nullptr;
    Button *m_stop = nullptr;
    Label *m_said = nullptr; ///< what became of the model's last text, where that needs words
    QTimer m_tick;           ///< while a model writes: its seconds are shown
    ModelOffer m_offer = ModelOffer::None;
    std::optional<ModelText> m_model; ///< what it wrote last in this conversation
    QString m_streamed;               ///< what of it stands in the field, as it was put there
    QString m_ready;                  ///< a draft that came while somebody had written already
    QHash<ConversationId, QString> m_partial; ///< drafts that are not complete, as they came
    QString m_modelSaid;                      ///< what became of it, in words
    int m_rewriteAt = 0;
    std::optional<Draft> m_suggestion;
    QList<Snippet> m_snippets;
    bool m_checks = false; ///< replies of this conversation are checked
    std::optional<AfterSend> m_sendWhenChecked;
    QList<Attachment> m_attached;
    bool m_attaching = false;
    QString m_notAttached; ///< why, in words, until something else is done about files
    bool m_draggedOver = false;
    AttachmentRow *m_files = nullptr;
    ReplyCheck *m_check = nullptr;
    DraftEdit *m_reply = nullptr;
    DraftEdit *m_note = nullptr;
    SendBar *m_sendBar = nullptr;
    CompareBar *m_compareBar = nullptr;
    QWidget *m_top = nullptr;
    QWidget *m_bottom = nullptr;
};

} // namespace baton::ui
