#include "tests/support/TestProgram.h"
#include "ui/theme/BatonStyle.h"
#include "ui/window/CommandPalette.h"
#include "ui/window/PaletteModel.h"

#include <QtCore/QFile>
#include <QtGui/QAction>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

QStringList linesOf(const PaletteModel &model)
{
    QStringList lines;
    for (int i = 0; i < model.rowCount(); ++i) {
        const PaletteRow &row = model.row(i);
        lines += row.kind == PaletteRow::Kind::Heading ? u"# "_s + row.text : row.text;
    }
    return lines;
}

QueueRow someone(const QString &name)
{
    QueueRow row;
    row.id = ConversationId(u"c-"_s + name);
    row.name = name;
    row.need = u"A refund"_s;
    return row;
}

} // namespace

class PaletteTest : public QObject
{
    Q_OBJECT

    Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void wordsMatchWhereWordsBegin()
    {
        using Matches = QList<PaletteRow::Match>;
        QCOMPARE(PaletteModel::matchesOf(u"gi"_s, u"Give it back"_s), Matches({{0, 2}}));
        QCOMPARE(PaletteModel::matchesOf(u"back GI"_s, u"Give it back"_s),
                 Matches({{0, 2}, {8, 4}}));
        QVERIFY(!PaletteModel::matchesOf(u"ack"_s, u"Give it back"_s));
        QVERIFY(!PaletteModel::matchesOf(u"give up"_s, u"Give it back"_s));
        QCOMPARE(PaletteModel::matchesOf(QString(), u"Give it back"_s), Matches());
    }

    void onlyWhatCanBeDoneIsOffered()
    {
        ActionRegistry actions;
        QWidget window;
        PaletteModel model(actions);
        const QAbstractItemModelTester tester(&model);
        model.setQuery(u"> scene"_s); // nobody carries it out: this is no demo
        QCOMPARE(linesOf(model), QStringList{u"# Nothing is called that"_s});
        QCOMPARE(model.firstRow(), -1);
        actions.place(ActionScope::Presenter, &window);
        model.setQuery(u">scene"_s);
        QCOMPARE(linesOf(model),
                 QStringList({u"# Presenter"_s, u"Next scene"_s, u"Previous scene"_s}));
        QCOMPARE(model.firstRow(), 1);
        QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
        QVERIFY(model.data(model.index(1), Qt::AccessibleTextRole).toString().contains(u"F9"_s));
    }

    void conversationsStandBelowWhileTheyAreOfTheWords()
    {
        ActionRegistry actions;
        PaletteModel model(actions);
        const QAbstractItemModelTester tester(&model);
        model.setQuery(u"ma"_s);
        model.setConversations(u"m"_s, {someone(u"Milo"_s)}); // late, of other words
        QVERIFY(!linesOf(model).contains(u"Milo"_s));
        model.setConversations(u"ma"_s, {someone(u"Maren"_s)});
        QCOMPARE(linesOf(model), QStringList({u"# Conversations"_s, u"Maren"_s}));
        model.setQuery(u">ma"_s);
        QVERIFY(!linesOf(model).contains(u"Maren"_s));
    }

    void aSignAsksForOneKind()
    {
        ActionRegistry actions;
        QWidget window;
        actions.place(ActionScope::Presenter, &window);
        PaletteModel model(actions);
        const QAbstractItemModelTester tester(&model);
        model.setQuery(u"@scene"_s);
        QCOMPARE(model.words(), u"scene"_s);
        model.setConversations(u"scene"_s, {someone(u"Scene Painter"_s), someone(u"Milo"_s)});
        QCOMPARE(linesOf(model), QStringList({u"# Conversations"_s, u"Scene Painter"_s}));
        model.setQuery(u"#scene"_s);
        QCOMPARE(linesOf(model), // by any of their words
                 QStringList({u"# Conversations"_s, u"Scene Painter"_s, u"Milo"_s}));
    }

    void whatLiveSystemsCanDoStandsFirst()
    {
        const ActionRegistry actions;
        PaletteModel model(actions);
        const QAbstractItemModelTester tester(&model);
        model.setQuery(u"ref"_s);
        model.setOffers({{u"refund"_s, u"Refund"_s, u"NW-1"_s, true, Money{106, u"EUR"_s}},
                         {u"hold"_s, u"Hold the parcel"_s, u"NW-1"_s, false, {}}});
        QCOMPARE(linesOf(model), QStringList({u"# On this conversation"_s, u"Refund…"_s}));
        QCOMPARE(model.firstRow(), 1);
        QCOMPARE(model.row(1).offer, u"refund"_s);
        QCOMPARE(model.row(1).quiet, u"asks for approval, €106.00"_s);
        QCOMPARE(model.row(1).matches, QList<PaletteRow::Match>({{0, 3}}));
        model.setQuery(u"#ref"_s);
        QCOMPARE(model.firstRow(), -1);
        model.setQuery(u"ref"_s);
        model.setOffers({});
        QCOMPARE(model.firstRow(), -1);
    }

