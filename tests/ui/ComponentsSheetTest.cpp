#include "tests/support/TestProgram.h"
#include "tests/ui/ConversationFakes.h"
#include "tests/ui/SheetBlocks.h"
#include "ui/delegates/QueueDelegate.h"
#include "ui/models/QueueModel.h"
#include "ui/panels/Chip.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/EmptyState.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/Segmented.h"
#include "ui/panels/SourceMarker.h"
#include "ui/panels/Switch.h"
#include "ui/panels/TierBadge.h"
#include "ui/panels/TranscriptView.h"
#include "ui/panels/ViewButton.h"
#include "ui/text/JudgedWords.h"
#include "ui/theme/BatonStyle.h"
#include "ui/window/ActionRegistry.h"
#include "ui/window/BannerStrip.h"
#include "ui/window/Ticker.h"
#include "ui/window/UndoStrip.h"

#include <QtCore/QDir>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QStyleOptionViewItem>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;
using namespace baton::test;

/// The sheet of components (mock 08) with what the console has of it, at the mock's places; and
/// that each part has its size of TOKENS §4.
class ComponentsSheetTest : public QObject, SheetBlocks
{
    Q_OBJECT

    fakes::StillClock m_clock;
    QWidget *m_keyFocus = nullptr; ///< around which its ring is painted
    QList<QWidget *> m_ringed;     ///< likewise, of buttons that are not focused

    QWidget *queueBlock()
    {
        auto *pane = new Pane(m_look, &Theme::pane, {});
        auto *model = new QueueModel(pane);
        auto *delegate = new QueueDelegate(m_look, pane);
        const QList<QueueRow> rows = sheetRows();
        QueueContext context{queueNow, AgentId(u"ines"_s), {}, QTimeZone::utc()};
        context.colleagues = byConversation({{rows[1].id, fakes::tomasz, Doing::Viewing},
                                             {rows[3].id, fakes::priya, Doing::Composing}});
        model->setContext(context);
        model->setSnapshot(
            queueSnapshot(queueNumbers(int(rows.size())), ListSubject::Changed, rows));
        const QStyle::State states[]
            = {QStyle::State_None, QStyle::State_MouseOver,
               QStyle::State_Selected | QStyle::State_Active, QStyle::State_Selected,
               QStyle::State_HasFocus | QStyle::State_Active};
        const QSize size(338, delegate->rowHeight());
        for (int i = 0; i < 5; ++i) {
            pane->column->addWidget(
                new Drawn(size, [=, state = states[i]](QPainter &p, const QRect &rect) {
                    QStyleOptionViewItem option;
                    option.rect = rect;
                    option.state = QStyle::State_Enabled | state;
                    delegate->paint(&p, option, model->index(i, 0));
                }));
        }
        pane->column->addWidget(new Drawn(size, [delegate](QPainter &p, const QRect &rect) {
            delegate->paintSkeleton(p, rect, Qt::LeftToRight);
        }));
        return block(
            u"Queue row, 74 px: rest, hover, selected, pane unfocused, key focus, loading"_s,
            {pane}, 0);
    }

    QWidget *viewBlock()
    {
        auto *pane = new Pane(m_look, &Theme::pane, {6, 6, 6, 6});
        const std::pair<QueueView, int> views[]
            = {{QueueView::AllWaiting, 23}, {QueueView::Mine, 4}, {QueueView::BreachingSoon, 3}};
        for (const auto &[view, count] : views) {
            auto *button = new ViewButton(m_look, view, pane);
            button->setCount(count);
            button->setChecked(view == QueueView::AllWaiting);
            button->setMarked(view == QueueView::AllWaiting);
            button->setAttribute(Qt::WA_UnderMouse, view == QueueView::Mine);
            button->setFixedHeight(metrics::viewRow);
            pane->column->addWidget(button);
        }
        return block(u"View, 26 px"_s, {pane}, 0);
    }

