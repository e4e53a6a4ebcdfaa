#pragma once

#include "core/desk/ReviewBoard.h"
#include "core/quality/DraftUses.h"
#include "core/quality/Monitors.h"
#include "tests/support/DeskFixture.h"

namespace baton::test {

/// A desk with conversations that colleagues answered and closed a moment ago, each rated 1, so
/// that a monitor picks all of them.
struct ReviewFixture : DeskFixture
{
    const Person tomasz{QStringLiteral("tomasz"), QStringLiteral("Tomasz Rey")};
    const QString draft = QStringLiteral(
        "Hello Mara, this is Tomasz from payments. I am voiding the second charge of €106.00 now. "
        "It shows within 2 banking days. We will also credit €20 to your account.");
    const QString sent = QStringLiteral(
        "Hello Mara, this is Tomasz from payments. I voided the second charge of €106.00. "
        "It shows within 2 banking days.");

    ReviewFixture()
    {
        makeDesk();
        showAllWeeks();
    }
    /// A test may run when a week begins.
    void showAllWeeks()
    {
        QSignalSpy listed(&board(), &ReviewBoard::listChanged);
        board().showScope(ReviewScope::All);
        (void)first<ReviewList>(listed);
    }

    /// Whether the copy of it carries an error, and whether two people review it, by its id alone.
    static QString idWith(bool planted, bool doubled, int number = 0)
    {
        const Monitors monitors = quality::bundledMonitors();
        for (int i = 0;; ++i) {
            const QString id = QStringLiteral("review-%1").arg(i);
            ReviewFacts facts;
            facts.conversation = ConversationId(id);
            facts.csat = 1;
            const auto picked = quality::sampled(facts, monitors);
            if (picked && picked->planted == planted && picked->doubled == doubled && number-- == 0)
                return id;
        }
    }

    void closeOne(const QString &id, int minutesAgo = 5, Origin origin = Origin::Archive)
    {
        const Instant end = clock.now() + (-minutesAgo * minuteMs);
        Conversation c = conversation(id, QStringLiteral("You charged me twice."));
        c.createdAt = end + (-30 * minuteMs);
        c.messages.first().at = c.createdAt;
        c.waitingSince.reset();
        c.handedOffAt = c.createdAt + minuteMs;
        c.customer.name = QStringLiteral("Mara Lind");
        c.owner = tomasz;
        c.state = State::Closed;
        Message reply;
        reply.id = MessageId(id + QStringLiteral("-m2"));
        reply.from = Sender::Agent;
        reply.author = tomasz;
        reply.at = c.createdAt + 8 * minuteMs;
        reply.text = sent;
        c.messages.append(reply);
        c.outcome = Outcome{OutcomeKind::ConfirmedResolution, end, 1, false};
        arrive({c}, origin);
        DraftUse use = quality::useOf(draft, sent, quality::Began::WithTheDraft);
        use.conversation = c.id;
        use.agent = tomasz;
        use.shownAt = reply.at + (-2 * minuteMs);
        use.at = reply.at;
        if (!store->addDraftUses({use}).result())
            qFatal("a draft use was not taken");
    }

    ReviewBoard &board() { return desk->reviewBoard(); }

    ReviewList look()
    {
        QSignalSpy listed(&board(), &ReviewBoard::listChanged);
        board().refresh();
        return first<ReviewList>(listed);
    }
    ReviewSnapshot open(const QString &id)
    {
        QSignalSpy opened(&board(), &ReviewBoard::opened);
        board().open(ConversationId(id));
        return first<ReviewSnapshot>(opened);
    }
    /// All of its criteria, with these points; yes where it asks yes or no.
    ReviewAnswer answer(Verdict verdict, int points = 4)
    {
        ReviewAnswer out;
        out.verdict = verdict;
        for (const Criterion &criterion : board().scorecard().criteria)
            out.scores.append(
                {criterion.name, ScoredBy::Person, criterion.scale == Scale::YesNo ? 5 : points});
        return out;
    }
    ReviewSnapshot save(const ReviewAnswer &given)
    {
        QSignalSpy opened(&board(), &ReviewBoard::opened);
        board().save(given);
        return first<ReviewSnapshot>(opened);
    }
};

} // namespace baton::test
