#include "ui/panels/LabelSheet.h"

#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/theme/BatonStyle.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

LabelSnapshot labelsOf(int count)
{
    LabelSnapshot labels;
    labels.isRead = true;
    labels.readings = 100;
    for (int i = 0; i < count; ++i) {
        LabelItem item;
        item.row = i + 1;
        item.id = ConversationId(QString::number(i + 1));
        item.text = u"Where is my refund for order 4711? Write to mara@post.example (%1)"_s.arg(i);
        item.channel = i % 2 == 0 ? Channel::Chat : Channel::Email;
        item.locale = u"de-DE"_s;
        item.intent = u"refund_status"_s;
        item.confidence = 0.82;
        labels.items.append(item);
    }
    return labels;
}

/// The sheet over a window; what it asks for is done as the board does it.
struct ShownLabels
{
    ShownLabels(const Look &look, const LabelSnapshot &given)
        : labels(given)
    {
        window.resize(1200, 800);
        window.show();
        sheet = new LabelSheet(
            look,
            {{u"order_status"_s, u"Order status"_s}, {u"refund_status"_s, u"Refund status"_s}},
            &window);
        const auto next = [this](LabelState state, const QString &became) {
            labels.items[labels.at].state = state;
            labels.items[labels.at].became = became;
            ++labels.at;
            sheet->setLabels(labels);
        };
        QObject::connect(sheet, &LabelSheet::stands, sheet,
                         [next] { next(LabelState::Right, {}); });
        QObject::connect(sheet, &LabelSheet::isAbout, sheet,
                         [next](const QString &became) { next(LabelState::Wrong, became); });
        QObject::connect(sheet, &LabelSheet::skipped, sheet,
                         [next] { next(LabelState::Skipped, {}); });
        QObject::connect(sheet, &LabelSheet::backRequested, sheet, [this] {
            --labels.at;
            sheet->setLabels(labels);
        });
        sheet->setLabels(labels);
        sheet->open();
        QVERIFY(QTest::qWaitForWindowActive(sheet));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : sheet, Qt::Key(key), modifiers);
    }
    QStringList said() const
    {
        QStringList all;
        for (const Label *label : sheet->findChildren<Label *>()) {
            if (label->isVisible())
                all += label->text();
        }
        return all;
    }

    LabelSnapshot labels;
    QWidget window;
    LabelSheet *sheet = nullptr;
};

} // namespace

