#pragma once

#include "core/desk/PolicyTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class Button;
class Label;
class Switch;
class TierBadge;

/// A rule with how often it held, where it leads, and its switch, or a lock. Its name shows its
/// examples.
class TriggerRow : public QWidget
{
    Q_OBJECT

public:
    explicit TriggerRow(const Look &look, QWidget *parent = nullptr);

    void setRule(const PolicyRule &rule, const PolicyLimits &limits, bool mayChange);
    void setCount(qint64 count, bool known);
    const PolicyRule &rule() const { return m_rule; }
    Switch &toggle() const { return *m_switch; }
    Button &name() const { return *m_name; }

Q_SIGNALS:
    void switched(baton::Rule rule, bool on);
    void examplesRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    PolicyRule m_rule;
    Button *m_name;
    Label *m_count;
    TierBadge *m_tier;
    Switch *m_switch;
};

} // namespace baton::ui
