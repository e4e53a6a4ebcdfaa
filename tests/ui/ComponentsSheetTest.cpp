#include "tests/support/TestProgram.h"
#include "tests/ui/ConversationFakes.h"
#include "tests/ui/SheetParts.h"
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
class ComponentsSheetTest : public QObject
{
    Q_OBJECT

    fakes::StillClock m_clock;
    Look m_look;
    QWidget *m_keyFocus = nullptr; ///< around which its ring is painted

    QWidget *block(const QString &title, const QList<QWidget *> &lines, int gap = 8)
    {
        auto *whole = new QWidget;
        auto *column = new QVBoxLayout(whole);
        column->setContentsMargins(0, 0, 0, 16);
        column->setSpacing(0);
        auto *name = new Label(m_look, ui::Role::Small, &Theme::ink3);
        name->setWeight(QFont::Medium);
        name->setWordWrap(true);
        name->setText(title);
        column->addWidget(name);
        column->addSpacing(9);
        for (QWidget *line : lines) {
            column->addWidget(line);
            column->addSpacing(gap);
        }
        return whole;
    }

    QWidget *captioned(QWidget *part, const QString &caption)
    {
        auto *whole = new QWidget;
        auto *column = new QVBoxLayout(whole);
        column->setContentsMargins({});
        column->setSpacing(4);
        auto *words = new Label(m_look, ui::Role::Micro, &Theme::ink3);
        words->setWeight(QFont::Normal);
        words->setText(caption);
        column->addWidget(part, 0, Qt::AlignHCenter);
        column->addWidget(words, 0, Qt::AlignHCenter);
        return whole;
    }

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
        if (state != u"key focus"_s)
            return captioned(button, state);
        auto *ringed = new Drawn(button->sizeHint() + QSize(6, 6), [this](QPainter &p, QRect rect) {
            paint::focusRing(p, rect.adjusted(3, 3, -3, -3), metrics::radiusButton,
                             paint::RingPlace::Outside, m_look.theme());
        });
        button->setParent(ringed);
        button->setGeometry(QRect(QPoint(3, 3), button->sizeHint()));
        QWidget *whole = captioned(ringed, state);
        whole->layout()->setContentsMargins(-3, -3, -3, 0);
        whole->layout()->setSpacing(1);
        return whole;
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

    QWidget *tierBlock()
    {
        const Route all[] = {Route::Contain, Route::Assist, Route::Escalate};
        const auto badge = [this](Route route, int side) {
            auto *one = new TierBadge(m_look, side);
            one->setTier(route);
            return one;
        };
        const auto three = [&](int side) {
            return inRow({badge(all[0], side), badge(all[1], side), badge(all[2], side)});
        };
        auto *values = new Drawn(QSize(102, 20), [this](QPainter &p, const QRect &) {
            qreal x = 0;
            for (const ValueTier tier : {ValueTier::Standard, ValueTier::Plus, ValueTier::Vip}) {
                paint::pips(p, QPointF(x, 10), tier, m_look.theme());
                x += 38;
            }
        });
        return block(u"Tier: letter, edge and fill, never colour alone"_s,
                     {inRow({captioned(badge(all[0], 26), u"bot solves"_s),
                             captioned(badge(all[1], 26), u"bot drafts"_s),
                             captioned(badge(all[2], 26), u"people lead"_s),
                             captioned(three(20), u"20 px"_s), captioned(three(16), u"16 px"_s),
                             captioned(values, u"value 1 to 3"_s)},
                            17)});
    }

