#include "KnowledgeFixture.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QRandomGenerator>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

namespace {

const QStringList &topics()
{
    static const QStringList words
        = u"refund parcel late broken kettle invoice charged twice order delivery account urgent "
          "password address jar pot"_s.split(u' ');
    return words;
}

/// What the store must say, in the plainest way.
struct Shelf
{
    QMap<QString, QMap<int, Document>> documents;
    QSet<std::pair<QString, int>> retired;

    QString add(Document document)
    {
        QMap<int, Document> &versions = documents[document.id.text()];
        if (document.version == 0) {
            const bool same = !versions.isEmpty() && !isRetired(document.id.text())
                && versions.last().sha256 == document.sha256;
            const int newest = versions.isEmpty() ? 0 : versions.lastKey();
            document.version = same ? newest : newest + 1;
            for (Passage &passage : document.passages)
                passage.version = document.version;
        }
        if (versions.contains(document.version))
            return versions[document.version].sha256 == document.sha256 ? u"unchanged"_s
                                                                        : u"refused"_s;
        const bool updates = !versions.isEmpty() && versions.lastKey() < document.version;
        versions.insert(document.version, document);
        return updates ? u"updated"_s : u"added"_s;
    }
    bool isRetired(const QString &id) const
    {
        return retired.contains({id, documents[id].lastKey()});
    }
    QList<Document> current() const
    {
        QList<Document> list;
        for (auto it = documents.begin(); it != documents.end(); ++it) {
            if (!isRetired(it.key()))
                list.append(it->last());
        }
        return list;
    }

    /// BM25 by its formula, with the weights of title, heading and text.
    QMap<QString, double> scores(const PassageQuery &query) const
    {
        struct Row
        {
            const Document *document;
            QString name;
            QList<QStringList> columns;
            qsizetype length = 0;
        };
        const QList<Document> all = current();
        QList<Row> rows;
        double total = 0;
        for (const Document &document : all) {
            for (const Passage &p : document.passages) {
                Row row{&document,
                        u"%1/%2"_s.arg(document.id.text()).arg(p.place),
                        {p.title.split(u' '), p.heading.split(u' '), p.text.split(u' ')}};
                for (const QStringList &column : row.columns)
                    row.length += column.size();
                total += double(row.length);
                rows.append(row);
            }
        }
        QMap<QString, double> scores;
        for (const QueryPart &part : query.parts) {
            const QSet<QString> words = setOf(part.text);
            QMap<QString, double> own;
            double best = 0;
            for (const QString &word : words) {
                const auto n = std::count_if(rows.begin(), rows.end(), [&](const Row &row) {
                    return std::any_of(row.columns.begin(), row.columns.end(),
                                       [&](const QStringList &c) { return c.contains(word); });
                });
                const double count = double(rows.size());
                const double idf
                    = std::max(1e-6, std::log((count - double(n) + 0.5) / (double(n) + 0.5)));
                for (const Row &row : rows) {
                    const double tf = 6.0 * double(row.columns[0].count(word))
                        + 3.0 * double(row.columns[1].count(word))
                        + double(row.columns[2].count(word));
                    if (tf == 0 || !wanted(*row.document, query))
                        continue;
                    const double norm = 1.2 * (0.25 + 0.75 * double(row.length) / (total / count));
                    own[row.name] += part.weight * idf * tf * 2.2 / (tf + norm);
                    best = std::max(best, own[row.name]);
                }
            }
            for (const Row &row : rows) {
                if (own.contains(row.name))
                    scores[row.name]
                        += own[row.name] + (setOf(row.document->title) == words ? best : 0);
            }
        }
        for (const Row &row : rows) {
            const bool named = std::any_of(
                query.intents.begin(), query.intents.end(),
                [&](const QString &intent) { return row.document->intents.contains(intent); });
            if (named && scores.contains(row.name))
                scores[row.name] *= PassageQuery::intentFactor;
        }
        return scores;
    }
    static QSet<QString> setOf(const QString &text)
    {
        const QStringList words = text.split(u' ');
        return {words.begin(), words.end()};
    }
    static bool wanted(const Document &document, const PassageQuery &query)
    {
        return (query.language.isEmpty() || document.language == query.language)
            && (!query.audience || document.audience == *query.audience);
    }
};

} // namespace

/// Random days of a knowledge, compared with the model after each step and after opening again.
class KnowledgeModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theStoreSaysWhatTheModelSays()
    {
        const QByteArray given = qgetenv("BATON_SEED");
        const quint32 seed
            = given.isEmpty() ? QRandomGenerator::global()->generate() : given.toUInt();
        qInfo() << "BATON_SEED =" << seed;
        random.seed(seed);
        Profile desk;
        for (int step = 0; step < 120; ++step) {
            turn(desk);
            if (random.bounded(12) == 0)
                reopen(desk);
            compare(desk);
            if (QTest::currentTestFailed())
                return;
        }
        reopen(desk);
        compare(desk);
        QVERIFY(!value(desk->verifyAudit()).firstBad);
        QCOMPARE(value(desk->health()).cacheProblem, QString());
    }

