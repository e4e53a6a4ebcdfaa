#pragma once

#include "core/desk/ScorecardTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class Label;

/// What a resolution costs, of each arm by itself, and what it is made of or lacks.
class CostPane : public QWidget
{
    Q_OBJECT

public:
    explicit CostPane(const Look &look, QWidget *parent = nullptr);

    void setSnapshot(const ScorecardSnapshot &snapshot);
    QString words(Arm arm) const; ///< all that is said of one

private:
    struct Line
    {
        Label *name = nullptr;
        Label *value = nullptr;
        Label *footing = nullptr;
    };
    std::array<Line, 2> m_lines; ///< by Arm
};

} // namespace baton::ui
