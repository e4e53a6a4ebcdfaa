#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/panels/Avatar.h"
#include "ui/panels/Chip.h"
#include "ui/panels/EmptyState.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/KeyCap.h"
#include "ui/panels/Label.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/Segmented.h"
#include "ui/panels/Sheet.h"
#include "ui/panels/Skeleton.h"
#include "ui/panels/SplitButton.h"
#include "ui/panels/Switch.h"
#include "ui/theme/BatonStyle.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/window/ActionRegistry.h"
#include "ui/window/BannerStrip.h"
#include "ui/window/KeysPopover.h"
#include "ui/window/NavRail.h"
#include "ui/window/StatusStrip.h"
#include "ui/window/Ticker.h"
#include "ui/window/UndoStrip.h"

#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSlider>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

class StoppedClock final : public Clock
{
public:
    Instant now() const override { return {1763474380000}; } // 2025-11-18T13:59:40Z
    qint64 steadyMs() const override { return 1'000'000; }
};

QWidget *line(const Look &look, const QString &title, const QList<QWidget *> &widgets)
{
    auto *block = new QWidget;
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    auto *name = new Label(look, ui::Role::Small, &Theme::ink3);
    name->setText(title);
    column->addWidget(name);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->setContentsMargins(4, 4, 4, 4);
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    column->addLayout(row);
    return block;
}

