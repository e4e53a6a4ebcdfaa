#include "ui/views/AuditSection.h"

#include "tests/support/DeskFixture.h"
#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/panels/Button.h"
#include "ui/panels/SearchField.h"
#include "ui/theme/BatonStyle.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

class AuditSectionTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;
    std::unique_ptr<test::DeskFixture> m_fixture;
    std::unique_ptr<AuditSection> m_section;

    static AuditSnapshot rows(int count)
    {
        AuditSnapshot snapshot;
        for (int i = count; i > 0; --i)
            snapshot.rows += {i,         {1763474000000},        u"ines"_s, u"reply"_s, u"LF-C-1"_s,
                              u"sent"_s, QByteArray(32, char(1))};
        return snapshot;
    }
    void serve(baton::Role role)
    {
        Settings settings;
        settings.agent = m_fixture->ines;
        settings.agent.role = role;
        m_section = std::make_unique<AuditSection>(m_look);
        m_section->setSettings(settings);
        m_section->serve(m_fixture->desk->auditBoard(), m_fixture->clock);
        m_section->resize(720, 700);
        m_section->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_section.get()));
        QTRY_VERIFY(!m_fixture->desk->auditBoard().snapshot().reading);
    }
    template <class Widget>
    Widget *named(const QString &name) const
    {
        for (Widget *one : m_section->findChildren<Widget *>()) {
            if (one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    Button *button(const QString &text) const
    {
        for (Button *one : m_section->findChildren<Button *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }
    void act(const QString &agent, int times)
    {
        // Who sits at the desk is on record.
        m_fixture->ines.id = AgentId(agent);
        m_fixture->reopenStore();
        QList<store::NewAct> acts;
        for (int i = 0; i < times; ++i) {
            Act one;
            one.conversation = ConversationId(u"c1"_s);
            one.kind = ActKind::Note;
            one.agent = {agent, agent};
            one.at = m_fixture->clock.now();
            acts += {one, one.at};
        }
        QVERIFY(m_fixture->store->record(acts).result());
    }

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }
    void init()
    {
        m_fixture = std::make_unique<test::DeskFixture>();
        m_fixture->arrive({m_fixture->conversation(u"c1"_s, u"Where is it?"_s)});
        act(u"ines"_s, 4);
        act(u"imke"_s, 2);
        m_fixture->ines.id = AgentId(u"ines"_s);
        m_fixture->reopenStore();
        m_fixture->makeDesk();
    }
    void cleanup() { m_section.reset(); }

    void agentsSeeWhatTheyDidLeadsSeeAll()
    {
        serve(baton::Role::Agent);
        QTRY_COMPARE(m_section->table().model()->rowCount(), 4);
        QVERIFY(!named<QComboBox>(u"Who"_s)->isVisible());
        QVERIFY(!button(u"Export…"_s)->isVisible());
        serve(baton::Role::Lead);
        QTRY_COMPARE(m_section->table().model()->rowCount(), 6);
        QVERIFY(named<QComboBox>(u"Who"_s)->isVisible());
        QVERIFY(button(u"Export…"_s)->isVisible());
        serve(baton::Role::Viewer);
        QTRY_COMPARE(m_section->table().model()->rowCount(), 6);
        QVERIFY(!button(u"Export…"_s)->isVisible());
    }

    void filtersAreChosenByKeys()
    {
        serve(baton::Role::Lead);
        auto *who = named<QComboBox>(u"Who"_s);
        QTRY_COMPARE(who->count(), 3);
        who->setFocus();
        while (who->currentData().toString() != "imke"_L1) {
            const int before = who->currentIndex();
            QTest::keyClick(who, Qt::Key_Down);
            QVERIFY(who->currentIndex() != before);
        }
        QTRY_COMPARE(m_section->table().model()->rowCount(), 2);
        QTest::keyClicks(named<SearchField>(u"About"_s), u"nothing of that name"_s);
        QTRY_COMPARE(m_section->table().model()->rowCount(), 0);
        QTRY_VERIFY(m_section->said().contains("Nothing of the kind"_L1));
    }

    void theChainIsVerifiedAndSaid()
    {
        serve(baton::Role::Lead);
        button(u"Verify the chain"_s)->click();
        QTRY_VERIFY(m_section->said().contains("The log is intact"_L1));
        AuditSnapshot altered;
        altered.intact = false;
        altered.firstBad = 2;
        Q_EMIT m_fixture->desk->auditBoard().changed(altered);
        QVERIFY(m_section->said().contains("altered at entry 2"_L1));
    }

    void aHundredThousandEntriesAreScrolled()
    {
        AuditModel model;
        const AuditSnapshot many = rows(100000);
        model.setSnapshot(many, {1763474000000}, QTimeZone::utc());
        QCOMPARE(model.rowCount(), 100000);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        AuditSnapshot more = many;
        more.rows += rows(1).rows;
        model.setSnapshot(more, {1763474000000}, QTimeZone::utc());
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.index(0, AuditModel::Number).data().toString(), u"100,000"_s);
        QVERIFY(model.index(0, AuditModel::Who)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains("Who: ines"_L1));
        more.complete = false;
        model.setSnapshot(more, {1763474000000}, QTimeZone::utc());
        QVERIFY(model.canFetchMore({}));
        QSignalSpy wanted(&model, &AuditModel::moreWanted);
        model.fetchMore({});
        QCOMPARE(wanted.count(), 1);
    }

    void pictures_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << int(ThemeKind::Light);
        QTest::newRow("dark") << int(ThemeKind::Dark);
    }
    void pictures()
    {
        QFETCH(int, kind);
        m_look.setAppearance({ThemeKind(kind), Contrast::Normal, 100, Motion::Reduced});
        serve(baton::Role::Lead);
        QTRY_COMPARE(m_section->table().model()->rowCount(), 6);
        button(u"Verify the chain"_s)->click();
        QTRY_VERIFY(m_section->said().contains("The log is intact"_L1));
        const QString folder = QCoreApplication::applicationDirPath() + u"/../screens"_s;
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(m_section->grab().save(
            u"%1/audit-%2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()))));
        QCOMPARE(test::faultsOf(*m_section), QString());
    }
};

BATON_TEST(AuditSectionTest)
#include "AuditSectionTest.moc"
