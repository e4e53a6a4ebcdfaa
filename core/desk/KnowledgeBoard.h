#pragma once

#include "core/base/Async.h"
#include "core/desk/DeskTypes.h"
#include "core/domain/Feedback.h"
#include "core/domain/KnowledgeCheck.h"
#include "core/domain/Passage.h"

#include <QtCore/QDate>
#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <atomic>

namespace baton::store {
class Store;
struct KnowledgeOverview;
} // namespace baton::store

namespace baton {

/// The newest version of a document, as a list shows it.
struct KnowledgeEntry
{
    Document document; ///< without its passages
    int passages = 0;
    int cited = 0;          ///< answers that rest on it, of every version
    int disputed = 0;       ///< of this version only: a newer one has heard what was said
    bool reviewDue = false; ///< the day on which it was to be read again is past
    bool retired = false;
    bool operator==(const KnowledgeEntry &) const = default;
};

/// What was said without a source in conversations of one intent.
struct GapGroup
{
    QString intent;  ///< empty: none of these
    QString title;   ///< of the catalogue, or the name where it is not there
    QList<Gap> gaps; ///< the newest first
    bool operator==(const GapGroup &) const = default;
};

struct KnowledgeSnapshot
{
    QList<KnowledgeEntry> documents; ///< by title
    QList<GapGroup> gaps;            ///< those with the most first, then by title
    KnowledgeCheck check;            ///< of the documents as they were when last looked over
    bool operator==(const KnowledgeSnapshot &) const = default;
};

/// A document to read: its passages, and what agents made of them.
struct KnowledgeArticle
{
    KnowledgeEntry entry;
    QList<Passage> passages;
    QList<Citation> uses; ///< of every version, the newest first, a few hundred at most
    bool operator==(const KnowledgeArticle &) const = default;
};

/// What became of files, or of a text, that were added.
struct KnowledgeAdded
{
    int added = 0;
    int updated = 0;
    int unchanged = 0;
    QList<Error> refused; ///< subject: the file, and its line where one is at fault
    DocumentId written;   ///< the one that a written text became
};

constexpr int gapsShown = 500; ///< the newest ones
constexpr int usesShown = 300; ///< of a document, the newest ones

/// The documents of a team, what agents make of them, where they contradict each other and where
/// they say nothing; a sentence that they have come to say is no gap any more. Lives on the GUI
/// thread and never waits; the newest answer counts.
class KnowledgeBoard : public QObject
{
    Q_OBJECT

public:
    KnowledgeBoard(store::Store &store, const Clock &clock);
    ~KnowledgeBoard() override;

    void setIntents(const QList<IntentName> &intents);
    /// Answered by changed(), or by unreadable(); once more by changed() where a look over all of
    /// it, which takes seconds for some thousand documents, has found something else than before.
    void refresh();
    void read(const DocumentId &id); ///< answered by articleRead(), or by failed()
    /// Of the files that can be read, without the dot.
    static const QStringList &fileEndings();
    /// As `knowledge add` takes them (KnowledgeImport.h): each bad file or line costs only itself.
    /// Answered by added().
    void add(const QStringList &files);
    /// A Markdown text with its head; a version that is not above the newest known one is refused,
    /// so that nothing is overwritten unawares. Answered by added().
    void write(const QString &markdown);
    /// As a Markdown text of the next version; answered by editable(), or by failed().
    void edit(const DocumentId &id);
    void retire(const DocumentId &id); ///< until a higher version comes

    const KnowledgeSnapshot &snapshot() const { return m_snapshot; }
    /// A text to begin with: a head with an id that no document has, and the sentence.
    QString beginningOf(const Gap &gap) const;

Q_SIGNALS:
    void changed(const baton::KnowledgeSnapshot &snapshot);
    void unreadable(const baton::Error &error);
    void articleRead(const baton::KnowledgeArticle &article);
    void added(const baton::KnowledgeAdded &what);
    void editable(const baton::KnowledgeEntry &entry, const QString &markdown);
    void documentsChanged(); ///< others have to learn them anew
    void failed(const baton::Error &error);

private:
    /// What a look over the knowledge depends on.
    struct LookedOver
    {
        QList<std::pair<DocumentId, int>> current;
        QStringList sentences;
        QDate day;
        bool operator==(const LookedOver &) const = default;
    };

    void finishAdding(const KnowledgeAdded &what);
    void take(const store::KnowledgeOverview &overview);
    void lookOver();
    void publish();
    const KnowledgeEntry *entry(const DocumentId &id) const;

    store::Store &m_store;
    const Clock &m_clock;
    QHash<QString, QString> m_titles; ///< of intents
    QList<Gap> m_gaps;
    QSet<QString> m_said; ///< of the gaps' sentences, by the documents
    std::optional<LookedOver> m_lookedOver;
    KnowledgeSnapshot m_snapshot;
    quint64 m_asked = 0;
    quint64 m_looking = 0;
    quint64 m_reading = 0;
    bool m_known = false;
    std::atomic_bool m_ending = false;
    SerialExecutor m_files; ///< last: ends before the rest
};

} // namespace baton
