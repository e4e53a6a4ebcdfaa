#pragma once

#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtGui/QKeySequence>

#include <array>
#include <functional>
#include <optional>

class QAction;
class QWidget;

namespace baton::ui {

enum class ActionId {
    Palette,
    Search,
    NextPane,
    PreviousPane,
    ContextPane,
    ShowQueue,
    Keys,
    SwitchTheme,
    GoDesk,
    GoReview,
    GoScorecard,
    GoPolicy,
    GoKnowledge,
    GoSettings,
    GoLoad,
    Handover,
    Outbox,
    Undo,
    NextRow,
    PreviousRow,
    OpenRow,
    View1,
    View2,
    View3,
    View4,
    View5,
    View6,
    Filter,
    Sort,
    Incident,
    Mark,
    MarkDown,
    MarkUp,
    Tags,
    Take,
    Transfer,
    GiveBack,
    Snooze,
    Close,
    Duplicate,
    Summarise,
    FoldHandoff,
    HandoffComplete,
    HandoffMissing,
    Correct,
    ShowRule,
    NextSpan,
    PreviousSpan,
    UseDraft,
    Regenerate,
    ModelDraft,
    Rewrite,
    Translate,
    SentToModel,
    DiscardDraft,
    Snippet,
    Attach,
    NextDoubt,
    PreviousDoubt,
    ApplyFix,
    KeepSentence,
    Source1,
    Source2,
    Source3,
    Source4,
    Source5,
    Source6,
    Source7,
    Source8,
    Source9,
    Reply,
    Note,
    PreviousContacts,
    LookUpAgain,
    HaveItDone,
    ReplyOrNote,
    Send,
    SendAndClose,
    SendWhatIsNew,
    SendUnchanged,
    KeepAsNote,
    DiscardMine,
    Score1,
    Score2,
    Score3,
    Score4,
    Score5,
    ScoreYes,
    ScoreNo,
    Pass,
    Coach,
    Fail,
    DiffMode,
    Transcript,
    MarkWrong,
    Comment,
    SkipReview,
    SaveReview,
    ScoreAll,
    ScoreBot,
    ScorePerson,
    ScoreExport,
    ScoreOverride,
    PublishPolicy,
    LabelReadings,
    PolicyHours,
    UndoPolicy,
    RedoPolicy,
    PolicyVersions,
    AutomationArc,
    PlayPause,
    NextScene,
    PreviousScene,
    Speed1,
    Speed10,
    Speed60,
    Speed600,
};
inline constexpr int actionCount = int(ActionId::Speed600) + 1;

/// How Settings and the overview of keys list them.
enum class ActionGroup {
    Everywhere,
    Queue,
    Conversation,
    Composer,
    Compare,
    Review,
    Scorecard,
    Policy,
    Presenter
};
/// Where the keys work: in the whole window (letters only where no text is typed), or while the
/// focus is in that pane. Those of the presenter: in the whole window of a demo.
/// Review and Scorecard take their keys before the letters of the desk's panes get them, which are
/// the same.
enum class ActionScope { Window, Queue, Composer, Compare, Review, Scorecard, Policy, Presenter };

/// Every action that has keys: its id in settings.json, its name, its keys. Owns the QActions; who
/// carries them out connects to triggered(). One a window.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    explicit ActionRegistry(QObject *parent = nullptr);

    QAction *action(ActionId id) const { return m_actions[size_t(id)]; }
    /// The widget takes the keys of that scope.
    void place(ActionScope scope, QWidget *widget);
    /// That widget carries the action out while it is visible and possible() holds.
    void carry(ActionId id, const QWidget *by, std::function<bool()> possible);
    /// Whether some widget has its keys and, where only some screens carry it out, one of them can
    /// do so now.
    bool isPossible(ActionId id) const;

    static QList<ActionId> all();
    static QString icon(ActionId id); ///< a name in resources/icons
    static QString key(ActionId id);  ///< "queue.next", as settings.json names it
    static std::optional<ActionId> byKey(const QString &key);
    static ActionGroup group(ActionId id);
    static ActionScope scope(ActionId id);
    static QString groupName(ActionGroup group);
    static QString name(ActionId id);
    static QList<QKeySequence> defaults(ActionId id);

    QList<QKeySequence> keys(ActionId id) const;
    QString keyText(ActionId id) const; ///< the first of them as people read it; may be empty
    /// What settings.json says: id → sequences in portable text, where they differ. What cannot be
    /// read, or would meet another action's keys, stays at its default.
    void setKeys(const QMap<QString, QString> &changed);
    /// The changed map with this action's first key replaced; an empty sequence takes it away, the
    /// default one restores.
    QMap<QString, QString> rebound(ActionId id, const QKeySequence &first) const;
    /// The action whose keys this would meet where it works too.
    std::optional<ActionId> conflict(ActionId id, const QKeySequence &keys) const;

Q_SIGNALS:
    void keysChanged();

private:
    std::array<QAction *, actionCount> m_actions{};
    struct Carrier
    {
        QPointer<const QWidget> by;
        std::function<bool()> possible;
    };

    QMap<QString, QString> m_changed;
    QMultiMap<ActionId, Carrier> m_carriers;
};

} // namespace baton::ui