private:
    QString words(int most)
    {
        QStringList list;
        for (int n = random.bounded(most); n >= 0; --n)
            list.append(topics().at(random.bounded(int(topics().size()))));
        return list.join(u' ');
    }

    Written written()
    {
        Written made;
        made.id = u"KB-%1"_s.arg(random.bounded(12));
        made.version = random.bounded(6);
        made.title = words(3);
        made.audience = random.bounded(2) ? Audience::Customer : Audience::Internal;
        made.language = random.bounded(2) ? u"en"_s : u"de"_s;
        made.intents = {topics().at(random.bounded(4))};
        made.passages.clear();
        for (int n = random.bounded(4); n >= 0; --n)
            made.passages.append(words(3) + u": "_s + words(12));
        return made;
    }

    void turn(Profile &desk)
    {
        if (random.bounded(5) == 0 && !model.documents.isEmpty()) {
            const QString id
                = model.documents.keys().at(random.bounded(int(model.documents.size())));
            done(desk->retireDocument(DocumentId(id)));
            model.retired.insert({id, model.documents[id].lastKey()});
            return;
        }
        QList<Document> documents;
        QMap<QString, int> expected;
        for (int n = random.bounded(6); n >= 0; --n) {
            documents.append(written().document());
            ++expected[model.add(documents.last())];
        }
        const DocumentsReport report = value(desk->addDocuments(documents));
        QCOMPARE(report.added, expected[u"added"_s]);
        QCOMPARE(report.updated, expected[u"updated"_s]);
        QCOMPARE(report.unchanged, expected[u"unchanged"_s]);
        QCOMPARE(report.refused.size(), expected[u"refused"_s]);
    }

    void reopen(Profile &desk)
    {
        desk.close();
        if (random.bounded(2)) {
            for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
                QFile::remove(desk.paths().cacheFile() + suffix);
        }
        desk.open();
    }

    PassageQuery query()
    {
        PassageQuery query;
        for (int n = random.bounded(3); n >= 0; --n)
            query.parts.append({words(4), 0.25 * (1 + random.bounded(8))});
        if (random.bounded(3) == 0)
            query.intents = {topics().at(random.bounded(4))};
        if (random.bounded(3) == 0)
            query.language = random.bounded(2) ? u"en"_s : u"de"_s;
        if (random.bounded(3) == 0)
            query.audience = random.bounded(2) ? Audience::Customer : Audience::Internal;
        query.limit = 1 + random.bounded(20);
        return query;
    }

    void compare(Profile &desk)
    {
        const QList<KnownDocument> known = value(desk->documents());
        QCOMPARE(known.size(), model.documents.size());
        for (const KnownDocument &one : known) {
            Document expected = model.documents[one.document.id.text()].last();
            QCOMPARE(one.passages, expected.passages.size());
            QCOMPARE(one.retired, model.isRetired(expected.id.text()));
            expected.passages.clear();
            QVERIFY(one.document == expected);
        }
        for (const auto &versions : std::as_const(model.documents)) {
            const Document &any
                = std::next(versions.begin(), random.bounded(int(versions.size()))).value();
            const Passage &passage = any.passages.at(random.bounded(int(any.passages.size())));
            const QList<Passage> opened
                = value(desk->passages(any.id, any.version, passage.heading));
            QVERIFY(opened.contains(passage));
        }
        for (int i = 0; i < 3; ++i)
            compareSearch(desk, query());
    }

    void compareSearch(Profile &desk, const PassageQuery &query)
    {
        constexpr double close = 3e-6; // scores are rounded
        QMap<QString, double> scores = model.scores(query);
        const QList<FoundPassage> found = value(desk->findPassages(query));
        QCOMPARE(found.size(), qMin<qsizetype>(query.limit, scores.size()));
        for (qsizetype i = 0; i < found.size(); ++i) {
            const QString name = places({found.at(i)}).first();
            QVERIFY2(scores.contains(name), qPrintable(name));
            QVERIFY2(qAbs(scores.take(name) - found.at(i).score) < close, qPrintable(name));
            const auto key = [](const FoundPassage &f) {
                return std::tuple(-f.score, f.passage.document.text(), f.passage.place);
            };
            QVERIFY(i == 0 || key(found.at(i - 1)) < key(found.at(i)));
        }
        for (const double left : std::as_const(scores))
            QVERIFY(left <= found.last().score + close);
    }

    QRandomGenerator random;
    Shelf model;
};

BATON_TEST(KnowledgeModelTest)
#include "KnowledgeModelTest.moc"
