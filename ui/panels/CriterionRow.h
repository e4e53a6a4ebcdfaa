#pragma once

#include "core/domain/Review.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

/// One criterion of a scorecard: what it asks, and the points to choose from. What a rule answered
/// is a dashed tick below its number, never a choice.
class CriterionRow : public QWidget
{
    Q_OBJECT

public:
    CriterionRow(const Look &look, const Criterion &criterion, QWidget *parent = nullptr);

    const Criterion &criterion() const { return m_criterion; }
    std::optional<int> points() const { return m_points; } ///< 1 … 5
    void setPoints(std::optional<int> points);             ///< says nothing
    void setRulePoints(std::optional<int> points);
    void setCurrent(bool current);
    void setLocked(bool locked);
    /// As a person does by keys or pointer; nothing where it is locked or the scale lacks it.
    void choose(int points);
    QSize sizeHint() const override;
    QRect optionRect(int index) const; ///< 0 … optionCount() − 1

Q_SIGNALS:
    void chosen();
    void entered(); ///< it got the focus

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    int optionCount() const;
    int pointsOf(int index) const;
    void tell();

    const Look &m_look;
    Criterion m_criterion;
    std::optional<int> m_points;
    std::optional<int> m_rule;
    bool m_current = false;
    bool m_locked = false;
};

} // namespace baton::ui
