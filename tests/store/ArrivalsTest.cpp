#include "StoreFixture.h"

#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

namespace {

const QString storm = u"the payment page shows error 502"_s;

QList<Said> wrote(const QString &text)
{
    return {{u"m1"_s, u"customer"_s, text, 0}};
}

/// Each of another customer, a minute apart.
QList<Made> stormOf(int count, int minute = 0, const QString &prefix = u"s"_s)
{
    QList<Made> all;
    for (int i = 0; i < count; ++i)
        all.append({.id = prefix + QString::number(i),
                    .customer = u"cust-"_s + prefix + QString::number(i),
                    .subject = u"Page broken"_s,
                    .waitingMinute = minute + i,
                    .messages = wrote(storm)});
    return all;
}

QStringList idsOf(Profile &desk, const QList<qint64> &rows)
{
    QStringList ids;
    for (const QueueRow &row : value(desk->rows(rows)))
        ids += row.id.text();
    return ids;
}

} // namespace

/// What a conversation has to do with others is found as it arrives.
class ArrivalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void fiveWhoWriteTheSameAreAnIncident()
    {
        Profile desk;
        desk.takes(stormOf(4));
        desk.takes({{.id = u"other"_s,
                     .customer = u"u9"_s,
                     .messages = wrote(u"my parcel never arrived"_s)}});
        QVERIFY(value(desk->incidents()).isEmpty());
        desk.takes(stormOf(1, 9, u"late"_s));
        const QList<Incident> found = value(desk->incidents());
        QCOMPARE(found.size(), 1);
        const Incident &incident = found.first();
        QCOMPARE(incident.customers, 5);
        QCOMPARE(incident.words, u"Page broken"_s);
        QCOMPARE(incident.newest - incident.since, 9 * minuteMs);
        QCOMPARE(idsOf(desk, incident.waiting),
                 QStringList({u"s0"_s, u"s1"_s, u"s2"_s, u"s3"_s, u"late0"_s}));
        QCOMPARE(incident.alike, incident.waiting);
        QCOMPARE(desk.record(u"other"_s).row.incident, 0);
        QCOMPARE(desk.record(u"late0"_s).row.incident, incident.id);
    }

    void oneCustomerFiveTimesIsNone()
    {
        Profile desk;
        QList<Made> same = stormOf(6);
        for (Made &one : same)
            one.customer = u"u1"_s;
        desk.takes(same);
        QVERIFY(value(desk->incidents()).isEmpty());
        QCOMPARE(desk.record(u"s5"_s).row.duplicateOf.text(), u"s0"_s);
    }

    void whatIsSpreadOverTheDayIsNone()
    {
        Profile desk;
        for (int i = 0; i < 6; ++i) {
            desk.clock.ms += 110 * minuteMs; // each within the window of the one before
            desk.takes(stormOf(1, 110 * (i + 1), u"x%1"_s.arg(i)));
        }
        QVERIFY(desk.record(u"x50"_s).row.incident != 0);
        QVERIFY(value(desk->incidents()).isEmpty());
    }

    void whatIsLongPastIsNotComparedAndLateOnesStartAnew()
    {
        Profile desk;
        desk.takes(stormOf(5, -300, u"old"_s));
        QCOMPARE(desk.record(u"old4"_s).row.incident, 0);
        desk.takes(stormOf(5));
        desk.clock.ms += 5 * hourMs;
        desk.takes(stormOf(5, 300, u"next"_s));
        const QList<Incident> found = value(desk->incidents());
        QCOMPARE(found.size(), 2);
        QVERIFY(found[0].id != found[1].id);
    }

    void onlyWhatNobodyHasAndIsSafeIsAlike()
    {
        Profile desk;
        QList<Made> all = stormOf(7);
        all[2].subject = u"urgent: smoke"_s;
        desk.takes(all);
        desk.does(ActKind::Claim, u"s1"_s);
        desk.does(ActKind::Close, u"s0"_s);
        const Incident incident = value(desk->incidents()).first();
        QCOMPARE(incident.customers, 7);
        QCOMPARE(idsOf(desk, incident.waiting),
                 QStringList({u"s1"_s, u"s2"_s, u"s3"_s, u"s4"_s, u"s5"_s, u"s6"_s}));
        QCOMPARE(idsOf(desk, incident.alike), QStringList({u"s3"_s, u"s4"_s, u"s5"_s, u"s6"_s}));
        for (const QString &id : {u"s1"_s, u"s2"_s, u"s3"_s, u"s4"_s, u"s5"_s, u"s6"_s})
            desk.does(ActKind::Close, id);
        QVERIFY(value(desk->incidents()).isEmpty());
    }

    void anIncidentSurvivesARestartAndGrowsOn()
    {
        Profile desk;
        desk.takes(stormOf(5));
        const qint64 id = value(desk->incidents()).first().id;
        desk.reopen();
        QCOMPARE(value(desk->incidents()).first().customers, 5);
        desk.takes(stormOf(2, 20, u"late"_s));
        QCOMPARE(value(desk->incidents()).size(), 1);
        QCOMPARE(value(desk->incidents()).first().id, id);
        QCOMPARE(value(desk->incidents()).first().customers, 7);
    }

    void anotherVersionStaysWhereItWas()
    {
        Profile desk;
        desk.takes(stormOf(5));
        Made again = stormOf(1).first();
        again.version = 2;
        again.messages.append({u"m2"_s, u"customer"_s, u"still broken"_s, 3});
        desk.takes({again});
        QCOMPARE(value(desk->incidents()).first().customers, 5);
    }

    void nearlyTheSameNeedsTheSameIntent()
    {
        Profile desk;
        const auto nearly = [](const QString &id, const QString &subject) {
            return Made{.id = id,
                        .customer = u"cust-"_s + id,
                        .subject = subject,
                        .messages = wrote(u"nearly the words of "_s + id)};
        };
        desk.takes({nearly(u"a"_s, u"parcel"_s), nearly(u"b"_s, u"parcel"_s),
                    nearly(u"c"_s, u"invoice"_s)});
        QCOMPARE(desk.record(u"b"_s).row.incident, 0); // nobody has read the intents
        desk.judgesBy(7);
        QVERIFY(desk.record(u"b"_s).row.incident != 0);
        QCOMPARE(desk.record(u"a"_s).row.incident, desk.record(u"b"_s).row.incident);
        QCOMPARE(desk.record(u"c"_s).row.incident, 0);
    }

    void theSameMatterTwiceIsADuplicateWhileTheOlderIsOpen()
    {
        Profile desk;
        desk.judgesBy(7);
        desk.takes({{.id = u"first"_s, .waitingMinute = 0},
                    {.id = u"invoice"_s,
                     .subject = u"my invoice"_s,
                     .waitingMinute = 30,
                     .messages = wrote(u"send me the invoice"_s)},
                    {.id = u"second"_s, .waitingMinute = 60},
                    {.id = u"third"_s, .waitingMinute = 70},
                    {.id = u"hers"_s, .customer = u"u2"_s, .waitingMinute = 80}});
        QVERIFY(desk.record(u"first"_s).row.duplicateOf.isEmpty());
        QVERIFY(desk.record(u"invoice"_s).row.duplicateOf.isEmpty());
        QCOMPARE(desk.record(u"second"_s).row.duplicateOf.text(), u"first"_s);
        QCOMPARE(desk.record(u"third"_s).row.duplicateOf.text(), u"first"_s);
        QVERIFY(desk.record(u"hers"_s).row.duplicateOf.isEmpty());
        QVERIFY(desk.shown(QueueView::Recontacts).isEmpty());

        desk.does(ActKind::Close, u"first"_s);
        QVERIFY(desk.record(u"second"_s).row.duplicateOf.isEmpty());
        QCOMPARE(desk.record(u"second"_s).row.backTo.text(), u"first"_s);
        QCOMPARE(desk.record(u"third"_s).row.duplicateOf.text(), u"second"_s);
        QCOMPARE(desk.shown(QueueView::Recontacts), QStringList({u"second"_s, u"third"_s}));
    }

    void theOlderMayArriveLater()
    {
        Profile desk;
        desk.judgesBy(7);
        desk.takes({{.id = u"second"_s, .waitingMinute = 60}});
        desk.takes({{.id = u"first"_s, .waitingMinute = 0}});
        QCOMPARE(desk.record(u"second"_s).row.duplicateOf.text(), u"first"_s);
        QVERIFY(desk.record(u"first"_s).row.duplicateOf.isEmpty());
    }

    void anAddressNamesTheCustomerToo()
    {
        Profile desk;
        desk.judgesBy(7);
        desk.takes({{.id = u"mail"_s, .customer = u"m-1"_s, .contact = u"Mara@Example.org"_s},
                    {.id = u"chat"_s,
                     .customer = u"c-7"_s,
                     .waitingMinute = 5,
                     .contact = u"mara@example.org"_s},
                    {.id = u"phone"_s,
                     .customer = u"c-8"_s,
                     .waitingMinute = 6,
                     .contact = u"+49 30 1234"_s},
                    {.id = u"phone2"_s,
                     .customer = u"c-9"_s,
                     .waitingMinute = 7,
                     .contact = u"+49 30 1234"_s}});
        QCOMPARE(desk.record(u"chat"_s).row.duplicateOf.text(), u"mail"_s);
        QVERIFY(desk.record(u"phone2"_s).row.duplicateOf.isEmpty()); // a household shares one
    }

    void whoIsBackAboutAnotherMatterIsNoRecontact()
    {
        Profile desk;
        desk.judgesBy(7);
        desk.takes({{.id = u"parcel"_s, .state = u"closed"_s, .waitingMinute = 0},
                    {.id = u"invoice"_s,
                     .subject = u"my invoice"_s,
                     .waitingMinute = 60,
                     .messages = wrote(u"send me the invoice"_s)},
                    {.id = u"doubt"_s,
                     .subject = u"unsure invoice"_s,
                     .waitingMinute = 90,
                     .messages = wrote(u"where is that invoice"_s)},
                    {.id = u"again"_s, .waitingMinute = 120}});
        // What came closed is read after the queue; until then nobody knows what it was about.
        desk.judgesBy(7);
        QCOMPARE(desk.shown(QueueView::Recontacts), QStringList({u"doubt"_s, u"again"_s}));
        QCOMPARE(desk.record(u"again"_s).row.backTo.text(), u"parcel"_s);
        QVERIFY(!desk.record(u"invoice"_s).row.backMs);
    }

    void anArchiveIsNeverADuplicate()
    {
        Profile desk;
        desk.takes({{.id = u"old"_s, .messages = wrote(storm)}}, Origin::Archive);
        desk.takes({{.id = u"new"_s, .waitingMinute = 5, .messages = wrote(storm)}});
        QVERIFY(desk.record(u"new"_s).row.duplicateOf.isEmpty());
        QCOMPARE(desk.record(u"new"_s).row.backTo.text(), u"old"_s);
        QCOMPARE(desk.record(u"new"_s).row.incident, 0);
    }
};

BATON_TEST(ArrivalsTest)
#include "ArrivalsTest.moc"
