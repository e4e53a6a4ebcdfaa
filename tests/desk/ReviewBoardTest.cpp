#include "core/desk/ReviewBoard.h"

#include "tests/support/ReviewFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

class ReviewBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatMonitorsPickIsListed()
    {
        ReviewFixture f;
        QCOMPARE(f.look().rows->size(), size_t(0));
        f.closeOne(u"a"_s, 20);
        f.closeOne(u"b"_s, 10);
        const ReviewList list = f.look();
        QCOMPARE(list.rows->size(), size_t(2));
        QCOMPARE(list.todo, 2);
        QSignalSpy ready(&f.board(), &ReviewBoard::rowsReady);
        f.board().needRows(list.generation, 0, 10);
        const auto rows = first<QList<ReviewRow>>(ready, 2);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].conversation.text(), u"b"_s); // the newest first
        QCOMPARE(rows[0].reason.kind, MonitorKind::LowCsat);
        QCOMPARE(rows[0].fate, DraftFate::Light);
        QVERIFY(!rows[0].verdict);
        // Again, the same.
        QCOMPARE(f.look().rows->size(), size_t(2));
    }

    void oneReadsBlindUntilTheVerdict()
    {
        ReviewFixture f;
        const QString id = ReviewFixture::idWith(true, false);
        f.closeOne(id);
        f.look();
        const ReviewSnapshot blind = f.open(id);
        QVERIFY(!blind.revealed);
        for (const QString &text : {blind.draft, blind.sent}) {
            QVERIFY(!text.contains(u"Tomasz"));
            QVERIFY(text.contains(maskedName));
            QVERIFY(text.contains(u"Mara")); // the customer's own name is no secret
        }
        for (const Message &message : blind.conversation.messages)
            QVERIFY(!message.text.contains(u"Tomasz") && message.author.name != u"Tomasz Rey"_s);
        QVERIFY(blind.agent.name.isEmpty() && !blind.conversation.owner);
        QVERIFY(blind.ruleScores.isEmpty());
        QVERIFY(!blind.planted);
        QVERIFY(!blind.review);

        const ReviewSnapshot revealed = f.save(f.answer(Verdict::Pass));
        QVERIFY(revealed.revealed);
        QCOMPARE(revealed.agent, f.tomasz);
        QVERIFY(revealed.sent.contains(u"Tomasz"));
        QVERIFY(revealed.planted);
        QCOMPARE(revealed.review->verdict, Verdict::Pass);
        QVERIFY(revealed.review->planted && !revealed.review->caught);
    }

    /// Only the reviewer's copy holds the error; nothing from which something could be sent does.
    void aPlantedErrorIsInTheCopyAlone()
    {
        ReviewFixture f;
        const QString id = ReviewFixture::idWith(true, false);
        f.closeOne(id);
        f.look();
        const ReviewSnapshot blind = f.open(id);
        QVERIFY(blind.sent != f.sent);
        QSignalSpy shown(f.desk.get(), &Desk::conversationChanged);
        f.desk->open(ConversationId(id));
        const ReviewSnapshot revealed = f.save(f.answer(Verdict::Pass));
        const QString wrong = revealed.planted->shown;
        QVERIFY(blind.sent.contains(wrong));
        QVERIFY(blind.draft.contains(wrong));
        QVERIFY(blind.conversation.messages.last().text.contains(wrong)); // the transcript too
        const auto record = f.store->conversation(ConversationId(id)).result();
        QVERIFY(record);
        for (const Message &message : record->conversation.messages)
            QVERIFY(!message.text.contains(wrong));
        for (const Feedback &feedback : record->feedback)
            QVERIFY(!feedback.was.contains(wrong));
        QVERIFY(record->drafts.isEmpty());
        const auto snapshot = first<ConversationSnapshot>(shown);
        for (const Message &message : snapshot.conversation.messages)
            QVERIFY(!message.text.contains(wrong));
        QVERIFY(!snapshot.suggestion);
        QVERIFY(!f.store->reviewRecord(ConversationId(id)).result()->use->sent.contains(wrong));
    }

    void aCatchIsCountedAndSetAside()
    {
        ReviewFixture f;
        const QString id = ReviewFixture::idWith(true, false);
        f.closeOne(id);
        f.look();
        const ReviewSnapshot blind = f.open(id);
        ReviewAnswer given = f.answer(Verdict::Pass);
        for (int i = 0; i < 3; ++i)
            given.wrong.append(i); // all of them, so the wrong one too
        const ReviewSnapshot revealed = f.save(given);
        QVERIFY(revealed.review->caught);
        QCOMPARE(revealed.review->wrong.size(), 2);
        QVERIFY(!revealed.review->wrong.contains(revealed.planted->sentence));
        const ReviewList list = f.look();
        QCOMPARE(list.figures.mine, (Catches{1, 1}));
        QCOMPARE(list.figures.all, (Catches{1, 1}));
        QCOMPARE(list.todo, 0);
        QCOMPARE(blind.rows.size(), 4);
    }

    void withoutAnErrorTheCopyIsTheOriginal()
    {
        ReviewFixture f;
        const QString id = ReviewFixture::idWith(false, false);
        f.closeOne(id);
        f.look();
        const ReviewSnapshot blind = f.open(id);
        QCOMPARE(QString(blind.sent).replace(maskedName, u"Tomasz"_s), f.sent);
        const ReviewSnapshot revealed = f.save(f.answer(Verdict::Pass));
        QVERIFY(!revealed.planted && !revealed.review->planted);
        QCOMPARE(revealed.sent, f.sent);
    }

    void twoPeopleReviewWhatIsDoubled()
    {
        ReviewFixture f;
        const QString id = ReviewFixture::idWith(false, true);
        f.closeOne(id);
        Review other;
        other.conversation = ConversationId(id);
        other.reviewer = {u"yara"_s, u"Yara"_s};
        other.at = f.clock.now();
        other.verdict = Verdict::Coach;
        QVERIFY(f.store->addReviews({other}).result());
        QCOMPARE(f.look().todo, 1); // mine is still to come, and I do not see hers
        QVERIFY(f.open(id).others.isEmpty());
        const ReviewSnapshot revealed = f.save(f.answer(Verdict::Coach));
        QCOMPARE(revealed.others.size(), 1);
        const ReviewList list = f.look();
        QCOMPARE(list.todo, 0);
        QCOMPARE(list.figures.agreement.n, 1);
    }

    void aReviewIsKeptForGoodAndOnce()
    {
        ReviewFixture f;
        f.closeOne(u"a"_s);
        f.look();
        f.open(u"a"_s);
        ReviewAnswer given = f.answer(Verdict::Coach);
        given.comment = u"Say when it was voided."_s;
        given.wrong = {1};
        f.save(given);
        const auto record = f.store->reviewRecord(ConversationId(u"a"_s)).result();
        QCOMPARE(record->reviews.size(), 1);
        const Review &kept = record->reviews.first();
        QCOMPARE(kept.comment, given.comment);
        QCOMPARE(kept.wrong, given.wrong);
        QCOMPARE(kept.agent, f.tomasz);
        QCOMPARE(kept.scorecard, f.board().scorecard().version);
        for (const Score &score : given.scores)
            QVERIFY(kept.scores.contains(score));
        Review again = kept;
        again.verdict = Verdict::Fail;
        QCOMPARE(f.store->addReviews({again}).result().value(), 0);
        QCOMPARE(f.store->reviewRecord(ConversationId(u"a"_s)).result()->reviews.first().verdict,
                 Verdict::Coach);
        QVERIFY(!f.store->verifyAudit().result()->firstBad);
    }

    /// As an internal note beside the work, by whatever upstream there is.
    void aCoachingNoteReachesTheAgent()
    {
        ReviewFixture f;
        f.closeOne(u"a"_s, 5, Origin::Upstream);
        f.open(u"a"_s);
        ReviewAnswer given = f.answer(Verdict::Coach);
        given.comment = u"Say when it was voided."_s;
        f.save(given);
        f.board().save(given); // a second press changes nothing
        const auto notes = [&] {
            const auto outbox = f.store->outbox().result();
            return outbox && outbox->size() == 1 && outbox->first().act.kind == ActKind::Note
                && outbox->first().act.text == given.comment;
        };
        QTRY_VERIFY(notes());
        const auto record = f.store->conversation(ConversationId(u"a"_s)).result();
        QCOMPARE(record->conversation.messages.last().text, given.comment);
        QCOMPARE(record->conversation.messages.last().visibility, Visibility::Internal);
        QCOMPARE(record->conversation.state, State::Closed);
    }

    void whatFailedCannotPass()
    {
        ReviewFixture f;
        f.closeOne(u"a"_s);
        f.look();
        f.open(u"a"_s);
        QSignalSpy failed(&f.board(), &ReviewBoard::failed);
        f.board().save(f.answer(Verdict::Pass, 2));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Refused);
        QCOMPARE(f.look().todo, 1);
        f.save(f.answer(Verdict::Fail, 2));
        QCOMPARE(f.look().todo, 0);
    }

    /// 100,000 to review: the list, a page from its middle, and one of them.
    void manyStayFluent()
    {
        ReviewFixture f;
        constexpr int many = 100'000;
        QList<store::PickedReview> picked;
        for (int i = 0; i < many; ++i) {
            store::PickedReview one;
            one.facts.conversation = ConversationId(u"m%1"_s.arg(i));
            one.facts.closedAt = f.clock.now() + (-i * secondMs);
            picked.append(one);
        }
        QCOMPARE(f.store->addReviewItems(picked).result().value(), many);
        QSignalSpy listed(&f.board(), &ReviewBoard::listChanged);
        f.board().showScope(ReviewScope::All);
        QElapsedTimer timer;
        timer.start();
        const auto list = first<ReviewList>(listed);
        qInfo("100,000 listed in %lld ms", timer.elapsed());
        QCOMPARE(list.todo, many);
        QSignalSpy ready(&f.board(), &ReviewBoard::rowsReady);
        timer.restart();
        f.board().needRows(list.generation, many / 2, many / 2 + 80);
        const auto rows = first<QList<ReviewRow>>(ready, 2);
        qInfo("a page of 81 in %lld ms", timer.elapsed());
        QCOMPARE(rows.size(), 81);
        QCOMPARE(rows.first().conversation.text(), u"m%1"_s.arg(many / 2));
    }
};

BATON_TEST(ReviewBoardTest)
#include "ReviewBoardTest.moc"
