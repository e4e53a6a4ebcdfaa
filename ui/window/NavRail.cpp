#include "ui/window/NavRail.h"

#include "ui/panels/Logo.h"
#include "ui/text/Words.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/window/ActionRegistry.h"
#include "ui/window/RailButton.h"

#include <QtGui/QActionGroup>
#include <QtWidgets/QMenu>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr int logoSide = 30;

} // namespace

NavRail::NavRail(const Look &look, const ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_desk(new RailButton(look, QStringLiteral("desk"), tr("Desk"), this))
    , m_review(new RailButton(look, QStringLiteral("review"), tr("Review"), this))
    , m_scorecard(new RailButton(look, QStringLiteral("scorecard"), tr("Scorecard"), this))
    , m_policy(new RailButton(look, QStringLiteral("policy"), tr("Policy"), this))
    , m_knowledge(new RailButton(look, QStringLiteral("knowledge"), tr("Knowledge"), this))
    , m_load(new RailButton(look, QStringLiteral("team"), tr("Load"), this))
    , m_settings(new RailButton(look, QStringLiteral("settings"), tr("Settings"), this))
    , m_avatar(new AvatarButton(look, this))
    , m_menu(new QMenu(this))
    , m_roles(new QActionGroup(this))
{
    setAccessibleName(tr("Screens"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 9);
    column->setSpacing(0);
    column->addWidget(new Logo(look, logoSide, this), 0, Qt::AlignHCenter);
    column->addSpacing(19);
    column->addWidget(m_desk);
    column->addWidget(m_review);
    column->addWidget(m_load);
    column->addWidget(m_scorecard);
    column->addWidget(m_policy);
    column->addWidget(m_knowledge);
    column->addStretch();
    column->addWidget(m_settings);
    column->addSpacing(7);
    column->addWidget(m_avatar, 0, Qt::AlignHCenter);

    m_who = m_menu->addAction(QString());
    m_who->setEnabled(false);
    m_menu->addSeparator();
    for (const baton::Role role : {baton::Role::Agent, baton::Role::Lead, baton::Role::Viewer}) {
        QAction *action = m_roles->addAction(words::of(role));
        action->setCheckable(true);
        action->setData(int(role));
        m_menu->addAction(action);
        connect(action, &QAction::triggered, this, [this, role] { Q_EMIT roleChosen(role); });
    }
    m_roles->setVisible(false);
    m_menu->addSeparator();
    for (const ActionId id : {ActionId::SwitchTheme, ActionId::Keys, ActionId::GoSettings})
        m_menu->addAction(actions.action(id));

    for (const Screen screen : {Screen::Desk, Screen::Review, Screen::Load, Screen::Scorecard,
                                Screen::Policy, Screen::Knowledge, Screen::Settings})
        connect(button(screen), &QAbstractButton::clicked, this,
                [this, screen] { Q_EMIT chosen(screen); });
    connect(m_avatar, &QAbstractButton::clicked, this, [this] {
        m_menu->popup(m_avatar->mapToGlobal(
            QPoint(m_avatar->width() + 4, m_avatar->height() - m_menu->sizeHint().height())));
    });
    const auto nameKeys = [this, &actions] {
        m_desk->setKeys(actions.keyText(ActionId::GoDesk));
        m_review->setKeys(actions.keyText(ActionId::GoReview));
        m_load->setKeys(actions.keyText(ActionId::GoLoad));
        m_scorecard->setKeys(actions.keyText(ActionId::GoScorecard));
        m_policy->setKeys(actions.keyText(ActionId::GoPolicy));
        m_knowledge->setKeys(actions.keyText(ActionId::GoKnowledge));
        m_settings->setKeys(actions.keyText(ActionId::GoSettings));
    };
    connect(&actions, &ActionRegistry::keysChanged, this, nameKeys);
    connect(&look, &Look::changed, this, &NavRail::relayout);
    nameKeys();
    setScreen(Screen::Desk);
    relayout();
}

RailButton *NavRail::button(Screen screen) const
{
    switch (screen) {
    case Screen::Desk:
        return m_desk;
    case Screen::Review:
        return m_review;
    case Screen::Load:
        return m_load;
    case Screen::Scorecard:
        return m_scorecard;
    case Screen::Policy:
        return m_policy;
    case Screen::Knowledge:
        return m_knowledge;
    case Screen::Handover:
    case Screen::Settings:
        break;
    }
    return m_settings;
}

void NavRail::setScreen(Screen screen)
{
    if (screen != Screen::Handover)
        button(screen)->setChecked(true);
}

void NavRail::setDensity(Density density)
{
    m_density = density;
    relayout();
}

void NavRail::relayout()
{
    m_desk->setDensity(m_density);
    m_review->setDensity(m_density);
    m_load->setDensity(m_density);
    m_scorecard->setDensity(m_density);
    m_policy->setDensity(m_density);
    m_knowledge->setDensity(m_density);
    m_settings->setDensity(m_density);
    setFixedWidth(sizeHint().width());
    update();
}

void NavRail::setBadge(Screen screen, int count)
{
    button(screen)->setBadge(count, screen == Screen::Scorecard); // what stop-loss took
}

void NavRail::setAgent(const Agent &agent)
{
    m_avatar->setAgent(agent);
    m_who->setText(tr("%1, %2", "name, role").arg(agent.name, words::of(agent.role)));
    m_review->setVisible(agent.role == baton::Role::Lead);
    m_load->setVisible(agent.role == baton::Role::Lead);
    m_scorecard->setVisible(agent.role == baton::Role::Lead);
    for (QAction *action : m_roles->actions())
        action->setChecked(action->data().toInt() == int(agent.role));
}

void NavRail::offerRoles(bool offered)
{
    m_roles->setVisible(offered);
}

void NavRail::setConnection(Connection connection)
{
    m_avatar->setConnection(connection);
}

QSize NavRail::sizeHint() const
{
    return {m_density == Density::Full ? metrics::rail : metrics::railCompact, 200};
}

void NavRail::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), m_look.theme().chrome);
    paint::hairline(p, QPoint(width() - 1, 0), QPoint(width() - 1, height()), m_look.theme().line);
}

} // namespace baton::ui
