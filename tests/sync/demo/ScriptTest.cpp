#include "core/sync/demo/History.h"
#include "core/sync/demo/Purchases.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::sync::demo;

namespace {

/// Everything in it that a person reads.
QStringList textsOf(const Script &script)
{
    QStringList texts{script.blank.subject, script.reply, script.note, script.phrases.botAgain,
                      script.phrases.againReply};
    for (const QList<Beat> &beats : {script.beats, script.after}) {
        for (const Beat &beat : beats) {
            texts += beat.text;
            if (beat.step)
                texts += {beat.step->what, beat.step->tool->arguments, beat.step->tool->result};
        }
    }
    for (const ScriptPromise &promise : script.promises)
        texts += promise.text;
    if (script.handoff)
        texts += QStringList{script.handoff->need, script.handoff->expectation,
                             script.handoff->nextStep}
            + script.handoff->openQuestions;
    if (script.comesBack)
        texts += script.comesBack->text;
    return texts + script.phrases.thanks + script.phrases.closing + script.phrases.impatient;
}

bool mentions(const Script &script, const QString &words)
{
    return textsOf(script).join(u'\n').contains(words);
}

} // namespace

class ScriptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_stage = bundledStage();
        QVERIFY(m_stage->templates.size() >= 120);
    }

    void noTwoPeopleAreAlike()
    {
        QSet<QString> names;
        QSet<QString> mails;
        int people = 0;
        for (qsizetype region = 0; region < m_stage->cast.regions.size(); ++region) {
            for (int number = 0; number < 1500; ++number, ++people) {
                const Somebody who = somebody(m_stage->cast, 7, region, number);
                names.insert(who.first + u' ' + who.last);
                mails.insert(who.email.section(u'@', 0, 0));
                QVERIFY2(who.email.section(u'@', 1).endsWith(".example"_L1), qPrintable(who.email));
                QVERIFY2(!who.email.startsWith(u'@'), qPrintable(who.last));
                QVERIFY(!who.phone.contains(u'#'));
            }
        }
        QCOMPARE(names.size(), people);
        QVERIFY2(mails.size() > people * 99 / 100, qPrintable(QString::number(mails.size())));
    }

    void numbersOfOrdersDoNotRepeat()
    {
        QSet<QString> orders;
        QSet<QString> payments;
        for (int conversation = 0; conversation < 20000; ++conversation) {
            orders += {orderNumber(conversation, 0), orderNumber(conversation, 1)};
            payments += {paymentNumber(conversation, 0), paymentNumber(conversation, 1)};
        }
        QCOMPARE(orders.size(), 40000);
        QCOMPARE(payments.size(), 40000);
    }

    void everyPlaceholderIsFilled()
    {
        const QRegularExpression left(u"\\{[a-z_0-9]+\\}"_s);
        each([&](const Script &script) {
            for (const QString &text : textsOf(script))
                QVERIFY2(!left.match(text).hasMatch(), qPrintable(script.story->name + text));
        });
    }

    /// An order that a text names is the customer's, with the articles that the text names.
    void ordersAreThoseOfTheText()
    {
        int withOrder = 0;
        each([&](const Script &script) {
            const Template &story = *script.story;
            const QList<Order> &orders = script.blank.customer.orders;
            if (story.fixed || !story.allText.contains(u"{order}"_s))
                return;
            ++withOrder;
            QVERIFY2(mentions(script, orders.first().id), qPrintable(story.name));
            if (story.allText.contains(u"{order2}"_s))
                QVERIFY2(orders.size() >= 2 && mentions(script, orders[1].id),
                         qPrintable(story.name));
            double sum = 0;
            for (const OrderItem &item : orders.first().items) {
                sum += item.price->amount * item.quantity;
                QCOMPARE(item.price->currency, orders.first().total->currency);
            }
            const double delivery = orders.first().total->amount - sum;
            QVERIFY2(delivery >= 0 && delivery <= 39, qPrintable(story.name));
            QVERIFY2(*orders.first().at < script.blank.createdAt, qPrintable(story.name));
        });
        QVERIFY(withOrder > 200);
    }

    void amountsAreThoseOfTheOrder()
    {
        each([&](const Script &script) {
            const Template &story = *script.story;
            const Order &order = script.blank.customer.orders.first();
            if (story.fixed || !story.allText.contains(u"{amount}"_s))
                return;
            const qint64 total = qRound64(order.total->amount * 100);
            const QString whole = amountText(total, order.total->currency, story.language);
            const QString third = amountText(total / 3, order.total->currency, story.language);
            QVERIFY2(mentions(script, whole) || mentions(script, third), qPrintable(story.name));
        });
    }

    void theRulesOfSingleTemplatesHold()
    {
        for (quint64 seed = 1; seed <= 5; ++seed) {
            const Script returned = scriptOf(u"refund_amount_wrong-3"_s, seed);
            QVERIFY(mentions(returned, u"£"_s)); // the customer counts in quid
            QVERIFY(!mentions(returned, u"€"_s));
            const Script stolen = scriptOf(u"parcel_marked_delivered-3"_s, seed);
            QVERIFY(stolen.blank.customer.orders.first().total->amount > 250);
            QCOMPARE(stolen.blank.customer.orders.first().items.size(), 2);
            const Script wrong = scriptOf(u"wrong_item-1"_s, seed);
            QCOMPARE(wrong.blank.customer.orders.first().items.size(), 1);
            QVERIFY(wrong.blank.customer.orders.first().items.first().name.contains(u"Brisa"_s));
            for (const QString &name : {u"refund_amount_wrong-1"_s, u"refund_amount_wrong-2"_s}) {
                const Template &story = *scriptOf(name, seed).story;
                const Facts facts = factsOf(story, seed);
                const auto cents = [&facts](const QString &key) {
                    QString digits = facts.values.value(key);
                    return digits.remove(QRegularExpression(u"[^0-9]"_s)).toLongLong();
                };
                QVERIFY2(cents(u"amount2"_s) < cents(u"amount"_s), qPrintable(name));
                QVERIFY(cents(u"amount2"_s) > 0);
            }
        }
    }

    void promisedDaysAreTheDayOfTheDueTime()
    {
        for (const QString &name : {u"order_status-1"_s, u"large_item_delivery-2"_s}) {
            const Facts facts = factsOf(*scriptOf(name, 3).story, 3);
            QVERIFY(*facts.promiseDue > scenarioStart);
            const QDate due = facts.promiseDue->utc().toTimeZone(QTimeZone("Europe/Berlin")).date();
            const QString day = facts.values.value(u"promise_date"_s);
            QVERIFY2(day.startsWith(QString::number(due.day()))
                         || day.startsWith(QString::number(due.addDays(-1).day()))
                         || day.startsWith(QString::number(due.addDays(1).day())),
                     qPrintable(day));
        }
    }

    void handoffsAreMissingInAboutOneOfFive()
    {
        int handed = 0;
        int missing = 0;
        each([&](const Script &script) {
            if (!script.handsOff || script.story->fixed)
                return;
            ++handed;
            missing += script.handoff ? 0 : 1;
        });
        QVERIFY2(missing * 100 / handed >= 12 && missing * 100 / handed <= 28,
                 qPrintable(u"%1 of %2"_s.arg(missing).arg(handed)));
    }

    void amountsAndDaysAreWrittenAsTheLanguageDoes()
    {
        QCOMPARE(amountText(123450, u"EUR"_s, u"en"_s), u"€1,234.50"_s);
        QCOMPARE(amountText(10600, u"GBP"_s, u"en"_s), u"£106.00"_s);
        QCOMPARE(amountText(123405, u"EUR"_s, u"de"_s), u"1.234,05 €"_s);
        QCOMPARE(dayText({2025, 11, 15}, u"en"_s), u"15 November"_s);
        QCOMPARE(dayText({2025, 3, 1}, u"de"_s), u"1. März"_s);
        QCOMPARE(dayText({2025, 12, 24}, u"es"_s), u"24 de diciembre"_s);
    }

