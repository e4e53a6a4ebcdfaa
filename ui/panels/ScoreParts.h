#pragma once

#include "core/desk/ScorecardTypes.h"
#include "ui/panels/MenuPopover.h"

#include <QtWidgets/QWidget>

class QLabel;
class QHBoxLayout;
class QVBoxLayout;

namespace baton::ui {

class Label;

enum class ChartKey { Dashed, Solid, Hatched };

/// A chart or a table in a frame, under its name and what its lines stand for.
class ChartCard : public QWidget
{
    Q_OBJECT

public:
    /// Without a title the content fills the frame.
    ChartCard(const Look &look, const QString &title, QWidget *content);

    void setTitle(const QString &title);
    void addKey(ChartKey key, QColor Theme::*ink, const QString &text);
    void addFoot(QWidget *foot);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const Look &m_look;
    QWidget *m_filling = nullptr; ///< without a title: the content
    QLabel *m_name = nullptr;
    QHBoxLayout *m_head = nullptr;
    QVBoxLayout *m_column;
};

/// What the red mark on a gauge is.
class StopMarkKey : public QWidget
{
    Q_OBJECT

public:
    explicit StopMarkKey(const Look &look);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    Label *m_words;
};

/// Which weeks: one of the newest, or the last few together.
class PeriodPopover : public MenuPopover
{
    Q_OBJECT

public:
    PeriodPopover(const Look &look, const ScorecardSnapshot &shown, QWidget *parent);

Q_SIGNALS:
    void chosen(const baton::ScorePeriod &period);
};

/// As which file.
class ExportPopover : public MenuPopover
{
    Q_OBJECT

public:
    ExportPopover(const Look &look, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &ending);
};

} // namespace baton::ui
