#include "core/desk/KnowledgeBoard.h"

#include "core/base/Text.h"
#include "core/knowledge/DocumentReader.h"
#include "core/store/Store.h"

#include <QtCore/QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype filesAtOnce = 8 << 20; // of files, between two calls of the store
constexpr qsizetype titleUnits = 60;

bool byTitle(const KnowledgeEntry &a, const KnowledgeEntry &b)
{
    const int order = QString::localeAwareCompare(a.document.title, b.document.title);
    return order != 0 ? order < 0 : a.document.id.text() < b.document.id.text();
}

Result<QByteArray> bytesOf(const QString &name)
{
    QFile file(name);
    // One byte more than is taken, so that what is too large is seen without being read.
    const bool open = file.open(QIODevice::ReadOnly);
    QByteArray bytes = open ? file.read(knowledge::largestFile + 1) : QByteArray();
    if (!open || file.error() != QFile::NoError)
        return Error{ErrorCode::Io, name, file.errorString()};
    return bytes;
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
}

void KnowledgeBoard::publish()
{
    QList<GapGroup> groups;
    QHash<QString, qsizetype> places;
    for (const Gap &gap : std::as_const(m_gaps)) {
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

KnowledgeBoard::Batch KnowledgeBoard::readSome(const QStringList &files, qsizetype from)
{
    Batch batch;
    qsizetype total = 0;
    for (batch.next = from; batch.next < files.size() && total < filesAtOnce; ++batch.next) {
        const QString &name = files.at(batch.next);
        const Result<QByteArray> bytes = bytesOf(name);
        if (!bytes) {
            batch.refused += bytes.error();
            continue;
        }
        total += bytes->size();
        Result<Document> document = knowledge::readDocument(name, *bytes);
        if (!document) {
            batch.refused += document.error();
            continue;
        }
        batch.documents += *std::move(document);
        batch.files += name;
    }
    return batch;
}

void KnowledgeBoard::add(const QStringList &files)
{
    addSome(files, 0, std::make_shared<KnowledgeAdded>());
}

void KnowledgeBoard::addSome(const QStringList &files, qsizetype from, const Report &report)
{
    const auto reading = m_files.run([files, from] { return readSome(files, from); });
    onFinished(reading, this, [this, files, report](Batch batch) {
        const qsizetype next = batch.next;
        store(std::move(batch), report, [this, files, next, report] {
            if (next < files.size())
                addSome(files, next, report);
            else
                finishAdding(*report);
        });
    });
}

/// then() is called where the store could take them, whatever it refused of them.
void KnowledgeBoard::store(Batch batch, const Report &report, std::function<void()> then)
{
    report->refused += batch.refused;
    onFinished(m_store.addDocuments(std::move(batch.documents)), this,
               [this, report, names = std::move(batch.files),
                then = std::move(then)](const Result<store::DocumentsReport> &stored) {
                   if (!stored) {
                       report->refused += stored.error();
                       finishAdding(*report);
                       return;
                   }
                   report->added += stored->added;
                   report->updated += stored->updated;
                   report->unchanged += stored->unchanged;
                   for (const store::RefusedDocument &refused : stored->refused)
                       report->refused += {refused.error.code, names.value(refused.index),
                                           refused.error.detail};
                   then();
               });
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
    onFinished(reading, this, [this](Result<Document> document) {
        const auto report = std::make_shared<KnowledgeAdded>();
        if (!document) {
            report->refused += document.error();
        } else if (const KnowledgeEntry *known = entry(document->id);
                   known && document->version <= known->document.version) {
            report->refused += {ErrorCode::Conflict, document->id.text(),
                                u"version %1 is there already; write version: %2 to replace it, or "
                                "another id"_s.arg(known->document.version)
                                    .arg(known->document.version + 1)};
        }
        if (!report->refused.isEmpty()) {
            Q_EMIT added(*report);
            return;
        }
        Batch batch;
        batch.files += document->id.text();
        batch.documents += *document;
        store(std::move(batch), report, [this, report, id = document->id] {
            if (report->refused.isEmpty())
                report->written = id;
            finishAdding(*report);
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
