#pragma once

#include "core/desk/ScorecardTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QScrollArea>

class QVBoxLayout;

namespace baton::ui {

class Label;

/// How the stop-loss stands: whether it would trip now, by what figures, which rule it goes by, and
/// when it tripped before.
class StopPane : public QScrollArea
{
    Q_OBJECT

public:
    explicit StopPane(const Look &look, QWidget *parent = nullptr);

    void setScorecard(const ScorecardSnapshot &snapshot);
    bool isTripped() const { return m_tripped; }

Q_SIGNALS:
    void intentRequested(const QString &intent); ///< the conversations behind its figures

private:
    void addHeading(const QString &text);
    void addReason(const ScoreIntent &line, const ScorecardSnapshot &snapshot);
    void addLine(const QString &text, QColor Theme::*ink);
    void addGap();

    const Look &m_look;
    QVBoxLayout *m_column;
    bool m_tripped = false;
};

} // namespace baton::ui
