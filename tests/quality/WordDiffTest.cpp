#include "core/quality/WordDiff.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::quality;

namespace {

QString at(const QString &whole, const text::Stretch &stretch)
{
    return whole.mid(stretch.begin, stretch.end - stretch.begin);
}

QStringList wordsAt(const QString &whole, const QList<text::Stretch> &stretches)
{
    QStringList out;
    for (const text::Stretch &stretch : stretches)
        out += at(whole, stretch);
    return out;
}

} // namespace

class WordDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentencesStandBesideEachOther()
    {
        const QString draft = u"Hi Maren. I’m voiding it now. We will also credit €20 to your "
                              u"account. I’m sorry we missed the Monday we promised."_s;
        const QString sent = u"Hi Maren. I voided it at 14:12. I’m sorry we missed the Monday we "
                             u"promised, and I have noted it."_s;
        const QList<DiffRow> rows = diff(draft, sent);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[0].change, 0);
        QCOMPARE(at(draft, rows[0].draftAt), u"Hi Maren."_s);
        QCOMPARE(rows[1].change, 1);
        QCOMPARE(rows[2].sent, -1);
        QCOMPARE(wordsAt(draft, rows[2].removed), QStringList({at(draft, rows[2].draftAt)}));
        const DiffRow &last = rows.last();
        QCOMPARE(last.draft, 3);
        QCOMPARE(last.sent, 2);
        QCOMPARE(wordsAt(sent, last.added), QStringList({u", and I have noted it"_s}));
        QVERIFY(last.removed.isEmpty());
    }

    void wordsWithinASentence()
    {
        const QString draft = u"I’m voiding it now, and it shows within 2 banking days."_s;
        const QString sent = u"I voided it at 14:12, and it shows within 2 banking days."_s;
        const QList<DiffRow> rows = diff(draft, sent);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].change, 1);
        QCOMPARE(wordsAt(draft, rows[0].removed), QStringList({u"I’m voiding"_s, u"now"_s}));
        QCOMPARE(wordsAt(sent, rows[0].added), QStringList({u"I voided"_s, u"at 14:12"_s}));
    }

    void oneSideAlone()
    {
        const QList<DiffRow> came = diff({}, u"One. Two."_s);
        QCOMPARE(came.size(), 2);
        QCOMPARE(came[1].sent, 1);
        QCOMPARE(came[1].draft, -1);
        QCOMPARE(came[1].change, 2);
        QCOMPARE(diff(u"One. Two."_s, {}).size(), 2);
        QVERIFY(diff({}, {}).isEmpty());
    }

    /// Whatever the texts, each sentence of both stands once and in order, and what is neither
    /// removed nor added is the same on both sides.
    void nothingIsLost()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator dice(seed);
        const QStringList words{u"we"_s, u"refund"_s, u"it,"_s, u"today"_s,
                                u"€5"_s, u"soon."_s,  u"Yes."_s};
        const auto made = [&] {
            QStringList out;
            for (int i = dice.bounded(25); i > 0; --i)
                out += words[dice.bounded(int(words.size()))];
            return out.join(u' ');
        };
        for (int turn = 0; turn < 300; ++turn) {
            const QString a = made();
            const QString b = made();
            int nextDraft = 0;
            int nextSent = 0;
            for (const DiffRow &row : diff(a, b)) {
                QVERIFY(row.draft >= 0 || row.sent >= 0);
                if (row.draft >= 0)
                    QCOMPARE(row.draft, nextDraft++);
                if (row.sent >= 0)
                    QCOMPARE(row.sent, nextSent++);
                const auto kept = [](QString whole, const text::Stretch &sentence,
                                     const QList<text::Stretch> &changed) {
                    for (auto it = changed.rbegin(); it != changed.rend(); ++it)
                        for (qsizetype i = it->begin; i < it->end; ++i)
                            whole[i] = u' ';
                    return at(whole, sentence).remove(u' ');
                };
                QCOMPARE(kept(a, row.draftAt, row.removed), kept(b, row.sentAt, row.added));
            }
            QCOMPARE(size_t(nextDraft), text::sentenceStretches(a).size());
            QCOMPARE(size_t(nextSent), text::sentenceStretches(b).size());
        }
    }
};

BATON_TEST(WordDiffTest)
#include "WordDiffTest.moc"
