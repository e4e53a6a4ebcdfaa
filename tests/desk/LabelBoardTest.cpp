#include "core/desk/LabelBoard.h"

#include "core/desk/ConversationJudge.h"
#include "core/desk/Labels.h"
#include "core/desk/PolicyBoard.h"
#include "core/desk/TeachingBoard.h"
#include "core/signals/IntentTrial.h"
#include "tests/support/ScoreFixture.h"
#include "tests/support/TestProgram.h"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

/// Contacts of the last days, read as the bot says: ten each with 0.95, 0.75 and 0.35.
struct LabelFixture : ScoreFixture
{
    LabelFixture()
    {
        readAsTheBotSays();
        for (const double confidence : {0.95, 0.75, 0.35})
            fillReadings(thisWeek() - 1, confidence, 10, 0);
    }
    /// The policy reads what is stored; no text is read anew.
    void readPolicy()
    {
        QList<signs::LabelledText> texts;
        for (const QString &thing : {u"parcel"_s, u"invoice"_s, u"lamp"_s}) {
            for (const QString &asking : {u"where is my %1"_s, u"tell me of the %1"_s,
                                          u"what about the %1"_s, u"the %1 is not here"_s})
                texts.append({asking.arg(thing), thing});
        }
        Catalogue catalogue = signs::catalogueOf(texts);
        catalogue.version = 3;
        catalogue.fingerprint = "labels";
        catalogue.index();
        auto model = signs::intentModelFor(catalogue, folder.path() + u"/models"_s);
        QVERIFY(model);
        const auto judge = std::make_shared<const ConversationJudge>(
            signs::SignalReader::around(std::move(model).value(), folder.path()), policy,
            catalogue);
        markAsReadBy(*judge);
        policies().setJudge(judge);
        policies().refresh();
        QTRY_VERIFY(policies().whatIf().isRead);
    }
    /// So that the readings of the fixture stand.
    void markAsReadBy(const ConversationJudge &judge)
    {
        const Instant now = clock.now();
        const auto columns = store->signalColumns(now + -30 * dayMs, now + dayMs).result();
        QVERIFY(columns);
        QList<store::StoredSignals> all;
        for (std::size_t i = 0; i < columns->size(); ++i) {
            SignalRecord record = columns->at(i);
            record.outcome = OutcomeKind::AssumedResolution;
            all.append({columns->row[i], record, 1});
        }
        QVERIFY(store->saveSignals(all, judge.readBy()).result());
    }
    /// The store cannot tell its policies, and can again.
    bool breakHistory() { return rename("policy", "away"); }
    bool mendHistory() { return rename("away", "policy"); }
    bool rename(const char *from, const char *to)
    {
        try {
            const QString file = store::Paths{folder.path(), folder.path()}.deskFile();
            SQLite::Database(file.toStdString(), SQLite::OPEN_READWRITE)
                .exec(std::string("ALTER TABLE ") + from + " RENAME TO " + to);
            return true;
        } catch (const SQLite::Exception &) {
            return false;
        }
    }
    PolicyBoard &policies() const { return desk->policyBoard(); }
    LabelBoard &labels() const { return desk->labelBoard(); }
    const LabelSnapshot &now() const { return labels().snapshot(); }
    void draw(int count = labelsAtOnce)
    {
        labels().draw(count);
        QTRY_VERIFY(now().isRead);
    }
    std::vector<store::LookedLine> looked() const { return *store->looked().result(); }
};

SignalColumns columnsOf(const QList<std::pair<QString, int>> &read)
{
    SignalColumns columns;
    for (const auto &[intent, confidence] : read) {
        SignalRecord record;
        record.intent = intent;
        record.confidence = quint16(confidence);
        record.repliedS = 60;
        columns.append(qint64(columns.size()) + 1, record);
    }
    return columns;
}

} // namespace

class LabelBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHistoryThatCannotBeReadIsToldAndDrawnOnceItCan()
    {
        LabelFixture fixture;
        fixture.labels().draw();
        QVERIFY(!fixture.now().isRead);
        QVERIFY(fixture.breakHistory());
        fixture.policies().refresh();
        QTRY_VERIFY(fixture.now().isRead);
        QVERIFY(fixture.now().problem);
        QVERIFY(fixture.now().items.isEmpty());
        fixture.labels().draw(); // asked again, it says so at once
        QVERIFY(fixture.now().problem);
        QVERIFY(fixture.mendHistory());
        fixture.readPolicy();
        QTRY_VERIFY(!fixture.now().items.isEmpty());
        QVERIFY(!fixture.now().problem);
    }

    void aFewOfEachConfidenceAreDrawnWithTheirWords()
    {
        LabelFixture f;
        f.readPolicy();
        f.draw(12);
        QCOMPARE(f.now().items.size(), 12);
        QCOMPARE(f.now().readings, 30);
        QMap<double, int> counts;
        for (const LabelItem &one : f.now().items) {
            ++counts[one.confidence];
            QCOMPARE(one.text, u"Where is it?"_s);
            QCOMPARE(one.intent, u"order_status"_s);
        }
        QCOMPARE(counts, (QMap<double, int>{{0.95, 4}, {0.75, 4}, {0.35, 4}}));
        const QList<LabelItem> before = f.now().items;
        f.draw(12);
        QCOMPARE(f.now().items, before); // nobody can choose
    }

    void anAnswerIsOnDiskAndIsNotAskedAgain()
    {
        LabelFixture f;
        f.readPolicy();
        f.draw(2);
        const QList<LabelItem> items = f.now().items;
        QSignalSpy stored(&f.labels(), &LabelBoard::stored);
        f.labels().stands();
        f.labels().isAbout(u"refund_status"_s);
        QVERIFY(f.now().isOver());
        QTRY_COMPARE(stored.size(), 2);
        QCOMPARE(f.now().right(), (quality::Proportion{1, 2}));
        const auto looked = f.looked();
        QCOMPARE(looked.size(), 2U);
        for (const store::LookedLine &one : looked) {
            const bool first = one.row == items[0].row;
            QCOMPARE(one.stood, first);
            QCOMPARE(one.became, first ? u"order_status"_s : u"refund_status"_s);
            QVERIFY(one.drawn);
        }
        // It is learnt from like any correction, with who said it.
        QTRY_COMPARE(f.desk->teachingBoard().snapshot().all.size(), 2);
        QCOMPARE(f.desk->teachingBoard().snapshot().all.first().agent, f.ines.person());
        f.draw();
        QCOMPARE(f.now().items.size(), 28);
        QCOMPARE(f.now().looked, 2);
        for (const LabelItem &one : f.now().items)
            QVERIFY(one.row != items[0].row && one.row != items[1].row);
    }

    void backAnswersOtherwise()
    {
        LabelFixture f;
        f.readPolicy();
        f.draw(3);
        QSignalSpy stored(&f.labels(), &LabelBoard::stored);
        f.labels().back(); // there is none before
        QCOMPARE(f.now().at, 0);
        f.labels().isAbout(QString()); // none of these
        f.labels().skip();
        QCOMPARE(f.now().items[1].state, LabelState::Skipped);
        f.labels().back();
        f.labels().back();
        QCOMPARE(f.now().items[0].state, LabelState::Wrong);
        f.labels().skip(); // what was said stands
        QCOMPARE(f.now().items[0].state, LabelState::Wrong);
        f.labels().back();
        f.labels().isAbout(f.now().items[0].intent); // as it was read: right
        QCOMPARE(f.now().items[0].state, LabelState::Right);
        QTRY_COMPARE(stored.size(), 2);
        QCOMPARE(f.looked().size(), 1U);
        QVERIFY(f.looked().front().stood);
    }

    void onlyLeadsAreAsked()
    {
        LabelFixture f;
        f.readPolicy();
        Settings settings = f.desk->settings();
        settings.agent.role = Role::Agent;
        f.desk->changeSettings(settings);
        f.labels().draw();
        QVERIFY(!f.now().isRead);
        QVERIFY(f.looked().empty());
    }

    /// Thirty were looked at, of each tenth ten; the surest twenty are from 0.7 on.
    void thePolicySaysHowOftenTheyWereRight()
    {
        LabelFixture f;
        f.readPolicy();
        QVERIFY(!f.policies().whatIf().readRightly);
        f.draw();
        QCOMPARE(f.now().items.size(), 30);
        for (int i = 0; i < 30; ++i) {
            const LabelItem one = f.now().items[i];
            if (one.confidence < 0.5 || i % 6 == 1)
                f.labels().isAbout(u"refund_status"_s);
            else
                f.labels().stands();
        }
        QTRY_COMPARE(f.policies().whatIf().drawn, 30);
        PolicyLimits limits = f.policies().state().limits;
        limits.high = 0.7;
        f.policies().setLimits(limits);
        QTRY_VERIFY(f.policies().whatIf().readRightly
                    && f.policies().whatIf().readRightly->n == 20);
        const ReadRightly right = *f.policies().whatIf().readRightly;
        QCOMPARE(right.share, 0.75); // of 0.75 five in ten, of 0.95 all
        QVERIFY(right.lower > 0.5 && right.lower < 0.75 && right.upper > 0.75
                && right.upper < 0.95);
        QVERIFY(f.policies().whatIf().readRightlyBefore);
        QCOMPARE(f.policies().whatIf().readRightlyBefore->n, 10);
        QCOMPARE(f.policies().whatIf().readRightlyBefore->share, 1);
        // And the scorecard draws its curve of them.
        f.board().showPeriod({f.thisWeek() - 1, f.thisWeek()});
        QTRY_VERIFY(f.board().snapshot().reliability
                    && f.board().snapshot().reliability->drawn() == 30);
        const quality::Reliability curve = *f.board().snapshot().reliability;
        QVERIFY(curve.restsOnDrawn());
        QCOMPARE(curve.share(3), 0);
        QCOMPARE(curve.share(9), 1);
    }

    /// Of a drawn one what was read then counts: a model that learnt it reads it rightly since.
    void aModelThatLearntItDoesNotFlatterItself()
    {
        const SignalColumns now
            = columnsOf({{u"a"_s, 9'900}, {u"a"_s, 9'900}, {{}, 9'900}, {u"a"_s, 5'000}});
        const std::vector<store::LookedLine> looked{{1, u"a"_s, false, quint16(4'200)},
                                                    {2, u"a"_s, false, {}},
                                                    {3, u"a"_s, false, {}},
                                                    {99, u"a"_s, true, {}}};
        const auto placed = placedIn(now, looked);
        const std::vector<PlacedLook> expected{{0, LookedAt::Drawn, false, 4'200},
                                               {1, LookedAt::CameUpon, true, 9'900}};
        QCOMPARE(placed, expected);
        QCOMPARE(reliabilityFrom(now, placed, 0).bins[4].drawn, (quality::Proportion{0, 1}));
        QCOMPARE(reliabilityFrom(now, placed, 0.5).n(), 2);
        const auto left = candidatesIn(now, placed);
        QCOMPARE(left.size(), 1U);
        QCOMPARE(left.front().row, 4);
    }
};

BATON_TEST(LabelBoardTest)
#include "LabelBoardTest.moc"
