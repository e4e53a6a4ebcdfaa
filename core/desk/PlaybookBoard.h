#pragma once

#include "core/base/Async.h"
#include "core/desk/DeskTypes.h"
#include "core/domain/Draft.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>

namespace baton::store {
class Store;
}

namespace baton {

class ConversationJudge;
class ReplyDrafter;

/// What drafts are written from, of an intent.
enum class PlaybookOrigin {
    None,    ///< nothing: a draft comes from the one for none of these
    Bundled, ///< the one that came with Baton
    Offered, ///< likewise, but a team's drafts rest on its own only: to begin with
    Own      ///< a file of the team's
};

struct PlaybookEntry
{
    QString intent;
    QString title; ///< of the catalogue; empty: none of these
    PlaybookOrigin origin = PlaybookOrigin::None;
    QStringList languages;
    int sentences = 0;
    bool broken = false; ///< the team's file is not read; the bundled one is used where there is
    bool operator==(const PlaybookEntry &) const = default;
};

/// A playbook to read or to edit.
struct PlaybookText
{
    PlaybookEntry entry;
    QString text;
    bool mayEdit = false; ///< a lead's work
};

/// What is wrong with a text; of several the first.
struct PlaybookFault
{
    int line = 1;
    QString what; ///< as the reader says it, with its JSON pointer where it has one
    bool operator==(const PlaybookFault &) const = default;
};

/// What the playbook writes in a conversation, as it was before a person answered.
struct PlaybookPreview
{
    int index = 0; ///< of so many conversations of the intent, the newest first
    int count = 0;
    Conversation conversation;
    Draft draft;
    int leftOut = 0; ///< sentences whose passage is not in the knowledge
};

/// What a text is worth: a fault, or what it writes.
struct PlaybookLook
{
    QString intent;
    QString text; ///< of which it is said
    std::optional<PlaybookFault> fault;
    std::optional<PlaybookPreview> preview; ///< absent too where there is no conversation of it
    bool looking = false; ///< conversations are still looked for, or intents not read yet
};

/// The playbooks of a team: which intents have one, what a text would write in real conversations,
/// and keeping it. Lives on the GUI thread and never waits; of what is looked at the newest counts.
class PlaybookBoard : public QObject
{
    Q_OBJECT

public:
    PlaybookBoard(store::Store &store, const Clock &clock, const Agent &agent);
    ~PlaybookBoard() override;

    /// Whether drafts rest on the bundled ones too where a team has none of its own.
    void useBundled(bool used);
    void setJudge(std::shared_ptr<const ConversationJudge> judge);
    void setDrafter(std::shared_ptr<const ReplyDrafter> drafter);
    /// Where the team's files lie; readPlaybookFolder() reads them.
    static QString folderIn(const QString &dataFolder);

    void refresh(); ///< answered by changed()
    /// Answered by opened(), then by looked().
    void open(const QString &intent);
    void close();
    void look(const QString &text); ///< at what is typed; answered by looked()
    void next();                    ///< conversation; likewise
    void previous();
    /// Only what can be read; on disk first. Answered by saved() and changed(), or by failed():
    /// Refused where it is not a lead who asks.
    void save(const QString &text);
    /// The team's file goes aside; answered by saved(), changed() and opened(). Else likewise.
    void giveUpOwn();

    const QList<PlaybookEntry> &entries() const { return m_entries; }
    static const QStringList &slotNames(); ///< that may stand in braces

Q_SIGNALS:
    void changed(const QList<baton::PlaybookEntry> &entries);
    void opened(const baton::PlaybookText &text);
    void looked(const baton::PlaybookLook &look);
    void saved(const baton::PlaybookEntry &entry);
    void playbooksChanged(); ///< whoever drafts has to read them anew
    void failed(const baton::Error &error);

private:
    struct Files;
    struct Case;
    struct Job;
    static PlaybookLook lookAt(const Job &job);
    bool mayEdit() const;
    QString pathOf(const QString &intent) const;
    void reread(const std::function<void()> &then);
    void take(std::shared_ptr<const Files> files);
    PlaybookEntry entryOf(const QString &intent) const;
    void readOpen();
    void findCases();
    void readCase();
    void lookAgain();
    void step(int by);
    void finish(const QString &intent, const Result<void> &done, const QByteArray &sha256);

    store::Store &m_store;
    const Clock &m_clock;
    const Agent &m_agent;
    PlaybookOrigin m_bundled = PlaybookOrigin::Offered;
    std::shared_ptr<const ConversationJudge> m_judge;
    std::shared_ptr<const ReplyDrafter> m_drafter;
    std::shared_ptr<const Files> m_files;
    QList<PlaybookEntry> m_entries;
    QString m_intent; ///< the open one
    bool m_open = false;
    QString m_text;
    QList<ConversationId> m_cases; ///< real conversations of it
    int m_case = 0;
    std::shared_ptr<const Case> m_shown;
    bool m_finding = false;
    bool m_looking = false; ///< a job is under way
    bool m_stale = false;   ///< and what it looks at is not the newest
    quint64 m_opening = 0;
    quint64 m_reading = 0;
    SerialExecutor m_work; ///< last: ends before the rest
};

} // namespace baton
