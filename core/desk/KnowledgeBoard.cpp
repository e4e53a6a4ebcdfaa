#include "core/desk/KnowledgeBoard.h"

#include "core/base/Text.h"
#include "core/desk/Knowledge.h"
#include "core/desk/KnowledgeImport.h"
#include "core/knowledge/Editable.h"
#include "core/store/Store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype titleUnits = 60;

bool byTitle(const KnowledgeEntry &a, const KnowledgeEntry &b)
{
    const int order = QString::localeAwareCompare(a.document.title, b.document.title);
    return order != 0 ? order < 0 : a.document.id.text() < b.document.id.text();
}

} // namespace

KnowledgeBoard::KnowledgeBoard(store::Store &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{ }

void KnowledgeBoard::setIntents(const QList<IntentName> &intents)
{
    m_titles.clear();
    for (const IntentName &intent : intents)
        m_titles.insert(intent.name, intent.title);
    if (m_known)
        publish();
}

void KnowledgeBoard::refresh()
{
    const quint64 asked = ++m_asked;
    onFinished(m_store.knowledgeOverview(gapsShown), this,
               [this, asked](const Result<store::KnowledgeOverview> &overview) {
                   if (asked != m_asked)
                       return;
                   if (overview)
                       take(*overview);
                   else
                       Q_EMIT unreadable(overview.error());
               });
}

void KnowledgeBoard::take(const store::KnowledgeOverview &overview)
{
    QHash<DocumentId, qsizetype> places;
    QList<KnowledgeEntry> entries;
    const Instant now = m_clock.now();
    for (const store::KnownDocument &known : overview.documents) {
        places.insert(known.document.id, entries.size());
        KnowledgeEntry entry{known.document, known.passages};
        entry.retired = known.retired;
        entry.reviewDue = !known.retired && known.document.review && *known.document.review < now;
        entries.append(std::move(entry));
    }
    for (const store::CitationCount &count : overview.citations) {
        const auto at = places.constFind(count.document);
        if (at == places.cend())
            continue;
        KnowledgeEntry &entry = entries[*at];
        entry.cited += count.cited;
        if (count.version == entry.document.version)
            entry.disputed += count.disputed;
    }
    std::sort(entries.begin(), entries.end(), byTitle);
    m_snapshot.documents = std::move(entries);
    m_gaps = overview.gaps;
    m_known = true;
    publish();
    lookOver();
}

void KnowledgeBoard::lookOver()
{
    LookedOver now{{}, {}, m_clock.now().utc().date()};
    for (const KnowledgeEntry &one : std::as_const(m_snapshot.documents))
        if (!one.retired)
            now.current.append({one.document.id, one.document.version});
    for (const Gap &gap : std::as_const(m_gaps))
        now.sentences.append(gap.feedback.was);
    if (m_lookedOver == now)
        return;
    m_lookedOver = now;
    const quint64 looking = ++m_looking;
    onFinished(reviewKnowledge(m_store, now.sentences, m_clock.now()), this,
               [this, looking](const Result<KnowledgeReview> &review) {
                   if (looking != m_looking)
                       return;
                   if (!review) {
                       m_lookedOver.reset();
                       Q_EMIT failed(review.error());
                       return;
                   }
                   if (review->said == m_said && review->check == m_snapshot.check)
                       return;
                   m_said = review->said;
                   m_snapshot.check = review->check;
                   publish();
               });
}

void KnowledgeBoard::publish()
{
    QList<GapGroup> groups;
    QHash<QString, qsizetype> places;
    for (const Gap &gap : std::as_const(m_gaps)) {
        if (m_said.contains(gap.feedback.was))
            continue;
        auto at = places.constFind(gap.intent);
        if (at == places.cend()) {
            at = places.insert(gap.intent, groups.size());
            groups.append({gap.intent, m_titles.value(gap.intent, gap.intent), {}});
        }
        groups[*at].gaps.append(gap);
    }
    std::sort(groups.begin(), groups.end(), [](const GapGroup &a, const GapGroup &b) {
        return std::pair(-a.gaps.size(), a.title) < std::pair(-b.gaps.size(), b.title);
    });
    m_snapshot.gaps = std::move(groups);
    Q_EMIT changed(m_snapshot);
}

const KnowledgeEntry *KnowledgeBoard::entry(const DocumentId &id) const
{
    const auto at = std::find_if(m_snapshot.documents.begin(), m_snapshot.documents.end(),
                                 [&](const KnowledgeEntry &one) { return one.document.id == id; });
    return at == m_snapshot.documents.end() ? nullptr : &*at;
}

void KnowledgeBoard::read(const DocumentId &id)
{
    const quint64 reading = ++m_reading;
    const KnowledgeEntry *known = entry(id);
    if (!known) {
        Q_EMIT failed({ErrorCode::NotFound, id.text(), {}});
        return;
    }
    onFinished(m_store.document(id, known->document.version), this,
               [this, reading, entry = *known](const Result<Document> &document) {
                   if (reading != m_reading)
                       return;
                   if (!document) {
                       Q_EMIT failed(document.error());
                       return;
                   }
                   onFinished(m_store.citationsOf(entry.document.id, usesShown), this,
                              [this, reading, entry,
                               passages = document->passages](const Result<QList<Citation>> &uses) {
                                  if (reading != m_reading)
                                      return;
                                  if (uses)
                                      Q_EMIT articleRead({entry, passages, *uses});
                                  else
                                      Q_EMIT failed(uses.error());
                              });
               });
}

KnowledgeBoard::~KnowledgeBoard()
{
    m_ending = true; // an import under way ends at its next file
}

const QStringList &KnowledgeBoard::fileEndings()
{
    return knowledge::readableEndings();
}

void KnowledgeBoard::add(const QStringList &files)
{
    const auto reading = m_files.run([this, files] {
        KnowledgeAdded what;
        const auto refuse = [&what](const Error &error) { what.refused += error; };
        KnowledgeImport import(m_store, {}, {refuse, refuse, [this](double) { return !m_ending; }});
        if (const Result<void> read = import.read(files); !read)
            refuse(read.error());
        what.added = int(import.totals().added);
        what.updated = int(import.totals().updated);
        what.unchanged = int(import.totals().unchanged);
        return what;
    });
    onFinished(reading, this, [this](const KnowledgeAdded &what) { finishAdding(what); });
}

void KnowledgeBoard::finishAdding(const KnowledgeAdded &what)
{
    if (what.added > 0 || what.updated > 0) {
        refresh();
        Q_EMIT documentsChanged();
    }
    Q_EMIT added(what);
}

void KnowledgeBoard::write(const QString &markdown)
{
    const auto reading = m_files.run(
        [text = markdown.toUtf8()] { return knowledge::readDocument(u"article.md"_s, text); });
    onFinished(reading, this, [this, text = markdown.toUtf8()](Result<Document> document) {
        const auto refuse
            = [this](const Error &error) { Q_EMIT added({.refused = {error}, .written = {}}); };
        if (!document)
            return refuse(document.error());
        const KnowledgeEntry *known = entry(document->id);
        if (known && document->version <= known->document.version)
            return refuse({ErrorCode::Conflict, document->id.text(),
                           u"version %1 is there already; write version: %2 to replace it, or "
                           "another id"_s.arg(known->document.version)
                               .arg(known->document.version + 1)});
        (void)m_store.saveDocumentSources({{document->sha256, text}});
        onFinished(m_store.addDocuments({*document}), this,
                   [this, refuse, id = document->id](const Result<store::DocumentsReport> &stored) {
                       if (!stored)
                           return refuse(stored.error());
                       if (!stored->refused.isEmpty())
                           return refuse(stored->refused.first().error);
                       finishAdding({.added = stored->added,
                                     .updated = stored->updated,
                                     .unchanged = stored->unchanged,
                                     .refused = {},
                                     .written = id});
                   });
    });
}

void KnowledgeBoard::edit(const DocumentId &id)
{
    const KnowledgeEntry *known = entry(id);
    if (!known) {
        Q_EMIT failed({ErrorCode::NotFound, id.text(), {}});
        return;
    }
    onFinished(m_store.document(id, known->document.version), this,
               [this, entry = *known](const Result<Document> &document) {
                   if (!document) {
                       Q_EMIT failed(document.error());
                       return;
                   }
                   onFinished(
                       m_store.documentSource(document->sha256), this,
                       [this, entry, document = *document](const Result<QByteArray> &source) {
                           if (!source) {
                               Q_EMIT failed(source.error());
                               return;
                           }
                           Q_EMIT editable(entry,
                                           knowledge::editable(document, QString::fromUtf8(*source),
                                                               document.version + 1,
                                                               m_clock.now().utc().date()));
                       });
               });
}

void KnowledgeBoard::retire(const DocumentId &id)
{
    onFinished(m_store.retireDocument(id), this, [this](const Result<void> &retired) {
        if (!retired) {
            Q_EMIT failed(retired.error());
            return;
        }
        refresh();
        Q_EMIT documentsChanged();
    });
}

QString KnowledgeBoard::beginningOf(const Gap &gap) const
{
    const QString subject
        = gap.intent.isEmpty() ? u"article"_s : QString(gap.intent).replace(u'_', u'-');
    QString id = subject;
    for (int number = 2; entry(DocumentId(id)); ++number)
        id = u"%1-%2"_s.arg(subject).arg(number);
    // A line of its own in the head, and the name of what is below it.
    const QString title
        = text::firstWords(m_titles.value(gap.intent, gap.feedback.was), titleUnits);
    return u"---\nid: %1\ntitle: %2\nversion: 1\nkind: policy\naudience: internal\n"
           "changed: %3\nintents: %4\n---\n\n## %2\n%5\n"_s.arg(
               id, title, m_clock.now().utc().date().toString(Qt::ISODate), gap.intent,
               gap.feedback.was.trimmed());
}

} // namespace baton
