#include "ui/window/PaletteModel.h"

#include "ui/models/SourceLines.h"
#include "ui/panels/KeyCap.h"
#include "ui/text/Format.h"
#include "ui/text/Words.h"

#include <QtGui/QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int mostActions = 8; ///< of a group, once something was typed
constexpr int mostBeside = 4;  ///< conversations, where there are other groups

bool beginsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

} // namespace

PaletteModel::PaletteModel(const ActionRegistry &actions, QObject *parent)
    : QAbstractListModel(parent)
    , m_actions(actions)
{
    fill();
}

std::optional<QList<PaletteRow::Match>> PaletteModel::matchesOf(const QString &query,
                                                                const QString &text)
{
    QList<PaletteRow::Match> matches;
    for (const QString &word : query.simplified().split(u' ', Qt::SkipEmptyParts)) {
        qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
        while (at >= 0 && !beginsWord(text, at))
            at = text.indexOf(word, at + 1, Qt::CaseInsensitive);
        if (at < 0)
            return {};
        matches.append({int(at), int(word.size())});
    }
    std::sort(matches.begin(), matches.end(),
              [](const auto &a, const auto &b) { return a.begin < b.begin; });
    return matches;
}

void PaletteModel::clear()
{
    m_query.clear();
    m_only = {};
    m_words.clear();
    m_found.clear();
    m_passages.clear();
    fill();
}

void PaletteModel::setQuery(const QString &query)
{
    if (query == m_query)
        return;
    m_query = query;
    const bool only = query.startsWith(u'>') || query.startsWith(u'#') || query.startsWith(u'@');
    m_only = only ? query.front() : QChar();
    m_words = m_only == u'>' ? QString() : query.sliced(only ? 1 : 0).simplified();
    if (m_words.isEmpty()) {
        m_found.clear();
        m_passages.clear();
    }
    fill();
}

void PaletteModel::setOffers(const QList<ActionOffer> &offers)
{
    if (offers == m_offers)
        return;
    m_offers = offers;
    fill();
}

void PaletteModel::setConversations(const QString &query, const QList<QueueRow> &rows)
{
    if (query != m_words)
        return;
    m_found = rows;
    fill();
}

void PaletteModel::setPassages(const QString &query, const QList<FoundPassage> &passages)
{
    if (query != m_words)
        return;
    m_passages = passages;
    fill();
}

void PaletteModel::addGroup(const QString &heading, const QList<PaletteRow> &rows)
{
    if (rows.isEmpty())
        return;
    PaletteRow head;
    head.text = heading;
    m_rows += head;
    m_rows += rows;
}

void PaletteModel::fill()
{
    beginResetModel();
    m_rows.clear();
    if (m_only.isNull() || m_only == u'>')
        addActions(m_only.isNull() ? m_query : m_query.sliced(1));
    addConversations();
    if (m_only.isNull())
        addPassages();
    if (m_rows.isEmpty()) {
        PaletteRow nothing;
        nothing.text = tr("Nothing is called that");
        m_rows += nothing;
    }
    endResetModel();
}

void PaletteModel::addActions(const QString &wanted)
{
    const bool asked = !wanted.trimmed().isEmpty();
    for (const ActionGroup group :
         {ActionGroup::Conversation, ActionGroup::Composer, ActionGroup::Compare,
          ActionGroup::Review, ActionGroup::Scorecard, ActionGroup::Policy, ActionGroup::Queue,
          ActionGroup::Presenter, ActionGroup::Everywhere}) {
        QList<PaletteRow> rows;
        if (group == ActionGroup::Conversation)
            rows = offersFor(wanted);
        for (const ActionId id : ActionRegistry::all()) {
            if (ActionRegistry::group(id) != group || id == ActionId::Palette
                || !m_actions.isPossible(id))
                continue;
            const QString name = ActionRegistry::name(id);
            const auto matches = matchesOf(wanted, name);
            if (!matches || (asked && rows.size() == mostActions))
                continue;
            PaletteRow row;
            row.kind = PaletteRow::Kind::Action;
            row.text = name;
            row.keys = KeyCap::singleCaps(m_actions.keys(id).value(0));
            row.icon = ActionRegistry::icon(id);
            row.matches = *matches;
            row.action = id;
            rows += row;
        }
        addGroup(ActionRegistry::groupName(group), rows);
    }
}