private:
    Contact contactOf(const Template &story, quint64 seed, int number) const
    {
        const bool pounds = story.allText.contains(u" quid"_s);
        const QList<qsizetype> regions = m_stage->cast.regionsOf(story.language);
        const qsizetype region = pounds ? 0 : regions[qsizetype(seed) % regions.size()];
        return {number, scenarioStart, somebody(m_stage->cast, seed, region, number), 1, {}, {}};
    }
    Facts factsOf(const Template &story, quint64 seed) const
    {
        return factsFor(*m_stage, story, contactOf(story, seed, 5), Dice(seed));
    }
    Script scriptOf(const QString &name, quint64 seed) const
    {
        for (const Template &story : m_stage->templates) {
            if (story.name == name)
                return scriptFor(*m_stage, seed, story, contactOf(story, seed, 5));
        }
        qFatal("no template %s", qPrintable(name));
    }
    template <class Check>
    void each(Check check) const
    {
        int number = 0;
        for (quint64 seed = 1; seed <= 4; ++seed) {
            for (const Template &story : m_stage->templates)
                check(scriptFor(*m_stage, seed, story, contactOf(story, seed, ++number)));
        }
    }

    std::shared_ptr<const Stage> m_stage;
};

BATON_TEST(ScriptTest)
#include "ScriptTest.moc"
