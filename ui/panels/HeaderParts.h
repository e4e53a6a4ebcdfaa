#pragma once

#include "ui/text/Deadline.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

/// Value as diamonds; takes no room where the value is absent.
class PipsLabel : public QWidget
{
    Q_OBJECT

public:
    explicit PipsLabel(const Look &look, QWidget *parent = nullptr);
    void setValue(ValueTier value);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    ValueTier m_value = ValueTier::Absent;
};

/// A ring and how long there is: "6 m to first reply".
class DeadlineLabel : public QWidget
{
    Q_OBJECT

public:
    explicit DeadlineLabel(const Look &look, QWidget *parent = nullptr);
    /// text stands beside the ring; hides itself where there is no deadline.
    void setDeadline(const Deadline &deadline, const QString &text);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont textFont() const;

    const Look &m_look;
    Deadline m_deadline;
    QString m_text;
};

/// An icon in an ink of the theme; follows the look. Says nothing to assistive tools.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    IconLabel(const Look &look, const QString &icon, int px, QColor Theme::*ink,
              QWidget *parent = nullptr);
    void setIconName(const QString &icon);
    void setInk(QColor Theme::*ink);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QString m_icon;
    int m_px;
    QColor Theme::*m_ink;
};

/// One hairline, upright or lying.
class Hairline : public QWidget
{
    Q_OBJECT

public:
    Hairline(const Look &look, Qt::Orientation orientation, int length = 0,
             QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
};

} // namespace baton::ui