/// Whether intents were read rightly, by keys alone.
class LabelSheetTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
    }

    void itShowsWhatWasWrittenAndAsWhatItWasRead()
    {
        ShownLabels f(m_look, labelsOf(40));
        QCOMPARE(f.sheet->progress(), u"1 of 40"_s);
        QCOMPARE(f.sheet->question(), u"Read as Refund status, 82\u202F% sure"_s);
        const QStringList said = f.said();
        QVERIFY(said.contains(u"Chat, German"_s));
        const QString words = said.filter(u"Where is my refund"_s).value(0);
        QVERIFY(!words.contains(u"mara@post.example"_s) && words.contains(u"@post.example"_s));
        QVERIFY(f.sheet->accessibleDescription().startsWith(
            u"1 of 40. Read as Refund status, 82\u202F% sure"_s));
        for (const Button *one : {&f.sheet->rightButton(), &f.sheet->otherButton(),
                                  &f.sheet->skipButton(), &f.sheet->backButton()})
            QVERIFY(!one->text().isEmpty());
        QCOMPARE(f.sheet->intents().accessibleName(), u"What it is about"_s);
        QVERIFY(!f.sheet->backButton().isEnabled());
    }

    void itIsAnsweredByKeys()
    {
        ShownLabels f(m_look, labelsOf(40));
        f.press(Qt::Key_Return);
        f.press(Qt::Key_Y);
        QCOMPARE(f.sheet->progress(), u"3 of 40"_s);
        QCOMPARE(f.labels.count(LabelState::Right), 2);
        f.press(Qt::Key_S);
        f.press(Qt::Key_N);
        QVERIFY(f.sheet->isChoosing());
        QVERIFY(f.sheet->intents().hasFocus());
        f.press(Qt::Key_O); // Order status; no letter of the sheet
        f.press(Qt::Key_Return);
        QVERIFY(!f.sheet->isChoosing());
        QCOMPARE(f.labels.items[3].became, u"order_status"_s);
        QCOMPARE(f.sheet->progress(), u"5 of 40"_s);
        QVERIFY(f.said().contains(u"2 of 3 right so far"_s));
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.sheet->progress(), u"4 of 40"_s);
        QVERIFY(f.said().contains(u"You said: Order status."_s));
        f.press(Qt::Key_Backspace);
        QVERIFY(f.said().contains(u"You skipped it."_s));
        f.press(Qt::Key_Y);
        QCOMPARE(f.labels.items[2].state, LabelState::Right);
        f.press(Qt::Key_N);
        f.press(Qt::Key_Escape); // out of the choice, no further
        QVERIFY(f.sheet->isVisible() && !f.sheet->isChoosing());
        f.press(Qt::Key_Escape);
        QVERIFY(!f.sheet->isVisible());
    }

    void aKeyThatIsHeldAnswersOnce()
    {
        ShownLabels f(m_look, labelsOf(10));
        for (const int key : {int(Qt::Key_Return), int(Qt::Key_Y), int(Qt::Key_Space)}) {
            QKeyEvent held(QEvent::KeyPress, key, Qt::NoModifier, u"y"_s, true);
            QApplication::sendEvent(QApplication::focusWidget(), &held);
        }
        QCOMPARE(f.sheet->progress(), u"1 of 10"_s);
    }

    void atItsEndItSaysHowItCameOut()
    {
        LabelSnapshot labels = labelsOf(40);
        for (int i = 0; i < 39; ++i)
            labels.items[i].state = i < 35 ? LabelState::Right : LabelState::Wrong;
        labels.at = 39;
        ShownLabels f(m_look, labels);
        f.press(Qt::Key_Y);
        // Wilson's interval of 36 of 40, by its formula with z = 1.96: 0.769 to 0.960.
        QCOMPARE(f.sheet->question(),
                 u"36 of 40 right, 90\u202F%, between 77\u202F% and 96\u202F%"_s);
        QVERIFY(f.sheet->moreButton().isVisible() && !f.sheet->rightButton().isVisible());
        f.press(Qt::Key_Y); // there is nothing more to say
        QCOMPARE(f.labels.at, 40);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.sheet->progress(), u"40 of 40"_s);
    }

    void whereThereIsNothingItSaysWhy()
    {
        LabelSnapshot labels = labelsOf(0);
        labels.readings = 0;
        ShownLabels f(m_look, labels);
        QVERIFY(f.said().contains(u"In the last 30 days no intent was read."_s));
        labels.readings = labels.looked = 12;
        f.sheet->setLabels(labels);
        QVERIFY(f.said().contains(u"All readings of the last 30 days were looked at."_s));
        QVERIFY(f.sheet->cancel()->hasFocus());
        QVERIFY(!f.sheet->moreButton().isVisible() && !f.sheet->backButton().isVisible());
        labels.problem = Error{ErrorCode::Io, u"desk.sqlite"_s, u"full"_s};
        f.sheet->setLabels(labels);
        QVERIFY(!f.said().filter(u"desk.sqlite"_s).isEmpty());
        labels.isRead = false;
        labels.problem.reset();
        f.sheet->setLabels(labels);
        QVERIFY(f.said().contains(u"Conversations are being drawn…"_s));
    }

    void itHoldsUpInEveryLook()
    {
        LabelSnapshot labels = labelsOf(3);
        labels.items[0].text
            = QString(u"A long story without an end, told in one breath. "_s).repeated(40);
        ShownLabels f(m_look, labels);
        const QString folder = qEnvironmentVariable("BATON_SCREENS");
        const auto shoot = [&](const QString &name) {
            QCoreApplication::processEvents();
            if (!folder.isEmpty())
                QVERIFY(f.sheet->grab().save(folder + u"/labels-"_s + name + u".png"_s));
        };
        for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark}) {
            m_look.setAppearance({theme, Contrast::Normal, 100, Motion::Reduced});
            const QString of = theme == ThemeKind::Light ? u"light"_s : u"dark"_s;
            shoot(u"long-"_s + of);
            for (const qreal ratio : {1.0, 2.0})
                QCOMPARE(test::faultsAt(*f.sheet, ratio).join(u'\n'), QString());
            f.labels.at = 1;
            f.sheet->setLabels(f.labels);
            shoot(u"short-"_s + of);
            f.press(Qt::Key_N);
            shoot(u"choice-"_s + of);
            QCOMPARE(test::faultsAt(*f.sheet, 1).join(u'\n'), QString());
            f.labels.items[0].state = LabelState::Right;
            f.labels.items[1].state = LabelState::Wrong;
            f.labels.at = 3;
            f.sheet->setLabels(f.labels);
            shoot(u"end-"_s + of);
            QCOMPARE(test::faultsAt(*f.sheet, 1).join(u'\n'), QString());
            f.labels.at = 0;
            f.sheet->setLabels(f.labels);
        }
        m_look.setAppearance({});
    }
};

BATON_TEST(LabelSheetTest)
#include "LabelSheetTest.moc"
