#pragma once

#include "ui/views/SettingsSection.h"

namespace baton::ui {

/// Where the files lie and whether they are sound. Only says; nothing here can be changed.
class DataSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit DataSection(const Look &look, QWidget *parent = nullptr);
    void setStatus(const StatusSnapshot &status) override;
    void setPlaces(const DataPlaces &places);

private:
    Label *m_data;
    Label *m_state;
    Label *m_settingsFile;
    Label *m_log;
    Label *m_audit;
    Label *m_cache;
    Label *m_outbox;
};

} // namespace baton::ui
