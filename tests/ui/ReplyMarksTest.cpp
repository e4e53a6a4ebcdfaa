#include "ui/models/ReplyMarks.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

DraftSentence claim(int begin, int end, const QList<Support> &supports)
{
    DraftSentence sentence;
    sentence.text = u"sentence %1"_s.arg(begin);
    sentence.begin = begin;
    sentence.end = end;
    sentence.supports = supports;
    return sentence;
}

const Support refundRules{SupportKind::Passage, u"KB-118"_s, 12, u"Card refundRules"_s,
                          u"in 2 days"_s,       0,           9};
const Support creditRules{SupportKind::Passage, u"KB-212"_s, 7, u"Goodwill"_s,
                          u"up to €10"_s,       0,           9};
const Support paymentsLookUp{SupportKind::LookUp, u"payments"_s, 0, {}, u"two captures"_s, 0, 0};

/// Two sentences with sources, then one with a figure that is not on file.
Draft reply()
{
    Draft draft;
    DraftSentence third = claim(40, 62, {});
    third.lack = Lack::Figures;
    third.unmatched = {{FigureKind::Amount, u"€20"_s, 55, 58, u"€10"_s, creditRules}};
    third.blocks = true;
    draft.sentences
        = {claim(0, 18, {refundRules, paymentsLookUp}), claim(19, 38, {refundRules}), third};
    return draft;
}

} // namespace

class ReplyMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSourceKeepsItsNumber()
    {
        const ReplyMarks marks = replyMarks(reply(), {}, {});
        QCOMPARE(marks.claims, 3);
        QCOMPARE(marks.grounded, 2);
        QCOMPARE(marks.sources.size(), 2);
        QCOMPARE(marks.sources[0].at, 18);
        QCOMPARE(marks.sources[0].numbers,
                 QList<SourceMark::Number>({{1, SupportKind::Passage}, {2, SupportKind::LookUp}}));
        QCOMPARE(marks.sources[1].numbers, QList<SourceMark::Number>({{1, SupportKind::Passage}}));
    }

    void aSourceThatIsOldSaysSo()
    {
        LiveSigns live;
        live.old = {u"payments"_s};
        const ReplyMarks marks = replyMarks(reply(), {}, {}, live);
        QVERIFY(!marks.sources[0].numbers[0].old); // a rule does not age
        QVERIFY(marks.sources[0].numbers[1].old);
        live = {};
        live.away = true;
        QVERIFY(replyMarks(reply(), {}, {}, live).sources[0].numbers[1].old);
    }

    void whatIsUnderWayIsNotTrueYet()
    {
        Draft draft;
        DraftSentence said = claim(0, 30, {});
        said.text = u"I am voiding the capture now."_s;
        said.kind = SentenceKind::Action;
        said.lack = Lack::Statement;
        draft.sentences = {said};
        LiveSigns live;
        live.undone = {{u"Cancel the order"_s, u"On its way."_s},
                       {u"Void payment"_s, u"Waits for a lead."_s}};
        const Doubt doubt = replyMarks(draft, {}, {}, live).doubts.value(0);
        QCOMPARE(doubt.what, u"Not true yet."_s);
        QCOMPARE(doubt.detail, u"Void payment: Waits for a lead."_s);
        QCOMPARE(replyMarks(draft, {}, {}).doubts.value(0).what, u"Nothing on file says this."_s);
        draft.sentences[0].text = u"I have unlocked your account."_s; // nobody asked for that
        QCOMPARE(replyMarks(draft, {}, {}, live).doubts.value(0).what,
                 u"Nothing on file says this."_s);
        draft.sentences[0].text = said.text;
        draft.sentences[0].kind = SentenceKind::Fact; // it says nothing of what we did
        QCOMPARE(replyMarks(draft, {}, {}, live).doubts.value(0).what,
                 u"Nothing on file says this."_s);
    }

    void anUnsupportedFigureSaysWhatIsOnFile()
    {
        const ReplyMarks marks = replyMarks(reply(), {}, {});
        QCOMPARE(marks.doubts.size(), 1);
        const Doubt &doubt = marks.doubts.first();
        QCOMPARE(doubt.what, u"Nothing supports €20."_s);
        QCOMPARE(doubt.detail, u"KB-212 v7 has €10."_s);
        QCOMPARE(doubt.fix, SentenceFix({55, 58, u"€10"_s}));
        QVERIFY(doubt.blocks);
        Draft promised = reply();
        promised.sentences[2].kind = SentenceKind::Promise;
        QCOMPARE(replyMarks(promised, {}, {}).doubts.value(0).detail, u"KB-212 v7 allows €10."_s);
        // The figure has its own row; this is of the others.
        QCOMPARE(marks.checks.last().words, u"Other amounts and dates match"_s);
        QVERIFY(marks.checks.last().passed);
    }

    void whatIsKeptIsNoDoubtAnyMore()
    {
        const ReplyMarks marks = replyMarks(reply(), {}, {u"sentence 40"_s});
        QVERIFY(marks.doubts.isEmpty());
        QCOMPARE(marks.grounded, 2); // it is not supported by that
    }

    void aLintMarksItsSentenceOnceAndInPlace()
    {
        Draft draft = reply();
        draft.lints = {{LintKind::AsksForGiven, 0, u"NW-48213"_s, {}},
                       {LintKind::WrongName, 2, u"Maren"_s, {}},
                       {LintKind::MaskLeft, 7, u"[EMAIL]"_s, {}}};
        const ReplyMarks marks = replyMarks(draft, {}, {});
        QCOMPARE(marks.doubts.size(), 2); // the third sentence has its own; there is no eighth
        QCOMPARE(marks.doubts[0].begin, 0);
        QCOMPARE(marks.doubts[0].detail, u"NW-48213"_s);
        QVERIFY(!marks.doubts[0].blocks);
        QVERIFY(!marks.checks.first().passed);
    }
};

BATON_TEST(ReplyMarksTest)
#include "ReplyMarksTest.moc"
