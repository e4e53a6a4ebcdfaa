#include "ui/views/KnowledgeView.h"

#include "tests/support/DeskFixture.h"
#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/models/KnowledgeRows.h"
#include "ui/panels/ArticleEdit.h"
#include "ui/panels/ArticlePane.h"
#include "ui/panels/CheckPane.h"
#include "ui/panels/EmptyState.h"
#include "ui/panels/GapPane.h"
#include "ui/panels/KnowledgeList.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/Sheet.h"
#include "ui/theme/BatonStyle.h"
#include "ui/window/ActionRegistry.h"

#include <QtGui/QAction>
#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

template <class Widget>
QList<Widget *> seen(const QWidget &in, const QString &text)
{
    QList<Widget *> all;
    for (Widget *widget : in.findChildren<Widget *>()) {
        if (widget->isVisible() && widget->text().contains(text))
            all += widget;
    }
    return all;
}

/// A board over a store with three documents and two gaps, and the view of it.
struct KnowledgeScreen
{
    explicit KnowledgeScreen(Look &look)
        : board(*desk.store, desk.clock)
        , playbooks(*desk.store, desk.clock, desk.ines)
        , view(board, playbooks, look, desk.clock, actions)
    {
        board.setIntents({{u"refund_status"_s, u"Where the refund is"_s}});
        view.resize(1280, 800);
    }
    void fill()
    {
        QSignalSpy added(&board, &KnowledgeBoard::added);
        const auto add = [&](const QString &text) {
            added.clear();
            board.write(text);
            QVERIFY(test::first<KnowledgeAdded>(added).refused.isEmpty());
        };
        add(u"---\nid: KB-1\ntitle: Card refunds\nversion: 3\nkind: policy\naudience: customer\n"
            "changed: 2025-11-04\n---\n## How long\nA refund takes three to five days.\n\n"
            "## Voided captures\nA voided capture shows within two days.\n"_s);
        add(u"---\nid: KB-2\ntitle: Goodwill credit\nkind: sop\nreview: 2021-02-03\n---\n"
            "## Limits\nUp to ten euro on your own.\n"_s);
        add(u"---\nid: KB-3\ntitle: Old parcels\n---\nNobody sends these now.\n"_s);
        const Person ines = desk.ines.person();
        const auto cite = [&](CitationKind kind, const QString &why) {
            return Citation{ConversationId(u"c1"_s),
                            {DocumentId(u"KB-1"_s), 3, u"How long"_s},
                            kind,
                            u"when do I get my money"_s,
                            u"refund_status"_s,
                            why,
                            ines,
                            {1763474000000}};
        };
        QVERIFY(desk.store
                    ->addCitations({cite(CitationKind::Cited, {}),
                                    cite(CitationKind::Disputed, u"outdated"_s)})
                    .result());
        const auto keep = [&](const QString &conversation, const QString &sentence) {
            return desk.store
                ->addFeedback({ConversationId(conversation),
                               FeedbackKind::Sentence,
                               sentence,
                               {},
                               u"Agreed with Priya"_s,
                               ines,
                               {1763474000000}})
                .result();
        };
        QVERIFY(desk.store
                    ->addFeedback({ConversationId(u"c1"_s),
                                   FeedbackKind::Intent,
                                   {},
                                   u"refund_status"_s,
                                   {},
                                   ines,
                                   {1763474000000}})
                    .result());
        QVERIFY(keep(u"c1"_s, u"Refunds to closed cards go to the bank."_s));
        QVERIFY(keep(u"c1"_s, u"Your bank then writes to you."_s));
    }
    void contradict()
    {
        QSignalSpy added(&board, &KnowledgeBoard::added);
        for (const auto &[id, days] : {std::pair(u"KB-8"_s, u"five"_s), {u"KB-9"_s, u"seven"_s}}) {
            added.clear();
            board.write(
                u"---\nid: %1\ntitle: Times of %1\n---\n## Card\nA refund to the card takes "
                "%2 working days after the parcel has reached our warehouse.\n"_s.arg(id, days));
            QVERIFY(test::first<KnowledgeAdded>(added).refused.isEmpty());
        }
        QTRY_COMPARE(board.snapshot().check.contradictions.size(), 1);
    }
    void show()
    {
        QSignalSpy changed(&board, &KnowledgeBoard::changed);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(changed.count() > 0 || changed.wait());
        view.activateWindow();
    }
    void pick(const QString &key)
    {
        QTRY_VERIFY(view.list().rows().indexOf(key) >= 0);
        view.list().setFocus();
        while (view.list().selected() != key) {
            const auto before = view.list().selected();
            view.list().move(1);
            QVERIFY(view.list().selected() != before);
        }
    }
    void read(const QString &key)
    {
        pick(key);
        QTRY_COMPARE(view.article().article().entry.document.id, DocumentId(key));
        QTRY_VERIFY(view.article().isVisible());
    }
    void writeFirstGap()
    {
        view.showSubject(KnowledgeView::Subject::Gaps);
        pick(u"refund_status"_s);
        QTRY_VERIFY(view.gaps().isVisible());
        QTRY_VERIFY(!seen<QAbstractButton>(view.gaps(), u"Write it down"_s).isEmpty());
        seen<QAbstractButton>(view.gaps(), u"Write it down"_s).first()->click();
        QTRY_VERIFY(view.edit().isVisible());
    }
    QPlainTextEdit &field() const { return *view.edit().findChild<QPlainTextEdit *>(); }

