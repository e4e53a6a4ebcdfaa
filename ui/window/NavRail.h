#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QActionGroup;
class QMenu;

namespace baton::ui {

class ActionRegistry;
class AvatarButton;
class RailButton;

/// Handover has no button of its own.
enum class Screen { Desk, Review, Scorecard, Policy, Knowledge, Settings, Load, Handover };
/// Full: 68 pixels with labels. Compact: 56, the names in tool tips.
enum class Density { Full, Compact };

/// The screens on the left, and who sits here at its foot.
class NavRail : public QWidget
{
    Q_OBJECT

public:
    NavRail(const Look &look, const ActionRegistry &actions, QWidget *parent = nullptr);

    void setScreen(Screen screen); ///< says nothing
    void setDensity(Density density);
    void setBadge(Screen screen, int count); ///< 0 takes it away
    void setAgent(const Agent &agent);       ///< Review and Scorecard are there for leads
    /// Whether the avatar's menu changes who one is: only where nothing hangs on it.
    void offerRoles(bool offered);
    void setConnection(Connection connection);
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(baton::ui::Screen screen);
    void roleChosen(baton::Role role);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void relayout();
    RailButton *button(Screen screen) const;

    const Look &m_look;
    RailButton *m_desk;
    RailButton *m_review;
    RailButton *m_scorecard;
    RailButton *m_policy;
    RailButton *m_knowledge;
    RailButton *m_load;
    RailButton *m_settings;
    AvatarButton *m_avatar;
    QMenu *m_menu;
    QAction *m_who;
    QActionGroup *m_roles;
    Density m_density = Density::Full;
};

} // namespace baton::ui
