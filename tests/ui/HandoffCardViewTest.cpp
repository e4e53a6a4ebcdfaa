#include "ui/panels/HandoffCardView.h"
#include "tests/support/TestProgram.h"
#include "ui/panels/Label.h"
#include "ui/theme/BatonStyle.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

CardLines full()
{
    CardLines lines;
    lines.need = {u"Kettle Brisa smoked while plugged in; her hand is red. The call dropped before "
                  "a person answered."_s};
    lines.expects = u"A person rings back at once."_s;
    lines.tried = {{u"step-ok"_s, u"Order found by caller number"_s, {}, true, false, {}, {}},
                   {u"step-fail"_s,
                    u"Told to unplug it and cool the hand"_s,
                    u"the customer knows"_s,
                    false,
                    true,
                    {},
                    {}}};
    lines.careful = {{u"risk"_s, u"Safety"_s}, {u"risk"_s, u"Injury"_s}};
    lines.next = u"Ring back"_s;
    lines.complete = u"9 of 9 fields"_s;
    return lines;
}

} // namespace

class HandoffCardViewTest : public QObject
{
    Q_OBJECT

    struct Shown
    {
        Look look{Appearance{}};
        QWidget window;
        HandoffCardView *card = nullptr;

        explicit Shown(int width)
        {
            dress(*qApp, look);
            card = new HandoffCardView(look);
            auto *column = new QVBoxLayout(&window);
            column->addWidget(card);
            column->addStretch(1);
            window.resize(width, 700);
            window.show();
        }
    };

private Q_SLOTS:
    void noTextIsCut_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {560, 640, 682, 706, 722, 800, 1000})
            QTest::newRow(qPrintable(QString::number(width))) << width;
    }
    void noTextIsCut()
    {
        QFETCH(int, width);
        Shown shown(width);
        shown.card->setLines(full());
        QTRY_VERIFY(shown.card->height() > 100);
        QCoreApplication::processEvents();
        int wrapped = 0;
        for (const Label *label : shown.card->findChildren<Label *>()) {
            if (!label->wordWrap() || !label->isVisible())
                continue;
            ++wrapped;
            QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                     qPrintable(u"%1 of %2 px at %3: %4"_s.arg(label->height())
                                    .arg(label->heightForWidth(label->width()))
                                    .arg(label->width())
                                    .arg(label->text())));
        }
        QVERIFY(wrapped >= 2);
    }

    void foldedItKeepsItsNeedAndNextStep()
    {
        Shown shown(720);
        shown.card->setLines(full());
        QTRY_VERIFY(shown.card->height() > 100);
        const int open = shown.card->height();
        shown.card->toggle();
        QTRY_VERIFY(shown.card->height() < open / 2);
        QVERIFY(shown.card->isFolded());
        const auto labels = shown.card->findChildren<Label *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const Label *label) {
            return label->isVisible() && label->text().startsWith(u"Kettle");
        }));
        shown.card->toggle();
        QTRY_COMPARE(shown.card->height(), open);
    }

    void withoutLinesItIsNotThere()
    {
        Shown shown(720);
        shown.card->setLines(full());
        QTRY_VERIFY(shown.card->isVisible());
        shown.card->setLines({});
        QVERIFY(shown.card->isHidden());
    }
};

BATON_TEST(HandoffCardViewTest)
#include "HandoffCardViewTest.moc"