    test::DeskFixture desk;
    ActionRegistry actions;
    KnowledgeBoard board;
    PlaybookBoard playbooks;
    KnowledgeView view;
};

} // namespace

class KnowledgeViewTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void rowsSayWhatNeedsALook()
    {
        KnowledgeScreen screen(m_look);
        screen.fill();
        screen.show();
        QTRY_COMPARE(screen.view.list().count(), 3);
        const KnowledgeModel &rows = screen.view.list().rows();
        const KnowledgeRow &refunds = rows.row(rows.indexOf(u"KB-1"_s));
        QCOMPARE(refunds.mark, KnowledgeRow::Mark::Warning);
        QVERIFY(refunds.remark.startsWith(u"Disputed"_s));
        QVERIFY(refunds.line.startsWith(u"KB-1 v3 · policy · changed 4 Nov"_s));
        QVERIFY(refunds.aside.startsWith(u"cited"_s));
        const KnowledgeRow &credit = rows.row(rows.indexOf(u"KB-2"_s));
        QCOMPARE(credit.mark, KnowledgeRow::Mark::Warning);
        QCOMPARE(credit.remark, u"Review was due 3 Feb 2021"_s);
        QVERIFY(rows.data(rows.index(0), Qt::AccessibleTextRole).toString().contains(u", "_s));
    }

    void nothingIsPickedByTheFocusAlone()
    {
        KnowledgeScreen screen(m_look);
        screen.fill();
        screen.show();
        QTRY_COMPARE(screen.view.list().count(), 3);
        screen.view.searchField().setFocus();
        screen.view.list().setFocus();
        QTRY_VERIFY(screen.view.list().hasFocus());
        QVERIFY(!screen.view.list().selected());
        QTest::keyClick(&screen.view.list(), Qt::Key_Down);
        QCOMPARE(screen.view.list().selected(), u"KB-1"_s);
    }

    void theModelChangesInPlaceWhereTheRowsAreTheSame()
    {
        KnowledgeModel model;
        QAbstractItemModelTester tester(&model);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        KnowledgeRow one{u"a"_s, u"A"_s, {}, {}, {}, {}};
        KnowledgeRow two{u"b"_s, u"B"_s, {}, {}, {}, {}};
        model.setRows({one, two});
        QCOMPARE(reset.count(), 1);
        two.title = u"Bee"_s;
        model.setRows({one, two});
        QCOMPARE(reset.count(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
        model.setRows({two});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.indexOf(u"a"_s), -1);
    }

    void titlesAreSearched()
    {
        KnowledgeScreen screen(m_look);
        screen.fill();
        screen.show();
        QTRY_COMPARE(screen.view.list().count(), 3);
        screen.view.searchField().setText(u"refunds card"_s);
        QCOMPARE(screen.view.list().count(), 1);
        screen.view.searchField().setText(u"kb-3"_s);
        QCOMPARE(screen.view.list().rows().row(0).title, u"Old parcels"_s);
        screen.view.searchField().setText(u"nothing like it"_s);
        QCOMPARE(screen.view.list().count(), 0);
        QTRY_VERIFY(!seen<QAbstractButton>(screen.view, u"Clear the search"_s).isEmpty());
        seen<QAbstractButton>(screen.view, u"Clear the search"_s).first()->click();
        QCOMPARE(screen.view.list().count(), 3);
    }

    void theListIsWalkedAndLeftByKeys()
    {
        KnowledgeScreen screen(m_look);
        screen.fill();
        screen.show();
        QTRY_COMPARE(screen.view.list().count(), 3);
        screen.actions.action(ActionId::NextRow)->trigger();
        QTRY_COMPARE(screen.view.article().article().entry.document.id, DocumentId(u"KB-1"_s));
        screen.actions.action(ActionId::NextRow)->trigger();
        QTRY_COMPARE(screen.view.article().article().entry.document.id, DocumentId(u"KB-2"_s));
        screen.actions.action(ActionId::PreviousRow)->trigger();
        QTRY_COMPARE(screen.view.article().article().entry.document.id, DocumentId(u"KB-1"_s));
        QTRY_VERIFY(screen.view.article().isVisible());
        screen.view.list().setFocus();
        QTest::keyClick(&screen.view.list(), Qt::Key_Return);
        QTRY_VERIFY(screen.view.article().isAncestorOf(screen.view.focusWidget()));
        QTest::keyClick(screen.view.focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(screen.view.list().hasFocus());
        screen.view.hide(); // the keys belong to another screen then
        screen.actions.action(ActionId::NextRow)->trigger();
        QCOMPARE(screen.view.list().selected(), u"KB-1"_s);
    }

    void passagesShowWhereTheyWereCitedAndDisputed()
    {
        KnowledgeScreen screen(m_look);
        screen.fill();
        screen.show();
        screen.read(u"KB-1"_s);
        QCOMPARE(seen<QLabel>(screen.view.article(), u"Cited by Ines Okafor"_s).size(), 1);
        QCOMPARE(seen<QLabel>(screen.view.article(), u"Disputed by Ines Okafor"_s).size(), 1);
        QCOMPARE(seen<QLabel>(screen.view.article(), u"It is out of date"_s).size(), 1);
        QSignalSpy asked(&screen.view, &KnowledgeView::conversationRequested);
        seen<QAbstractButton>(screen.view.article(), u"Conversation"_s).first()->click();
        QCOMPARE(asked.first().first().value<ConversationId>(), ConversationId(u"c1"_s));
    }

    void aPassageIsOpenedWhereverTheListStands()
    {
        KnowledgeScreen screen(m_look);
        screen.fill();
        screen.view.showPassage({DocumentId(u"KB-1"_s), 2, u"Voided captures"_s});
        screen.show();
        QTRY_COMPARE(screen.view.article().article().entry.document.id, DocumentId(u"KB-1"_s));
        QCOMPARE(screen.view.list().selected(), u"KB-1"_s);
    }

    void whatHasToBeCheckedOpensBothItsSides()
    {
        KnowledgeScreen screen(m_look);
        screen.fill();
        screen.contradict();
        screen.show();
        screen.view.showSubject(KnowledgeView::Subject::Checks);
        QTRY_COMPARE(screen.view.list().count(), 2);
        const KnowledgeModel &rows = screen.view.list().rows();
        QCOMPARE(rows.row(0).title, u"five working days or seven working days?"_s);
        QCOMPARE(rows.row(0).line, u"Times of KB-8 and Times of KB-9"_s);
        QCOMPARE(rows.row(1).remark, u"Review was due 3 Feb 2021"_s);

        screen.pick(rows.row(0).key);
        QTRY_VERIFY(screen.view.check().isVisible());
        const auto doors = seen<QAbstractButton>(screen.view.check(), u"Open the article"_s);
        QCOMPARE(doors.size(), 2);
        doors.last()->click();
        QTRY_COMPARE(screen.view.article().article().entry.document.id, DocumentId(u"KB-9"_s));

        screen.view.showSubject(KnowledgeView::Subject::Checks);
        screen.pick(rows.row(1).key);
        QTRY_COMPARE(screen.view.article().article().entry.document.id, DocumentId(u"KB-2"_s));
        QTRY_VERIFY(screen.view.article().isVisible());
        screen.view.searchField().setText(u"donkey"_s);
        QTRY_COMPARE(screen.view.list().count(), 0);
    }

    void retiringIsAskedAndThenSaid()
    {
        KnowledgeScreen screen(m_look);
        screen.fill();
        screen.show();
        screen.read(u"KB-3"_s);
        QAbstractButton *retire
            = seen<QAbstractButton>(screen.view.article(), u"Retire…"_s).first();
        retire->click();
        auto *sheet = screen.view.findChild<Sheet *>();
        QVERIFY(sheet);
        sheet->cancel()->click();
        QVERIFY(!screen.board.snapshot().documents.last().retired);
        retire->click();
        for (Sheet *open : screen.view.findChildren<Sheet *>()) {
            if (open->isVisible())
                open->action()->click();
        }
        QTRY_VERIFY(screen.board.snapshot().documents.last().retired);
        QTRY_VERIFY(!retire->isVisible());
        QTRY_VERIFY(screen.view.note().contains(u"Old parcels"_s));
    }

    void badFilesAreNamed()
    {
        KnowledgeScreen screen(m_look);
        screen.fill();
        screen.show();
        screen.view.addFiles({screen.desk.folder.filePath(u"gone.md"_s)});
        QTRY_VERIFY(screen.view.findChild<Sheet *>());
        QTRY_VERIFY(!seen<QLabel>(*screen.view.findChild<Sheet *>(), u"gone.md"_s).isEmpty());
    }

    void aGapIsWrittenDownAndOpensAsAnArticle()
    {
        KnowledgeScreen screen(m_look);
        screen.fill();
        screen.show();
        screen.writeFirstGap();
        QVERIFY(screen.view.edit().text().contains(u"Your bank then writes to you."_s));
        QVERIFY(screen.view.edit().text().contains(u"intents: refund_status"_s));
        QTest::keyClick(&screen.field(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(screen.view.article().article().entry.document.id,
                     DocumentId(u"refund-status"_s));
        QTRY_VERIFY(screen.view.article().isVisible());
    }

    void anArticleIsEditedInPlace()
    {
        KnowledgeScreen screen(m_look);
        screen.fill();
        screen.show();
        screen.read(u"KB-1"_s);
        seen<QAbstractButton>(screen.view.article(), u"Edit"_s).first()->click();
        QTRY_VERIFY(screen.view.edit().isVisible());
        QVERIFY(screen.field().toPlainText().contains(u"version: 4"_s));
        screen.field().setPlainText(
            screen.field().toPlainText().replace(u"three to five"_s, u"two to four"_s));
        QTest::keyClick(&screen.field(), Qt::Key_Escape);
        QTRY_VERIFY(screen.view.article().isVisible());
        seen<QAbstractButton>(screen.view.article(), u"Edit"_s).first()->click();
        QTRY_VERIFY(screen.view.edit().isVisible());
        QVERIFY(screen.field().toPlainText().contains(u"two to four"_s));
        QTest::keyClick(&screen.field(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(screen.view.article().article().entry.document.version, 4);
        QTRY_VERIFY(screen.view.article().isVisible());
        QVERIFY(!seen<QLabel>(screen.view.article(), u"two to four"_s).isEmpty());
    }

    void whatWasTypedIsThereAgain()
    {
        KnowledgeScreen screen(m_look);
        screen.fill();
        screen.show();
        screen.writeFirstGap();
        screen.field().appendPlainText(u"Words of mine."_s);
        QTest::keyClick(&screen.field(), Qt::Key_Escape);
        QTRY_VERIFY(screen.view.gaps().isVisible());
        screen.view.showSubject(KnowledgeView::Subject::Articles);
        screen.writeFirstGap();
        QVERIFY(screen.view.edit().text().contains(u"Words of mine."_s));
    }

    void whatIsNoDocumentIsSaidBesideTheText()
    {
        KnowledgeScreen screen(m_look);
        screen.fill();
        screen.show();
        screen.writeFirstGap();
        screen.field().setPlainText(u"---\nid: KB-1\nversion: 3\n---\nOther words.\n"_s);
        screen.view.edit().saveButton()->click();
        QTRY_VERIFY(screen.view.edit().wrong().contains(u"version: 4"_s));
        QVERIFY(screen.view.edit().isVisible());
        QVERIFY(screen.view.edit().saveButton()->isEnabled());
        QVERIFY(screen.view.edit().text().contains(u"Other words."_s));
    }

    void everythingHasANameAndIsReachedByTab()
    {
        KnowledgeScreen screen(m_look);
        screen.fill();
        screen.show();
        screen.writeFirstGap();
        for (const QWidget *widget : screen.view.findChildren<QWidget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (widget->focusPolicy() & Qt::TabFocus)
                QVERIFY2(!widget->accessibleName().isEmpty()
                             || (button && !button->text().isEmpty()),
                         widget->metaObject()->className());
        }
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
        m_look.setAppearance({ThemeKind(kind)});
        KnowledgeScreen screen(m_look);
        const QString folder = QCoreApplication::applicationDirPath() + u"/../screens"_s;
        QVERIFY(QDir().mkpath(folder));
        const auto shoot = [&](const QString &name) {
            QCoreApplication::processEvents();
            const QString path = u"%1/knowledge-%2-%3.png"_s.arg(
                folder, name, QString::fromLatin1(QTest::currentDataTag()));
            QVERIFY2(screen.view.grab().save(path), qPrintable(path));
            QCOMPARE(test::faultsOf(screen.view), QString());
        };
        screen.show();
        QTRY_VERIFY(!seen<QLabel>(screen.view, u"Nothing is known yet"_s).isEmpty());
        shoot(u"empty"_s);
        screen.fill();
        screen.board.refresh();
        QTRY_COMPARE(screen.board.snapshot().documents.first().disputed, 1);
        screen.read(u"KB-1"_s);
        shoot(u"article"_s);
        screen.read(u"KB-2"_s);
        shoot(u"review-due"_s);
        screen.view.showSubject(KnowledgeView::Subject::Gaps);
        screen.pick(u"refund_status"_s);
        QTRY_VERIFY(screen.view.gaps().isVisible());
        shoot(u"gaps"_s);
        screen.writeFirstGap();
        shoot(u"write"_s);
        screen.contradict();
        screen.view.showSubject(KnowledgeView::Subject::Checks);
        QTRY_COMPARE(screen.view.list().count(), 2);
        screen.pick(screen.view.list().rows().row(0).key);
        QTRY_VERIFY(screen.view.check().isVisible());
        shoot(u"check"_s);
        m_look.setAppearance({});
    }
};

BATON_TEST(KnowledgeViewTest)
#include "KnowledgeViewTest.moc"
