#pragma once

#include "core/desk/Settings.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class Button;
class Segmented;

/// What is shown before there is anything to show: the doors in, each with what it needs. A window
/// of its own; Esc or closing it leaves.
class WelcomeView : public QWidget
{
    Q_OBJECT

public:
    /// dataFolder is where everything will be kept.
    WelcomeView(const Look &look, const QString &dataFolder, QWidget *parent = nullptr);
    void setTheme(ThemeChoice choice);

Q_SIGNALS:
    void demoChosen();
    void folderRequested(); ///< asks for a folder next
    void themeChosen(baton::ThemeChoice choice);
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    struct Door;
    QWidget *buildDoor(const Door &door, int number);
    QWidget *buildPromises();

    const Look &m_look;
    QList<Button *> m_doors;
    Segmented *m_theme;
};

} // namespace baton::ui
