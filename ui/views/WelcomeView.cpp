#include "ui/views/WelcomeView.h"

#include "ui/panels/Button.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/KeyCap.h"
#include "ui/panels/Label.h"
#include "ui/panels/Logo.h"
#include "ui/panels/Segmented.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/views/DoorPicture.h"

#include <QtGui/QCloseEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr QSize welcomeSize{1440, 900};
constexpr int doorWidth = 296;
constexpr int doorPadding = 18;
constexpr int doorButton = 34;
constexpr int doorWords = 57; ///< three lines
constexpr int welcomeLogo = 44;

/// A card with the edge of the theme; a stronger one while the focus is inside.
class DoorFrame : public QWidget
{
public:
    explicit DoorFrame(const Look &look)
        : m_look(look)
    {
        connect(qApp, &QApplication::focusChanged, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        const bool inside = holdsFocus(*this);
        paint::box(p, rect(), doorRadius, m_look.theme().surface,
                   inside ? m_look.theme().accent : m_look.theme().lineStrong);
        if (inside) // two pixels, like everything that has the focus
            paint::box(p, QRectF(rect()).adjusted(1, 1, -1, -1), doorRadius - 1, {},
                       m_look.theme().accent);
    }

private:
    const Look &m_look;
};

/// The line at the bottom, on the ground of the console's status bar.
class Foot : public QWidget
{
public:
    Foot(const Look &look, QLayout *row)
        : m_look(look)
    {
        setLayout(row);
        setFixedHeight(look.px(metrics::status));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.fillRect(rect(), m_look.theme().chrome);
        paint::hairline(p, QPointF(0, 0), QPointF(width(), 0), m_look.theme().line);
    }

private:
    const Look &m_look;
};

} // namespace

struct WelcomeView::Door
{
    DoorPicture::Scene scene;
    QString title;
    QString words;
    QString needIcon;
    QString need;
    QString button;
    void (WelcomeView::*chosen)();
};

