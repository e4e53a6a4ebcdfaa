#pragma once

#include "core/desk/StopTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace baton::ui {

/// Segments that the stop-loss holds, each with why, its figures, and what a release wants; a lead
/// trips and releases here.
class StopSegments : public QWidget
{
    Q_OBJECT

public:
    explicit StopSegments(const Look &look, QWidget *parent = nullptr);

    void setStops(const StopSnapshot &stops);

Q_SIGNALS:
    void tripRequested(const QString &segment, const QString &reason);
    void releaseRequested(const QString &segment, const QString &reason, int weeks);
    void evidenceRequested(const QString &folder);

private:
    void rebuild();
    void addSegment(const StopSegment &segment);
    void addWords(QVBoxLayout *column, const QString &text, QColor Theme::*ink);
    void askForTrip();
    void askForRelease(const StopSegment &segment);

    const Look &m_look;
    QVBoxLayout *m_column;
    StopSnapshot m_stops;
};

} // namespace baton::ui
