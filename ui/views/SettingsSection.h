#pragma once

#include "core/desk/DeskTypes.h"
#include "core/desk/Settings.h"
#include "ui/views/SettingsColumn.h"

#include <functional>

class QAbstractButton;

namespace baton::ui {

/// Where the files of this profile lie.
struct DataPlaces
{
    QString data;
    QString state;
    QString settings;
    QString log;
    bool operator==(const DataPlaces &) const = default;
};

/// One page of the settings. Values come in, wishes go out; what is shown is only ever what came
/// in.
class SettingsSection : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsSection(const Look &look, QWidget *parent = nullptr);

    virtual void setSettings(const Settings &settings) { m_settings = settings; }
    virtual void setStatus(const StatusSnapshot &) { }

Q_SIGNALS:
    /// what says in a whole sentence what was changed, for the undo row.
    void edited(const baton::Settings &settings, const QString &what);
    /// Something that is no setting was done; undo takes it back, from the same row.
    void did(const QString &what, const std::function<void()> &undo);
    void refused(const QString &why); ///< a wish that cannot be; nothing was changed

protected:
    SettingsColumn &column() { return *m_column; }
    const Look &look() const { return m_look; }
    /// box is a wish of its own; on and off say what was changed.
    void follow(QAbstractButton *box, bool Settings::*wish, const QString &on, const QString &off);
    Settings m_settings;

private:
    const Look &m_look;
    SettingsColumn *m_column;
};

} // namespace baton::ui
