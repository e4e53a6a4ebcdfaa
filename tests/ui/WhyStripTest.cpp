#include "ui/panels/WhyStrip.h"

#include "tests/support/TestProgram.h"
#include "ui/panels/Chip.h"

#include <QtCore/QCoreApplication>
#include <QtTest/QSignalSpy>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

Evidence placeIn(const QString &text)
{
    return {MessageId(u"m1"_s), 0, int(text.size()), text};
}

Judged held(const QList<Trigger> &triggers, Route route)
{
    Judged judged;
    judged.decision.route = route;
    judged.decision.triggers = triggers;
    return judged;
}

} // namespace

class WhyStripTest : public QObject
{
    Q_OBJECT

    static QStringList chipsOf(const WhyStrip &strip)
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // those of before
        QStringList names;
        for (const Chip *chip : strip.findChildren<Chip *>())
            names += chip->accessibleName();
        return names;
    }

private Q_SLOTS:
    void whatDecidedComesFirstAndTheRestIsBehindTheRule()
    {
        const Look look{Appearance{}};
        WhyStrip strip(look);
        QSignalSpy asked(&strip, &WhyStrip::ruleRequested);
        const Trigger unsure{Rule::Confidence, Route::Assist, u"0.5"_s, u"0.85"_s, {}};
        const Trigger mood{Rule::Mood, Route::Assist, u"2"_s, u"3"_s, {placeIn(u"terrible"_s)}};
        const Trigger tool{Rule::ToolFailed, Route::Assist, u"1"_s, u"0"_s, {}};
        const Trigger same{Rule::SameAnswer,
                           Route::Assist,
                           u"3"_s,
                           u"2"_s,
                           {placeIn(u"a"_s), placeIn(u"b"_s), placeIn(u"c"_s)}};
        const Trigger legal{Rule::Legal,
                            Route::Escalate,
                            u"my solicitor"_s,
                            u"none"_s,
                            {placeIn(u"my solicitor"_s)}};
        strip.setJudged(held({unsure, mood, tool, same, legal}, Route::Escalate));
        QStringList chips = chipsOf(strip);
        QCOMPARE(chips.size(), 4);
        QVERIFY2(chips[0].startsWith(u"Legal wording"_s), qPrintable(chips[0]));
        QVERIFY2(chips[1].startsWith(u"Same answer"_s), qPrintable(chips[1]));
        QVERIFY2(chips[2].startsWith(u"Upset"_s), qPrintable(chips[2]));
        QVERIFY2(chips[3].startsWith(u"2 more"_s), qPrintable(chips[3]));
        strip.findChildren<Chip *>().last()->click();
        QCOMPARE(asked.size(), 1);

        // One more fits: nothing is hidden behind a chip of its own.
        strip.setJudged(held({mood, tool, same, legal}, Route::Escalate));
        chips = chipsOf(strip);
        QCOMPARE(chips.size(), 4);
        QVERIFY(chips.filter(u"more"_s).isEmpty());
    }

    void allThatDecidedAreShown()
    {
        const Look look{Appearance{}};
        WhyStrip strip(look);
        QList<Trigger> triggers;
        for (const Rule rule :
             {Rule::Safety, Rule::Legal, Rule::Fraud, Rule::AccountTakeover, Rule::Vulnerable})
            triggers += {rule, Route::Escalate, u"said"_s, u"none"_s, {placeIn(u"said"_s)}};
        triggers += {Rule::Mood, Route::Assist, u"2"_s, u"3"_s, {}};
        triggers += {Rule::ToolFailed, Route::Assist, u"1"_s, u"0"_s, {}};
        strip.setJudged(held(triggers, Route::Escalate));
        QCOMPARE(chipsOf(strip).size(), 6); // five, and two more
    }
};

BATON_TEST(WhyStripTest)
#include "WhyStripTest.moc"