    QWidget *deadlineBlock()
    {
        const std::tuple<Deadline, QString, QString> all[]
            = {{{DeadlineState::Plenty, .8, 41 * 60'000}, u"41 m"_s, u"plenty"_s},
               {{DeadlineState::Soon, .24, 6 * 60'000}, u"6 m"_s, u"under 10 m or 25 %"_s},
               {{DeadlineState::Breached, 0, -3 * 60'000}, u"\u22123 m"_s, u"breached"_s},
               {{DeadlineState::Paused, 0, 0}, u"paused"_s, u"waits for them"_s},
               {{DeadlineState::Met, 0, 0}, u"met"_s, u"first reply sent"_s}};
        QList<QWidget *> out;
        for (const auto &[deadline, time, caption] : all) {
            const bool strong = deadline.state == DeadlineState::Soon
                || deadline.state == DeadlineState::Breached;
            const QFont font
                = m_look.font(ui::Role::Small, strong ? QFont::DemiBold : QFont::Medium);
            const int wide = 23 + qCeil(paint::tabularWidth(font, time));
            out += captioned(new Drawn(QSize(wide, 18),
                                       [=, this](QPainter &p, const QRect &) {
                                           const Theme &theme = m_look.theme();
                                           paint::slaRing(p, QRectF(0, 0, 18, 18), deadline, theme);
                                           p.setFont(font);
                                           p.setPen(
                                               deadline.state == DeadlineState::Met
                                                   ? theme.okText
                                                   : paint::deadlineInk(deadline.state, theme));
                                           paint::drawTabular(p, QPointF(23, 13), time);
                                       }),
                             caption);
        }
        return block(u"Deadline: arc, sign, weight"_s, {inRow(out, 17)});
    }

    QWidget *moodBlock()
    {
        const std::pair<const char16_t *, const char16_t *> all[] = {{u"trend-down", u"very upset"},
                                                                     {u"trend-flat", u"upset"},
                                                                     {u"trend-flat", u"neutral"},
                                                                     {u"trend-up", u"pleased"},
                                                                     {u"trend-up", u"delighted"}};
        QList<QWidget *> out;
        for (int level = 1; level <= 5; ++level) {
            const QString trend = QString::fromUtf16(all[level - 1].first);
            out += captioned(
                new Drawn(QSize(32, 18),
                          [=, this](QPainter &p, const QRect &) {
                              const QColor ink = m_look.theme().*paint::moodInk(level);
                              const qreal dpr = p.device()->devicePixelRatioF();
                              p.drawPixmap(0, 0, m_look.icon(words::moodIcon(level), 18, ink, dpr));
                              p.drawPixmap(20, 3, m_look.icon(trend, 12, ink, dpr));
                          }),
                QString::fromUtf16(all[level - 1].second));
        }
        out += captioned(
            new Drawn(
                QSize(64, 18),
                [this](QPainter &p, const QRect &rect) {
                    paint::course(p, rect, {.8, .6, .4, .45, -.1, -.5, -.7}, m_look.theme().danger);
                }),
            u"per turn"_s);
        return block(u"Mood: mouth and brow, then direction"_s, {inRow(out, 20)});
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
        return block(
            u"Sources and support"_s,
            {inRow({captioned(new SourceMarker(m_look, SupportKind::Message, 1), u"conversation"_s),
                    captioned(new SourceMarker(m_look, SupportKind::LookUp, 2), u"live lookup"_s),
                    captioned(new SourceMarker(m_look, SupportKind::Passage, 3), u"knowledge"_s),
                    captioned(cutOut(doubtful, {13, 8, 68, 22}, {120, 60}), u"unsupported"_s)},
                   18)});
    }

    QWidget *turnsOf(const Conversation &conversation, const QRect &part)
    {
        auto *view = new TranscriptView(m_look);
        view->resize(part.width() + 8, 400);
        view->setTurns(conversation.id.text(),
                       transcriptTurns({conversation, {}, fakes::ines.id, QTimeZone::utc()}),
                       {conversation.customer.name, m_clock.now(), QTimeZone::utc()});
        const int high = view->wholeHeight();
        return cutOut(view, QRect(part.topLeft(), QSize(part.width(), high)),
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
                            16)});
    }

    QWidget *turnBlock()
    {
        Conversation c = fakes::conversation();
        c.stepsTried.clear();
        c.messages.removeAt(2);
        c.messages[0].text = u"You took €106 twice on Saturday."_s;
        c.messages[1].text = u"Refunds for returns take 3–5 banking days."_s;
        c.messages += fakes::message(u"m9"_s, fakes::clockTime(14, 13), Sender::Agent,
                                     u"I voided the duplicate at 14:12."_s, fakes::ines);
        auto *pane = new Pane(m_look, &Theme::surface, {0, 14, 0, 6});
        pane->column->addWidget(turnsOf(c, {4, 0, 486, 0}));
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

    QWidget *elevationBlock()
    {
        const auto box = [this](bool raised, const QString &words, int width) {
            return new Drawn(QSize(width, 50), [=, this](QPainter &p, const QRect &rect) {
                const QRect inner = rect.adjusted(6, 6, -6, -6);
                if (raised)
                    paint::elevation(p, inner, metrics::radiusCard, m_look.theme());
                else
                    paint::box(p, inner, metrics::radiusCard, m_look.theme().surface,
                               m_look.theme().line);
                p.setFont(m_look.font(ui::Role::Body));
                p.setPen(m_look.theme().ink);
                p.drawText(inner, Qt::AlignCenter, words);
            });
        };
        return block(u"Elevation: concentric 1 px strokes, no blur"_s,
                     {inRow({box(false, u"Card: 1 px line"_s, 129),
                             box(true, u"Popover: a line and faint strokes"_s, 240)},
                            10)});
    }

    QWidget *column(const QList<QWidget *> &blocks, int width)
    {
        auto *whole = new QWidget;
        whole->setFixedWidth(width);
        auto *rows = new QVBoxLayout(whole);
        rows->setContentsMargins({});
        rows->setSpacing(0);
        for (QWidget *one : blocks)
            rows->addWidget(one);
        rows->addStretch();
        return whole;
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
            column({fieldBlock(), turnBlock(), emptyBlock(), elevationBlock()}, 488));
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        m_keyFocus->setFocus(Qt::OtherFocusReason);
        QCoreApplication::processEvents();
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
