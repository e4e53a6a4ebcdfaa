#pragma once

#include "core/desk/StopTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace baton::ui {

/// A segment that the stop-loss holds: why, by what figures, its evidence, and what a release
/// wants.
class HeldPart : public QWidget
{
    Q_OBJECT

public:
    explicit HeldPart(const Look &look, QWidget *parent = nullptr);

    void setSegment(const StopSegment &segment, const StopSnapshot &stops);

Q_SIGNALS:
    void evidenceRequested(const QString &folder);

private:
    void rebuild();
    void addWords(const QString &text, QColor Theme::*ink);
    void addHeading(const QString &text, const QString &aside);
    void addFigure();
    void addEvidence();
    void addWanted();

    const Look &m_look;
    QVBoxLayout *m_column;
    StopSegment m_segment;
    StopSnapshot m_stops;
};

} // namespace baton::ui
