#include "ui/models/DiffCells.h"

#include "core/quality/WordDiff.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

ReviewSnapshot review(const QString &draft, const QString &sent)
{
    ReviewSnapshot snapshot;
    snapshot.draft = draft;
    snapshot.sent = sent;
    snapshot.rows = quality::diff(draft, sent);
    return snapshot;
}

QStringList marked(const DiffCell &cell, CellMark mark)
{
    QStringList out;
    for (const CellSpan &span : cell.spans) {
        if (span.mark == mark)
            out += cell.text.mid(span.begin, span.length);
    }
    return out;
}

} // namespace

class DiffCellsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsThatWentAndCame()
    {
        const auto cells
            = diffCells(review(u"I’m voiding it now, and it shows within 2 banking days."_s,
                               u"I voided it at 14:12, and it shows within 2 banking days."_s),
                        {});
        QCOMPARE(cells.size(), 1);
        QCOMPARE(cells[0].change, 1);
        QCOMPARE(cells[0].sentence, 0);
        QCOMPARE(marked(cells[0].draft, CellMark::Removed),
                 QStringList({u"I’m voiding"_s, u"now"_s}));
        QCOMPARE(marked(cells[0].sent, CellMark::Added),
                 QStringList({u"I voided"_s, u"at 14:12"_s}));
        QCOMPARE(cells[0].inlined.text,
                 u"I’m voiding I voided it now at 14:12, and it shows within 2 banking days."_s);
        QCOMPARE(marked(cells[0].inlined, CellMark::Removed).join(u' '), u"I’m voiding now"_s);
        QCOMPARE(marked(cells[0].inlined, CellMark::Added).join(u' '), u"I voided at 14:12"_s);
    }

    void aSentenceThatWentSaysWhy()
    {
        ReviewSnapshot snapshot = review(u"Hello. We credit €20."_s, u"Hello."_s);
        DraftSentence greeting;
        greeting.kind = SentenceKind::Courtesy;
        DraftSentence credit;
        credit.lack = Lack::Figures;
        credit.unmatched = {{FigureKind::Amount, u"€20"_s, 0, 3, {}, {}}};
        snapshot.checked.sentences = {greeting, credit};
        const auto cells = diffCells(snapshot, {});
        QCOMPARE(cells.size(), 2);
        QCOMPARE(cells[0].change, 0);
        QVERIFY(cells[1].sent.quiet);
        QCOMPARE(cells[1].sent.text, u"Removed: nothing supports €20"_s);
        QCOMPARE(cells[1].sentence, -1);
    }

    void maskedNamesAreWords()
    {
        const QString text = u"Hi, I’m %1 from payments."_s.arg(maskedName);
        const auto cells = diffCells(review(text, text), {});
        QCOMPARE(cells[0].draft.text, u"Hi, I’m agent from payments."_s);
        QCOMPARE(marked(cells[0].draft, CellMark::Masked), QStringList{u"agent"_s});
    }

    void aPlantedErrorStandsOutOnceItIsRevealed()
    {
        ReviewSnapshot snapshot
            = review(u"It shows within 12 banking days."_s, u"It shows within 12 banking days."_s);
        QVERIFY(marked(diffCells(snapshot, {})[0].sent, CellMark::Planted).isEmpty());
        snapshot.planted = PlantedError{u"2 banking days"_s, u"12 banking days"_s, 0};
        const auto cells = diffCells(snapshot, {});
        QCOMPARE(marked(cells[0].sent, CellMark::Planted), QStringList{u"12 banking days"_s});
        QCOMPARE(marked(cells[0].draft, CellMark::Planted), QStringList{u"12 banking days"_s});
    }

    void withoutADraftNothingIsChanged()
    {
        const auto cells = diffCells(review({}, u"One. Two."_s), {});
        QCOMPARE(cells.size(), 2);
        QCOMPARE(cells[1].change, 0);
        QVERIFY(cells[1].draft.text.isEmpty());
        QCOMPARE(cells[1].inlined.text, u"Two."_s);
        QCOMPARE(cells[1].sentence, 1);
    }
};

BATON_TEST(DiffCellsTest)
#include "DiffCellsTest.moc"
