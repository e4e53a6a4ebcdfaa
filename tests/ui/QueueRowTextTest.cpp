#include "ui/models/QueueRowText.h"

#include "tests/support/TestProgram.h"
#include "tests/ui/QueueRows.h"
#include "ui/text/JudgedWords.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;
using namespace baton::test;

namespace {

QueueContext ines()
{
    QueueContext context{queueNow, AgentId(u"ines"_s), {}, QTimeZone::utc()};
    context.setQueues({{QueueId(u"pay"_s), u"Payments"_s}});
    return context;
}

QueueRow maren()
{
    QueueRow row = queueRow(1);
    row.name = u"Maren Halvorsen"_s;
    row.need = u"Charged twice on a returned order, wants it reversed today"_s;
    row.value = ValueTier::Vip;
    row.queue = QueueId(u"pay"_s);
    row.sla.due = queueNow + 6 * queueMinute + 500;
    return row;
}

} // namespace

class QueueRowTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScreenReaderHearsTheWholeRow()
    {
        QueueRow row = maren();
        row.draft = true;
        row.unread = true;
        QCOMPARE(queueRowSpoken(row, ines()),
                 u"Maren Halvorsen, value 3 of 3. Charged twice on a returned order, wants it "
                 u"reversed today. Chat. Due in 6 minutes. You are writing. New message."_s);
    }

    void whoIsThereStandsInTheRow()
    {
        QueueContext context = ines();
        const QueueRow row = maren();
        const Person priya{u"priya"_s, u"Priya Nair"_s};
        const Person tomasz{u"tomasz"_s, u"Tomasz Reiter"_s};
        context.colleagues = byConversation({{row.id, priya, Doing::Viewing}});
        QueueRowText text = queueRowText(row, context);
        QCOMPARE(text.holding, Holding::Colleague);
        QCOMPARE(text.holder, priya.name);
        QCOMPARE(text.doing, Doing::Viewing);
        QVERIFY(queueRowSpoken(row, context).endsWith(u"Priya Nair is looking at it."_s));
        context.colleagues
            = byConversation({{row.id, tomasz, Doing::Composing}, {row.id, priya, Doing::Viewing}});
        text = queueRowText(row, context);
        QCOMPARE(text.holder, tomasz.name);
        QCOMPARE(text.doing, Doing::Composing);
        QVERIFY(queueRowSpoken(row, context).endsWith(u"Tomasz Reiter is writing."_s));
        QueueRow mine = row;
        mine.draft = true;
        QCOMPARE(queueRowText(mine, context).holding, Holding::Me);
        QVERIFY(!queueRowText(mine, context).doing);
    }

    void aScreenReaderHearsWhereItStands()
    {
        QueueRow row = maren();
        row.value = ValueTier::Absent;
        row.need = u"Where is it?"_s;
        row.sla = {SlaState::Paused, {}, {}, {}};
        row.state = State::Snoozed;
        row.snoozedUntil = queueNow + 30 * queueMinute;
        row.owner = {u"priya"_s, u"Priya Nair"_s};
        QCOMPARE(queueRowSpoken(row, ines()),
                 u"Maren Halvorsen. Where is it? Chat. Waits for the customer. Snoozed until "
                 u"14:36. Priya Nair has it."_s);
    }

    void oneIsNotPlural()
    {
        QueueRow row = maren();
        row.sla.due = queueNow + queueMinute;
        QVERIFY(queueRowSpoken(row, ines()).contains(u"Due in 1 minute."));
        row.sla.due = queueNow + -25 * 60 * queueMinute;
        QVERIFY(queueRowSpoken(row, ines()).contains(u"Overdue by 1 day."));
        row.sla.due = queueNow + 1000;
        QVERIFY(queueRowSpoken(row, ines()).contains(u"Due in less than a minute."));
    }

    void theTimeBesideTheRing()
    {
        QueueRow row = maren();
        QCOMPARE(queueRowText(row, ines()).time, u"6 m"_s);
        row.sla.due = queueNow + -3 * queueMinute;
        QCOMPARE(queueRowText(row, ines()).time, u"\u22123 m"_s);
        row.sla = {SlaState::Paused, {}, {}, {}};
        QCOMPARE(queueRowText(row, ines()).time, u"paused"_s);
        row.sla = {SlaState::Met, {}, {}, {}};
        QCOMPARE(queueRowText(row, ines()).time, u"met"_s);
        row.sla = {};
        QCOMPARE(queueRowText(row, ines()).time, u"13:46"_s);
        row.place.waitingSince = 0;
        QVERIFY(queueRowText(row, ines()).time.isEmpty());
    }

    void whoHasIt()
    {
        QueueRow row = maren();
        QCOMPARE(queueRowText(row, ines()).holding, Holding::Nobody);
        row.owner = {u"priya"_s, u"Priya Nair"_s};
        QCOMPARE(queueRowText(row, ines()).holding, Holding::Colleague);
        row.owner = {u"ines"_s, u"Ines"_s};
        QCOMPARE(queueRowText(row, ines()).holding, Holding::Me);
        row.owner = {};
        row.draft = true;
        QCOMPARE(queueRowText(row, ines()).holding, Holding::Me);
        QueueContext nobody = ines();
        nobody.me = {};
        row.draft = false;
        QCOMPARE(queueRowText(row, nobody).holding, Holding::Nobody);
    }

    void theTagsOfAState()
    {
        QueueRow row = maren();
        QCOMPARE(queueRowText(row, ines()).tags,
                 (QList<RowTag>{{RowTag::Kind::Queue, {}, u"Payments"_s}}));
        row.state = State::Closed;
        QCOMPARE(queueRowText(row, ines()).tags.first().text, u"Closed"_s);
        row.state = State::Snoozed;
        row.snoozedUntil = queueNow + 24 * 60 * queueMinute;
        QCOMPARE(queueRowText(row, ines()).tags.first().text, u"until 19 Nov"_s);
        row.state = State::Bot;
        QCOMPARE(queueRowText(row, ines()).tags.first().kind, RowTag::Kind::Bot);
    }

    void howSureTheReadingIsStandsOnlyWhereNothingWeightierDoes()
    {
        QueueRow row = maren();
        row.judged = JudgedLine{.route = Route::Assist, .intent = u"i"_s, .confidence = .64};
        const auto icons = [&row] {
            QStringList all;
            for (const RowTag &tag : queueRowText(row, ines()).tags)
                all += tag.icon;
            return all;
        };
        QCOMPARE(icons(), QStringList{u"gauge"_s});
        row.backMs = 51 * 60 * queueMinute;
        QCOMPARE(icons(), QStringList{u"recontact"_s});
        QVERIFY(queueRowSpoken(row, ines()).contains(words::confidence(*row.judged)));
        row.judged->rules = 1U << int(Rule::AsksForPerson);
        QCOMPARE(icons(), QStringList{u"recontact"_s});
        row.judged->rules |= 1U << int(Rule::Safety); // which nothing takes the place of
        QCOMPARE(icons(), QStringList({u"recontact"_s, words::iconOf(Rule::Safety)}));
        row.backMs.reset();
        row.judged->rules = 1U << int(Rule::AsksForPerson);
        QCOMPARE(icons(), QStringList{words::iconOf(Rule::AsksForPerson)});
    }

    void aQueueWithoutANameShowsItsId()
    {
        QueueRow row = maren();
        row.queue = QueueId(u"returns"_s);
        QCOMPARE(queueRowText(row, ines()).tags.first().text, u"returns"_s);
    }

    void lineBreaksFromOutsideBreakNoRow()
    {
        QueueRow row = maren();
        row.need = u"two\nlines\tand more"_s;
        QCOMPARE(queueRowText(row, ines()).need, u"two lines and more"_s);
    }
};

BATON_TEST(QueueRowTextTest)
#include "QueueRowTextTest.moc"
