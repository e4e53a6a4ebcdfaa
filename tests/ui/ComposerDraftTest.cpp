#include "tests/support/TestProgram.h"
#include "tests/ui/ConversationFakes.h"
#include "ui/panels/Composer.h"
#include "ui/panels/DraftEdit.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

class ComposerDraftTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;
    fakes::StillClock m_clock;

private Q_SLOTS:
    void aDraftThatWasWrittenOnIsDraftedAnewInOneStep()
    {
        Composer composer(m_look, m_clock);
        composer.resize(640, 200);
        ConversationSnapshot snapshot = fakes::snapshot();
        Draft draft;
        draft.text = u"Two payments were taken.\n\nOne goes back today."_s;
        draft.sentences = {DraftSentence{}};
        snapshot.suggestion = draft;
        composer.setSnapshot(snapshot);
        composer.show();
        composer.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&composer));
        composer.useDraft();
        QWidget *field = QApplication::focusWidget();
        QVERIFY(qobject_cast<DraftEdit *>(field));

        const QList<QPushButton *> all = composer.findChildren<QPushButton *>();
        const auto at = std::find_if(all.begin(), all.end(), [](const QPushButton *each) {
            return each->accessibleName() == "Regenerate the draft"_L1;
        });
        QVERIFY(at != all.end());
        QPushButton *again = *at;
        QVERIFY(again->isVisible());
        QVERIFY2(!again->isEnabled(), "it stands as it came");

        QTest::keyClicks(field, u" And"_s);
        const QString mine = composer.text(DraftKind::Reply);
        QVERIFY(again->isEnabled());
        QSignalSpy checked(&composer, &Composer::checkRequested);
        QTest::mouseClick(again, Qt::LeftButton);
        QCOMPARE(composer.text(DraftKind::Reply), draft.text);
        QCOMPARE(checked.size(), 1);
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(composer.text(DraftKind::Reply), mine);

        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, u"I say it all in my own words"_s);
        QVERIFY2(!again->isVisible(), "another text is not written over");
        composer.regenerate();
        QCOMPARE(composer.text(DraftKind::Reply), u"I say it all in my own words"_s);
    }
};

BATON_TEST(ComposerDraftTest)
#include "ComposerDraftTest.moc"
