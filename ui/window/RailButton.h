#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QAbstractButton>

namespace baton::ui {

enum class Density;

/// One screen on the rail: icon, label, count. Exclusive among its siblings.
class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(const Look &look, const QString &icon, const QString &name, QWidget *parent);

    void setDensity(Density density);
    void setKeys(const QString &keys); ///< added to the tool tip
    void setBadge(int count, bool alarming = false);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    const Look &m_look;
    QString m_icon;
    int m_badge = 0;
    bool m_alarming = false;
    bool m_compact = false;
};

/// Initials, with a dot that says whether upstream is there.
class AvatarButton : public QAbstractButton
{
    Q_OBJECT

public:
    AvatarButton(const Look &look, QWidget *parent);

    void setAgent(const Agent &agent);
    void setConnection(Connection connection);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QString m_name;
    Connection m_connection = Connection::Starting;
};

} // namespace baton::ui