/// The painters that no widget of this folder shows.
class Painted : public QWidget
{
public:
    explicit Painted(const Look &look)
        : m_look(look)
    {
        setFixedSize(460, 60);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        const Theme &theme = m_look.theme();
        const std::pair<Deadline, QString> rings[] = {
            {{DeadlineState::Plenty, .8, 41 * 60'000}, u"41 m"_s},
            {{DeadlineState::Soon, .24, 6 * 60'000}, u"6 m"_s},
            {{DeadlineState::Breached, 0, -3 * 60'000}, u"\u22123 m"_s},
            {{DeadlineState::Paused, 0, 0}, u"paused"_s},
            {{DeadlineState::Met, 0, 0}, u"met"_s},
        };
        qreal x = 0;
        for (const auto &[deadline, text] : rings) {
            paint::slaRing(p, QRectF(x, 2, 18, 18), deadline, theme);
            p.setFont(m_look.font(ui::Role::Small, QFont::Medium));
            p.setPen(paint::deadlineInk(deadline.state, theme));
            paint::drawTabular(p, QPointF(x + 23, 15), text);
            x += 84;
        }
        x = 0;
        for (const ValueTier tier : {ValueTier::Standard, ValueTier::Plus, ValueTier::Vip}) {
            paint::pips(p, QPointF(x, 42), tier, theme);
            x += 50;
        }
        paint::avatar(p, QRectF(160, 31, 22, 22), u"Maren Halvorsen"_s, paint::AvatarTone::Customer,
                      m_look);
        paint::avatar(p, QRectF(190, 31, 22, 22), u"Bot"_s, paint::AvatarTone::Bot, m_look);
        paint::avatar(p, QRectF(220, 31, 22, 22), u"Ines Okafor"_s, paint::AvatarTone::Agent,
                      m_look);
        paint::badge(p, QPointF(260, 42), u"31"_s, theme.ink2, theme.surface, m_look);
        paint::badge(p, QPointF(290, 42), u"1"_s, theme.dangerFill, theme.onFill, m_look);
    }

private:
    const Look &m_look;
};

class Ground : public QWidget
{
public:
    explicit Ground(const Look &look)
        : m_look(look)
    { }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), m_look.theme().surface);
    }

private:
    const Look &m_look;
};

} // namespace

/// Pictures of every shared part.
class WidgetsGalleryTest : public QObject
{
    Q_OBJECT

private:
    StoppedClock m_clock;

    QWidget *buttons(const Look &look)
    {
        QList<QWidget *> out;
        for (const ButtonKind kind :
             {ButtonKind::Primary, ButtonKind::Outlined, ButtonKind::Quiet, ButtonKind::Risky}) {
            auto *button = new Button(look, u"Send"_s, kind);
            button->setIconName(u"send"_s);
            out += button;
        }
        auto *held = new Button(look, u"Send"_s, ButtonKind::Primary);
        held->setDown(true);
        auto *off = new Button(look, u"Send"_s, ButtonKind::Primary);
        off->setEnabled(false);
        auto *busy = new Button(look, u"Send"_s, ButtonKind::Primary);
        busy->setIconName(u"send"_s);
        busy->setBusy(true);
        auto *small = new Button(look, u"Try now"_s);
        small->setButtonSize(ButtonSize::Small);
        small->setIconName(u"sync"_s);
        small->setKeyHint(u"Alt T"_s);
        out << held << off << busy << small;
        return line(look, u"Buttons"_s, out);
    }

    QWidget *fields(const Look &look)
    {
        auto *search = new SearchField(look, u"search"_s, u"Search name, order, words"_s);
        search->setKeyHint(u"/"_s);
        search->setFixedWidth(230);
        auto *text = new SearchField(look, {}, u"Name"_s);
        text->setText(u"Ines Okafor"_s);
        auto *wrong = new SearchField(look, {}, u"Number"_s);
        wrong->setText(u"1.4"_s);
        wrong->setWrong(u"Use 0 to 1"_s);
        return line(look, u"Fields"_s, {search, text, wrong});
    }

    QWidget *choices(const Look &look)
    {
        auto *on = new QCheckBox(u"On"_s);
        on->setChecked(true);
        auto *yes = new QRadioButton(u"Chosen"_s);
        yes->setChecked(true);
        auto *other = new QRadioButton(u"Other"_s);
        auto *lit = new Switch(look, u"Sound"_s);
        lit->setChecked(true);
        auto *slider = new QSlider(Qt::Horizontal);
        slider->setValue(40);
        return line(look, u"Choices"_s,
                    {on, new QCheckBox(u"Off"_s), yes, other, lit, new Switch(look, u"Off"_s),
                     new Segmented(look, u"Which"_s, {u"All"_s, u"Bot only"_s}), slider});
    }

    QWidget *chips(const Look &look)
    {
        using paint::ChipSize;
        using paint::Tone;
        QList<QWidget *> out;
        const paint::ChipText texts[]
            = {{u"card"_s, u"Payment dispute"_s, Tone::Danger, ChipSize::Normal},
               {u"loop"_s, u"Same answer 3×"_s, Tone::Neutral, ChipSize::Normal},
               {u"recontact"_s, u"Back in 51 h"_s, Tone::Warn, ChipSize::Normal},
               {u"check"_s, u"Supports"_s, Tone::Ok, ChipSize::Normal},
               {u"branch"_s, u"v15 draft"_s, Tone::Accent, ChipSize::Normal},
               {u"bot"_s, u"Bot"_s, Tone::Ai, ChipSize::Normal},
               {{}, u"Outline"_s, Tone::Outline, ChipSize::Normal},
               {u"legal"_s, u"Formal complaint"_s, Tone::Danger, ChipSize::Small}};
        for (const paint::ChipText &text : texts)
            out += new Chip(look, text, Chip::Kind::Fact);
        return line(look, u"Chips"_s, out);
    }

    QWidget *small(const Look &look)
    {
        auto *avatar = new Avatar(look, 30, paint::AvatarTone::Agent);
        avatar->setName(u"Ines Okafor"_s);
        auto *split = new SplitButton(look, u"Send"_s, u"Other ways to send"_s);
        split->main().setIconName(u"send"_s);
        auto *outlined = new IconButton(look, u"filter"_s, u"Filter"_s);
        outlined->setKind(ButtonKind::Outlined);
        auto *bar = new QScrollBar(Qt::Vertical);
        bar->setRange(0, 100);
        bar->setPageStep(50);
        bar->setFixedHeight(40);
        return line(look, u"Small parts"_s,
                    {avatar, split, new IconButton(look, u"more"_s, u"More"_s), outlined,
                     new KeyCap(look, QKeySequence(u"Ctrl+K"_s)),
                     new KeyCap(look, QKeySequence(u"G, D"_s)), bar});
    }

    QWidget *empties(const Look &look)
    {
        auto *none = new EmptyState(look, u"search"_s);
        none->setWords(u"No match for “NW-999”"_s, u"Searched all views and closed ones."_s);
        none->setDoors({u"Clear search"_s});
        auto *failed = new EmptyState(look, u"warning"_s);
        failed->setIcon(u"warning"_s, &Theme::dangerText);
        failed->setWords(u"Payments did not answer"_s, u"Last good look-up 14:02."_s);
        failed->setDoors({u"Try again"_s, u"Copy details"_s});
        for (EmptyState *state : {none, failed})
            state->setFixedSize(230, 130);
        return line(look, u"Empty, error"_s, {none, failed});
    }

    void show(QWidget &page)
    {
        page.setAttribute(Qt::WA_DontShowOnScreen, false);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
    }

    void save(QWidget &page, const QString &name)
    {
        const QString folder = QCoreApplication::applicationDirPath() + u"/../screens"_s;
        QVERIFY(QDir().mkpath(folder));
        const QPixmap picture = page.grab();
        QVERIFY(!picture.isNull());
        QVERIFY(picture.save(folder + u'/' + name));
        QCOMPARE(test::faultsOf(page), QString());
    }

private Q_SLOTS:
    void components_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << int(ThemeKind::Light);
        QTest::newRow("dark") << int(ThemeKind::Dark);
    }

    void components()
    {
        QFETCH(int, kind);
        Look look({ThemeKind(kind)});
        dress(*qApp, look);
        ActionRegistry actions;
        Ticker ticker(m_clock);

        Ground page(look);
        page.resize(1000, 900);
        auto *outer = new QHBoxLayout(&page);
        outer->setContentsMargins(0, 0, 0, 0);
        outer->setSpacing(0);
        auto *rail = new NavRail(look, actions);
        rail->setAgent({AgentId(u"ines"_s), u"Ines Okafor"_s, baton::Role::Agent});
        rail->setConnection(Connection::Online);
        rail->setBadge(Screen::Desk, 3);
        outer->addWidget(rail);
        auto *column = new QVBoxLayout;
        column->setSpacing(10);
        outer->addLayout(column);

        StatusSnapshot offline;
        offline.connection = Connection::Offline;
        offline.offlineSince = Instant{m_clock.now().ms - 4 * 60'000};
        offline.lastSync = offline.offlineSince;
        offline.nextTrySteadyMs = m_clock.steadyMs() + 18'000;
        offline.outboxWaiting = 3;
        offline.auditChecked = true;
        offline.auditIntact = true;
        auto *banner = new BannerStrip(look, ticker);
        banner->setStatus(offline);
        banner->setMinimumWidth(metrics::minimumWidth - metrics::rail); // in the narrowest window
        auto *error = new BannerStrip(look, ticker);
        error->showError({ErrorCode::Io, u"/var/lib/baton/desk.sqlite"_s, u"no space"_s});
        for (QWidget *part :
             {static_cast<QWidget *>(banner), static_cast<QWidget *>(error), buttons(look),
              fields(look), choices(look), chips(look), small(look),
              line(look, u"Deadline, value, initials, count"_s, {new Painted(look)}),
              empties(look)})
            column->addWidget(part);
        auto *undo = new UndoStrip(look, actions, m_clock);
        undo->setFixedWidth(336);
        undo->setOffer(UndoOffer{ActKey(u"k"_s), ConversationId(u"c"_s), u"Tove Lindmark"_s, false,
                                 m_clock.steadyMs() + 6'000});
        column->addWidget(undo);
        column->addStretch();
        StatusSnapshot online;
        online.connection = Connection::Online;
        online.upstreamName = u"folder"_s;
        online.lastSync = Instant{m_clock.now().ms - 3000};
        online.auditChecked = true;
        online.auditIntact = true;
        for (const StatusSnapshot &status : {offline, online}) {
            auto *strip = new StatusStrip(look, actions, ticker);
            strip->setStatus(status);
            column->addWidget(strip);
        }
        show(page);
        auto *first = page.findChild<Button *>();
        first->setFocus(Qt::TabFocusReason);
        QCoreApplication::processEvents();
        save(page, u"gallery-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    }

    void keys_data() { components_data(); }

    void keys()
    {
        QFETCH(int, kind);
        Look look({ThemeKind(kind)});
        dress(*qApp, look);
        const ActionRegistry actions;
        Ground page(look);
        page.resize(400, 300);
        show(page);
        auto *popover = new KeysPopover(look, actions, &page);
        popover->openAt(&page);
        QVERIFY(QTest::qWaitForWindowExposed(popover));
        save(*popover,
             u"components-keys-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    }

    void sheet_data() { components_data(); }

    void sheet()
    {
        QFETCH(int, kind);
        Look look({ThemeKind(kind)});
        dress(*qApp, look);
        Ground page(look);
        page.resize(700, 420);
        show(page);
        Sheet sheet(look, u"Close this conversation"_s, &page);
        sheet.setSentence(u"The customer is told nothing."_s);
        sheet.addFact(u"Customer"_s, u"Maren Halvorsen"_s);
        sheet.addFact(u"Outcome"_s, u"Resolved, customer confirmed"_s);
        sheet.setAction(u"Close it"_s);
        sheet.open();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        save(sheet, u"components-sheet-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    }
};

BATON_TEST(WidgetsGalleryTest)
#include "WidgetsGalleryTest.moc"
