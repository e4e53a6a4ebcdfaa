#pragma once

#include "core/desk/StopTypes.h"
#include "ui/panels/Sheet.h"

class QComboBox;

namespace baton::ui {

class DraftEdit;
class NumberField;

/// Takes a segment from the bot by hand, with a reason.
class TripSheet : public Sheet
{
    Q_OBJECT

public:
    TripSheet(const Look &look, const StopSnapshot &stops, QWidget *parent);

    void choose(const QString &segment); ///< nothing where it is held

Q_SIGNALS:
    void decided(const QString &segment, const QString &reason);

private:
    QComboBox *m_segment;
    DraftEdit *m_reason;
};

/// Gives it back on trial, with a reason; before it is ready for a time only.
class ReleaseSheet : public Sheet
{
    Q_OBJECT

public:
    ReleaseSheet(const Look &look, const StopSegment &segment, const quality::GuardLimits &limits,
                 QWidget *parent);

Q_SIGNALS:
    void decided(const QString &reason, int weeks); ///< 0: it does not expire

private:
    DraftEdit *m_reason;
    NumberField *m_weeks = nullptr; ///< of one that comes early
};

} // namespace baton::ui
