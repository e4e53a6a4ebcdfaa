#include "ui/panels/IncidentBar.h"

#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "tests/ui/ShownPanel.h"
#include "ui/panels/AnswerAllDialog.h"
#include "ui/panels/Button.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/LinkedStrip.h"
#include "ui/theme/BatonStyle.h"

#include <QtCore/QDir>
#include <QtCore/QTranslator>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QCheckBox>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;
using namespace baton::test;

namespace {

ListedIncident stormListed(bool folded = true)
{
    Incident incident;
    incident.id = 7;
    incident.words = u"Page shows error 502"_s;
    incident.customers = 12;
    incident.since = queueNow + -41 * queueMinute;
    incident.newest = queueNow;
    for (qint64 row = 101; row <= 111; ++row)
        incident.waiting.append(row);
    incident.alike = incident.waiting.mid(1);
    return {incident, folded};
}

QueueSnapshot stormSnapshot(int rows, bool folded = true, qint64 only = 0)
{
    const auto numbers = queueNumbers(rows);
    QueueSnapshot snapshot = queueSnapshot(numbers, ListSubject::Changed, queueRows(numbers));
    snapshot.incidents = {stormListed(folded)};
    snapshot.only = only;
    return snapshot;
}

void keepShot(QWidget &widget, const QString &name)
{
    const QString folder = QCoreApplication::applicationDirPath() + u"/../screens"_s;
    QDir().mkpath(folder);
    QApplication::processEvents();
    QVERIFY(widget.grab().save(u"%1/%2.png"_s.arg(folder, name)));
    QCOMPARE(faultsOf(widget), QString());
}

} // namespace

class IncidentBarTest : public QObject
{
    Q_OBJECT