    void besideOthersAFewConversationsStand()
    {
        const ActionRegistry actions;
        PaletteModel model(actions);
        const QAbstractItemModelTester tester(&model);
        QList<QueueRow> found;
        for (const QString &name : {u"Ada"_s, u"Bo"_s, u"Cy"_s, u"Dee"_s, u"Refa"_s}) {
            found += someone(name);
            found.last().need = u"Where is it?"_s;
        }
        model.setQuery(u"ref"_s);
        model.setConversations(u"ref"_s, found);
        QCOMPARE(linesOf(model).size(), 6);
        QCOMPARE(linesOf(model)[1], u"Refa"_s); // in which one sees why
        FoundPassage passage;
        passage.passage.heading = u"Refunds"_s;
        model.setPassages(u"ref"_s, {passage});
        QCOMPARE(linesOf(model),
                 QStringList({u"# Conversations"_s, u"Refa"_s, u"Ada"_s, u"Bo"_s, u"Cy"_s,
                              u"# Knowledge"_s, u"Refunds"_s}));
    }

    void passagesStandLast()
    {
        ActionRegistry actions;
        PaletteModel model(actions);
        const QAbstractItemModelTester tester(&model);
        FoundPassage found;
        found.passage.document = DocumentId(u"KB-118"_s);
        found.passage.version = 12;
        found.passage.heading = u"Card refunds"_s;
        model.setQuery(u"card"_s);
        model.setPassages(u"car"_s, {found}); // late, of other words
        QVERIFY(!linesOf(model).contains(u"Card refunds"_s));
        model.setPassages(u"card"_s, {found});
        model.setConversations(u"card"_s, {someone(u"Carda"_s)});
        QCOMPARE(
            linesOf(model),
            QStringList({u"# Conversations"_s, u"Carda"_s, u"# Knowledge"_s, u"Card refunds"_s}));
        const PaletteRow &row = model.row(3);
        QCOMPARE(row.quiet, u"KB-118 v12"_s);
        QCOMPARE(row.passage.document.text(), u"KB-118"_s);
    }

    void everyActionHasAnIcon()
    {
        for (const ActionId id : ActionRegistry::all()) {
            const QString icon = u":/icons/"_s + ActionRegistry::icon(id);
            QVERIFY2(QFile::exists(icon + u".svg"_s) || QFile::exists(icon + u"-20.svg"_s),
                     qPrintable(ActionRegistry::key(id)));
        }
    }

    void keysRunWhatIsChosen()
    {
        ActionRegistry actions;
        QWidget window;
        window.resize(1000, 700);
        actions.place(ActionScope::Presenter, &window);
        CommandPalette palette(m_look, actions, &window);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy next(actions.action(ActionId::NextScene), &QAction::triggered);
        QSignalSpy previous(actions.action(ActionId::PreviousScene), &QAction::triggered);
        QSignalSpy asked(&palette, &CommandPalette::searchRequested);
        QSignalSpy chosen(&palette, &CommandPalette::conversationChosen);
        palette.toggle();
        auto *field = palette.findChild<QLineEdit *>();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"scene"_s);
        QCOMPARE(asked.last().first().toString(), u"scene"_s);
        palette.setFound(u"scene"_s, {someone(u"Scena"_s)});
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(next.size(), 0);
        QCOMPARE(previous.size(), 1);
        QVERIFY(palette.isHidden());
        palette.toggle();
        QVERIFY(field->text().isEmpty());
        QTest::keyClicks(field, u"scene"_s);
        palette.setFound(u"scene"_s, {someone(u"Scena"_s)});
        QTest::keyClick(field, Qt::Key_Up); // from the first to the last, over the heading
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QSignalSpy offered(&palette, &CommandPalette::offerChosen);
        palette.setOffers({{u"refund"_s, u"Refund"_s, {}, false, {}}});
        palette.toggle();
        QTest::keyClicks(field, u"refu"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(offered.size(), 1);
        QCOMPARE(offered.first().first().toString(), u"refund"_s);
        palette.toggle();
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(palette.isHidden());
    }
};

BATON_TEST(PaletteTest)
#include "PaletteTest.moc"