/// Each opens the sheet that asks for its approval.
QList<PaletteRow> PaletteModel::offersFor(const QString &wanted) const
{
    QList<PaletteRow> rows;
    for (const ActionOffer &offer : m_offers) {
        const QString name = tr("%1…", "an action that asks first").arg(offer.title);
        const auto matches = matchesOf(wanted, name);
        if (!matches)
            continue;
        PaletteRow row;
        row.kind = PaletteRow::Kind::Offer;
        row.text = name;
        row.quiet = offer.amount
            ? tr("asks for approval, %1", "an amount").arg(format::money(*offer.amount))
            : tr("asks for approval");
        row.icon = u"tool"_s;
        row.matches = *matches;
        row.offer = offer.name;
        rows += row;
    }
    return rows;
}

/// Those first in which one sees what was typed; the words of the others stand in their threads.
void PaletteModel::addConversations()
{
    QList<PaletteRow> found;
    for (const QueueRow &conversation : m_found) {
        if (m_only == u'@' && !matchesOf(m_words, conversation.name))
            continue;
        PaletteRow row;
        row.kind = PaletteRow::Kind::Conversation;
        row.text = conversation.name;
        row.quiet = conversation.need;
        row.icon = words::iconOf(conversation.channel);
        row.matches = matchesOf(m_words, row.text).value_or(QList<PaletteRow::Match>());
        row.quietMatches = matchesOf(m_words, row.quiet).value_or(QList<PaletteRow::Match>());
        row.conversation = conversation.id;
        if (conversation.judged)
            row.tier = conversation.judged->route;
        found += row;
    }
    std::stable_partition(found.begin(), found.end(), [](const PaletteRow &row) {
        return !row.matches.isEmpty() || !row.quietMatches.isEmpty();
    });
    if (m_only.isNull() && (!m_rows.isEmpty() || !m_passages.isEmpty()))
        found = found.first(std::min<qsizetype>(found.size(), mostBeside));
    addGroup(tr("Conversations"), found);
}

void PaletteModel::addPassages()
{
    QList<PaletteRow> rows;
    for (const FoundPassage &found : m_passages) {
        const SourceLine line = lineOf(found.passage);
        PaletteRow row;
        row.kind = PaletteRow::Kind::Passage;
        row.text = line.title;
        row.quiet = line.aside;
        row.icon = u"book"_s;
        row.matches = matchesOf(m_words, row.text).value_or(QList<PaletteRow::Match>());
        row.quietMatches = matchesOf(m_words, row.quiet).value_or(QList<PaletteRow::Match>());
        row.passage = found.passage;
        rows += row;
    }
    addGroup(tr("Knowledge"), rows);
}

int PaletteModel::firstRow() const
{
    const auto first = std::find_if(m_rows.begin(), m_rows.end(), [](const PaletteRow &row) {
        return row.kind != PaletteRow::Kind::Heading;
    });
    return first == m_rows.end() ? -1 : int(first - m_rows.begin());
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const PaletteRow &row = m_rows[index.row()];
    if (role == Qt::DisplayRole)
        return row.text;
    if (role == Qt::AccessibleTextRole) {
        QStringList parts{row.text};
        for (const QString &more : {row.quiet, row.keys.join(u' ')}) {
            if (!more.isEmpty())
                parts += more;
        }
        return parts.join(u", "_s);
    }
    return {};
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows[index.row()].kind == PaletteRow::Kind::Heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace baton::ui
