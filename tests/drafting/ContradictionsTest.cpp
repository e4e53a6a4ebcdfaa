#include "core/drafting/Contradictions.h"
#include "core/knowledge/Bundled.h"
#include "core/knowledge/DocumentReader.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;

namespace {

const Instant checkedOn{1'764'000'000'000}; // 24 November 2025

const QList<Document> &theShelf()
{
    static const QList<Document> documents = knowledge::bundledDocuments();
    return documents;
}

Document document(const QString &id, const QString &language, const char *markdown)
{
    const Result<Document> read = knowledge::readDocument(
        id + u".md"_s, "---\nlanguage: " + language.toUtf8() + "\n---\n" + markdown);
    if (!read)
        qFatal("%s", qPrintable(read.error().detail));
    return *read;
}

/// What is found among these, as "ID figure / ID figure".
QStringList foundIn(const QList<Document> &documents)
{
    QStringList lines;
    for (const Contradiction &one : drafting::checkKnowledge(documents, checkedOn).contradictions)
        lines.append(u"%1 %2 / %3 %4"_s.arg(one.first.place.document.text(), one.first.figure,
                                            one.second.place.document.text(), one.second.figure));
    return lines;
}

/// A bundled document in which each text is another, and the figure that is then wrong.
struct Planted
{
    const char *id;
    const char *was;
    const char *is;
    const char *figure;
};

/// Facts that another bundled document states too, in its own words or the same.
constexpr Planted changed[] = {
    {"KB-110", "valid for 3 years", "valid for 5 years", "5 years"},
    {"KB-301", "takes 2–4 working days", "takes 5–7 working days", "5–7 working days"},
    {"KB-301", "Standard delivery costs €4.90", "Standard delivery costs €5.90", "€5.90"},
    {"KB-301", "is free from €60", "is free from €75", "€75"},
    {"KB-402", "label is valid for 14 days", "label is valid for 21 days", "21 days"},
    {"KB-302", "answers a trace in 3 working", "answers a trace in 6 working", "6 working days"},
    {"KB-118", "takes 3–5 banking days", "takes 7–10 banking days", "7–10 banking days"},
    {"KB-112", "within 2 banking days of", "within 4 banking days of", "4 banking days"},
    {"KB-107", "within 3 working days", "within 6 working days", "6 working days"},
    {"KB-120", "answers within 2 working", "answers within 5 working", "5 working days"},
    {"KB-121", "details within 2 working", "details within 4 working", "4 working days"},
    {"KB-121", "form is valid for 7 days", "form is valid for 3 days", "3 days"},
    {"KB-312", "is kept for 7 days", "is kept for 10 days", "10 days"},
    {"KB-202", "by up to 14 days", "by up to 21 days", "21 days"},
    {"KB-410", "within 5 working days", "within 8 working days", "8 working days"},
    {"KB-411", "calls you within 1 hour", "calls you within 4 hours", "4 hours"},
    {"KB-404", "within 60 days from", "within 90 days from", "90 days"},
    {"KB-124", "| €9.90 / £8.90 |", "| €12.90 / £11.90 |", "€12.90"},
    {"KB-125", "is valid for 3 years", "is valid for 2 years", "2 years"},
    {"KB-609", "costs €4.99", "costs €5.99", "€5.99"},
    {"KB-517", "costs €49 /", "costs €59 /", "€59"},
    {"KB-517", "Brisa is 2 years", "Brisa is 3 years", "3 years"},
    {"KB-602", "is valid for 30 minutes", "is valid for 60 minutes", "60 minutes"},
    {"KB-603", "ends after 15 minutes", "ends after 30 minutes", "30 minutes"},
    {"KB-309", "before 14:00", "before 12:00", "12:00"},
    {"KB-613", "points live 24 months", "points live 12 months", "12 months"},
    {"KB-308", "within 10 working days", "within 15 working days", "15 working days"},
    {"KB-303", "within 2 working days", "within 4 working days", "4 working days"},
    {"KB-409", "takes 15 working days", "takes 20 working days", "20 working days"},
    {"KB-204", "is due 7 days after", "is due 14 days after", "14 days"},
};

/// What a new document says beside the bundled ones, in other words, and what of it is wrong.
struct Reworded
{
    const char *text;
    const char *figure;
};
constexpr Reworded reworded[] = {
    {"## Refunds to cards\n\nRefunds to a card arrive within 14 banking days of release.",
     "14 banking days"},
    {"## Gift cards\n\nA gift card stays valid for 12 months.", "12 months"},
    {"## Return labels\n\nThe free return label can be used for 30 days.", "30 days"},
    {"## Prices\n\nStandard delivery: €6.50.", "€6.50"},
    {"## Larkfield Plus\n\nThe monthly price of Larkfield Plus is €7.99.", "€7.99"},
    {"## Click and collect\n\nClick and collect orders are kept for 3 days in the shop.", "3 days"},
    {"## Reset links\n\nThe reset link works for 2 hours only.", "2 hours"},
    {"## Doze\n\nYou can try the mattress Doze for 60 nights.", "60 nights"},
    {"## Points\n\n100 points are worth €2 in credit.", "€2"},
    {"## Delivery\n\nStandard delivery with Nordpost takes up to 8 working days.",
     "8 working days"},
    {"## Bank details\n\nThe payments team checks bank details in 5 working days.",
     "5 working days"},
    {"## Codes\n\n| Code | Value |\n|---|---|\n| WELCOME10 first order only | 20% |", "20%"},
};

} // namespace

class ContradictionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theBundledDocumentsAgree() { QCOMPARE(foundIn(theShelf()), QStringList()); }

    void aChangedFigureIsFound()
    {
        QStringList missed;
        for (const Planted &plant : changed) {
            QList<Document> documents = theShelf();
            int places = 0;
            for (Document &document : documents) {
                if (document.id.text() != QLatin1StringView(plant.id))
                    continue;
                for (Passage &passage : document.passages) {
                    const QString was = QString::fromUtf8(plant.was);
                    places += int(passage.text.count(was));
                    passage.text.replace(was, QString::fromUtf8(plant.is));
                }
            }
            QVERIFY2(places > 0, plant.was);
            const QString wrong
                = QLatin1StringView(plant.id) + u' ' + QString::fromUtf8(plant.figure);
            const QStringList all = foundIn(documents);
            const bool hit = std::any_of(all.begin(), all.end(),
                                         [&](const QString &line) { return line.contains(wrong); });
            if (!hit)
                missed.append(wrong);
            for (const QString &line : all)
                QVERIFY2(line.contains(QLatin1StringView(plant.id)), qPrintable(line));
        }
        constexpr int count = std::size(changed);
        qInfo("%d of %d found; missed: %s", count - int(missed.size()), count,
              qPrintable(missed.join(u", ")));
        QVERIFY(missed.size() <= count / 5);
    }

    void aRewordedOneIsFound()
    {
        QStringList missed;
        for (const Reworded &plant : reworded) {
            QList<Document> documents = theShelf();
            documents.append(document(u"NEW"_s, u"en-GB"_s, plant.text));
            const QString wrong = u"NEW "_s + QString::fromUtf8(plant.figure);
            const QStringList all = foundIn(documents);
            if (std::none_of(all.begin(), all.end(),
                             [&](const QString &line) { return line.contains(wrong); }))
                missed.append(wrong);
        }
        constexpr int count = std::size(reworded);
        qInfo("%d of %d found; missed: %s", count - int(missed.size()), count,
              qPrintable(missed.join(u", ")));
        QVERIFY(missed.size() <= count / 5);
    }

    void eachLanguageIsComparedWithItself()
    {
        const auto de = [](const char *id, const char *text) {
            return document(QString::fromLatin1(id), u"de-AT"_s, text);
        };
        const auto es = [](const char *id, const char *text) {
            return document(QString::fromLatin1(id), u"es"_s, text);
        };
        const QList<Document> all{
            de("D1", "## Rückgabe\n\nSie können Artikel innerhalb von 30 Tagen zurückgeben."),
            de("D2", "## Fristen\n\nArtikel können innerhalb von 14 Tagen zurückgegeben werden."),
            es("S1", "## Reembolsos\n\nEl reembolso en tarjeta tarda 5 días hábiles."),
            es("S2", "## Tarjetas\n\nUn reembolso en tarjeta llega en 10 días hábiles."),
            es("S3", "## Envío\n\nEl envío estándar cuesta 4,90 €."),
            es("S4", "## Precios\n\nEnvío estándar: 6,90 €."),
            document(u"E1"_s, u"en"_s, "## Tarjetas\n\nReembolso en tarjeta: 20 days.")};
        QStringList lines = foundIn(all);
        lines.sort();
        QCOMPARE(lines.join(u", "),
                 u"D1 30 Tagen / D2 14 Tagen, S1 5 días hábiles / S2 10 días hábiles, "
                 "S3 4,90 € / S4 6,90 €"_s);
    }

    void whatIsSaidOfAnotherThingIsNone()
    {
        const auto agree = [](const char *one, const char *other) {
            return foundIn({document(u"A"_s, u"en"_s, one), document(u"B"_s, u"en"_s, other)})
                .isEmpty();
        };
        QVERIFY(!agree("Card refunds take 5 days.", "A card refund takes 9 days."));
        QVERIFY(agree("Card refunds take 5 days.", "A card refund takes 3 to 5 days."));
        QVERIFY(agree("Card refunds take 24 hours.", "A card refund takes 1 day."));
        QVERIFY(agree("Card refunds take 2 weeks.", "A card refund takes 14 days."));
        QVERIFY(agree("Return within 30 days.", "Return within 30 days; Plus members 60 days."));
        QVERIFY(agree("Return orders within 30 days.",
                      "Plus members with a gold card return orders within 60 days."));
        QVERIFY(agree("Standard delivery costs €5.", "Standard delivery is free from €60."));
        QVERIFY(agree("A bed 140 cm wide costs €300.", "A bed 160 cm wide costs €400."));
        QVERIFY(agree("A label costs €5.", "A label costs £4."));
        QVERIFY(agree("Size S costs €5.\n\nSize S costs €6.", "Size S costs €5."));
        QVERIFY(foundIn({document(u"A"_s, u"en"_s,
                                  "A label is valid for 5 days.\n\n## More\n\nA "
                                  "label is valid for 6 days.")})
                    .isEmpty());
    }

    void aReviewIsOverdueFromTheNextDayOn()
    {
        Document document;
        document.id = DocumentId(u"A"_s);
        document.version = 2;
        document.title = u"Returns"_s;
        document.review = checkedOn;
        Document never = document;
        never.review = {};
        const auto overdue = [&](qint64 later) {
            return drafting::checkKnowledge({document, never}, Instant{checkedOn.ms + later})
                .overdue;
        };
        constexpr qint64 day = 24 * 60 * 60 * 1000;
        QCOMPARE(overdue(day - 1), QList<OverdueReview>());
        QCOMPARE(overdue(day), QList<OverdueReview>({{document.id, 2, u"Returns"_s, checkedOn}}));
    }

    void manyDocumentsTakeSeconds()
    {
        QList<Document> documents;
        for (int i = 0; i < 16; ++i) {
            for (Document copy : theShelf()) {
                copy.id = DocumentId(copy.id.text() + u"-%1"_s.arg(i));
                for (Passage &passage : copy.passages)
                    passage.document = copy.id;
                documents.append(copy);
            }
        }
        QElapsedTimer timer;
        timer.start();
        QVERIFY(drafting::checkKnowledge(documents, checkedOn).contradictions.isEmpty());
        qInfo("%lld documents: %lld ms", qint64(documents.size()), timer.elapsed());
        QVERIFY(timer.elapsed() < 60'000);
    }

    void documentsThatAreWrittenAlikeSpeakOfDifferentThings()
    {
        QList<Document> cards;
        QList<Document> same;
        for (int i = 0; i < 5; ++i) {
            const QByteArray fee = QByteArray::number(20 + 5 * i);
            cards.append(document(
                u"card-%1"_s.arg(i), u"en"_s,
                ("# Card\n\nThe yearly fee of the credit card is €" + fee + ".\n").constData()));
            same.append(document(u"card-%1"_s.arg(i), u"en"_s,
                                 i == 2 ? "# Card\n\nThe yearly fee of the credit card is €35.\n"
                                        : "# Card\n\nThe yearly fee of the credit card is €20.\n"));
        }
        QCOMPARE(foundIn(cards), QStringList());
        QCOMPARE(foundIn(same).size(), 4); // one document stands against the others
    }
};

BATON_TEST(ContradictionsTest)
#include "ContradictionsTest.moc"
