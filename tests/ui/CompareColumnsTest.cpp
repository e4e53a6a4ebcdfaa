#include "ui/models/CompareColumns.h"
#include "tests/support/TestProgram.h"
#include "tests/ui/ConversationFakes.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

class CompareColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theThreeColumnsSayWhatHappened()
    {
        const ConversationSnapshot held = fakes::heldSnapshot();
        const CompareWords words = compareWords(*held.comparison, u"Maren"_s, QTimeZone::utc());
        QCOMPARE(words.what, u"The thread moved since you wrote."_s);
        QCOMPARE(words.detail, u"Your reply is held. Tomasz answered and Maren wrote again."_s);
        QCOMPARE(words.added.lines.size(), 3);
        QCOMPARE(words.added.lines[1].remark, u"reply, next column"_s);
        QCOMPARE(words.theirs.title, u"Tomasz answered"_s);
        QCOMPARE(words.theirs.aside, u"sent 14:11"_s);
        QCOMPARE(words.yours.lines.size(), 3);
        QCOMPARE(words.yours.lines[0].kind, CompareLine::Kind::Said);
        QCOMPARE(words.yours.lines[0].remark, u"Tomasz said this"_s);
        QCOMPARE(words.yours.lines[1].kind, CompareLine::Kind::Differs);
        QCOMPARE(words.yours.lines[1].remark, u"Differs from Tomasz: 5 banking days"_s);
        QCOMPARE(words.yours.lines[2].kind, CompareLine::Kind::Mine);
        const auto differs = std::count_if(
            words.theirs.lines.begin(), words.theirs.lines.end(),
            [](const CompareLine &l) { return l.kind == CompareLine::Kind::Differs; });
        QCOMPARE(differs, 1);
    }

    void whatIsTheSameIsToldOnce()
    {
        ConversationSnapshot held = fakes::heldSnapshot();
        MarkedSentence more = held.comparison->yours.last();
        more.text = u"Nothing more is taken."_s;
        held.comparison->yours += more;
        const CompareWords words = compareWords(*held.comparison, u"Maren"_s, QTimeZone::utc());
        QCOMPARE(words.yours.lines.size(), 3);
        QVERIFY(words.yours.lines.last().text.endsWith(more.text));
    }

    void aClosedConversationIsSaid()
    {
        Comparison comparison;
        comparison.held.act.agent = fakes::ines;
        comparison.closed = true;
        const CompareWords words = compareWords(comparison, {}, QTimeZone::utc());
        QCOMPARE(words.what, u"The conversation was closed before your reply left."_s);
        QCOMPARE(words.theirs.title, u"No colleague answered"_s);
        QCOMPARE(words.added.lines.size(), 1);
    }

    void aNewOwnerIsNamed()
    {
        Comparison comparison;
        comparison.newOwner = fakes::tomasz;
        QCOMPARE(compareWords(comparison, {}).what, u"Tomasz has this conversation now."_s);
    }

    void severalColleaguesAreToldApart()
    {
        Comparison comparison;
        comparison.theirs = {fakes::message(u"1"_s, fakes::clockTime(14, 1), Sender::Agent,
                                            u"One."_s, fakes::tomasz),
                             fakes::message(u"2"_s, fakes::clockTime(14, 2), Sender::Agent,
                                            u"Two."_s, fakes::priya)};
        comparison.added = comparison.theirs;
        const CompareWords words = compareWords(comparison, u"Maren"_s, QTimeZone::utc());
        QCOMPARE(words.theirs.title, u"Colleagues answered"_s);
        QCOMPARE(words.theirs.lines.size(), 4);
        QCOMPARE(words.detail, u"Your reply is held. Colleagues answered."_s);
    }

    void marksAreSpoken()
    {
        const ConversationSnapshot held = fakes::heldSnapshot();
        const CompareWords words = compareWords(*held.comparison, u"Maren"_s, QTimeZone::utc());
        QVERIFY(words.yours.lines[0].spoken().startsWith(u"Tomasz said this: "_s));
        QVERIFY(words.yours.lines[2].spoken().startsWith(u"Only in yours: "_s));
    }
};

BATON_TEST(CompareColumnsTest)
#include "CompareColumnsTest.moc"