    QWidget *stripBlock(const ActionRegistry &actions, Ticker &ticker)
    {
        auto *undo = new UndoStrip(m_look, actions, m_clock);
        undo->setOffer(UndoOffer{ActKey(u"k"_s), ConversationId(u"c"_s), u"Tove Lindmark"_s, false,
                                 m_clock.steadyMs() + 8'000});
        m_clock.at = m_clock.at + 2'000;
        auto *banner = new BannerStrip(m_look, ticker);
        StatusSnapshot offline;
        offline.connection = Connection::Offline;
        banner->setStatus(offline);
        return block(u"Toast and banner"_s,
                     {cutOut(undo, {8, 9, 340, 38}, {356, undo->height()}), banner});
    }

    QWidget *button(ButtonKind kind, const QString &text, const QString &icon, const QString &state)
    {
        auto *button = new Button(m_look, text, kind);
        button->setIconName(icon);
        if (state == u"hover"_s)
            button->setAttribute(Qt::WA_UnderMouse);
        button->setDown(state == u"pressed"_s);
        button->setEnabled(state != u"disabled"_s);
        if (state == u"key focus"_s)
            m_ringed += button;
        return captioned(button, state);
    }

    /// Over the finished page: a ring stands outside what it surrounds.
    void ringButtons(QWidget &page)
    {
        for (const QWidget *button : std::as_const(m_ringed)) {
            auto *ring = new Drawn(button->size() + QSize(6, 6), [this](QPainter &p, QRect rect) {
                paint::focusRing(p, rect.adjusted(3, 3, -3, -3), metrics::radiusButton,
                                 paint::RingPlace::Outside, m_look.theme());
            });
            ring->setParent(&page);
            ring->move(button->mapTo(&page, QPoint(-3, -3)));
            ring->show();
        }
        m_ringed.clear();
    }

    QWidget *buttonBlock()
    {
        const QString send = u"send"_s;
        QList<QWidget *> primary;
        for (const char16_t *state : {u"rest", u"hover", u"pressed", u"key focus"})
            primary += button(ButtonKind::Primary, u"Send"_s, send, QString::fromUtf16(state));
        primary += button(ButtonKind::Primary, u"Send"_s, {}, u"disabled"_s);
        QList<QWidget *> outlined;
        for (const char16_t *state : {u"rest", u"hover", u"pressed", u"key focus"})
            outlined += button(ButtonKind::Outlined, u"Snooze"_s, {}, QString::fromUtf16(state));
        outlined += button(ButtonKind::Risky, u"Override…"_s, {}, u"risky"_s);
        outlined += button(ButtonKind::Quiet, u"Tone"_s, u"tone"_s, u"quiet"_s);
        return block(u"Buttons, 30 px (26 in cards)"_s, {inRow(primary), inRow(outlined)});
    }

    QWidget *chipBlock()
    {
        using paint::ChipSize;
        using paint::Tone;
        const auto chip = [this](const paint::ChipText &text) {
            return new Chip(m_look, text, Chip::Kind::Fact);
        };
        return block(
            u"Chips, 22 px (18 in rows)"_s,
            {inRow({chip({u"dispute"_s, u"Payment dispute"_s, Tone::Danger, ChipSize::Normal,
                          u"“pay twice”"_s}),
                    chip({u"loop"_s, u"Same answer 3×"_s, Tone::Neutral, ChipSize::Normal}),
                    chip({u"recontact"_s, u"Back in 51 h"_s, Tone::Warn, ChipSize::Normal})}),
             inRow({chip({u"check"_s, u"Supports"_s, Tone::Ok, ChipSize::Normal}),
                    chip({u"branch"_s, u"v15 draft"_s, Tone::Accent, ChipSize::Normal}),
                    chip({u"bot"_s, u"Bot"_s, Tone::Ai, ChipSize::Normal}),
                    chip({{}, u"Outline"_s, Tone::Outline, ChipSize::Normal}),
                    chip({u"legal"_s, u"Formal complaint"_s, Tone::Danger, ChipSize::Small})})});
    }

    QWidget *sourceBlock()
    {
        auto *doubtful = new DraftEdit(m_look, u"A draft"_s);
        doubtful->setPlain(u"credit €20"_s);
        doubtful->setMarks({}, {{0, 10, {}, u"Nothing supports €20."_s, {}, {}, false}});
        Conversation said;
        said.id = ConversationId(u"said"_s);
        said.customer = fakes::maren();
        const QString words = u"my solicitor"_s;
        said.messages = {fakes::message(u"s1"_s, fakes::clockTime(14, 5), Sender::Customer, words)};
        const int wide = QFontMetrics(m_look.font(ui::Role::Read)).horizontalAdvance(words) + 4;
        QWidget *span = turnsOf(said, {50, 17, wide, 22},
                                {{MessageId(u"s1"_s), 0, int(words.size()), words}});
        return block(
            u"Sources and support"_s,
            {inRow({captioned(new SourceMarker(m_look, SupportKind::Message, 1), u"conversation"_s),
                    captioned(new SourceMarker(m_look, SupportKind::LookUp, 2), u"live lookup"_s),
                    captioned(new SourceMarker(m_look, SupportKind::Passage, 3), u"knowledge"_s),
                    captioned(cutOut(doubtful, {13, 8, 68, 22}, {120, 60}), u"unsupported"_s),
                    captioned(span, u"trigger span"_s)},
                   18)});
    }

    /// Of a height of 0: as high as all turns. Without the row that names the day.
    QWidget *turnsOf(const Conversation &conversation, const QRect &part,
                     const QList<Evidence> &evidence = {})
    {
        auto *view = new TranscriptView(m_look);
        view->resize(part.width() + 2 * part.x(), 400);
        view->viewport()->resize(view->size()); // laid out only when it is shown
        QList<Turn> turns
            = transcriptTurns({conversation, {}, fakes::ines.id, QTimeZone::utc(), evidence});
        turns.removeIf([](const Turn &turn) { return turn.kind == TurnKind::Day; });
        view->setTurns(conversation.id.text(), turns,
                       {conversation.customer.name, m_clock.now(), QTimeZone::utc()});
        const int high = view->wholeHeight();
        const int tall = part.height() > 0 ? part.height() : high;
        return cutOut(view, QRect(part.topLeft(), QSize(part.width(), tall)),
                      QSize(part.width() + 2 * part.x(), high));
    }

    QWidget *toolBlock()
    {
        Conversation c;
        c.id = ConversationId(u"tools"_s);
        const auto call = [&](const QString &name, const QString &arguments, ToolStatus status,
                              const QString &result) {
            Step step;
            step.at = fakes::clockTime(14, 4);
            step.tool = ToolCall{name, arguments, status, result};
            c.stepsTried += step;
        };
        call(u"payments.list"_s, uR"({"order":"NW-48213"})"_s, ToolStatus::Ok, u"2 captures"_s);
        call(u"orders.status"_s, uR"({"order":"NW-48977"})"_s, ToolStatus::Timeout, {});
        call(u"refund.create"_s, uR"({"payment":"P-77120"})"_s, ToolStatus::Failed,
             u"return still open"_s);
        return block(u"Tool rows, 26 px"_s, {turnsOf(c, {20, 0, 500, 0})});
    }

    QWidget *fieldBlock()
    {
        auto *search = new SearchField(m_look, u"search"_s, u"Search"_s);
        search->setFixedWidth(150);
        auto *typed = new SearchField(m_look, {}, u"Words"_s);
        typed->setText(u"Partial ret"_s);
        typed->setFixedWidth(150);
        m_keyFocus = typed;
        auto *wrong = new SearchField(m_look, {}, u"Number"_s);
        wrong->setText(u"1.4"_s);
        wrong->setWrong(u"Use 0 to 1"_s);
        wrong->setFixedWidth(120);
        auto *on = new QCheckBox(u"On"_s);
        on->setChecked(true);
        auto *chosen = new QRadioButton(u"Chosen"_s);
        chosen->setChecked(true);
        auto *lit = new Switch(m_look, u"Sound"_s);
        lit->setChecked(true);
        return block(u"Fields"_s,
                     {inRow({search, typed, wrong}),
                      inRow({on, new QCheckBox(u"Off"_s), chosen, new QRadioButton(u"Other"_s), lit,
                             new Segmented(m_look, u"Which"_s, {u"All"_s, u"Bot only"_s})},
                            16)},
                     30); // room for a reason below a field
    }

    QWidget *turnBlock()
    {
        Conversation c = fakes::conversation();
        c.stepsTried.clear();
        c.messages.removeAt(2);
        c.messages[2].at = fakes::clockTime(14, 14); // the note stands last
        c.handoff->toldCustomerWaitMs.reset();
        c.messages[0].text = u"You took €106 twice on Saturday."_s;
        c.messages[1].text = u"Refunds for returns take 3–5 banking days."_s;
        c.messages += fakes::message(u"m9"_s, fakes::clockTime(14, 13), Sender::Agent,
                                     u"I voided the duplicate at 14:12."_s, fakes::ines);
        auto *pane = new Pane(m_look, &Theme::surface, {0, 14, 0, 6});
        pane->column->addWidget(
            turnsOf(c, {4, 0, 486, 0}, {{c.messages[0].id, 9, 19, u"€106 twice"_s}}));
        return block(
            u"Transcript turns: a dashed line while the bot holds, a solid line once a person does"_s,
            {pane}, 0);
    }

    QWidget *emptyBlock()
    {
        const auto state = [this](const QString &icon, QColor Theme::*ink, const QString &title,
                                  const QString &sentence, const QString &door) {
            auto *pane = new Pane(m_look, &Theme::surface, {8, 3, 8, 3});
            auto *empty = new EmptyState(m_look, icon);
            empty->setIcon(icon, ink);
            empty->setWords(title, sentence);
            empty->setDoors({door});
            empty->layout()->setContentsMargins({});
            pane->column->addWidget(empty);
            pane->setFixedSize(156, 156);
            return pane;
        };
        return block(u"Empty, error"_s,
                     {inRow({state(u"search"_s, &Theme::ink3, u"No match for “NW-999”"_s,
                                   u"Searched all views and closed ones."_s, u"Clear search"_s),
                             state(u"warning"_s, &Theme::dangerText, u"Payments did not answer"_s,
                                   u"Last good look-up 14:02."_s, u"Try again"_s)},
                            10)});
    }

private Q_SLOTS:
    void sheet_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << int(ThemeKind::Light);
        QTest::newRow("dark") << int(ThemeKind::Dark);
    }

    void sheet()
    {
        QFETCH(int, kind);
        m_look.setAppearance({ThemeKind(kind), Contrast::Normal, 100, Motion::Full});
        dress(*qApp, m_look);
        const ActionRegistry actions;
        Ticker ticker(m_clock);
        QWidget page;
        page.resize(1440, 900);
        QPalette ground = page.palette();
        ground.setColor(QPalette::Window, m_look.theme().surface);
        page.setPalette(ground);
        auto *columns = new QHBoxLayout(&page);
        columns->setContentsMargins(26, 22, 26, 0);
        columns->setSpacing(30);
        columns->addWidget(column({queueBlock(), viewBlock(), stripBlock(actions, ticker)}, 340));
        columns->addWidget(column({buttonBlock(), tierBlock(), deadlineBlock(), moodBlock(),
                                   chipBlock(), sourceBlock(), toolBlock()},
                                  500));
        columns->addWidget(
            column({fieldBlock(), turnBlock(), emptyBlock(), elevationBlock(), lineBlock()}, 488));
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        {
            const QSignalBlocker still(qApp); // what is typed into is nothing to the toast
            m_keyFocus->setFocus(Qt::OtherFocusReason);
        }
        QCoreApplication::processEvents();
        ringButtons(page);
        const QString folder = QCoreApplication::applicationDirPath() + u"/../screens"_s;
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(page.grab().save(
            folder + u"/components-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
    }

    void everyPartHasItsSize()
    {
        m_look.setAppearance({ThemeKind::Light, Contrast::Normal, 100, Motion::Full});
        QCOMPARE(QueueDelegate(m_look).rowHeight(), 74);
        QCOMPARE(ViewButton(m_look, QueueView::Mine, nullptr).sizeHint().height(), 26);
        Button button(m_look, u"Send"_s, ButtonKind::Primary);
        QCOMPARE(button.sizeHint().height(), 30);
        button.setButtonSize(ButtonSize::Small);
        QCOMPARE(button.sizeHint().height(), 26);
        QCOMPARE(SearchField(m_look, {}, u"Words"_s).sizeHint().height(), 30);
        const auto chip = [this](paint::ChipSize size) {
            return Chip(m_look, {{}, u"Bot"_s, paint::Tone::Ai, size}).sizeHint().height();
        };
        QCOMPARE(chip(paint::ChipSize::Normal), 22);
        QCOMPARE(chip(paint::ChipSize::Small), 18);
        for (const int side : {16, 20, 26})
            QCOMPARE(TierBadge(m_look, side).sizeHint(), QSize(side, side));
        Ticker ticker(m_clock);
        QCOMPARE(BannerStrip(m_look, ticker).height(), 38);
    }
};

BATON_TEST(ComponentsSheetTest)
#include "ComponentsSheetTest.moc"
