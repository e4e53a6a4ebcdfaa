#include "core/desk/SimilarCases.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;

namespace {

QueueRow needs(const QString &id, const QString &need)
{
    QueueRow row;
    row.id = ConversationId(id);
    row.need = need;
    return row;
}

QStringList idsOf(const QList<SimilarCase> &cases)
{
    QStringList ids;
    for (const SimilarCase &one : cases)
        ids += one.row.id.text();
    return ids;
}

} // namespace

class SimilarCasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMostAlikeStandFirst()
    {
        const QList<SimilarCase> cases = similarCases(
            u"Charged twice for a returned chair"_s,
            {needs(u"a"_s, u"Where is my parcel?"_s), needs(u"b"_s, u"charged twice, one order"_s),
             needs(u"c"_s, u"I was charged twice for the chair I returned"_s)});
        QCOMPARE(idsOf(cases), QStringList({u"c"_s, u"b"_s}));
        QVERIFY(cases[0].likeness > cases[1].likeness && cases[1].likeness >= leastLikeness);
    }

    void theSameWordsAreWhollyAlike()
    {
        const auto cases = similarCases(u"Refund of €20"_s,
                                        {needs(u"a"_s, u"refund of €20"_s), needs(u"b"_s, {})});
        QCOMPARE(idsOf(cases), QStringList{u"a"_s});
        QCOMPARE(cases[0].likeness, 1.0);
    }

    void ofTheSameWordsTheFirstIsEnough()
    {
        QCOMPARE(idsOf(similarCases(u"Parcel 12 is late"_s,
                                    {needs(u"new"_s, u"Parcel 7 is late"_s),
                                     needs(u"old"_s, u"Parcel 81 is late"_s),
                                     needs(u"other"_s, u"The parcel came late"_s)})),
                 (QStringList{u"new"_s, u"other"_s}));
    }

    void equalsKeepTheirOrder()
    {
        QCOMPARE(idsOf(similarCases(
                     u"Late parcel"_s,
                     {needs(u"new"_s, u"Parcel is late"_s), needs(u"old"_s, u"Is parcel late"_s)})),
                 QStringList({u"new"_s, u"old"_s}));
    }

    void nothingToCompareFindsNothing()
    {
        QVERIFY(similarCases({}, {needs(u"a"_s, {}), needs(u"b"_s, u"x"_s)}).isEmpty());
        QVERIFY(similarCases(u"Late parcel"_s, {}).isEmpty());
    }

    void solvedIsWhatNothingSpeaksAgainst()
    {
        Conversation c;
        c.state = State::Waiting;
        QVERIFY(!wasSolved(c));
        c.state = State::Closed;
        QVERIFY(wasSolved(c));
        c.outcome = Outcome{OutcomeKind::ConfirmedResolution, {}, {}, false};
        QVERIFY(wasSolved(c));
        c.outcome->reopened = true;
        QVERIFY(!wasSolved(c));
        c.outcome = Outcome{OutcomeKind::Abandoned, {}, {}, false};
        QVERIFY(!wasSolved(c));
    }

    void onlyPublicRepliesOfPeopleCount()
    {
        Conversation c;
        for (const Sender from : {Sender::Customer, Sender::Bot, Sender::Agent, Sender::Agent}) {
            Message message;
            message.from = from;
            c.messages.append(message);
        }
        c.messages.last().visibility = Visibility::Internal;
        QCOMPARE(repliesIn(c), 1);
    }
};

BATON_TEST(SimilarCasesTest)
#include "SimilarCasesTest.moc"
