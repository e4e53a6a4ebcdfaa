#pragma once

#include "core/domain/Live.h"
#include "core/domain/Passage.h"
#include "core/domain/Queue.h"
#include "ui/window/ActionRegistry.h"

#include <QtCore/QAbstractListModel>

namespace baton::ui {

/// A line of the command palette. Offsets are UTF-16 units of text.
struct PaletteRow
{
    enum class Kind { Heading, Action, Offer, Conversation, Passage };
    struct Match
    {
        int begin = 0;
        int length = 0;
        bool operator==(const Match &) const = default;
    };
    Kind kind = Kind::Heading;
    QString text;
    QString quiet; ///< behind the text, in another ink
    QString icon;
    QStringList keys; ///< of an action, cap by cap
    QList<Match> matches;
    QList<Match> quietMatches; ///< in quiet
    ActionId action = ActionId::Search;
    QString offer; ///< its name
    ConversationId conversation;
    Passage passage;
    std::optional<Route> tier;
};

/// What the palette offers for what was typed: actions whose words begin so, what live systems can
/// do for the open conversation among them, then conversations that were found. Before the words,
/// ">" asks for actions only, "#" for conversations with that order (or other words), "@" for those
/// of a person.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PaletteModel(const ActionRegistry &actions, QObject *parent = nullptr);

    void clear(); ///< nothing typed, and what can be done now
    void setQuery(const QString &query);
    void setOffers(const QList<ActionOffer> &offers); ///< for the open conversation
    /// Shown where they are of the words that stand there.
    void setConversations(const QString &query, const QList<QueueRow> &rows);
    void setPassages(const QString &query, const QList<FoundPassage> &passages); ///< likewise
    QString words() const { return m_words; } ///< what conversations are searched for; may be empty
    const PaletteRow &row(int index) const { return m_rows[index]; }
    int firstRow() const; ///< that can be run; -1: none

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Where each word of the query begins a word of the text; nothing where one does not.
    static std::optional<QList<PaletteRow::Match>> matchesOf(const QString &query,
                                                             const QString &text);

private:
    void fill();
    void addActions(const QString &wanted);
    QList<PaletteRow> offersFor(const QString &wanted) const;
    void addConversations();
    void addPassages();
    void addGroup(const QString &heading, const QList<PaletteRow> &rows);

    const ActionRegistry &m_actions;
    QString m_query;
    QChar m_only; ///< '>', '#' or '@'
    QString m_words;
    QList<ActionOffer> m_offers;
    QList<QueueRow> m_found;
    QList<FoundPassage> m_passages;
    QList<PaletteRow> m_rows;
};

} // namespace baton::ui
