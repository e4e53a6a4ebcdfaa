#pragma once

#include "core/desk/ScorecardBoard.h"
#include "tests/support/DeskFixture.h"

namespace baton::test {

/// A desk with some weeks of closed contacts, up to now.
struct ScoreFixture : DeskFixture
{
    ScoreFixture()
    {
        settings.agent.role = Role::Lead;
        makeDesk();
        board().setCatalogue(policy::bundledCatalogue());
    }
    ScorecardBoard &board() const { return desk->scorecardBoard(); }
    int thisWeek() const { return weekOfDay(dayOf(clock.now())); }

    struct Closed
    {
        QString intent = QStringLiteral("order_status");
        int csat = 0;
        bool handedOff = false;
        QString customer = {};
        double confidence = 0.9;
    };
    /// Intents are read as the bot says.
    void readAsTheBotSays()
    {
        const auto reads = [](const Conversation &c) {
            const IntentGuess guess = c.bot && c.bot->intent ? *c.bot->intent : IntentGuess();
            store::Reading reading;
            reading.line.intent = guess.name;
            reading.line.confidence = guess.confidence;
            SignalRecord signs;
            signs.at = c.createdAt;
            signs.intent = guess.name;
            signs.confidence = quint16(std::lround(guess.confidence * 1e4));
            reading.signs = signs;
            return reading;
        };
        const auto read = store->setJudge({reads, 5, 7}).result();
        if (!read)
            qFatal("judge: %s", qPrintable(read.error().detail));
    }
    /// So many contacts that a person ended, some of them corrected to another intent.
    void fillReadings(int week, double confidence, int count, int corrected)
    {
        QList<Conversation> all;
        for (int i = 0; i < count; ++i)
            all += closed(week, i % 160, {QStringLiteral("order_status"), 0, true, {}, confidence});
        arrive(all, Origin::Upstream);
        for (int i = 0; i < corrected; ++i) {
            const auto done = store
                                  ->correctIntent({all[i].id, QStringLiteral("Where is it?"),
                                                   QStringLiteral("order_status"),
                                                   QStringLiteral("refund_status"), Person(),
                                                   clock.now(), true})
                                  .result();
            if (!done)
                qFatal("correction: %s", qPrintable(done.error().detail));
        }
    }
    /// One that ended in a week, on its n-th hour from Monday on.
    Conversation closed(int week, int hour, const Closed &how)
    {
        const QString id = QStringLiteral("s%1").arg(++m_made);
        Conversation c = conversation(id, QStringLiteral("Where is it?"));
        c.createdAt = Instant{firstDayOfWeek(week) * dayMs + hour * hourMs};
        c.messages.first().at = c.createdAt;
        c.waitingSince.reset();
        c.state = State::Closed;
        if (!how.customer.isEmpty())
            c.customer.id = CustomerId(how.customer);
        c.bot = Bot();
        c.bot->intent = IntentGuess{how.intent, how.confidence};
        if (how.handedOff)
            c.handedOffAt = c.createdAt + minuteMs;
        c.outcome = Outcome{OutcomeKind::AssumedResolution, c.createdAt + 20 * minuteMs, {}, false};
        if (how.csat > 0)
            c.outcome->csat = how.csat;
        return c;
    }
    /// So many contacts a week that the bot solved, that share of them rated 5, the rest 1.
    void fillWeek(int week, int count, int satisfiedPercent)
    {
        QList<Conversation> all;
        for (int i = 0; i < count; ++i)
            all += closed(week, i % 160,
                          {QStringLiteral("order_status"), i % 100 < satisfiedPercent ? 5 : 1});
        arrive(all, Origin::Archive);
    }
    ScorecardSnapshot refreshed()
    {
        QSignalSpy changed(&board(), &ScorecardBoard::changed);
        board().refresh();
        return first<ScorecardSnapshot>(changed);
    }

private:
    int m_made = 0;
};

} // namespace baton::test
