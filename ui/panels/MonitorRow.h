#pragma once

#include "core/domain/Review.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class IconButton;
class Label;
class SearchField;
class Switch;

/// What a monitor is about, without its share: "Rated at most".
QString monitorName(const Monitor &monitor, const QString &intentTitle = {});

/// A number with what it counts in, as it is typed in one's own notation.
class MonitorNumber : public QWidget
{
    Q_OBJECT

public:
    MonitorNumber(const Look &look, const QString &unit, double most, QWidget *parent = nullptr);

    void setName(const QString &name);
    void setValue(double value); ///< says nothing
    void setReadOnly(bool readOnly);
    double value() const { return m_value; } ///< the last that could be
    bool isWrong() const { return m_wrong; } ///< what stands there is none
    SearchField &field() const { return *m_field; }

Q_SIGNALS:
    void valueEdited(double value); ///< once it is typed whole

private:
    void finish();

    SearchField *m_field;
    double m_value = 0;
    double m_most;
    bool m_wrong = false;
};

/// A field for the limit of a kind, in what people count it in; null where it has none.
MonitorNumber *newLimit(const Look &look, MonitorKind kind);
/// How a limit is shown: a confidence as a percentage.
double shownBy(MonitorKind kind);

/// A monitor: on or off, its limit where it has one, its share, and how many it would pick.
class MonitorRow : public QWidget
{
    Q_OBJECT

public:
    explicit MonitorRow(const Look &look, const Monitor &monitor, const QString &intentTitle);

    void setMonitor(const Monitor &monitor);
    void setPicks(std::optional<int> picks);
    void setReadOnly(bool readOnly);
    const Monitor &monitor() const { return m_monitor; }
    Switch &onSwitch() const { return *m_on; }
    MonitorNumber &share() const { return *m_share; }
    MonitorNumber *limit() const { return m_limit; } ///< null where it has none
    IconButton &removeButton() const { return *m_remove; }
    QString picks() const;

Q_SIGNALS:
    void edited(const baton::Monitor &monitor);
    void removeRequested();

private:
    Monitor m_monitor;
    double m_lastShare = 100; ///< what switching it on again gives
    Switch *m_on;
    MonitorNumber *m_limit = nullptr;
    MonitorNumber *m_share;
    Label *m_picks;
    IconButton *m_remove;
};

} // namespace baton::ui
