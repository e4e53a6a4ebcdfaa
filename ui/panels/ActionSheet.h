#pragma once

#include "core/desk/LiveBoard.h"
#include "ui/panels/Sheet.h"

#include <functional>

class QLineEdit;

namespace baton::ui {

class IconLabel;

/// Shows exactly what an action would send, and asks whoever sits here to approve it, or to ask a
/// lead where it is beyond them.
class ActionSheet : public Sheet
{
    Q_OBJECT

public:
    using PlanFor = std::function<Result<ActionPlan>(const std::optional<Money> &)>;

    /// planFor is asked at once, and again whenever the amount changes.
    ActionSheet(const Look &look, const ActionOffer &offer, PlanFor planFor, QWidget *parent);

    /// What an agent has asked for, to be approved as it is.
    ActionSheet(const Look &look, const ActionRequest &request, QWidget *parent);

Q_SIGNALS:
    void decided(const baton::ActionPlan &plan); ///< as it was shown

private:
    void build();
    QWidget *buildAmount();
    QWidget *buildRequest();
    QWidget *buildVerdict();
    std::optional<Money> amount() const;
    void plan();
    void showPlan();

    const Look &m_look;
    const ActionOffer m_offer;
    const PlanFor m_planFor;
    std::optional<ActionPlan> m_plan;
    QLineEdit *m_amount = nullptr;
    QLineEdit *m_currency = nullptr;
    Label *m_request;
    IconLabel *m_sign; ///< of the verdict
    Label *m_verdict;
};

/// "20", "20.5" and "20,50" as an amount; nothing where it is none, or has more than two decimals.
std::optional<double> amountIn(const QString &typed);

} // namespace baton::ui
