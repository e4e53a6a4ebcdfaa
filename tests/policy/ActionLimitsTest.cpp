#include "core/policy/Policy.h"

#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::policy;

class ActionLimitsTest : public QObject
{
    Q_OBJECT

    const QList<ActionLimit> limits{
        {u"refund"_s, {Money{100, u"EUR"_s}, Money{90, u"GBP"_s}}, false},
        {u"unlock"_s, {}, true},
        {u"cancel"_s, {}, false},
    };

private Q_SLOTS:
    void anAgentMayUpToTheLimit()
    {
        const auto who = [this](double amount, const QString &currency) {
            return approverOf(limits, u"refund"_s, Money{amount, currency});
        };
        QCOMPARE(who(100, u"EUR"_s), Approver::Agent);
        QCOMPARE(who(100.01, u"EUR"_s), Approver::Lead);
        QCOMPARE(who(95, u"GBP"_s), Approver::Lead);
        QCOMPARE(who(1, u"JPY"_s), Approver::Lead);
        QCOMPARE(who(qQNaN(), u"EUR"_s), Approver::Lead);
        QCOMPARE(limitFor(limits, u"refund"_s, u"GBP"_s), std::optional(Money{90, u"GBP"_s}));
        QVERIFY(!limitFor(limits, u"refund"_s, u"JPY"_s));
    }

    void whatMovesMoneyWithoutALimitNeedsALead()
    {
        QCOMPARE(approverOf(limits, u"cancel"_s, Money{1, u"EUR"_s}), Approver::Lead);
        QCOMPARE(approverOf({}, u"refund"_s, Money{1, u"EUR"_s}), Approver::Lead);
        QCOMPARE(approverOf({}, u"resend"_s, {}), Approver::Agent);
        QCOMPARE(approverOf(limits, u"cancel"_s, {}), Approver::Agent);
        QCOMPARE(approverOf(limits, u"unlock"_s, {}), Approver::Lead);
    }

    void theBundledPolicyHasLimits()
    {
        const Policy policy = bundledPolicy();
        QCOMPARE(approverOf(policy.actions, u"refund"_s, Money{100, u"EUR"_s}), Approver::Agent);
        QCOMPARE(approverOf(policy.actions, u"refund"_s, Money{101, u"EUR"_s}), Approver::Lead);
    }
};

BATON_TEST(ActionLimitsTest)
#include "ActionLimitsTest.moc"
