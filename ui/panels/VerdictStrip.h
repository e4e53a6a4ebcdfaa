#pragma once

#include "core/domain/Review.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

#include <array>

class QAbstractButton;

namespace baton::ui {

/// Pass, coach or fail.
class VerdictStrip : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictStrip(const Look &look, QWidget *parent = nullptr);

    std::optional<Verdict> verdict() const;
    void setVerdict(std::optional<Verdict> verdict); ///< says nothing
    void setKeys(const std::array<QString, 3> &keys);
    void setLocked(bool locked);
    /// What the answers do not permit cannot be pressed; why is said in its tool tip.
    void setPassPermitted(bool permitted);
    void choose(Verdict verdict); ///< as a person does
    QWidgetList buttons() const;

Q_SIGNALS:
    void chosen();

private:
    std::array<QAbstractButton *, 3> m_buttons{};
    bool m_locked = false;
    bool m_permitted = true;
    void able();
};

} // namespace baton::ui