    const Look m_look;
    QTranslator m_words;

private Q_SLOTS:
    void initTestCase()
    {
        dress(*qApp, m_look);
        QVERIFY(m_words.load(u":/i18n/baton_en.qm"_s));
        QCoreApplication::installTranslator(&m_words);
    }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_words); }

    void saysHowManyAndWhat()
    {
        ShownPanel s;
        s.panel.setIncidentKey(u"I"_s);
        s.panel.setQueue(stormSnapshot(9));
        QCOMPARE(s.panel.incidentBars().size(), 1);
        const IncidentBar &bar = *s.panel.incidentBars().first();
        QVERIFY(bar.isVisible());
        QCOMPARE(bar.accessibleName(), u"12 customers write the same"_s);
        QVERIFY(bar.accessibleDescription().contains(u"Page shows error 502"_s));
        QVERIFY(bar.accessibleDescription().contains(u"11 conversations wait"_s));
        QCOMPARE(bar.onlyButton()->text(), u"Show only these"_s);
        QCOMPARE(bar.foldButton()->accessibleName(), u"Unfold 10 conversations"_s);
        s.panel.setQueue(queueSnapshot(queueNumbers(9)));
        QVERIFY(!bar.isVisible());
        QVERIFY(s.panel.incidentBars().isEmpty());
    }

    void eachButtonAsksForWhatItSays()
    {
        ShownPanel s;
        s.panel.setQueue(stormSnapshot(9));
        QSignalSpy chosen(&s.panel, &QueuePanel::incidentChosen);
        QSignalSpy folded(&s.panel, &QueuePanel::incidentFolded);
        QSignalSpy answered(&s.panel, &QueuePanel::incidentAnswered);
        const IncidentBar &bar = *s.panel.incidentBars().first();
        bar.onlyButton()->setFocus();
        QTest::keyClick(bar.onlyButton(), Qt::Key_Space);
        QCOMPARE(chosen.takeFirst().first().toLongLong(), 7);
        s.panel.setQueue(stormSnapshot(11, true, 7));
        QCOMPARE(bar.onlyButton()->text(), u"Show all"_s);
        QVERIFY(!bar.foldButton()->isVisible());
        QTest::mouseClick(bar.onlyButton(), Qt::LeftButton);
        QCOMPARE(chosen.takeFirst().first().toLongLong(), 0);
        s.panel.setQueue(stormSnapshot(9));
        QTest::mouseClick(bar.foldButton(), Qt::LeftButton);
        QCOMPARE(folded.takeFirst(), (QVariantList{7LL, false}));
        s.panel.setQueue(stormSnapshot(19, false));
        QCOMPARE(bar.foldButton()->accessibleName(), u"Fold 10 conversations into this line"_s);
        QTest::mouseClick(bar.answerButton(), Qt::LeftButton);
        QCOMPARE(answered.takeFirst().first().toLongLong(), 7);
        s.panel.toggleIncident();
        QCOMPARE(chosen.takeFirst().first().toLongLong(), 7);
    }

    void aListThatIsAllFoldedSaysSo()
    {
        ShownPanel s;
        s.panel.setQueue(stormSnapshot(0));
        QVERIFY(s.panel.hasIncidents());
        QCOMPARE(s.page(), u"baton::ui::Label"_s);
        const auto labels = s.panel.findChildren<Label *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const Label *label) {
            return label->isVisible() && label->text().contains(u"folded"_s);
        }));
    }

    void looksRight_data()
    {
        QTest::addColumn<ThemeKind>("theme");
        QTest::addColumn<bool>("compact");
        QTest::newRow("light") << ThemeKind::Light << false;
        QTest::newRow("dark") << ThemeKind::Dark << false;
        QTest::newRow("compact") << ThemeKind::Light << true;
    }
    void looksRight()
    {
        QFETCH(ThemeKind, theme);
        QFETCH(bool, compact);
        Look look({theme});
        dress(*qApp, look);
        QueuePanel panel(look);
        panel.setIncidentKey(u"I"_s);
        panel.setClock(queueNow);
        panel.setCompact(compact);
        panel.resize(compact ? 288 : 336, 600);
        panel.setQueue(stormSnapshot(9));
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        keepShot(panel, u"queue-incident-%1"_s.arg(QString::fromUtf8(QTest::currentDataTag())));
    }

    void aNameInTheGreetingIsTakenOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("without");
        QTest::newRow("first name") << u"Hello Mara,\nit works again."_s << u"Mara Lindqvist"_s
                                    << u"Hello,\nit works again."_s;
        QTest::newRow("both") << u"Guten Tag Mara Lindqvist, es geht wieder."_s
                              << u"Mara Lindqvist"_s << u"Guten Tag, es geht wieder."_s;
        QTest::newRow("no name known")
            << u"Hello Mara, it works."_s << QString() << u"Hello Mara, it works."_s;
        QTest::newRow("part of a word")
            << u"Hello Marathon team,"_s << u"Mara Lindqvist"_s << u"Hello Marathon team,"_s;
        QTest::newRow("later on") << u"Hello,\nMara, it works."_s << u"Mara Lindqvist"_s
                                  << u"Hello,\nMara, it works."_s;
    }
    void aNameInTheGreetingIsTakenOut()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        QTEST(withoutName(text, name), "without");
    }

    void nothingGoesThatNamesTheOne()
    {
        AnswerAllDialog dialog(m_look, u"Hello Mara,\nit works again, Mara."_s, u"Mara Lindqvist"_s,
                               queueRows(queueNumbers(3)), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(dialog.words()->plainText(), u"Hello,\nit works again, Mara."_s);
        QVERIFY(!dialog.action()->isEnabled());
        dialog.words()->setPlainText(u"Hello,\nit works again."_s);
        QVERIFY(dialog.action()->isEnabled());
        QCOMPARE(dialog.action()->text(), u"Send to 3 customers"_s);
        dialog.boxes()[1]->setChecked(false);
        QCOMPARE(dialog.action()->text(), u"Send to 2 customers"_s);
        QSignalSpy decided(&dialog, &AnswerAllDialog::decided);
        dialog.accept();
        const auto replies = decided.first().first().value<QList<AddressedReply>>();
        QCOMPARE(replies,
                 (QList<AddressedReply>{{queueId(1), u"Hello,\nit works again."_s},
                                        {queueId(3), u"Hello,\nit works again."_s}}));
        for (QCheckBox *box : dialog.boxes())
            box->setChecked(false);
        QVERIFY(!dialog.action()->isEnabled());
    }

    void theDialogLooksRight()
    {
        for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark}) {
            Look look({theme});
            dress(*qApp, look);
            QWidget window;
            window.resize(900, 700);
            window.show();
            auto *dialog = new AnswerAllDialog(
                look,
                u"Hello Mara,\nthe payment page works again. Your basket is as you left it."_s,
                u"Mara Lindqvist"_s, queueRows(queueNumbers(11)), &window);
            dialog->open();
            QVERIFY(QTest::qWaitForWindowExposed(dialog));
            keepShot(*dialog,
                     theme == ThemeKind::Light ? u"answer-all-light"_s : u"answer-all-dark"_s);
        }
    }

    void aDuplicateLeadsToTheOlderOne()
    {
        for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark}) {
            Look look({theme});
            dress(*qApp, look);
            LinkedStrip strip(look);
            strip.resize(900, 38);
            ConversationSnapshot snapshot;
            snapshot.row = queueRow(2);
            strip.setSnapshot(snapshot, true);
            QVERIFY(strip.isHidden());
            snapshot.duplicateOf = queueRow(1);
            snapshot.row.backTo = queueId(3);
            strip.setSnapshot(snapshot, true);
            strip.show();
            QVERIFY(!strip.isHidden());
            QVERIFY(strip.accessibleName().startsWith(u"Duplicate"_s));
            QVERIFY(strip.accessibleName().contains(u"Wants order 1 changed"_s));
            QSignalSpy open(&strip, &LinkedStrip::openRequested);
            QSignalSpy closing(&strip, &LinkedStrip::closeRequested);
            QTest::mouseClick(strip.openButton(), Qt::LeftButton);
            QCOMPARE(open.first().first().value<ConversationId>(), queueId(1));
            QTest::mouseClick(strip.closeButton(), Qt::LeftButton);
            QCOMPARE(closing.size(), 1);
            keepShot(strip, theme == ThemeKind::Light ? u"linked-light"_s : u"linked-dark"_s);
            strip.setSnapshot(snapshot, false);
            QVERIFY(strip.closeButton()->isHidden());
            snapshot.duplicateOf.reset();
            strip.setSnapshot(snapshot, true);
            QVERIFY(strip.isHidden()); // what was closed stands among the previous contacts
        }
    }
};

BATON_TEST(IncidentBarTest)
#include "IncidentBarTest.moc"