WelcomeView::WelcomeView(const Look &look, const QString &dataFolder, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_theme(new Segmented(look, tr("Theme"), {tr("System"), tr("Light"), tr("Dark")}))
{
    setWindowTitle(QApplication::applicationDisplayName());
    setAccessibleName(tr("Welcome to Baton"));
    setMinimumSize(metrics::minimumWidth, metrics::minimumHeight);
    resize(welcomeSize);

    auto *name = new Label(m_look, Role::Headline);
    name->setText(QStringLiteral("Baton"));
    name->setTextSize(30, 38); // larger than any text of the console
    auto *title = new QHBoxLayout;
    title->setSpacing(14);
    title->addStretch();
    title->addWidget(new Logo(m_look, welcomeLogo));
    title->addWidget(name);
    title->addStretch();
    auto *sentence = new Label(m_look, Role::Title, &Theme::ink2);
    sentence->setWeight(QFont::Normal);
    sentence->setAlignment(Qt::AlignCenter);
    sentence->setText(tr("Pick up where the bot left off, with everything you need to finish."));

    const Door demo{DoorPicture::Scene::HandOff,
                    tr("Explore the demo"),
                    tr("An invented retailer on a working day: customers write, a bot answers "
                       "and hands off, colleagues work beside you."),
                    u"offline"_s,
                    tr("Works with no network"),
                    tr("Start the demo"),
                    &WelcomeView::demoChosen};
    const Door folder{DoorPicture::Scene::Hub,
                      tr("Open a team queue"),
                      tr("Join colleagues through a folder that you share. Your bot puts its "
                         "handoffs there, and finds the answers there."),
                      u"lock"_s,
                      tr("Stays on your computers"),
                      tr("Choose a folder"),
                      &WelcomeView::folderRequested};
    auto *doors = new QHBoxLayout;
    doors->setSpacing(16);
    doors->addStretch();
    doors->addWidget(buildDoor(demo, 1));
    doors->addWidget(buildDoor(folder, 2));
    doors->addStretch();

    m_theme->setIcon(1, u"sun"_s);
    m_theme->setIcon(2, u"moon"_s);
    auto *theme = new QHBoxLayout;
    theme->addStretch();
    theme->addWidget(m_theme);
    theme->addStretch();
    m_theme->setGround(&Theme::press);
    connect(m_theme, &Segmented::chosen, this,
            [this](int index) { Q_EMIT themeChosen(ThemeChoice(index)); });

    auto *where = new Label(m_look, Role::Small, &Theme::ink2);
    where->setElided(Qt::ElideMiddle);
    where->setText(tr("Data folder: %1").arg(dataFolder));
    auto *quit = new Label(m_look, Role::Small, &Theme::ink2);
    quit->setText(tr("Quit"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 0, 12, 0);
    foot->setSpacing(6);
    foot->addWidget(where, 1);
    foot->addWidget(new KeyCap(m_look, QKeySequence(Qt::Key_Escape)));
    foot->addWidget(quit);

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addStretch(1);
    all->addLayout(title);
    all->addSpacing(8);
    all->addWidget(sentence);
    all->addSpacing(30);
    all->addLayout(doors);
    all->addSpacing(28);
    all->addWidget(buildPromises());
    all->addSpacing(26);
    all->addLayout(theme);
    all->addStretch(1);
    all->addWidget(new Foot(m_look, foot));
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    m_doors.first()->setFocus();
}

QWidget *WelcomeView::buildDoor(const Door &door, int number)
{
    auto *title = new Label(m_look, Role::Title);
    title->setText(door.title);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(title, 1);
    head->addWidget(new KeyCap(m_look, QKeySequence(Qt::Key_0 + number)));
    auto *words = new Label(m_look, Role::Body, &Theme::ink2);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignTop);
    words->setTextSize(13, 19);
    words->setText(door.words);
    auto *need = new QHBoxLayout;
    need->setSpacing(metrics::iconGap);
    auto *needWords = new Label(m_look, Role::Small, &Theme::ink3);
    needWords->setText(door.need);
    need->addWidget(new IconLabel(m_look, door.needIcon, 14, &Theme::ink3));
    need->addWidget(needWords, 1);
    auto *button
        = new Button(m_look, door.button, number == 1 ? ButtonKind::Primary : ButtonKind::Outlined);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFixedHeight(m_look.px(doorButton));
    button->setAccessibleDescription(door.words);
    connect(button, &QAbstractButton::clicked, this, door.chosen);
    m_doors += button;

    auto *card = new DoorFrame(m_look);
    const auto measure = [this, card, words] {
        card->setFixedWidth(m_look.px(doorWidth));
        words->setMinimumHeight(m_look.px(doorWords));
    };
    connect(&m_look, &Look::changed, card, measure);
    measure();
    auto *whole = new QVBoxLayout(card);
    whole->setContentsMargins(1, 1, 1, 1); // the edge
    whole->setSpacing(0);
    whole->addWidget(new DoorPicture(m_look, door.scene));
    auto *column = new QVBoxLayout;
    whole->addLayout(column);
    column->setContentsMargins(doorPadding, 15, doorPadding, 16);
    column->setSpacing(0);
    column->addLayout(head);
    column->addSpacing(4);
    column->addWidget(words, 1);
    column->addSpacing(10);
    column->addLayout(need);
    column->addSpacing(14);
    column->addWidget(button);
    return card;
}

QWidget *WelcomeView::buildPromises()
{
    auto *promises = new QWidget;
    auto *row = new QHBoxLayout(promises);
    row->setContentsMargins({});
    row->setSpacing(metrics::iconGap);
    row->addStretch();
    const QList<std::pair<QString, QString>> all{
        {u"verified"_s, tr("No account, no telemetry")},
        {u"bot"_s, tr("Drafts are written on this computer")},
        {u"keyboard"_s, tr("Every action has a key")}};
    for (const auto &[icon, words] : all) {
        auto *label = new Label(m_look, Role::Small, &Theme::ink2);
        label->setText(words);
        if (icon != all.first().first)
            row->addSpacing(12);
        row->addWidget(new IconLabel(m_look, icon, 15, &Theme::ink2));
        row->addWidget(label);
    }
    row->addStretch();
    return promises;
}

void WelcomeView::setTheme(ThemeChoice choice)
{
    m_theme->setCurrent(int(choice));
}

void WelcomeView::keyPressEvent(QKeyEvent *event)
{
    const int door = event->key() - Qt::Key_1;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (door >= 0 && door < m_doors.size())
        m_doors[door]->click();
    else
        QWidget::keyPressEvent(event);
}

void WelcomeView::closeEvent(QCloseEvent *event)
{
    Q_EMIT left();
    event->accept();
}

void WelcomeView::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(event->rect(), m_look.theme().pane);
}

} // namespace baton::ui
